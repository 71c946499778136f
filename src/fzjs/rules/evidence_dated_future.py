"""日期在今天以后

**查什么**　落款日期，或者检索、查证、办结、拍摄、证书、函件的日期在今天以后。

**为什么**　多半是打错了年份；也可能是先填日期、后补材料，属于不真实。（减分项：“故意编造、虚构
有关数据、资料、文件等”）没有到日子的查证、检索、办结什么也证明不了，材料不算合格。

**错**

```yaml
落款日期: 2021-12-12     # 今天是 2021-03-02
```

**对**

```yaml
落款日期: 2020-12-12
```

**怎么改**　改正日期；还没有成文的，状态写 草稿。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment, sound
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("evidence-dated-late",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a paper dated, a page retrieved, or anything else done, after today."""
    today = assessment.today
    for entry in assessment.repository.entries.values():
        if entry.dated and entry.dated > today:
            message = f"落款日期 {entry.dated} 在今天（{today}）以后"
            yield Found(at(entry, "落款日期"), message, "改正日期；还没成文的，状态写 草稿")
        for page in entry.web:
            if page.retrieved and page.retrieved > today:
                message = f"检索日期 {page.retrieved} 在今天（{today}）以后"
                yield Found(page.place, message, "照实际检索的日期改正")
        for name, date, place in sound.ahead(entry, today):
            message = f"{name} {date} 在今天（{today}）以后"
            yield Found(place, message, "照实际的日期改正；还没有办的，办了再写")
