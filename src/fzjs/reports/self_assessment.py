"""自评报告 as data: what a unit hands to 依法治市办 when it applies.

鹤法办发〔2019〕9号 三（一）: “各县（区）政府按照指标体系进行自查自评”, and the report
“充分体现……工作举措、成效和亮点”. The figures are those of `score`; a 达标线 is a share of
indicators and has no points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fzjs.assess import Assessment, Judged, Progress
from fzjs.assess.attain import Attainment
from fzjs.assess.reach import lines
from fzjs.reports import needs, score, words
from fzjs.reports.framing import doubts, frame, system_named
from fzjs.reports.summary import attainment_said, ground, next_steps, numbered, short, tier_rates
from fzjs.reports.wording import heading, tally, tier_name

_CLAUSE = 30
"""Characters of an indicator's text that stand for it where it is explained."""


def build(assessment: Assessment, left_out: int = 0) -> dict[str, Any]:
    """Return the self-assessment of the whole unit."""
    campaign = assessment.repository.campaign
    scored, said = score.build(assessment), words.spoken(assessment)
    parts = _levels(assessment, scored["一级指标"], said)
    title = f"{campaign.unit}法治政府建设示范创建自评报告"
    found = frame(assessment, title)
    return {
        **found,
        "示例": found["示例"] or words.sampled(said.words),
        "不完整": _incomplete(assessment, left_out, said),
        "依据": system_named(assessment),
        "总体": {
            **tally(assessment, assessment.met),
            "指标数": scored["指标数"],
            "齐备": tier_rates(assessment),
            "自评": attainment_said(assessment),
            **ground(assessment, assessment.met),
        },
        "达标线": _lines(assessment, scored["达标线"]),
        "权重": scored["权重"],
        "层级": _widest(assessment),
        "引用": words.rule(parts),
        "分项": parts,
        "加分": [each for each in _extras(assessment) if each["类别"] == "加分"],
        "减分": [each for each in _extras(assessment) if each["类别"] == "减分"],
        "不达标": [_failed(each) for each in _failing(assessment)],
        "未评": unjudged(assessment),
        "下一步": next_steps(assessment, list(assessment.met)),
    }


def _incomplete(assessment: Assessment, left_out: int, said: words.Spoken) -> str:
    """Say on the first page what is not there yet, and what the figures rest on."""
    counts = tally(assessment, assessment.met)
    left = counts["应报"] - counts["已通过"]
    text = f"应报{counts['应报']}件中还有{left}件没有通过审核，不宜据此申报。" if left else ""
    if assessment.repository.campaign.review_protected != "有" and counts["已通过"]:
        text += "审核未受保护，谁审的，程序证明不了。"
    return text + doubts(assessment, left_out) + words.left_out(said)


def _lines(assessment: Assessment, scored: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each 达标线 with whose it is, and where 自评达标率 stands by it."""
    rows = []
    for line, each in zip(lines(assessment), scored, strict=True):
        tier = tier_name(line.attained) if line.attained else ""
        rows.append(
            {
                **{key: each[key] for key in ("名称", "比例", "出处", "总数", "要达到", "达标")},
                "层级": tier,
                "达标率": each["现在"],
                "达到": each["达到"],
                "还差": each["还差"],
            }
        )
    return rows


def _widest(assessment: Assessment) -> str:
    """Name the tier of the table by 一级指标: the widest that the plan has."""
    return tier_name(assessment.attainment[-1]) if assessment.attainment else ""


def _levels(
    assessment: Assessment, scored: Iterable[dict[str, Any]], said: words.Spoken
) -> list[dict[str, Any]]:
    spoken = words.of_level(assessment, said)
    rows = []
    for number, each in enumerate(scored, 1):
        widest = each["层级"][-1]
        rows.append(
            {
                "标题": heading(number, each["名称"]),
                **{key: widest[key] for key in ("总数", "齐备", "齐备率", "达标", "达标率")},
                "做法": [words.plain(w) for w in words.chosen(spoken.get(each["名称"], ()))],
            }
        )
    return rows


def _extras(assessment: Assessment) -> list[dict[str, str]]:
    """Return 加分 and 减分 as `score` has them, with what they are about."""
    texts = {
        judged.row.indicator.number: judged.row.indicator.text
        for judged in assessment.indicators.values()
    }
    return [{**each, "内容": texts[each["编号"]].rstrip("。")} for each in needs.extras(assessment)]


def _failing(assessment: Assessment) -> list[Judged]:
    every = assessment.indicators.values()
    return [judged for judged in every if judged.attainment is Attainment.FAILED]


def _failed(judged: Judged) -> dict[str, Any]:
    item = judged.row.indicator
    return {
        "编号": item.number,
        "名称": numbered(item.number),
        "内容": short(item.text, _CLAUSE),
        "原因": list(why_failed(judged)),
    }


def why_failed(judged: Judged) -> Iterator[str]:
    """Yield each 量化要求 that the figures do not meet, and in which years."""
    for each in judged.judgements:
        if each.met is False:
            years = each.reason.removeprefix("不达标：").replace("-", "—")
            yield f"{each.target.item}要求{each.target.demand}，{years}年没有达到"


def unjudged(assessment: Assessment) -> dict[str, int]:
    """Count the 基础 indicators that are 未评: those without all papers, and the others."""
    found = [
        judged
        for judged in assessment.indicators.values()
        if judged.row.indicator.category == "基础"
        and judged.attainment is Attainment.UNKNOWN
        and judged.progress is not Progress.NOT_APPLICABLE
    ]
    complete = sum(judged.progress is Progress.COMPLETE for judged in found)
    return {"项数": len(found), "材料没有齐备": len(found) - complete, "材料齐备": complete}
