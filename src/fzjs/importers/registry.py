"""Every shape of plan, and the choice among them."""

from __future__ import annotations

from typing import NamedTuple

from fzjs.diagnostic import FzjsError
from fzjs.importers.document import Document
from fzjs.importers.draft import Shape
from fzjs.importers.shapes import bracketed, flat, headed, numbered, opinion, scored, table

SHAPES: tuple[Shape, ...] = (table, flat, scored, headed, numbered, bracketed, opinion)
"""The order decides between shapes that find equally many rows; an opinion is the last resort."""


class Choice(NamedTuple):
    """The shape that reads a document, and what others would have found: (NAME, TITLE, rows)."""

    shape: Shape
    others: tuple[tuple[str, str, int], ...]


def choose(document: Document, wanted: str = "") -> Choice:
    """Return the shape that finds the most rows, or the wanted one.

    Raises:
        FzjsError: no shape is called so, the wanted one finds nothing, or none does.
    """
    names = {shape.NAME: shape for shape in SHAPES}
    if wanted and wanted not in names:
        known = "\n".join(f"  {name:10} {shape.TITLE}" for name, shape in names.items())
        raise FzjsError(f"--as 没有“{wanted}”这一种。可以写：\n{known}")
    found = {shape.NAME: shape.matches(document) for shape in SHAPES}
    if wanted and not found[wanted]:
        raise FzjsError(
            f"按“{names[wanted].TITLE}”读，{document.name} 里一项也没有找到。"
            "去掉 --as，让程序自己认。"
        )
    tasks = [shape for shape in SHAPES if shape is not opinion]
    best = names[wanted] if wanted else max(tasks, key=lambda shape: found[shape.NAME])
    if not wanted and not found[best.NAME]:
        best = opinion
    if not found[best.NAME]:
        raise FzjsError(f"{document.name} 不能导入：{opinion.why_not(document)}")
    others = tuple(
        (shape.NAME, shape.TITLE, found[shape.NAME])
        for shape in tasks
        if shape is not best and found[shape.NAME]
    )
    return Choice(best, others)
