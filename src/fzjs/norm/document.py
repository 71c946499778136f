"""A Word document as the checks see it: sections, paragraphs, runs with what they print in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_SHOWN = 12
"""Characters of a paragraph that tell which one is meant."""


class Run(NamedTuple):
    """Text with its east-Asian font ("" where none is set), half points and whether it is red."""

    text: str
    font: str
    size: int
    red: bool = False


class Shape(NamedTuple):
    """How a paragraph is set: `align` left, center, right or both; indents in characters.

    `line` is its spacing in twentieths of a point, or in 240ths of a line where `rule` is auto.
    """

    align: str = "left"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    line: int = 240
    rule: str = "auto"
    snaps: bool = True
    spacing: int = 0


class Paragraph(NamedTuple):
    """A paragraph outside tables and boxes; `label` is the number that Word makes by itself.

    `number` counts those that have words from one. `beside` tells that a table touches it.
    """

    number: int
    label: str
    runs: tuple[Run, ...]
    shape: Shape
    style: str
    section: int
    beside: bool = False
    framed: bool = False

    @property
    def typed(self) -> str:
        """The words as typed, line breaks as newlines."""
        return "".join(run.text for run in self.runs)

    @property
    def text(self) -> str:
        """The words as they print, the automatic number included."""
        return self.label + self.typed

    @property
    def place(self) -> str:
        """Where it is: `第3段“根据……”`."""
        words = "".join(self.text.split())
        more = "……" if len(words) > _SHOWN else ""
        return f"第{self.number}段“{words[:_SHOWN]}{more}”"

    @property
    def red(self) -> bool:
        """Whether all its words are red, as marks and notes to the reader are."""
        return all(run.red for run in self.runs if run.text.strip())

    @property
    def size(self) -> int:
        """The size of most of its characters, in half points; 0 where it has none."""
        counts: dict[int, int] = {}
        for run in self.runs:
            counts[run.size] = counts.get(run.size, 0) + len(run.text.strip())
        return max(counts, key=lambda size: counts[size], default=0)


class Footer(NamedTuple):
    """A footer: its words with the page number as `#`, and the side that it stands on.

    `side` is "" where a frame or box decides it.
    """

    text: str
    side: str
    numbered: bool


class Section(NamedTuple):
    """A section's page, in twentieths of a point; footers by `default`, `first` and `even`."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    gutter: int
    grid: str
    pitch: int
    char_space: int
    title_page: bool
    footers: Mapping[str, Footer]
    marked: bool
    """Whether a header holds red words: the letterhead of the letter form."""

    @property
    def lies(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height


class Document(NamedTuple):
    """All of it. `elsewhere` is what tables, boxes and headers say; `cells` that of the tables."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    cells: tuple[str, ...]
    elsewhere: str
    even_apart: bool
    tracked: int
    comments: int
    normal_size: int
    tables: int
