"""没有写由哪个科室审核

**查什么**　`fzjs.yaml` 没有写“审核”，“待定”里也没有列它。

**为什么**　没有写的时候，哪个科室写的审核都算数，写错科室也看不出来。濮阳附件1 四.1：“所报相关
资料报规范性文件管理科审核”。

**错**

```yaml
科室: [办公室, 法规科]
```

**对**

```yaml
科室: [办公室, 法规科]
审核: {科室: 法规科, 代审: 办公室}
```

**怎么改**　由创建办定：谁审核写在“科室”，审核科室自己的材料由谁审写在“代审”；还没有定的，在“待定”里
列上“审核”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield one finding for a campaign that names no reviewing office (campaign-assumed apart)."""
    campaign = assessment.repository.campaign
    if campaign.reviewing or "审核" in campaign.assumed:
        return
    message = "没有写由哪个科室审核：谁审都算"
    hint = "加上一行 审核: {科室: …, 代审: …}；代审的审核科室自己的材料"
    yield Found(Location("fzjs.yaml"), message, hint)
