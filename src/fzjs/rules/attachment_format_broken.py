"""情况说明附件的格式不合规定

**查什么**　已提交的本单位情况说明，附件是 Word 文件（.docx）的：纸张、页边距、发文字号、附件说明、
成文日期不合 GB/T 9704-2012 的规定；标题、字体、落款不合 `fzjs.yaml`“情况说明”“要求”写的；或者文件打
不开。扫描件、PDF 不查。

**为什么**　附件1 三.2：“标题为《濮阳市司法局关于……的情况说明》，落款需注明提供单位规范名称和日期……
标题采用2号小标宋字体，正文采用3号仿宋GB2312字体”。格式不对，审核要退回重做。

**错**

```text
落款日期打成 2021.2.20，页边距是 Word 新建时的 25.4、31.8 毫米
```

**对**

```text
落款日期写成 2021年2月20日，页边距上 37、下 35、左 28、右 26 毫米
```

**怎么改**　照提示在 WPS 或 Word 里改好，运行 `fzjs format 文件` 再看一遍，然后用
`fzjs add 文件 --to 条目` 换上。一般、推荐的要求见 attachment-format-advised。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.formatted import statements
from fzjs.tree import AnyTree

SEVERITY = Severity.ERROR
SCOPE = Scope.PAPERS


def find(entry: Entry, catalogue: Catalogue, tree: AnyTree) -> Iterator[Found]:
    """Yield what makes a statement's file unfit, and each file that cannot be opened."""
    for item, held in statements(entry, catalogue, tree):
        if held.refused:
            yield Found(item.place, f"附件 {item.path} 打不开：{held.refused}", "换一份打得开的")
        for each in held.findings:
            if each.level.unfit:
                where = f"{each.place}：" if each.place else ""
                message = f"附件 {item.path} {where}{each.message}（{each.clause}）"
                yield Found(item.place, message, each.hint)
