"""问题的处理接不上前一次

**查什么**　没有验收过就写“反弹”；或者验收以后不写“反弹”，又写“退回”“延期”“验收”。

**为什么**　反弹是销了号的又出现；没有销号的问题改不好，是“退回”。验收以后再写别的，看不出到底销没
销，程序按没有销号算。

**错**

```yaml
处理:
- {日期: 2021-03-01, 结果: 验收, 验收人: 张某丙}
- {日期: 2021-03-02, 结果: 退回, 验收人: 张某丙, 说明: 又缺页}
```

**对**

```yaml
处理:
- {日期: 2021-03-01, 结果: 验收, 验收人: 张某丙}
- {日期: 2021-03-02, 结果: 反弹, 验收人: 张某丙, 说明: 又缺页}
```

**怎么改**　验收以后又出现的写“反弹”；没有验收过的写“退回”；多写的删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 处理 that cannot follow the one before it."""
    for problem in assessment.repository.problems:
        before = ""
        for step in problem.steps:
            is_closed = before == "验收"
            if is_closed != (step.result == "反弹"):
                message = f"问题 {problem.id} " + (
                    f"验收以后又写了{step.result}" if is_closed else "没有验收过，却写了反弹"
                )
                hint = "验收以后又出现的写“反弹”" if is_closed else "没有销号的写“退回”"
                yield Found(step.place, message, hint)
            before = step.result
