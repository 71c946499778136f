"""该由别的单位出具的，由本单位出具

**查什么**　资料写明由法院、复议机关、上级等出具，已提交的条目却没有写出具单位，或写的
是本单位、本单位的科室、名称以本单位开头的单位。

**为什么**　败诉率、被纠错数要由别的单位证明，自己写的不能作数。

**错**

```yaml
对应: [{资料: 74-2, 年度: 汇总}]     # 由法院出具
出具单位: 示例市司法局
```

**对**

```yaml
对应: [{资料: 74-2, 年度: 汇总}]
出具单位: 示例市中级人民法院
```

**怎么改**　写上 `出具单位`；还没有拿到的，写 `外单位: {出具: …, 发函: …}`。
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
    """Yield a paper of the unit's own where another body must issue it."""
    if not broken("evidence-wrong-issuer", entry, catalogue):
        return ()
    asked = [m.issuer for m in sound.materials_of(entry, catalogue) if m.issuer]
    message = f"这项资料要由{'、'.join(dict.fromkeys(asked))}出具"
    hint = "写上 出具单位；还没有拿到的，写 外单位: {出具: …, 发函: …}"
    return [Found(at(entry, "出具单位", "外单位", "对应"), message, hint)]
