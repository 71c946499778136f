"""One paper: what was said of it becomes an entry, or it is said what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fzjs.actions.add.claims import Said, kind_of
from fzjs.actions.add.draft import Attached, Draft, How, Secret
from fzjs.actions.add.paper import Paper
from fzjs.actions.add.propose import subject
from fzjs.actions.add.register import (
    LATER,
    Planned,
    about,
    anew,
    lies_with,
    plan,
    put,
    refused,
    trial,
)
from fzjs.assess import Assessment
from fzjs.assess.satisfy import takes
from fzjs.assess.suggest import Suggestion
from fzjs.diagnostic import Diagnostic, FzjsError, RefusedError
from fzjs.facts import Entry
from fzjs.reports.entry import holding, suggestions
from fzjs.rules.claimed import asked_of


class Answers(NamedTuple):
    """What was said of a paper; "" and () where nothing. `how` None: as it lies."""

    office: str
    claims: tuple[Said, ...] = ()
    kind: str = ""
    subject: str = ""
    dated: str = ""
    sealed: str = ""
    issuer: str = ""
    name: str = ""
    how: How | None = None
    secret: Secret | None = None
    submitted: bool = False


class Added(NamedTuple):
    """What was written, what the rules say of it, and what it may prove besides.

    `lacks` is what it needs before it counts, as `todo` says it; `owners` are materials that
    other offices owe, each with those offices.
    """

    planned: Planned
    findings: tuple[Diagnostic, ...]
    lacks: tuple[str, ...]
    owners: tuple[tuple[str, str], ...]
    suggestions: tuple[Suggestion, ...]


def refuse_known(paper: Paper, assessment: Assessment, claims: Sequence[Said] = ()) -> None:
    """Raise RefusedError where the same bytes are registered: one paper, several 对应.

    DESIGN section 1: "register once, prove many".
    """
    known = holding(paper.sha256, assessment)
    if not known:
        return
    entry, item = known[0]
    lines = [f"这个文件已经登记过：evidence/{entry.id}.yaml（{item.path}）。没有再登记。"]
    have = {(assessment.catalogue.material(c.material), c.period) for c in entry.claims}
    new = [
        each
        for each in claims
        if (assessment.catalogue.material(each.key), each.period) not in have
    ]
    if claims and not new:
        lines.append("要证明的那里已经写了，不用再做什么。")
    else:
        lines.append("一份材料证明几件的，在那个条目的“对应”里加一行：")
        lines += [f"  - {_flow(each)}" for each in new] or ["  - {资料: …, 年度: …, 页: …}"]
    lines.append(_unless(entry, new, assessment))
    raise RefusedError("\n".join(lines))


def _unless(entry: Entry, new: Sequence[Said], assessment: Assessment) -> str:
    """Say when another entry is right: an entry has one kind, and a bound volume may hold two."""
    needs = (asked_of(each.key, assessment.catalogue) for each in new)
    kinds = [n.kind for n in needs if n and not takes(n.kind, n.rhythm, entry.kind)]
    if kinds:
        return f"那里的种类是{entry.kind}，这件要的是{kinds[0]}：要另立一条，加 --again。"
    return "确要另立一条的，加 --again。"


def _flow(said: Said) -> str:
    return "{" + ", ".join(f"{k}: {v}" for k, v in said.plain().items()) + "}"


def drafted(paper: Paper | None, answers: Answers, assessment: Assessment) -> Draft:
    """Return the entry that answers make; what was left out as it is proposed."""
    papers: tuple[Attached, ...] = ()
    if paper:
        there = lies_with(paper.path, answers.office, assessment.repository.worktree)
        how = answers.how or (How.LINK if there else How.COPY)
        papers = (_once(Attached(paper, how, answers.name), answers.office, assessment),)
    named = answers.subject or (subject(paper, answers.claims, assessment) if paper else "")
    if paper and not named:
        raise FzjsError(
            "看不出事由：文件名和正文里都没有题目。\n"
            "加上 --subject，如 --subject 2021年度矛盾纠纷化解。"
        )
    kind = answers.kind or kind_of(answers.claims, assessment.catalogue) or "佐证材料"
    return Draft(
        office=answers.office,
        claims=answers.claims,
        kind=kind,
        subject=named,
        dated=answers.dated,
        sealed=answers.sealed,
        issuer=answers.issuer,
        papers=papers,
        secret=answers.secret,
        submitted=answers.submitted,
    )


def _once(attached: Attached, office: str, assessment: Assessment) -> Attached:
    """Return the copy that the office has already: two entries name it, and none is added."""
    sha256, tree = attached.paper.sha256, assessment.repository.worktree
    for _, item in holding(sha256, assessment) if attached.how is How.COPY else ():
        if item.found == sha256 and lies_with(tree.root / item.file, office, tree):
            return Attached(attached.paper._replace(path=tree.root / item.file), How.LINK)
    return attached


def wrong_claims(
    claims: Sequence[Said], office: str, assessment: Assessment
) -> tuple[Diagnostic, ...]:
    """Return what the rules say against claims alone, before anything else is known."""
    draft = Draft(office, tuple(claims), kind_of(claims, assessment.catalogue) or "佐证材料", "某")
    (planned,) = plan([draft], assessment)
    report = trial([planned], assessment.repository.worktree)
    return tuple(
        found
        for found in refused(planned, report, assessment)
        if found.rule.startswith(("claim-", "schema-", "yaml-")) and found.rule not in LATER
    )


def add(draft: Draft, assessment: Assessment) -> Added:
    """Write an entry with its attachment. Raises RefusedError with every reason."""
    (planned,) = plan([draft], assessment)
    tree = assessment.repository.worktree
    report = trial([planned], tree)
    wrong = refused(planned, report, assessment)
    if wrong:
        raise RefusedError(said(wrong, submitted=draft.submitted))
    put([planned], tree)
    now = anew(assessment)
    standing = now.standings[planned.id]
    return Added(
        planned,
        tuple(about(planned, report)),
        standing.faults,
        _of_others(draft, assessment),
        suggestions(now, standing.entry),
    )


def _of_others(draft: Draft, assessment: Assessment) -> tuple[tuple[str, str], ...]:
    rows = assessment.catalogue.rows
    owners = {c.material: rows[c.key.partition("-")[0]].owners for c in draft.claims}
    return tuple(
        (m, "、".join(who)) for m, who in owners.items() if who and draft.office not in who
    )


_OPTIONS = {
    "claim-without-passage": "（--pages 或 --quote）",
    "evidence-unsealed": "（盖了的写 --sealed）",
    "evidence-undated": "（--dated）",
    "evidence-duplicate": "（--subject）",
}
"""What to type here, where a rule's hint speaks of the file."""


def said(wrong: Sequence[Diagnostic], *, submitted: bool = False) -> str:
    """Say why an entry is not written."""
    lines = ["没有登记，先改好："]
    for found in wrong:
        option = _OPTIONS.get(found.rule, "")
        lines += [f"  {found.message}", f"    改法：{found.hint}{option}"]
    if submitted:
        lines.append("材料还没有备齐的，去掉 --submit，先存成草稿。")
    return "\n".join(lines)
