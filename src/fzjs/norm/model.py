"""What is expected of a document, and what is found in it."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from fzjs.facts import Campaign


class Level(StrEnum):
    """How binding the words are that a finding goes by; only 规定 and 方案 make a document unfit.

    规定 is what GB/T 9704-2012 asks flatly, 方案 what this campaign's plan asks of a 情况说明;
    一般 and 推荐 are the norm's own "一般" and "可以", 实务 is what offices do besides.
    """

    REQUIRED = "规定"
    PLAN = "方案"
    USUAL = "一般"
    ADVISED = "推荐"
    PRACTICE = "实务"

    @property
    def unfit(self) -> bool:
        """Whether a finding of this level is an error."""
        return self in {Level.REQUIRED, Level.PLAN}


class Kind(StrEnum):
    """What a document is; each asks for more than the one before its comma."""

    STATEMENT = "情况说明"
    LETTER = "信函"
    OFFICIAL = "公文"


class Expected(NamedTuple):
    """What the campaign's plan asks of a 情况说明; nothing is asked where a value is "" or None.

    `kind` is "" where the title tells it. Fonts are as typed: `2号小标宋`.
    """

    kind: str = ""
    unit: str = ""
    title_form: str = ""
    title_font: str = ""
    body_font: str = ""
    words_advised: int | None = None
    words_limit: int | None = None
    cutoff: datetime.date | None = None
    signed: bool = False


def of_campaign(campaign: Campaign, kind: str = "") -> Expected:
    """Return what a campaign's plan asks; 落款 only where it is among its 要求."""
    return Expected(
        kind=kind,
        unit=campaign.issuer or campaign.unit,
        title_form=campaign.title_form.replace("{单位}", campaign.unit),
        title_font=campaign.fonts[0],
        body_font=campaign.fonts[1],
        words_advised=campaign.words_advised,
        words_limit=campaign.words_limit,
        cutoff=None if "截止" in campaign.assumed else campaign.cutoff,
        signed=any(demand.name == "落款" for demand in campaign.demands),
    )


class Finding(NamedTuple):
    """One thing that is not as it should be: which check, by which words, where, what to do."""

    check: str
    level: Level
    clause: str
    place: str
    message: str
    hint: str


class Fault(NamedTuple):
    """What a check yields; its name, clause and level are the registry's unless it says otherwise.

    `place` is "" where the whole document is meant.
    """

    place: str
    message: str
    hint: str
    level: Level | None = None
    clause: str = ""
