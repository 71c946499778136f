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

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.repository.layout import nfc
from fzjs.rules.base import Found, Scope
from fzjs.rules.evidence_twin_names import alike

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("attachment-outside-repository",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment that is not where the entry says, with the one that looks like it."""
    repository = assessment.repository
    missing = [
        item
        for entry in repository.entries.values()
        for item in (entry.attachments if entry.state != "撤回" else ())
        if item.file and not item.outside and not item.found
    ]
    there = {alike(file): file for file in repository.tree.files("evidence")} if missing else {}
    for item in missing:
        hint = "核对文件名，把文件放到那里；误删的从 git 里找回；存在别处的写 库外: 是"
        other = there.get(alike(item.file))
        if other and other != item.file:
            name = other.rpartition("/")[2]
            hint = f"那里有“{name}”，大小写不同：路径照它写"
            if nfc(other) == nfc(item.file):
                hint = f"那里的“{name}”看着一样，编码不同（macOS 起的名）：照路径重新给文件起名"
        yield Found(item.place, f"找不到附件 {item.file}", hint)
