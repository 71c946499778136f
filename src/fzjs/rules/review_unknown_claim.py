"""审核过的对应，条目里已经没有

**查什么**　最后一次审核里的“对应”（资料、年度），条目里找不到。
换版留下的 `旧体系…` 不查。

**为什么**　条目删改了对应，那一件就不再算通过；审核的人要知道。

**错**

```yaml
# 审核里
对应: [{资料: 31-2甲, 年度: 2020, …}]
# 条目里
对应: [{资料: 31-2甲, 年度: 2019}]
```

**对**

```yaml
对应: [{资料: 31-2甲, 年度: 2020}]
```

**怎么改**　条目改错的改回来；确实改了的，请审核科室重审。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import is_former
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review of a claim that its entry no longer makes."""
    entries = assessment.repository.entries
    for review in assessment.repository.reviews.values():
        entry = entries.get(review.entry)
        made = {(claim.material, claim.period) for claim in entry.claims} if entry else set()
        gone = [
            c
            for c in review.claims
            if entry and (c.material, c.period) not in made and not is_former(c.material)
        ]
        if gone:
            label = assessment.catalogue.label
            named = "、".join(f"{label(claim.material)}/{claim.period}" for claim in gone)
            message = f"审核过的 {named}，条目里已经没有"
            yield Found(review.place, message, "条目改错的改回来；确实改了的，请重审")
