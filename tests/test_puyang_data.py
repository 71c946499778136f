"""The plan as data: `indicators/` against the published table, hand readings and the splitter."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from fzjs.importers.materials import split

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests/data"
Row = dict[str, Any]


def _load(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def _drafter() -> Any:  # noqa: ANN401  # a module
    spec = importlib.util.spec_from_file_location("drafter", ROOT / "tools/draft_indicators.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["drafter"] = module
    spec.loader.exec_module(module)
    return module


DRAFTER = _drafter()
FILES = sorted((ROOT / "indicators").glob("*.yaml"))
BLOCKS: list[Row] = [block for path in FILES for block in _load(path)]
ROWS: list[Row] = [
    {"一级指标": block["一级指标"], "二级指标": block["二级指标"], **row}
    for block in BLOCKS
    for row in block["三级指标"]
]
GOLD: list[Row] = json.loads((DATA / "puyang-justice-2020.json").read_text(encoding="utf-8"))
HAND: dict[str, Row] = _load(DATA / "hand-readings.yaml")
DECISIONS: Row = _load(ROOT / "tools/puyang-decisions.yaml")
CAMPAIGN: Row = _load(ROOT / "fzjs.yaml")
OFFICES = {
    name: office["责任人"]
    for office in CAMPAIGN["科室"]
    for name in [office["名称"], *office.get("别名", [])]
}


def _key(row: Row) -> str:
    return str(row.get("类别", "") + row["编号"])


BY_KEY = {_key(row): row for row in ROWS}
PAIRS = list(zip(ROWS, GOLD, strict=True))
EACH_PAIR = pytest.mark.parametrize(("row", "gold"), PAIRS, ids=[_key(row) for row in ROWS])


def _owners(row: Row) -> list[tuple[str, str, str]]:
    """Each office of 责任科室 as (name, role, person)."""
    result = []
    for office in row.get("责任科室", []):
        mapping = {"科室": office} if isinstance(office, str) else office
        person = mapping.get("责任人") or OFFICES[mapping["科室"]]
        result.append((mapping["科室"], mapping.get("角色", "责任"), person))
    return result


def test_every_row_once_in_the_plans_order() -> None:
    assert len(ROWS) == len(BY_KEY) == 125
    tiers = Counter(row.get("来源") or row["类别"] for row in ROWS)
    assert tiers == {"国家": 93, "省": 24, "市": 4, "加分": 2, "减分": 2}
    assert len({row["一级指标"] for row in ROWS}) == 11
    assert [row["编号"] for row in ROWS] == [gold["no"] for gold in GOLD]


def test_methods_are_all_declared() -> None:
    methods = [method for row in ROWS for method in row.get("测评方法", [])]
    known = {n for m in CAMPAIGN["方法"] for n in [m["名称"], *m.get("别名", [])]}
    assert len(methods) == 184
    assert set(methods) <= known


@EACH_PAIR
def test_row_says_what_the_plan_prints(row: Row, gold: Row) -> None:
    assert (row["一级指标"], row["二级指标"]) == (gold["l1"], gold["l2"])
    assert row["内容"] == gold["text"]
    assert row.get("测评方法", []) == gold["methods"]
    assert row.get("资料原文", []) == gold["materials"]
    printed = row.get("责任原文", {"科室": [], "责任人": []})
    assert (printed["科室"], printed["责任人"]) == (gold["offices"], gold["persons"])


@EACH_PAIR
def test_owners_are_the_printed_offices_and_persons(row: Row, gold: Row) -> None:
    owners = _owners(row)
    if "责任说明" in row:
        assert (gold["offices"], owners) == ([row["责任说明"]], [])
        return
    led = [name + ("" if role == "责任" else role) for name, role, _ in owners]
    assert "，".join(led) == "，".join(gold["offices"])
    assert [person for _, _, person in owners] == gold["persons"]


@EACH_PAIR
def test_items_hold_every_word_of_the_cell(row: Row, gold: Row) -> None:
    """Nothing but numbers, separators and the notes that are keys stays outside the items."""
    rest = "".join(gold["materials"])
    for item in row.get("上报资料", []):
        before, found, rest = rest.partition(item["内容"])
        assert found, item
        assert re.fullmatch(r"[；。\s]*(\d\.\s*)?（?", before), before
    note = r"（每个行政执法部门提供2份行政(指导|调解)案卷卷宗）"
    assert re.fullmatch(rf"[；。，）\s]*({note})?(（以上同时提供网络检索佐证材料）)?", rest), rest


@EACH_PAIR
def test_web_note_becomes_a_key(row: Row, gold: Row) -> None:
    noted = "（以上同时提供网络检索佐证材料）" in "".join(gold["materials"])
    special = {"54": "54-1", "80": "80-1", "87": "87-7", "98": "98-1"}
    assert row.get("网络检索") == special.get(_key(row), "另附" if noted else None)


@pytest.mark.parametrize("key", HAND)
def test_hand_reading_equals_the_indicator(key: str) -> None:
    row, read = BY_KEY[key], HAND[key]
    assert row.get("上报资料", []) == read["资料"]
    assert row.get("网络检索", "无") == read["网络检索"]
    assert {name: role for name, role, _ in _owners(row)} == read["责任"]


@EACH_PAIR
def test_splitter_alone_reads_what_was_not_decided(row: Row, gold: Row) -> None:
    read = [DRAFTER.item_mapping(item, "2016") for item in split(gold["materials"]).items]
    shipped = row.get("上报资料", [])
    assert [item["代号"] for item in read] == [item["代号"] for item in shipped]
    for ours, theirs in zip(read, shipped, strict=True):
        decided = set(DECISIONS["资料"].get(f"{_key(row)}-{ours['代号']}", {})) - {"理由"}
        decided |= {"年度"} if "同" in decided else set()
        assert _without(ours, decided) == _without(theirs, decided)


def _without(item: dict[str, str], keys: set[str]) -> dict[str, str]:
    return {key: value for key, value in item.items() if key not in keys}


@pytest.mark.parametrize(("key", "decided"), DECISIONS["资料"].items())
def test_decision_is_shipped_and_needed(key: str, decided: dict[str, str]) -> None:
    """A decision that the splitter reads by itself would only hide its later faults."""
    number, _, code = key.rpartition("-")
    row = BY_KEY[number]
    assert decided["理由"]
    shipped = next(item for item in row["上报资料"] if item["代号"] == code)
    cell = split(row["资料原文"])
    read = DRAFTER.item_mapping(next(i for i in cell.items if i.code == code), "2016")
    for name in set(decided) - {"理由"}:
        assert shipped[name] == decided[name]
        assert read.get(name) != decided[name], name


@pytest.mark.parametrize("row", ROWS, ids=_key)
def test_blank_cells_and_only_those_share_an_origins(row: Row) -> None:
    filled = {"方法": "测评方法", "资料": "资料原文", "责任": "责任原文"}
    shared = row.get("沿用", {})
    for cell, key in filled.items():
        if cell in shared:
            assert key not in row
            assert cell not in BY_KEY[shared[cell]].get("沿用", {}), "names the origin"
        elif key not in row:
            assert (_key(row), cell) == ("减分1", "资料")
    for reference in row.get("应点到", []):
        number, _, code = reference.rpartition("-")
        assert code in [item["代号"] for item in BY_KEY[number]["上报资料"]]


def test_no_number_of_the_text_is_without_a_target() -> None:
    """Rows whose 内容 names a rate or a limit; other figures are names (12.4, 110) or counts."""
    limit = r"\d%|(?:不少于|不超过)\d|\d+(?:个工作日|小时|日内|学时|次)|\d[人名]以上|日前"
    named = {_key(row) for row in ROWS if re.search(limit, row["内容"])}
    assert named <= {_key(row) for row in ROWS if "量化要求" in row}


@pytest.mark.parametrize("path", [*FILES, ROOT / "fzjs.yaml"], ids=lambda path: path.name)
def test_file_is_plain_and_carries_its_schema(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.startswith(b"# yaml-language-server: $schema=")
    assert b"\t" not in raw
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_open_questions_name_what_exists() -> None:
    items = {f"{_key(row)}-{item['代号']}" for row in ROWS for item in row.get("上报资料", [])}
    for ruling in CAMPAIGN["口径"]:
        assert set(ruling["对象"]) <= items | set(BY_KEY)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (["1.甲制度文件2.乙情况说明"], ["甲制度文件", "乙情况说明"]),
        (["1.开展12.4宪法日活动的图片；2.每次1.5小时的视频"], None),
        (["甲情况说明；乙目录；"], ["甲情况说明", "乙目录"]),
        (["1.甲；乙；2.丙"], ["甲；乙", "丙"]),
        (["1.2016年以来甲；2.2017年以来乙"], ["2016年以来甲", "2017年以来乙"]),
        (["根据87、88、89项要求的情况说明"], None),
        (["1.每次 1. 5小时；2.乙"], ["每次 1. 5小时", "乙"]),
        (["甲、乙和丙"], ["甲、乙和丙"]),
        ([], []),
    ],
)
def test_splitter_on_other_cells(cell: list[str], expected: list[str] | None) -> None:
    texts = [item.text for item in split(cell).items]
    if expected is None:
        assert re.sub(r"[；\s]|(?<![\d.])\d\.(?!\d)", "", cell[0]) == "".join(texts)
    else:
        assert texts == expected


def test_words_before_the_first_number_are_left_over_not_lost() -> None:
    cell = split(["提供下列材料：1.甲目录；2.乙清单"])
    assert [item.kind for item in cell.items] == ["目录", "清单"]
    assert cell.leftovers == ("提供下列材料：",)


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("每半年召开一次会议的签到表", "会议材料", "每半年"),
        ("每两年一次的清理工作报告", "报告", "每2年"),
        ("上一年度工作总结", "报告", "上年度"),
        ("现有执法人员名单", "名单", "时点"),
        ("权力清单调整的通知和工作总结", "佐证材料", "逐年可合并"),
        ("执法人员培训照片", "图片视频", "逐年可合并"),
        ("开展访谈的记录", "访谈", "逐年可合并"),
        ("未发生重大行政败诉的材料", "无此情形", "逐年可合并"),
        ("上级单位出具的证明", "佐证材料", "汇总"),
        ("行政许可案卷目录", "案卷", "汇总"),
        ("权力清单管理办法的文件", "制度文件", "现行"),
        ("工作方案", "文件", "现行"),
    ],
)
def test_proposals_on_other_words(text: str, kind: str, period: str) -> None:
    (item,) = split([text]).items
    assert (item.kind, item.period) == (kind, period)


def test_a_number_that_recurs_and_a_limit_and_an_issuer() -> None:
    items = split(["1.甲；2.乙，不超过800字；2.法院出具的丙；3.2018年以来丁"]).items
    assert [(item.code, item.printed) for item in items] == [
        ("1", ""),
        ("2甲", "2"),
        ("2乙", "2"),
        ("3", ""),
    ]
    assert items[1].words_limit == "800"
    assert items[2].issuer == "人民法院"
    assert items[3].since == "2018"
