"""Whether files differ from the commit, with no filter run: what Git LFS keeps is compared here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fzjs import git

_TIMEOUT = 120
_POINTER = 1024
"""Bytes that a Git LFS pointer may have."""
_RAW = (
    *("diff", "--raw", "-z", "--no-abbrev", "--relative", "--no-renames"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
)
"""Not `diff-files`, which lists files that were only touched."""


def is_modified(root: Path, digest: Callable[[str], str]) -> bool:
    """Tell whether the tree below a folder has changed or new files; `digest` gives a SHA-256.

    Raises FzjsError where git takes too long.
    """
    off = git.no_filters(root)
    said = git.names(git.run(root, *git.STATUS, ".", timeout=_TIMEOUT, settings=off).stdout)
    if not said or not off or any(not line.startswith(" M") for line in said):
        return bool(said)
    # Without its filter a fetched LFS file differs from the pointer that git has of it.
    raw = git.names(git.run(root, *_RAW, timeout=_TIMEOUT, settings=off).stdout)
    wanted = dict(zip(raw[1::2], (line.split()[2] for line in raw[::2]), strict=True))
    texts = _small(root, set(wanted.values()))
    return any(
        f"\noid sha256:{digest(file) or '-'}\n" not in texts.get(blob, "")
        for file, blob in wanted.items()
    )


def _small(root: Path, ids: set[str]) -> dict[str, str]:
    """Return the text of those of git's objects that are no larger than a pointer."""
    given = "".join(f"{one}\n" for one in ids).encode()
    sizes = git.run(root, "cat-file", "--batch-check", given=given, timeout=_TIMEOUT).stdout
    lines = (line.split() for line in git.text(sizes).splitlines())
    small = [line[0] for line in lines if line[-1].isdigit() and int(line[-1]) <= _POINTER]
    given = "".join(f"{one}\n" for one in small).encode()
    out = git.run(root, "cat-file", "--batch", given=given, timeout=_TIMEOUT).stdout
    found = {}
    for one in small:
        head, _, rest = out.partition(b"\n")
        size = int(head.split()[2])
        found[one], out = git.text(rest[:size]), rest[size + 1 :]
    return found
