"""附件只剩 LFS 的指针，文件本身没有交

**查什么**　合并请求里新增或改动的附件，内容是 Git LFS 的指针（三行：version、oid、size），而
`.gitattributes` 没有让这个路径进 LFS（`filter=lfs`）。

**为什么**　指针里只有哈希，没有文件。不归 LFS 管的指针，谁也取不回原来的文件，哈希却照样对得上，
检查看不出来。

**错**

```text
version https://git-lfs.github.com/spec/v1
oid sha256:4665a5ea423c2713d436b5ee50593a9640e0018c1550b5a0002f74190d6caea8
size 1024
```

**对**　交文件本身；或者先让附件进 LFS，再加附件。

```text
# .gitattributes
evidence/**/附件/** filter=lfs diff=lfs merge=lfs -text
```

**怎么改**　把文件本身放回来（`git checkout origin/main -- 文件`，或 `git lfs pull` 以后复
制过来）；仓库用 LFS 的，请创建办在 `.gitattributes` 里加上这个路径。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each touched attachment of which nothing but the hash is here."""
    for file in change.pointers:
        hint = (
            "交文件本身：git checkout origin/main -- 文件；用 LFS 的，.gitattributes 写 filter=lfs"
        )
        yield Found(Location(file), "附件只剩 LFS 的指针，文件本身没有交", hint)
