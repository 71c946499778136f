"""问题的责任科室不存在

**查什么**　检查记录里，问题的“责任科室”不是科室名或别名。

**为什么**　科室写错，整改的单子发不出去，到期也没有人催。

**错**

```yaml
责任科室: 法治仲裁科
```

**对**

```yaml
责任科室: 法制仲裁科
```

**怎么改**　照 `fzjs.yaml` 里“科室”的名称写。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each problem given to an office that the campaign does not list."""
    known = assessment.catalogue.offices
    for problem in assessment.repository.problems:
        if problem.office not in known:
            guess = nearest(problem.office, known)
            hint = (
                f"是不是“{guess}”？"
                if guess
                else "照 fzjs.yaml 里“科室”的名称写；改了名的，给新名加 别名"
            )
            yield Found(problem.place, f"没有“{problem.office}”这个科室", hint)
