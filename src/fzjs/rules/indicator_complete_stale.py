"""齐备，但证明已经过时

**查什么**　指标是齐备，其中“时点”（当前）资料的落款、检索日期，或网络检索的检索日期，都早于一年以
前。从今天算起；过了截止日的，从截止日算起。按年度报的、汇总的、现行的不查：它们说的就是那几年的事。

**为什么**　附件2 第15、19、21项要的是“当前本部门……”，一年前的情况不是当前的；网页一年没有打开看过，
可能已经打不开。（附件1 二.1：“网上公开……全部事项和相关文件、制度”）审核通过以后没有人再看，屏幕上
却一直是齐备。

**错**

```yaml
对应: [{资料: 21-1, 年度: 时点}]
落款日期: 2019-11-05     # 今天是 2021-03-02
```

**对**

```yaml
对应: [{资料: 21-1, 年度: 时点}]
落款日期: 2021-02-05
```

**怎么改**　照现在的情况重写一份；网页重新打开看过，改“检索日期”，再请审核科室复核。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from fzjs.assess import Assessment, Judged, Met, Progress, State
from fzjs.assess.period import AT_TIME
from fzjs.assess.satisfy import Proof
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN

_NAMED = 3


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, once for each 齐备 indicator, what is met only by proof of more than a year ago."""
    day = min(assessment.today, assessment.repository.campaign.cutoff)
    limit = day.replace(day=min(day.day, 28), year=day.year - 1)
    for judged in assessment.indicators.values():
        stale = _stale(judged, limit) if judged.progress is Progress.COMPLETE else []
        if stale:
            labels = [met.due.label for met, _ in stale]
            named = "、".join(labels[:_NAMED]) + (f"等{len(labels)}件" if labels[_NAMED:] else "")
            newest = max(date for _, date in stale)
            number = judged.row.indicator.number
            message = f"第{number}项已齐备，但{named}的证明最近一次是 {newest}，过了一年"
            hint = f"照 {day} 往前一年以内的情况重写或重新检索，改好日期，再请复核"
            first, *others = dict.fromkeys(met.proofs[0].claim.place for met, _ in stale)
            yield Found(first, message, hint, tuple((place, "还有这里") for place in others))


def _stale(judged: Judged, limit: datetime.date) -> list[tuple[Met, datetime.date]]:
    """Return the indicator's own 应报件 that age, where every proof is older than the limit."""
    found: list[tuple[Met, datetime.date]] = []
    for met in judged.owed:
        own = met.due.indicator == judged.row.indicator.key and not met.due.excused
        if own and (met.due.web or met.due.rhythm == AT_TIME):
            dates = [_looked(p, web=met.due.web) for p in met.proofs if p.state is State.PASSED]
            known = [date for date in dates if date]
            if known and len(known) == len(dates) and max(known) < limit:
                found.append((met, max(known)))
    return found


def _looked(proof: Proof, *, web: bool) -> datetime.date | None:
    """Return the day for which a proof speaks; None where it does not say."""
    entry = proof.standing.entry
    days = [page.retrieved for page in entry.web] + ([] if web else [entry.dated])
    return max((day for day in days if day), default=None)
