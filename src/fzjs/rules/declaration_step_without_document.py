"""步骤通过了，没有写文件

**查什么**　步骤的结果是“通过”，“文件”一份也没有。

**为什么**　说通过要有凭据：推荐意见、评估报告、公示截图、命名文件。回访时要“核查有关材料、信息和
数据”（鹤法办发〔2019〕9号四（二））。

**错**

```yaml
步骤: [{名称: 自愿申报, 日期: 2021-02-10, 结果: 通过}]
```

**对**

```yaml
步骤:
- 名称: 自愿申报
  日期: 2021-02-10
  结果: 通过
  文件: [{题名: 关于推荐示例县的意见, 文号: 示法办发〔2021〕1号}]
```

**怎么改**　`fzjs declare step 自愿申报 --document 题名 --doc-no 文号`；有电子件的再写 `--file`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import PASSED
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each step that is 通过 and names no document."""
    for declaration in assessment.repository.declarations:
        for step in declaration.steps:
            if step.result == PASSED and not step.papers:
                hint = f"fzjs declare step {step.name} --document 题名 --doc-no 文号"
                yield Found(step.place, f"“{step.name}”通过了，没有写凭哪份文件", hint)
