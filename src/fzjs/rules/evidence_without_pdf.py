"""没有PDF电子版

**查什么**　`fzjs.yaml` 的“要求”里有“电子文档”时：已提交的条目有附件而没有一个是 `.pdf`，或者是文
件、报告一类材料而只给了网址。没有这项要求的不查。不查的还有：涉密的；外单位还没有给的；图片视频；只有
检索、查证、案卷目录、访谈、考试记录而没有附件的；由 fzjs 出文书的（写了“正文”）。

**为什么**　附件1 二.6：“要求上报的各种资料同时提供纸质版和电子文档（PDF格式）”。

**错**

```yaml
附件: [{路径: 附件/工作报告.docx, sha256: 9f2c…}]
```

**对**

```yaml
附件:
- {路径: 附件/工作报告.pdf, sha256: 81ab…}
- {路径: 附件/工作报告.docx, sha256: 9f2c…}
```

**怎么改**　把盖好章的纸质件扫描，或者把定稿导出成 PDF，用 `fzjs add 文件.pdf --to 条目` 加
进“附件”。太大不放进仓库的，照样写路径并写 `库外: 是`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken
from fzjs.visible import in_shell

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry that is handed in without any PDF."""
    if not broken("evidence-without-pdf", entry, catalogue):
        return ()
    message = "附件里没有PDF电子版" if entry.attachments else "只有网址，没有PDF电子版"
    hint = f"扫描或导出成 PDF，加上：fzjs add 文件.pdf --to {in_shell(entry.file)}"
    return [Found(at(entry, "附件", "公开"), message, hint)]
