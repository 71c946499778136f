"""问题的责任科室、处理的科室不存在

**查什么**　检查记录里，问题的“责任科室”不是科室名或别名；“处理”的“科室”不是科室名、别名，也不
是“组织”里的专班（督导检查组不列也认）。

**为什么**　科室写错，整改的单子发不出去，到期也没有人催。验收人的科室写错，看不出他是不是责任科室
自己的人。

**错**

```yaml
责任科室: 法治仲裁科
```

**对**

```yaml
责任科室: 法制仲裁科
```

**怎么改**　照 `fzjs.yaml` 里“科室”的名称写；验收人的科室可以不写。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.liaisons import record_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_INSPECTORS = "督导检查组"


def teams(assessment: Assessment) -> frozenset[str]:
    """Return who may inspect without being an office: a 专班 of 组织, 督导检查组 in most plans."""
    organisation = record_of(assessment).organisation
    return frozenset(
        {_INSPECTORS, *(team.name for team in (organisation.teams if organisation else ()))}
    )


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each office of a problem, and of its 处理, that the campaign does not list."""
    known, inspecting = assessment.catalogue.offices, teams(assessment)
    for problem in assessment.repository.problems:
        if problem.office not in known:
            guess = nearest(problem.office, known)
            hint = (
                f"是不是“{guess}”？"
                if guess
                else "照 fzjs.yaml 里“科室”的名称写；改了名的，给新名加 别名"
            )
            yield Found(problem.place, f"没有“{problem.office}”这个科室", hint)
        for step in problem.steps:
            if step.office and step.office not in known and step.office not in inspecting:
                guess = nearest(step.office, (*known, *sorted(inspecting)))
                hint = f"是不是“{guess}”？" if guess else "照 fzjs.yaml 里“科室”的名称写，或删去"
                message = f"问题 {problem.id} 的{step.result}：没有“{step.office}”这个科室或专班"
                yield Found(step.place, message, hint)
