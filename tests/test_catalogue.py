"""The national list of 2019, put together from two plans, against both of them word for word."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]


def _maker() -> Any:  # noqa: ANN401  # a module
    spec = importlib.util.spec_from_file_location("maker", ROOT / "tools/make_catalogue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["maker"] = module
    spec.loader.exec_module(module)
    return module


MAKER = _maker()
FIRST: dict[int, Row] = MAKER.first_rows()
SECOND: dict[int, Row] = MAKER.second_rows()
MAPPING: dict[int, int] = MAKER.mapping(FIRST, SECOND)


def _load(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


FILES = sorted(MAKER.OUT.glob("*.yaml"))
ITEMS: list[Row] = [
    {**row, "一级指标": block["一级指标"], "二级指标": block.get("二级指标", "")}
    for path in FILES
    for block in _load(path)
    for row in block["三级指标"]
]
BY_NUMBER = {int(row["编号"]): row for row in ITEMS}


# The map between the two plans, and what each lacks (requirements 1.3)


def test_the_first_plan_lacks_these_seven() -> None:
    assert set(range(1, 101)) - set(FIRST) == {5, 12, 17, 50, 62, 64, 70}


def test_the_second_plan_lacks_these_fourteen() -> None:
    lacking = {*range(21, 27), 28, 37, 50, 78, 85, *range(87, 90)}
    assert len(lacking) == 14
    assert set(range(1, 101)) - set(MAPPING.values()) == lacking
    assert len(MAPPING) == 86


def test_the_second_plan_fills_all_gaps_of_the_first_but_one() -> None:
    only = {local: number for local, number in MAPPING.items() if number not in FIRST}
    assert only == {5: 5, 12: 12, 17: 17, 53: 62, 55: 64, 61: 70}


@pytest.mark.parametrize(
    ("local", "national"), [(1, 1), (20, 20), (21, 27), (54, 63), (75, 86), (82, 96), (86, 100)]
)
def test_a_local_number_is_found_by_its_words(local: int, national: int) -> None:
    assert MAPPING[local] == national


def test_an_item_whose_words_match_nothing_is_not_guessed() -> None:
    strange = {**SECOND, 87: {"text": "与哪一项都不像的一句话", "tasks": []}}
    with pytest.raises(KeyError):
        MAKER.mapping(FIRST, strange)


def test_numbers_that_do_not_rise_are_refused() -> None:
    swapped = {**SECOND, 1: SECOND[2], 2: SECOND[1]}
    with pytest.raises(ValueError, match="rise"):
        MAKER.mapping(FIRST, swapped)


# The catalogue


def test_the_shipped_files_are_what_the_sources_give() -> None:
    assert {p.name: p.read_text(encoding="utf-8") for p in FILES} == MAKER.files()


def test_a_hundred_items_in_order() -> None:
    assert [int(row["编号"]) for row in ITEMS] == list(range(1, 101))
    assert {row["来源"] for row in ITEMS} == {"国家"}


@pytest.mark.parametrize("number", FIRST)
def test_an_item_of_the_first_plan_is_word_for_word(number: int) -> None:
    row, gold = BY_NUMBER[number], FIRST[number]
    assert (row["内容"], row["一级指标"], row["二级指标"]) == (
        gold["text"],
        gold["l1"],
        gold["l2"],
    )
    assert row.get("测评方法", []) == gold["methods"]
    assert row["出处"] == f"濮阳市司法局2020年方案附件2第{number}项"


def test_blank_methods_go_with_the_row_above() -> None:
    shared = {number: row["沿用"] for number, row in BY_NUMBER.items() if "沿用" in row}
    assert shared == {30: {"方法": "29"}, 32: {"方法": "31"}}


@pytest.mark.parametrize(
    ("number", "local", "level2"),
    [
        (5, 5, "1.行政审批制度改革全面推行"),
        (12, 12, ""),
        (17, 17, "5.优化法治化营商环境"),
        (62, 53, ""),
        (64, 55, ""),
        (70, 61, "6.健全行政执法人员管理制度，加强行政执法保障"),
    ],
)
def test_an_item_of_the_second_plan_only(number: int, local: int, level2: str) -> None:
    row, gold = BY_NUMBER[number], SECOND[local]
    assert row["内容"] == gold["text"]
    assert row["测评方法"] == [task["method"] for task in gold["tasks"]]
    found = f"平顶山市教育体育局2021年方案第{local}项（对照推定为国家第{number}项）"
    assert row["出处"] == f"{found}；词句已按部门改写"
    assert row["一级指标"] == BY_NUMBER[number - 1]["一级指标"]
    assert row["二级指标"] == level2


def test_the_item_that_neither_plan_has_is_marked() -> None:
    assert BY_NUMBER[50] == {
        "编号": "50",
        "来源": "国家",
        "内容": "（待补）",
        "一级指标": "（待补）",
        "二级指标": "",
    }
    text = next(path for path in FILES if "重大行政决策" in path.name).read_text(encoding="utf-8")
    assert "第50项：两份方案都没有" in text


def test_only_words_of_the_list_are_taken() -> None:
    own = {"责任科室", "责任原文", "上报资料", "资料原文", "工作任务", "责任说明"}
    assert not own & {key for row in ITEMS for key in row}


@pytest.mark.parametrize(
    ("number", "demand"),
    [(5, "≤5工作日"), (31, "≥100%"), (62, "≥100%"), (68, "≥40学时/年"), (83, "≤5%")],
)
def test_a_figure_of_the_words_is_a_target(number: int, demand: str) -> None:
    assert demand in [target["要求"] for target in BY_NUMBER[number]["量化要求"]]
    assert re.sub(r"\D", "", demand) in BY_NUMBER[number]["内容"]


def test_different_words_of_the_other_plan_are_noted() -> None:
    notes = re.findall(
        r"# 平顶山市教育体育局2021年方案第(\d+)项的文字与此不同\n  - 编号: (\d+)",
        "".join(MAKER.files().values()),
    )
    pairs = {(int(local), int(number)) for local, number in notes}
    assert len(pairs) == len(notes) == 30
    assert pairs < set(MAPPING.items())
    differ = {
        (local, number)
        for local, number in MAPPING.items()
        if number in FIRST
        and MAKER.folded(SECOND[local]["text"]) != MAKER.folded(FIRST[number]["text"])
    }
    assert pairs == differ


def test_all_methods_of_the_catalogue_are_declared() -> None:
    part = _load(MAKER.OUT.parent / "fzjs.yaml")
    known = {n for m in part["方法"] for n in (m["名称"], *m.get("别名", []))}
    assert {method for row in ITEMS for method in row.get("测评方法", [])} <= known
