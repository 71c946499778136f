"""附件与登记时不一样

**查什么**　附件的 sha256 与条目里写的不同。撤回的条目不查。

**为什么**　登记、审核的是那一份，现在仓库里是另一份：不知道是谁换的，审核就不作数。

**错**

```yaml
附件: [{路径: 附件/说明.pdf, sha256: 9f2c…}]     # 后来换了扫描件
```

**对**

```yaml
附件: [{路径: 附件/说明.pdf, sha256: 41d7…}]
更正: [{日期: 2021-02-20, 理由: 换了盖章的扫描件}]
```

**怎么改**　有意换的，把提示里的新值抄进去；不是有意的，用 `git checkout -- 附件路径` 换回来。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.tree import BROKEN_POINTER
from fzjs.visible import in_shell

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each attachment whose bytes are others than those registered."""
    if "attachment-hash-differs" not in sound.broken(entry, catalogue) or entry.state == "撤回":
        return ()
    return _changed(entry)


def _changed(entry: Entry) -> Iterator[Found]:
    for item in entry.attachments:
        if item.found == BROKEN_POINTER:
            hint = "运行 git checkout -- 附件路径 换回来；还不行，把原来的文件重新放进去再提交"
            yield Found(item.place, f"附件 {item.path} 是 Git LFS 的指针，可指针坏了", hint)
        elif item.found and item.found != item.sha256:
            command = f"fzjs add {in_shell(item.file)} --to {in_shell(entry.file)}"
            hint = f"有意换的，{command}（或写 sha256: {item.found}）；不是有意的，换回原来的文件"
            yield Found(item.place, f"附件 {item.path} 与登记时不一样", hint)
