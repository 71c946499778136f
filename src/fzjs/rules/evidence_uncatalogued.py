"""几个附件没有名称，列不出目录

**查什么**　`fzjs.yaml` 的“要求”里有“材料目录”时：已提交的制度文件、文件、证书、清单，附件不止一个，
其中有的没有写 `名称`。没有这项要求的不查。

**为什么**　附件1 三.1：“提供的规章、文件、证书、证件、清单等要有目录，一律提供原件”。附件都有名称，
目录才印得出来。

**错**

```yaml
种类: 文件
附件:
- {路径: 附件/1.pdf, sha256: 9f2c…}
- {路径: 附件/2.pdf, sha256: 81ab…}
```

**对**

```yaml
种类: 文件
附件:
- {路径: 附件/1.pdf, sha256: 9f2c…, 名称: 示司〔2019〕3号 关于公布……的通知}
- {路径: 附件/2.pdf, sha256: 81ab…, 名称: 示司〔2020〕7号 关于修改……的通知}
```

**怎么改**　照每个附件的题目写 `名称`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each attachment of an entry that is handed in which has no name to be listed by."""
    if not broken("evidence-uncatalogued", entry, catalogue):
        return ()
    return [
        Found(each.place, f"附件“{each.path}”没有名称，列不进目录", "加上 名称: 附件的题目")
        for each in entry.attachments
        if not each.title
    ]
