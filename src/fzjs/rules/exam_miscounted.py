"""参考人数比应考还多

**查什么**　考试的“参考”大于“应考”。

**为什么**　考的人不会比该考的多，多半是两个数写反了。（减分项2：“故意编造、虚构有关数据”）

**错**

```yaml
考试: {应考: 61, 参考: 62}
```

**对**

```yaml
考试: {应考: 62, 参考: 61}
```

**怎么改**　照签到表改正两个数。
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
    """Yield an exam that more sat than were to."""
    exam = entry.shown.exam
    if exam is None or not broken("exam-miscounted", entry, catalogue):
        return ()
    message = f"参考 {exam.present} 人，比应考 {exam.expected} 人还多"
    return [Found(exam.place, message, "看看是不是写反了；应考写该考多少人")]
