"""情况说明附件的格式不合一般要求

**查什么**　已提交的本单位情况说明，附件是 Word 文件（.docx）的：GB/T 9704-2012 写“一般”“可以”的，和
各单位通行的做法，如每页 22 行、小标题字体、序号写法、页码、半角标点、没有接受的修订。一个附件只提示
一次。

**为什么**　GB/T 9704-2012 7.3.3：“一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标
注”。不这样不算错，几十份放在一起就看得出不整齐；留着修订和批注的交上去，还会让人看到删掉的话。

**错**

```text
1、健全制度
```

**对**

```text
1.健全制度
```

**怎么改**　运行 `fzjs format 文件`，一条条都列在那里，写着在 WPS 里怎么改；确有理由的可以不改，或在
`fzjs.yaml` 的“规则”里把本规则改成提示、关闭。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.formatted import statements
from fzjs.tree import AnyTree
from fzjs.visible import in_shell

SEVERITY = Severity.WARNING
SCOPE = Scope.PAPERS


def find(entry: Entry, catalogue: Catalogue, tree: AnyTree) -> Iterator[Found]:
    """Yield each statement's file that is not as it usually is: the first point, and how many."""
    for item, held in statements(entry, catalogue, tree):
        advised = [each for each in held.findings if not each.level.unfit]
        if advised:
            first = advised[0]
            where = f"{first.place}：" if first.place else ""
            more = f"，共{len(advised)}条" if len(advised) > 1 else ""
            message = f"附件 {item.path} {where}{first.message}（{first.clause}）{more}"
            hint = f"{first.hint}；全部的看 fzjs format {in_shell(item.file)}"
            yield Found(item.place, message, hint)
