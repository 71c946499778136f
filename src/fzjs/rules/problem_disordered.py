"""问题的时限、处理早于检查，或先后颠倒

**查什么**　时限早于检查日期；处理早于检查日期（不作数，验收也不销号），或早于前一次处理；延期的“至”
不晚于那以前的时限；退回、反弹的“至”（新的时限，可以早于原来的）早于退回、反弹那天。

**为什么**　先检查，才有时限和处理；最后一次处理算数，次序颠倒，退回的会又算销号。“至”早于原来的时
限，不是延期。日期不对，逾期和销号都算不准。

**错**

```yaml
日期: 2021-02-26
问题:
- {编号: 1, 指标: 31, 问题: 缺章, 责任科室: 法制仲裁科, 时限: 2021-02-20}
```

**对**

```yaml
日期: 2021-02-26
问题:
- {编号: 1, 指标: 31, 问题: 缺章, 责任科室: 法制仲裁科, 时限: 2021-03-20}
```

**怎么改**　打错的日期改正；处理按先后排，最新的放在最后。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Problem
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_HINT = "打错的日期改正；处理按先后排，最新的放在最后"


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each date of a problem that stands before the one that it follows."""
    for problem in assessment.repository.problems:
        for place, message in _wrong(problem):
            yield Found(place, f"问题 {problem.id} 的{message}", _HINT)


def _wrong(problem: Problem) -> Iterator[tuple[Location, str]]:
    if problem.first_due < problem.found:
        yield problem.due_place, f"时限 {problem.first_due} 早于检查 {problem.found}"
    day, due = problem.found, problem.first_due
    for number, step in enumerate(problem.steps):
        if step.date < day:
            before = f"前一次处理 {day}" if number else f"检查 {day}"
            void = "，不作数" if step.date < problem.found else ""
            yield step.place, f"{step.result} {step.date} 早于{before}{void}"
        if step.until and step.result == "延期" and step.until <= due:
            yield step.place, f"“至” {step.until} 不晚于原来的时限 {due}"
        elif step.until and step.until < step.date:
            yield step.place, f"“至” {step.until} 早于{step.result} {step.date}"
        day, due = max(day, step.date), step.until or due
