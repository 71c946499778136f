"""One look at a tree: what is known of its files already, and what has to be read."""

from __future__ import annotations

from collections.abc import Callable

from fzjs import facts
from fzjs.cache import digest
from fzjs.diagnostic import Fault
from fzjs.repository.document import Document
from fzjs.repository.layout import Role
from fzjs.repository.memo import Known, Memo, Memory
from fzjs.repository.opening import Surroundings, facts_of, open_file
from fzjs.tree import AnyTree

_MANY = {Role.ENTRY, Role.REVIEW}
"""Of these there are as many as entries; their text is let go where somebody keeps their facts."""

Seen = Callable[[Document], None]


class Reading:
    """Gathers the faults of the files that are opened through it.

    `seen` is called with each file that had to be read, while its text is at hand.
    """

    def __init__(self, tree: AnyTree, memo: Memory | None, seen: Seen | None) -> None:
        """Begin another look with a memory, or with none."""
        self.faults: list[Fault] = []
        self._tree, self._seen = tree, seen
        self._is_light = memo is not None
        self._memo: Memory = memo or Memo()
        self._memo.begin()
        self._around = Surroundings(self._digest, {})
        self._under = ""

    def claims_under(self, revisions: dict[str, int]) -> None:
        """Take the 修订 of the materials: the facts of an entry follow from them too."""
        self._around = Surroundings(self._digest, revisions)
        self._under = digest(repr(sorted(revisions.items())).encode())

    def open(self, file: str, role: Role | None = None) -> Document:
        """Return a file, its faults added to those of the rest."""
        known = self._recall(file, role)
        if known is None:
            document = self._read(file, role)
        else:
            document = Document(file, role, None, known, self._tree)
            document.id = self._tree.id_of(file)
        self.faults += document.known.faults
        return document

    def _recall(self, file: str, role: Role | None) -> Known | None:
        id_ = self._tree.id_of(file)
        known: Known | None = self._memo.recall(("文件", file, id_)) if id_ else None
        if known is None or role is not Role.ENTRY or not known.whole:
            return known
        return known if known.under == self._under and self._is_as_found(known.facts) else None

    def _is_as_found(self, entry: facts.Entry) -> bool:
        return all(
            each.found == (self._digest(each.file) if each.file and not each.outside else "")
            for each in entry.attachments
        )

    def _read(self, file: str, role: Role | None) -> Document:
        """Read a file, and keep what followed from its bytes."""
        opened = open_file(self._tree, file, role)
        whole = opened.record is not None
        condensed = facts_of(opened, role, self._around) if whole else None
        under = self._under if role is Role.ENTRY else ""
        known = Known(whole, opened.faults, condensed, under)
        document = Document(file, role, opened, known, self._tree)
        id_ = self._tree.id_of(file)
        alone = opened.is_alone and role is not Role.DECLARATION
        if id_ and alone and opened.raw is not None and self._tree.holds(file, opened.raw):
            document.id = id_
            self._memo.keep(("文件", file, id_), document.known)
        if self._seen is not None:
            self._seen(document)
        if self._is_light and role in _MANY:
            document.let_go()
        return document

    def _digest(self, file: str) -> str:
        """Return the SHA-256 of an attachment, as `AnyTree.digest`; of the same bytes once."""
        id_ = self._tree.id_of(file)
        known: str | None = self._memo.recall(("哈希", id_)) if id_ else None
        if known is None:
            known = self._tree.digest(file)
            if known and id_ and self._tree.holds(file):
                self._memo.keep(("哈希", id_), known)
        return known
