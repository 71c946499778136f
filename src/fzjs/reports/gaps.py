"""What is owed and not handed in, gathered so that a person can read it: one line a material."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from fzjs.assess import Assessment, Met, State
from fzjs.reports.listed import listed
from fzjs.reports.wording import distance, periods, short_date

OPEN = frozenset({State.MISSING, State.RETURNED, State.OUTSIDE})


class Gap(NamedTuple):
    """Periods of one material that lack the same thing by the same date."""

    due: datetime.date
    material: str
    label: str
    what: str
    text: str
    met: tuple[Met, ...]

    @property
    def periods(self) -> str:
        """The periods, consecutive years as a range."""
        return periods([each.due.span.label for each in self.met])

    @property
    def provisional(self) -> bool:
        """Whether the date was only assumed."""
        return self.met[0].due.provisional


def is_open(met: Met) -> bool:
    """Tell whether an 应报件 still has to be handed in."""
    return met.state in OPEN and not met.due.excused


def gather(assessment: Assessment, met: Iterable[Met]) -> list[Gap]:
    """Return open 应报件 gathered by date, material and what is missing; earliest first."""
    found: dict[tuple[datetime.date, str, str, str], list[Met]] = {}
    for each in met:
        if is_open(each):
            due = each.due
            found.setdefault((due.due, due.material, due.office, each.gap), []).append(each)
    order = {each.due.key: position for position, each in enumerate(assessment.met)}
    gaps = [
        Gap(
            day, material, assessment.catalogue.label(material), what, each[0].due.text, tuple(each)
        )
        for (day, material, _, what), each in found.items()
    ]
    return sorted(gaps, key=lambda gap: (gap.due, order[gap.met[0].due.key]))


def plain(gap: Gap, assessment: Assessment) -> dict[str, object]:
    """Return a gap as data, with the place of its material in the plan."""
    row = assessment.catalogue.rows[gap.met[0].due.indicator]
    material = assessment.catalogue.materials.get(gap.material)
    place = material.place if material else row.indicator.place
    return {
        "期限": gap.due.isoformat(),
        "期限简写": short_date(gap.due, assessment.today),
        "天数": (gap.due - assessment.today).days,
        "剩余": distance(gap.due, assessment.today, provisional=gap.provisional),
        "资料": gap.label,
        "年度": gap.periods,
        "应报件": [each.due.label for each in gap.met],
        "件数": len(gap.met),
        "状态": str(gap.met[0].state),
        "缺什么": gap.what,
        "内容": gap.text,
        **listed(assessment, gap.material),
        "种类": gap.met[0].due.kind,
        "科室": list(gap.met[0].due.owners),
        "批次": gap.met[0].due.batch,
        "来源": f"第{row.indicator.number}项",
        "位置": f"{place.file}:{place.line}",
    }
