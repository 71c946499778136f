"""对应的资料不止一项

**查什么**　条目写了 31-2，而第31项有 2甲 和 2乙。

**为什么**　原表的序号重复，只写序号分不清证明的是哪一件，两件都不会算。

**错**

```yaml
对应: [{资料: 31-2, 年度: 2020}]
```

**对**

```yaml
对应: [{资料: 31-2甲, 年度: 2020}]
```

**怎么改**　看提示里两项的内容，写明是哪一项；两项都证明的写两条。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY

_SHOWN = 24


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a claim on a printed number that the plan repeats."""
    if not any(claim.material in catalogue.repeated for claim in entry.claims):
        return ()
    return _ambiguous(entry, catalogue)


def _ambiguous(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    for claim in entry.claims:
        if claim.material in catalogue.repeated and not catalogue.owes(claim.material):
            meant = (catalogue.materials[key] for key in catalogue.repeated[claim.material])
            hint = "；".join(f"{catalogue.label(m.key)}：{_short(m.text)}" for m in meant)
            message = f"“{catalogue.label(claim.material)}”不止一项，分不清是哪一项"
            yield Found(claim.place, message, f"写明是哪一项。{hint}")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
