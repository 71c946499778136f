"""What can be known of a file without asking: its hash, its pages, its words, how it ends."""

from __future__ import annotations

import hashlib
import logging
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.importers import readers
from fzjs.importers.readers import text as plain_text
from fzjs.models import mend
from fzjs.tree import Tree

if TYPE_CHECKING:
    from pypdf import PageObject

_OPENING = 300
"""Characters of a text in which its title stands."""
_ENDING = 8
"""Lines at the end among which the date of signing stands: page numbers may follow it."""
_MOST_PAGES = 500
_PATIENCE = 10.0
"""Seconds for the text of a PDF: 100 pages of prose take two."""
_LARGEST_PAGE = 3_000_000
"""Bytes of what draws a page; a page of prose has some thousands."""
_LARGEST = 60_000_000
"""Bytes of a file that is still opened for its text; of a larger one only the hash is taken."""
_POINTER_SIZE = 1024
_POINTER = "这里只有 Git LFS 指针，文件本身没有下载"


class Content(NamedTuple):
    """A file's pages and text; None where unknown, and `note` says why."""

    pages: int | None = None
    text: str | None = None
    note: str = ""


class Paper(NamedTuple):
    """A file as it will be registered; `words` counts characters without blanks.

    `opening` is how its text begins, without line breaks; `ends` the date in which it ends, as
    2021-02-12, "" where it does not.
    """

    path: Path
    sha256: str
    pages: int | None
    words: int | None
    opening: str
    ends: str
    note: str


def read(path: Path, tree: Tree) -> Paper:
    """Return what a file tells of itself. Raises FzjsError where it cannot be read."""
    raw = _digest(path)
    sha256 = _stands_for(path, tree) or raw
    content = _content(path) if raw == sha256 else Content(note=_POINTER)
    text = content.text or ""
    return Paper(
        path=path,
        sha256=sha256,
        pages=content.pages,
        words=len(re.sub(r"\s", "", text)) or None,
        opening=_title(text[: 2 * _OPENING].splitlines())[:_OPENING],
        ends=_ends(text),
        note=content.note,
    )


def _stands_for(path: Path, tree: Tree) -> str:
    """Return the SHA-256 that a small file in the repository has, be it a Git LFS pointer."""
    whole, root = path.resolve(), tree.root.resolve()
    if not whole.is_relative_to(root) or whole.stat().st_size > _POINTER_SIZE:
        return ""
    return tree.digest(whole.relative_to(root).as_posix())


def _digest(path: Path) -> str:
    try:
        if path.is_dir():
            raise FzjsError(f"“{path}”是文件夹，不是文件。登记整个文件夹的，写 fzjs add 文件夹。")
        if not path.is_file():
            there = path.exists()
            raise FzjsError(
                f"“{path}”不是普通文件。" if there else f"没有“{path}”这个文件。核对路径和文件名。"
            )
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
        if not path.stat().st_size:
            raise FzjsError(f"“{path}”是空文件（0 字节），没有登记。重新扫描或复制一份。")
    except (OSError, ValueError) as error:
        why = os_reason(error) if isinstance(error, OSError) else "路径里有不能用的字符"
        raise FzjsError(f"打不开“{path}”：{why}。") from error
    return found


def _content(path: Path) -> Content:
    suffix = path.suffix.lower()
    if suffix not in {".pdf", ".docx", ".txt", ".md"}:
        return Content()
    if path.stat().st_size > _LARGEST:
        return Content(note="文件太大，没有数页数和字数")
    if suffix == ".pdf":
        return _pdf(path)
    try:
        if suffix == ".docx":
            lines = (paragraph.text for paragraph in readers.read(path).paragraphs())
            return Content(text="\n".join(lines), note="Word 文件的页数要打开才知道，没有填")
        return Content(text=plain_text.decode(path.read_bytes()))
    except (FzjsError, OSError):
        return Content(note="读不出文字（文件坏了、有密码或编码认不出），没有数字数")


def _pdf(path: Path) -> Content:
    """Return pages and text; a scan has no text, and a part of the text is no count."""
    # Imported here: only registering a PDF needs it.
    import pypdf  # noqa: PLC0415  # see above

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it speaks of every oddity it mends
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted:
            return Content(note="PDF 有密码，没有数页数和字数")
        count = len(reader.pages)
        if not count:
            return Content(note="PDF 里没有页，可能坏了")
        if count > _MOST_PAGES:
            return Content(count, note=f"超过 {_MOST_PAGES} 页，没有数字数")
        texts = list(_texts(reader.pages))
    except TimeoutError:
        return Content(count, note="这份 PDF 画得太复杂，读文字太费时，没有数字数")
    except Exception:  # noqa: BLE001  # whatever a damaged file of foreign make brings about
        return Content(note="PDF 坏了，打不开，没有数页数和字数")
    return Content(count, *_layer(texts))


def _texts(pages: Iterable[PageObject]) -> Iterator[str]:
    """Yield each page's text. Raises TimeoutError: pages may share what takes long to draw."""
    end = time.monotonic() + _PATIENCE

    def look(*_: object) -> None:
        if time.monotonic() > end:
            raise TimeoutError

    for page in pages:
        look()
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > _LARGEST_PAGE:
            raise TimeoutError
        yield page.extract_text(visitor_operand_before=look)
        look()  # what is raised inside a form of the page is swallowed there


def _layer(texts: Sequence[str]) -> tuple[str | None, str]:
    """Return the text of a PDF's pages, None where some have none, and what to say then."""
    empty = sum(not text.strip() for text in texts)
    if not empty:
        return "\n".join(texts), ""
    if empty == len(texts):
        return None, "扫描件，没有文字，字数要自己数"
    return None, f"有{empty}页没有文字（扫描的），字数要自己数"


def _title(lines: Sequence[str]) -> str:
    return "".join("".join(line.split()) for line in lines)


def _ends(text: str) -> str:
    """Return the date that stands alone on one of the last lines of a text, or ""."""
    lines = [unicodedata.normalize("NFKC", "".join(line.split())) for line in text.splitlines()]
    for line in reversed([line for line in lines if line][-_ENDING:]):
        if re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", line):
            return mend.date(line)
    return ""
