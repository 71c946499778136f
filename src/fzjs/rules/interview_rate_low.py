"""访谈率不够

**查什么**　方案要求访谈率（`要求` 里有“访谈率”和比例），样本除以对象总数没有达到。

**为什么**　平顶山教体局第58项：“访谈率不低于全部管理和服务对象总数的90%”。

**错**

```yaml
访谈: {对象总数: 460, 样本: 400}      # 要求 90%
```

**对**

```yaml
访谈: {对象总数: 460, 样本: 414}
```

**怎么改**　补访够数再交；对象总数写多了的改正。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an interview of fewer than the plan's share, and how many are lacking."""
    interview = entry.shown.interview
    if interview is None or not broken("interview-rate-low", entry, catalogue):
        return ()
    asked = sound.demand("访谈率", entry, catalogue)
    if asked is None or asked.share is None:
        return ()
    needed = sound.least(interview.population, asked.share)
    message = (
        f"对象 {interview.population} 人，访谈 {interview.sample} 人，"
        f"不到方案要求的{asked.share:g}%"
    )
    hint = f"至少访谈 {needed} 人；对象总数写错的改正" if needed else "写上对象一共多少人"
    return [Found(interview.place, message, hint)]
