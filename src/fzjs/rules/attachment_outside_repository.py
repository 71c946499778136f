"""附件路径越出仓库

**查什么**　“路径”以 / 开头，有 ..、盘符、反斜杠或设备名；或路径是一个指向仓库外面的链接。

**为什么**　别人检出仓库拿不到外面的文件；而能读到外面的路径是安全漏洞。

**错**

```yaml
附件: [{路径: ../../桌面/说明.pdf, sha256: …}]
```

**对**

```yaml
附件: [{路径: 附件/说明.pdf, sha256: …}]
```

**怎么改**　把文件复制进科室的“附件”文件夹，路径从条目所在的文件夹写起。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment whose path, or the link there, leaves the repository."""
    leaves = assessment.repository.tree.leaves
    for entry in assessment.repository.entries.values():
        for item in entry.attachments:
            link = item.file and not item.outside and not item.found and leaves(item.file)
            if not item.file or link:
                what = "是指向仓库外面的链接" if link else "越出了仓库"
                hint = "把文件复制进“附件”文件夹，写成 路径: 附件/文件名"
                yield Found(item.place, f"附件路径“{item.path}”{what}", hint)
