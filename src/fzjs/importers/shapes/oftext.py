"""Which of a table's columns is the items' text, and which stand over it as headings."""

from __future__ import annotations

from fzjs.importers.shapes.body import Body, cells_of, texts_of
from fzjs.importers.shapes.headings import gives_points, is_number, plain

_HEADINGS = ("level1", "level2", "title")
_LONG = 8
"""A text is on the average longer than this many signs."""


def settle(roles: dict[int, str], body: Body) -> None:
    """Leave one column of text: what stands left of it is a title, or a heading over rows."""
    texts = sorted(column for column, role in roles.items() if role == "text")
    if not texts:
        _promote(roles, body)
        texts = sorted(column for column, role in roles.items() if role == "text")
    if not texts and "number" in roles.values():
        texts = _longest(roles, body)
    for column in texts[:-1]:
        _over(roles, body, column, texts[-1])
    if texts and _stands_over(roles, body, texts[-1]):
        texts = [column for column, role in roles.items() if role == "text"]
    if texts:
        _unknown(roles, body, texts[-1])
        texts = [column for column, role in roles.items() if role == "text"]
        _points(roles, body, max(texts))
    _order_levels(roles)


def _points(roles: dict[int, str], body: Body, text: int) -> None:
    """Of several columns of points leave the item's: a group's stand left of the text, or merged.

    二级指标 | 分值 | 三级指标 | 分值: the first are those of the 二级, and no item's.
    """
    columns = [column for column, role in roles.items() if role == "points"]
    items = [column for column in columns if column > text] or columns[-1:]
    most = max((len(texts_of(body, column)) for column in items), default=0)
    for column in columns:
        merged = any(cell.rows > 1 for cell in cells_of(body, column))
        if column not in items or (merged and len(texts_of(body, column)) < most):
            roles[column] = "group"


def _over(roles: dict[int, str], body: Body, column: int, text: int) -> None:
    """Take a column left of the text as a title where each row has its own, else as headings."""
    if _each_row(body, column, text) and "title" not in roles.values():
        roles[column] = "title"
    else:
        _level(roles, column)


def _stands_over(roles: dict[int, str], body: Body, text: int) -> bool:
    """Make headings of a text whose cells each stand over several 标准 that give no points.

    考核内容 | 考核标准 | 分值 | 扣分标准: the items stand under 考核标准.
    """
    rows = len(texts_of(body, text))
    standard = _standard({c: role for c, role in roles.items() if c != text}, body, rows)
    if standard is None or len(texts_of(body, standard)) <= rows or "number" in roles.values():
        return False
    roles[standard] = "text"
    _level(roles, text)
    return True


def _each_row(body: Body, column: int, text: int) -> bool:
    """Tell whether a column has words of its own beside nearly every text."""
    own = {plain(words) for words in texts_of(body, column)}
    rows = len(texts_of(body, text))
    merged = any(cell.rows > 1 and cell.text for cell in cells_of(body, column))
    return rows > 1 and len(own) >= 0.8 * rows and not merged


def _level(roles: dict[int, str], column: int) -> None:
    free = [role for role in ("level1", "level2") if role not in roles.values()]
    roles[column] = free[0] if free else "title"


def _order_levels(roles: dict[int, str]) -> None:
    """Name headings' columns from the left: 一级 first, then 二级."""
    levels = sorted(column for column, role in roles.items() if role in {"level1", "level2"})
    if [roles[column] for column in levels] == ["level2", "level1"]:
        roles[levels[0]], roles[levels[1]] = "level1", "level2"


def _unknown(roles: dict[int, str], body: Body, text: int) -> None:
    """Give columns of unknown names their part, where the cells leave no doubt.

    Cells that each stand over several rows, left of the text, are headings. Where the text's own
    cells do, and the one unknown column right of it has words for each row, that is the text.
    """
    unknown = [column for column, role in roles.items() if not role]
    rows = len(texts_of(body, text))
    fuller = [c for c in unknown if c > text and _is_text(body, c, rows)]
    if fuller and not _is_text(body, text, len(texts_of(body, fuller[0]))):
        roles[fuller[0]] = "text"
        _over(roles, body, text, fuller[0])
        return
    for column in sorted(c for c in unknown if c < text):
        words = texts_of(body, column)
        free = {"level1", "level2"} - set(roles.values())
        if 0 < len(words) < rows and not any(map(is_number, words)) and free:
            _level(roles, column)


def _longest(roles: dict[int, str], body: Body) -> list[int]:
    """Take the one unknown column with words beside every number as the text."""
    number = next(column for column, role in roles.items() if role == "number")
    rows = len(texts_of(body, number))
    found = [c for c, role in roles.items() if not role and _is_text(body, c, rows)]
    if len(found) == 1:
        roles[found[0]] = "text"
        return found
    return []


def _is_text(body: Body, column: int, rows: int) -> bool:
    """Tell whether a column has longer words for more rows than `rows`, or as many."""
    words = texts_of(body, column)
    long = sum(map(len, words)) > _LONG * len(words)
    return long and len(words) >= rows


def _promote(roles: dict[int, str], body: Body) -> None:
    """Where no heading names a text, it is a 标准 that gives no points, else 名称, 二级 or 一级.

    项目 | 考核标准 | 扣分标准: the items stand under 考核标准, several to a 项目.
    """
    standard = _standard(roles, body)
    if standard is not None:
        roles[standard] = "text"
        return
    for role in ("title", "level2", "level1"):
        columns = [column for column, name in roles.items() if name == role]
        if columns:
            roles[max(columns)] = "text"
            return


def _standard(roles: dict[int, str], body: Body, rows: int = 0) -> int | None:
    """Return the first column of standards that says no points; None without one.

    Beside it stands another column of standards, or headings that each stand over several.
    """
    columns = sorted(column for column, role in roles.items() if role == "scoring")
    above = [len(texts_of(body, column)) for column, role in roles.items() if role in _HEADINGS]
    for column in columns:
        texts = texts_of(body, column)
        over = 0 < max([*above, rows]) < len(texts)
        if 2 * sum(map(gives_points, texts)) <= len(texts) and (len(columns) > 1 or over):
            return column
    return None
