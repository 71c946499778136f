"""A tree as it will be once changes are written: to look before anything is touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from fzjs.store.write import Change
from fzjs.tree import Tree


class Staged(Tree):
    """The worktree with some files' new bytes in front of what lies on disk.

    `hashes` are those of files that will be copied here, by their paths; `gone` will be away.
    """

    content: Mapping[str, bytes]
    hashes: Mapping[str, str]
    gone: frozenset[str]

    @classmethod
    def over(
        cls,
        root: Path,
        changes: Sequence[Change],
        hashes: Mapping[str, str] | None = None,
        gone: Sequence[str] = (),
    ) -> Staged:
        """Return the tree below a root with changes made."""
        made = cls(root)
        made.content = {c.file: c.after for c in changes if isinstance(c.after, bytes)}
        made.hashes = hashes or {}
        made.gone = frozenset(gone)
        return made

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, the new ones too."""
        new = (n for n in (*self.content, *self.hashes) if n.startswith(f"{folder}/"))
        return sorted({*super().files(folder)} - self.gone | {*new})

    def read(self, file: str) -> bytes:
        """Return a file's bytes as they will be. Raises OSError as a tree does."""
        return self.content[file] if file in self.content else super().read(file)

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file as it will be, or "" where there is none."""
        there = "" if file in self.gone else super().digest(file)
        return self.hashes.get(file) or there
