"""git's objects of one repository by their ids: what is learnt of one holds in every commit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from fzjs import git
from fzjs.diagnostic import FzjsError
from fzjs.tree.worktree import digest_of

BATCH = 64_000_000
"""Bytes that one call to git may bring, and that are kept of records already read."""
_TIMEOUT = 120


class Objects:
    """Sizes, hashes and bytes of blobs, asked for once however many commits have them."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the data repository. Raises FzjsError."""
        self.root = root
        self.prefix = git.text(git.run(root, "rev-parse", "--show-prefix").stdout).rstrip("\n")
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.records: dict[str, bytes] = {}

    def learn(self, name: str, ids: set[str]) -> dict[str, int]:
        """Return the size of each object that is here, those of a commit at the least."""
        new = ids - self.sizes.keys()
        if new:
            self.sizes |= _sizes(self.root, name, new)
        return self.sizes

    def hash(self, ids: Iterable[str]) -> None:
        """Work out the SHA-256 of each."""
        for found, stream, length in _contents(self.root, ids):
            self.digests[found] = digest_of(_Part(stream, length).read)

    def read(self, ids: Iterable[str]) -> None:
        """Bring the bytes of records; where they get too many, the earlier ones are let go."""
        found = self.bytes_of(ids)
        if sum(self.sizes[one] for one in self.records) > BATCH:
            self.records = {}
        self.records |= found

    def bytes_of(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of each."""
        return {found: stream.read(size) for found, stream, size in _contents(self.root, ids)}


class _Part:
    """The next bytes of a stream, and no more of it."""

    def __init__(self, stream: IO[bytes], length: int) -> None:
        self._stream = stream
        self._left = length

    def read(self, count: int) -> bytes:
        block = self._stream.read(min(count, self._left))
        self._left -= len(block)
        return block


def _sizes(root: Path, name: str, ids: set[str]) -> dict[str, int]:
    done = _check(root, ids)
    if done.returncode != 0:
        # A partial clone: git will not say what it may not fetch, but it lists what is missing.
        listed = git.run(
            *(root, "rev-list", "--objects", "--missing=print", "--no-walk", name),
            timeout=_TIMEOUT,
        )
        missing = {line[1:] for line in git.text(listed.stdout).split("\n") if line[:1] == "?"}
        done = _check(root, ids - missing)
    if done.returncode != 0:
        raise FzjsError(f"读不了提交 {name[:7]} 的内容：{git.refusal(done)}。")
    lines = (line.split() for line in git.text(done.stdout).splitlines())
    return {line[0]: int(line[2]) for line in lines if line[1] == "blob"}


def _check(root: Path, ids: Iterable[str]) -> git.Done:
    given = "".join(f"{one}\n" for one in sorted(ids)).encode()
    return git.run(root, "cat-file", "--batch-check", given=given, timeout=_TIMEOUT)


def _contents(root: Path, ids: Iterable[str]) -> Iterator[tuple[str, IO[bytes], int]]:
    """Yield each object's id with a stream that stands at its bytes, and how many they are."""
    wanted = list(ids)
    given = "".join(f"{one}\n" for one in wanted).encode()
    with tempfile.TemporaryFile() as out:
        done = git.run(root, "cat-file", "--batch", given=given, out=out, timeout=_TIMEOUT)
        if done.returncode != 0:
            raise FzjsError(f"读不了 git 里的文件：{git.refusal(done)}。")
        out.seek(0)
        for one in wanted:
            length = int(out.readline().split()[2])
            start = out.tell()
            yield one, out, length
            out.seek(start + length + 1)
