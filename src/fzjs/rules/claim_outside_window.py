"""年度在窗口以外

**查什么**　“年度”不在创建的窗口里，或不在这项资料自己的年限里（如“2018年以来”），或还没有到该报
的时候；逐件报的，件数超过了目录所列。

**为什么**　窗口以外的年度不算。（附件1 四.3：“提供的相关资料应当按照从2016年—2021年上半年时间顺
序进行排列”）

**错**

```yaml
窗口: 2016-2021
对应: [{资料: 31-2甲, 年度: 2015}]
```

**对**

```yaml
对应: [{资料: 31-2甲, 年度: 2016}]
```

**怎么改**　年度写错的改正；确是窗口以外的材料，不要报。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import BY_PIECE, BY_YEAR, claimed_years, fits, has_year, spans
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Years, is_former
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import Asked, asked, asked_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("claim-wrong-period",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a claim on years, or on a piece (逐件), that nothing is owed for."""
    catalogue = assessment.catalogue
    for entry in assessment.repository.entries.values():
        for claim in entry.claims:
            message = catalogue.once(_outside, (claim.material, claim.period))
            if message:
                hint = "改正年度；确在窗口以外的，删去这条对应"
                yield Found(claim.period_place, message, hint)
            elif claim.period.isdigit() and not has_year(claim.period):
                yield from _piece(claim, assessment)


def _outside(claimed: tuple[str, str], catalogue: Catalogue) -> str:
    """Say what is wrong with the years that are claimed of a material, "" where nothing is."""
    reference, period = claimed
    need = catalogue.once(asked_of, reference)
    if is_former(reference) or not has_year(period) or (need and not fits(need.rhythm, period)):
        return ""
    window = _window(need, catalogue)
    rhythm = need.rhythm if need and need.rhythm in _TIMED else "每年"
    owed = spans(rhythm, window, catalogue.campaign.cutoff)
    years = {year for span in owed for year in span.years}
    half = period[-1] in "上下" and period not in {span.label for span in owed}
    if half or not claimed_years(period, window) <= years:
        first, last = (owed[0].label, owed[-1].label) if owed else map(str, window)
        return f"年度“{period}”不在应报的 {first} 至 {last} 之内"
    return ""


def _piece(claim: Claim, assessment: Assessment) -> Iterator[Found]:
    """Until a sound list says how many there are, no number is too high."""
    catalogue = assessment.catalogue
    need = asked(claim, catalogue)
    if is_former(claim.material) or not (need and need.material and need.rhythm == BY_PIECE):
        return
    listed = catalogue.material(need.material.listed_in)
    count = assessment.pieces.get(listed, None if listed else 1)
    if count is not None and int(claim.period) > max(1, count):
        by = f"{catalogue.label(listed)}列了" if listed else "应报"
        message = f"第{claim.period}件不在应报之内：{by}{count}件"
        yield Found(claim.period_place, message, "改正是第几件；清单漏列的，先改清单的 件数")


_TIMED = BY_YEAR | {"每半年"}


def _window(need: Asked | None, catalogue: Catalogue) -> Years:
    """Return the material's own window where its words give one, else the campaign's."""
    first, last = catalogue.campaign.window
    if need is None or need.material is None:
        return first, last
    return need.material.since or first, need.material.until or last
