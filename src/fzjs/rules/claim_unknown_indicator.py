"""点到的指标不存在

**查什么**　“对应”的“点到”里写了没有的指标编号。
换版留下的 `旧体系…` 不查。

**为什么**　编号写错，那一项就还是没有材料证明。

**错**

```yaml
- {资料: 31-2乙, 年度: 2020, 点到: [320]}
```

**对**

```yaml
- {资料: 31-2乙, 年度: 2020, 点到: [32]}
```

**怎么改**　写共用这份资料的那一项的编号。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry, is_former
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a claim whose 点到 names no indicator."""
    if not any(claim.names for claim in entry.claims):
        return ()
    return _unknown(entry, catalogue)


def _unknown(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    for claim in entry.claims:
        for name in claim.names:
            if name not in catalogue.rows and not is_former(name):
                guess = nearest(name, catalogue.rows)
                hint = f"是不是“{catalogue.label(guess)}”？" if guess else "写指标的编号，如 32"
                yield Found(claim.place, f"点到：没有第“{name}”项", hint)
