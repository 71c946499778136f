"""A folder of files, written whole or not at all: new, or beside what is there already."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from fzjs.actions.names import unfit
from fzjs.diagnostic import FzjsError, os_reason

_STAGE = ".fzjs-"
"""How the name of the folder begins in which files wait until all of them are written."""
_SHOWN = 5
"""File names that a message shows."""
_BARE = ("HEAD", "objects", "refs")

Content = bytes | Path
"""What a file is to hold: bytes, or a file to copy, which may be larger than the memory."""


def write(target: Path, files: Mapping[str, Content], *, force: bool) -> list[str]:
    """Write files (names relative to `target`, with `/`) and return their names, sorted.

    A new folder appears whole, by one rename. In a folder that is there, every file is written
    beside first and then moved into place; a failure puts back what was there. Without `force` the
    folder must be missing or empty but for `.git`; with it only the files named are replaced and
    others stay.
    Raises FzjsError: not empty, no folder, inside a git directory, no permission, an unsafe name.
    """
    there = _checked(target, files) and any(each.name != ".git" for each in target.iterdir())
    if there and not force:
        raise FzjsError(
            f"{target} 里已经有文件，没有改动。\n换一个新文件夹；确实要覆盖同名文件的，加 --force。"
        )
    return _put(target, files)


def add(target: Path, files: Mapping[str, Content]) -> list[str]:
    """Write only the files that are not there and return their names, sorted.

    What is there is never touched, whatever it holds. Raises FzjsError as `write` does.
    """
    _checked(target, files)
    return _put(target, {n: b for n, b in files.items() if not os.path.lexists(target / n)})


def refuse_mixing(target: Path, names: Iterable[str]) -> None:
    """Raise FzjsError where `indicators/` would keep files beside those named: nobody asked so."""
    old = target / "indicators"
    kept = set(names)
    found = sorted(old.glob("*.yaml")) if old.is_dir() else []
    others = [path.name for path in found if f"indicators/{path.name}" not in kept]
    if others:
        more = "等" if len(others) > _SHOWN else ""
        raise FzjsError(
            f"{old} 里还有别的指标文件：{'、'.join(others[:_SHOWN])}{more}。\n"
            "新旧指标混在一起会算错。先把它们移走或删去，再来一遍。没有改动。"
        )


def _put(target: Path, files: Mapping[str, Content]) -> list[str]:
    try:
        if target.is_dir():
            _merge(target, files)
        else:
            _create(target, files)
    except OSError as error:
        raise FzjsError(f"写不了 {target}：{os_reason(error)}。没有改动。") from error
    return sorted(files)


def _checked(target: Path, files: Mapping[str, Content]) -> bool:
    """Tell whether the folder is there; raise FzjsError where files must not go into it."""
    try:
        for name in files:
            _check_name(target, name)
        _check_git(target)
        above = (target, *target.absolute().parents)
        nearest = next(path for path in above if os.path.lexists(path))
        if not nearest.is_dir():
            raise FzjsError(f"{nearest} 不是文件夹，没有改动。换一个名字。")
        if target.is_dir():
            next(target.iterdir(), None)  # may it be read?
    except (OSError, ValueError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else "名字里有不能用的字符"
        raise FzjsError(f"打不开 {target}：{reason}。") from error
    return target.is_dir()


def _check_name(target: Path, name: str) -> None:
    parts = name.split("/")
    for part in parts:
        # .github and .gitattributes begin with a dot, and are to.
        reason = unfit(part.removeprefix(".") if part.lower() != ".git" else "")
        if reason:
            raise FzjsError(f"{name}：{reason}。没有改动。")
    folder = target
    for part in parts[:-1]:
        folder /= part
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            raise FzjsError(f"{folder} 不是文件夹，放不了 {name}。没有改动。")
    if (folder / parts[-1]).is_dir():
        raise FzjsError(f"{folder / parts[-1]} 是文件夹，应是文件。没有改动。")


def _check_git(target: Path) -> None:
    place = target.resolve()
    for folder in (place, *place.parents):
        bare = all((folder / part).exists() for part in _BARE)
        if folder.name.lower() == ".git" or bare:
            raise FzjsError(f"{target} 在 git 自己的文件夹（{folder}）里，不能放数据。换个地方。")


def _create(target: Path, files: Mapping[str, Content]) -> None:
    """Write a new folder under another name beside it, then give it its own in one step."""
    with _parents(target), _stage(target.parent) as stage:
        made = stage / "new"  # by mkdir, which heeds the umask; a temporary folder is private
        made.mkdir()
        _fill(made, files)
        made.rename(target)


def _merge(target: Path, files: Mapping[str, Content]) -> None:
    """Move files, all written before, into a folder that is there; undo all when one fails."""
    with _stage(target) as stage:
        (stage / "new").mkdir()
        _fill(stage / "new", files)
        done: list[str] = []
        folders: list[Path] = []
        try:
            for name in sorted(files, key=_last):
                folders += _make_folders((target / name).parent)
                done.append(name)
                _swap(stage, target, name)
        except BaseException:
            _undo(stage, target, done, folders)
            raise


def _last(name: str) -> bool:
    """`fzjs.yaml` goes in last: what is killed before then is no repository yet."""
    return name == "fzjs.yaml"


def _swap(stage: Path, target: Path, name: str) -> None:
    """Put the new file in its place, keeping the old one until all are in."""
    if os.path.lexists(target / name):
        old = stage / "old" / name
        old.parent.mkdir(parents=True, exist_ok=True)
        (target / name).replace(old)
    (stage / "new" / name).replace(target / name)


def _undo(stage: Path, target: Path, done: list[str], folders: list[Path]) -> None:
    for name in reversed(done):
        with suppress(OSError):
            if not os.path.lexists(stage / "new" / name):  # it was moved in
                (target / name).unlink()
            if os.path.lexists(stage / "old" / name):
                (stage / "old" / name).replace(target / name)
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def _fill(folder: Path, files: Mapping[str, Content]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            path.write_bytes(content)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the ones that were not there, outermost first."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    made = []
    for each in reversed(missing):
        each.mkdir()
        made.append(each)
    return made


@contextmanager
def _parents(target: Path) -> Iterator[None]:
    """Make the folders above a new one, and take them away again when it fails."""
    made = _make_folders(target.absolute().parent)
    try:
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    stage = Path(tempfile.mkdtemp(dir=folder, prefix=_STAGE))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
