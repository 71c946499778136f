"""发函、催函、应答、取得的日期颠倒

**查什么**　“外单位”里的日期不是先发函、再催函、再应答、最后取得。

**为什么**　先取得后发函说不通，多半是打错了年份；等了多久也就算不对。

**错**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-02-20, 取得: 2020-03-01}
```

**对**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-02-20, 取得: 2021-03-01}
```

**怎么改**　照函件上的日期改正。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, _: Catalogue) -> Iterable[Found]:
    """Yield the first letter that is dated before the one it follows."""
    if entry.state == "撤回" or not (entry.reminded or entry.answered or entry.received):
        return ()
    return _disordered(entry)


def _disordered(entry: Entry) -> Iterator[Found]:
    given = [
        ("发函", entry.asked),
        *(("催函", day) for day in entry.reminded),
        ("应答", entry.answered),
        ("取得", entry.received),
    ]
    steps = [(name, day) for name, day in given if day]
    for (before, earlier), (after, later) in pairwise(steps):
        if later < earlier:
            message = f"{after} {later} 早于{before} {earlier}"
            yield Found(at(entry, "外单位"), message, "照函件上的日期改正；先发函，最后取得")
            return
