"""写了命名，命名一步没有通过

**查什么**　写了“命名”，而名称带“命名”的那一步（批准命名）没有记通过，或命名的日期早于它。方案
没有这一步的不查。

**为什么**　“综合公示情况，对符合要求的示范单位予以命名”（鹤法办发〔2019〕9号三（六））：没有批
准就没有命名。命名以后的年度报告、回访都从这一天算起。

**错**

```yaml
命名: {日期: 2021-02-20, 名称: 示例省法治政府建设示范县}     # 步骤里没有 批准命名
```

**对**

```yaml
步骤: [{名称: 批准命名, 日期: 2021-02-20, 结果: 通过}]      # 前面的步骤略
命名: {日期: 2021-02-20, 名称: 示例省法治政府建设示范县}
```

**怎么改**　先记批准命名一步；日期照命名文件写。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import PASSED, approval
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each title that is given without its step."""
    name = approval(assessment.catalogue.campaign)
    for declaration in assessment.repository.declarations:
        naming = declaration.naming
        if naming is None or not name:
            continue
        step = next((s for s in declaration.steps if s.name == name), None)
        if step is None or step.result != PASSED:
            hint = f"先记这一步：fzjs declare step {name} --result 通过"
            yield Found(naming.place, f"写了命名，“{name}”还没有通过", hint)
        elif naming.date < step.date:
            message = f"命名 {naming.date} 早于“{name}”通过的 {step.date}"
            yield Found(naming.place, message, "两个日期照命名文件改成一致")
