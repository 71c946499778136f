"""已提交，材料还在等外单位出具

**查什么**　状态写的是 已提交，“外单位”还没有“取得”的日期。

**为什么**　等外单位出具的，算“待外单位”，不算报了，也不会有人审核：写已提交的人要知道。法院、上级
机关出具的材料等得最久。（附件2 83：“人民法院出具相关佐证材料”）

**错**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-02-01}
状态: 已提交
```

**对**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-02-01, 取得: 2021-02-25}
状态: 已提交
```

**怎么改**　材料到手后写上 取得 的日期和附件；还没到的不用改，只是提醒。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY


def find(entry: Entry, _: Catalogue) -> Iterator[Found]:
    """Yield an entry handed in whose paper is not there yet."""
    if entry.waits_for and entry.state == "已提交":
        message = f"写的是已提交，{entry.waits_for}还没有出具，算“待外单位”，不算报了"
        hint = "到手后在“外单位”里写上 取得 的日期；还没到的不用改"
        yield Found(at(entry, "状态"), message, hint)
