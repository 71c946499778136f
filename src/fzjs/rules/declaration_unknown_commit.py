"""申报时的数据 git 里没有

**查什么**　步骤的“数据”写的提交编号，本仓库的 git 里找不到；不在 git 里的仓库，没有可核对的。

**为什么**　“数据”说的是报出去时的那一版。找不到，就说不清报的是什么，也不知道后来改了没有。只取
了最近几次提交的（浅克隆）也会找不到。

**错**

```yaml
步骤:
- 名称: 自愿申报
  日期: 2021-02-10
  结果: 通过
  数据: 0000000000000000000000000000000000000000
```

**对**

```yaml
步骤: [{名称: 自愿申报, 日期: 2021-02-10, 结果: 通过}]     # 由 fzjs declare freeze 写上
```

**怎么改**　浅克隆的先 `git fetch --unshallow`；编号抄错的删去“数据”，再用 `fzjs declare freeze`
 写。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.tree import is_commit

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each frozen commit that this repository's git does not have."""
    root = assessment.repository.tree.root
    for declaration in assessment.repository.declarations:
        for step in declaration.steps:
            if step.commit and not is_commit(root, step.commit):
                message = f"“{step.name}”的数据 {step.commit[:7]} 在 git 里找不到"
                hint = (
                    "浅克隆的先 git fetch --unshallow；抄错的删去“数据”，用 fzjs declare freeze 写"
                )
                yield Found(step.place, message, hint)
