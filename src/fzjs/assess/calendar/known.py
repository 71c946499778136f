"""Which names a 办理 may bear, and how their 期 are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fzjs.assess.assessment import Assessment
from fzjs.assess.calendar.yearly import yearly
from fzjs.assess.cycle import example
from fzjs.assess.handing import is_ledger
from fzjs.assess.measure import parse
from fzjs.facts import Date

BY_FILES = "工作台账交没交看各科室“台账”里的文件，不用在这里记"
BY_FIGURES = "办了几次看条目的“数据”，写 {项目: …, 年度: …, 数: …}，不在这里记"


class Known(NamedTuple):
    """A duty that can be carried out; `cycles` is () for a 期限, which has no 期.

    `elsewhere` says where it is recorded instead, "" where a 办理 is its record.
    """

    name: str
    cycles: tuple[str, ...]
    offices: tuple[str, ...]
    elsewhere: str = ""

    def wrong_term(self, term: str, day: Date, anchor: int) -> str:
        """Return how the 期 is to be written, "" where `term` is one of this duty's."""
        found = [example(cycle, day, anchor, term) for cycle in self.cycles]
        return "" if "" in found else "、".join(found)


def known(assessment: Assessment) -> dict[str, Known]:
    """Return all duties that have a day or a number, by their names.

    Those of `fzjs.yaml` come first: the campaign's own words hold over an indicator's.
    """
    found: dict[str, Known] = {}
    catalogue = assessment.catalogue
    campaign = catalogue.campaign

    def add(name: str, cycle: str, offices: Iterable[str], elsewhere: str = "") -> None:
        old = found.get(name, Known(name, (), (), elsewhere))
        cycles = tuple(dict.fromkeys((*old.cycles, *([cycle] if cycle else []))))
        found[name] = old._replace(cycles=cycles, offices=(*old.offices, *offices))

    for duty in campaign.duties:
        add(duty.name, duty.cycle, duty.offices, BY_FILES if is_ledger(duty) else "")
    for deadline in campaign.deadlines:
        add(deadline.name, "", deadline.offices)
    for each in yearly(catalogue):
        if each.target.item not in found:
            add(each.target.item, "每年", ())
    for row in catalogue.rows.values():
        for target in row.indicator.targets:
            measure = parse(target.demand)
            if measure and measure.per and target.item not in found:
                add(target.item, "", (), BY_FIGURES)
    return found
