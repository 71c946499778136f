"""`fzjs show 条目`: one ledger entry, what it proves, how it stands, what it may prove besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from fzjs import models
from fzjs.assess import Assessment, Met, Standing
from fzjs.assess.satisfy import prove
from fzjs.assess.standing import reviewer_of
from fzjs.assess.suggest import Query, Suggestion, suggest, years_of
from fzjs.diagnostic import FzjsError, Location
from fzjs.facts import Attachment, Claim, Entry, fold_reference
from fzjs.nearest import nearest
from fzjs.reports.wording import periods


def find(assessment: Assessment, text: str, here: Path) -> str:
    """Return the id of the entry that a text names, "" where it names an indicator.

    An entry goes by its id, its file from the root or from the current folder, the office's other
    names, or its last part alone where no other entry has it. Raises FzjsError with the nearest
    where an entry is meant and there is none.
    """
    entries, path = assessment.repository.entries, text.replace("\\", "/")
    meant = path.rpartition("evidence/")[2].removeprefix("./").removesuffix(".yaml")
    head, slash, tail = meant.partition("/")
    full = assessment.catalogue.office(head)
    for name in (meant, f"{full}/{tail}", _from_here(assessment, text, here)):
        if name in entries:
            return name
    if fold_reference(head).partition("-")[0] in assessment.indicators:
        return ""
    same = [name for name in entries if not slash and name.rpartition("/")[2] == meant]
    if len(same) == 1:
        return same[0]
    if same:
        raise FzjsError(f"有{len(same)}个条目叫“{text}”，写明科室：{'、'.join(same)}")
    if path.endswith(".yaml") or (slash and full):
        raise FzjsError(_missing(assessment, text, f"{full or head}/{tail}"))
    return ""


def _from_here(assessment: Assessment, text: str, here: Path) -> str:
    """Return the id of a path as it reads from the current folder."""
    root, path = assessment.repository.tree.root.resolve(), (here / text).resolve()
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    return inside.removeprefix("evidence/").removesuffix(".yaml")


def _missing(assessment: Assessment, text: str, meant: str) -> str:
    file = f"evidence/{meant.removesuffix('.yaml')}.yaml"
    if any(d.file == file and d.record is None for d in assessment.repository.documents):
        return f"条目“{text}”有格式错误，读不出来。先用 fzjs check {file} 看。"
    guess = nearest(meant, assessment.repository.entries)
    return f"没有“{text}”这个条目。" + (f"是不是“{guess}”？" if guess else "")


def build(assessment: Assessment, name: str) -> dict[str, Any]:
    """Return an entry with its claims, attachments, reviews, problems and suggestions."""
    standing = assessment.standings[name]
    entry, record = standing.entry, _record(assessment, standing.entry.file)
    return {
        "条目": entry.id,
        "文件": entry.file,
        "科室": assessment.catalogue.office(entry.office) or entry.office,
        "事由": entry.subject,
        "标题": entry.title,
        "种类": entry.kind,
        "涉密": entry.secret,
        "示例": entry.sample,
        "写的状态": entry.state,
        "状态": standing.state,
        "为什么": _why(standing, record, assessment),
        "缺陷": list(standing.faults),
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
            for p in assessment.repository.problems
            if p.subject == entry.id and not p.closed
        ],
        "更正": [
            {"日期": each.date.isoformat(), "理由": each.reason} for each in record.corrections
        ],
        "建议": suggested(suggestions(assessment, entry)),
    }


def _record(assessment: Assessment, file: str) -> models.Evidence:
    found = next(d.record for d in assessment.repository.documents if d.file == file)
    if not isinstance(found, models.Evidence):  # an entry of the repository has been read
        raise TypeError(file)
    return found


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
    file = f"evidence/审核/{entry.id}.yaml"
    found = next((d.record for d in assessment.repository.documents if d.file == file), None)
    reviews = found.reviews if isinstance(found, models.ReviewFile) else ()
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
