"""附件不在仓库里

**查什么**　条目写的附件找不到。写了 `库外: 是` 的不查；撤回的条目不查。

**为什么**　评估的人要从指标翻到材料；附件没有提交，等于没有报。

**错**

```yaml
附件: [{路径: 附件/2020-合法性审核.PDF, sha256: …}]     # 文件名是 .pdf
```

**对**

```yaml
附件: [{路径: 附件/2020-合法性审核.pdf, sha256: …}]
```

**怎么改**　看看文件名（大小写、空格、全半角）是否一致，文件有没有 `git add`；存在别处的写
`库外: 是`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY
SILENCED_BY = ("attachment-outside-repository",)


def find(entry: Entry, _: Catalogue) -> Iterator[Found]:
    """Yield each attachment that is not where the entry says."""
    for item in entry.attachments if entry.state != "撤回" else ():
        if item.file and not item.outside and not item.found:
            hint = "核对文件名，把文件放到那里；存在别处的写 库外: 是"
            yield Found(item.place, f"找不到附件 {item.file}", hint)
