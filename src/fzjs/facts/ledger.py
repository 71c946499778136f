"""The evidence ledger, its reviews and what follows from them, as named tuples."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from fzjs.diagnostic import Location, Spots
from fzjs.facts.shown import Shown

Date = datetime.date


class Claim(NamedTuple):
    """What an entry says it proves; `period` as typed (2020, 2016-2021, 汇总, …).

    `quote` is 摘录 and `pages` 页, "" where absent.
    """

    material: str
    period: str
    located: bool
    names: tuple[str, ...]
    fingerprint: str
    place: Location
    period_place: Location
    quote: str
    pages: str


class Attachment(NamedTuple):
    """An attachment: `file` is its path from the root, `found` the hash of the bytes there.

    `title` is its line in a catalogue.
    """

    path: str
    file: str
    sha256: str
    found: str
    outside: bool
    words: int | None
    title: str
    place: Location


class WebPage(NamedTuple):
    """A public address and when it was looked at; the rest is its line in a 检索目录."""

    url: str
    retrieved: Date | None
    title: str
    category: str
    published: Date | None
    place: Location


class Figure(NamedTuple):
    """A number that the paper states; `days` are 起 and 止, `place` is that of its 项目."""

    item: str
    year: int | None
    numerator: int | None
    denominator: int | None
    amount: float | None
    days: tuple[Date, Date] | None
    place: Location


class Entry(NamedTuple):
    """An entry of the evidence ledger; its id is the path without `evidence/` and suffix, in NFC.

    `carriers` and `copies` are its own 载体 and 份数, () and None where the default holds. `handed`
    is the day of 交件, `corrected` that of the last 更正; `corrections` counts 更正, `withdrawal`
    is the 撤回理由. `spots` is what `places` are made from.
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
    listed: int | None
    shown: Shown
    secret: bool
    waits_for: str
    asked: Date | None
    reminded: tuple[Date, ...]
    answered: Date | None
    received: Date | None
    carriers: tuple[str, ...]
    copies: int | None
    copies_handed: int | None
    original_handed: bool
    figures: tuple[Figure, ...]
    fingerprint: str
    spots: Mapping[str, int]
    handed: Date | None
    corrected: Date | None
    corrections: int
    withdrawal: str

    @property
    def places(self) -> Spots:
        """Where the values of the outermost keys stand, and the whole under ""."""
        return Spots(self.file, self.spots)


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
    reviewer: str = ""


class Step(NamedTuple):
    """A 处理 of a problem: who accepted, returned, put off or found it again (反弹), and when.

    `until` is the day that it moves the deadline to, `office` that of the inspector, where said.
    """

    date: Date
    result: str
    inspector: str
    office: str
    until: Date | None
    note: str
    place: Location


class Problem(NamedTuple):
    """A problem that an inspection found; `subject` is an entry, material or indicator.

    `found` is the day of the inspection, `accepted` that of the last 处理 where it is a 验收.
    `entry`, `material` and `indicator` are all that it is about, "" where not; `kind` is the 类型
    of the inspection, `source` the problem's own 来源. `due` and `closed` are what is written;
    once assessed they are what counts on the day, and `first_due` is the 时限 as written.
    """

    id: str
    subject: str
    text: str
    office: str
    due: Date
    closed: bool
    place: Location
    accepted: Date | None
    found: Date
    entry: str
    material: str
    indicator: str
    kind: str
    source: str
    asked: str
    steps: tuple[Step, ...]
    first_due: Date
    due_place: Location


class Rectification(NamedTuple):
    """An office's answer to a problem; `applied` is the day of 申请销号."""

    office: str
    problem: str
    evidence: tuple[str, ...]
    applied: Date | None
    place: Location
    applied_place: Location
    evidence_places: tuple[Location, ...]
    measure: str = ""


class LedgerLine(NamedTuple):
    """A line of a 工作台账: whether an indicator, by its key, is 已完成 for a year.

    `note` is its 情况; `place` is that of 完成, `named` that of 指标.
    """

    year: int
    indicator: str
    done: bool
    place: Location
    note: str
    named: Location


class LedgerMonth(NamedTuple):
    """An office's 工作台账 of a month (`2021-03`, that of handing in), and what it says.

    A `draft` is not handed in; `office` is the folder's name, `filled_place` that of 填表日期.
    """

    office: str
    month: str
    place: Location
    lines: tuple[LedgerLine, ...]
    filled: Date
    filled_place: Location
    draft: bool


class Application(NamedTuple):
    """Asked for and not yet approved."""

    office: str
    kind: str
    subject: str
    date: Date
    place: Location


class Reminder(NamedTuple):
    """A reminder that was sent; `subjects` are folded, `answered` None while nobody answered."""

    office: str
    times: int
    date: Date
    subjects: tuple[str, ...]
    answered: Date | None
    reply: str
    places: Mapping[str, Location]
    file: str
