"""What the coordinator decides: 不适用, 延期, 批次; and what is overdue."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from fzjs.reports import needs
from mini import ENTRY, OTHER, entry, find, given, states

PENDING, MISSING = "待审", "未报"
Files = dict[str, str]
ASKED: dict[str, str | None] = {
    "外单位": "{出具: 人民法院, 发函: 2021-01-10}",
    **dict.fromkeys(("附件", "盖章", "落款日期")),
}


# --- 不适用, 延期, 逾期


def _decided(tmp_path: Path, key: str, subject: str, files: Files | None = None) -> mini.Assessment:
    extra = (
        f"{key}:\n- {{对象: {subject}, 理由: 当年没有, {{}}批准: {{人: 张某, 日期: 2021-02-20}}}}\n"
    )
    until = "至: 2021-06-20, " if key == "延期" else ""
    text = mini.CAMPAIGN + extra.replace("{}", until)
    return given(tmp_path, {"fzjs.yaml": text, **(files or {})})


EXCUSED = {
    "1": [f"1-{code}/{year}" for code in ("1", "2", "网络检索") for year in (2019, 2020, 2021)],
    "第7项": ["7-1/2019", "7-1/2020", "7-1/2021"],
    "1-2": ["1-2/2019", "1-2/2020", "1-2/2021"],
    "1-2/2019": ["1-2/2019"],
    "1-2/2019-2020": ["1-2/2019", "1-2/2020"],
    "1/2019": ["1-1/2019", "1-2/2019", "1-网络检索/2019"],
    "(4)-1": ["（4）-1/汇总"],
    "10/2021": [],  # 10-1 is 现行: no piece of 2021
    "★5/2020": ["★5-2/2020上", "★5-2/2020下"],
    "★5-3/2019-2020": ["★5-3/2019-2020"],
    "6-1/2020": ["6-1/2020/乙科", "6-1/2020/丙科"],
    "6-1/2020/丙科": ["6-1/2020/丙科"],
}


@pytest.mark.parametrize(
    ("day", "holds"), [("2021-03-02", True), ("2021-03-03", False), ("2099-01-01", False)]
)
def test_a_decision_does_not_hold_before_its_day(tmp_path: Path, *, day: str, holds: bool) -> None:
    by = f"{{人: 张某, 日期: {day}}}"
    text = (
        f"{mini.CAMPAIGN}不适用: [{{对象: 7-1/2020, 理由: 某, 批准: {by}}}]\n"
        f"延期: [{{对象: 1-1/2019, 至: 2021-06-20, 理由: 某, 批准: {by}}}]\n"
        f"口径: [{{编号: K1, 对象: [8-1], 问题: 某？, 读法: 某, 依据: 某, 决定: {by}}}]\n"
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": text, ENTRY: entry("1-1 2020")})
    mini.problem(root, handling=f"{{日期: {day}, 结果: 验收, 验收人: 某}}")
    assessment = mini.assessed(root)
    assert bool(find(assessment, "7-1/2020").due.excused) is holds
    assert assessment.overdue(find(assessment, "1-1/2019")) is not holds
    assert states(assessment, "1-1/2020") == [PENDING if holds else "退回"]
    assert [need["事项"] for need in needs.build(assessment, ()) if need["事项"] == "口径"] == (
        [] if holds else ["口径"]
    )


@pytest.mark.parametrize("subject", EXCUSED)
def test_not_applicable_is_not_counted(subject: str, tmp_path: Path) -> None:
    assessment = _decided(tmp_path, "不适用", subject)
    assert [met.due.label for met in assessment.met if met.due.excused] == EXCUSED[subject]
    assert len(assessment.counted) == len(assessment.met) - len(EXCUSED[subject])


def test_not_applicable_leaves_both_denominators(tmp_path: Path) -> None:
    before, after = given(tmp_path / "a"), _decided(tmp_path / "b", "不适用", "7")
    assert str(after.indicators["7"].progress) == "不适用"
    for one, other in zip(
        (*before.completeness, *before.attainment),
        (*after.completeness, *after.attainment),
        strict=True,
    ):
        assert (one.tier, one.met, one.total - 1) == (other.tier, other.met, other.total)


def test_a_year_that_does_not_apply_leaves_the_rest(tmp_path: Path) -> None:
    files = {ENTRY: entry("7-1 2019"), OTHER: entry("7-1 2020")}
    assessment = _decided(tmp_path, "不适用", "7-1/2021", files)
    assert str(assessment.indicators["7"].progress) == "待审核"


def test_a_sharing_row_can_be_excused_by_itself(tmp_path: Path) -> None:
    assessment = _decided(tmp_path, "不适用", "2")
    assert str(assessment.indicators["2"].progress) == "不适用"
    assert str(assessment.indicators["1"].progress) == "未启动"
    assert not any(met.due.excused for met in assessment.met)


@pytest.mark.parametrize(
    ("subject", "owner", "sharing"),
    [
        ("1", 9, 0),  # of the owner alone: the sharing row is not excused by it
        ("1/2019", 3, 0),
        ("1-2", 3, 3),  # of the material: for whoever asks for it
        ("1-2/2019", 1, 1),
        ("2/2019", 0, 1),
        ("1-1", 3, 0),  # 2 looks at 1-2 alone
    ],
)
def test_what_excuses_the_owner_says_nothing_of_a_sharing_row(
    subject: str, owner: int, sharing: int, tmp_path: Path
) -> None:
    indicators = _decided(tmp_path, "不适用", subject).indicators
    assert sum(bool(met.due.excused) for met in indicators["1"].owed) == owner
    assert sum(bool(met.due.excused) for met in indicators["2"].owed) == sharing


def test_nothing_to_show_on_the_web_where_no_material_applies(tmp_path: Path) -> None:
    both = "[1-1/2019, 1-2/2019]"
    approved = "理由: 无, 批准: {人: 张某, 日期: 2021-02-20}"
    text = (
        mini.CAMPAIGN
        + "不适用:\n"
        + "".join(
            f"- {{对象: {subject}, {approved}}}\n" for subject in both.strip("[]").split(", ")
        )
    )
    indicators = given(tmp_path, {"fzjs.yaml": text}).indicators
    for row in ("1", "3"):
        excused = [met.due.label for met in indicators[row].owed if met.due.excused]
        assert excused == ["1-1/2019", "1-2/2019", "1-网络检索/2019"]


def test_due_dates_and_an_extension(tmp_path: Path) -> None:
    plain = given(tmp_path / "a")
    dates = {m.due.label: f"{m.due.due} {m.due.batch}" for m in plain.met}
    assert dates["1-1/2019"] == dates["★5-2/2019下"] == "2021-02-01 第一批"
    assert dates["1-1/2020"] == dates["★5-3/2019-2020"] == "2021-03-15 第二批"
    assert dates["1-1/2021"] == dates["9-1/汇总"] == dates["（4）-3/现行"] == "2021-05-31 "
    moved = _decided(tmp_path / "b", "延期", "1-1/2019")
    later = {m.due.label: f"{m.due.due} {m.due.batch}" for m in moved.met}
    assert {k for k in dates if dates[k] != later[k]} == {"1-1/2019"}
    assert later["1-1/2019"] == "2021-06-20 延期"


def test_a_batch_may_name_offices_and_indicators(tmp_path: Path) -> None:
    batches = """\
批次:
- {名称: 丙先, 科室: [丙科], 指标: [6], 截止: 2021-01-31}
- {名称: 七先, 指标: [第7项], 年度: 2020-2021, 截止: 2021-02-28}
"""
    campaign = mini.CAMPAIGN.partition("批次:")[0] + batches
    assessment = given(tmp_path, {"fzjs.yaml": campaign})
    labels = ("6-1/2019/丙科", "6-1/2019/乙科", "★5-1/时点", "7-1/2019", "7-1/2020")
    batch = [find(assessment, label).due.batch for label in labels]
    assert batch == ["丙先", "", "", "", "七先"]


def test_an_extension_moves_the_last_date_of_the_paper_too(tmp_path: Path) -> None:
    late = {"出具单位": "人民法院", "落款日期": "2021-06-15"}
    files = {ENTRY: entry("9-1 汇总", late)}
    assert states(given(tmp_path / "a", files), "9-1/汇总") == [MISSING]
    assert states(_decided(tmp_path / "b", "延期", "9-1/汇总", files), "9-1/汇总") == [PENDING]
    assert states(_decided(tmp_path / "c", "延期", "9-2", files), "9-1/汇总") == [MISSING]


@pytest.mark.parametrize(
    ("today", "late"),
    [("2021-02-01", False), ("2021-02-02", True)],
)
def test_the_day_itself_is_not_overdue(today: str, late: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a table
    assessment = given(tmp_path, today=today)
    assert assessment.overdue(find(assessment, "1-1/2019")) is late
    assert assessment.indicators["1"].overdue is late
    assert not assessment.overdue(find(assessment, "1-1/2020"))


OVERDUE: dict[str, tuple[dict[str, str | None], str, bool]] = {
    "未报": ({"状态": "草稿"}, "", True),
    "待审": ({}, "", False),
    "已通过": ({}, "通过", False),
    "退回": ({}, "退回", True),
    "待外单位": (ASKED, "", True),
    "unsound": ({"盖章": "否"}, "", True),
}


@pytest.mark.parametrize("case", OVERDUE)
def test_what_is_overdue(case: str, tmp_path: Path) -> None:
    changes, verdict, late = OVERDUE[case]
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2019", changes)})
    if verdict:
        mini.review(root, verdict=verdict, date="2021-02-01")
    assessment = mini.assessed(root, "2021-02-02")
    assert assessment.overdue(find(assessment, "1-1/2019")) is late


def test_what_does_not_apply_is_never_overdue(tmp_path: Path) -> None:
    assessment = _decided(tmp_path, "不适用", "1-1/2019")
    assert not assessment.overdue(find(assessment, "1-1/2019"))
