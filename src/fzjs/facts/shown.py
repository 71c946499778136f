"""What an entry shows besides its papers: what was looked up, who was asked, what is listed."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from fzjs.diagnostic import Location

Date = datetime.date


class Looked(NamedTuple):
    """Where one looked (查证), or what one searched for (网络检索), and what came of it.

    `screenshot` of a search is the path of an attachment, as typed; "" where there is none.
    """

    date: Date
    result: str
    screenshot: str
    place: Location


class CaseFile(NamedTuple):
    """A line of the case catalogue; `complete` when 序号, 案件文号 and 卷宗名称 all stand."""

    complete: bool
    number: str
    department: str
    three_systems: bool | None
    place: Location


class Opinion(NamedTuple):
    """An opinion voiced in an interview: whether a 整改 stands, and when it was 办结."""

    mended: bool
    closed: Date | None
    place: Location


class Interview(NamedTuple):
    """How many of how many were asked, and what they said."""

    population: int
    sample: int
    questionnaire: bool
    opinions: tuple[Opinion, ...]
    place: Location


class Exam(NamedTuple):
    """An exam: which of 通知, 签到, 试卷, 成绩 are not named, and how many sat it."""

    missing: tuple[str, ...]
    expected: int | None
    present: int | None
    place: Location


class Certificate(NamedTuple):
    """A certificate, with its 级别 and 颁发 as typed ("" where not)."""

    name: str
    level: str
    issuer: str
    date: Date | None
    place: Location


class Picture(NamedTuple):
    """A picture: when it was taken, and whether it says where."""

    when: Date | None
    located: bool
    place: Location


class NameList(NamedTuple):
    """A list kept in `private/`: `file` is its path from the root, "" where that is not safe."""

    people: int
    sha256: str
    file: str
    place: Location


class Total(NamedTuple):
    """A printed sum: of 数, or of 分子 and 分母."""

    item: str
    amount: float | None
    numerator: int | None
    denominator: int | None
    place: Location


class OnSite(NamedTuple):
    """备查: where the list and the bound volume are."""

    catalogue: str
    volume: str


class Shown(NamedTuple):
    """All of it, for one entry."""

    searches: tuple[Looked, ...]
    lookups: tuple[Looked, ...]
    cases: tuple[CaseFile, ...]
    interview: Interview | None
    exam: Exam | None
    certificates: tuple[Certificate, ...]
    pictures: tuple[Picture, ...]
    name_list: NameList | None
    totals: tuple[Total, ...]
    onsite: OnSite | None
