"""台账写已完成，应报件还没报齐

**查什么**　科室最近一个月的工作台账，某项指标某年度写“已完成”，而本科室那一年还有应报件没有报：未
报、退回、待外单位、草稿、缺东西不算数的。没有年度的（汇总、时点、现行、有则报、逐件）算在窗口最后
一年，两年一报的算在后一年。批准不适用的不算；填表以后才退回的，下个月的台账再改。材料都被退回、撤
回的，由ledger-done-returned 报。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”。写了已完成，
创建办就不再催；件还欠着，到截止日才发现。

**错**

```yaml
# 31-网络检索/2020 还没有报
行: [{年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明2月20日已报，网络检索材料正在截图}]
```

**怎么改**　把欠的件报上；来不及的，改成 未完成，写正在怎么推进。欠什么看 `fzjs todo 科室`。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fzjs.assess import GOOD, Assessment, Met, State
from fzjs.assess.ledgers import newest, spoken_of
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Date, LedgerLine, LedgerMonth
from fzjs.rules.base import Found, Scope
from fzjs.rules.taken_back import pieces_reopened, reopened, returned_on

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("ledger-done-returned",)

_NAMED = 3


class _Taken(NamedTuple):
    """The days on which open problems reopened entries and 应报件."""

    entries: Mapping[str, Date]
    pieces: Mapping[str, Date]


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line that says 已完成 while an 应报件 of the office and year is open."""
    taken = _Taken(reopened(assessment), pieces_reopened(assessment))
    for office, ledger in newest(assessment):
        for line in ledger.lines:
            found = _open(assessment, office, ledger, line, taken) if line.done else []
            if found:
                number = assessment.catalogue.label(line.indicator)
                named = "、".join(f"{met.due.label}（{met.gap}）" for met in found[:_NAMED])
                more = f"等{len(found)}件" if len(found) > _NAMED else ""
                message = f"{office}{line.year}年第{number}项写的是已完成，应报件没有报齐：{named}"
                hint = "把欠的件报上；来不及的改成 完成: 未完成，写正在怎么推进"
                related = tuple((_where(assessment, met), "欠的是这件") for met in found[:1])
                yield Found(line.place, message + more, hint, related)


def _open(
    assessment: Assessment,
    office: str,
    ledger: LedgerMonth,
    line: LedgerLine,
    taken: _Taken,
) -> list[Met]:
    """Return what was open already on the day on which the ledger was filled in."""
    judged = assessment.indicators.get(line.indicator)
    owed = spoken_of(assessment, judged, office, line.year) if judged else ()
    return [m for m in owed if m.state not in GOOD and not _since(m, ledger.filled, taken)]


def _since(met: Met, filled: Date, taken: _Taken) -> bool:
    """Tell whether all that speaks of an 应报件 was returned, or it was reopened, after a day."""
    if met.state is not State.RETURNED:
        return False
    back = [p.standing for p in met.proofs if p.state is State.RETURNED]
    if not back:
        return taken.pieces.get(met.due.key, filled) > filled
    days = [returned_on(standing, taken.entries) for standing in back]
    return any(day is not None and day > filled for day in days)


def _where(assessment: Assessment, met: Met) -> Location:
    """Return where an 应报件 comes from: the entry that does not count, else the plan."""
    if met.proofs:
        return met.proofs[0].claim.place
    material = assessment.catalogue.materials.get(met.due.material)
    row = assessment.catalogue.rows[met.due.indicator]
    return material.place if material else row.indicator.place
