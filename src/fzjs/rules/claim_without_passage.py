"""合写几年，没有写页或摘录

**查什么**　逐年可合并的资料，一条对应写了几个年度而没有“页”或“摘录”；或一个条目里几个年度分条写，
有的没有“页”也没有“摘录”。

**为什么**　合写几年可以，但每年要有一段，评估的人要翻得到。（附件1 三.2：“每个年度的说明务必做
到清晰完整”）

**错**

```yaml
- {资料: 31-2甲, 年度: 2016-2020}
```

**对**

```yaml
- {资料: 31-2甲, 年度: 2016-2020, 页: 1-3}
```

**怎么改**　写上页，或摘录一句；涉密的条目不写页和摘录，一年写一条对应。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import is_range
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import asked

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a claim on several years of one paper that does not say where each is.

    A paper that another body has yet to issue has no pages.
    """
    if entry.waits_for or all(claim.located for claim in entry.claims):
        return ()
    return _unlocated(entry, catalogue)


def _unlocated(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    needs = [asked(claim, catalogue) for claim in entry.claims]
    several = Counter(need.key for need in needs if need and need.material)
    for claim, need in zip(entry.claims, needs, strict=True):
        if need is None or need.material is None or claim.located:
            continue
        if need.rhythm != "逐年可合并":
            continue
        if is_range(claim.period):
            message = f"{claim.period} 合写在一份里，没有写页或摘录"
        elif several[need.key] > 1 and not entry.secret:
            message = f"同一份材料对应几个年度，{claim.period} 没有写页或摘录"
        else:
            continue
        hint = "涉密的一年写一条，不合写" if entry.secret else "加上 页: 1-2 或 摘录: …"
        yield Found(claim.place, message, hint)
