"""private/ 里的名单变了

**查什么**　用 `fzjs check --with-private` 时，`private/` 里的名单与条目写的 sha256 不同。不带这个选
项不查。

**为什么**　名单改过，条目写的人数和审核过的就不是这一份。

**错**

```yaml
名单: {人数: 36, sha256: 9f2c…, 存放: private/调解员名单.xlsx}      # 文件又改过
```

**对**

```yaml
名单: {人数: 37, sha256: 51ab…, 存放: private/调解员名单.xlsx}
```

**怎么改**　核对名单，改正人数和 sha256；拿错了文件的换回来。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.PRIVATE


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each list whose bytes are not those that the entry was made with."""
    for entry in assessment.repository.entries.values():
        list_ = entry.shown.name_list
        if list_ is None or entry.state == "撤回":
            continue
        found = assessment.repository.tree.digest(list_.file)
        if found and found != list_.sha256:
            message = f"{list_.file} 与登记的不是同一份"
            yield Found(list_.place, message, f"名单是对的，sha256 改为 {found}，并核对人数")
