"""基准日在今天以后

**查什么**　`fzjs.yaml` 的“基准日”晚于检查的这一天（电脑的日期）。

**为什么**　写了基准日，逾期、催办、审核的日期都按它算，当它是“今天”。还没有到的日子当今天，没有发
生的也算发生了：日期写在将来的审核、更正都作数。

**错**

```yaml
基准日: 2099-01-01
```

**对**

```yaml
示例: 是
基准日: 2021-03-02
```

**怎么改**　进行中的创建删去 `基准日`，按当天算；样例、已结束的写到过的一天。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_document

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a 基准日 that has not come yet."""
    today, clock = assessment.repository.campaign.today, assessment.clock
    if today and today > clock:
        place = campaign_document(assessment).source.locate(("基准日",))
        hint = f"进行中的创建删去 基准日；样例、已结束的写到过的一天，不晚于 {clock}"
        yield Found(place, f"基准日 {today} 还没有到", hint)
