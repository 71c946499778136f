"""Lines of a 工作台账 that say 已完成 while something is open, and since when that is known.

Nothing says when a material was added, a 口径 settled, an exemption revoked or an entry withdrawn:
only a review and an inspection bear a day. What has one after 填表日期 is not the ledger's fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fzjs.assess import GOOD, Assessment, Met, State
from fzjs.assess.ledgers import newest, spoken_of
from fzjs.diagnostic import Location, Related
from fzjs.facts import Date, LedgerLine, LedgerMonth
from fzjs.rules.taken_back import pieces_reopened, reopened, returned_on

_NAMED = 3


class Opened(NamedTuple):
    """A line that says 已完成: what was open when it was written, and what is now (`unsure`)."""

    office: str
    ledger: LedgerMonth
    line: LedgerLine
    known: tuple[Met, ...]
    unsure: tuple[Met, ...]


class _Taken(NamedTuple):
    """The days on which open problems reopened entries and 应报件."""

    entries: Mapping[str, Date]
    pieces: Mapping[str, Date]


def opened(assessment: Assessment) -> Iterator[Opened]:
    """Yield each line of the newest ledgers that says 已完成 while something is open."""
    taken = _Taken(reopened(assessment), pieces_reopened(assessment))
    for office, ledger in newest(assessment):
        for line in ledger.lines:
            judged = assessment.indicators.get(line.indicator)
            if not line.done or judged is None:
                continue
            owed = spoken_of(assessment, judged, office, line.year)
            days = [(met, _days(met, taken)) for met in owed if met.state not in GOOD]
            known = tuple(m for m, d in days if _is_known(m, d, ledger.filled))
            unsure = tuple(m for m, d in days if m not in known and not _since(d, ledger.filled))
            if known or unsure:
                yield Opened(office, ledger, line, known, unsure)


def _days(met: Met, taken: _Taken) -> list[Date | None]:
    """Return the day on which each proof of an 应报件 was taken back, None where nobody knows."""
    if met.state is not State.RETURNED:
        return []
    if not met.proofs:
        return [taken.pieces.get(met.due.key)]
    return [returned_on(proof.standing, taken.entries) for proof in met.proofs]


def _is_known(met: Met, days: list[Date | None], filled: Date) -> bool:
    """Tell whether all that speaks of an 应报件 had been taken back on a day that is written."""
    return met.state is State.RETURNED and all(day is not None and day <= filled for day in days)


def _since(days: list[Date | None], filled: Date) -> bool:
    return any(day is not None and day > filled for day in days)


def said(assessment: Assessment, each: Opened, found: tuple[Met, ...], words: str) -> str:
    """Say which line says 已完成 while which 应报件 are open."""
    number = assessment.catalogue.label(each.line.indicator)
    named = "、".join(f"{met.due.label}（{met.gap}）" for met in found[:_NAMED])
    more = f"等{len(found)}件" if len(found) > _NAMED else ""
    return f"{each.office}{each.line.year}年第{number}项写的是已完成，{words}：{named}{more}"


def where(assessment: Assessment, met: Met) -> Related:
    """Point to where an 应报件 comes from: the entry that does not count, else the plan."""
    return ((_place(assessment, met), "欠的是这件"),)


def _place(assessment: Assessment, met: Met) -> Location:
    if met.proofs:
        return met.proofs[0].claim.place
    material = assessment.catalogue.materials.get(met.due.material)
    row = assessment.catalogue.rows[met.due.indicator]
    return material.place if material else row.indicator.place
