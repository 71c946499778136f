"""年度的写法不合这项资料

**查什么**　资料按什么报，“年度”就怎么写：每年的一条一个年度；汇总的写汇总或年度；每2年
的写那两年或其中一年，不跨到别的两年；现行、时点、有则报照写；逐件的写第几件。

**为什么**　写法不合就对不上应报件，材料白报。（附件1 三.2：“每个年度的说明务必做到清晰完整”）

**错**

```yaml
- {资料: 56-2, 年度: 2016-2020}     # 每年一份的报告
```

**对**

```yaml
- {资料: 56-2, 年度: 2020}
```

**怎么改**　照提示写；用 `fzjs show 编号` 可以看到这项资料按什么报。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import EVERY_TWO, claimed_years, fits, is_range, spans
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import Asked, asked_of

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY

_HINTS = {
    "每年": "每年一份，一条只写一个年度，如 年度: 2020",
    "上年度": "每年一份，一条只写一个年度，如 年度: 2020",
    "逐年可合并": "写年度，如 2020；合写几年的写 2016-2020，并写页或摘录",
    "每2年": "两年一份，写 2016-2017 或其中一年，不跨到别的两年",
    "每半年": "写 2020上 或 2020下",
    "汇总": "写 汇总，或写年度，如 2020、2016-2021",
    "有则报": "写 有则报",
    "逐件": "写第几件，如 1",
    "时点": "写 时点",
    "现行": "写 现行",
}


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a claim whose 年度 cannot be one of its material's periods."""
    rhythms = [catalogue.once(_unfit, (claim.material, claim.period)) for claim in entry.claims]
    if not any(rhythms):
        return ()
    wrong = ((c, rhythm) for c, rhythm in zip(entry.claims, rhythms, strict=True) if rhythm)
    return [_found(claim, rhythm, catalogue) for claim, rhythm in wrong]


def _found(claim: Claim, rhythm: str, catalogue: Catalogue) -> Found:
    label = catalogue.label(claim.material)
    message = f"{label}按“{rhythm}”报，年度不能写“{claim.period}”"
    return Found(claim.period_place, message, _HINTS[rhythm])


def _unfit(claimed: tuple[str, str], catalogue: Catalogue) -> str:
    """Return the rhythm of a material that a 年度 does not fit, "" where it does."""
    reference, period = claimed
    need = catalogue.once(asked_of, reference)
    if need and (not fits(need.rhythm, period) or _straddles(need, period, catalogue)):
        return need.rhythm
    return ""


def _straddles(need: Asked, period: str, catalogue: Catalogue) -> bool:
    """Tell whether a range reaches beyond every one of the two-year periods that are owed."""
    if need.material is None or need.rhythm != EVERY_TWO or not is_range(period):
        return False
    campaign = catalogue.campaign
    first, last = campaign.window
    window = (need.material.since or first, need.material.until or last)
    years = claimed_years(period, window)
    owed = spans(need.rhythm, window, campaign.cutoff)
    return not any(years <= set(span.years) for span in owed)
