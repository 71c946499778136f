"""Records that deny each other, beyond what a case folder shows: what is said, and what is not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import mini
from fzjs.check import check
from fzjs.tree import Tree
from mini import ENTRY, OTHER, entry, find, states

TODAY = datetime.date(2021, 3, 2)
PAPER = f"[{{路径: 附件/甲.pdf, sha256: {'7' * 64}, 库外: 是, 字数: 480}}]"
PLAN_2 = mini.plan(
    """
    {编号: 61, 来源: 市, 内容: 当前情况, 测评方法: [材料查证], 责任科室: [乙科], \
上报资料: [{代号: 1, 内容: 当前情况, 种类: 统计数据, 年度: 时点}]}
    """
)


def _said(root: Path, rule: str, today: datetime.date = TODAY) -> list[str]:
    found = check(Tree(root), today).diagnostics
    return [f"{each.message} {each.hint}" for each in found if each.rule == rule]


def _quoting(*quotes: str, period: str = "2020", page: str = "3") -> str:
    """Give an entry that quotes one page of one paper, a claim a quote."""
    materials = ("1-1", "8-2", "7-1", "6-1")
    claims = ";".join(
        f'{{资料: {material}, 年度: "{period}", 页: {page}, 摘录: "{quote}"}}'
        for material, quote in zip(materials, quotes, strict=False)
    )
    return entry(claims, {"附件": PAPER})


# --- quotes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年审核文件12件", "全年审核文件15件"),
        ("全年审核文件12件，审核率100%", "全年审核文件12件，审核率96.5%"),
        ("全年审核文件十二件", "全年审核文件13件"),
        ("2020年全年共审核行政规范性文件12件", "2020年全年审核行政规范性文件15件。"),
        ("培训执法人员1.2万人次", "培训执法人员11000人次"),
        ("全年审核文件１２件", "全年审核文件15件"),
    ],
)
def test_the_same_sentence_with_another_number(one: str, other: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: _quoting(one), OTHER: _quoting(other)})
    assert len(_said(root, "claim-quotes-contradict")) == 1
    within = mini.lay(tmp_path / "一个条目", {ENTRY: _quoting(one, other)})
    assert len(_said(within, "claim-quotes-contradict")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年审核文件12件", "全年审核文件12件"),
        ("全年审核文件12件", "全年审核文件十二件"),
        ("培训执法人员1.2万人次", "培训执法人员12,000人次"),
        ("2019年审核文件10件", "2020年审核文件12件"),  # of another year
        ("3月组织培训1次", "9月组织培训2次"),  # of another month
        ("第1期培训班参加30人", "第2期培训班参加40人"),
        ("示司〔2020〕1号文件印发50份", "示司〔2020〕2号文件印发60份"),
        ("一是审核文件12件", "二是审核文件15件"),
        (
            "组织开展行政复议业务培训3次，参加人员覆盖各科室",
            "组织开展行政应诉业务培训5次，参加人员覆盖各科室",
        ),
        ("全年审核文件12件", "全年审核文件12件，其中新制定3件"),
        ("没有数字的一句话", "没有数字的一句话"),
    ],
)
def test_another_thing_is_no_contradiction(one: str, other: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: _quoting(one), OTHER: _quoting(other)})
    assert _said(root, "claim-quotes-contradict") == []


@pytest.mark.parametrize(
    ("page", "period", "paper", "said"),
    [
        ("3", "2020", "7", 1),
        ("2-4", "2020", "7", 1),  # the pages overlap
        ("4", "2020", "7", 0),
        ("3", "2021", "7", 0),
        ("3", "2020", "8", 0),  # another paper
    ],
)
def test_only_the_same_page_of_the_same_bytes_for_the_same_year(
    page: str, period: str, paper: str, said: int, tmp_path: Path
) -> None:
    other = _quoting("全年审核文件15件", period=period, page=page).replace("7" * 64, paper * 64)
    root = mini.lay(tmp_path, {ENTRY: _quoting("全年审核文件12件"), OTHER: other})
    assert len(_said(root, "claim-quotes-contradict")) == said


def test_a_contradiction_names_both_numbers_and_the_other_place(tmp_path: Path) -> None:
    files = {ENTRY: _quoting("审核12件，率100%"), OTHER: _quoting("审核15件，率100%")}
    found = check(Tree(mini.lay(tmp_path, files)), TODAY).diagnostics
    said = next(each for each in found if each.rule == "claim-quotes-contradict")
    assert "12" in said.message
    assert "15" in said.message
    assert "100" not in said.message
    assert {said.location.file, said.related[0][0].file} == {ENTRY, OTHER}


# --- years


@pytest.mark.parametrize(
    ("subject", "dated", "year", "said"),
    [
        ("2020年度工作", "2021-02-20", "2020", 0),
        ("2019年度工作", "2021-02-20", "2020", 1),
        ("２０１９年度工作", "2021-02-20", "2020", 1),
        ("2019—2020年工作", "2021-02-20", "2020", 0),
        ("2019年至2020年工作", "2021-02-20", "2021", 1),
        ("2019年以来的工作", "2021-02-20", "2021", 0),
        ("2019年总结和2020年打算", "2021-02-20", "2021", 0),  # names several: not for us to judge
        ("贯彻《2018年某办法》工作", "2021-02-20", "2020", 0),  # the name of another paper
        ("示司〔2018〕3号文件落实", "2021-02-20", "2020", 0),
        ("某项工作", "2019-06-01", "2020", 1),
        ("某项工作", "2020-01-01", "2020", 0),
        ("2020年工作安排", "2019-12-28", "2020", 0),  # a plan is made before the year
        ("2020年1月至2021年2月工作", "2021-02-20", "2020", 0),
    ],
)
def test_the_years_that_a_paper_speaks_of(
    subject: str, dated: str, year: str, said: int, tmp_path: Path
) -> None:
    text = entry(f"1-1 {year}", {"事由": subject, "落款日期": dated})
    assert len(_said(mini.lay(tmp_path, {ENTRY: text}), "claim-other-year")) == said


def test_a_year_that_another_paper_covers_is_not_doubted(tmp_path: Path) -> None:
    wrong = entry("1-1 2020", {"事由": "2019年度工作"})
    root = mini.lay(tmp_path, {ENTRY: wrong})
    (said,) = _said(root, "claim-other-year")
    assert said.startswith("1-1的 2020 年只有这一份，而它写明是 2019 年的 年度写错的改正")
    mini.put(root, OTHER, entry("1-1 2020", {"事由": "2020年度工作"}))
    assert _said(root, "claim-other-year") == []


def test_of_a_range_the_years_outside_the_title_are_named(tmp_path: Path) -> None:
    text = entry("1-1 2019-2021 1", {"事由": "2019年度工作"})
    (said,) = _said(mini.lay(tmp_path, {ENTRY: text}), "claim-other-year")
    assert "2020、2021 年" in said


@pytest.mark.parametrize(
    ("claim", "kind", "subject", "said"),
    [
        ("10-2 2020", "报告", "2021年工作报告", 0),  # 上年度: given in 2021, on 2020
        ("10-2 2020", "报告", "2018年工作报告", 1),
        ("7-1 2020", "制度文件", "某办法（2018年修订）", 0),  # in force since
        ("7-1 2020", "制度文件", "某办法（2021年修订）", 1),
        ("7-1 2020", "会议材料", "2018年会议", 1),
    ],
)
def test_what_lasts_and_what_is_reported_the_year_after(
    claim: str, kind: str, subject: str, said: int, tmp_path: Path
) -> None:
    text = entry(claim, {"种类": kind, "事由": subject})
    assert len(_said(mini.lay(tmp_path, {ENTRY: text}), "claim-other-year")) == said


def test_a_list_of_the_whole_window_speaks_of_no_year(tmp_path: Path) -> None:
    text = entry("（4）-1 汇总", {"事由": "2019年文件目录", "种类": "目录"})
    assert _said(mini.lay(tmp_path, {ENTRY: text}), "claim-other-year") == []


# --- what was current


@pytest.mark.parametrize(
    ("dated", "today", "said"),
    [
        ("2020-03-01", "2021-03-02", 1),
        ("2020-03-02", "2021-03-02", 0),
        ("2021-02-20", "2022-12-01", 0),  # from the cutoff on, nothing grows older
        ("2020-02-20", "2022-12-01", 1),
    ],
)
def test_what_is_current_is_less_than_a_year_old(
    dated: str, today: str, said: int, tmp_path: Path
) -> None:
    text = entry("61-1 时点", {"种类": "统计数据", "落款日期": dated})
    root = mini.lay(tmp_path, {"indicators/02.yaml": PLAN_2, ENTRY: text})
    mini.review(root)
    day = datetime.date.fromisoformat(today)
    assert str(mini.assessed(root, today).indicators["61"].progress) == "齐备"
    assert len(_said(root, "indicator-complete-stale", day)) == said


# --- the ledger against the evidence


def _ledger(done: str, filled: str = "2021-03-01") -> str:
    return f"填表日期: {filled}\n行: [{{年度: 2020, 指标: 1, 完成: {done}, 情况: 已报}}]\n"


MARCH = "evidence/乙科/台账/2021-03.yaml"


@pytest.mark.parametrize(
    ("done", "filled", "said"),
    [("已完成", "2021-03-01", 1), ("未完成", "2021-03-01", 0), ("已完成", "2021-02-24", 0)],
)
def test_done_and_returned(done: str, filled: str, said: int, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020"), MARCH: _ledger(done, filled)})
    mini.review(root, verdict="退回")  # on 2021-02-25
    assert len(_said(root, "ledger-done-returned")) == said


def test_done_with_a_paper_that_stands_is_done(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020"), MARCH: _ledger("已完成")})
    mini.review(root, verdict="退回")
    mini.put(root, OTHER, entry("1-1 2020", {"事由": "另一件事"}))
    assert _said(root, "ledger-done-returned") == []


def test_mended_after_the_return_waits_for_review_and_is_done(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020"), MARCH: _ledger("已完成")})
    mini.review(root, verdict="退回")
    mini.put(root, ENTRY, entry("1-1 2020", {"落款日期": "2021-02-26"}))
    assert mini.assessed(root).standings["乙科/条目"].state == "待复核"
    assert _said(root, "ledger-done-returned") == []


@pytest.mark.parametrize("state", [{"状态": "撤回", "撤回理由": "重复"}, {"状态": "草稿"}])
def test_done_and_withdrawn_on_a_day_that_nobody_wrote(
    state: dict[str, str | None], tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020", state), MARCH: _ledger("已完成")})
    assert _said(root, "ledger-done-returned") == []
    assert len(_said(root, "ledger-done-since")) == 1


# --- rectifications


INSPECTION = "evidence/督导/2021-02-双月检查.yaml"
ANSWER = "evidence/乙科/整改/2021-02-双月检查-1.yaml"


def _inspection(handling: str = "") -> str:
    return (
        "类型: 双月检查\n日期: 2021-02-26\n问题:\n"
        "- {编号: 1, 条目: 乙科/条目, 问题: 页码不对, 责任科室: 乙科, 时限: 2021-03-20, "
        f"处理: [{handling}]}}\n"
    )


def _answer(proof: str = "佐证: [乙科/条目]\n") -> str:
    return f"问题: 2021-02-双月检查/1\n措施: 改正\n{proof}申请销号: 2021-02-28\n"


def test_the_entry_that_the_problem_itself_reopened_is_proof(tmp_path: Path) -> None:
    files = {ENTRY: entry("1-1 2020"), INSPECTION: _inspection(), ANSWER: _answer()}
    root = mini.lay(tmp_path, files)
    assert mini.assessed(root).standings["乙科/条目"].state == "已退回"
    assert _said(root, "rectification-without-proof") == []
    mini.review(root, verdict="退回")
    (said,) = _said(root, "rectification-without-proof")
    assert said.startswith("佐证“乙科/条目”已被审核退回")


def test_proof_with_its_suffix_is_found_to_be_meant(tmp_path: Path) -> None:
    answer = _answer("佐证: [乙科/条目.yaml]\n")
    files = {ENTRY: entry("1-1 2020"), INSPECTION: _inspection(), ANSWER: answer}
    (said,) = _said(mini.lay(tmp_path, files), "rectification-without-proof")
    assert "是不是“乙科/条目”？" in said


def test_a_closed_problem_is_asked_for_its_proof_by_one_rule_alone(tmp_path: Path) -> None:
    handled = "{日期: 2021-03-01, 结果: 验收, 验收人: 张某}"
    files = {ENTRY: entry("1-1 2020"), INSPECTION: _inspection(handled), ANSWER: _answer("")}
    root = mini.lay(tmp_path, files)
    assert _said(root, "rectification-without-proof") == []
    (said,) = _said(root, "problem-closed-without-proof")
    assert "整改没有写佐证" in said


# --- approvals and exemptions


def test_the_coordinators_own_person_may_approve_the_coordinators_piece(tmp_path: Path) -> None:
    campaign = mini.CAMPAIGN.replace("别名: [甲办]}", "别名: [甲办], 责任人: 张某}") + (
        "不适用: [{对象: （4）-3, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": campaign})
    assert _said(root, "campaign-approval-doubtful") == []


@pytest.mark.parametrize(("person", "said"), [("李某", 1), ("王某", 1), ("张某", 0)])
def test_nobody_approves_for_the_own_office(person: str, said: int, tmp_path: Path) -> None:
    campaign = mini.CAMPAIGN.replace("乙科,", "{名称: 乙科, 责任人: 李某, 联络人: 王某},", 1) + (
        f"延期: [{{对象: 1-1/2019, 至: 2021-04-01, 理由: 未齐, 批准: {{人: {person}, "
        "日期: 2021-02-20}}]\n"
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": campaign})
    assert len(_said(root, "campaign-approval-doubtful")) == said


def test_an_exemption_of_a_year_that_is_proven_counts_as_exempt_and_is_doubted(
    tmp_path: Path,
) -> None:
    campaign = mini.CAMPAIGN + (
        "不适用: [{对象: 1-1/2020, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": campaign, ENTRY: entry("1-1 2020")})
    assert _said(root, "exemption-with-evidence") == []
    mini.review(root)
    assert find(mini.assessed(root), "1-1/2020").due.excused == "没有"
    (said,) = _said(root, "exemption-with-evidence")
    assert "乙科/条目" in said


# --- reviews


def test_a_fingerprint_of_another_version_is_an_error_and_not_only_another_look(
    tmp_path: Path,
) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})
    mini.review(root)
    assert _said(root, "review-bad-fingerprint") == []
    file = root / "evidence/审核/乙科/条目.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("v1:", "v2:"), encoding="utf-8")
    said = _said(root, "review-bad-fingerprint")
    assert len(said) == 2
    assert all("先更新 fzjs" in text for text in said)
    assert states(mini.assessed(root), "1-1/2020") == ["待审"]


def test_reviewed_before_it_was_written(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})  # dated 2021-02-20
    mini.review(root, date="2021-02-19")
    assert len(_said(root, "review-dated-before")) == 1
    mini.put(root, ENTRY, entry("1-1 2020", {"落款日期": "2021-02-21"}))
    assert _said(root, "review-dated-before") == []  # another text: 待复核 says it


def test_words_under_the_same_revision_warn_and_a_new_revision_opens(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})
    mini.review(root)
    file = root / "evidence/审核/乙科/条目.yaml"
    text = file.read_text(encoding="utf-8").replace("}]", f", 文字: v1:{'0' * 64}}}]")
    file.write_text(text, encoding="utf-8")
    assert len(_said(root, "review-material-changed")) == 1
    assert states(mini.assessed(root), "1-1/2020") == ["已通过"]
    revised = mini.PLAN.replace("{代号: 1, 内容: 情况说明,", "{代号: 1, 内容: 情况说明, 修订: 2,")
    mini.put(root, "indicators/01.yaml", revised)
    assert _said(root, "review-material-changed") == []
    assert states(mini.assessed(root), "1-1/2020") == ["待审"]


def test_changed_after_review_opens_the_piece_and_the_indicator(tmp_path: Path) -> None:
    text = entry("61-1 时点", {"种类": "统计数据"})
    root = mini.lay(tmp_path, {"indicators/02.yaml": PLAN_2, ENTRY: text})
    mini.review(root)
    assert str(mini.assessed(root).indicators["61"].progress) == "齐备"
    mini.put(root, ENTRY, text.replace("某项工作", "某项工作（改）"))
    after = mini.assessed(root)
    assert after.standings["乙科/条目"].state == "待复核"
    assert states(after, "61-1/时点") == ["待审"]
    assert str(after.indicators["61"].progress) == "待审核"
