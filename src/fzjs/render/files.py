"""Files that the program makes outside the repository's records: whole, or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.store import put

LONGEST = 180
"""Bytes of a file's name before its suffix; most file systems hold 255."""

_RECORDS = ("indicators", "evidence", ".git")
_OFFICE = (".docx", ".doc", ".xlsx", ".xls")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def file_name(title: str) -> str:
    """Return a title as a file's name: no folder, nothing that Windows refuses, not too long."""
    name = _UNSAFE.sub("-", title).strip(" .-") or "未命名"
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")


def write(path: Path, content: bytes, *, more: bool = False, links: bool = True) -> None:
    """Write a file so that no reader ever sees half of it. Raises FzjsError.

    What a link leads to is written, not the link; a device or a pipe (`/dev/stdout`) takes it,
    a pipe that nobody reads does not. Where a runner collects parts in one file, `more` adds to
    what is there. Without `links` a link is refused: nobody typed the names in a folder of an
    export, and whoever laid a link there would say which file is lost.
    """
    if not links and path.is_symlink():
        raise FzjsError(f"{path} 是链接，不顺着它写到别处。删去这个链接，或换个文件夹。")
    try:
        target = _target(path)
        if target is None or more:
            _add(path, content)
            return
        if target.exists() and (owner := _owner(target)):
            raise FzjsError(
                f"{path} 正在 Word 或 WPS 里开着（旁边有 {owner}），没有改动。\n"
                f"关掉它再来一遍；并没有开着的，删去 {owner}。"
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        put(target, content)
    except OSError as error:
        raise FzjsError(
            f"写不了 {path}：{os_reason(error)}。看看文件夹在不在、文件是不是正开着。"
        ) from error


def _owner(target: Path) -> str:
    """Return the file that Word, WPS or LibreOffice lays beside a document while it is open.

    Word leaves out the first one or two characters of a longer name.
    """
    if target.suffix.lower() not in _OFFICE:
        return ""
    name = target.name
    owners = (*(f"~${name[cut:]}" for cut in range(3)), f".~{name}", f".~lock.{name}#")
    return next((each for each in owners if (target.parent / each).exists()), "")


def _add(path: Path, content: bytes) -> None:
    """Add to a file, a device or a pipe. Raises FzjsError for a disk, or where nobody reads."""
    mode = path.stat().st_mode if path.exists() else 0
    if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        raise FzjsError(f"{path} 不是能写的文件。换个文件名。")
    if not stat.S_ISFIFO(mode):
        with path.open("ab") as stream:
            stream.write(content)
        return
    try:
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        raise FzjsError(f"{path} 是管道，没有程序在读。换个文件名。") from error
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)


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
