"""整改针对的问题不存在

**查什么**　`整改/` 里的“问题”，在检查记录里找不到。

**为什么**　写错了，问题不会因为这份整改而销号。

**错**

```yaml
问题: 2021-02-双月检查/9
```

**对**

```yaml
问题: 2021-02-双月检查/1
```

**怎么改**　写“检查文件名/问题编号”，如 2021-02-双月检查/1。
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
    """Yield each rectification of a problem that no inspection found."""
    known = {problem.id for problem in assessment.repository.problems}
    for rectification in assessment.repository.rectifications:
        problem = rectification.problem
        if problem not in known:
            guess = nearest(problem, sorted(known))
            hint = f"是不是“{guess}”？" if guess else "写成 检查文件名/问题编号"
            hint += "；检查记录里已删去的，整改文件一并删去"
            yield Found(rectification.place, f"没有“{problem}”这个问题", hint)
