"""What a shape makes of a document: rows in the source's words, and doubts. Nothing is decided."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from fzjs.importers.document import Document, Doubt, Place


class Owner(NamedTuple):
    """An office named for a row, as printed; role 责任, 牵头 or 配合; person "" where none."""

    office: str
    role: str = "责任"
    person: str = ""


class Task(NamedTuple):
    """One `（1）网络检索：……` of a 工作任务: the method's name as printed, and the words."""

    method: str
    text: str


class Row(NamedTuple):
    """One 三级指标 as the source prints it; empty text and tuples where it prints nothing.

    `number` is verbatim (`第1项指标`, `（5）`, `★1`). `level1` and `level2` are the headings in
    force, carried down. `materials` are the paragraphs of the 上报资料 cell. `offices` and
    `persons` are the paragraphs of these cells as printed, `owners` what is read out of them;
    `support` is the printed 配合单位. `shared` names the cells that are empty because they go with
    the row above: 方法, 资料, 责任. `note` is what stands in an office's place and is none
    (责任说明). `points` and `scoring` are a scored table's words. `used` are the orders of the
    paragraphs that this row took.
    """

    number: str
    text: str
    place: Place
    level1: str = ""
    level2: str = ""
    title: str = ""
    tier: str = ""
    category: str = "基础"
    methods: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    materials: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    shared: tuple[str, ...] = ()
    note: str = ""
    points: str = ""
    scoring: str = ""
    used: frozenset[int] = frozenset()


class Draft(NamedTuple):
    """The rows of a document in its order, and the doubts that reading them left.

    `used` are orders of paragraphs that gave no row of their own and are accounted for: headings
    that rows stand under, a table's header.
    """

    rows: tuple[Row, ...]
    doubts: tuple[Doubt, ...] = ()
    used: frozenset[int] = frozenset()


class Shape(Protocol):
    """An importer of one shape of plan: a module with these names."""

    NAME: str
    """What `--as` takes."""
    TITLE: str
    """What it reads, in Chinese."""

    def matches(self, document: Document) -> int:
        """Return how many rows this shape would find, quickly; 0 where it does not apply."""
        ...

    def records(self, document: Document) -> Draft:
        """Return the document's rows and doubts; never raises on content."""
        ...
