"""办理的期不是这个任务的

**查什么**　“办理”没有写“期”，或者期的写法不是这个任务的周期（每季度的写成了月份）；`期限` 只有一
个日子，却写了期。

**为什么**　期对不上，日历不知道办的是哪一期，那一期照旧列在“已过”里。

**错**

```yaml
办理: [{任务: 季度点评, 期: 2021-03, 日期: 2021-03-01}]
```

**对**

```yaml
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}]
```

**怎么改**　每月 `2021-03`，每两月 `2021-3-4月`，每季度 `2021-1季度`，每半年 `2021上`，每年
`2021`，每2年`2020-2021`（从窗口头一年起两年一期）。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.known import known
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 办理 whose 期 is none of its duty's."""
    if not assessment.repository.agenda.done:
        return
    every, anchor = known(assessment), assessment.catalogue.campaign.window[0]
    for done in assessment.repository.agenda.done:
        found = every.get(done.duty)
        if not found or found.elsewhere:
            continue
        if not found.cycles and done.term:
            yield Found(done.place, f"“{done.duty}”只有一个日子，却写了期", "删去 期")
        wanted = found.wrong_term(done.term, done.date, anchor) if found.cycles else ""
        if wanted:
            said = f"的期不能写“{done.term}”" if done.term else "没有写办的是哪一期"
            cycle = "、".join(found.cycles)
            hint = f"{done.date} 所在的一期写成 期: {wanted}"
            yield Found(done.place, f"“{done.duty}”是{cycle}的，{said}", hint)
