"""Explanations of brackets and of what stands after a finished value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fzjs.source.indent import off_line, plain_line
from fzjs.source.lines import line_spot
from fzjs.source.quotes import open_quote
from fzjs.source.text import Spot, quoted, short

if TYPE_CHECKING:
    from fzjs.source.trouble import Trouble

_CLOSER: Final = {"[": "]", "{": "}"}
_WIDE_CLOSER: Final = {"[": "］】", "{": "｝"}
_IN_QUOTES: Final = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_ROUND: Final = re.compile(r"[)）]\s*(?:#.*)?$")
_BLOCK_LINE: Final = re.compile(r"\s*(?:- +)*[^\s\[\]{}'\",:：]{1,12}:(?: |$)|\s*- ")


def _syntax(index: int, message: str, hint: str) -> Spot:
    return Spot("yaml-syntax", index, message, hint, stops=True)


def _wide(index: int, wide: str, narrow: str, shown: str) -> Spot:
    message = f"这里用了全角“{wide}”，YAML 只认半角“{narrow.strip()}”"
    hint = f"把“{wide}”改成半角“{narrow}”，写成“{short(shown)}”"
    return Spot("yaml-fullwidth", index, message, hint, stops=True)


def broken_flow(trouble: Trouble) -> Spot:
    """A `[…]` or `{…}` that does not end as it should."""
    if (spot := _inner_quotes(trouble)) is not None:
        return spot
    return _wrong_closer(trouble) or _wide_separator(trouble) or _unclosed(trouble)


def no_value(trouble: Trouble) -> Spot:
    """`{键:, …}`: a colon with neither a blank nor a value after it."""
    rest = trouble.text.rest(trouble.at + 1)
    message = "括号里的冒号后面缺空格或缺值"
    return _syntax(trouble.at, message, f"冒号后加一个空格再写值，写成“: {short(rest)}”")


def missing_colon(trouble: Trouble) -> Spot:
    """A line without `: `; when it opens a bracket, that is what is wrong."""
    if trouble.text.char(trouble.start) in ("[", "{"):
        return broken_flow(trouble)
    return plain_line(trouble)


def _inner_quotes(trouble: Trouble) -> Spot | None:
    """Text after a closing quote: quotes inside quotes, or a quote left open lines above."""
    node = trouble.last_quoted()
    if node is None or trouble.char() in ("", "]", "}", ":", ","):
        return None
    mark = str(node.style)
    start = node.start_mark.index
    if trouble.text.line_number(start) != trouble.text.line_number(node.end_mark.index):
        return open_quote(trouble.text, start)
    if trouble.text.line_number(trouble.at) != trouble.text.line_number(start):
        return None
    other = "'" if mark == '"' else '"'
    whole = trouble.text.rest(start)
    if trouble.text.char(trouble.start) in ("[", "{"):
        whole = re.split(r"[,\]}]", whole)[0]
    if whole.rstrip().endswith(mark):
        whole = whole.rstrip()[1:-1]
    message = f"引号 {mark} 已经收尾，后面又有文字"
    hint = f"值里要用 {mark} 时，外面改用 {other}，写成“{other}{short(whole)}{other}”"
    return _syntax(trouble.at, message, hint)


def _wrong_closer(trouble: Trouble) -> Spot | None:
    """`]` for `}`, a full-width closer, or a round one at the end of the line."""
    text, start, at = trouble.text, trouble.start, trouble.at
    opener = text.char(start)
    narrow = _CLOSER.get(opener, "]")
    if trouble.char() in ("]", "}") and trouble.char() != narrow:
        message = f"“{opener}”要用“{narrow}”收尾，这里却是“{trouble.char()}”"
        return _syntax(at, message, f"把“{trouble.char()}”改成“{narrow}”")
    first = text.rest(start)
    for place, char in enumerate(first):
        if char in _WIDE_CLOSER[opener] and start + place < max(at, start + len(first)):
            return _wide(start + place, char, narrow, first[:place] + narrow)
    found = _ROUND.search(first)
    if found is None or start + found.start() >= at or _balanced(first):
        return None
    message = f"“{opener}”要用“{narrow}”收尾，这里却是“{found[0][0]}”"
    hint = f"改成“{narrow}”，写成“{short(first[: found.start()] + narrow)}”"
    return _syntax(start + found.start(), message, hint)


def _balanced(line: str) -> bool:
    opened = line.count("(") + line.count("（")
    return opened >= line.count(")") + line.count("）")


def _wide_separator(trouble: Trouble) -> Spot | None:
    """The `，` or `：` before the place where the parser stopped, in the same flow collection."""
    text, start, at = trouble.text, trouble.start, trouble.at
    line = text.line_number(at)
    if line != text.line_number(start):
        previous = len(text.text[: text.start(line)].rstrip()) - 1
        if text.char(previous) == "，":
            return _wide(previous, "，", ",", text.line(text.line_number(previous))[:-1] + ",")
        if _BLOCK_LINE.match(text.line(line)):
            return None
    begin = max(start, text.start(line))
    # A mark inside quotes is text.
    piece = _IN_QUOTES.sub(lambda quotes: " " * len(quotes[0]), text.text[begin:at])
    found = re.search("[，：]", piece)
    if found is None:
        return None
    narrow = ", " if found[0] == "，" else ": "
    place = begin + found.start()
    mended = text.text[begin:place] + narrow + text.text[place + 1 : at] + text.rest(at)
    return _wide(place, found[0], narrow, mended)


def _unclosed(trouble: Trouble) -> Spot:
    text, start, at = trouble.text, trouble.start, trouble.at
    opener = text.char(start)
    narrow = _CLOSER.get(opener, "]")
    same = text.line_number(at) == text.line_number(start)
    if same and trouble.char() == ":":
        message = "括号里多了一个“: ”"
        return _syntax(at, message, "值里有“: ”时放进引号；两项之间用半角“, ”隔开")
    if same and trouble.char():
        hint = "两项之间用半角“, ”隔开；括号要成对"
        return _syntax(at, "括号里这个地方应是“,”或收尾的括号", hint)
    mended = short(text.rest(start).rstrip(" ,")) + narrow
    ended = "，文件就到头了" if not text.text[at:].strip() else ""
    return _syntax(start, f"括号“{opener}”没有收尾{ended}", f"补上“{narrow}”，写成“{mended}”")


def after_value(trouble: Trouble) -> Spot:
    """Something that cannot stand where it stands, in block style."""
    text, at = trouble.text, trouble.at
    char = trouble.char()
    if not char:
        return _at_end(trouble)
    if (spot := _inner_quotes(trouble)) is not None:
        return spot
    if char == ":":
        return Spot(
            "yaml-bad-key", at, "冒号前面没有键名", "在冒号前写键名，如“编号: 31”", stops=True
        )
    if char in "]},":
        message = f"多了一个“{char}”，前面没有与它配对的括号"
        return _syntax(at, message, f"删去“{char}”；若是正文，整段放进引号")
    if text.before(at).strip():
        return _trailing(trouble)
    return _mixed(trouble) or off_line(trouble)


def _at_end(trouble: Trouble) -> Spot:
    """The text ended where something was due: the last opened bracket has no end."""
    last = max(
        trouble.text.text.rfind("[", 0, trouble.at), trouble.text.text.rfind("{", 0, trouble.at)
    )
    if last < 0:
        return off_line(trouble)
    return _unclosed(trouble._replace(start=last))


def _trailing(trouble: Trouble) -> Spot:
    text, at = trouble.text, trouble.at
    value = text.before(at).partition(": ")[2] or text.before(at)
    whole = value + text.rest(at)
    message = "值已经结束（括号或引号已收尾），后面又有文字"
    return _syntax(at, message, f"整段放进引号，写成“{quoted(short(whole))}”")


def _mixed(trouble: Trouble) -> Spot | None:
    """List items and keys at one level."""
    text, start, at = trouble.text, trouble.start, trouble.at
    if text.place(start)[1] != text.place(at)[1] or line_spot(text, text.line_number(at)):
        return None
    item = text.rest(at).startswith("- ")
    if item == text.rest(start).startswith("- "):
        return None
    words = short(text.rest(at))
    if item:
        message = "同一级里前面是“键: 值”，这里却是列表的“- ”"
        return _syntax(at, message, f"列表要写在它的键下面，如“键:”换行再写“{words}”")
    message = "同一级里前面是列表的“- ”，这里却是“键: 值”"
    return _syntax(
        at, message, f"若属于上一项，缩进两格写成“  {words}”；若是新的一项，写成“- {words}”"
    )
