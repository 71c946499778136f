"""Files that the program makes outside the repository's records: whole, or not at all."""

from __future__ import annotations

import re
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.store import put

LONGEST = 180
"""Bytes of a file's name before its suffix; most file systems hold 255."""

_RECORDS = ("indicators", "evidence", ".git")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def file_name(title: str) -> str:
    """Return a title as a file's name: no folder, nothing that Windows refuses, not too long."""
    name = _UNSAFE.sub("-", title).strip(" .-") or "未命名"
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")


def write(path: Path, content: bytes, *, more: bool = False) -> None:
    """Write a file so that no reader ever sees half of it. Raises FzjsError.

    What a link leads to is written, not the link; a device or a pipe (`/dev/stdout`) takes it.
    Where a runner collects parts in one file, `more` adds to what is there.
    """
    try:
        target = _target(path)
        if target is None or more:
            with path.open("ab") as stream:
                stream.write(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        put(target, content)
    except OSError as error:
        raise FzjsError(
            f"写不了 {path}：{os_reason(error)}。看看文件夹在不在、文件是不是正开着。"
        ) from error


def _target(path: Path) -> Path | None:
    """Return which file is meant; None for what is no file. Raises FzjsError for a record."""
    there = path.exists()
    if there and not (path.is_file() or path.is_dir()):
        return None
    target = path.resolve()
    if path.is_symlink() and path.absolute().parts[1:2] in {("dev",), ("proc",)}:
        return None  # a file that this very process writes to
    if _is_record(target):
        raise FzjsError(f"{path} 是数据仓库自己的文件，不覆盖。换个文件名。")
    return target


def _is_record(path: Path) -> bool:
    """Tell whether a file is one that commands read, or belongs to git."""
    for root in path.parents:
        if (root / "fzjs.yaml").is_file():
            inner = path.relative_to(root)
            known = path.suffix in {".yaml", ".yml"} or path.exists()
            return inner.as_posix() == "fzjs.yaml" or (inner.parts[0] in _RECORDS and known)
    return False
