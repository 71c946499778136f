"""Bytes → `Source`: quickly when nothing in the text is odd, with care otherwise."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Final

from yaml.error import YAMLError
from yaml.nodes import CollectionNode

from fzjs.diagnostic import Location
from fzjs.source.compose import HAVE_LIBYAML, Tree, careful, quick
from fzjs.source.conflict import conflict
from fzjs.source.decode import decode, endless_line, escaped, readable, tabs, too_large
from fzjs.source.explain import directive, explain
from fzjs.source.leaves import Leaves
from fzjs.source.marks import mark_spots
from fzjs.source.result import Fault, Source
from fzjs.source.text import Spot, Text
from fzjs.source.walk import DoubtError, Walk, plain_data

if TYPE_CHECKING:
    from yaml.nodes import Node

_ODD_MARKS: Final = ("\\", "<<", "\n%", "【", "［", "｛", "＃")
_TAG: Final = re.compile(r"[\s\[{,:?-][&*!]")
# Text that may hold a fault which the parsers do not see. A hit costs time, never a false fault.
# Each with what has to be there: to look for one character takes a tenth of the time.
_ODD_TEXT: Final = (
    ("#", re.compile(r" #[^ \n]")),
    ("&", _TAG),
    ("*", _TAG),
    ("!", _TAG),
    ("\n", re.compile(r"\n[ -]*(?:\w{1,12}(?:：|:[^\s])|[－—–−]|-[^ \n-])")),
    ("（", re.compile(r"（\w{1,12}: ")),
    ("(", re.compile(r"\(\w{1,12}: ")),
)
_ODD_START: Final = re.compile(r"[ -]*(?:\w{1,12}(?:：|:[^\s])|[－—–−&*!%]|-[^ \n-])")
_SMALL: Final = 4096
"""Bytes that cannot nest deep enough to hurt libyaml's recursion."""
_RUN: Final = re.compile(r"^[ \-?:]{64}", re.MULTILINE)
_FLOW_LIMIT: Final = 64
_INDEX: Final = "I"
"""Positions as an array holds them: four bytes each."""


def read(raw: bytes, file: str, *, pure: bool = not HAVE_LIBYAML) -> Source:
    """Read one YAML file; never raises, whatever the bytes.

    Args:
        raw: the file's bytes.
        file: its path in the repository, with `/`; named in every location.
        pure: use PyYAML's own parser instead of libyaml (the default where libyaml is missing).
    """
    if not pure:
        source = _read_quickly(raw, file)
        if source is not None:
            return source
    return _read_with_care(raw, file, pure=pure)


def text_of(raw: bytes) -> str:
    """Return the text of a file as `read` has it, every line end LF, without looking into it."""
    text = decode(raw).text
    return readable(raw).text if text is None else text


def _read_quickly(raw: bytes, file: str) -> Source | None:
    """The file if it is sound beyond doubt, otherwise None."""
    if too_large(raw):
        return None
    try:
        text = raw.decode("utf-8")
        if _odd(text) or _deep(text) or endless_line(text):
            return None
        root = quick(raw)
        if not isinstance(root, CollectionNode):
            return None
        marks: list[int] = []
        data = plain_data(root, marks)
        return Source(file, data, text=text, marks=array(_INDEX, marks), tree=_quick_tree)
    except (UnicodeDecodeError, YAMLError, DoubtError):
        return None


def _quick_tree(text: str) -> Node | None:
    return quick(text.encode("utf-8"))


def _careful_tree(text: str) -> Node | None:
    return _compose(Text(text), pure=False)[0].root


def _pure_tree(text: str) -> Node | None:
    return _compose(Text(text), pure=True)[0].root


def _odd(text: str) -> bool:
    # Python knows at once what prints: no tab, return or byte order mark does, nothing unseen, no
    # blank but the common one.
    if not text.replace("\n", "").isprintable() or _ODD_START.match(text):
        return True
    for mark in _ODD_MARKS:
        if mark in text:
            return True
    return any(mark in text and odd.search(text) for mark, odd in _ODD_TEXT)


def _deep(text: str) -> bool:
    """Whether the text might nest too deep for a recursive composer."""
    if len(text) <= _SMALL:
        return False
    if _RUN.search(text):
        return True
    level = 0
    for mark in re.findall(r"[\[\]{}]", text):
        level = level + 1 if mark in "[{" else max(level - 1, 0)
        if level > _FLOW_LIMIT:
            return True
    return False


def _read_with_care(raw: bytes, file: str, *, pure: bool) -> Source:
    decoded = decode(raw)
    if decoded.text is None:
        return _finish(file, readable(raw), decoded.spots)
    text = Text(decoded.text)
    if (spot := directive(text)) is not None:
        return _finish(file, text, [*decoded.spots, spot])
    tree, leaves, loose = _compose(text, pure=pure)
    if (spot := conflict(text, leaves)) is not None:
        return _finish(file, text, [*decoded.spots, spot])
    walk = Walk(text)
    data = walk.data(tree.root)
    spots = [*decoded.spots, *loose, *tree.spots, *walk.spots, *mark_spots(text, tree, leaves)]
    spots += _escapes(text, leaves)
    if tree.error is not None:
        data = None
        spot = explain(text, tree.error, leaves)
        if not _explained(text, spots, spot, tree):
            spots.append(spot)
    elif data is None and not spots:
        spots.append(_empty())
    read_out = _finish(file, text, spots, data)
    if read_out.data is None:
        return Source(file, None, read_out.faults, text=text.text, tree=tree.root)
    marks, again = array(_INDEX, walk.marks), _pure_tree if pure else _careful_tree
    return Source(file, data, read_out.faults, text=text.text, marks=marks, tree=again)


def _escapes(text: Text, leaves: Leaves) -> list[Spot]:
    """Unseen characters written as escapes; only double quotes know escapes."""
    return [
        spot
        for node in leaves.quoted
        if node.style == '"'
        for spot in escaped(text, node.start_mark.index, node.end_mark.index)
    ]


def _compose(text: Text, *, pure: bool) -> tuple[Tree, Leaves, list[Spot]]:
    """The tree, with loose tabs read as blanks, and what those tabs are faults of."""
    loose = tabs(text.text)
    tree = careful(loose.blanked(text.text), pure=pure)
    leaves = Leaves(tree.root)
    if loose.runs:
        loose = loose.outside(leaves.inside, tree.end)
        tree = careful(loose.blanked(text.text), pure=pure)
        leaves = Leaves(tree.root)
    return tree, leaves, loose.spots(text)


def _explained(text: Text, spots: list[Spot], error: Spot, tree: Tree) -> bool:
    """Whether a fault already found is why the parser stopped: one fault for each cause."""
    last = text.line_number(max(tree.end, error.at))
    first = text.line_number(error.at) - 1
    return any(
        spot.stops or (spot.rule in _CAUSES and first <= text.line_number(spot.at) <= last)
        for spot in spots
    )


_CAUSES: Final = frozenset({"yaml-cut-comment", "yaml-tab", "yaml-fullwidth", "yaml-anchor"})


def _empty() -> Spot:
    message = "文件是空的，或只有注释"
    return Spot("yaml-empty", 0, message, "写上内容，或删掉这个文件", stops=True)


def _finish(file: str, text: Text, spots: list[Spot], data: object = None) -> Source:
    faults = []
    stopped = False
    for spot in sorted(spots, key=lambda spot: spot.at):
        stopped = stopped or spot.stops
        location = Location(file, *text.place(spot.at))
        faults.append(Fault(spot.rule, spot.message, location, spot.hint))
    unique = tuple(dict.fromkeys(faults))
    return Source(file, None if stopped else data, unique, text=text.text)
