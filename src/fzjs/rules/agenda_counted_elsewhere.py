"""这件事不在办理里记

**查什么**　`日程` 的“办理”写了工作台账，或者按年计次的事（学法每年4次这样的）。

**为什么**　工作台账交没交，看各科室 `台账/` 里的文件；一年办了几次，看条目的 `数据`。写在办理里的
不算，写的人却以为记上了。（附件2 95：“每年领导班子至少安排4次以上法治专题学习”，要的是次数）

**错**

```yaml
办理: [{任务: 工作台账, 期: 2021-03, 日期: 2021-03-01}]
```

**对**

```yaml
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}]
```

**怎么改**　删去这一行。台账交到 `evidence/科室/台账/`；次数写进条目的
`数据: [{项目: …, 年度: …, 数: …}]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.known import known
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 办理 of what is known by other records."""
    if not assessment.repository.agenda.done:
        return
    every = known(assessment)
    for done in assessment.repository.agenda.done:
        found = every.get(done.duty)
        if found and found.elsewhere:
            message = f"“{done.duty}”写在办理里不算"
            yield Found(done.place, message, f"删去这一行；{found.elsewhere}")
