"""Reads the 工作任务 of an indicator: what each method's words ask for, as items with that method.

A task's words are cut at `；`, at printed numbers, and where a sentence asks for papers of its own;
an instruction that names no paper is one item of its method. No word is lost: what is said of all
the items (以上材料汇总备查) stands in `notes`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.cells import ENDS, Piece, numbers, pieces, trim
from fzjs.importers.draft import Task
from fzjs.importers.materials import Item, doubts_of, is_nothing, make, nothing_given
from fzjs.importers.words.kinds import (
    asks_paper,
    bare,
    ends_in_paper,
    kind_of,
    names_paper,
    of_method,
)
from fzjs.importers.words.unclear import Open

NOTE = re.compile(
    r"(?:(?<=[；;。，,\n])|^)\s?(?:以上|上述)[^；;。，,\n]{0,24}(?:备查|公开|备检|存档|归档|成册|报送)(?=[；;。\n]|$)"
)
"""What is said of all the items of a task: 以上材料汇总备查."""
_ONLINE = re.compile(r"网|公开|公布|检索|查询|页面|链接")


class Read(NamedTuple):
    """The tasks of one indicator read: items, what is said of all items of a task, doubts."""

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    doubts: tuple[Open, ...] = ()


def split(tasks: Sequence[Task], indicator: str = "") -> tuple[Item, ...]:
    """Return the items of an indicator's tasks, coded from 1 on; never raises."""
    return read(tasks, indicator).items


def read(tasks: Sequence[Task], indicator: str = "") -> Read:
    """Return the items of an indicator's tasks with the notes and what their words leave open."""
    items: list[Item] = []
    notes: list[str] = []
    found: list[Piece] = []
    said_none: list[Open] = []
    for task in tasks:
        parts, said = _parts(task.text)
        none = [piece for piece in parts if is_nothing(piece.text)]
        notes += (*said, *(piece.text for piece in none))
        said_none += map(nothing_given, none)
        for piece in parts:
            if piece in none:
                continue
            code = str(len(items) + 1)
            kind = _kind(piece.text, task.method)
            item = make(code, "", piece, indicator, kind)._replace(method=task.method)
            items.append(item)
            found.append(piece)
    doubts = doubts_of(tuple(items), found, indicator)
    kept = tuple(doubt for doubt in doubts if not _shown_online(items, doubt))
    return Read(tuple(items), tuple(notes), (*said_none, *kept, *_unnamed(items, kept)))


def _parts(text: str) -> tuple[list[Piece], list[str]]:
    """Return the pieces of a task and its notes; one piece where none of them names a paper."""
    notes = [match[0].strip() for match in NOTE.finditer(text)]
    body = NOTE.sub("", text)
    whole = [Piece("", trim(body))] if body.strip(ENDS + "\n") else []
    if numbers(body):
        cell = pieces([body])
        if any(names_paper(piece.text) for piece in cell.items):
            lead = [Piece("", trim(words)) for words in cell.leftovers if names_paper(words)]
            said = [words for words in cell.leftovers if not names_paper(words)]
            return [*lead, *cell.items], [*notes, *said, *cell.notes]
        return whole, notes
    found = [part for line in re.split(r"[；;\n]", body) for part in _sentences(line)]
    named = [Piece("", trim(part)) for part in found if part.strip(ENDS)]
    return (named if any(names_paper(piece.text) for piece in named) else whole), notes


def _sentences(line: str) -> list[str]:
    """Cut after a 。 where what follows asks for papers of its own; else it stays with the rest."""
    parts: list[str] = []
    for sentence in re.findall(r"[^。]*。|[^。]+$", line):
        if parts and not ends_in_paper(sentence):
            parts[-1] += sentence
        else:
            parts.append(sentence)
    return parts


def _kind(text: str, method: str) -> str:
    """Return an item's kind: from its words, else the one that its method leaves."""
    usual = of_method(method)
    if usual == "网络检索" and _ONLINE.search(text):
        return usual
    named = kind_of(bare(text))
    return named if ends_in_paper(text) or (usual == "佐证材料" and asks_paper(text)) else usual


def _shown_online(items: Sequence[Item], doubt: Open) -> bool:
    """Tell whether a doubt asks for the kind of what is to be found on the web."""
    web = {item.code for item in items if item.kind == "网络检索"}
    return doubt[0] in web and doubt[1] in {"结果不是材料", "种类未定"}


def _unnamed(items: Sequence[Item], doubts: Sequence[Open]) -> tuple[Open, ...]:
    """Return a doubt for each instruction that names no paper, where there is none already."""
    known = {doubt[0] for doubt in doubts if doubt[1] in {"结果不是材料", "种类未定"}}
    why = "写的是要做的工作，没有写要什么资料，种类按测评方法"
    return tuple(
        (item.code, "结果不是材料", item.text, item.kind, why)
        for item in items
        if item.code not in known and item.kind != "网络检索" and not asks_paper(item.text)
    )
