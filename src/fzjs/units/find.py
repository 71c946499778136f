"""Where the units are: exports, data repositories, and folders of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fzjs.diagnostic import os_reason
from fzjs.reports.tables import TABLES
from fzjs.units.manifest import MANIFEST

DEEPEST = 4
"""Folders below the one that is named: 省、市、县 and one more."""


_FILES = (MANIFEST, *(f"{name}.jsonl" for name in TABLES))
"""What shows that a folder is meant as an export, whole or not."""


class Place(NamedTuple):
    """A folder with one unit's data: an export, or (`computed`) a data repository."""

    path: Path
    computed: bool


class Unread(NamedTuple):
    """A place that gave nothing, and why."""

    path: Path
    reason: str


def find(paths: Iterable[Path]) -> list[Place | Unread]:
    """Return every unit's place below some folders, sorted within each, each once.

    A folder in which there is nothing is told, as is a link to a folder: it is not followed, so
    that no circle is walked and nothing outside is read.
    """
    seen: set[Path] = set()
    found: list[Place | Unread] = []
    for path in paths:
        try:
            path.stat()
        except OSError as error:
            found.append(Unread(path, os_reason(error)))
            continue
        for each in _below(path, DEEPEST):
            real = _real(each.path)
            if real not in seen:
                seen.add(real)
                found.append(each)
    return found


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _below(folder: Path, levels: int) -> Iterator[Place | Unread]:
    if not folder.is_dir():
        yield Unread(folder, "不是文件夹；写导出或数据仓库所在的文件夹，压缩包先解开")
    elif (folder / "fzjs.yaml").is_file():
        yield Place(folder, computed=True)
    elif any(os.path.lexists(folder / name) for name in _FILES):
        yield Place(folder, computed=False)
    else:
        yield from _inside(folder, levels)


def _inside(folder: Path, levels: int) -> Iterator[Place | Unread]:
    try:
        with os.scandir(folder) as entries:
            names = sorted((e.name, e.is_symlink()) for e in entries if _is_folder(e))
    except OSError as error:
        yield Unread(folder, os_reason(error))
        return
    if not names:
        yield Unread(folder, f"里面没有导出（{MANIFEST}），也没有数据仓库（fzjs.yaml）")
    elif not levels:
        yield Unread(folder, f"太深，只往下看{DEEPEST}层；直接写它")
        return
    for name, link in names:
        if link:
            yield Unread(folder / name, "是链接，不往里看；直接写它指的文件夹")
        else:
            yield from _below(folder / name, levels - 1)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether to look at what a folder holds; of links, at all but those to a file."""
    if entry.name.startswith("."):
        return False
    return not Path(entry.path).is_file() if entry.is_symlink() else entry.is_dir()
