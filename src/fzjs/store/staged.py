"""A tree as it will be once changes are written: to look before anything is touched."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from fzjs.store.write import Change, Move
from fzjs.tree import Tree


class Staged(Tree):
    """The worktree with some files' new bytes, and names, in front of what lies on disk.

    `hashes` are those of files that will be copied here, by their paths; `gone` will be away.
    """

    content: Mapping[str, bytes]
    hashes: Mapping[str, str]
    moves: Sequence[Move]
    gone: frozenset[str]

    @classmethod
    def over(
        cls,
        root: Path,
        changes: Sequence[Change],
        hashes: Mapping[str, str] | None = None,
        moves: Sequence[Move] = (),
        gone: Sequence[str] = (),
        ids: Mapping[str, str] = MappingProxyType({}),
    ) -> Staged:
        """Return the tree below a root once the moves are carried out, then the changes.

        `ids` tell the bytes of files as they are; those that stay where and what they are keep it.
        """
        touched = {*(change.file for change in changes), *(hashes or {}), *gone}
        kept = {} if moves else {file: id_ for file, id_ in ids.items() if file not in touched}
        made = cls(root, kept)
        made.content = {c.file: c.after for c in changes if isinstance(c.after, bytes)}
        made.hashes = hashes or {}
        made.moves = moves
        made.gone = frozenset(gone)
        return made

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, the new ones too.

        What is moved stays below the folder that is asked for: `evidence` holds all of it.
        """
        new = (n for n in (*self.content, *self.hashes) if n.startswith(f"{folder}/"))
        return sorted({*map(self.now, super().files(folder))} - self.gone | {*new})

    def is_folder(self, file: str) -> bool:
        """Tell what a tree tells of a path as it will be."""
        return super().is_folder(self._was(file))

    def read(self, file: str) -> bytes:
        """Return a file's bytes as they will be. Raises OSError as a tree does."""
        if file in self.content:
            return self.content[file]
        if not self._was(file):
            raise OSError(errno.EINVAL, "文件不在")
        return super().read(self._was(file))

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file as it will be, or "" where there is none."""
        was = "" if file in self.gone else self._was(file)
        return self.hashes.get(file) or (super().digest(was) if was else "")

    def leaves(self, file: str) -> bool:
        """Tell what a tree tells of a path as it will be."""
        return super().leaves(self._was(file))

    def now(self, file: str) -> str:
        """Return how a file on disk will be called."""
        return next((new for m in self.moves if (new := _put(file, m.file, m.target))), file)

    def _was(self, file: str) -> str:
        """Return where a path lies on disk; "" where its file will have gone elsewhere."""
        old = next((old for m in self.moves if (old := _put(file, m.target, m.file))), "")
        return old or ("" if self.now(file) != file else file)


def _put(file: str, below: str, target: str) -> str:
    """Return a path that is, or lies below, another, as it reads below the target; else ""."""
    if file != below and not file.startswith(f"{below}/"):
        return ""
    return target + file.removeprefix(below)
