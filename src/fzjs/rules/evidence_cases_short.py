"""案卷份数不足

**查什么**　资料要求几份案卷，已提交的条目列的不够；要求每个执法部门几份的，某个部门不够，或没有写
“执法部门”，或一件案卷也没有列。案件文号相同的只算一件。一个条目自己算，不与别的条目相加：一个目录要
自成一份。

**为什么**　附件2 （8）（9）：“每个行政执法部门提供2份行政指导案卷卷宗”。

**错**

```yaml
案卷:
- {序号: 1, 案件文号: …, 卷宗名称: …, 执法部门: 某某局}
```

**对**

```yaml
案卷:
- {序号: 1, 案件文号: …, 卷宗名称: …, 执法部门: 某某局}
- {序号: 2, 案件文号: …, 卷宗名称: …, 执法部门: 某某局}
```

**怎么改**　补足份数；每一件写上 执法部门。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a case catalogue with too few cases of a department."""
    if not broken("evidence-cases-short", entry, catalogue):
        return ()
    whole, each = sound.cases_asked(entry, catalogue)
    listed = len(sound.distinct(entry.shown.cases))
    lacking = "有的部门不足" if listed else "没有列案卷"
    message = f"每个执法部门要{each}份案卷，{lacking}"
    hint = "补足份数，案件文号相同的只算一件；每一件都写上 执法部门"
    if 0 < listed < whole:
        message = f"要{whole}份案卷，这里列了{listed}份"
        hint = f"再列{whole - listed}份；分在几个条目里的，并到一个条目"
    return [Found(at(entry, "案卷", "种类"), message, hint)]
