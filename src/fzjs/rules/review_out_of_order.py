"""审核没有按日期先后排

**查什么**　一个审核文件里，后一次审核的日期早于前一次。

**为什么**　排在最后的一次算数：次序颠倒，已经退回的会又算通过，或者反过来。两个分支各加一次审核，
合并以后也会这样。

**错**

```yaml
审核:
- {日期: 2021-03-01, 结论: 通过, …}
- {日期: 2021-02-20, 结论: 退回, …}     # 排在最后，却是先审的
```

**对**

```yaml
审核:
- {日期: 2021-02-20, 结论: 退回, …}
- {日期: 2021-03-01, 结论: 通过, …}
```

**怎么改**　按日期先后排好，最新的放在最后；日期打错的改正。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fzjs.diagnostic import Severity
from fzjs.models import ReviewFile
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each review that stands after a later one."""
    if not isinstance(document.record, ReviewFile):
        return
    for i, (before, after) in enumerate(pairwise(document.record.reviews), 1):
        if after.date < before.date:
            place = document.source.locate(("审核", i))
            earlier = document.source.locate(("审核", i - 1))
            message = f"{after.date} 的审核（{after.verdict}）排在 {before.date} 的后面"
            hint = "按日期先后排，最新的放在最后：最后一次算数"
            yield Found(place, message, hint, ((earlier, "前一次在这里"),))
