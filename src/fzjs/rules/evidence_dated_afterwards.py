"""证明往年的材料，落款晚了一年以上

**查什么**　本单位的材料只对应往年，落款却在那以后的第二年或更晚。情况说明、目录、清单、汇总表、
无此情形、零报告是事后整理的，不查。

**为什么**　2016 年的会议纪要落款 2021 年，看着像事后补造；评估要看原件。（附件1 三.1：“一律提供
原件”）

**错**

```yaml
种类: 会议材料
对应: [{资料: 45-3, 年度: 2016}]
落款日期: 2021-02-12
```

**对**

```yaml
种类: 会议材料
对应: [{资料: 45-3, 年度: 2016}]
落款日期: 2016-03-10
```

**怎么改**　落款日期照原件写；确是事后整理的，种类改为情况说明、目录或汇总表，但要是所对应的资料收的
种类。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import claimed_years, has_year
from fzjs.assess.satisfy import takes
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import asked
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY

_COMPILED = ("情况说明", "目录", "汇总表", "清单", "零报告", "无此情形")
_OFFERED = _COMPILED[:3]
_EVER = 9999


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an own paper that speaks only of years long before its date."""
    if entry.dated is None or entry.kind in _COMPILED:
        return ()
    last = max([catalogue.once(_last_year, claim.period) for claim in entry.claims], default=0)
    if not 0 < last < entry.dated.year - 1 or not sound.is_own(entry, catalogue):
        return ()
    message = f"只证明 {last} 年及以前，落款却是 {entry.dated}"
    kinds = " 或 ".join(_fitting(entry, catalogue))
    hint = "照原件的落款日期写" + (f"；事后整理的，种类改为 {kinds}" if kinds else "")
    return [Found(at(entry, "落款日期"), message, hint)]


def _last_year(period: str, catalogue: Catalogue) -> int:
    """Return the last year of a 年度; one that names no year is of no time, and never long past."""
    if not has_year(period):
        return _EVER
    return max(claimed_years(period, catalogue.campaign.window), default=0)


def _fitting(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    """Yield the kinds of compiled papers that every claim takes: another would be refused."""
    needs = [need for claim in entry.claims if (need := asked(claim, catalogue))]
    for kind in _OFFERED:
        if all(need.web or need.method or takes(need.kind, need.rhythm, kind) for need in needs):
            yield kind
