"""private/ 里没有这份名单

**查什么**　用 `fzjs check --with-private` 时，“名单”的“存放”所写的文件不在 `private/` 里。不带
这个选项不查。

**为什么**　仓库里只有人数和哈希，名单丢了就什么也证明不了。

**错**

```yaml
名单: {人数: 36, sha256: 9f2c…, 存放: private/调解员名单.xlsx}      # 没有这个文件
```

**对**

```yaml
名单: {人数: 36, sha256: 9f2c…, 存放: private/2020-调解员名单.xlsx}
```

**怎么改**　把名单放回 `private/`，或者改正“存放”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.PRIVATE


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each list that is not where the entry says."""
    for entry in assessment.repository.entries.values():
        list_ = entry.shown.name_list
        if list_ is None or entry.state == "撤回":
            continue
        if not assessment.repository.tree.digest(list_.file):
            hint = "把名单放回去；改了名的，改“存放”；不在这台电脑上的，找存名单的人"
            yield Found(list_.place, f"没有文件 {list_.file}", hint)
