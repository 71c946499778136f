"""What the rules of one file find, remembered for files of the same bytes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from fzjs import facts, passing
from fzjs.assess import Assessment, catalogue_of, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.cache import digest
from fzjs.diagnostic import Fault
from fzjs.repository import Document, Memo, Memory, Role
from fzjs.rules.base import Rule, Scope
from fzjs.rules.formatted import is_word
from fzjs.rules.registry import having


class Found(NamedTuple):
    """What is found in a file by itself; in an entry also what it breaks, and its faults."""

    document: tuple[Fault, ...] = ()
    broken: tuple[str, ...] = ()
    entry: tuple[Fault, ...] = ()


_NOTHING = Found()
"""What is found in most files."""


class Single:
    """The findings of rules that see one document, or one entry and the catalogue.

    An inspector (`repository.reading.Inspector`): files are looked at while their text is at hand.
    """

    def __init__(self, memo: Memory | None = None, clock: datetime.date | None = None) -> None:
        """Take the memory that the files are loaded with, and the day where there is no 基准日."""
        self.memo: Memory = memo or Memo()
        self.catalogue: Catalogue | None = None
        self._clock = clock
        self._under = ""
        self._found: dict[str, Found] = {}

    def begin(self, campaign: facts.Campaign, indicators: tuple[facts.Indicator, ...]) -> None:
        """Take what entries are held against: the catalogue with the settings of the day."""
        day = campaign.today or self._clock
        if day is not None:
            self.hold(catalogue_of(campaign, indicators, day), indicators)

    def hold(self, catalogue: Catalogue, indicators: tuple[facts.Indicator, ...]) -> None:
        """Hold entries against a catalogue; all that their rules may look at is named by it."""
        self.catalogue = catalogue
        self._under = digest(repr((catalogue.campaign, indicators)).encode())

    def see(self, document: Document) -> None:
        """Run the rules of a document, and of the entry that it is."""
        passed = len(passing.seen)
        by_itself = _all(having(Scope.DOCUMENT), document)
        entry, catalogue = _entry(document), self.catalogue
        found = Found(by_itself)
        if entry is not None and catalogue is not None:
            broken = sound.broken(entry, catalogue)
            found = Found(by_itself, broken, _of_entry(entry, catalogue, broken))
            if document.tree is not None and any(map(is_word, entry.attachments)):
                papers = _all(having(Scope.PAPERS), entry, catalogue, document.tree)
                found = found._replace(entry=found.entry + papers)
        self._found[document.file] = found
        if document.id and len(passing.seen) == passed:
            self.memo.keep(self._key(document), () if found == _NOTHING else found)

    def complete(self, documents: Iterable[Document]) -> None:
        """Take what is known of files that were not read, and tell the catalogue of entries."""
        for document in documents:
            if document.file in self._found:
                continue
            known = self.memo.recall(self._key(document)) if document.id else None
            if known is None:
                self.see(document)
                continue
            self._found[document.file] = found = known or _NOTHING
            entry = _entry(document)
            if entry is not None and self.catalogue is not None:
                self.catalogue.judged[entry.id] = entry, found.broken

    def of_documents(self, documents: Iterable[Document]) -> Iterator[Fault]:
        """Yield what the rules of a document find in each."""
        for document in documents:
            yield from self._found[document.file].document

    def of_entries(self, assessment: Assessment) -> Iterator[Fault]:
        """Yield what the rules of an entry find in each."""
        for entry in assessment.repository.entries.values():
            yield from self._found[entry.file].entry

    def _key(self, document: Document) -> tuple[str, ...]:
        entry = _entry(document)
        if entry is None:
            return "查", document.file, document.id
        attached = (each.found for each in entry.attachments)
        # Of a file by Git LFS the hash is known before its bytes are there.
        there = (_id(document, each) for each in entry.attachments if is_word(each))
        return "查", document.file, document.id, self._under, *attached, *there


def _entry(document: Document) -> facts.Entry | None:
    """Return the facts of an entry that could be read, None for all else."""
    known = document.known
    return known.facts if document.role is Role.ENTRY and known.whole else None


def _id(document: Document, attached: facts.Attachment) -> str:
    return document.tree.id_of(attached.file) if document.tree else ""


@cache
def _entry_rules() -> tuple[tuple[Rule, ...], Mapping[str, Rule]]:
    """Return the rules of an entry that look for themselves, and by name those of conditions."""
    names = {condition.rule for condition in sound.CONDITIONS}
    rules = having(Scope.ENTRY)
    return (
        tuple(rule for rule in rules if rule.name not in names),
        {rule.name: rule for rule in rules if rule.name in names},
    )


def _of_entry(
    entry: facts.Entry, catalogue: Catalogue, broken: tuple[str, ...]
) -> tuple[Fault, ...]:
    """Return what the rules of an entry find: of the conditions only those that it breaks speak."""
    others, conditions = _entry_rules()
    asked = (*others, *(conditions[name] for name in broken if name in conditions))
    return _all(asked, entry, catalogue)


def _all(rules: Iterable[Rule], *arguments: object) -> tuple[Fault, ...]:
    """Return what rules find; most find nothing, and are only called."""
    found: list[Fault] = []
    for rule in rules:
        # Without `run` between: it would be begun 700,000 times for 10,000 entries.
        for each in rule.find(*arguments) if rule.find is not None else ():
            found.append(  # noqa: PERF401  # a generator more is what this avoids
                Fault(rule.name, each.message, each.location, each.hint, each.related)
            )
    return tuple(found)
