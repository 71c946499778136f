"""Files of a data repository, written whole or not at all: all that a command changes, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from fzjs.diagnostic import FzjsError, RefusedError, os_reason
from fzjs.store.guard import alone, unbroken
from fzjs.tree import Tree, inside

_NEW_MODE = 0o644
_WAITING = ".tmp"
_UNTOUCHED = "没有改动。"

Content = bytes | Path
"""What a file is to hold: bytes, or a file to copy, which may be larger than the memory."""


class Change(NamedTuple):
    """One file's new content; `before` is what was read, None for a file to be made."""

    file: str
    before: bytes | None
    after: Content


class Move(NamedTuple):
    """A file or folder that gets another name; changes name files as they are called after."""

    file: str
    target: str


def put(path: Path, content: Content, ready: Callable[[], None] = lambda: None) -> None:
    """Write a file so that no reader ever sees half of it; what is there keeps its mode.

    `ready` is asked at the last moment and raises where the file is not to be written after all.

    Raises:
        OSError: the system refuses; then the file is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_WAITING)
    try:
        with os.fdopen(handle, "wb") as stream:
            if isinstance(content, bytes):
                stream.write(content)
            else:
                with content.open("rb") as source:
                    shutil.copyfileobj(source, stream)
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else _NEW_MODE
        Path(name).chmod(mode)
        ready()
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)  # a full disk names no file
        raise


def apply(
    tree: Tree, changes: Sequence[Change], moves: Sequence[Move] = (), gone: Sequence[str] = ()
) -> None:
    """Carry out the moves, then the changes; when one fails, put back what was done.

    Files that are `gone` wait under another name until all else is done.

    Raises:
        FzjsError: a place outside the repository or behind a link, or the system refuses.
        RefusedError: a file is there already, or is no longer what was read.
        KeyboardInterrupt: the user, or the system, stops the program.
    """
    with alone(tree.root), unbroken() as look:
        _apply(tree, changes, moves, gone, look)


def _apply(
    tree: Tree,
    changes: Sequence[Change],
    moves: Sequence[Move],
    gone: Sequence[str],
    look: Callable[[], None],
) -> None:
    undo: list[Callable[[], object]] = []
    aside = [Move(file, _aside(file)) for file in gone]
    try:
        moved = (_move(tree, m) for m in (*moves, *aside))
        for steps in (*moved, *(_write(tree, c) for c in changes)):
            for step in steps:
                undo.append(step)  # at once: the next step may fail
                look()
    except BaseException as error:
        _put_back(tree, undo)
        if isinstance(error, OSError):
            raise FzjsError(
                f"写不了 {_where(tree, error)}：{os_reason(error)}。{_UNTOUCHED}"
            ) from error
        raise
    for move in aside:
        with suppress(OSError):
            (tree.root / move.target).unlink()


def _put_back(tree: Tree, undo: Sequence[Callable[[], object]]) -> None:
    """Undo what was done, the last first. Raises FzjsError where something stays changed."""
    stuck = ""
    for step in reversed(undo):
        try:
            step()
        except OSError as error:
            stuck = stuck or f"{_where(tree, error)}：{os_reason(error)}"
    if stuck:
        raise FzjsError(f"没有写成，也没能全放回原样（{stuck}）。用 git status 看改了什么。")


def _aside(file: str) -> str:
    folder, _, name = file.rpartition("/")
    return f"{folder}/.{name}{_WAITING}"


def delete(tree: Tree, file: str, before: bytes) -> None:
    """Take a file away that still has the bytes that were read. Raises as `apply`."""
    path = _place(tree, file)
    try:
        _refuse_changed(path, file, before)
        path.unlink()
    except OSError as error:
        raise FzjsError(f"删不了 {file}：{os_reason(error)}。{_UNTOUCHED}") from error


def _refuse_changed(path: Path, file: str, before: bytes) -> None:
    if path.read_bytes() != before:
        raise RefusedError(
            f"{file} 刚才被别的程序改过。在编辑器里开着的先保存，再来一遍。{_UNTOUCHED}"
        )


def _where(tree: Tree, error: OSError) -> Path:
    """Return what the system refused to write, from the root; the folder of a file that waits."""
    path = Path(error.filename2 or error.filename or tree.root)
    path = path.parent if path.suffix == _WAITING else path
    return path.relative_to(tree.root) if path.is_relative_to(tree.root) else path


def _move(tree: Tree, move: Move) -> Iterator[Callable[[], object]]:
    old, new = _place(tree, move.file), _place(tree, move.target)
    if os.path.lexists(new):
        raise RefusedError(f"{move.target} 已经有了，不覆盖。{_UNTOUCHED}")
    yield from _folders(new.parent)
    old.rename(new)
    yield lambda: new.rename(old)


def _write(tree: Tree, change: Change) -> Iterator[Callable[[], object]]:
    path, before = _place(tree, change.file), change.before

    def ready() -> None:
        if before is None and os.path.lexists(path):
            again = "刚才别的程序写的，再来一遍就接着它写"
            raise RefusedError(f"{change.file} 已经有了，不覆盖（{again}）。{_UNTOUCHED}")
        if before is not None:
            _refuse_changed(path, change.file, before)

    ready()
    if before is None:
        yield from _folders(path.parent)
    put(path, change.after, ready)
    yield path.unlink if before is None else lambda: put(path, before)


def _place(tree: Tree, file: str) -> Path:
    """Return where a file lies. Raises FzjsError where that is outside, or behind a link."""
    if inside(".", file) != file:
        raise FzjsError(f"“{file}”不是仓库里的路径。{_UNTOUCHED}")
    path = tree.root / file
    for each in (path, *path.relative_to(tree.root).parents):
        whole = tree.root / each
        if whole != tree.root and whole.is_symlink():
            raise FzjsError(f"{file} 要经过链接 {whole.name}，不写。{_UNTOUCHED}")
    return path


def _folders(folder: Path) -> Iterator[Callable[[], object]]:
    """Make a folder and those above it, outermost first; yield how to take each away again."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir()
        yield each.rmdir
