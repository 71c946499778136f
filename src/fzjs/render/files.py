"""Files that the program makes outside the repository's records: whole, or not at all."""

from __future__ import annotations

import re
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.store import put

LONGEST = 180
"""Bytes of a file's name before its suffix; most file systems hold 255."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def file_name(title: str) -> str:
    """Return a title as a file's name: no folder, nothing that Windows refuses, not too long."""
    name = _UNSAFE.sub("-", title).strip(" .-") or "未命名"
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")


def write(path: Path, content: bytes) -> None:
    """Write a file so that no reader ever sees half of it. Raises FzjsError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, content)
    except OSError as error:
        raise FzjsError(
            f"写不了 {path}：{os_reason(error)}。看看文件夹在不在、文件是不是正开着。"
        ) from error
