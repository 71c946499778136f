"""Documents to the facts of one campaign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from fzjs import facts
from fzjs.repository import condense, condense_agenda, condense_declare, condense_plan
from fzjs.repository.layout import Role
from fzjs.repository.memo import Memo
from fzjs.source import Source
from fzjs.tree import AnyTree, Tree


class Document(NamedTuple):
    """One YAML file, read; `record` is None where it breaks the format."""

    file: str
    role: Role | None
    source: Source
    record: Any


class Repository(NamedTuple):
    """One unit's campaign as facts; `documents` keep the records for rules of one record."""

    tree: AnyTree
    commit: str
    campaign: facts.Campaign
    indicators: tuple[facts.Indicator, ...]
    entries: Mapping[str, facts.Entry]
    reviews: Mapping[str, facts.Review]
    problems: tuple[facts.Problem, ...]
    rectifications: tuple[facts.Rectification, ...]
    ledgers: tuple[facts.LedgerMonth, ...]
    applications: tuple[facts.Application, ...]
    reminders: tuple[facts.Reminder, ...]
    agenda: facts.Agenda
    held: tuple[facts.Held, ...]
    declarations: tuple[facts.Declaration, ...]
    documents: tuple[Document, ...]

    @property
    def worktree(self) -> Tree:
        """The working tree, which alone can be changed."""
        return self.tree if isinstance(self.tree, Tree) else Tree(self.tree.root)


def assemble(
    tree: AnyTree, documents: tuple[Document, list[Document], list[Document]], memo: Memo
) -> Repository:
    """Return the facts of a sound campaign, its indicators and whatever else could be read."""
    campaign, systems, others = documents
    indicators = tuple(
        item
        for document in systems
        for item in condense_plan.indicators(document.record, document.source)
    )
    revisions = condense_plan.revisions(indicators)
    by_role: dict[Role | None, list[Document]] = {}
    for document in others:
        if document.record is not None:
            by_role.setdefault(document.role, []).append(document)
    entries = [_entry(tree, d, revisions, memo) for d in by_role.get(Role.ENTRY, [])]
    reviews = [condense.review(d.record, d.source) for d in by_role.get(Role.REVIEW, [])]
    return Repository(
        tree=tree,
        commit=tree.commit(),
        campaign=condense_plan.campaign(campaign.record, campaign.source),
        indicators=indicators,
        entries={entry.id: entry for entry in entries},
        reviews={review.entry: review for review in reviews},
        problems=tuple(
            p
            for d in by_role.get(Role.INSPECTION, [])
            for p in condense.problems(d.record, d.source)
        ),
        rectifications=tuple(
            condense.rectification(d.record, d.source) for d in by_role.get(Role.RECTIFICATION, [])
        ),
        ledgers=tuple(condense.ledger(d.record, d.source) for d in by_role.get(Role.LEDGER, [])),
        applications=tuple(
            condense.application(d.record, d.source) for d in by_role.get(Role.APPLICATION, [])
        ),
        reminders=tuple(
            condense.reminder(d.record, d.source) for d in by_role.get(Role.REMINDER, [])
        ),
        declarations=tuple(
            condense_declare.declaration(d.record, d.source, tree.digest)
            for d in by_role.get(Role.DECLARATION, [])
        ),
        agenda=condense_agenda.agenda((d.record, d.source) for d in by_role.get(Role.AGENDA, [])),
        held=tuple(
            facts.Held(d.record.kind, d.record.date) for d in by_role.get(Role.INSPECTION, [])
        ),
        documents=(campaign, *systems, *others),
    )


def _entry(tree: AnyTree, document: Document, revisions: dict[str, int], memo: Memo) -> facts.Entry:
    """Return an entry's facts, those of before where attachments and 修订 are the same too."""
    key = ("条目", document.file, tree.id_of(document.file))
    known, under = memo.recall(key) or (None, None)
    if known is None or under != revisions or not _as_found(tree, known):
        known = condense.entry(document.record, document.source, tree.digest, revisions)
        if key[-1]:
            memo.keep(key, (known, revisions))
    return known


def _as_found(tree: AnyTree, entry: facts.Entry) -> bool:
    return all(
        each.found == (tree.digest(each.file) if each.file and not each.outside else "")
        for each in entry.attachments
    )
