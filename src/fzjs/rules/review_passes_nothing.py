"""审核通过了，却没有写通过了哪几条

**查什么**　最后一次审核的结论是 通过，“对应”是空的或没有写。

**为什么**　材料一条一条地通过：没有写“对应”，一条也不算通过，条目成了“待复核”，审的人以为已经过了。

**错**

```yaml
审核: [{日期: 2021-03-01, 结论: 通过, 指纹: v1:…}]
```

**对**

```yaml
审核:
- 日期: 2021-03-01
  结论: 通过
  指纹: v1:…
  对应: [{资料: 31-2甲, 年度: 2020, 指纹: v1:…}]
```

**怎么改**　`fzjs export --json` 里这个条目的 审核指纹 有“对应”，照抄过来。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.models import ReviewFile
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield the last review of a file where it passes no claim."""
    if not isinstance(document.record, ReviewFile):
        return
    last = len(document.record.reviews) - 1
    review = document.record.reviews[last]
    if review.verdict == "通过" and not review.claims:
        place = document.source.locate(("审核", last, "结论"))
        message = "结论是通过，没有写通过了哪几条对应，一条也不算通过"
        hint = "加上 对应：照抄 fzjs export --json 里这个条目的 审核指纹"
        yield Found(place, message, hint)
