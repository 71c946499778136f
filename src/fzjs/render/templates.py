"""Finds a template file: the repository's own copy, else the one that comes with the program."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.render.model import Template

FOLDER = "templates"
REFERENCE = "reference.docx"
SUFFIX = ".md.j2"
_CHECKOUT = Path(__file__).resolve().parents[3]
"""The project's own root, when the program runs from its source."""


def names() -> tuple[str, ...]:
    """Return the files that come with the program, in the wheel or in the source checkout."""
    wheel = resources.files("fzjs") / FOLDER
    folder = wheel if wheel.is_dir() else _CHECKOUT / FOLDER
    found = (each.name for each in folder.iterdir())
    return tuple(sorted(name for name in found if name.endswith((SUFFIX, ".docx"))))


def own_names(root: Path) -> tuple[str, ...]:
    """Return the template files that a repository has, whether or not they are used."""
    if _is_source(root):
        return ()
    try:
        found = [each.name for each in (root / FOLDER).iterdir() if each.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise FzjsError(f"打不开 {root / FOLDER}：{os_reason(error)}。") from error
    return tuple(sorted(n for n in found if n.endswith((".j2", ".docx")) and not n.startswith("~")))


def find(name: str, root: Path | None = None) -> bytes:
    """Give the bytes of a template file such as 'statement.md.j2' or 'reference.docx'.

    Looked for in `root`/templates, then in the installed package, then in the source checkout.
    Raises FzjsError when there is none, or when the repository's leads out of its folder.
    """
    found = own(name, root) if root else None
    found = packed(name) if found is None else found
    if found is None:
        raise FzjsError(f"找不到模板 {FOLDER}/{name}")
    return found


def packed(name: str) -> bytes | None:
    """Give the copy that comes with the program, None where there is none."""
    _plain(name)
    for place in (resources.files("fzjs") / FOLDER / name, _CHECKOUT / FOLDER / name):
        if place.is_file():
            return place.read_bytes()
    return None


def own(name: str, root: Path) -> bytes | None:
    """Read the repository's copy, unless a link would lead out of the repository."""
    _plain(name)
    if _is_source(root):
        return None
    path = root / FOLDER / name
    try:
        if not path.is_file():
            return None
        if not path.resolve().is_relative_to(root.resolve()):
            raise FzjsError(f"{FOLDER}/{path.name} 链接到了仓库之外")
        return path.read_bytes()
    except OSError as error:
        raise FzjsError(f"打不开 {FOLDER}/{name}：{os_reason(error)}。") from error


def _is_source(root: Path) -> bool:
    """Tell whether this is the source checkout itself: its templates are the packed ones."""
    return root.resolve() == _CHECKOUT


def changed(name: str, root: Path) -> bool:
    """Tell whether the repository's copy is used and says something else than the packed one.

    How an editor or git ends the lines does not make another template of it.
    """
    mine = own(name, root)
    if mine is None:
        return False
    theirs = packed(name)
    if theirs is None or name.endswith(".docx"):
        return mine != theirs
    return mine.replace(b"\r\n", b"\n") != theirs.replace(b"\r\n", b"\n")


def _plain(name: str) -> None:
    if not name or Path(name).name != name:
        raise FzjsError(f"模板名“{name}”不能带文件夹")


def read(name: str, root: Path | None = None) -> Template:
    """Read a text template, named as messages show it.

    Raises FzjsError as `find` does, and when the file is not UTF-8.
    """
    try:
        text = find(name, root).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FzjsError(f"{FOLDER}/{name} 不是 UTF-8 编码，请另存为 UTF-8") from error
    return Template(f"{FOLDER}/{name}", text)
