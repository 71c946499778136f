"""检查、处理的日期在今天以后

**查什么**　检查记录的“日期”，或问题“处理”的日期，在今天以后。排在最后的“验收”由
problem-closed-future 查。

**为什么**　还没有到的日子不会检查过、处理过，多半是打错了年份或月份。问题照算没有销号；不到那一
天，延期、退回、反弹都不算。

**错**

```yaml
日期: 2021-12-24            # 今天是 2021-03-02
```

**对**

```yaml
日期: 2021-02-24
```

**怎么改**　改成检查、处理的那一天；还没有的，删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.repository import Role
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_HINT = "改成那一天；还没有的删去"


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each inspection and each 处理 of a day to come, a 验收 that stands last apart."""
    today = assessment.today
    for document in assessment.repository.documents:
        held = document.role is Role.INSPECTION and document.is_whole
        if held and document.record.date > today:
            place = document.source.locate(("日期",))
            yield Found(place, f"检查日期 {document.record.date} 在今天（{today}）以后", _HINT)
    for problem in assessment.repository.problems:
        for step in problem.steps:
            is_said = step is problem.steps[-1] and step.result == "验收"
            if step.date > today and not is_said:
                message = f"问题 {problem.id} 的{step.result}日期 {step.date} 在今天（{today}）以后"
                yield Found(step.place, message, _HINT)
