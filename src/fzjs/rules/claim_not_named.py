"""共用的资料没有点到应点到的指标

**查什么**　有的指标没有自己的资料，写明要由别项的资料“点到”；这条对应没有写“点到”。

**为什么**　32 项共用 31 项的资料，资料里没有提到 32 项，评估时等于没有。

**错**

```yaml
- {资料: 31-2乙, 年度: 2020}
```

**对**

```yaml
- {资料: 31-2乙, 年度: 2020, 点到: [32]}
```

**怎么改**　材料里写到那一项的，加上 点到；没有写到的，先补写材料。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a claim on a shared material that does not name the rows sharing it."""
    sharing = catalogue.once(_sharing)
    shared = any(catalogue.material(claim.material) in sharing for claim in entry.claims)
    if not shared or entry.secret or entry.state == "撤回":
        return ()
    return _unnamed(entry, catalogue, sharing)


def _unnamed(
    entry: Entry, catalogue: Catalogue, sharing: Mapping[str, list[str]]
) -> Iterator[Found]:
    for claim in entry.claims:
        rows = sharing.get(catalogue.material(claim.material), [])
        missing = [row for row in rows if row not in claim.names]
        if missing:
            named = "、".join(f"第{catalogue.label(row)}项" for row in missing)
            wanted = ", ".join(map(catalogue.label, missing))
            message = f"{catalogue.label(claim.material)}还要证明{named}，没有点到"
            yield Found(claim.place, message, f"材料里写到的，加上 点到: [{wanted}]")


def _sharing(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return, by material, the rows that want to be named by claims on it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, row in catalogue.rows.items():
        for reference in row.indicator.named_in:
            found[catalogue.material(reference)].append(key)
    return dict(found)
