"""缺该种类应有的内容

**查什么**　已提交的条目：网络检索没有“公开”或“网络检索”，零报告没有“查证”，无此情形既没有“查
证”“网络检索”“公开”、又不是有落款日期、盖章和附件的一份材料，案卷没有“案卷”，访谈没有“访谈”，
考试没有“考试”，资料原话要“联系方式”的名单没有“名单”。

**为什么**　说没有，要说明在哪里查过、哪天查的；说评查过，要有目录。（附件1 四.2：“‘案卷评查’应
提供案卷目录”）名单和联系方式不能进仓库，要写人数和 private/ 里那份的哈希。

**错**

```yaml
种类: 零报告
状态: 已提交
```

**对**

```yaml
种类: 零报告
查证: [{查阅: 2020年收文登记簿, 日期: 2021-02-10, 结果: 未查到}]
状态: 已提交
```

**怎么改**　照提示补上那个键。无此情形的，写清在哪里查、哪天查的；已经有盖章的情况材料的，写落款
日期、盖章，挂上附件。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry without the key that its kind stands for."""
    if not broken("evidence-kind-incomplete", entry, catalogue):
        return ()
    key = sound.KIND_KEYS.get(entry.kind, "")
    message = f"种类是{entry.kind}，没有写“{key}”"
    hint = f"加上“{key}”；种类写错的改种类"
    if key == "名单":
        hint = "名单本身放进 private/，这里写 名单: {人数: 36, sha256: …, 存放: private/名单.xlsx}"
    return [Found(at(entry, "种类"), message, hint)]
