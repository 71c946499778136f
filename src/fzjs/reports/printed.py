"""The plan as its source prints it: rows and settings in the records' own words.

Facts hold only what computing needs; what is printed comes from the records, as `export` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.facts import REPEATS, fold, fold_reference
from fzjs.models import IndicatorFile
from fzjs.repository import Repository

Data = Mapping[str, Any]

_OTHER_KEYS = ("方法", "资料", "责任")
_TIERS = {"国家": "国家制定的", "省": "本省增加的", "市": "本市增加的", "本单位": "本单位提出的"}


class Row(NamedTuple):
    """One 三级指标 as the YAML says it, with the headings it stands under.

    `joined` names what its cells share with the row just above: 方法, 资料, 责任.
    """

    key: str
    level1: str
    level2: str
    data: Data
    joined: frozenset[str] = frozenset()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is absent."""
        return tuple(self.data.get(key, ()))

    def owners_printed(self, key: str) -> tuple[str, ...]:
        """Return a cell of 责任原文 as printed: 科室, 责任人 or 配合."""
        return tuple(self.data.get("责任原文", {}).get(key, ()))


def campaign(repository: Repository) -> Data:
    """Return `fzjs.yaml` in its own keys, absent ones left out."""
    record = next(d.record for d in repository.documents if d.file == "fzjs.yaml")
    data: Data = record.plain()
    return data


def rows(repository: Repository) -> tuple[Row, ...]:
    """Return the indicators in plan order, each knowing what it shares with its neighbour."""
    found: list[Row] = []
    origins: dict[str, str] = {}
    for level1, level2, data in _items(repository):
        key = fold(data["编号"], data.get("类别", "基础"))
        shares = {name: fold_reference(str(to)) for name, to in data.get("沿用", {}).items()}
        joined = frozenset(n for n, to in shares.items() if to == origins.get(n))
        origins = {name: shares.get(name, key) for name in _OTHER_KEYS}
        found.append(Row(key, level1, level2, data, joined))
    return tuple(found)


def _items(repository: Repository) -> Iterator[tuple[str, str, Data]]:
    records = [d.record for d in repository.documents]
    for file in records:
        if isinstance(file, IndicatorFile):
            for block in file.root:
                for item in block.indicators:
                    yield block.level1, block.level2 or "", item.plain()


def usual_persons(settings: Data) -> dict[str, str]:
    """Return each office's 责任人, by its name and its other names."""
    return {
        name: office["责任人"]
        for office in settings.get("科室", ())
        if "责任人" in office
        for name in (office["名称"], *office.get("别名", ()))
    }


def materials(row: Row) -> list[str]:
    """Return the paragraphs of the 上报资料 cell: as printed, else the items with their numbers.

    What a 工作任务 asks for (its 方法 says so) stands there, and not here again.
    """
    printed = row.texts("资料原文")
    if printed or "资料" in row.data.get("沿用", {}):
        return list(printed)
    items = [
        m for m in row.data.get("上报资料", ()) if not ("方法" in m and "工作任务" in row.data)
    ]
    lines = [_numbered(item, place, len(items)) for place, item in enumerate(items, 1)]
    web = row.data.get("网络检索") == "另附" and bool(lines)
    return [*lines, "（以上同时提供网络检索佐证材料）"] if web else lines


def _numbered(item: Data, place: int, count: int) -> str:
    number = item.get("原序号") or str(item["代号"]).rstrip(REPEATS)
    lead = f"{number if number.isdigit() else place}." if count > 1 else ""
    each = item.get("每", "")
    copies = f"（每个{each}提供{item['份数']}份）" if each and "份数" in item else ""
    return f"{lead}{item['内容']}{copies}{'。' if place == count else '；'}"


def tasks(row: Row, *, narrow: bool) -> list[str]:
    """Return 工作任务 as paragraphs, `（1）网络检索：……`; one alone carries no number."""
    found = row.data.get("工作任务", ())
    opened, closed, colon = ("(", ")", ":") if narrow else ("（", "）", "：")
    return [
        (f"{opened}{place}{closed}" if len(found) > 1 else "")
        + f"{task['方法']}{colon}{task['内容']}"
        for place, task in enumerate(found, 1)
    ]


def offices(row: Row) -> list[str]:
    """Return the paragraphs of the 责任科室 cell: as printed, else the names with their roles.

    Where every office answers alike each has a paragraph, as its person has; else the one that
    leads is named first: `A牵头，B、C配合`.
    """
    printed = row.owners_printed("科室")
    if printed or "责任" in row.data.get("沿用", {}):
        return list(printed)
    owners = row.data.get("责任科室", ())
    by_role = {
        role: [owner["科室"] for owner in owners if owner.get("角色", "责任") == role]
        for role in ("牵头", "责任", "配合")
    }
    if not by_role["牵头"] and not by_role["配合"]:
        return by_role["责任"] or [each for each in (row.data.get("责任说明"),) if each]
    return [
        "，".join(f"{'、'.join(names)}{_done(role)}" for role, names in by_role.items() if names)
    ]


def leads(found: Sequence[Row]) -> bool:
    """Tell whether the printed 责任科室 are those of a 牵头单位 column: no word of it says so."""
    answered = [row for row in found if row.owners_printed("科室") and "责任科室" in row.data]
    return bool(answered) and all(
        any(o.get("角色") == "牵头" for o in row.data["责任科室"])
        and not any(o.get("角色", "责任") == "责任" for o in row.data["责任科室"])
        and not re.search("牵头|负责|配合", "".join(row.owners_printed("科室")))
        for row in answered
    )


def _done(role: str) -> str:
    return "负责" if role == "责任" else role


def persons(row: Row, usual: Mapping[str, str]) -> list[str]:
    """Return the paragraphs of the 责任人 cell: as printed, else each office's own."""
    if "责任原文" in row.data or "责任" in row.data.get("沿用", {}):
        return list(row.owners_printed("责任人"))
    named = (o.get("责任人") or usual.get(o["科室"]) for o in row.data.get("责任科室", ()))
    return [name for name in named if name]


def is_narrow(found: Sequence[Row]) -> bool:
    """Tell whether the source writes half-width punctuation: then the marks around it are too."""
    text = "".join(row.data["内容"] for row in found)
    return len(re.findall("[,;:()]", text)) > len(re.findall("[，；：（）]", text))


def counted(found: Sequence[Row]) -> str:
    """Say how many indicators there are, which level asks for them, and how their numbers tell.

    附件1, 一.6: “序号前加括号的指标是结合我省实际增加的……；序号前加★的……”.
    """
    groups = Counter(map(_group, found))
    parts = [
        f"{mark}{count}项是{words}" if mark else f"{words}{count}项"
        for (mark, words), count in groups.items()
    ]
    return f"指标共{len(found)}项：{'；'.join(parts)}。" if found else ""


def _group(row: Row) -> tuple[str, str]:
    """Return what marks a row's number, and who asks for it."""
    category = row.data.get("类别", "基础")
    if category != "基础":
        return "", f"{category}项"
    sign = re.match("[（(★☆※▲△●◆]", row.data["编号"])
    mark = f"序号前加{'括号' if sign[0] in '（(' else sign[0]}的" if sign else ""
    return mark, _TIERS.get(row.data.get("来源", ""), "没有写明来源的")
