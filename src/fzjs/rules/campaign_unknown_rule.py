"""设置了没有的规则

**查什么**　`fzjs.yaml` 的“规则”里写了不存在的规则名。

**为什么**　名字写错，想改的级别没有改成，而写的人以为改了。

**错**

```yaml
规则: [{名称: evidence-unseal, 级别: 警告, 理由: 样例无章}]
```

**对**

```yaml
规则: [{名称: evidence-unsealed, 级别: 警告, 理由: 样例无章}]
```

**怎么改**　照 `fzjs check` 输出里方括号中的名字写；用 `fzjs explain` 看全部规则。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.registry import RULES
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each setting of a rule that does not exist."""
    record = campaign_of(document)
    for i, setting in enumerate(record.rules if record else ()):
        if setting.name not in RULES:
            guess = nearest(setting.name, RULES)
            hint = f"是不是“{guess}”？" if guess else "用 fzjs explain 看全部规则"
            place = document.source.locate(("规则", i, "名称"))
            yield Found(place, f"没有“{setting.name}”这条规则", hint)
