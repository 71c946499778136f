"""The evidence ledger, its reviews and what follows from them, as named tuples."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from fzjs.diagnostic import Location

Date = datetime.date


class Claim(NamedTuple):
    """What an entry says it proves; `period` as typed (2020, 2016-2021, 汇总, …)."""

    material: str
    period: str
    located: bool
    names: tuple[str, ...]
    fingerprint: str
    place: Location
    period_place: Location


class Attachment(NamedTuple):
    """An attachment: `file` is its path from the root, `found` the hash of the bytes there."""

    path: str
    file: str
    sha256: str
    found: str
    outside: bool
    words: int | None
    place: Location


class WebPage(NamedTuple):
    """A public address and when it was looked at."""

    url: str
    retrieved: Date | None
    place: Location


class CaseFile(NamedTuple):
    """A line of the case catalogue; `complete` when 序号, 案件文号 and 卷宗名称 all stand."""

    complete: bool
    department: str
    place: Location


class Figure(NamedTuple):
    """A number that the paper states."""

    item: str
    year: int | None
    numerator: int | None
    denominator: int | None
    amount: float | None
    days: tuple[Date, Date] | None


class Entry(NamedTuple):
    """An entry of the evidence ledger; its id is the path without `evidence/` and suffix.

    `corrections` counts 更正, `withdrawal` is the 撤回理由.
    """

    id: str
    file: str
    office: str
    subject: str
    title: str
    kind: str
    state: str
    sample: bool
    claims: tuple[Claim, ...]
    dated: Date | None
    sealed: bool | None
    issuer: str
    body_words: int | None
    attachments: tuple[Attachment, ...]
    web: tuple[WebPage, ...]
    searches: int
    lookups: int
    listed: int | None
    cases: tuple[CaseFile, ...]
    interview: tuple[int, int] | None
    exam: bool
    secret: bool
    waits_for: str
    asked: Date | None
    reminded: tuple[Date, ...]
    received: Date | None
    copies_handed: int | None
    figures: tuple[Figure, ...]
    fingerprint: str
    places: Mapping[str, Location]
    corrections: int
    withdrawal: str


class Reviewed(NamedTuple):
    """A claim as it was when reviewed."""

    material: str
    period: str
    revision: int
    fingerprint: str
    words: str


class Review(NamedTuple):
    """The last review of an entry."""

    entry: str
    file: str
    date: Date
    office: str
    passed: bool
    reasons: tuple[str, ...]
    fingerprint: str
    claims: tuple[Reviewed, ...]
    place: Location


class Problem(NamedTuple):
    """A problem that an inspection found; `subject` is an entry, material or indicator."""

    id: str
    subject: str
    text: str
    office: str
    due: Date
    closed: bool
    place: Location


class LedgerMonth(NamedTuple):
    """That an office handed in its 工作台账 of a month (`2021-03`)."""

    office: str
    month: str
    place: Location


class Application(NamedTuple):
    """Asked for and not yet approved."""

    office: str
    kind: str
    subject: str
    date: Date
    place: Location


class Reminder(NamedTuple):
    """A reminder that was sent."""

    office: str
    times: int
    date: Date
