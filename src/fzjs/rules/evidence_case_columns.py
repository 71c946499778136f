"""案卷目录不全

**查什么**　已提交的条目，“案卷”里有一件缺序号、案件文号或卷宗名称。

**为什么**　附件1 四.2：“目录包括序号、案件文号和卷宗名称”。

**错**

```yaml
案卷: [{序号: 1, 卷宗名称: 某某行政处罚案}]
```

**对**

```yaml
案卷: [{序号: 1, 案件文号: 示司罚〔2020〕1号, 卷宗名称: 某某行政处罚案}]
```

**怎么改**　照卷宗补齐三栏。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each line of a case catalogue that lacks a column."""
    if not broken("evidence-case-columns", entry, catalogue):
        return ()
    hint = "三栏都要写：序号、案件文号、卷宗名称"
    return [
        Found(case.place, f"案卷第{number}件缺序号、案件文号或卷宗名称", hint)
        for number, case in enumerate(entry.shown.cases, 1)
        if not case.complete
    ]
