"""The answer as text, the verdict last, where a terminal still shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from fzjs.facts.change import Outcome, Piece, TouchedFile
from fzjs.output.change.parts import (
    compared,
    cut,
    headline,
    numbers,
    reviewers,
    sections,
    states,
)
from fzjs.output.fold import folded
from fzjs.visible import one_line

_HANG = 4


def write(outcome: Outcome, stream: TextIO, width: int = 80) -> None:
    """Print what moved, who has to approve, and the verdict; findings are printed before it."""
    for line in _lines(outcome):
        stream.writelines(f"{part}\n" for part in folded(one_line(line), width, _HANG))


def _lines(outcome: Outcome) -> Iterator[str]:
    yield compared(outcome)
    yield from (f"注意：{note}" for note in outcome.notes)
    yield "  ".join(f"{word} {_moved(old, new)}" for word, old, new in numbers(outcome))
    for title, pieces in sections(outcome):
        yield f"{title} {len(pieces)}件"
        shown, more = cut(pieces)
        yield from (f"  - {_piece(piece)}" for piece in shown)
        yield from (f"  …另有{more}件" for _ in range(bool(more)))
    if outcome.files:
        yield f"改动的文件 {len(outcome.files)}个"
    shown_files, more = cut(outcome.files)
    yield from (f"  - {_file(each)}" for each in shown_files)
    yield from (f"  …另有{more}个" for _ in range(bool(more)))
    for office, count, accounts in reviewers(outcome):
        named = f"（{'、'.join(accounts)}）" if accounts else ""
        yield f"要{office}批：{count}个文件{named}"
    yield headline(outcome)


def _moved(old: str, new: str) -> str:
    return new if old == new else f"{old} → {new}"


def _piece(piece: Piece) -> str:
    said = (piece.label, states(piece), "、".join(piece.owners), piece.note)
    return "  ".join(filter(None, said))


def _file(each: TouchedFile) -> str:
    was = f"（原名 {each.was}）" if each.was else ""
    return f"{each.how} {each.file}{was}"
