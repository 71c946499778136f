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

from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import EVERY_TWO, claimed_years, fits, is_range, spans
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import Asked, asked

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


def find(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    """Yield a claim whose 年度 cannot be one of its material's periods."""
    for claim in entry.claims:
        need = asked(claim, catalogue)
        if need and (not fits(need.rhythm, claim.period) or _straddles(need, claim, catalogue)):
            label = catalogue.label(claim.material)
            message = f"{label}按“{need.rhythm}”报，年度不能写“{claim.period}”"
            yield Found(claim.period_place, message, _HINTS[need.rhythm])


def _straddles(need: Asked, claim: Claim, catalogue: Catalogue) -> bool:
    """Tell whether a range reaches beyond every one of the two-year periods that are owed."""
    if need.material is None or need.rhythm != EVERY_TWO or not is_range(claim.period):
        return False
    campaign = catalogue.campaign
    first, last = campaign.window
    window = (need.material.since or first, need.material.until or last)
    years = claimed_years(claim.period, window)
    owed = spans(need.rhythm, window, campaign.cutoff)
    return not any(years <= set(span.years) for span in owed)
