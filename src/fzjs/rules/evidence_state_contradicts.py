"""条目的状态和它自己的记录对不上

**查什么**　草稿却已经交件，或已经审核过而没有写更正；写了“撤回理由”而状态不是撤回；交件的日期在
今天以后；落款晚于取得或交件。（取得在今天以后、函件的先后，另有规则查。）

**为什么**　状态是手写的，日期也是手写的，两样不会都对。草稿不算报了，交了件的草稿就白交。（附件1
三.2：“情况属实”）

**错**

```yaml
状态: 草稿
交件: {日期: 2021-03-01, 份数: 3}
```

**对**

```yaml
状态: 已提交
交件: {日期: 2021-03-01, 份数: 3}
```

**怎么改**　看提示，改状态或改日期；审核后收回重改的，加上 更正。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Date, Entry, Review
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each state and each day of an entry that another part of its record denies."""
    reviews = assessment.repository.reviews
    for entry in assessment.repository.entries.values():
        if entry.state == "草稿" or "撤回理由" in entry.places:
            yield from _state(entry, reviews.get(entry.id))
        if (entry.handed or entry.received) and entry.state != "撤回":
            yield from _days(entry, assessment.today)


def _state(entry: Entry, review: Review | None) -> Iterator[Found]:
    if "撤回理由" in entry.places and entry.state != "撤回":
        hint = "确是撤回的，改成 状态: 撤回；不是的，删去“撤回理由”"
        yield Found(at(entry, "撤回理由"), f"写了撤回理由，状态却是{entry.state}", hint)
    if entry.state != "草稿":
        return
    if entry.handed:
        message = f"{entry.handed} 已经交件，状态却还是草稿，不算报了"
        yield Found(at(entry, "状态"), message, "改成 状态: 已提交；没有交的，删去“交件”")
    if review and not (entry.corrected and entry.corrected >= review.date):
        message = f"{review.date} 审核过，状态却是草稿"
        hint = "改成 状态: 已提交；收回重改的，加上 更正: [{日期: …, 理由: …}]"
        yield Found(at(entry, "状态"), message, hint, ((review.place, "审核在这里"),))


def _days(entry: Entry, today: Date) -> Iterator[Found]:
    """Yield the days that cannot all be right."""
    got, handed, dated = entry.received, entry.handed, entry.dated
    if handed and handed > today:
        hint = "还没有交的，删去“交件”；日期打错的改正"
        yield Found(at(entry, "交件"), f"交件的日期 {handed} 在今天（{today}）以后", hint)
    for day, name in ((got, "取得"), (handed, "交件")):
        if day and dated and dated > day:
            message = f"落款 {dated} 比{name}的日期 {day} 还晚"
            yield Found(at(entry, "落款日期"), message, "核对两个日期，打错的改正")
