"""One paper: what was said of it becomes an entry, or it is said what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fzjs.actions.add.claims import Said, kind_of
from fzjs.actions.add.draft import Attached, Draft, How, Secret
from fzjs.actions.add.looked import Looked
from fzjs.actions.add.paper import Paper
from fzjs.actions.add.propose import subject
from fzjs.actions.add.register import (
    LATER,
    Planned,
    about,
    anew,
    lacking,
    lies_with,
    once,
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
from fzjs.visible import in_shell

NIL = "零报告"


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
    looked: Looked = Looked()
    on_behalf: bool = False


class Added(NamedTuple):
    """What was written, what the rules say of it, and what it may prove besides.

    `lacks` is what it would be refused for when handed in; `owners` are materials that other
    offices owe, each with those offices.
    """

    planned: Planned
    entry: Entry
    findings: tuple[Diagnostic, ...]
    lacks: tuple[Diagnostic, ...]
    owners: tuple[tuple[str, str], ...]
    suggestions: tuple[Suggestion, ...]


def refuse_known(paper: Paper, assessment: Assessment, claims: Sequence[Said] = ()) -> str:
    """Raise RefusedError where the same bytes are registered: one paper, several 对应.

    DESIGN section 1: "register once, prove many". Returns what to say where what is claimed stands
    there too: nothing is to be done, and that is no error; "" where the file is new.
    """
    known = holding(paper.sha256, assessment)
    if not known:
        return ""
    entry, item = known[0]
    have = {(assessment.catalogue.material(c.material), c.period) for c in entry.claims}
    new = [
        each
        for each in claims
        if (assessment.catalogue.material(each.key), each.period) not in have
    ]
    said = f"这个文件已经登记过：{entry.file}（{item.path}）"
    if claims and not new:
        return f"{said}。要证明的那里已经写了，没有改动。"
    wanted = [f"--for {in_shell(f'{c.material}/{c.period}')}" for c in new] or ["--for 资料/年度"]
    raise RefusedError(
        f"{said}。没有再登记。\n"
        "一份材料证明几件的，在那个条目的“对应”里加一行："
        f"fzjs add --to {in_shell(entry.file)} {' '.join(wanted)}\n"
        f"{_unless(entry, new, assessment)}"
    )


def _unless(entry: Entry, new: Sequence[Said], assessment: Assessment) -> str:
    """Say when another entry is right: an entry has one kind, and a bound volume may hold two."""
    needs = (asked_of(each.key, assessment.catalogue) for each in new)
    kinds = [n.kind for n in needs if n and not takes(n.kind, n.rhythm, entry.kind)]
    if kinds:
        return f"那里的种类是{entry.kind}，这件要的是{kinds[0]}：要另立一条，加 --again。"
    return "确要另立一条的，加 --again。"


def drafted(paper: Paper | None, answers: Answers, assessment: Assessment) -> Draft:
    """Return the entry that answers make; what was left out as it is proposed."""
    papers: tuple[Attached, ...] = ()
    if paper:
        there = lies_with(paper.path, answers.office, assessment.repository.worktree)
        how = answers.how or (How.LINK if there else How.COPY)
        papers = (once(Attached(paper, how, answers.name), answers.office, assessment),)
    named = answers.subject or (subject(paper, answers.claims, assessment) if paper else "")
    if paper and not named:
        raise FzjsError(
            "看不出事由：文件名和正文里都没有题目。\n"
            "加上 --subject，如 --subject 2021年度矛盾纠纷化解。"
        )
    return Draft(
        office=answers.office,
        claims=answers.claims,
        kind=answers.kind or kind_for(answers, assessment),
        subject=named,
        dated=answers.dated,
        sealed=answers.sealed,
        issuer=answers.issuer,
        papers=papers,
        secret=answers.secret,
        submitted=answers.submitted,
        looked=(answers.looked,),
        on_behalf=answers.on_behalf,
    )


def kind_for(answers: Answers, assessment: Assessment) -> str:
    """Return the kind that follows from what is claimed; a 查证 is that of a nil report."""
    if answers.looked.checked:
        return NIL
    return kind_of(answers.claims, assessment.catalogue) or "佐证材料"


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
    entry = now.standings[planned.id].entry
    return Added(
        planned,
        entry,
        tuple(about(planned, report)),
        () if draft.submitted else lacking([planned.file], tree, now.today)[planned.file],
        _of_others(draft, assessment),
        suggestions(now, entry),
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
        hint = found.hint.replace("没有就把这一行删去", "没有就不写这个选项")
        lines += [f"  {found.message}", f"    改法：{hint}{option}"]
    if submitted:
        lines.append("材料还没有备齐的，去掉 --submit，先存成草稿。")
    return "\n".join(lines)
