"""访谈没有问卷

**查什么**　方案要求制定调查问卷（`要求` 里有“访谈问卷”），访谈没有写“问卷”。

**为什么**　平顶山教体局第1项：“随机访谈:制定调查问卷,向办事群众访谈”。

**错**

```yaml
访谈: {对象总数: 460, 样本: 420}
```

**对**

```yaml
访谈: {对象总数: 460, 样本: 420, 问卷: 办事满意度问卷（附件第3页）}
```

**怎么改**　写上问卷的名称，问卷放进附件。
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
    """Yield an interview without a questionnaire."""
    interview = entry.shown.interview
    if interview is None or not broken("interview-without-questionnaire", entry, catalogue):
        return ()
    return [Found(interview.place, "访谈没有写问卷", "加上 问卷: 问卷的名称，在附件第几页")]
