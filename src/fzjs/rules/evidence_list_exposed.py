"""名单的表格或文档放进了仓库

**查什么**　种类是名单的条目，附件是仓库里的表格、Word、文本或压缩文件（没有写 `库外: 是`）。草稿也
查：进了 git 就删不掉。

**为什么**　名单有姓名、电话、住址，仓库会公开。（附件2 第44项：“法律顾问、公职律师名单及其联系方
式”；只留人数和哈希，名单放在不进 git 的 `private/`）

**错**

```yaml
种类: 名单
附件: [{路径: 附件/调解员名单.xlsx, sha256: 9f2c…}]
```

**对**

```yaml
种类: 名单
名单: {人数: 36, sha256: 9f2c…, 存放: private/调解员名单.xlsx}
```

**怎么改**　把文件移到 `private/`，删去这个附件，改写“名单”。已经推送的，告诉管理员清理历史：只删
文件，历史里还在。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY

_OPEN = (
    ".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".csv", ".tsv",
    ".doc", ".docx", ".docm", ".wps", ".wpt", ".odt", ".rtf", ".txt", ".md", ".vcf",
    ".zip", ".rar", ".7z",
)  # fmt: skip
"""Spreadsheets, word processors' files, plain text, archives: what a list of persons comes in."""


def find(entry: Entry, _: Catalogue) -> Iterable[Found]:
    """Yield each attachment of a list that holds the list itself in a form to copy from."""
    return _exposed(entry) if entry.kind == "名单" else ()


def _exposed(entry: Entry) -> Iterator[Found]:
    for attachment in entry.attachments:
        if not attachment.outside and attachment.path.lower().endswith(_OPEN):
            message = "名单不能放进仓库：里面有姓名、电话"
            hint = "移到 private/，这里写 名单: {人数: …, sha256: …, 存放: private/…}"
            yield Found(attachment.place, message, hint)
