"""办理的任务不认识

**查什么**　`日程` 的“办理”里，“任务”不是 `周期任务`、`期限` 的名称，也不是有日子的量化要求的项目。
换版时标了“旧体系”的不查。

**为什么**　名称对不上，日历不知道办的是哪一件，那件事照旧列在“已过”里。

**错**

```yaml
办理: [{任务: 季度通报, 期: 2021-1季度, 日期: 2021-03-01}]
```

**对**

```yaml
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}]
```

**怎么改**　照 `fzjs.yaml` 里的名称写；确有这件定期的事的，先加进 `周期任务`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.known import known
from fzjs.diagnostic import Severity
from fzjs.facts import is_former
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 办理 of a duty that nothing knows."""
    if not assessment.repository.agenda.done:
        return
    every = known(assessment)
    for done in assessment.repository.agenda.done:
        if done.duty not in every and not is_former(done.duty):
            guess = nearest(done.duty, [n for n, each in every.items() if not each.elsewhere])
            hint = f"是不是“{guess}”？" if guess else "照 fzjs.yaml 的 周期任务、期限 的名称写"
            yield Found(done.place, f"没有“{done.duty}”这个任务", hint)
