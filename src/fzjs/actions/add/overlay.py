"""A tree with files laid over it that are not written yet, so that they can be checked first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fzjs.tree import Tree


class Overlay(Tree):
    """The tree as it will be: `laid` are new files, `hashes` those of new attachments by path."""

    laid: Mapping[str, bytes]
    hashes: Mapping[str, str]

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, the new ones too."""
        new = (n for n in (*self.laid, *self.hashes) if n.startswith(f"{folder}/"))
        return sorted({*super().files(folder), *new})

    def read(self, file: str) -> bytes:
        """Return a file's bytes. Raises OSError."""
        return self.laid[file] if file in self.laid else super().read(file)

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file, or "" where there is none."""
        return self.hashes.get(file) or super().digest(file)


def lay(root: Path, laid: Mapping[str, bytes], hashes: Mapping[str, str]) -> Overlay:
    """Return the tree at a root with files laid over it."""
    made = Overlay(root)
    made.laid, made.hashes = laid, hashes
    return made
