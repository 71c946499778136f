"""`fzjs score --what-if`: what is named, and the numbers as they were if it passed.

What is named is an entry (handed in and passed as it stands, with its figures), an indicator, a
material or an 应报件 (taken as 已通过, without figures).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Judged, Met, Progress, State
from fzjs.assess.attain import Attainment
from fzjs.assess.catalogue import covers
from fzjs.assess.reach import by_kind, lines, missing
from fzjs.assess.supposed import suppose
from fzjs.diagnostic import Fault, FzjsError
from fzjs.facts import fold_reference
from fzjs.reports import show
from fzjs.reports.named import entry_meant, refuse_broken
from fzjs.reports.wording import percent, rate_rows
from fzjs.repository.layout import name_of

ENTRY, INDICATOR, DUE = "条目", "指标", "应报件"


class Wish(NamedTuple):
    """What one --what-if names: an entry, or 应报件 and the indicator they are owed for."""

    typed: str
    kind: str
    entry: str
    indicator: str
    owed: tuple[Met, ...]


def read(assessment: Assessment, faults: Sequence[Fault], here: Path, typed: str) -> Wish:
    """Return what a text names. Raises FzjsError with the nearest, RefusedError of a broken file.

    An entry by any of its names, an indicator (31), a material (31-2甲), an 应报件 (31-2甲/2020);
    years as a range too.
    """
    typed = typed.strip()
    _refuse_slips(assessment, typed)
    file = entry_meant(assessment, here, typed)
    if file:
        refuse_broken(faults, file)
        return Wish(name_of(file), ENTRY, name_of(file), "", ())
    judged, named = show.find(assessment, typed)
    catalogue, key = assessment.catalogue, judged.row.indicator.key
    if len(named) > 1:
        raise FzjsError(
            f"“{typed}”不止一件资料，写明是哪一件：{'、'.join(map(catalogue.label, named))}。"
        )
    owed = tuple(met for met in judged.owed if not named or met.due.material in named)
    period = fold_reference(typed).partition("/")[2]
    meant = tuple(met for met in owed if not period or _speaks(met, key, period))
    if owed and not meant:
        labels = "、".join(dict.fromkeys(met.due.span.label for met in owed))
        raise FzjsError(f"“{typed}”：没有这个年度的应报件。有：{labels}")
    return Wish(typed, DUE if named or period else INDICATOR, "", key, meant)


def _refuse_slips(assessment: Assessment, typed: str) -> None:
    """Raise FzjsError for what a hurried hand types, with what was meant."""
    if not typed:
        raise FzjsError("--what-if 后面是空的。写条目，或编号，如 31、31-2甲/2020。")
    known, office = assessment.indicators, assessment.catalogue.office(typed)
    if office:
        raise FzjsError(
            f"“{typed}”是科室。--what-if 写条目或编号；一个科室欠什么看 fzjs todo {office}"
        )
    dated = re.fullmatch(r"(\S+?)\s*[:：\s]\s*((?:19|20)\d\d\S*)", typed)
    if dated and _head(dated[1]) in known:
        raise FzjsError(f"“{typed}”：年度前面用“/”。写成 {dated[1]}/{dated[2]}")
    parts = [part for part in re.split(r"[、，,；;\s]+", typed) if part]
    if len(parts) > 1 and all(_head(part) in known for part in parts):
        said = " ".join(f"--what-if {part}" for part in parts)
        raise FzjsError(f"--what-if 一次写一个，可以写几次：{said}")


def _head(reference: str) -> str:
    return fold_reference(reference).partition("/")[0].partition("-")[0]


def _speaks(met: Met, indicator: str, period: str) -> bool:
    due = met.due
    return any(
        covers(f"{due.material}/{period}", due.material, indicator, label, due.span.years)
        for label in (due.span.label, f"{due.span.label}/{due.office}")
    )


def build(assessment: Assessment, wishes: Sequence[Wish]) -> dict[str, Any]:
    """Return the rates and 达标线 before and after, and what each wish does or does not bring."""
    owed = {(m.due.key, i) for wish in wishes for m in wish.owed for i in _of(m, wish.indicator)}
    after = suppose(assessment, [wish.entry for wish in wishes if wish.entry], owed)
    return {
        "项": [_wish(assessment, after, wish) for wish in wishes],
        "之前": _rates(assessment),
        "之后": _rates(after),
        "达标线": _lines(assessment, after),
        "新齐备": _newly(assessment, after, lambda j: j.progress is Progress.COMPLETE),
        "新达标": _newly(assessment, after, lambda j: j.attainment is Attainment.MET),
        "不再达标": _newly(after, assessment, lambda j: j.attainment is Attainment.MET),
    }


def _of(met: Met, indicator: str) -> set[str]:
    """Return for which indicators a piece is passed: the row's that owes it, and the one named.

    A row that asks to be named (应点到) has it only where it is the one that was meant.
    """
    return {met.due.indicator, indicator}


def _rates(assessment: Assessment) -> dict[str, Any]:
    return {
        "齐备": rate_rows(assessment.completeness, "齐备"),
        "达标": rate_rows(assessment.attainment, "达标"),
    }


def _lines(before: Assessment, after: Assessment) -> list[dict[str, Any]]:
    return [
        {
            "名称": old.threshold.name,
            "层级": old.threshold.tier,
            "比例": f"{old.threshold.share:g}%",
            "总数": new.attained.total if new.attained else 0,
            "之前": percent(old.attained) if old.attained else "—",
            "之后": percent(new.attained) if new.attained else "—",
            "达到": new.reached,
            "还差": max(0, new.needed - (new.attained.met if new.attained else 0)),
        }
        for old, new in zip(lines(before), lines(after), strict=True)
    ]


def _newly(before: Assessment, after: Assessment, test: Any) -> list[str]:  # noqa: ANN401  # a test of one
    return [
        judged.row.indicator.number
        for key, judged in after.indicators.items()
        if judged.row.indicator.category == "基础"
        and test(judged)
        and not test(before.indicators[key])
    ]


def _wish(before: Assessment, after: Assessment, wish: Wish) -> dict[str, Any]:
    say = _entry if wish.entry else _indicator
    now, result = say(before, after, wish)
    return {"名称": wish.typed, "是": wish.kind, "现在": now, "结果": result}


def _entry(before: Assessment, after: Assessment, wish: Wish) -> tuple[str, str]:
    """Say what an entry is, and what of the 应报件 it brings were it passed as it stands."""
    old, new = before.standings[wish.entry], after.standings[wish.entry]
    if old.state == "已通过" and not old.faults:
        return old.state, "本来就已通过，数不变"
    if new.faults and old.entry.waits_for:
        pieces = "、".join(met.due.label for met in _proved(before, wish.entry)) or "应报件"
        why = f"还没有取得（{'、'.join(new.faults)}），审核通过也不算"
        return old.state, f"{why}；要看取得以后的，写：{pieces}"
    if new.faults:
        return old.state, f"不合格：{'、'.join(new.faults)}；审核通过也不算"
    if new.state != "已通过":
        return old.state, f"{'、'.join(new.reasons) or new.state}；审核通过也不算"
    earlier = {met.due.key: met.state for met in before.met}
    found = [
        met.due.label
        for met in _proved(after, wish.entry)
        if met.state is State.PASSED and earlier.get(met.due.key) is not State.PASSED
    ]
    return old.state, f"抵{len(found)}件：{'、'.join(found)}" if found else "没有多抵一件"


def _proved(assessment: Assessment, entry: str) -> list[Met]:
    """Return the 应报件 that an entry speaks of."""
    return [
        met
        for met in assessment.met
        if not met.due.excused and any(p.standing.entry.id == entry for p in met.proofs)
    ]


def _indicator(before: Assessment, after: Assessment, wish: Wish) -> tuple[str, str]:
    """Say where an indicator is, and where it would be, with what still keeps it from 达标."""
    old, new = before.indicators[wish.indicator], after.indicators[wish.indicator]
    counted = [met for met in wish.owed if not met.due.excused]
    now = f"{old.progress}、{old.attainment}"
    if wish.kind is not INDICATOR:
        states = Counter(str(met.state) for met in counted)
        now = "、".join(f"{state}{count}件" for state, count in states.items()) or "不适用"
    if not counted and wish.owed:
        return now, "不适用，不进任何比率"
    done = "；".join(_taken(new, counted)) if counted else "没有可补的件"
    result = f"{done}，第{new.row.indicator.number}项{new.progress}、{new.attainment}"
    if new.row.indicator.category != "基础":
        return now, f"{done}；附加项不进任何比率"
    return now, "；".join((result, *_why(after, wish.indicator)))


def _taken(new: Judged, counted: Sequence[Met]) -> Iterator[str]:
    """Say how many are taken as 已通过: what a problem keeps open is not, whatever is reviewed."""
    then = {met.due.key: met.state for met in new.owed}
    left = [met for met in counted if met.state is not State.PASSED]
    kept = sum(then.get(met.due.key) is not State.PASSED for met in left)
    if not left:
        yield "本来就已通过"
    if left[kept:]:
        yield f"{len(left) - kept}件算已通过"
    if kept:
        yield f"{kept}件有问题未销号，审核通过也不算"


def _why(after: Assessment, key: str) -> Iterable[str]:
    """Yield why an indicator is still not 达标."""
    tier = after.attainment[-1].tier if after.attainment else "全部"
    for each in missing(after, tier):
        if each.judged.row.indicator.key == key:
            if each.owed:
                yield f"还有{len(each.owed)}件没有通过"
            yield from by_kind(each)
