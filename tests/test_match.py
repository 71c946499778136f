"""Which item of one edition is which of another: measured against a list made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import mini
from fzjs.assess.editions import Pair, canonical, likeness, marked, match
from fzjs.facts import Indicator
from fzjs.repository import load
from fzjs.source import read
from fzjs.tree import Tree

ROOT = Path(__file__).parents[1]
HAND: Any = read((ROOT / "tests" / "data" / "hand-migration.yaml").read_bytes(), "").data


def items(root: Path) -> tuple[Indicator, ...]:
    repository = load(Tree(root)).repository
    assert repository
    return repository.indicators


@pytest.fixture(scope="module")
def puyang() -> tuple[Indicator, ...]:
    return items(ROOT)


@pytest.fixture(scope="module")
def pingdingshan() -> tuple[Indicator, ...]:
    return items(ROOT / "examples" / "pingdingshan-education")


def by_hand() -> dict[tuple[str, str], str]:
    """Give the relation of each pair (Puyang, Pingdingshan) that a reader made."""
    return {(r["濮阳"], r["平顶山"]): r["关系"] for r in HAND if r["濮阳"] != "无"}


def test_the_hand_list_holds_what_the_numbers_say() -> None:
    gone = {*range(21, 27), 28, 37, 50, 78, 85, 87, 88, 89}
    national = [str(n) for n in range(1, 101) if n not in gone]
    assert [row["国家"] for row in HAND if row["国家"] != "无"] == national
    assert [row["平顶山"] for row in HAND[:86]] == [str(n) for n in range(1, 87)]
    assert all(row["濮阳"] in {row["国家"], "无"} for row in HAND[:86])
    lacking = {row["国家"] for row in HAND if row["濮阳"] == "无"}
    assert lacking == {"5", "12", "17", "62", "64", "70"}


def test_every_pair_of_the_hand_list_is_found_and_no_other(
    puyang: tuple[Indicator, ...], pingdingshan: tuple[Indicator, ...]
) -> None:
    """As measured: precision 84/84, recall 84/84, each relation as by hand, in both directions."""
    there = match(puyang, pingdingshan)
    found = {(p.old[0], p.new[0]): p.relation for p in there if p.old and p.new}
    assert found == by_hand()
    back = match(pingdingshan, puyang)
    assert {(p.new[0], p.old[0]): p.relation for p in back if p.old and p.new} == by_hand()
    assert {p.relation for p in (*there, *back)} == {"相同", "改写", "取消", "新增"}
    assert sum(p.relation == "取消" for p in there) == 41
    assert sum(p.relation == "新增" for p in there) == 6


def test_the_threshold_stands_in_a_gap(
    puyang: tuple[Indicator, ...], pingdingshan: tuple[Indicator, ...]
) -> None:
    """The least alike pair by hand is 0.40; of the items left over the most alike are 0.26."""
    old, new = ({each.key: each for each in side} for side in (puyang, pingdingshan))
    one = [likeness(old[a].text, new[b].text) for a, b in by_hand()]
    alone = [key for key in old if key not in {a for a, _ in by_hand()}]
    other = [key for key in new if key not in {b for _, b in by_hand()}]
    rest = [likeness(old[a].text, new[b].text) for a in alone for b in other]
    assert min(one) == 0.40
    assert max(rest) <= 0.26


def test_what_is_less_alike_is_named_a_doubt(
    puyang: tuple[Indicator, ...], pingdingshan: tuple[Indicator, ...]
) -> None:
    doubtful = {p.old[0]: p.score for p in match(puyang, pingdingshan) if p.doubt}
    assert doubtful == {"44": 0.64, "63": 0.72, "86": 0.4, "95": 0.68, "98": 0.69, "100": 0.48}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("清单公开，并公布；不得隐瞒。", "清单公开,并公布;不得隐瞒。", True),
        ("审批或者许可", "审批或许可", True),
        ("答复率达100%。", "答复率100%", True),
        ("突发事件的政务舆情", "突发事件政务舆情", True),
        ("不少于5个工作日", "不少于7个工作日", False),
        ("不少于总数的5%", "不少于总数的5", False),
        ("宪法周12.4活动", "宪法周124活动", False),
        ("没有受到追究", "受到追究", False),
        ("办理后满意率", "办理后满意度", False),
    ],
)
def test_only_marks_and_particles_make_no_difference(old: str, new: str, same: bool) -> None:  # noqa: FBT001  # a table
    assert (canonical(old) == canonical(new)) is same
    assert (likeness(old, new) == 1) is same


def test_differing_words_are_marked() -> None:
    old = "未经审查或经审查不合法；审查时间不少于5个工作日。"
    new = "未经审查或者经审查不合法;审查时间不少于7个工作日。"
    assert marked(old, new) == (
        "未经审查或〔增：者〕经审查不合法;审查时间不少于〔删：5〕〔增：7〕个工作日。"
    )
    assert marked("甲，乙", "甲,乙") == "甲,乙"
    assert marked("", "新的") == "〔增：新的〕"
    assert marked("旧的", "") == "〔删：旧的〕"


PUBLISH = "向社会公布全部行政审批事项清单，实行目录化管理"
SHORTEN = "行政审批事项在法定期限内办结并不断压缩办理时限"
TRAIN = "每年开展行政执法人员专题培训不少于四十学时"


def edition(tmp_path: Path, name: str, *texts: str) -> tuple[Indicator, ...]:
    rows = "\n".join(
        f"{{编号: {n}, 内容: {text}, 测评方法: [材料查证], 责任科室: [乙科]}}"
        for n, text in enumerate(texts, 1)
    )
    return items(mini.lay(tmp_path / name, {"indicators/01.yaml": mini.plan(rows)}))


def test_an_item_in_two_parts_is_split_and_two_in_one_are_merged(tmp_path: Path) -> None:
    whole = edition(tmp_path, "甲", f"{PUBLISH}。{SHORTEN}。", TRAIN)
    parts = edition(tmp_path, "乙", f"{SHORTEN}。", f"{TRAIN}。", f"{PUBLISH}。")
    split, same = match(whole, parts)
    assert (split.relation, split.old, set(split.new)) == ("拆分", ("1",), {"1", "3"})
    assert same == Pair("相同", ("2",), ("2",), 1)
    again, merged = match(parts, whole)
    assert (merged.relation, merged.old, merged.new) == ("合并", ("1", "3"), ("1",)) or (
        again.relation,
        again.old,
        again.new,
    ) == ("合并", ("1", "3"), ("1",))


def test_of_two_that_are_alike_the_number_decides_and_the_doubt_is_told(tmp_path: Path) -> None:
    old = edition(tmp_path, "甲", f"{PUBLISH}，每年一次", f"{PUBLISH}，每年两次")
    new = edition(tmp_path, "乙", f"{PUBLISH}，每年三次", f"{PUBLISH}，每年四次")
    found = match(old, new)
    assert [(p.old, p.new) for p in found] == [(("1",), ("1",)), (("2",), ("2",))]
    assert all("也有" in p.doubt for p in found)
