"""The README's picture: `fzjs status` on the shipped campaign, as SVG."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from fzjs.assess import assess
from fzjs.render.screen import status as screen
from fzjs.reports import status
from fzjs.repository import load_sound
from fzjs.tree import Tree

WIDTH = 80
CELL, LINE, EDGE = 8.4, 21, 16
_FONT = "'Noto Sans Mono CJK SC','Sarasa Mono SC',NSimSun,SimSun,monospace"
"""Named and never shipped; every character has a place of its own, so any font keeps columns."""

_COLOURS = {"red": "#f28b82", "yellow": "#fdd663", "dim": "#9aa0a6"}
_PLAIN = "#e8eaed"


def draw(root: Path) -> str:
    """Return the SVG; the commit is left out, since the picture changes it."""
    repository, faults = load_sound(Tree(root))
    assessment = assess(repository, repository.campaign.today or datetime.date.min)
    data = status.build(assessment, faults) | {"数据": ""}
    lines = [Text("$ fzjs status", "dim"), *screen.render(data, WIDTH).split("\n")]
    height = EDGE * 2 + LINE * len(lines)
    body = "\n".join(run for n, line in enumerate(lines) for run in _runs(line, n))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="fzjs status"'
        f' viewBox="0 0 {EDGE * 2 + CELL * WIDTH:g} {height}" font-size="14"\n'
        f' font-family="{_FONT}">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#202124"/>\n{body}\n</svg>\n'
    )


def _runs(line: Text, number: int) -> Iterator[str]:
    """Yield a line's text, word by word, each character at the left edge of its own cell."""
    style = " ".join(str(span.style) for span in line.spans) or str(line.style)
    colour = next((code for name, code in _COLOURS.items() if name in style), _PLAIN)
    weight = ' font-weight="bold"' if "bold" in style else ""
    y = EDGE + LINE * number + 15
    column = 0
    for word in line.plain.split(" "):
        if word:
            places = []
            for mark in word:
                places.append(f"{EDGE + CELL * column:g}")
                column += cell_len(mark)
            x = " ".join(places)
            yield f'<text x="{x}" y="{y}" fill="{colour}"{weight}>{escape(word)}</text>'
        column += 1
