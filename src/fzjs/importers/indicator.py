"""A row of a plan as one 三级指标 in the format: what it prints, and what its words propose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from fzjs.facts import fold
from fzjs.importers import materials, tasks
from fzjs.importers.document import Doubt
from fzjs.importers.draft import Owner, Row
from fzjs.importers.materials import Item
from fzjs.importers.words import targets
from fzjs.importers.words.unclear import Open, covers
from fzjs.source.emit import Value

Record = dict[str, Value]

_MATERIAL = {
    "代号": "code",
    "原序号": "printed",
    "方法": "method",
    "内容": "text",
    "种类": "kind",
    "年度": "period",
    "自": "since",
    "至": "until",
    "字数上限": "words_limit",
    "份数": "copies",
    "每": "each",
    "出具": "issuer",
    "可代": "instead",
    "依据": "evidence",
}


class Surroundings(NamedTuple):
    """What a row is read in: the campaign's first year, offices' usual persons, its own tier."""

    since: str
    persons: Mapping[str, str]
    tier: str


class Origins(NamedTuple):
    """The nearest row above that has its own 方法, 资料, 责任: keys, "" where none has.

    `covered` are the keys of rows that a material above says it is for (根据87、88、89项……), and
    that material; `asking` whether the origin of 资料 lists any.
    """

    methods: str = ""
    materials: str = ""
    owners: str = ""
    asking: bool = False
    covered: Mapping[str, str] = MappingProxyType({})

    def after(self, row: Row, covered: Mapping[str, str]) -> Origins:
        """Return the origins for the next row; `covered` are the rows that this one speaks of."""
        key = key_of(row)
        own = "资料" not in row.shared
        return Origins(
            self.methods if "方法" in row.shared else key,
            key if own else self.materials,
            self.owners if "责任" in row.shared else key,
            bool(row.materials or row.tasks) if own else self.asking,
            MappingProxyType({**self.covered, **covered}) if covered else self.covered,
        )


def key_of(row: Row) -> str:
    """Return the key that references to a row use."""
    return fold(row.number, row.category)


class Composed(NamedTuple):
    """A row as the format has it, the doubts that its words left, and the rows it speaks of."""

    record: Record
    doubts: tuple[Doubt, ...]
    covered: Mapping[str, str]


class Said(NamedTuple):
    """What the words of one row say by themselves: most of the time that an import takes."""

    cell: materials.Cell
    read: tasks.Read
    targets: tuple[Record, ...]


def said(row: Row) -> Said:
    """Read a row's own words."""
    cell = materials.split(list(row.materials), row.text)
    return Said(cell, tasks.read(row.tasks, row.text), tuple(_targets(row)))


def compose(row: Row, words: Said, origins: Origins, around: Surroundings) -> Composed:
    """Return a row's record, as far as its words go; what they leave open stays a doubt."""
    label = row_label(row)
    cell, read = words.cell, words.read
    shared = _shared(row, origins)
    unclear = _unclear_share(row, origins, shared)
    record: Record = {
        "编号": row.number,
        **_origin(row, around),
        "标题": row.title,
        "内容": row.text or row.title or "（待补）",
        "测评方法": list(dict.fromkeys(row.methods or (task.method for task in row.tasks))),
        "责任科室": [_owner(owner, around) for owner in row.owners],
        "责任说明": row.note,
        "工作任务": [{"方法": task.method, "内容": task.text} for task in row.tasks],
        "上报资料": [_material(item, around) for item in (*cell.items, *read.items)],
        "网络检索": f"{label}-{cell.web_item}" if cell.web_item else "另附" if cell.web else "",
        "沿用": shared,
        "应点到": [origins.covered[key]] if (key := key_of(row)) in origins.covered else [],
        "不需上报": "待定" if unclear else "",
        "分值": row.points,
        "评分办法": row.scoring,
        "量化要求": list(words.targets),
        "资料原文": list(row.materials),
        "责任原文": _printed(row),
    }
    kept = {key: value for key, value in record.items() if value}
    doubts = tuple(_doubt(row, label, each) for each in (*cell.doubts, *read.doubts))
    return Composed(kept, doubts + unclear, _covered(cell, label))


def _doubt(row: Row, label: str, found: Open) -> Doubt:
    code, kind, words, assumed, why = found
    about = f"{label}-{code}" if code else label
    return Doubt(row.place, kind, words, assumed, why, about, ruling=kind in RULED)


def _covered(cell: materials.Cell, label: str) -> dict[str, str]:
    """Return the keys of the other rows that a material says it is for, with that material."""
    first = cell.items[0].code if cell.items else ""
    speaking = next((item.code for item in cell.items if covers(item.text)), first)
    return {fold(number): f"{label}-{speaking}" for number in cell.covers if number != label}


RULED = frozenset({"年度未定", "结果不是材料", "共用上行", "重复资料"})
"""Doubts that ask how the plan is meant: each becomes an open 口径 as well."""


def row_label(row: Row) -> str:
    """Return how other records name a row: its 编号, with 加分/减分 before an additional item's."""
    return row.number if row.category == "基础" else key_of(row)


def _origin(row: Row, around: Surroundings) -> Record:
    if row.category != "基础":
        return {"类别": row.category}
    return {"来源": row.tier or around.tier}


def _shared(row: Row, origins: Origins) -> dict[str, Value]:
    found = {"方法": origins.methods, "资料": origins.materials, "责任": origins.owners}
    return {name: key for name, key in found.items() if name in row.shared and key}


def _unclear_share(row: Row, origins: Origins, shared: Mapping[str, Value]) -> tuple[Doubt, ...]:
    """Return the doubt on a row that has methods of its own and an empty cell of materials."""
    if "资料" not in shared or not row.methods or not origins.asking:
        return ()
    if key_of(row) in origins.covered:
        return ()
    return (
        Doubt(
            row.place,
            "共用上行",
            f"{row_label(row)}的上报资料格空白，测评方法写着{'、'.join(row.methods)}",
            "与上行共用，也按测评方法另备；定下来之前两样都欠",
            "空格是与上行共用，还是不需要上报材料，原文没有说",
            about=row_label(row),
            ruling=True,
        ),
    )


def _owner(owner: Owner, around: Surroundings) -> Value:
    """Return a 责任科室: a name, or a mapping where role or person is not the usual one."""
    mapping: dict[str, Value] = {"科室": owner.office}
    if owner.role != "责任":
        mapping["角色"] = owner.role
    if owner.person and owner.person != around.persons.get(owner.office):
        mapping["责任人"] = owner.person
    return owner.office if len(mapping) == 1 else mapping


def _material(item: Item, around: Surroundings) -> Record:
    found: Record = {key: getattr(item, name) for key, name in _MATERIAL.items()}
    if found["自"] == around.since:
        found["自"] = ""
    return {key: value for key, value in found.items() if value}


def _targets(row: Row) -> Iterator[Record]:
    for found in targets.find(row.text):
        item = _label(row.text, found.quote) if found.item == found.demand else found.item
        target: Record = {"项目": item, "要求": found.demand, "原话": found.quote}
        yield target | ({"起算": found.start} if found.start else {})


def _label(text: str, quote: str) -> str:
    """Return what a bare date is of: the label before it (完成时间：2024年5月底前), else itself."""
    label = re.search(r"([\u4e00-\u9fff]{2,8})[：:]\s*$", text[: text.find(quote)])
    return label[1] if label else quote


def _printed(row: Row) -> Record:
    found: Record = {
        "科室": list(row.offices),
        "责任人": list(row.persons),
        "配合": list(row.support),
    }
    return {key: value for key, value in found.items() if value}
