"""What the shipped campaign owes, against `data/hand-dues.yaml`, which was worked out by hand."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import mini
from fzjs.assess import Assessment, Due, assess
from fzjs.assess.period import MOST_PIECES, spans
from fzjs.facts import fold
from fzjs.repository import load, load_sound
from fzjs.tree import Tree
from mini import ENTRY, entry, find, given, owed

ROOT = Path(__file__).resolve().parent.parent
HAND: dict[str, Any] = yaml.load(  # text only: no class of YAML's own is made
    (ROOT / "tests/data/hand-dues.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # noqa: S506  # BaseLoader makes nothing but text
)


@pytest.fixture(scope="module")
def shipped() -> Assessment:
    """Assess the plan alone: sample entries and decisions may come and go."""
    repository, _ = load_sound(Tree(ROOT))
    campaign = repository.campaign._replace(exemptions=(), extensions=())
    plan = repository._replace(campaign=campaign, entries={}, reviews={}, problems=())
    return assess(plan, datetime.date(2021, 3, 2))


def _expand(material: str, periods: str | list[str]) -> list[str]:
    """`31-2甲: 2016-2021` is six keys; a list, and any other word, stands as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{4})", periods) if isinstance(periods, str) else None
    if found:
        years = range(int(found[1]), int(found[2]) + 1)
        return [f"{material}/{year}" for year in years]
    listed = [periods] if isinstance(periods, str) else periods
    return [f"{material}/{period}" for period in listed]


def _of(assessment: Assessment, number: str) -> list[Due]:
    return [met.due for met in assessment.met if met.due.indicator == fold(number)]


@pytest.mark.parametrize("number", HAND)
def test_keys_as_worked_out_by_hand(shipped: Assessment, number: str) -> None:
    hand = HAND[number]
    keys = [key for item in hand["件"].items() for key in _expand(*item)]
    assert [due.label for due in _of(shipped, number)] == keys
    assert len(keys) == int(hand["应报"])


@pytest.mark.parametrize("number", HAND)
def test_owners_as_worked_out_by_hand(shipped: Assessment, number: str) -> None:
    row = shipped.catalogue.rows[fold(number)]
    assert list(row.owners) == ([] if number.startswith("减分") else HAND[number]["责任"])
    for due in _of(shipped, number):
        assert list(due.owners) == HAND[number]["责任"]


@pytest.mark.parametrize("number", [number for number in HAND if "期限" in HAND[number]])
def test_due_dates_as_worked_out_by_hand(shipped: Assessment, number: str) -> None:
    dates = {due.label: due.due.isoformat() for due in _of(shipped, number)}
    assert {label: dates[label] for label in HAND[number]["期限"]} == HAND[number]["期限"]


def test_enough_was_worked_out_by_hand() -> None:
    assert len(HAND) >= 50
    rules = {
        re.sub(r"\d{4}(-\d{4}|[上下])?", "年", str(p))
        for h in HAND.values()
        for p in h["件"].values()
    }
    assert {"年", "汇总", "时点", "现行", "有则报", "1"} <= rules


def test_the_examples_of_the_format(shipped: Assessment) -> None:
    counts = Counter(met.due.indicator for met in shipped.met)
    assert [counts[key] for key in ("31", "32", "36", "87", "88", "89")] == [19, 0, 3, 38, 0, 0]


def test_a_sharing_row_looks_at_what_speaks_of_it(shipped: Assessment) -> None:
    def looked_at(key: str) -> list[str]:
        return [met.due.label for met in shipped.indicators[key].owed]

    assert looked_at("32") == _expand("31-2乙", "2016-2021")
    assert looked_at("88") == looked_at("89") == _expand("87-1", "2016-2021")
    assert len(looked_at("30")) == 20  # all that 29 owes: nothing says which piece speaks of it
    assert looked_at("46") == ["46-材料查证/汇总"]


def test_keys_are_unique_and_no_indicator_owes_nothing(shipped: Assessment) -> None:
    keys = [met.due.key for met in shipped.met]
    assert len(keys) == len(set(keys))
    assert [key for key, judged in shipped.indicators.items() if not judged.owed] == []


# --- the small plan of mini.py


@pytest.mark.parametrize(
    ("listed", "state", "pieces"),
    [
        ({}, "已提交", ["1"]),
        ({"件数": "3"}, "已提交", ["1", "2", "3"]),
        ({"件数": "3"}, "草稿", ["1"]),
        ({"件数": "0"}, "已提交", ["1"]),  # the nil report that says so, or a piece after all
        ({"件数": "3", "盖章": "否", "种类": "情况说明"}, "已提交", ["1"]),
        ({"件数": "3", "附件": None}, "已提交", ["1"]),
        ({"件数": "3"}, "撤回", ["1"]),
    ],
)
def test_as_many_pieces_as_the_list_names(
    listed: dict[str, str | None], state: str, pieces: list[str], tmp_path: Path
) -> None:
    said = {"撤回理由": "重列"} if state == "撤回" else {}
    text = entry("（4）-1 汇总", {"种类": "目录", "状态": state, **said, **listed})
    labels = ["（4）-1/汇总", *(f"（4）-2/{n}" for n in pieces), "（4）-3/现行"]
    assert owed(given(tmp_path, {ENTRY: text}), "（4）") == labels


def test_a_returned_list_names_no_pieces(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("（4）-1 汇总", {"种类": "目录", "件数": "3"})})
    for verdict, pieces in (("通过", 3), ("退回", 1)):
        mini.review(root, verdict=verdict)
        assert len(owed(mini.assessed(root), "（4）")) == 2 + pieces


@pytest.mark.parametrize(("listed", "fault"), [("2000", False), ("2001", True), ("20210302", True)])
def test_a_date_is_no_number_of_pieces(listed: str, fault: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a table
    text = entry("（4）-1 汇总", {"种类": "目录", "件数": listed})
    loaded = load(Tree(mini.lay(tmp_path, {ENTRY: text})))
    assert [(f.rule, "不超过 2000" in f.hint) for f in loaded.faults] == (
        [("schema-wrong-value", True)] if fault else []
    )


def test_no_number_of_pieces_can_hang_the_computation() -> None:
    cutoff = datetime.date(2021, 5, 31)
    assert len(spans("逐件", (2019, 2021), cutoff, 20210302)) == MOST_PIECES


def test_periods_of_the_small_plan(tmp_path: Path) -> None:
    assessment = given(tmp_path)
    halves = ["2019上", "2019下", "2020上", "2020下", "2021上"]
    assert owed(assessment, "★5") == [
        "★5-1/时点",
        *(f"★5-2/{half}" for half in halves),
        "★5-3/2019-2020",
        "★5-3/2021",
        "★5-4/有则报",
    ]
    assert owed(assessment, "10") == [
        *("10-1/现行", "10-2/2019", "10-2/2020", "10-网络检索/2019", "10-网络检索/2020"),
    ]
    assert owed(assessment, "2") == owed(assessment, "3") == []


def test_who_owes(tmp_path: Path) -> None:
    assessment = given(tmp_path)

    def owners(label: str) -> tuple[str, ...]:
        return find(assessment, label).due.owners

    assert owners("7-1/2020") == ("乙科",)  # 配合 owes nothing
    assert owners("（4）-1/汇总") == ("甲科",)  # by another name
    assert owners("★5-1/时点") == ("乙科", "丙科")
    assert owners("6-1/2020/丙科") == ("丙科",)
