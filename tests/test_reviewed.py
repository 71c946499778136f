"""What reviews and inspections do to the state of an entry, and rows that share."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from mini import ENTRY, OTHER, entry, find, states

PENDING, PASSED, RETURNED, MISSING = "待审", "已通过", "退回", "未报"


def _kind(kind: str) -> dict[str, str | None]:
    return {"种类": kind}


# --- review


def _reviewed(tmp_path: Path, claims: str, verdict: str = "通过") -> Path:
    root = mini.lay(tmp_path, {ENTRY: entry(claims)})
    mini.review(root, verdict=verdict)
    return root


def test_passed_and_returned(tmp_path: Path) -> None:
    passed = mini.assessed(_reviewed(tmp_path / "a", "1-1 2020"))
    returned = mini.assessed(_reviewed(tmp_path / "b", "1-1 2020", "退回"))
    assert [passed.standings["乙科/条目"].state, *states(passed, "1-1/2020")] == ["已通过", PASSED]
    assert [returned.standings["乙科/条目"].state, *states(returned, "1-1/2020")] == [
        *("已退回", RETURNED)
    ]
    assert find(returned, "1-1/2020").gap == "退回：缺章"


def test_of_passed_and_returned_the_best_wins(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020", "退回")
    mini.put(root, OTHER, entry("1-1 2020"))
    assert states(mini.assessed(root), "1-1/2020") == [PENDING]
    mini.review(root, OTHER)
    assert states(mini.assessed(root), "1-1/2020") == [PASSED]


@pytest.mark.parametrize("verdict", ["通过", "退回"])
def test_changed_after_review_waits_again(verdict: str, tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020", verdict)
    mini.put(root, ENTRY, entry("1-1 2020", {"落款日期": "2021-02-22"}))
    after = mini.assessed(root)
    assert [after.standings["乙科/条目"].state, *states(after, "1-1/2020")] == ["待复核", PENDING]


@pytest.mark.parametrize("change", ["交件: {日期: 2021-03-01, 份数: 3}\n", "代录: 是\n", "# 注\n"])
def test_what_a_review_does_not_cover_changes_nothing(change: str, tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020")
    mini.put(root, ENTRY, entry("1-1 2020") + change)
    assert states(mini.assessed(root), "1-1/2020") == [PASSED]


def test_order_and_quoting_are_not_what_a_review_covers(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020")
    lines = entry("1-1 2020", {"事由": '"某项工作"'}).splitlines(keepends=True)
    mini.put(root, ENTRY, "".join(reversed(lines)))
    assert states(mini.assessed(root), "1-1/2020") == [PASSED]


def test_a_fourth_claim_leaves_three_passed(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2019 1;1-1 2020 2;8-2 2020")
    mini.put(root, ENTRY, entry("1-1 2019 1;1-1 2020 2;8-2 2020;1-1 2021 3"))
    after = mini.assessed(root)
    labels = ("1-1/2019", "1-1/2020", "8-2/2020", "1-1/2021")
    assert states(after, *labels) == [PASSED, PASSED, PASSED, PENDING]
    assert after.standings["乙科/条目"].state == "待复核"  # the reviewer's list must show it


def test_a_claim_taken_away_leaves_the_others_passed(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2019 1;1-1 2020 2")
    mini.put(root, ENTRY, entry("1-1 2020 2"))
    assert states(mini.assessed(root), "1-1/2019", "1-1/2020") == [MISSING, PASSED]


def test_a_returned_entry_is_mended_by_its_claims_too(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2019 1;1-1 2020 2", "退回")
    mini.put(root, ENTRY, entry("1-1 2020 2"))
    assert states(mini.assessed(root), "1-1/2019", "1-1/2020") == [MISSING, PENDING]


def test_a_passage_that_changed_waits_alone(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2019 1;1-1 2020 2")
    mini.put(root, ENTRY, entry("1-1 2019 1;1-1 2020 5"))
    assert states(mini.assessed(root), "1-1/2019", "1-1/2020") == [PASSED, PENDING]


def test_words_revised_open_what_was_passed(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020;8-2 2020")
    revised = mini.PLAN.replace("{代号: 1, 内容: 情况说明,", "{代号: 1, 内容: 情况说明, 修订: 2,")
    assert revised != mini.PLAN
    mini.put(root, "indicators/01.yaml", revised)
    assert states(mini.assessed(root), "1-1/2020", "8-2/2020") == [PENDING, PASSED]


def test_the_last_review_holds(tmp_path: Path) -> None:
    root = _reviewed(tmp_path, "1-1 2020", "退回")
    file = root / "evidence/审核/乙科/条目.yaml"
    first = file.read_text(encoding="utf-8")
    mini.review(root)
    second = file.read_text(encoding="utf-8").removeprefix("审核:\n")
    mini.put(root, "evidence/审核/乙科/条目.yaml", first + second)
    assert states(mini.assessed(root), "1-1/2020") == [PASSED]


@pytest.mark.parametrize(
    ("office", "by", "counts"),
    [
        ("乙科", "甲科", True),
        ("乙科", "甲办", True),  # by another name
        ("乙科", "乙科", False),  # its own
        ("乙科", "丙科", False),
        ("乙科", "某科", False),  # none of the unit's
        ("甲科", "甲科", False),
        ("甲科", "乙科", True),  # the substitute
        ("甲科", "丙科", False),
    ],
)
@pytest.mark.parametrize("verdict", ["通过", "退回"])
def test_only_the_office_that_is_to_review_can(
    office: str, by: str, counts: bool, verdict: str, tmp_path: Path  # noqa: FBT001  # a table
) -> None:  # fmt: skip
    name = f"evidence/{office}/条目.yaml"
    root = mini.lay(tmp_path, {name: entry("1-1 2020")})
    mini.review(root, name, verdict, by=by)
    assessment = mini.assessed(root)
    state = {"通过": "已通过", "退回": "已退回"}[verdict] if counts else "待审核"
    piece = {"通过": PASSED, "退回": RETURNED}[verdict] if counts else PENDING
    assert assessment.standings[f"{office}/条目"].state == state
    assert states(assessment, "1-1/2020") == [piece]


@pytest.mark.parametrize(("by", "state"), [("甲科", PENDING), ("丙科", PASSED)])
def test_without_a_substitute_any_other_office_reviews(by: str, state: str, tmp_path: Path) -> None:
    name = "evidence/甲科/条目.yaml"
    campaign = mini.CAMPAIGN.replace("代审: 乙科, ", "")
    root = mini.lay(tmp_path, {"fzjs.yaml": campaign, name: entry("1-1 2020")})
    mini.review(root, name, by=by)
    assert states(mini.assessed(root), "1-1/2020") == [state]


def test_without_a_reviewing_office_any_review_counts(tmp_path: Path) -> None:
    campaign = mini.CAMPAIGN.replace("审核: {科室: 甲科, 代审: 乙科, 保护: 有}\n", "")
    assert campaign != mini.CAMPAIGN
    root = mini.lay(tmp_path, {"fzjs.yaml": campaign, ENTRY: entry("1-1 2020")})
    mini.review(root, by="丙科")
    assert states(mini.assessed(root), "1-1/2020") == [PASSED]


@pytest.mark.parametrize(("date", "state"), [("2021-03-02", PASSED), ("2021-03-03", PENDING)])
def test_a_review_of_a_day_to_come_does_not_count(date: str, state: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})
    mini.review(root, date=date)
    assert states(mini.assessed(root), "1-1/2020") == [state]


def test_either_width_of_bracket_is_one_claim(tmp_path: Path) -> None:
    text = entry("{资料: （4）-3, 年度: 现行, 点到: [（4）]}", _kind("制度文件"))
    root = mini.lay(tmp_path, {ENTRY: text})
    mini.review(root)
    mini.put(root, ENTRY, text.replace("（4）", "(4)"))
    assert states(mini.assessed(root), "（4）-3/现行") == [PASSED]


@pytest.mark.parametrize(("revised", "state"), [("1", PENDING), ("3", PASSED)])
def test_another_name_is_passed_under_the_revision_of_what_it_stands_for(
    revised: str, state: str, tmp_path: Path
) -> None:
    root = _reviewed(tmp_path, "1-3 2020")
    plan = mini.PLAN.replace(f"- {{代号: {revised}, ", f"- {{代号: {revised}, 修订: 2, ", 1)
    assert plan != mini.PLAN
    mini.put(root, "indicators/01.yaml", plan)
    assert states(mini.assessed(root), "1-1/2020") == [state]


# --- problems


HANDLED = "{{日期: 2021-03-0{}, 结果: {}, 验收人: 张某{}}}"
MORE = {"退回": ", 说明: 缺", "反弹": ", 说明: 又缺", "延期": ", 至: 2021-03-31"}


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), RETURNED),
        (("验收",), PASSED),
        (("退回",), RETURNED),
        (("延期",), RETURNED),
        (("验收", "反弹"), RETURNED),
        (("退回", "验收"), PASSED),
    ],
)
def test_an_open_problem_reopens_an_entry(
    steps: tuple[str, ...], state: str, tmp_path: Path
) -> None:
    root = _reviewed(tmp_path, "1-1 2020")
    handling = ", ".join(
        HANDLED.format(day, step, MORE.get(step, "")) for day, step in enumerate(steps, 1)
    )
    mini.problem(root, handling=handling, applied="2021-03-02" if steps[1:] else "2021-02-27")
    met = find(mini.assessed(root), "1-1/2020")
    assert (str(met.state), met.gap) == (
        state,
        "" if state == PASSED else "退回：问题未销号：页码不对",
    )


# --- rows that share


def _sharing(tmp_path: Path, named: str) -> dict[str, str]:
    """Pass 1-2 for all years, its claims naming `named`; the states of rows 1, 2 and 3."""
    claims = ";".join(
        f"{{资料: 1-2, 年度: {year}, 页: 1, 点到: [{named}]}}" for year in (2019, 2020, 2021)
    )
    root = mini.lay(tmp_path, {ENTRY: entry(claims, _kind("无此情形"))})
    mini.review(root)
    judged = mini.assessed(root).indicators
    return {key: str(judged[key].progress) for key in "123"}


def test_a_row_that_must_be_named_looks_at_claims_that_name_it(tmp_path: Path) -> None:
    # 1 and 3 still lack the statements and the web evidence; 2 asks for 1-2 alone.
    assert _sharing(tmp_path / "a", "2") == {"1": "正在推进", "2": "齐备", "3": "正在推进"}
    assert _sharing(tmp_path / "b", "第2项") == {"1": "正在推进", "2": "齐备", "3": "正在推进"}
    assert _sharing(tmp_path / "c", "9") == {"1": "正在推进", "2": "未启动", "3": "正在推进"}


def test_naming_is_asked_of_every_year(tmp_path: Path) -> None:
    claims = "{资料: 1-2, 年度: 2019, 页: 1, 点到: [2]};{资料: 1-2, 年度: 2020, 页: 2}"
    root = mini.lay(tmp_path, {ENTRY: entry(claims, _kind("无此情形"))})
    mini.review(root)
    assessment = mini.assessed(root)
    assert states(assessment, "1-2/2019", "1-2/2020", "1-2/2021") == [PASSED, PASSED, MISSING]
    shared = [str(met.state) for met in assessment.indicators["2"].owed]
    assert shared == [PASSED, MISSING, MISSING]
