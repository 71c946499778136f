"""What reads as text but was meant as YAML: full-width marks, and comments that cut a value off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.lines import (
    DASHES,
    NARROW,
    WIDE_SPACES,
    braces,
    colon_spot,
    glued_dash,
    line_spot_at,
    record_in,
    round_open,
    wide_dash,
    wide_hash,
    wide_indent,
    wide_open,
)
from fzjs.source.text import LIST_KEYS, WORD, Spot, quoted, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node, ScalarNode

    from fzjs.source.compose import Tree
    from fzjs.source.leaves import Leaf, Leaves
    from fzjs.source.text import Text

_CUT: Final = re.compile(r"(?<=[^ \t\n])[ \t]+(#(?!#*(?:\s|$)))", re.MULTILINE)
_HASH: Final = re.compile("[ \u3000]＃")
_CLOSERS: Final = {"【": "】", "［": "］]", "｛": "｝}"}
_SEPARATOR: Final = re.compile("[，、]")
_KEY_LINE: Final = re.compile(rf"(?:- +)*{WORD}：")
_WIDE_LINE: Final = re.compile(rf"[{DASHES}][ \u3000]|＃|[\u3000\xa0]+(?:- |{WORD}[：:])")


def mark_spots(text: Text, tree: Tree, leaves: Leaves) -> Iterator[Spot]:
    """All such faults that are certain from the text alone."""
    yield from _cut_comments(text, tree, leaves)
    for leaf in leaves.plain:
        if (spot := _value(text, leaf)) is not None:
            yield spot
    for name, value, flow in leaves.keys:
        if (spot := _key(text, name, value, flow=flow)) is not None:
            yield spot
    for item, names in leaves.mixed:
        key = re.match(WORD, item.value)
        if key and key[0] in names and (spot := colon_spot(text, item.start_mark.index)):
            yield spot


def _cut_comments(text: Text, tree: Tree, leaves: Leaves) -> Iterator[Spot]:
    for found in _CUT.finditer(text.text, 0, tree.end):
        index = found.start(1)
        if leaves.inside(index) or _in_comment(text, index, leaves):
            continue
        message = f"“{short(text.rest(index))}”被当成注释，从值里截掉了"
        whole = short(_uncut(text, index, leaves))
        hint = f"值里有“ #”时整段加引号，写成“{quoted(whole)}”；若是注释，“#”后加一个空格"
        yield Spot("yaml-cut-comment", index, message, hint)


def _in_comment(text: Text, index: int, leaves: Leaves) -> bool:
    """Whether an earlier `#` of the line has already begun a comment."""
    start = index - len(text.before(index))
    hashes = re.finditer(r"(?:^|(?<=[ \t]))#", text.before(index))
    return any(not leaves.inside(start + found.start()) for found in hashes)


def _uncut(text: Text, index: int, leaves: Leaves) -> str:
    """The value that a comment cut off, as far as its line shows it."""
    leaf = leaves.plain_before(index)
    start = leaf.node.start_mark.index if leaf else index
    gap = text.text[leaf.node.end_mark.index : index] if leaf else ""
    if gap.strip() or "\n" in gap:
        start = index
    rest = text.rest(index)
    in_flow = re.search(r"[\[{]", text.before(index)) is not None
    return text.text[start:index] + (re.split(r"[,\]}]", rest)[0] if in_flow else rest)


def _value(text: Text, leaf: Leaf) -> Spot | None:
    """A plain value that was meant as something else."""
    start, end = leaf.node.start_mark.index, leaf.node.end_mark.index
    written = text.text[start:end]
    if leaf.alone:
        return _document(text, start, written)
    spot = _wrapped(leaf, start, written) or _listed(text, leaf, start, written)
    if spot is None and (found := _HASH.search(written)):
        spot = wide_hash(found.end() - 1 + start)
    if spot is None and not text.before(start).strip(" -") and _opens_with_dash(written):
        spot = wide_dash(start, text.rest(start))
    if spot is None and written.startswith(("-{", "-[")) and not text.before(start).strip():
        spot = glued_dash(start, text.rest(start))
    return spot or _continued(text, start, written)


def _document(text: Text, start: int, written: str) -> Spot | None:
    """A whole file that became one text."""
    place = start
    for line in written.split("\n"):
        spot = line_spot_at(text, place + len(line) - len(line.lstrip(" ")))
        if spot is not None:
            return spot
        place += len(line) + 1
    if "：" not in written:
        return None
    message = "全文成了一段文字：全角冒号“：”不是 YAML 的冒号"
    hint = "把键后面的“：”改成半角“: ”（冒号后加一个空格），写成“编号: 31”的样子"
    return Spot("yaml-fullwidth", start + written.index("："), message, hint, stops=True)


def _opens_with_dash(written: str) -> bool:
    return written[:1] in DASHES and written[1:2] in (" ", "\u3000")


def _wrapped(leaf: Leaf, start: int, written: str) -> Spot | None:
    """`【甲，乙】` or `［甲］` for a list, `｛…｝` for a mapping."""
    opener = written[:1]
    closers = _CLOSERS.get(opener)
    if closers is None:
        return None
    closed = written[-1] in closers
    named = leaf.key in LIST_KEYS
    if not named and not (closed and (opener != "【" or _SEPARATOR.search(written))):
        return None
    mended = written.translate(NARROW)
    mended = (mended.replace("、", ",") if named else mended).replace(",", ", ")
    mended = re.sub(r"([:,]) *", r"\1 ", mended)
    record = record_in(written.partition("\n")[0])
    mended, narrow = (record, "{") if record else (mended, opener.translate(NARROW))
    message = f"这里用了全角括号“{opener}”，YAML 只认半角“{narrow}”"
    hint = f"括号和逗号都改成半角，写成“{short(mended)}”；若是正文，整段放进引号"
    return Spot("yaml-fullwidth", start, message, hint)


def _listed(text: Text, leaf: Leaf, start: int, written: str) -> Spot | None:
    """`[甲，乙]`: one item where several were meant."""
    found = _SEPARATOR.search(written)
    if found is None or not leaf.within or leaf.key not in LIST_KEYS:
        return None
    mended = _with_commas(text, leaf, start, written)
    message = f"列表里用了“{found[0]}”，几项连成了一项；YAML 只认半角逗号"
    hint = f"把“{found[0]}”改成半角“, ”，写成“{short(mended)}”；若本是一个名称，放进引号"
    return Spot("yaml-fullwidth", start + found.start(), message, hint)


def _with_commas(text: Text, leaf: Leaf, start: int, written: str) -> str:
    """The list with half-width commas, brackets and all where it stands on one line."""
    opened, closed = leaf.within or (start, start)
    if text.line_number(opened) == text.line_number(start):
        whole = text.text[opened:closed]
        if "\n" in whole or whole[-1:] != "]":
            whole = re.split(r"\s#", text.rest(opened))[0].rstrip(" ]") + "]"
        written = whole
    parts = re.compile(r"""("[^"]*"|'[^']*')|[，、] *""")
    return parts.sub(lambda part: part[1] or ", ", written.split("\n")[0])


def _continued(text: Text, start: int, written: str) -> Spot | None:
    """A plain scalar over several lines that swallowed a key or a list item."""
    place = start
    for number, line in enumerate(written.split("\n")):
        words = line.lstrip(" ")
        at = place + len(line) - len(words)
        place += len(line) + 1
        if number == 0:
            continue
        if words.startswith("- "):
            return _swallowed_item(at, words)
        if _KEY_LINE.match(words) or _WIDE_LINE.match(words):
            return line_spot_at(text, start if _KEY_LINE.match(written) else at)
    return None


def _swallowed_item(index: int, words: str) -> Spot:
    message = "缩进不对：这个“- ”比上一行靠右，被并进了上一行的文字"
    hint = f"让它与同一列表的其他“- ”对齐，写成“{short(words)}”；若是正文，整段放进引号"
    return Spot("yaml-syntax", index, message, hint, stops=True)


def _key(text: Text, name: ScalarNode, value: Node, *, flow: bool) -> Spot | None:
    """A key that holds what should stand outside it."""
    key: str = name.value
    start = name.start_mark.index
    first = not text.before(start).strip(" -")
    if key[:1] in ("（", "(") and (spot := _round(text, key, start)):
        return spot
    if first and key[:1] in tuple(DASHES):
        return wide_dash(start, text.rest(start))
    if key[:1] in ("＃", *WIDE_SPACES):
        return line_spot_at(text, start)
    if key[-1:] in tuple(WIDE_SPACES):
        return wide_indent(start + len(key.rstrip(WIDE_SPACES)), text.rest(start))
    if key[:1] in tuple(_CLOSERS):
        return wide_open(text, start)
    if first and re.match(rf"-[\w{{\[{WIDE_SPACES}]", key):
        return _glued_dash(text, start)
    empty = value.start_mark.index == value.end_mark.index
    return colon_spot(text, start) if flow and empty else None


def _glued_dash(text: Text, index: int) -> Spot:
    rest = text.rest(index)
    if rest[1:2] not in tuple(WIDE_SPACES):
        return glued_dash(index, rest)
    hint = f"写成“- {short(rest.lstrip('-'))}”"
    return Spot("yaml-fullwidth", index + 1, "列表的“-”后面是全角空格", hint, stops=True)


def _round(text: Text, key: str, start: int) -> Spot | None:
    """`（键: 值）` that was read as a key beginning with the bracket."""
    if not re.fullmatch(r"[（(][\w·]{1,12}", key):
        return None
    line = text.line_number(start)
    if (spot := round_open(text, line)) is not None and spot.at == start:
        return spot
    found = re.match(r"[^()（）{}｛｝]*[)）]", text.rest(start + 1))
    if found is None or not text.before(start).rstrip().endswith("["):
        return None
    return braces(start, key[0], "", found[0][:-1])
