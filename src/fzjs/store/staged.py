"""A tree as it will be once changes are written: to look before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fzjs.store.write import Change
from fzjs.tree import Tree


class Staged(Tree):
    """The worktree with some files' new bytes in front of what lies on disk."""

    content: dict[str, bytes]

    @classmethod
    def over(cls, root: Path, changes: Sequence[Change]) -> Staged:
        """Return the tree below a root with changes made."""
        made = cls(root)
        made.content = {change.file: change.after for change in changes}
        return made

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, the new ones too."""
        new = (name for name in self.content if name.startswith(f"{folder}/"))
        return sorted({*super().files(folder), *new})

    def read(self, file: str) -> bytes:
        """Return a file's bytes as they will be. Raises OSError as a tree does."""
        return self.content[file] if file in self.content else super().read(file)
