"""问题编号重复

**查什么**　一份检查记录里，两个问题用了同一个“编号”。

**为什么**　整改按“检查文件名/编号”对问题：编号重复，就分不清改的是哪一个，销号也会销错。编号改开
以前，同号的几个都不算销号。

**错**

```yaml
问题:
- {编号: 1, 条目: …, 问题: 缺章, 责任科室: …, 时限: …}
- {编号: 1, 条目: …, 问题: 超字数, 责任科室: …, 时限: …}
```

**对**

```yaml
问题:
- {编号: 1, 条目: …, 问题: 缺章, 责任科室: …, 时限: …}
- {编号: 2, 条目: …, 问题: 超字数, 责任科室: …, 时限: …}
```

**怎么改**　后写的改成没有用过的号；已有整改引用的不要改。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Location, Severity
from fzjs.models import Inspection
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each problem whose number stands before it in the same inspection."""
    if not isinstance(document.record, Inspection):
        return
    free = max((problem.number for problem in document.record.problems), default=0) + 1
    first: dict[int, Location] = {}
    for i, problem in enumerate(document.record.problems):
        place = document.source.locate(("问题", i, "编号"))
        if problem.number in first:
            message = f"编号 {problem.number} 前面已经用过，同号的都不算销号"
            related = ((first[problem.number], "先用的在这里"),)
            yield Found(place, message, f"改成没有用过的号，如 {free}", related)
            free += 1
        first.setdefault(problem.number, place)
