"""The columns of a table without a header, by what the cells hold; a person must look at them."""

from __future__ import annotations

import re
from collections.abc import Callable

from fzjs.importers.shapes.body import Grid, cells_of, number_share
from fzjs.importers.shapes.columns import Columns
from fzjs.importers.shapes.headings import is_people
from fzjs.importers.words import groups

_METHOD = re.compile(
    r"(?:网络|材料|资料|案卷|实地|随机|问卷|现场|日常|座谈|查阅|电话|暗访|明察|抽查|线上)"
    r"[检查核评访抽掌了调走测验阅回考索证谈验问卷看握解试地]{1,4}"
)
_PAPER = re.compile(
    r"材料|资料|清单|目录|情况说明|文件|报告|台账|方案|案卷|图片|记录|意见|试卷|证书|截图|纪要|通知|照片|视频|签到|名单|公告"
)
_POINTS = re.compile(r"\d{1,3}(?:\.\d)?\s*分?")
_MOST = 0.6
_LEAST_ROWS = 3
_TEXT = 12
"""An item's text is longer than this on the average."""


def guess(grid: Grid) -> Columns | None:
    """Return the columns that the cells' words show; None unless they are plain to see.

    A number, a text, and a way of checking, papers or an office: a list of people or of dates
    has them not.
    """
    if len(grid) < _LEAST_ROWS or len(grid[0]) < _LEAST_ROWS:
        return None
    roles: dict[int, str] = {}
    _first(grid, roles, "number", _numbers)
    _first(grid, roles, "method", _share(_methods))
    _first(grid, roles, "office", _share(_offices))
    _first(grid, roles, "points", _share(lambda text: bool(_POINTS.fullmatch(text))))
    number = next((column for column, role in roles.items() if role == "number"), None)
    if number is None:
        return None
    free = [column for column in range(number + 1, len(grid[0])) if column not in roles]
    text = max(free, key=lambda column: _length(grid, column), default=None)
    if text is None or _length(grid, text) < _TEXT:
        return None
    roles[text] = "text"
    levels = zip(range(number), ("level1", "level2"), strict=False)
    roles.update({column: role for column, role in levels if column not in roles})
    _first(grid, roles, "materials", _share(lambda text: bool(_PAPER.search(text))))
    office = next((column for column, role in roles.items() if role == "office"), len(grid[0]))
    people = _share(is_people)
    _first(grid, roles, "person", lambda rows, column: column > office and people(rows, column))
    proof = {"method", "office", "materials"} & set(roles.values())
    return Columns(roles, 0, 0, guessed=True) if proof else None


def _first(grid: Grid, roles: dict[int, str], role: str, test: Callable[[Grid, int], bool]) -> None:
    """Give a part to the first column without one that passes the test."""
    column = next((c for c in range(len(grid[0])) if c not in roles and test(grid, c)), None)
    if column is not None:
        roles[column] = role


def _methods(text: str) -> bool:
    return all(map(_METHOD.fullmatch, re.split(r"[\n、，；]", text)))


def _share(test: Callable[[str], bool]) -> Callable[[Grid, int], bool]:
    def holds(grid: Grid, column: int) -> bool:
        texts = _texts(grid, column)
        return bool(texts) and sum(map(test, texts)) >= _MOST * len(texts)

    return holds


def _numbers(grid: Grid, column: int) -> bool:
    return number_share(grid, column) >= _MOST


def _offices(text: str) -> bool:
    names = [name for name in re.split(r"[\n、，,；\s]+", text) if name]
    return bool(names) and all(map(groups.is_office, names))


def _texts(grid: Grid, column: int) -> list[str]:
    return [cell.text for cell in cells_of(grid, column) if cell.text]


def _length(grid: Grid, column: int) -> float:
    texts = _texts(grid, column)
    return sum(map(len, texts)) / len(texts) if texts else 0
