"""Documents to the facts of one campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from fzjs import facts
from fzjs.repository.document import Document
from fzjs.repository.layout import Role
from fzjs.tree import AnyTree, Tree


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
    tree: AnyTree,
    campaign: facts.Campaign,
    indicators: tuple[facts.Indicator, ...],
    documents: tuple[Document, ...],
) -> Repository:
    """Return the facts of a sound campaign, its indicators and whatever else could be read."""
    found: defaultdict[Role | None, list[Any]] = defaultdict(list)
    for document in documents:
        if document.is_whole:
            found[document.role].append(document.known.facts)
    agenda = found[Role.AGENDA]
    return Repository(
        tree=tree,
        commit=tree.commit(),
        campaign=campaign,
        indicators=indicators,
        entries={entry.id: entry for entry in found[Role.ENTRY]},
        reviews={review.entry: review for review in found[Role.REVIEW]},
        problems=tuple(each for one in found[Role.INSPECTION] for each in one.problems),
        rectifications=tuple(found[Role.RECTIFICATION]),
        ledgers=tuple(found[Role.LEDGER]),
        applications=tuple(found[Role.APPLICATION]),
        reminders=tuple(found[Role.REMINDER]),
        declarations=tuple(found[Role.DECLARATION]),
        agenda=facts.Agenda(
            tuple(each for one in agenda for each in one.done),
            tuple(each for one in agenda for each in one.events),
        ),
        held=tuple(one.held for one in found[Role.INSPECTION]),
        documents=documents,
    )
