"""改动或删去了已有的审核记录

**查什么**　合并请求把审核文件里已有的一次审核改了或删了，或者条目还在，审核文件删了。

**为什么**　谁在哪天为什么退回、为什么通过，是要留下的。改主意就再审一次，写在后面，最后一次算数。

**错**

```yaml
审核:
- {日期: 2021-02-22, 结论: 通过, …}     # 原来写的是 退回
```

**对**

```yaml
审核:
- {日期: 2021-02-22, 结论: 退回, 理由: [{代码: 缺章}], …}
- {日期: 2021-03-01, 结论: 通过, …}
```

**怎么改**　把原来的放回去，新的一次写在后面。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.repository.layout import name_of
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change, reviews_of
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
_HINT = "把原来的放回去，新的一次写在后面"


def find(change: Change) -> Iterator[Found]:
    """Yield each review file whose history did not merely grow."""
    known, touched = set(entry_names(change.head)), change.entries_before()
    for pair in change.reviews:
        old, new = reviews_of(pair.before), reviews_of(pair.after)
        if pair.after is None and old:
            name = min(pair.names)
            entry = touched.get(name)
            if name in known or (entry and entry.after):
                now = name_of(entry.after.file) if entry and entry.after else name
                hint = f"审核跟着条目走：放回来，与条目同名（{now}）"
                yield Found(pair.place, "条目还在，它的审核记录删去了", hint)
        elif pair.is_whole and new[: len(old)] != old:
            i = next(i for i, review in enumerate(old) if new[i : i + 1] != [review])
            place = pair.at("审核", min(i, len(new) - 1))
            yield Found(place, f"第{i + 1}次审核被改动或删去了", _HINT)
