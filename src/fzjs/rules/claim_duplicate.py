"""同一项资料、同一年度对应了两次

**查什么**　一个条目里有两条“对应”，资料和年度都相同（“同”的资料算一项）。

**为什么**　多半是复制后忘了改年度，少对应了一年。

**错**

```yaml
- {资料: 31-2甲, 年度: 2020}
- {资料: 31-2甲, 年度: 2020}
```

**对**

```yaml
- {资料: 31-2甲, 年度: 2019, 页: 1}
- {资料: 31-2甲, 年度: 2020, 页: 2}
```

**怎么改**　改正年度或代号；多余的删去，两处的页合在一条里。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield the second claim of one material and period."""
    return _repeated(entry, catalogue) if len(entry.claims) > 1 else ()


def _repeated(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    first: dict[tuple[str, str], Location] = {}
    for claim in entry.claims:
        key = catalogue.material(claim.material), claim.period
        if key in first:
            message = f"{catalogue.label(claim.material)}/{claim.period} 对应了两次"
            related = ((first[key], "第一次在这里"),)
            yield Found(claim.place, message, "改正年度或代号，多余的删去", related)
        first.setdefault(key, claim.place)
