"""The plan's title and the table's: lines that make one, or the 《…》 that a notice issues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.settings.folded import tight
from fzjs.importers.settings.frame import Line, Source, is_date, is_number

_DRAFT = r"(?:\((?!以下|见|附)[^()]{2,12}\))?"
"""（试行）, （征求意见稿）, （2023年） behind a title."""
_PLAN = re.compile(
    r"[^。;,:|\t]{4,80}?(?:方案|意见|办法|计划|规划|细则|要点|安排|任务分工|责任分工|指标体系|任务清单|责任清单)"
    + _DRAFT
)
_LIST = re.compile(
    r"[^。;,:|\t]{4,60}?(?:标准|体系|清单|台账|规则|制度|(?:责任|任务|目标)书|责任状|(?:指标|任务|标准|考核|考评|评价|创建)(?:的)?说明|指引|(?:任务|责任|指标)分解"
    r"|(?:分解|分工|任务|责任|指标|评分|计分|考核|考评|评价|评估|测评|一览|明细|对照)表)" + _DRAFT
)
"""A table or list that is a paper of its own; a plan's title is preferred to it."""
_PAPER = re.compile(r"[^。;:|\t]{6,80}(?:通知|决定|通告|函)" + _DRAFT)
"""A notice that is the plan itself: where nothing else has a title."""
_MARKS = re.compile(r"[《》〈〉<>“”\"']")
"""A title within a title changes its marks; that is no other title."""
_SPACED = re.compile(r"\S(?:\s+\S)+")
_BRACKET = re.compile(r"\([^()]{2,12}\)")
_NOTICE = re.compile(r"关于(?:印发|转发|批转)|印发.*通知")
_SHORTEST = 8
"""A title has at least so many characters."""
_NEAR_TOP = 12
_LINES = 40
_ANNEX = re.compile(r" *附件?表? ?\d{0,2} ?[:：]?")
_UNNUMBERED = 9


class Title(NamedTuple):
    """The plan's title, its lines, and the 《…》 of the notice where that is another one."""

    words: str
    lines: tuple[Line, ...]
    other: str = ""


def read(source: Source) -> Title:
    """Return the plan's title: printed lines first, else the 《…》 announced, else the notice's."""
    announced, surely = _announced(source)
    lines = _lines(source, announced) or _listed(source, announced)
    if announced and lines and _joined(lines) == of_table(source)[0]:
        return Title(announced, ())
    if lines:
        printed = _joined(lines)
        one, two = (_MARKS.sub("", tight(words)) for words in (printed, announced))
        if announced and tight(printed) in tight(announced):
            return Title(announced, tuple(lines))
        same = two in one or one in two
        return Title(printed, tuple(lines), announced if surely and not same else "")
    if announced:
        return Title(announced, ())
    top = min(_top(source), _NEAR_TOP)
    lines = next((x for x in (_run(source, at, top, _PAPER) for at in range(top)) if x), [])
    return Title(_joined(lines), tuple(lines))


def _joined(lines: Sequence[Line]) -> str:
    """Return a title from its lines; a name that was set with a blank after each letter is one."""
    parts = (re.sub(r"\s*\n\s*", "", x.text.strip()) for x in lines)
    return "".join(re.sub(r"\s+", "", p) if _SPACED.fullmatch(p) else p for p in parts)


def of_table(source: Source) -> tuple[str, str]:
    """Return the title and the annex's name that stand right above the first row."""
    if not source.rows:
        return "", ""
    for at in range(len(source.before) - 1, max(len(source.before) - 5, -1), -1):
        line = source.before[at]
        words = tight(line.text)
        if re.fullmatch(r".{4,60}(?:表|清单|体系|分工|任务分解)(?:\(.*\))?", words):
            above = source.before[at - 1].text.strip() if at else ""
            annex = above if _ANNEX.fullmatch(tight(above)) and above else ""
            if annex and not _ANNEX.match(tight(line.text)):
                return _joined([line]), annex
    return "", ""


def _announced(source: Source) -> tuple[str, bool]:
    """Return the 《…》 that the opening issues, and whether it says so in these words."""
    table, _ = of_table(source)
    top = source.before[:_LINES]
    text = "\n".join(x.text for x in top if not table or _joined([x]) != table)
    for pattern in (r"(?:现将|现印发|制定|印发|制订|转发)(?:了)?\s*《", r"《"):
        for match in re.finditer(pattern, text):
            inner = _quoted(text, match.end() - 1)
            if inner and _PLAN.fullmatch(tight(inner)):
                return re.sub(r"\s*\n\s*", "", inner), match[0].startswith("现")
            if pattern == r"《":
                return "", False
    return "", False


def _quoted(text: str, start: int) -> str:
    depth = 0
    for at in range(start, min(len(text), start + 200)):
        depth += {"《": 1, "》": -1}.get(text[at], 0)
        if depth == 0:
            return text[start + 1 : at]
    return ""


def _top(source: Source) -> int:
    """Return where the first section begins: the titles stand before it."""
    return next((i for i, x in enumerate(source.before) if x.level == 1), len(source.before))


def _lines(source: Source, announced: str) -> list[Line]:
    """Return the last run of up to three short lines before the first section that make a title."""
    top = min(_top(source), _LINES)
    best: list[Line] = []
    first = 0
    while first < top:
        lines = _run(source, first, top, _PLAN)
        first += len(lines) or 1
        words = tight("".join(x.text for x in lines))
        if not lines or (announced and words not in tight(announced) and best):
            continue
        if not announced or tight(announced).startswith(words[:6]) or not best:
            best = lines
    return best


def _listed(source: Source, announced: str) -> list[Line]:
    """Return the first lines that make the title of a table or list, of what is announced if so."""
    top = min(_top(source), _LINES if announced else _NEAR_TOP)
    runs = (_run(source, at, top, _LIST) for at in range(top))
    start = tight(announced)[:6]
    return next((x for x in runs if x and tight(_joined(x)).startswith(start)), [])


def _run(source: Source, first: int, top: int, kind: re.Pattern[str]) -> list[Line]:
    """Return the fewest lines from `first` that make a title, a line with （试行） too."""
    for count in (1, 2, 3):
        lines = list(source.before[first : first + count])
        words = tight("".join(x.text for x in lines))
        if first + count > top or not all(_may_be_title(x) for x in lines):
            return []
        if kind.fullmatch(words) and len(words) >= _SHORTEST:
            if kind is not _PAPER and _NOTICE.search(words):
                continue
            more = source.before[first + count : min(first + count + 1, top)]
            return [*lines, *(x for x in more if _BRACKET.fullmatch(tight(x.text)))]
    return []


def _may_be_title(line: Line) -> bool:
    words = tight(line.text)
    return not (
        line.level < _UNNUMBERED
        or is_date(words)
        or is_number(words)
        or re.search(r"文件$|[:。;]$|^附件?表?\d{0,2}$", words)
    )
