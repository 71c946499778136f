"""States of indicators, rates and attainment: counted by hand, and against docs/states.md."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import mini
from fzjs.assess import Met, Progress, Standing, State
from fzjs.assess.satisfy import Proof
from fzjs.assess.state import progress
from mini import entry, given, plan

PAGE = Path(__file__).parent.parent / "docs/states.md"
YEARS = (2019, 2020, 2021)
ROW = "{{编号: {}, 来源: {}, 内容: 某项, 测评方法: [材料查证], 责任科室: [乙科], 上报资料: [{}]{}}}"
YEARLY = "{代号: 1, 内容: 材料, 种类: 佐证材料, 年度: 每年}"


# --- the state of an indicator: every case there is, against the table that people read


def _table() -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8").partition("## 指标的状态")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [row[1:] for row in rows[2:]]


def _read(table: list[list[str]], case: list[str]) -> str:
    """Give the answer of the first row that fits."""
    fits = (
        row[-1]
        for row in table
        if all(cell in ("—", value) for cell, value in zip(row, case, strict=False))
    )
    return next(fits)


@pytest.fixture
def one(tmp_path: Path) -> Met:
    """An 应报件 with one proof."""
    return mini.find(given(tmp_path, {mini.ENTRY: entry("1-1 2020")}), "1-1/2020")


def _with(met: Met, state: State, entry_state: str) -> Met:
    standing: Standing = met.proofs[0].standing._replace(state=entry_state)
    proof: Proof = met.proofs[0]._replace(standing=standing, state=state)
    return met._replace(state=state, proofs=(proof,))


def test_the_table_in_the_docs_is_what_the_program_does(one: Met) -> None:
    kinds = [
        [_with(one, State.RETURNED, "已退回")],
        [_with(one, State.OUTSIDE, "待外单位")],
        [_with(one, State.MISSING, "草稿")],
        [one._replace(state=State.MISSING, proofs=()), _with(one, State.MISSING, "撤回")],
        [_with(one, State.PENDING, "待审核")],
        [_with(one, State.PASSED, "已通过")],
    ]
    table, excused = _table(), [one._replace(due=one.due._replace(excused="当年没有"))]
    assert len(table) == 7
    seen = set()
    for chosen in itertools.product((True, False), repeat=6):
        owed = [met for kind, with_it in zip(kinds, chosen, strict=True) if with_it for met in kind]
        case = ["有" if with_it else "无" for with_it in chosen]
        if owed:
            wanted = _read(table, ["有", *case])
            # What does not apply beside it changes nothing.
            assert str(progress(owed)) == str(progress(owed + excused)) == wanted, case
            seen.add(wanted)
    assert str(progress([])) == _read(table, ["没有", *"无无无无无无"]) == "未启动"
    assert str(progress(excused)) == _read(table, ["都不适用", *"无无无无无无"]) == "不适用"
    assert seen | {"不适用"} == {str(each) for each in Progress}


# --- the state of an entry: every case there is, against its table


def _entry_table() -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8").partition("## 条目的状态")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [row[1:] for row in rows[2:]]


ENTRY_CASES = [
    case
    for case in itertools.product(
        ("撤回", "草稿", "已提交"),
        ("没取得", "取得"),
        ("有", "无"),
        ("无", "通过", "退回"),
        ("是", "否"),
    )
    if not (case[3] == "无" and case[4] == "是")
]


@pytest.mark.parametrize("case", ENTRY_CASES, ids="/".join)
def test_the_table_of_entries_is_what_the_program_does(
    case: tuple[str, ...], tmp_path: Path
) -> None:
    stored, outside, problem, verdict, changed = case
    keys: dict[str, str | None] = {"状态": stored}
    if stored == "撤回":
        keys["撤回理由"] = "重写"
    if outside == "没取得":
        keys["外单位"] = "{出具: 人民法院, 发函: 2021-01-10}"
    root = mini.lay(tmp_path, {mini.ENTRY: entry("9-1 汇总", keys)})
    if verdict != "无":
        mini.review(root, verdict=verdict)
    if changed == "是":
        mini.put(root, mini.ENTRY, entry("9-1 汇总", {**keys, "落款日期": "2021-02-21"}))
    if problem == "有":
        text = "{编号: 1, 条目: 乙科/条目, 问题: 缺, 责任科室: 乙科, 时限: 2021-03-20}"
        mini.put(root, "evidence/督导/检查.yaml", f"类型: 检查\n日期: 2021-02-26\n问题: [{text}]\n")
    state = mini.assessed(root).standings["乙科/条目"].state
    assert state == _read(_entry_table(), list(case))


# --- the state of an indicator in a real repository


def _three(root: Path, *each: str) -> str:
    """Give 7-1 an entry a year in these states; the state of indicator 7."""
    mini.lay(root)
    for year, state in zip(YEARS, each, strict=True):
        name = f"evidence/乙科/{year}.yaml"
        changes: dict[str, str | None] = {}
        if state in {"草稿", "撤回"}:
            changes = {"状态": state, "撤回理由": "重写" if state == "撤回" else None}
        if state == "不合格":
            changes = {"盖章": "否"}
        if state == "待外单位":
            changes = {"外单位": "{出具: 人民法院}"}
        if state != "无":
            mini.put(root, name, entry(f"7-1 {year}", changes))
        if state in {"通过", "退回"}:
            mini.review(root, name, verdict=state)
    return str(mini.assessed(root).indicators["7"].progress)


@pytest.mark.parametrize(
    ("each", "wanted"),
    [
        (("无", "无", "无"), "未启动"),
        (("撤回", "无", "无"), "未启动"),
        (("草稿", "无", "无"), "正在推进"),
        (("不合格", "无", "无"), "正在推进"),
        (("待外单位", "通过", "通过"), "正在推进"),
        (("提交", "通过", "无"), "正在推进"),
        (("通过", "通过", "草稿"), "正在推进"),
        (("提交", "通过", "通过"), "待审核"),
        (("退回", "通过", "通过"), "待补正"),
        (("退回", "待外单位", "无"), "待补正"),
        (("通过", "通过", "通过"), "齐备"),
    ],
)
def test_an_indicator_by_its_years(each: tuple[str, ...], wanted: str, tmp_path: Path) -> None:
    assert _three(tmp_path, *each) == wanted


# --- rates: a plan of one piece an indicator


def test_rates_by_tier(tmp_path: Path) -> None:
    """国家 1 passed, 2 waiting, 3 nothing, 4 不适用; 省 passed, nothing; 市 passed, its figure bad.

    齐备: 国家 1 of 3, with 省 2 of 5, with 市 3 of 6. 达标: 1 of 3, 2 of 5, 2 of 6. 加分 and 减分,
    though passed, are in none.
    """
    one = "{代号: 1, 内容: 材料, 种类: 制度文件}"
    target = ", 量化要求: [{项目: 人数, 要求: ≥2人}]"
    rows = [ROW.format(n, "国家", one, "") for n in (1, 2, 3, 4)]
    rows += [ROW.format(n, "省", one, "") for n in ("（1）", "（2）")]
    rows.append(ROW.format("★1", "市", one, target))
    for category in ("加分", "减分"):
        rows.append(ROW.format(1, f"国家, 类别: {category}", one, ""))
    files = {
        "indicators/01.yaml": plan("\n".join(rows)),
        "fzjs.yaml": mini.CAMPAIGN
        + "不适用: [{对象: 4, 理由: 无, 批准: {人: 张某, 日期: 2021-02-20}}]\n",
    }
    root = mini.lay(tmp_path, files)
    rule = {"种类": "制度文件", "数据": "[{项目: 人数, 年度: 2021, 数: 1}]"}
    for number in ("1", "2", "（1）", "★1", "加分1", "减分1"):
        name = f"evidence/乙科/{number}.yaml"
        mini.put(root, name, entry(f"{number}-1 现行", rule))
        if number != "2":
            mini.review(root, name)
    assessment = mini.assessed(root)
    tiers = ("国家", "加省", "加市")
    complete = [("国家", 1, 3), ("加省", 2, 5), ("加市", 3, 6)]
    attained = [("国家", 1, 3), ("加省", 2, 5), ("加市", 2, 6)]
    assert [rate[:3] for rate in assessment.completeness] == complete
    assert [rate[:3] for rate in assessment.attainment] == attained
    shares = {rate.tier: rate.share for rate in assessment.completeness}
    assert [shares[tier] for tier in tiers] == pytest.approx([100 / 3, 40, 50])
    assert str(assessment.indicators["加分1"].progress) == "齐备"
    assert str(assessment.indicators["★1"].attainment) == "不达标"


def test_a_rate_of_nothing_has_no_share(tmp_path: Path) -> None:
    excused = "不适用: [{对象: 1, 理由: 无, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    files = {
        "indicators/01.yaml": plan(ROW.format(1, "国家", YEARLY, "")),
        "fzjs.yaml": mini.CAMPAIGN + excused,
    }
    rates = given(tmp_path, files).completeness
    assert [(rate.met, rate.total, rate.share) for rate in rates] == [(0, 0, None)]
