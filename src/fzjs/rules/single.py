"""What the rules of one file find, remembered for files of the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import Assessment, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.cache import digest
from fzjs.diagnostic import Fault
from fzjs.facts import Entry
from fzjs.repository import Document, Memory, Repository
from fzjs.rules.base import Scope
from fzjs.rules.registry import having, run

_NOTHING: tuple[tuple[str, ...], tuple[Fault, ...]] = ((), ())
"""What is known of most entries: they break no condition, and nothing is found in them."""


class Single:
    """The findings of rules that see one document, or one entry and the catalogue."""

    def __init__(self, memo: Memory) -> None:
        """Take the memory that the files are loaded with."""
        self.memo = memo
        self._fresh: dict[str, tuple[Fault, ...]] = {}
        self._entries: dict[str, tuple[Fault, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def see(self, document: Document) -> None:
        """Run the rules of a document while its text is at hand."""
        self._fresh[document.file] = _of_document(document)

    def of_documents(self, documents: Iterable[Document]) -> Iterator[Fault]:
        """Yield what the rules of a document find in each."""
        for document in documents:
            key = ("文件查", document.file, document.id)
            found = self._fresh.get(document.file)
            if found is None:
                found = self.memo.recall(key) if document.id else None
                if found is not None:
                    yield from found
                    continue
                found = _of_document(document)
            if document.id:
                self.memo.keep(key, found)
            yield from found

    def recall(self, repository: Repository, catalogue: Catalogue) -> None:
        """Take what is known of entries: what they break, told to the catalogue, and findings."""
        ids = {document.file: document.id for document in repository.documents}
        # All that a rule of this scope may look at besides the entry; the day is in the campaign.
        under = digest(repr((catalogue.campaign, repository.indicators)).encode())
        for entry in repository.entries.values():
            if id_ := ids[entry.file]:
                attached = [each.found for each in entry.attachments]
                self._keys[entry.id] = key = ("条目查", entry.file, id_, under, *attached)
                known = self.memo.recall(key)
                if known is not None:
                    broken, self._entries[entry.id] = known or _NOTHING
                    catalogue.judged[entry.id] = entry, broken

    def of_entries(self, assessment: Assessment) -> Iterator[Fault]:
        """Yield what the rules of an entry find in each."""
        catalogue = assessment.catalogue
        for name, entry in assessment.repository.entries.items():
            found = self._entries.get(name)
            if found is None:
                found = _of_entry(entry, catalogue)
                if name in self._keys:
                    known = sound.broken(entry, catalogue), found
                    self.memo.keep(self._keys[name], () if known == _NOTHING else known)
            yield from found


def _of_document(document: Document) -> tuple[Fault, ...]:
    return tuple(fault for rule in having(Scope.DOCUMENT) for fault in run(rule, document))


def _of_entry(entry: Entry, catalogue: Catalogue) -> tuple[Fault, ...]:
    return tuple(fault for rule in having(Scope.ENTRY) for fault in run(rule, entry, catalogue))
