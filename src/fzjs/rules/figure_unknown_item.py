"""数据的项目与量化要求不同名

**查什么**　“数据”的项目不是所对应指标的“量化要求”里的项目，但与其中一个很像。

**为什么**　程序按项目的名称取数：差一个字就取不到，那一年就是“缺数”，不会算达标。

**错**

```yaml
# 指标写的是 量化要求: [{项目: 合法性审核率, 要求: ≥100%}]
数据: [{项目: 合法性审查率, 年度: 2020, 分子: 12, 分母: 12}]
```

**对**

```yaml
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**怎么改**　项目照“量化要求”的写；确是另外一个数，与量化要求无关的，不用改。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.figured import asked

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY
_NEAR = 60
"""How alike two names must be, of 100: 审核率 and 合法性审核率 are 67."""


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a figure under a name that no 量化要求 has and one nearly has."""
    return _unknown(entry, catalogue) if entry.figures and entry.state != "撤回" else ()


def _unknown(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    questions = asked(entry, catalogue)
    items = {figure.item for figure in entry.figures}
    meant = {item: nearest(item, questions, _NEAR) for item in items - set(questions)}
    for figure in entry.figures:
        if name := meant.get(figure.item):
            message = f"所对应的指标没有“{figure.item}”这个量化要求，这个数没有算"
            hint = f"是不是“{name}”？数据的项目要与量化要求同名才算数"
            yield Found(figure.place, message, hint)
