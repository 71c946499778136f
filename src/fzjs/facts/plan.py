"""The campaign and its indicators as named tuples."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from fzjs.diagnostic import Location
from fzjs.facts.agenda import Deadline, Elsewhere
from fzjs.facts.office import Office

Date = datetime.date
Years = tuple[int, int]

REPEATS = "甲乙丙丁戊己庚辛壬癸"
"""What a code carries after a printed number that the plan repeats (31: 2甲, 2乙)."""


FORMER = "旧体系"
"""What a reference begins with that names what only the edition before a 换版 had: `旧体系31-1`."""


def is_former(reference: str) -> bool:
    """Tell whether a reference names an item or material of an earlier edition; it proves nothing.

    A migration writes it so where the new edition has no counterpart: nothing is lost, and no
    old number is taken for a new one.
    """
    return reference.startswith(FORMER)


_EXTRA = re.compile(r"(?:附加项(?:指标|目)?)?(?:(加分|减分)(?:项)?(?:指标|目)?)?")
_ITEM = re.compile(r"第([^-/]+?)项(?:指标)?(?=$|[-/])")


def fold(number: str, category: str = "基础") -> str:
    """Return an indicator's key: 编号 in NFKC, `第…项指标` removed, `加分`/`减分` before 1 and 2.

    Either width of bracket is read: `（3）`, `(3)` and `第(3)项指标` are one key, and so are
    `附加项指标加分项1` and the 1 of 类别 加分.
    """
    if category == "基础" and number.isascii() and number.isdigit():
        return number  # most of them
    text = unicodedata.normalize("NFKC", number).replace(" ", "")
    extra = _EXTRA.match(text)
    if extra and extra.end() < len(text) and (extra[1] or category != "基础"):
        text = text[extra.end() :]
        category = extra[1] if category == "基础" else category
    text = _ITEM.sub(r"\1", text, count=1) if text.startswith("第") else text
    return text if category == "基础" or text.startswith(category) else category + text


def printed(number: str) -> str:
    """Return 编号 as references print it: `第1项指标` as 1, brackets in the width of the plan."""
    return _ITEM.sub(r"\1", number, count=1) if number.startswith("第") else number


@functools.lru_cache(1 << 14)  # the same few thousand are asked for again and again
def fold_reference(reference: str) -> str:
    """Return a reference to an indicator, material or 应报件 in its folded form."""
    return fold(unicodedata.normalize("NFKC", reference))


@functools.lru_cache(maxsize=8)
def title_pattern(form: str, unit: str) -> re.Pattern[str]:
    """Return what a title must match whole: `{单位}关于{事由}的情况说明`."""
    pattern = re.escape(form).replace(re.escape("{单位}"), re.escape(unit))
    # 事由 must not bring the form's own words again: 关于关于……的情况说明的情况说明.
    return re.compile(pattern.replace(re.escape("{事由}"), r"(?!关于)(?!.*的情况说明的).{2,}"))


class Material(NamedTuple):
    """One item of 上报资料; `key` is `31-2甲`, years are None where the window holds."""

    key: str
    code: str
    text: str
    kind: str
    rhythm: str
    since: int | None
    until: int | None
    words_limit: int | None
    copies: int | None
    each: str
    issuer: str
    substitute: str
    separately: bool
    listed_in: str
    same_as: str
    method: str
    basis: tuple[str, ...]
    revision: int
    place: Location


class Responsible(NamedTuple):
    """An office that answers for an indicator, in its role (责任, 牵头, 配合).

    `group` is the group noun by which the plan names it, "" where it names the office itself.
    """

    office: str
    role: str
    person: str
    group: str = ""


class Target(NamedTuple):
    """A 量化要求 in the source's words, e.g. 合法性审核率 and ≥100%; `start` is its 起算."""

    item: str
    demand: str
    quote: str = ""
    start: str = ""


class Indicator(NamedTuple):
    """A 三级指标 as written: what is inherited is named, not copied."""

    key: str
    number: str
    tier: str
    category: str
    level1: str
    level2: str
    title: str
    text: str
    tasks: tuple[tuple[str, str], ...]
    methods: tuple[str, ...]
    responsible: tuple[Responsible, ...]
    duty_note: str
    materials: tuple[Material, ...]
    web: str
    methods_from: str
    materials_from: str
    responsible_from: str
    named_in: tuple[str, ...]
    no_report: str
    targets: tuple[Target, ...]
    points: str
    scoring: str
    origin: str
    place: Location


class Batch(NamedTuple):
    """A 批次; empty conditions match everything."""

    name: str
    years: Years | None
    offices: tuple[str, ...]
    indicators: tuple[str, ...]
    due: Date


class Ruling(NamedTuple):
    """A 口径; open until it is settled. `decided` is the day of 决定, None where there is none."""

    number: str
    subjects: tuple[str, ...]
    question: str
    settled: bool
    place: Location
    decided: Date | None

    @property
    def is_open(self) -> bool:
        """Whether anybody still has to settle it: not where it asks of a former edition only."""
        return not (self.settled or (self.subjects and all(map(is_former, self.subjects))))


class Waiver(NamedTuple):
    """An approved 不适用, or with `until` a 延期; `approved` is the day of 批准."""

    subject: str
    reason: str
    until: Date | None
    place: Location
    approved: Date


class Threshold(NamedTuple):
    """A 达标线: share in percent, and whose it is."""

    name: str
    tier: str
    share: float
    source: str


class Weight(NamedTuple):
    """The points that the plan gives to a heading or an indicator (its key); the other is ""."""

    level1: str
    indicator: str
    points: float
    source: str
    place: Location


class Demand(NamedTuple):
    """A 要求 that this plan makes of material: where `subjects` is (), of all that it applies to.

    `share` is in percent, None where the demand has none.
    """

    name: str
    subjects: tuple[str, ...]
    share: float | None
    source: str
    place: Location


class Duty(NamedTuple):
    """A 周期任务; `offices` is () where the plan names none."""

    name: str
    cycle: str
    month: int | None
    day: int | None
    source: str
    offices: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]
    place: Location


class Stage(NamedTuple):
    """A 阶段; both dates included, None where the plan names none; `quote` is its 原话."""

    name: str
    start: Date | None
    end: Date | None
    quote: str = ""


class Campaign(NamedTuple):
    """`fzjs.yaml` as far as computing needs it; `assumed` names the settings that are 待定."""

    unit: str
    sample: bool
    today: Date | None
    window: Years
    cutoff: Date
    coordinator: str
    title_form: str
    letterhead: str
    words_advised: int | None
    words_limit: int | None
    issuer: str
    carriers: tuple[str, ...]
    copies: int | None
    offices: tuple[Office, ...]
    methods: Mapping[str, str]
    reviewing: str
    review_substitute: str
    review_protected: str
    stages: tuple[Stage, ...]
    duties: tuple[Duty, ...]
    batches: tuple[Batch, ...]
    thresholds: tuple[Threshold, ...]
    rulings: tuple[Ruling, ...]
    exemptions: tuple[Waiver, ...]
    extensions: tuple[Waiver, ...]
    levels: Mapping[str, str]
    demands: tuple[Demand, ...]
    assumed: tuple[str, ...]
    weights: tuple[Weight, ...]
    deadlines: tuple[Deadline, ...]
    supervision: tuple[tuple[str, str], ...] = ()
    fonts: tuple[str, str] = ("", "")
    """字体 of 情况说明, 标题 and 正文, as typed."""
    migrated: Date | None = None
    """The day of the last 换版: what was written before speaks of the edition before."""
