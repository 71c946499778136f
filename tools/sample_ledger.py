"""The 工作台账 of two months, each line as the assessment has it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sample_yaml import LEDGER, flow

from fzjs.assess import Assessment, Met, State, assess
from fzjs.repository import Repository

MOST = 12
WEB = "网络检索"
HANDED_IN = {State.PASSED, State.PENDING}


class Month(NamedTuple):
    """A month of handing in: filled on a day, about papers of a time, for some years."""

    name: str
    filled: str
    day: datetime.date
    years: tuple[int, ...]


MONTHS = (
    Month("2021-02", "2021-01-29", datetime.date(2021, 1, 29), (2017, 2018)),
    Month("2021-03", "2021-02-26", datetime.date(2021, 3, 2), (2019, 2020)),
)


def ledgers(repository: Repository, late: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield file and text of each office's ledgers; `late` offices lack the newest month."""
    for month in MONTHS:
        assessment = assess(_as_of(repository, month.day), month.day)
        for office in repository.campaign.offices:
            lines = list(_lines(assessment, office.name, month))
            if lines and not (month is MONTHS[-1] and office.name in late):
                head = [f"填表日期: {month.filled}", "示例: 是", "行:"]
                text = LEDGER + "\n".join([*head, *lines]) + "\n"
                yield f"{office.name}/台账/{month.name}.yaml", text


def _as_of(repository: Repository, day: datetime.date) -> Repository:
    """Return the repository with the entries and reviews that were there on a day."""
    if day >= MONTHS[-1].day:
        return repository
    entries = {
        name: entry
        for name, entry in repository.entries.items()
        if entry.dated is None or entry.dated <= day
    }
    reviews = {name: done for name, done in repository.reviews.items() if done.date <= day}
    return repository._replace(entries=entries, reviews=reviews)


def _lines(assessment: Assessment, office: str, month: Month) -> Iterator[str]:
    by_line: defaultdict[tuple[int, str], list[Met]] = defaultdict(list)
    for met in assessment.counted:
        if office in met.due.owners:
            for year in month.years:
                if met.due.span.years == (year,):
                    by_line[year, met.due.indicator].append(met)
    chosen = [*by_line.items()]
    step = max(1, -(-len(chosen) // MOST))
    for (year, indicator), owed in sorted(chosen[::step], key=lambda line: line[0][0]):
        done = all(met.state in HANDED_IN for met in owed)
        row = assessment.catalogue.rows[indicator]
        line = {"年度": str(year), "指标": row.indicator.number,
                "完成": "已完成" if done else "未完成", "情况": _note(owed)}  # fmt: skip
        yield f"- {flow(line)}"


def _note(owed: Sequence[Met]) -> str:
    done = [met for met in owed if met.state in HANDED_IN]
    if len(done) == len(owed):
        passed = all(met.state is State.PASSED for met in owed)
        return f"应报{len(owed)}件材料已报齐" + ("，审核通过" if passed else "，待审核")
    lacking = "、".join(_lacking(met) for met in owed if met not in done)
    return f"应报{len(owed)}件已报{len(done)}件；{lacking}"


def _lacking(met: Met) -> str:
    label = met.due.label.partition("/")[0]
    return label + met.gap.removeprefix(WEB) if label.endswith(WEB) else label + met.gap
