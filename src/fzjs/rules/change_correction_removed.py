"""拿掉了以前的更正或撤回理由

**查什么**　合并请求把条目里已有的 `更正` 改了或删了，或者去掉、改写了 `撤回理由` 而没有加一条更正。

**为什么**　更正是改动的记录，撤回理由是去向的记录，只能往后加。

**错**

```yaml
更正: []                    # 原来有一条
```

**对**

```yaml
更正:
- {日期: 2021-02-25, 理由: 页码抄错}
- {日期: 2021-03-02, 理由: 换了盖章的扫描件}
```

**怎么改**　把原来的放回去；撤回以后重新提交的，另加一条 `更正` 说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.models import Evidence
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change, corrections_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each entry that lost a declaration it had."""
    for pair in change.entries:
        before = pair.before.record if pair.before else None
        after = pair.after.record if pair.after else None
        if not isinstance(before, Evidence) or not isinstance(after, Evidence):
            continue
        old, new = corrections_of(pair.before), corrections_of(pair.after)
        if new[: len(old)] != old:
            hint = "把原来的放回去，新的写在后面"
            yield Found(pair.at("更正"), "以前的更正被改动或删去了", hint)
        elif before.withdrawal not in {None, after.withdrawal} and len(new) == len(old):
            hint = "把撤回理由放回去；重新提交的，加一条 更正: [{日期: …, 理由: …}]"
            yield Found(pair.at("状态"), "以前的撤回理由被拿掉或改写了", hint)
