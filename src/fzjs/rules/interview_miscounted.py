"""访谈的样本比对象还多

**查什么**　访谈的“样本”大于“对象总数”。

**为什么**　访谈到的人不会比对象多，多半是两个数写反了。（减分项2：“故意编造、虚构有关数据”）

**错**

```yaml
访谈: {对象总数: 42, 样本: 46}
```

**对**

```yaml
访谈: {对象总数: 46, 样本: 42}
```

**怎么改**　照问卷和名册改正两个数。
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
    """Yield an interview of more than there are."""
    interview = entry.shown.interview
    if interview is None or not broken("interview-miscounted", entry, catalogue):
        return ()
    message = f"样本 {interview.sample} 比对象总数 {interview.population} 还多"
    return [Found(interview.place, message, "看看是不是写反了；对象总数写一共多少人")]
