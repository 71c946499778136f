"""A worktree to list and read, and nothing that writes to it."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from fzjs.diagnostic import FzjsError

GIT_TIMEOUT = 20
_LFS = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n"
)
_LFS_SIZE = 1024
_DEVICES = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}


class Tree(NamedTuple):
    """The folder that holds `fzjs.yaml`; all paths are relative to it, with `/`."""

    root: Path

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, sorted; hidden ones left out."""
        found: list[str] = []
        for base, folders, names in os.walk(self.root / folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            here = Path(base).relative_to(self.root)
            found += [(here / name).as_posix() for name in names if not name.startswith(".")]
        return sorted(found)

    def read(self, file: str) -> bytes:
        """Return a file's bytes. Raises OSError."""
        return (self.root / file).read_bytes()

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file, or of what its Git LFS pointer stands for; "" if absent."""
        path = self.root / file
        if not path.is_file() or not path.resolve().is_relative_to(self.root.resolve()):
            return ""
        with path.open("rb") as stream:
            head = stream.read(_LFS_SIZE)
            pointer = _LFS.match(head)
            if pointer:
                return pointer[1].decode("ascii")
            total = hashlib.sha256(head)
            while block := stream.read(1 << 20):
                total.update(block)
        return total.hexdigest()

    def leaves(self, file: str) -> bool:
        """Tell whether a path inside the tree is a link that leads out of it."""
        return not (self.root / file).resolve().is_relative_to(self.root.resolve())

    def commit(self) -> str:
        """Return the short id of the commit, with `+` when files differ from it; "" outside git."""
        head = _git(self.root, "rev-parse", "--short=7", "HEAD")
        changed = _git(self.root, "status", "--porcelain", "--", ".")
        return f"{head}+" if head and changed else head


def inside(folder: str, path: str) -> str:
    """Return the path from the root of a file named from a folder, or "" where it is not safe.

    Safe is relative, with `/`, without `..`, drive letter, control character or device name
    (DESIGN section 3: "Paths stay inside the repository").
    """
    parts = PurePosixPath(path).parts
    bad = (
        not parts
        or path.startswith(("/", "~"))
        or "\\" in path
        or ":" in path
        or ".." in parts
        or any(ord(mark) < 32 for mark in path)  # noqa: PLR2004  # the control characters
        or any(part.split(".")[0].lower() in _DEVICES for part in parts)
    )
    return "" if bad else (PurePosixPath(folder) / path).as_posix()


def find_root(start: Path) -> Path:
    """Return the nearest folder upward that holds `fzjs.yaml`. Raises FzjsError."""
    for folder in (start, *start.parents):
        if (folder / "fzjs.yaml").is_file():
            return folder
    raise FzjsError(
        f"在 {start} 及其上级文件夹里找不到 fzjs.yaml。\n"
        "请先进入数据仓库所在的文件夹，或用 fzjs -C 文件夹 … 指明。"
    )


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints, or "" when it cannot answer; never takes the index lock."""
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607  # git is found as the user has it
            capture_output=True,
            check=False,
            timeout=GIT_TIMEOUT,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
