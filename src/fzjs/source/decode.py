"""Bytes → text: encoding, byte order mark, line ends, control characters, tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from fzjs.source.text import Spot, Text
from fzjs.visible import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable

_BOM: Final = "\ufeff"
_SAVE_AS: Final = "在记事本或 WPS 里打开，另存为，编码选 UTF-8"
_LFS: Final = b"version https://git-lfs.github.com/spec/"
_MAX_LINE: Final = 1_000_000
_MAX_SIZE: Final = 2_000_000
# What YAML 1.1 does not allow in a stream (its c-printable, turned round); beside that all other
# characters that nobody sees.
_FORBIDDEN: Final = re.compile(f"[{UNSEEN}\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"\\(?:x(\w{2})|u(\w{4})|U(\w{8})|(.))", re.DOTALL)
_SHORT: Final = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r"} | {
    "e": "\x1b",
    "N": "\x85",
}
_LINE_END: Final = re.compile("\r\n?")
_LOOSE_TAB: Final = re.compile(
    r"^[ ]*\t[ \t]*|(?<=[:,\-?\[{])[ ]*\t[ \t]*|(?<![ \t])[ ]*\t[ \t]*(?=$|:[ \t\n])", re.MULTILINE
)


class Decoded(NamedTuple):
    """The text to read, with LF for every line end; None when there is none to read."""

    text: str | None
    spots: list[Spot]


def decode(raw: bytes) -> Decoded:
    """Decode a file and name everything wrong with it below the level of YAML."""
    if too_large(raw):
        return Decoded(None, [_too_large(len(raw))])
    if raw.startswith(_LFS):
        return Decoded(None, [_pointer()])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Decoded(None, [_encoding(0, "文件像是 UTF-16 编码（记事本里叫 Unicode）")])
    spots: list[Spot] = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, [_foreign(raw, error.start)])
    text = _without_bom(text, spots)
    text = _with_plain_line_ends(text, spots)
    forbidden = _forbidden(text) or endless_line(text)
    return Decoded(None, [*spots, forbidden]) if forbidden else Decoded(text, spots)


def unseen(text: str) -> bool:
    """Whether a text holds a character that nobody sees."""
    return _FORBIDDEN.search(text) is not None


def too_large(raw: bytes) -> bool:
    """Whether a file is larger than anything people write in YAML."""
    return len(raw) > _MAX_SIZE


def escaped(text: Text, start: int, end: int) -> list[Spot]:
    """The escapes for unseen characters in the double quotes from `start` to `end`."""
    spots = []
    for found in _ESCAPE.finditer(text.text, start, end):
        digits = found[1] or found[2] or found[3]
        char = chr(int(digits, 16)) if digits else _SHORT.get(found[4], " ")
        if char == "\r" or _FORBIDDEN.match(char):
            message = f"这里有看不见的控制字符 U+{ord(char):04X}"
            hint = f"删去“{found[0]}”；若是路径，把“\\”改成“/”"
            spots.append(Spot("yaml-nul", found.start(), message, hint, stops=True))
    return spots


def _too_large(size: int) -> Spot:
    message = f"文件太大：{size / 1_000_000:.1f} MB，最多 2 MB"
    hint = "把附件放进“附件”文件夹，这里只写路径；条目多的，分成几个文件"
    return Spot("yaml-syntax", 0, message, hint, stops=True)


def _pointer() -> Spot:
    message = "这里是 Git LFS 的指针，不是文件的内容：YAML 文件不该放进 LFS"
    hint = (
        "运行 git lfs pull 取回内容；从 .gitattributes 删去让 .yaml 进 LFS 的那一行，"
        "再运行 git add --renormalize ."
    )
    return Spot("file-lfs-pointer", 0, message, hint, stops=True)


def readable(raw: bytes) -> Text:
    """The text a person would see of a file that cannot be read: for places only."""
    good = raw.decode("utf-8", "surrogateescape").removeprefix(_BOM)
    return Text(_LINE_END.sub("\n", good))


def _encoding(index: int, message: str) -> Spot:
    return Spot("yaml-encoding", index, message, _SAVE_AS, stops=True)


def _foreign(raw: bytes, start: int) -> Spot:
    """Which encoding bytes that are not UTF-8 are most likely in."""
    index = len(_LINE_END.sub("\n", raw[:start].decode("utf-8").removeprefix(_BOM)))
    seen = raw.decode("utf-8", "replace")
    damaged = seen.count("\ufffd")
    if sum(char > "\x7f" for char in seen) > 2 * damaged:
        message = f"这里的字节不是 UTF-8，文件里约有 {damaged} 处损坏"
        hint = f"重新输入这里的文字，再保存为 UTF-8；若多处乱码，{_SAVE_AS}"
        return Spot("yaml-encoding", index, message, hint, stops=True)
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return _encoding(index, "文件不是 UTF-8 编码的文本（也不像 GBK）")
    return _encoding(index, "文件像是 GBK 编码，不是 UTF-8")


def _without_bom(text: str, spots: list[Spot]) -> str:
    if text.startswith(_BOM):
        hint = "另存时编码选“UTF-8”，不选“带 BOM 的 UTF-8”"
        spots.append(Spot("yaml-bom", 0, "文件开头有看不见的 BOM 标记", hint))
        text = text[1:]
    return text


def _with_plain_line_ends(text: str, spots: list[Spot]) -> str:
    if "\r" not in text:
        return text
    first = text.index("\r")
    lone = text.count("\r") - text.count("\r\n")
    name = "回车（CR，旧式 Mac）" if lone else "CRLF（Windows）"
    message = f"换行符是 {name}，应是 LF；全文 {text.count(chr(13))} 处"
    hint = "在编辑器右下角把 CRLF 改为 LF 再保存，或运行 git add --renormalize ."
    spots.append(Spot("yaml-crlf", first, message, hint))
    return _LINE_END.sub("\n", text)


def _forbidden(text: str) -> Spot | None:
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    code = ord(found[0])
    count = len(_FORBIDDEN.findall(text))
    if found[0] == _BOM:
        hint = "删去这里看不见的字符，多半是两个文件接在一起时带进来的"
        return Spot("yaml-bom", found.start(), "文件中间有看不见的 BOM 标记", hint, stops=True)
    message = f"这里有看不见的控制字符 U+{code:04X}，全文 {count} 处"
    hint = "删去这个看不见的字符；若满篇都是，这不是文本文件"
    return Spot("yaml-nul", found.start(), message, hint, stops=True)


def endless_line(text: str) -> Spot | None:
    """A line so long that reading on would only cost time."""
    if len(text) <= _MAX_LINE:
        return None
    start = 0
    for line in text.split("\n"):
        if len(line) > _MAX_LINE:
            message = f"这一行有 {len(line)} 个字，不像是手写的 YAML"
            hint = "把附件放进“附件”文件夹，这里只写路径"
            return Spot("yaml-syntax", start, message, hint, stops=True)
        start += len(line) + 1
    return None


class Tabs(NamedTuple):
    """Tabs that may be loose (outside quotes and blocks), as (start, end) runs of white space."""

    runs: list[tuple[int, int]]

    def outside(self, inside: Callable[[int], bool], end: int) -> Tabs:
        """Those that lie in no quoted or block scalar, as far as the text was read."""
        loose = [run for run in self.runs if run[0] <= end and not inside(run[1] - 1)]
        return Tabs(loose)

    def blanked(self, text: str) -> str:
        """The text with each of these tabs as one blank, so that no place shifts."""
        parts: list[str] = []
        last = 0
        for start, end in self.runs:
            parts += text[last:start], " " * (end - start)
            last = end
        return "".join([*parts, text[last:]])

    def spots(self, text: Text) -> list[Spot]:
        """Their faults: as indentation (the structure is then a guess), or between tokens."""
        return [_tab(text, run) for run in self.runs if text.char(run[1]) not in ("", "\n")]


def tabs(text: str) -> Tabs:
    """All white space with a tab at the start or end of a line, or after a mark of YAML's."""
    if "\t" not in text:
        return Tabs([])
    return Tabs([found.span() for found in _LOOSE_TAB.finditer(text)])


def _tab(text: Text, run: tuple[int, int]) -> Spot:
    index = text.text.index("\t", run[0])
    if not text.before(run[0]):
        hint = "删去 Tab，每一级缩进改为两个空格"
        return Spot("yaml-tab", index, "缩进里有 Tab，YAML 只认空格", hint, stops=True)
    rest = text.rest(run[1]).strip()
    shown = text.before(run[0]).strip() + (rest if rest.startswith(":") else f" {rest}")
    hint = f"把 Tab 改成一个空格，写成“{shown[:40]}”"
    return Spot("yaml-tab", index, "这里用了 Tab，应是一个空格", hint)
