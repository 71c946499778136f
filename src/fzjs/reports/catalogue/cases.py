"""案卷目录: the registered case files, department by department.

附件1 四.2: “‘案卷评查’应提供案卷目录，目录包括序号、案件文号和卷宗名称；执法案卷要符合
行政执法‘三项制度’要求”; 附件2 （8）（9）: “每个行政执法部门提供2份行政指导案卷卷宗”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzjs.assess import Assessment
from fzjs.assess.sound import demand
from fzjs.models.proof import CaseFile
from fzjs.reports.catalogue import listed
from fzjs.reports.catalogue.listed import Catalogue, Cell, Item, Part
from fzjs.reports.plan_settings import GAP
from fzjs.reports.wording import periods

COLUMNS = ("资料", "序号", "案件文号", "卷宗名称", "三项制度", "存放", "条目")
_WIDTHS = {"资料": 9, "案件文号": 10, "卷宗名称": 13, "条目": 12}
_KIND = "案卷"


def build(assessment: Assessment, office: str = "") -> Catalogue | None:
    """Return the catalogue, None where no case file is registered."""
    every = [each for each in listed.items(assessment, office) if _is_of(each)]
    found = [each for each in every if each.record.cases]
    if not found:
        return None
    places, known = listed.order(assessment), assessment.catalogue.material
    found.sort(
        key=lambda each: (
            min(places.get(known(claim.material), len(places)) for claim in each.entry.claims),
            each.entry.id,
        )
    )
    departments: dict[str, list[tuple[Item, list[CaseFile]]]] = {}
    for each in found:
        for name, cases in _by_department(assessment, each).items():
            departments.setdefault(name, []).append((each, cases))
    bare = [each.entry.id for each in every if not each.record.cases]
    parts = [
        Part(name, COLUMNS, list(_rows(assessment, held)), _WIDTHS)
        for name, held in departments.items()
    ]
    count = sum(len(each.record.cases) for each in found)
    owed = (
        met for met in assessment.met if met.due.kind == _KIND and office in {"", *met.due.owners}
    )
    return Catalogue(
        "案卷目录",
        parts,
        [
            f"收录案卷{count}卷，出自条目{len(found)}个，按执法部门分列；没有写执法部门的列在报送的科室下。",
            "三项制度只要求执法案卷，别的案卷没有登记的记“—”。",
        ],
        [*listed.unpassed(found), *_doubts(found, bare)],
        listed.missing(assessment, owed),
        any(each.entry.sample for each in found),
    )


def _is_of(item: Item) -> bool:
    return bool(item.record.cases) or item.entry.kind == _KIND


def _by_department(assessment: Assessment, item: Item) -> dict[str, list[CaseFile]]:
    own = assessment.catalogue.folder_office(item.entry.office)
    found: dict[str, list[CaseFile]] = {}
    for case in item.record.cases:
        found.setdefault(case.department or own, []).append(case)
    return found


def _rows(
    assessment: Assessment, held: Sequence[tuple[Item, list[CaseFile]]]
) -> Iterator[list[Cell]]:
    for item, cases in held:
        asked = demand("三项制度", item.entry, assessment.catalogue)
        for number, case in enumerate(cases):
            kept = "是" if case.three_systems else "—"
            if asked:
                kept = {True: "是", False: "否", None: GAP}[case.three_systems]
            yield [
                None if number else _materials(assessment, item),
                [str(case.order) if case.order is not None else GAP],
                [case.case_no or GAP],
                [case.title or GAP],
                [kept],
                [case.stored or GAP],
                None if number else [f"{item.entry.id}{listed.remark(item)}"],
            ]


def _materials(assessment: Assessment, item: Item) -> list[str]:
    """Return what the files are for: each material with its years."""
    found: dict[str, list[str]] = {}
    for claim in item.entry.claims:
        found.setdefault(assessment.catalogue.label(claim.material), []).append(claim.period)
    return [f"{label}（{periods(spans, '—')}）" for label, spans in found.items()]


def _doubts(found: Sequence[Item], bare: Sequence[str]) -> Iterator[str]:
    short = sum(
        not (case.order is not None and case.case_no and case.title)
        for each in found
        for case in each.record.cases
    )
    if short:
        yield f"{short}卷的序号、案件文号、卷宗名称不全，标（待填）。"
    if bare:
        yield f"种类是案卷而没有登记案卷的条目{len(bare)}个：{'、'.join(bare)}。"
