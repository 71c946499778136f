"""An application for a title as named tuples."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.diagnostic import Location

Date = datetime.date


class Paper(NamedTuple):
    """A document of a step; `file` is its path from the root, "" where it has none."""

    title: str
    doc_no: str
    path: str
    file: str
    sha256: str
    found: str
    place: Location


class Step(NamedTuple):
    """A step as recorded; `commit` is the id of the data as submitted, "" where not frozen."""

    name: str
    date: Date
    result: str
    papers: tuple[Paper, ...]
    commit: str
    note: str
    place: Location


class Evaluation(NamedTuple):
    """A 第三方评估; `met` is how many of how many; opinions are (内容, 指标, 整改)."""

    agency: str
    date: Date
    report: str
    verdict: str
    met: tuple[int, int] | None
    opinions: tuple[tuple[str, str, str], ...]
    place: Location


class Survey(NamedTuple):
    """A 满意度测评."""

    agency: str
    date: Date
    sample: int
    satisfied: int
    place: Location

    @property
    def share(self) -> float | None:
        """The rate in percent; None where nobody was asked."""
        return self.satisfied * 100 / self.sample if self.sample else None


class Yearly(NamedTuple):
    """年度报告, 回访 or a look at a ground: `said` is 公布, 结果; `note` 说明, 依据."""

    subject: str
    date: Date
    said: str
    note: str
    place: Location


class Naming(NamedTuple):
    """The title that was given."""

    date: Date
    name: str
    doc_no: str
    place: Location


class Declaration(NamedTuple):
    """One application; `subject` of 年度报告 and 回访 is the year, of a ground its words."""

    file: str
    name: str
    applicant: str
    kind: str
    project: str
    sample: bool
    steps: tuple[Step, ...]
    evaluations: tuple[Evaluation, ...]
    surveys: tuple[Survey, ...]
    naming: Naming | None
    annual: tuple[Yearly, ...]
    revisits: tuple[Yearly, ...]
    grounds: tuple[Yearly, ...]
