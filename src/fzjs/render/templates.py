"""Finds a template file: the repository's own copy, else the one that comes with the program."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fzjs.diagnostic import FzjsError
from fzjs.render.model import Template

_FOLDER = "templates"
_CHECKOUT = Path(__file__).resolve().parents[3]
"""The project's own root, when the program runs from its source."""


def find(name: str, root: Path | None = None) -> bytes:
    """Give the bytes of a template file such as 'statement.md.j2' or 'reference.docx'.

    Looked for in `root`/templates, then in the installed package, then in the source checkout.
    Raises FzjsError when there is none, or when the repository's leads out of its folder.
    """
    if Path(name).name != name:
        raise FzjsError(f"模板名“{name}”不能带文件夹")
    if root:
        own = _own(root / _FOLDER / name, root)
        if own is not None:
            return own
    packed = resources.files("fzjs") / _FOLDER / name
    if packed.is_file():
        return packed.read_bytes()
    source = _CHECKOUT / _FOLDER / name
    if source.is_file():
        return source.read_bytes()
    raise FzjsError(f"找不到模板 {_FOLDER}/{name}")


def _own(path: Path, root: Path) -> bytes | None:
    """Read the repository's copy, unless a link would lead out of the repository."""
    if not path.is_file():
        return None
    if not path.resolve().is_relative_to(root.resolve()):
        raise FzjsError(f"{_FOLDER}/{path.name} 链接到了仓库之外")
    return path.read_bytes()


def read(name: str, root: Path | None = None) -> Template:
    """Read a text template, named as messages show it.

    Raises FzjsError as `find` does, and when the file is not UTF-8.
    """
    try:
        text = find(name, root).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FzjsError(f"{_FOLDER}/{name} 不是 UTF-8 编码，请另存为 UTF-8") from error
    return Template(f"{_FOLDER}/{name}", text)
