"""A parser's error → one fault in the words of a clerk, at the place where to mend it.

Both parsers stop at the same places with slightly different words, so the error only says which
kind of trouble it is; the cause is looked for in the text around its marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from yaml.error import MarkedYAMLError

from fzjs.source.brackets import after_value, broken_flow, missing_colon, no_value
from fzjs.source.indent import dash_after_key, misplaced_key, outside
from fzjs.source.quotes import open_quote
from fzjs.source.text import Spot, quoted, short
from fzjs.source.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import YAMLError

    from fzjs.source.leaves import Leaves
    from fzjs.source.text import Text


def explain(text: Text, error: YAMLError, leaves: Leaves) -> Spot:
    """The fault behind a parser's error; `leaves` are the scalars read before it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _unknown(Trouble(text, 0, 0, leaves))
    at = min(error.problem_mark.index, len(text.text))
    start = at if error.context_mark is None else min(error.context_mark.index, at)
    trouble = Trouble(text, start, at, leaves)
    words = f"{error.context or ''}: {error.problem or ''}"
    for pattern, handler in _HANDLERS:
        if re.search(pattern, words):
            return handler(trouble)
    return _unknown(trouble)


def directive(text: Text) -> Spot | None:
    """A `%` line before the content, which the two parsers treat differently."""
    found = re.match(r"(?:[ ]*(?:#.*)?\n)*(?=%)", text.text)
    if found is None:
        return None
    hint = "删掉这一行；若是正文，整段放进引号"
    message = "以“%”开头的行在 YAML 里是指令，这里不使用"
    return Spot("yaml-tag", found.end(), message, hint, stops=True)


def _syntax(index: int, message: str, hint: str) -> Spot:
    return Spot("yaml-syntax", index, message, hint, stops=True)


def _unknown(trouble: Trouble) -> Spot:
    message = "YAML 写法有误，从这里起读不下去"
    hint = "检查这一行和上一行：引号、括号是否成对，冒号后有没有空格，缩进是否对齐"
    return _syntax(trouble.at, message, hint)


def _open_quote(trouble: Trouble) -> Spot:
    return open_quote(trouble.text, trouble.start)


def _escape(trouble: Trouble) -> Spot:
    text = trouble.text
    index = text.text.rfind("\\", trouble.start, trouble.at + 1)
    closing = text.text.find('"', trouble.at)
    whole = text.text[trouble.start + 1 : closing] if closing > 0 else text.rest(trouble.start + 1)
    message = "双引号里的反斜杠“\\”是转义符，后面这个字不能这样写"
    hint = f"路径改用“/”，或换成单引号，写成“'{short(whole)}'”"
    return _syntax(index if index >= 0 else trouble.at, message, hint)


def _reserved(trouble: Trouble) -> Spot:
    char = trouble.text.char(trouble.at)
    if char == "\t":
        hint = "把 Tab 改成空格；缩进用半角空格"
        return Spot("yaml-tab", trouble.at, "这里用了 Tab，应是空格", hint, stops=True)
    if char == "%" and not trouble.text.before(trouble.at):
        found = directive(trouble.text)
        if found is not None:
            return found
    message = f"值不能以“{char}”开头，它在 YAML 里另有用处"
    hint = f"整段放进引号，写成“{quoted(short(trouble.text.rest(trouble.at)))}”"
    return _syntax(trouble.at, message, hint)


def _block_header(trouble: Trouble) -> Spot:
    mark = trouble.text.char(trouble.start)
    rest = trouble.text.rest(trouble.start)
    message = f"以“{mark}”开头，YAML 以为下面是一段正文"
    hint = f"整段放进引号，写成“{quoted(short(rest))}”；若是正文，“{mark}”后换行再写"
    return _syntax(trouble.start, message, hint)


def _anchor(trouble: Trouble) -> Spot:
    char = trouble.text.char(trouble.start)
    message = f"以“{char}”开头，在 YAML 里是代号或引用，这里不使用"
    hint = f"整段放进引号，写成“{quoted(short(trouble.text.rest(trouble.start)))}”"
    return Spot("yaml-anchor", trouble.start, message, hint, stops=True)


def _tag(trouble: Trouble) -> Spot:
    message = "以“!”开头，在 YAML 里是类型标记，这里不使用"
    hint = f"整段放进引号，写成“{quoted(short(trouble.text.rest(trouble.start)))}”"
    return Spot("yaml-tag", trouble.start, message, hint, stops=True)


def _question(trouble: Trouble) -> Spot:
    hint = f"整段放进引号，写成“{quoted(short(trouble.text.rest(trouble.at)))}”"
    return _syntax(trouble.at, "不能以“? ”开头", hint)


_HANDLERS: Final[tuple[tuple[str, Callable[[Trouble], Spot]], ...]] = (
    (r"scanning an (?:alias|anchor)", _anchor),
    (r"(?:scanning|parsing) a tag|tag handle", _tag),
    (r"escape|hexadecimal|hexdecimal|Unicode character code", _escape),
    (r"unexpected (?:end of stream|document)", _open_quote),
    (r"cannot start any token", _reserved),
    (r"block scalar", _block_header),
    (r"unexpected ':'", no_value),
    (r"simple key|expected ':'", missing_colon),
    (r"mapping values are not allowed", misplaced_key),
    (r"sequence entries are not allowed", dash_after_key),
    (r"mapping keys are not allowed", _question),
    (r"flow (?:sequence|mapping)", broken_flow),
    (r"<block end>|expected key|'-' indicator|node content", after_value),
    (r"document start", outside),
)
