"""创建还在进行，日期停在基准日

**查什么**　`fzjs.yaml` 写了“基准日”，不是样例（没有写 `示例: 是`），而“截止”还没有过（按电脑的
日期）。

**为什么**　写了基准日，每天都当是那一天：过了期的不显示逾期，催办、待办都停在那天。基准日只给样例和
已经结束的创建用。

**错**

```yaml
截止: 2021-05-31
基准日: 2021-02-01
```

**对**

```yaml
截止: 2021-05-31
```

**怎么改**　删去 `基准日` 一行，按当天算；是样例的，写上 `示例: 是`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_document

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a 基准日 at which a campaign that still runs stands still."""
    campaign, clock = assessment.repository.campaign, assessment.clock
    if campaign.today and campaign.today <= clock <= campaign.cutoff and not campaign.sample:
        place = campaign_document(assessment).source.locate(("基准日",))
        message = f"截止 {campaign.cutoff} 还没有过，日期停在基准日 {campaign.today}"
        yield Found(place, message, "删去 基准日，按当天算；是样例的写上 示例: 是")
