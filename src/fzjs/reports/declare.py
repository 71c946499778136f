"""`fzjs declare`: an application's steps, what is next, and what is watched after naming."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.assess import declared as reckon
from fzjs.diagnostic import FzjsError
from fzjs.facts import Declaration
from fzjs.facts.declare import Evaluation, Step, Survey
from fzjs.nearest import nearest
from fzjs.reports import frozen
from fzjs.reports.wording import distance, periods
from fzjs.repository.layout import name_of

NEAR = 60
"""How many days before its date a duty after naming is brought up in 需我办."""


def build(assessment: Assessment, name: str = "") -> dict[str, Any]:
    """Return the plan's steps and every application, or the one that is named."""
    campaign = assessment.repository.campaign
    shown = [chosen(assessment, name)] if name else list(assessment.repository.declarations)
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "日期": assessment.today.isoformat(),
        "方案步骤": list(reckon.step_names(campaign)),
        "有申报步骤": any(reckon.FIRST in stage.name for stage in campaign.stages),
        "申报": [_one(assessment, each) for each in shown],
    }


def stem(declaration: Declaration) -> str:
    """Return the name of an application's file, by which commands know it."""
    return name_of(declaration.file).partition("/")[2]


def chosen(assessment: Assessment, name: str) -> Declaration:
    """Return an application by its file's name or its own; the only one where none is typed.

    Raises FzjsError with those there are.
    """
    found = assessment.repository.declarations
    names = [stem(each) for each in found]
    meant = [d for d in found if not name or name in {stem(d), d.name}]
    if len(meant) == 1:
        return meant[0]
    if not found:
        raise FzjsError(
            "还没有申报记录。记第一步：fzjs declare step 名称 --kind 综合示范。没有改动。"
        )
    if not name:
        raise FzjsError(f"申报不止一份，用 --name 写明：{'、'.join(names)}。没有改动。")
    guess = nearest(name, names)
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(f"没有“{name}”这份申报。{hint}现有：{'、'.join(names)}。没有改动。")


def _one(assessment: Assessment, declaration: Declaration) -> dict[str, Any]:
    campaign, today = assessment.catalogue.campaign, assessment.today
    return {
        "名称": declaration.name,
        "文件": declaration.file,
        "申报单位": declaration.applicant or campaign.unit,
        "类型": declaration.kind,
        "项目": declaration.project,
        "示例": declaration.sample,
        "步骤": _steps(assessment, declaration),
        "接下来": list(reckon.coming(declaration, campaign, today)),
        "冻结": [frozen.build(assessment, step) for step in declaration.steps if step.commit],
        "第三方评估": [_evaluation(each) for each in declaration.evaluations],
        "满意度测评": [_survey(each) for each in declaration.surveys],
        "命名": {
            "日期": declaration.naming.date.isoformat(),
            "名称": declaration.naming.name,
            "文号": declaration.naming.doc_no,
        }
        if declaration.naming
        else {},
        "命名以后": _watched(assessment, declaration),
        "没有写的": _unstated(assessment, declaration),
    }


def _steps(assessment: Assessment, declaration: Declaration) -> list[dict[str, Any]]:
    """Return the plan's steps in order, then those it does not have."""
    known = reckon.step_names(assessment.catalogue.campaign)
    recorded = {step.name: step for step in declaration.steps}
    names = dict.fromkeys((*known, *recorded))
    return [_step(assessment, name, recorded.get(name)) for name in names]


def _step(assessment: Assessment, name: str, step: Step | None) -> dict[str, Any]:
    ahead = step is not None and step.date > assessment.today
    return {
        "名称": name,
        "日期": step.date.isoformat() if step else "",
        "结果": ("日期未到" if ahead else step.result) if step else "未办",
        "文件": [
            {"题名": p.title, "文号": p.doc_no, "路径": p.path}
            for p in (step.papers if step else ())
        ],
        "数据": step.commit if step else "",
        "说明": step.note if step else "",
    }


def _evaluation(each: Evaluation) -> dict[str, Any]:
    left = sum(not mended for _, _, mended in each.opinions)
    met = each.met
    return {
        "机构": each.agency,
        "日期": each.date.isoformat(),
        "报告": each.report,
        "结论": each.verdict,
        "符合": f"{met[0]}/{met[1]}" if met else "",
        "符合率": f"{met[0] * 100 / met[1]:.1f}%" if met and met[1] else "",
        "意见": len(each.opinions),
        "未整改": left,
    }


def _survey(each: Survey) -> dict[str, Any]:
    return {
        "机构": each.agency,
        "日期": each.date.isoformat(),
        "样本": each.sample,
        "满意": each.satisfied,
        "满意度": f"{each.share:.1f}%" if each.share is not None else "",
    }


def _watched(assessment: Assessment, declaration: Declaration) -> list[dict[str, Any]]:
    campaign, today = assessment.catalogue.campaign, assessment.today
    texts = reckon.grounds(campaign)
    return [
        {
            "事项": watch.kind,
            "对象": watch.subject,
            "内容": texts[reckon.NUMERALS.index(watch.subject)]
            if watch.kind == reckon.GROUND
            else "",
            "期限": watch.due.isoformat(),
            "剩余": "" if watch.done else distance(watch.due, today),
            "逾期": watch.late,
            "办了": watch.done.date.isoformat() if watch.done else "",
            "结果": watch.done.said if watch.done else "",
        }
        for watch in reckon.watched(declaration, campaign, today, assessment.repository.agenda.done)
    ]


def _unstated(assessment: Assessment, declaration: Declaration) -> list[str]:
    """Name what the plan says nothing of, and is therefore not watched after naming."""
    campaign = assessment.catalogue.campaign
    if not reckon.is_named(declaration, assessment.today):
        return []
    missing = {
        reckon.ANNUAL: reckon.annual_duty(campaign) is None,
        reckon.REVISIT: reckon.revisit_duty(campaign) is None,
        reckon.GROUND: not reckon.grounds(campaign),
    }
    return [name for name, lacks in missing.items() if lacks]


def waiting(assessment: Assessment) -> tuple[str, str, list[str]]:
    """Return what 需我办 says of applications: the next step, changed data, duties near or late."""
    campaign, today = assessment.catalogue.campaign, assessment.today
    parts: list[str] = []
    for each in assessment.repository.declarations:
        name = stem(each)
        if reckon.is_named(each, today):
            watches = reckon.watched(each, campaign, today, assessment.repository.agenda.done)
            parts += [f"{name}{part}" for part in _due(watches, assessment)]
        else:
            steps = "、".join(reckon.coming(each, campaign, today))
            parts += [f"{name}接下来{steps}"] if steps else []
        changed = [s for s in each.steps if s.commit and _changed(assessment, s)]
        parts += [f"{name}的数据与{step.name}时不同" for step in changed]
    text = f"申报：{'；'.join(parts[:2])}{f' 等{len(parts)}件' if len(parts) > 2 else ''}"  # noqa: PLR2004  # as many as are named
    return "申报", f"{text}，见 fzjs declare" if parts else "", parts


def _changed(assessment: Assessment, step: Step) -> bool:
    past = frozen.read(assessment, step)
    return bool(past.why) or any(frozen.differs(assessment, past).values())


def _due(watches: tuple[reckon.Watch, ...], assessment: Assessment) -> list[str]:
    today = assessment.today
    late = [w for w in watches if w.late]
    near = [w for w in watches if not w.done and 0 <= (w.due - today).days <= NEAR]
    said = []
    for kind in (reckon.ANNUAL, reckon.REVISIT):
        years = periods([w.subject for w in late if w.kind == kind])
        said += [f"{years}{kind}过期没有记"] if years else []
        said += [f"{w.subject}{kind}{distance(w.due, today)}" for w in near if w.kind == kind]
    left = sum(w.kind == reckon.GROUND for w in near)
    return [*said, f"{left}种摘牌情形今年没有排查"] if left else said
