"""A worktree to list and read, and nothing that writes to it."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from fzjs import git, state
from fzjs.diagnostic import FzjsError
from fzjs.identity import tells
from fzjs.tree.modified import is_modified

LINKED = "这是链接，不是文件本身"
"""Why a record that is a link is not read."""
LARGEST = 10_000_000
"""Bytes of a YAML file that is still read; an entry has about a thousand."""

_LFS = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\noid sha256:([0-9a-f]{64})\nsize \d+\n"
)
_LFS_BEGINS = b"version https://git-lfs.github.com/spec/"
_LFS_SIZE = 1024
BROKEN_POINTER = "?"
"""What stands for the SHA-256 behind a Git LFS pointer that is damaged: equal to none."""
_DEVICES = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}


_OPEN = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)
"""Follow no link and wait for no pipe, should a file have become one since it was looked at."""


class _Root(NamedTuple):
    root: Path
    ids: Mapping[str, str] = MappingProxyType({})
    held: state.State | None = None


class Tree(_Root):
    """The folder that holds `fzjs.yaml`; all paths are relative to it, with `/`.

    `ids` and `held` are what was seen of the files by `seen`. What was found out of the folders is
    kept as long as the tree lives: one command.
    """

    def __hash__(self) -> int:
        """Hash by the root, as a mapping has no hash: rules remember what they read of a tree."""
        return hash(self.root)

    def seen(self, held: state.State | None = None) -> Tree:
        """Return the tree with what tells the bytes of its files, as they are now or were seen."""
        held = held or state.look(self.root)
        return self._replace(ids=held.ids, held=held)

    @cached_property
    def _sound(self) -> dict[str, bool]:
        """Folders by whether they lie in the tree and in no repository of their own.

        Looked at once, not for each file in them: of 10,000 files read, 1.0 s became 0.2.
        """
        return {}

    @cached_property
    def _plain(self) -> set[str]:
        """What `files` has seen to be no folder."""
        return set()

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, sorted; hidden ones left out.

        A folder that cannot be listed, a link to a folder, and one that is a git repository of its
        own (no part of this one's commits) come back as themselves: whoever reads them says so,
        and nothing below is lost in silence.
        """
        found: list[str] = []

        def refuse(error: OSError) -> None:
            if Path(error.filename) != self.root / folder or Path(error.filename).exists():
                found.append(Path(error.filename).relative_to(self.root).as_posix())

        start = self.root / folder
        if start.is_symlink() or start.is_file() or _is_repository(start):
            return [folder]
        for base, folders, names in os.walk(start, onerror=refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            here = Path(base).relative_to(self.root).as_posix()
            before = "" if here == "." else f"{here}/"
            links = [name for name in folders if (Path(base) / name).is_symlink()]
            other = [name for name in folders if _is_repository(Path(base) / name)]
            folders[:] = [name for name in folders if name not in other]
            plain = [before + name for name in names if not name.startswith(".")]
            self._plain.update(plain)
            found += [*plain, *(before + name for name in {*links, *other})]
        return sorted(found)

    def is_folder(self, file: str) -> bool:
        """Tell whether a path that `files` gave is a folder: one that it could not look into."""
        return file not in self._plain and (self.root / file).is_dir()

    def read(self, file: str) -> bytes:
        """Return a record's bytes. Raises OSError, also for a link.

        Whoever may change what a link leads to would change the record without touching it.
        """
        size = self._size(file)
        if size is not None and size <= LARGEST:
            raw = self._bytes(file, size)
            if raw is not None and len(raw) == size:
                return raw
        path = self.root / file
        if path.is_symlink():
            raise OSError(errno.EPERM, LINKED)
        if self.leaves(file):
            raise OSError(errno.EPERM, "链接通到了仓库之外，或文件夹另是 git 仓库")
        if not path.is_file():
            raise OSError(errno.EINVAL, "不是普通文件" if path.exists() else "文件不在")
        if path.stat().st_size > LARGEST:
            raise OSError(errno.EFBIG, "文件太大，不像是台账")
        return path.read_bytes()

    def _size(self, file: str) -> int | None:
        """Return the size of a regular file in a sound folder; None asks for a closer look."""
        if not self._is_sound(file.rpartition("/")[0]) or "\\" in file:
            return None
        try:
            found = os.lstat(f"{self.root}/{file}")
        except (OSError, ValueError):
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def _is_sound(self, folder: str) -> bool:
        """Tell whether a folder lies in the tree and in no repository of its own."""
        if folder not in self._sound:
            repository = folder and _is_repository(self.root / folder)
            self._sound[folder] = not repository and not Tree.leaves(self, folder)
        return self._sound[folder]

    def _bytes(self, file: str, size: int) -> bytes | None:
        """Return a regular file's bytes, and one more if it has grown; None where it is shut."""
        try:
            opened = os.open(f"{self.root}/{file}", _OPEN)
        except OSError:
            return None
        try:
            return os.read(opened, size + 1)
        finally:
            os.close(opened)

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file, or of what its Git LFS pointer stands for.

        "" where there is no such file, or it cannot be read; BROKEN_POINTER where nobody can tell.
        """
        path = self.root / file
        try:
            if self._size(file) is None and (self.leaves(file) or not path.is_file()):
                return ""
            with path.open("rb") as stream:
                return digest_of(stream.read)
        except OSError:
            return ""

    def id_of(self, file: str) -> str:
        """Return what tells a file's bytes from all others, "" where nobody has looked.

        git and the disk know of bytes behind a link to a folder; to the tree there is no such file.
        """
        known = self.ids.get(file, "")
        return known if known and self._is_sound(file.rpartition("/")[0]) else ""

    def holds(self, file: str, raw: bytes | None = None) -> bool:
        """Tell whether bytes are those that the file's id speaks of: it may have changed since.

        Without bytes the file is read again.
        """
        return tells(self.id_of(file), self.root, file, raw)

    def is_pointer(self, file: str) -> bool:
        """Tell whether a file is a Git LFS pointer, and not what it stands for."""
        path = self.root / file
        try:
            if self.leaves(file) or not path.is_file():
                return False
            with path.open("rb") as stream:
                return stream.read(len(_LFS_BEGINS)) == _LFS_BEGINS
        except OSError:
            return False

    def leaves(self, file: str) -> bool:
        """Tell whether a path leads out of the tree: by a link, in a circle, into a repository.

        What lies in a git repository inside this one is in none of this one's commits.
        """
        try:
            inner = PurePosixPath(file).parents[:-1]
            return not (self.root / file).resolve().is_relative_to(self.root.resolve()) or any(
                _is_repository(self.root / folder) for folder in inner
            )
        except (OSError, RuntimeError):
            return True

    def commit(self) -> str:
        """Return the short id of the commit, with `+` when files differ from it; "" outside git."""
        if self.held and self.held.changed is not None:
            return self.held.head and self.held.head + "+" * self.held.changed
        head = git.ask(self.root, "rev-parse", "--short=7", "HEAD")
        if not head:
            return ""
        try:
            return f"{head}+" if is_modified(self.root, self.digest) else head
        except FzjsError:
            return head


def digest_of(read: Callable[[int], bytes]) -> str:
    """Return the SHA-256 of what `read` gives, or the one that a Git LFS pointer names.

    BROKEN_POINTER where it is a pointer and nobody can tell what to.
    """
    head = read(_LFS_SIZE)
    pointer = _LFS.fullmatch(head.replace(b"\r\n", b"\n"))
    if pointer:
        return pointer[1].decode("ascii")
    if head.startswith(_LFS_BEGINS):
        return BROKEN_POINTER
    total = hashlib.sha256(head)
    while block := read(1 << 20):
        total.update(block)
    return total.hexdigest()


def _is_repository(folder: Path) -> bool:
    return os.path.lexists(folder / ".git")


def inside(folder: str, path: str) -> str:
    """Return the path from the root of a file named from a folder, or "" where it is not safe.

    Safe is relative, with `/`, without `..`, drive letter, control character or device name
    (DESIGN section 3: "Paths stay inside the repository").
    """
    parts = [part for part in path.split("/") if part not in {"", "."}]
    bad = (
        not parts
        or path.startswith(("/", "~"))
        or "\\" in path
        or ":" in path
        or ".." in parts
        or min(path) < " "  # the control characters
        or not _DEVICES.isdisjoint([part.partition(".")[0].lower() for part in parts])
    )
    return "" if bad else "/".join(parts if folder in {"", "."} else (folder, *parts))


def find_root(start: Path) -> Path:
    """Return the nearest folder upward that holds `fzjs.yaml`. Raises FzjsError."""
    for folder in (start, *start.parents):
        if (folder / "fzjs.yaml").is_file():
            return folder
    raise FzjsError(
        f"在 {start} 及其上级文件夹里找不到 fzjs.yaml。\n"
        "请先进入数据仓库所在的文件夹，或用 fzjs -C 文件夹 … 指明。"
    )
