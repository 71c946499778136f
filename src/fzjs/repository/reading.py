"""One look at a tree: what is known of its files already, and what has to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Protocol

from fzjs import facts
from fzjs.beside import together
from fzjs.cache import digest
from fzjs.repository.document import Document
from fzjs.repository.layout import Role
from fzjs.repository.memo import Known, Memo, Memory, Shared
from fzjs.repository.opening import Surroundings, facts_of, open_file
from fzjs.tree import AnyTree

_MANY = {Role.ENTRY, Role.REVIEW}
"""Of these there are as many as entries; their text is let go where somebody keeps their facts."""

_WORTH = 400
"""Files to be read from which the work is shared with other processes."""

_PORTION, _PORTIONS = 40, 1000
"""Files that a process takes at a time, and into how many parts at most they are cut."""

File = tuple[str, Role | None]


class Inspector(Protocol):
    """Somebody who looks at each file that had to be read, while its text is at hand."""

    def begin(self, campaign: facts.Campaign, indicators: tuple[facts.Indicator, ...]) -> None:
        """Take what the evidence is held against, where all of it could be read."""

    def see(self, document: Document) -> None:
        """Look at a file; what is found in it is kept in the memory, if at all."""


class Reading:
    """Opens the files of a tree, each once."""

    def __init__(self, tree: AnyTree, memo: Memory | None, inspector: Inspector | None) -> None:
        """Begin another look with a memory, or with none."""
        self._tree, self._inspector = tree, inspector
        self._is_light = memo is not None
        self._memo: Memory = memo or Memo()
        self._memo.begin()
        self._around = Surroundings(self._digest, {})
        self._under = ""

    def claims_under(self, revisions: dict[str, int]) -> None:
        """Take the 修订 of the materials: the facts of an entry follow from them too."""
        self._around = Surroundings(self._digest, revisions)
        self._under = digest(repr(sorted(revisions.items())).encode())

    def open_all(self, files: Sequence[File]) -> list[Document]:
        """Return many files, as `open` does; where most have to be read, others help."""
        found = {file: self._recall(file, role) for file, role in files}
        found |= self._share([(file, role) for file, role in files if found[file] is None])
        return [found[file] or self.open(file, role) for file, role in files]

    def _share(self, unread: Sequence[File]) -> dict[str, Document]:
        """Let each processor read a part of what has to be read, and return the part read here.

        The others hand over what they keep, as if it had been kept by an earlier run.
        """
        memo = self._memo
        # What cannot be kept cannot be handed over either.
        unread = [file for file in unread if self._tree.id_of(file[0])]
        if not isinstance(memo, Shared) or len(unread) < _WORTH:
            return {}
        size = max(_PORTION, len(unread) // _PORTIONS)
        parts = [unread[at : at + size] for at in range(0, len(unread), size)]
        each = partial(self._each, parts)

        def mine(turns: Iterable[int]) -> dict[str, Document]:
            read = each(turns)
            memo.pack()  # the others do so too, and are waited for
            return read

        read, handed = together(
            len(parts), mine, lambda turns: memo.hand_over(partial(each, turns))
        )
        for part in handed:
            memo.take_over(part)
        return read

    def _each(self, parts: Sequence[Sequence[File]], turns: Iterable[int]) -> dict[str, Document]:
        return {file: self._read(file, role) for turn in turns for file, role in parts[turn]}

    def open(self, file: str, role: Role | None = None) -> Document:
        """Return a file, with what was known of it or what is found now."""
        return self._recall(file, role) or self._read(file, role)

    def _recall(self, file: str, role: Role | None) -> Document | None:
        """Return a file of which everything is known, None for one that has to be read."""
        id_ = self._tree.id_of(file)
        known: Known | None = self._memo.recall(("文件", file, id_)) if id_ else None
        if known is None:
            return None
        if role is Role.ENTRY and known.whole and not self._is_as_found(known):
            return None
        # Rules look into the text of the settings and the plan: to read it costs twenty times this.
        opened = self._memo.recall(("原文", file, id_)) if role is None else None
        document = Document(file, role, opened, known, self._tree)
        document.id = id_
        return document

    def _is_as_found(self, known: Known) -> bool:
        """Tell whether what an entry's facts follow from besides its bytes is as it was."""
        entry: facts.Entry = known.facts
        return known.under == self._under and all(
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
            if role is None:
                self._memo.keep(("原文", file, id_), opened._replace(raw=None))
        if self._inspector is not None:
            self._inspector.see(document)
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
