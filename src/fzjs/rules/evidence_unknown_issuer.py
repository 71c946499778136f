"""本单位的情况说明写了别的出具单位

**查什么**　已提交的情况说明，“出具单位”不是本单位的全称（`fzjs.yaml` 的“单位”或“默认.出具单位”），
又没有写“外单位”，所对应的资料也没有说由别的单位出具或可用上级的顶替。

**为什么**　附件1 三.2：“落款需注明提供单位规范名称和日期”。本单位的说明照样要标题合式、有落款日期、
盖章，写一个简称不能免。

**错**

```yaml
种类: 情况说明
出具单位: 司法局
```

**对**

```yaml
种类: 情况说明
外单位: {出具: 示例市财政局, 发函: 2021-01-08, 取得: 2021-01-29}
```

**怎么改**　本单位的材料不写 出具单位，删去这一行；外单位的写 `外单位: {出具: …}`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a statement whose 出具单位 is neither the unit nor a body that may issue it."""
    if not broken("evidence-unknown-issuer", entry, catalogue):
        return ()
    message = f"“{entry.issuer}”不是本单位的全称，也没有写明由外单位出具"
    hint = "本单位的材料不写出具单位；外单位的写 外单位: {出具: …}"
    return [Found(at(entry, "出具单位"), message, hint)]
