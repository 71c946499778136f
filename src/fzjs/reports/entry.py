"""`fzjs show 条目`: one ledger entry, what it proves, how it stands, what it may prove besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from fzjs import models
from fzjs.assess import Assessment, Met, Standing
from fzjs.assess.followed import is_about
from fzjs.assess.satisfy import prove
from fzjs.assess.standing import returned, reviewer_of
from fzjs.assess.suggest import Query, Suggestion, suggest, years_of
from fzjs.diagnostic import Location
from fzjs.facts import Attachment, Claim, Entry
from fzjs.reports.named import document
from fzjs.reports.wording import periods
from fzjs.visible import in_shell


def build(assessment: Assessment, name: str) -> dict[str, Any]:
    """Return an entry with its claims, attachments, reviews, problems and suggestions."""
    standing = assessment.standings[name]
    entry, record = standing.entry, _record(assessment, standing.entry.file)
    return {
        "条目": entry.id,
        "文件": entry.file,
        "科室": assessment.catalogue.folder_office(entry.office),
        "事由": entry.subject,
        "标题": entry.title,
        "种类": entry.kind,
        "涉密": entry.secret,
        "示例": entry.sample,
        "写的状态": entry.state,
        "状态": standing.state,
        "为什么": _why(standing, record, assessment),
        "缺陷": list(standing.faults),
        **_next(standing, assessment),
        "出具单位": entry.issuer,
        "文号": record.doc_no or "",
        "落款日期": entry.dated.isoformat() if entry.dated else "",
        "盖章": {True: "是", False: "否", None: ""}[entry.sealed],
        "对应": _claims(assessment, standing, record),
        "附件": _attachments(assessment, entry, record),
        "网页": [page.url for page in entry.web],
        "审核": _reviews(assessment, entry),
        "问题": [
            {"编号": p.id, "问题": p.text, "责任科室": p.office, "时限": p.due.isoformat()}
            for each in assessment.followed
            if each.is_open and is_about(p := each.problem, entry, assessment.catalogue)
        ],
        "更正": [
            {"日期": each.date.isoformat(), "理由": each.reason} for each in record.corrections
        ],
        "建议": suggested(suggestions(assessment, entry)),
    }


def _record(assessment: Assessment, file: str) -> models.Evidence:
    found = document(assessment, file)
    if not found or not isinstance(found.record, models.Evidence):  # an entry has been read
        raise TypeError(file)
    return found.record


def _why(standing: Standing, record: models.Evidence, assessment: Assessment) -> list[str]:
    """Say what brought an entry into its state (docs/states.md)."""
    entry, review = standing.entry, standing.review
    said = list(standing.reasons)
    by = reviewer_of(entry.office, assessment.catalogue) or "审核科室"
    words = {
        "草稿": "还没有提交，不算数",
        "撤回": f"已撤回{'：' + record.withdrawal if record.withdrawal else ''}，不算数",
        "待审核": f"已提交，等{by}审核",
        "待复核": f"审核以后改过，等{by}复核",
        "待外单位": f"等{entry.waits_for}出具"
        + (f"，{entry.asked.isoformat()}发函" if entry.asked else "，还没有发函"),
        "已通过": f"{review.date.isoformat()}{review.office}审核通过" if review else "",
    }
    if standing.state in words:
        said.append(words[standing.state])
    if standing.faults and standing.state not in {"草稿", "撤回"}:
        said.append("有缺陷，不算数")
    return [each for each in said if each]


def _next(standing: Standing, assessment: Assessment) -> dict[str, str]:
    """Say what is to be done with an entry, and by which command."""
    entry, name = standing.entry, in_shell(standing.entry.id)
    by = reviewer_of(entry.office, assessment.catalogue) or "审核科室"
    lacks = f"补齐（{'、'.join(standing.faults)}）" if standing.faults else ""
    mend = "直接改文件，不用再提交；补附件、对应用"
    add = f"fzjs add 文件 --to {name}"
    ways = {
        "草稿": (f"{lacks}，再提交" if lacks else "提交", f"fzjs submit {name}"),
        "已退回": (f"照退回的理由改，{mend}", add),
        "待审核": (f"{lacks}，{mend}", add) if lacks else ("", ""),
        "待复核": (f"{lacks}，{mend}", add)
        if lacks
        else (f"由{by}复核", f"fzjs review {name} --pass --by 审核人"),
        "待外单位": ("催一次记一次 --reminded；拿到了", f"fzjs outside {name} --received 日期"),
        "撤回": ("要重新用", f"fzjs submit {name} --reopen 理由"),
        "已通过": ("要改的，先声明更正", f"fzjs submit {name} --reopen 理由"),
    }
    done, command = ways[standing.state]
    if standing.state == "已退回" and not returned(standing):
        done, command = "整改问题；销号以前仍是已退回", ""
    return {"接下来": done, "命令": command}


def _claims(
    assessment: Assessment, standing: Standing, record: models.Evidence
) -> list[dict[str, Any]]:
    met: defaultdict[Location, list[Met]] = defaultdict(list)
    for each in assessment.met:
        for proof in each.proofs:
            if proof.standing.entry.id == standing.entry.id:
                met[proof.claim.place].append(each)
    return [
        {
            "资料": assessment.catalogue.label(claim.material),
            "年度": claim.period,
            "内容": _text(assessment, claim),
            "页": written.pages or "",
            "摘录": written.quote or "",
            "点到": [assessment.catalogue.label(key) for key in claim.names],
            "状态": str(prove(standing, claim)) if met[claim.place] else "对不上应报件",
            "应报件": [
                {"应报件": each.due.label, "状态": str(each.state), "缺什么": each.gap}
                for each in met[claim.place]
            ],
        }
        for claim, written in zip(standing.entry.claims, record.claims, strict=True)
    ]


def _text(assessment: Assessment, claim: Claim) -> str:
    material = assessment.catalogue.materials.get(assessment.catalogue.material(claim.material))
    if material:
        return material.text
    row = assessment.catalogue.rows.get(claim.material.partition("-")[0])
    return row.indicator.text if row else ""


def _attachments(
    assessment: Assessment, entry: Entry, record: models.Evidence
) -> list[dict[str, Any]]:
    return [
        {
            "路径": item.path,
            "文件": item.file,
            "情况": _lies(item),
            "页数": written.pages,
            "字数": written.words,
            "sha256": item.sha256,
            "也登记在": _others(assessment, entry, item),
        }
        for item, written in zip(entry.attachments, record.attachments, strict=True)
    ]


def _lies(item: Attachment) -> str:
    if not item.file:
        return "路径不能用"
    if item.outside:
        return "库外"
    if not item.found:
        return "不在"
    return "在" if item.found == item.sha256 else "与登记时不一样"


def holding(sha256: str, assessment: Assessment) -> tuple[tuple[Entry, Attachment], ...]:
    """Return the attachments with these bytes, of every entry that is not withdrawn."""
    return tuple(
        (entry, item)
        for entry in assessment.repository.entries.values()
        for item in (entry.attachments if entry.state != "撤回" else ())
        if sha256 in {item.sha256, item.found}
    )


def _others(assessment: Assessment, entry: Entry, item: Attachment) -> list[str]:
    found = (other.id for other, _ in holding(item.sha256, assessment))
    return [name for name in dict.fromkeys(found) if name != entry.id]


def _reviews(assessment: Assessment, entry: Entry) -> list[dict[str, Any]]:
    """Return every review in the entry's file, the last one first: it is the one that holds."""
    found = document(assessment, f"evidence/审核/{entry.id}.yaml")
    reviews = found.record.reviews if found and found.record else ()
    return [
        {
            "日期": each.date.isoformat(),
            "科室": each.office,
            "审核人": each.reviewer,
            "结论": each.verdict,
            "理由": [f"{r.code}（{r.note}）" if r.note else r.code for r in each.reasons],
        }
        for each in reversed(reviews)
    ]


def suggestions(assessment: Assessment, entry: Entry) -> tuple[Suggestion, ...]:
    """Return what an entry may prove besides; of a 涉密 one nothing is known to compare."""
    if entry.secret or entry.state == "撤回":
        return ()
    catalogue = assessment.catalogue
    quotes = (claim.quote for claim in entry.claims)
    names = (PurePosixPath(item.path).stem for item in entry.attachments)
    query = Query(
        words=(entry.subject, *quotes, *names),
        years=years_of((c.period for c in entry.claims), catalogue.campaign.window),
        kind=entry.kind,
        office=catalogue.office(entry.office),
        claimed=frozenset(catalogue.material(c.material) for c in entry.claims),
    )
    return suggest(query, assessment)


def suggested(found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions as data."""
    return [
        {
            "资料": each.label,
            "年度": periods(each.periods),
            "内容": each.text,
            "分": each.score,
            "都写到": each.reason,
            "本科室": each.own,
        }
        for each in found
    ]
