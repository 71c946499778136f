"""参考率不够

**查什么**　方案要求参考率（`要求` 里有“参考率”和比例），参考除以应考没有达到，或者没有写这两个
数。

**为什么**　平顶山教体局第59项：“开展行政执法人员全员考试”。

**错**

```yaml
考试: {应考: 62, 参考: 60}      # 要求 100%
```

**对**

```yaml
考试: {应考: 62, 参考: 62}
```

**怎么改**　补考够数再交；没有写应考、参考的补上。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an exam that fewer sat than the plan's share, and how many are lacking."""
    exam = entry.shown.exam
    if exam is None or not broken("exam-rate-low", entry, catalogue):
        return ()
    asked = sound.demand("参考率", entry, catalogue)
    if asked is None or asked.share is None:
        return ()
    message = f"应考 {exam.expected} 人，参考 {exam.present} 人，不到方案要求的{asked.share:g}%"
    hint = f"至少 {sound.least(exam.expected or 0, asked.share)} 人参考；人数写错的改正"
    if not exam.expected or exam.present is None:
        message, hint = "没有写应考、参考人数，参考率算不出", "写上 应考: 62, 参考: 62"
    return [Found(exam.place, message, hint)]
