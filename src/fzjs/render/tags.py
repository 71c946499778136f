"""The tags of a template that Jinja cannot parse, one by one: Jinja stops at the first mistake.

A half-closed tag, a missing `{% endif %}` and a wrong word in one tag are each found at their
place; without them the rest can still be read (`repaired`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateSyntaxError

from fzjs.render import bounds, sandbox, sayings
from fzjs.render.model import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[int, str, str]
"""Place, message, hint."""

_OPENS = re.compile(r"\{\{|\{%|\{#")
_WITHIN = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\{\{|\{%|\{#|\}\}|%\}""")
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_RAW_ENDS = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_TARGETS = re.compile(r"\{%[-+]?\s*\w+\s+([\w\s,]+?)\s+in\b")
_ENDS = {"if": "endif", "for": "endfor", "with": "endwith"}
_BEGINS = {end: word for word, end in _ENDS.items()}
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}
_KNOWN = (*_ENDS, *_BEGINS, *_MIDDLE, "set", "raw")
_CLOSES = {"{{": "}}", "{%": "%}"}
_REFUSED = frozenset(
    f"{end}{word}"
    for word in ("macro", "call", "filter", "block", "autoescape", "set", "trans")
    for end in ("", "end")
    if (end, word) != ("", "set")
) | frozenset(("include", "import", "from", "extends", "print", "do"))
_MOST = 5000
"""Tags that are looked at one by one; a template of people has a tenth."""


class _Tag(NamedTuple):
    start: int
    end: int
    text: str
    half: str = ""

    @property
    def word(self) -> str:
        found = _WORD.match(self.text)
        return found[1] if found else ""


class _Open(NamedTuple):
    """A statement that is not ended yet, and the tags that fall with it when it never is."""

    word: str
    tags: list[_Tag]


class Tags:
    """What is wrong with a template's tags: `found`, and which of them spoil the rest."""

    def __init__(self, text: str) -> None:
        """Look through the text."""
        self.text = text
        self.found: list[Found] = []
        self.bad: list[_Tag] = []
        self.names: set[str] = set()
        self._open: list[_Open] = []
        for count, tag in enumerate(_scan(text)):
            if count >= _MOST:
                return
            self._take(tag)
        for left in self._open:
            self._unended(left)

    def _fault(self, place: int, message: str, hint: str = "") -> None:
        self.found.append((place, message, hint))

    def _take(self, tag: _Tag) -> None:
        if tag.half:
            self._fault(tag.start + 1, tag.half)
            self.bad.append(tag)
        word = tag.word
        if word in _REFUSED:
            self._fault(tag.start + 1, f"模板里不能用{{% {word} %}}")
            self.bad.append(tag)
            return
        if word and word not in _KNOWN:
            likely = _ENDS[self._open[-1].word] if word[:3] == "end" and self._open else ""
            meant = likely or _likely(word)
            hint = f"是不是“{meant}”？" if meant else ""
            self._fault(tag.start + 1, f"没有 {{% {word} %}} 这个语句", hint)
            self.bad.append(tag)
            word = meant
        elif word in _BEGINS:
            self._end(word, tag)
        elif word in _MIDDLE:
            self._middle(word, tag)
        elif not tag.half:
            self._parsed(tag, "", f"{{% {_ENDS[word]} %}}" if word in _ENDS else "")
        if word in _ENDS:
            self._open.append(_Open(word, [tag]))
        elif word in _BEGINS and word != tag.word and self._open:
            self._drop(self._open.pop())

    def _end(self, word: str, tag: _Tag) -> None:
        """Close the statement that the tag ends; what was opened since never is."""
        if _BEGINS[word] not in (left.word for left in self._open):
            self._fault(tag.start + 1, f"多了一个 {{% {word} %}}，它没有开头")
            self.bad.append(tag)
            return
        while self._open[-1].word != _BEGINS[word]:
            self._unended(self._open.pop())
        opened = self._open.pop()
        if tag.half or opened.tags[0] in self.bad:
            self._drop(opened)
            self.bad.append(tag)
        elif not tag.half:
            self._parsed(tag, f"{{% {_HEADS[_BEGINS[word]]} %}}", "")

    def _middle(self, word: str, tag: _Tag) -> None:
        if not self._open or self._open[-1].word not in _MIDDLE[word]:
            self._fault(tag.start + 1, f"{{% {word} %}} 不在 {{% if %}} 里")
            self.bad.append(tag)
            return
        opened = self._open[-1]
        opened.tags.append(tag)
        if not tag.half:
            head = _HEADS[opened.word]
            self._parsed(tag, f"{{% {head} %}}", f"{{% {_ENDS[opened.word]} %}}")

    def _unended(self, left: _Open) -> None:
        place = left.tags[0].start + 1
        if left.tags[0] not in self.bad:
            end = _ENDS[left.word]
            self._fault(place, f"这个 {{% {left.word} %}} 没有用 {{% {end} %}} 结束")
        self._drop(left)

    def _drop(self, left: _Open) -> None:
        self.bad += left.tags

    def _parsed(self, tag: _Tag, before: str, after: str) -> None:
        """Parse one tag by itself."""
        environment = sandbox.make((), str, bounds.Budget())
        try:
            environment.parse(before + tag.text + after)
        except TemplateSyntaxError as error:
            place = min(max(error.lineno - len(before), 1), len(tag.text))
            hint = sayings.hint(error)
            self._fault(tag.start + place, sayings.translated(str(error.message)), hint)
            self.bad.append(tag)

    def repaired(self) -> str:
        """Return the text with blanks for its bad tags; `names` are their loops' variables."""
        kept = list(self.text)
        for tag in self.bad:
            for found in _TARGETS.finditer(tag.text):
                self.names.update(name.strip() for name in found[1].split(","))
            blank = re.sub(r"[^\n]", " ", self.text[tag.start : tag.end])
            kept[tag.start : tag.end] = blank
        return "".join(kept)


_HEADS = {"if": "if 1", "for": "for _ in []", "with": "with"}


def faults(text: str) -> list[Found]:
    """Return what is wrong with the tags of a text, in its order."""
    return sorted(Tags(text).found)


def _likely(word: str) -> str:
    """Return the statement that a misspelt one stands for."""
    return next((known for known in _KNOWN if f"“{known}”" in nearest(word, _KNOWN)), "")


def _scan(text: str) -> Iterator[_Tag]:
    """Yield the tags in order; comments and what is between raw and endraw are none."""
    place = 0
    while found := _OPENS.search(text, place):
        start = found.start()
        if found[0] == "{#":
            end = text.find("#}", start + 2)
            if end < 0:
                yield _Tag(start, len(text), "", "注释没有用 #} 结束")
                return
            place = end + 2
            continue
        tag = _tag(text, start, found[0])
        place = tag.end
        yield tag
        if tag.word == "raw" and not tag.half:
            ended = _RAW_ENDS.search(text, place)
            if not ended:
                yield _Tag(tag.start, len(text), "", "{% raw %} 没有用 {% endraw %} 结束")
                return
            place = ended.end()


def _tag(text: str, start: int, opening: str) -> _Tag:
    """Read a tag to its end; where another begins before, or the wrong end comes, it is half."""
    closing = _CLOSES[opening]
    for found in _WITHIN.finditer(text, start + 2):
        if found[0] == closing:
            return _Tag(start, found.end(), text[start : found.end()])
        if found[0] in ("}}", "%}"):
            said = f"这里用 {opening} 开始，却用 {found[0]} 结束，应是 {closing}"
            return _Tag(start, found.end(), text[start : found.end()], said)
        if found[0] in ("{{", "{%", "{#"):
            break
    end = text.find("\n", start)
    following = _OPENS.search(text, start + 2)
    ends = [each for each in (end, following.start() if following else -1) if each > 0]
    stop = min(ends, default=len(text))
    said = f"这里用 {opening} 开始，没有用 {closing} 结束"
    return _Tag(start, stop, text[start:stop], said)
