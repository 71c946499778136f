"""完成情况总结 as data: the numbers of `status`, by 一级指标, problems and next step."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from fzjs.assess import Assessment, Met, Progress, State
from fzjs.assess.attain import Attainment
from fzjs.facts import REPEATS
from fzjs.reports import gaps, needs, words
from fzjs.reports.framing import doubts, frame
from fzjs.reports.named import office_named
from fzjs.reports.problems import of, ordered
from fzjs.reports.wording import heading, long_date, percent, periods, rate_rows, tally, tier_name

_BRIEF, _CLAUSE = 8, 20
"""Characters of an indicator's text that stand for it."""


def build(assessment: Assessment, office: str = "", left_out: int = 0) -> dict[str, Any]:
    """Return the summary of the whole unit, or of one office.

    Figures and structure come from the assessment, a few words of each 一级指标 from the entries
    (`words.chosen`); what nobody wrote yet is left （待填）.
    """
    full = office_named(assessment, office) if office else ""
    campaign = assessment.repository.campaign
    met = [m for m in assessment.met if not full or full in m.due.owners]
    counts = tally(assessment, met)
    left = counts["应报"] - counts["已通过"]
    said = words.spoken(assessment)
    parts = levels(assessment, met, full, said)
    title = f"{campaign.unit}{full}关于示范创建工作的完成情况总结"
    found = frame(assessment, title, unit=full)
    return {
        **found,
        "示例": found["示例"] or words.sampled(said.words),
        "总体": {
            **counts,
            "齐备": [] if full else tier_rates(assessment),
            "自评": "" if full else attainment_said(assessment),
        },
        "分项": parts,
        "引用": words.rule(parts),
        "科室": [] if full else _offices(assessment),
        "问题": _problems(assessment, met, full),
        "下一步": next_steps(assessment, met),
        "尚欠": sum(map(gaps.is_open, met)),
        "不完整": _incomplete(assessment, counts["应报"], left, left_out) + words.left_out(said),
    }


def _incomplete(assessment: Assessment, owed: int, left: int, left_out: int) -> str:
    """Say on the first page what the figures do not hold, and what they rest on."""
    text = f"应报{owed}件中还有{left}件没有通过审核，本件不得作为完成的证明。" if left else ""
    nothing = sum(not judged.owed for judged in assessment.indicators.values())
    text += f"有{nothing}项指标没有列出要报的资料。" if nothing else ""
    return text + doubts(assessment, left_out)


def tier_rates(assessment: Assessment) -> list[dict[str, Any]]:
    """Return 材料齐备率 by tier, its name in full: “加市” is a word of the screen."""
    rates = assessment.completeness
    rows = zip(rate_rows(rates, "齐备"), rates, strict=True)
    return [{**row, "层级": tier_name(rate)} for row, rate in rows]


def attainment_said(assessment: Assessment) -> str:
    """Return 自评达标 by tier, and the indicators that fail, in a sentence."""
    parts = [
        f"{tier_name(rate)}指标{rate.total}项，达标{rate.met}项，占{percent(rate)}"
        for rate in assessment.attainment
    ]
    failed = [
        f"{numbered(key)}（{short(judged.row.indicator.text)}）"
        for key in needs.failed(assessment)
        for judged in assessment.indicators.values()
        if judged.row.indicator.number == key
    ]
    said = [*parts[:-1], f"{parts[-1]}。"] if parts else []
    return "；".join(said) + (f"不达标{len(failed)}项：{'、'.join(failed)}。" if failed else "")


def ground(assessment: Assessment, met: Iterable[Met], office: str = "") -> dict[str, int]:
    """Count what a good word can rest on: indicators that were judged, pieces that were due.

    Where nothing was judged or due, that nothing failed or is late says nothing.
    """
    judged = (
        each.attainment is not Attainment.UNKNOWN and (not office or office in each.row.owners)
        for each in assessment.indicators.values()
    )
    today = assessment.today
    return {
        "已评": sum(judged),
        "到期": sum(
            m.due.due <= today and not m.due.excused and not m.due.provisional for m in met
        ),
        "检查问题": len(assessment.followed),
    }


def numbered(number: str) -> str:
    """Return 第73项; what says itself what it is (加分1, 第1项指标) stands as it is."""
    return f"第{number}项" if number[:1] not in {"加", "减", "第"} else number


def short(text: str, room: int = _CLAUSE) -> str:
    """Return a text's first clause; one that is too long is cut at its last 、 that fits.

    A clause that only begins the text (2016年以来，) names nothing: the words after it stay.
    """
    clause = re.split("[，。；：,;]", text, maxsplit=1)[0]
    if len(clause) < _BRIEF:
        clause = text.rstrip("。；;")
    if len(clause) <= room:
        return clause
    head = clause[: room - 2]
    return f"{head.rpartition('、')[0] or head}……"


def levels(
    assessment: Assessment, met: list[Met], office: str, said: words.Spoken
) -> list[dict[str, Any]]:
    """Return each 一级指标 that holds anything, with its figures and its entries' words."""
    spoken = words.of_level(assessment, said, office)
    by_level: defaultdict[str, list[Met]] = defaultdict(list)
    mine: defaultdict[str, set[str]] = defaultdict(set)
    for key, judged in assessment.indicators.items():
        if not judged.owed and (not office or office in judged.row.owners):
            mine[judged.row.indicator.level1].add(key)
    for each in met:
        level = assessment.catalogue.rows[each.due.indicator].indicator.level1
        by_level[level].append(each)
        mine[level].add(each.due.indicator)
    for key, judged in assessment.indicators.items():
        if judged.row.shares in mine[judged.row.indicator.level1]:
            mine[judged.row.indicator.level1].add(key)
    return [
        {
            "标题": heading(number, level),
            "一级指标": level,
            "指标数": len(mine[level]),
            "齐备": sum(
                assessment.indicators[key].progress is Progress.COMPLETE for key in mine[level]
            ),
            **tally(assessment, each),
            "做法": [words.plain(one) for one in words.chosen(spoken.get(level, ()))],
        }
        for number, (level, each) in enumerate(_in_order(assessment, by_level, mine), 1)
    ]


def _in_order(
    assessment: Assessment,
    by_level: defaultdict[str, list[Met]],
    mine: defaultdict[str, set[str]],
) -> list[tuple[str, list[Met]]]:
    """Return the 一级指标 that hold anything, in plan order, with what is owed below each."""
    levels = dict.fromkeys(row.indicator.level1 for row in assessment.catalogue.rows.values())
    return [(level, by_level[level]) for level in levels if mine[level]]


def _offices(assessment: Assessment) -> list[dict[str, Any]]:
    rows = []
    for office in assessment.repository.campaign.offices:
        mine = [met for met in assessment.met if office.name in met.due.owners]
        mark = "（集合名词，成员待定）" if office.is_open else ""
        if mine:
            rows.append({"科室": office.name + mark, **tally(assessment, mine)})
    return rows


def _problems(assessment: Assessment, met: list[Met], office: str) -> list[str]:
    """Say in figures what is overdue, returned, waited for and not rectified."""
    counts = tally(assessment, met)
    late = Counter(o for m in met if assessment.overdue(m) for o in m.due.owners)
    worst = "、".join(f"{name}{count}件" for name, count in late.most_common(3))
    found = ordered(e for e in assessment.followed if e.is_open)
    open_ = [each.problem for each in found if not office or of(each, office, assessment)]
    outside = piece_names(assessment, (m for m in met if m.state is State.OUTSIDE))
    lines = [
        (
            counts["逾期"],
            f"逾期未报或未补正{counts['逾期']}件"
            + ("" if office else f"，较多的是：{worst}")
            + "。",
        ),
        (counts["退回"], f"退回尚未补正{counts['退回']}件。"),
        (counts["待外单位"], f"待外单位出具{counts['待外单位']}件：{outside}。"),
        (
            len(open_),
            f"检查发现的问题还有{len(open_)}个没有销号：" + "；".join(p.text for p in open_) + "。",
        ),
    ]
    return [text for count, text in lines if count]


def spans_of(met: Iterable[Met]) -> dict[str, list[str]]:
    """Return the periods of pieces by their material."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in met:
        found[each.due.material].append(each.due.span.label)
    return found


def piece_names(assessment: Assessment, met: Iterable[Met]) -> str:
    """Name materials as people do: 第73项第4件（2016—2021年度）, one a material."""
    names = []
    for material, spans in spans_of(met).items():
        number, _, code = assessment.catalogue.label(material).partition("-")
        years = [span for span in spans if re.fullmatch("[0-9]{4}", span)]
        said = f"（{periods(years, '—')}年度）" if years else ""
        digits = code.rstrip(REPEATS)
        piece = f"第{digits}件{code[len(digits) :]}" if digits.isdigit() else code
        names.append(f"{numbered(number)}{piece}{said}")
    return "、".join(names)


def next_steps(assessment: Assessment, met: list[Met]) -> list[str]:
    """Say when each piece still owed is due; what will be done about it is for the unit to write.

    What is overdue comes first, as `tally` counts it; what is past a date that was only assumed is
    nobody's delay and has no date to name. After the cutoff only an approved 延期 is due.
    """
    campaign = assessment.repository.campaign
    open_ = [m for m in met if gaps.is_open(m)]
    past = [m for m in open_ if m.due.due < assessment.today]
    late = sum(map(assessment.overdue, past))
    days = Counter((m.due.due, m.due.provisional) for m in open_ if m.due.due >= assessment.today)
    lines = [f"补报逾期材料{late}件。"] if late else []
    for (day, assumed), count in sorted(days.items()):
        what = "经批准延期的材料" if day > campaign.cutoff else "材料"
        doubt = "（截止日待定）" if assumed else ""
        lines.append(f"{long_date(day)}前{doubt}报送{what}{count}件。")
    undated = len(past) - late
    return [*lines, f"期限待定的材料{undated}件。"] if undated else lines
