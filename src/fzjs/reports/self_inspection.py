"""自查报告 as data: what was looked through, what falls short, who mends it by when.

平顶山市教育体育局2021年方案 三（二）: “自查自评，摸排底数，……总结成绩和亮点，查找工作短板和滞后
环节”; （三）限期整改. The figures are those of `status`; a measure is the office's own words, else
（待填）.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.assess import Assessment, Followed, Judged, Met, State
from fzjs.assess.attain import Attainment
from fzjs.assess.reopened import touched
from fzjs.personal import mask
from fzjs.reports import gaps, plan_settings, printed, words
from fzjs.reports.framing import doubts, frame, system_named
from fzjs.reports.named import office_named
from fzjs.reports.plan_settings import GAP
from fzjs.reports.problems import of, ordered, plain
from fzjs.reports.self_assessment import why_failed
from fzjs.reports.summary import attainment_said, ground, levels, numbered, piece_names, tier_rates
from fzjs.reports.wording import heading, long_date, tally

_SELF = "自查"


def build(assessment: Assessment, office: str = "", left_out: int = 0) -> dict[str, Any]:
    """Return the self-inspection of the whole unit, or of one office. Raises FzjsError."""
    full = office_named(assessment, office) if office else ""
    met = [m for m in assessment.met if not full or full in m.due.owners]
    said, counts = words.spoken(assessment), tally(assessment, met)
    title = f"{assessment.repository.campaign.unit}{full}示范创建工作自查报告"
    found = frame(assessment, title, unit=full)
    parts = levels(assessment, met, full, said)
    short = list(_shortfalls(assessment, met, full))
    return {
        **found,
        "示例": found["示例"] or words.sampled(said.words),
        "不完整": _incomplete(assessment, counts, left_out, said),
        "期限": _deadlines(assessment),
        "依据": system_named(assessment),
        "阶段": _stages(assessment),
        "总体": {
            **counts,
            "未结": counts["应报"] - counts["已通过"],
            "齐备": [] if full else tier_rates(assessment),
            "自评": "" if full else attainment_said(assessment),
            **ground(assessment, met, full),
        },
        "引用": words.rule(parts),
        "分项": parts,
        "成绩": [
            {"标题": heading(number, part["一级指标"]), "做法": part["做法"]}
            for number, part in enumerate((p for p in parts if p["做法"]), 1)
        ],
        "短板": short,
        "整改": [row for level in short for row in level["整改"]],
    }


def _incomplete(
    assessment: Assessment, counts: dict[str, int], left_out: int, said: words.Spoken
) -> str:
    left = counts["应报"] - counts["已通过"]
    text = f"应报{counts['应报']}件中还有{left}件没有通过审核。" if left else ""
    return text + doubts(assessment, left_out) + words.left_out(said)


def _deadlines(assessment: Assessment) -> list[str]:
    """Return the days that the plan sets for 自查, as `期限` has them."""
    return [
        f"{each.name}：{long_date(each.date)}前（{each.source or '方案'}）"
        for each in assessment.repository.campaign.deadlines
        if _SELF in each.name
    ]


def _stages(assessment: Assessment) -> list[str]:
    """Return the plan's 阶段 of 自查, its days or its own words."""
    settings = printed.campaign(assessment.repository)
    named = [stage for stage in settings.get("阶段", ()) if _SELF in stage["名称"]]
    told = plan_settings.stages({**settings, "阶段": named})
    return [text.removeprefix(heading(place, "")) for place, text in enumerate(told, 1)]


def _shortfalls(
    assessment: Assessment, met: Sequence[Met], office: str
) -> Iterator[dict[str, Any]]:
    """Yield each 一级指标 that falls short: what, and a row for each thing to mend."""
    rows = assessment.catalogue.rows
    owed: defaultdict[str, list[Met]] = defaultdict(list)
    for each in met:
        owed[rows[each.due.indicator].indicator.level1].append(each)
    failed = _failed(assessment, office)
    problems = _problems(assessment, office)
    number = 0
    for level in dict.fromkeys([*(row.indicator.level1 for row in rows.values()), ""]):
        found = [
            *(_of_failed(judged) for judged in failed.get(level, ())),
            *_of_pieces(assessment, owed[level]),
            *(_of_problem(each, assessment) for each in problems.get(level, ())),
        ]
        if found:
            number += 1
            title = heading(number, level or "没有写明指标的问题")
            rows_of = [
                {**row, "序号": f"{heading(number, '')}{place}"}
                for place, row in enumerate(found, 1)
            ]
            yield {"标题": title, "条": [row["说明"] for row in found], "整改": rows_of}


def _failed(assessment: Assessment, office: str) -> dict[str, list[Judged]]:
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for judged in assessment.indicators.values():
        mine = not office or office in judged.row.owners
        if judged.attainment is Attainment.FAILED and mine:
            found[judged.row.indicator.level1].append(judged)
    return found


def _problems(assessment: Assessment, office: str) -> dict[str, list[Followed]]:
    """Return open problems by the 一级指标 of the first indicator that they touch; "" for none."""
    found: defaultdict[str, list[Followed]] = defaultdict(list)
    entries, catalogue = assessment.repository.entries, assessment.catalogue
    for each in ordered(e for e in assessment.followed if e.is_open):
        if office and not of(each, office, assessment):
            continue
        about = touched(each.problem, entries, catalogue)
        keys = (key.partition("-")[0] for key in sorted(about))
        key = next((key for key in keys if key in catalogue.rows), "")
        found[catalogue.rows[key].indicator.level1 if key else ""].append(each)
    return found


def _row(
    said: str, owners: Iterable[str], measure: str = "", until: str = "", *, short: str = ""
) -> dict[str, Any]:
    return {
        "说明": said,
        "短板": short or said.rstrip("。"),
        "科室": "、".join(dict.fromkeys(owners)) or GAP,
        "措施": measure or GAP,
        "时限": until or GAP,
    }


def _of_failed(judged: Judged) -> dict[str, Any]:
    name = numbered(judged.row.indicator.number)
    return _row(f"{name}自评不达标：{'；'.join(why_failed(judged))}。", judged.row.owners)


def _of_pieces(assessment: Assessment, met: Sequence[Met]) -> Iterator[dict[str, Any]]:
    """Yield what is overdue, returned and not given by others, one row each; no piece twice.

    What was returned and is overdue stands under 退回: that is what the office has to mend.
    """
    open_ = [each for each in met if gaps.is_open(each)]
    states = ((State.RETURNED, "退回没有补正"), (State.OUTSIDE, "外单位没有出具"))
    groups = [(word, [m for m in open_ if m.state is state]) for state, word in states]
    late = [m for m in open_ if m.state is State.MISSING and assessment.overdue(m)]
    for word, found in [("逾期未报", late), *groups]:
        if found:
            past = sum(map(assessment.overdue, found))
            note = f"，其中逾期{past}件" if past and found is not late else ""
            short = f"{word}{len(found)}件{note}"
            said = f"{short}：{piece_names(assessment, found)}。{_asked(found)}"
            owners = (office for m in found for office in m.due.owners)
            yield _row(said, owners, until=_until(found, assessment), short=short)


def _asked(found: Iterable[Met]) -> str:
    """Say whom one waits for, since when, and whether they answered; "" where nobody else gives."""
    said: dict[str, None] = {}
    for each in found:
        for proof in each.proofs:
            entry = proof.standing.entry
            if each.state is State.OUTSIDE and proof.state is State.OUTSIDE:
                when = f"{long_date(entry.asked)}发函" if entry.asked else "尚未发函"
                reply = "已答复、没有取得" if entry.answered else "没有答复"
                said[f"{entry.waits_for}{when}{f'，{reply}' if entry.asked else ''}"] = None
    return f"{'；'.join(said)}。" if said else ""


def _until(found: Sequence[Met], assessment: Assessment) -> str:
    """Return the last day by which all is due; "" where one is past or assumed, so that one is set.

    What waits for others past its date is no less late than what is missing.
    """
    if any(m.due.due < assessment.today or m.due.provisional for m in found):
        return ""
    return f"{long_date(max(m.due.due for m in found))}前"


def _of_problem(each: Followed, assessment: Assessment) -> dict[str, Any]:
    """Return a problem in the inspectors' words, with the office's own 措施.

    A 时限 that has passed is no day by which to mend it: a new one has to be set.
    """
    known = plain(each, assessment)
    late = "，已超过时限" if each.overdue else ""
    text = mask(each.problem.text).rstrip("。")
    said = f"检查发现“{text}”（{each.problem.id}，{each.state}{late}）。"
    until = each.problem.due
    day = f"{long_date(until)}前" if until >= assessment.today else ""
    return _row(said, [known["责任科室"]], mask(known["措施"]), day)
