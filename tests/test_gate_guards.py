"""What a change must not do to reviewed entries, records, papers and problems."""

from __future__ import annotations

import hashlib

import pytest

import mini
from conftest import Run
from mini import ENTRY, OTHER, entry
from offices import CAMPAIGN, CORRECTION, OWN, REVIEW, Office, labels

WAIVED = "不适用: [{对象: 1-1/2020, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n批次:\n"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("fzjs.yaml", "批次:\n", WAIVED),
        ("fzjs.yaml", "窗口: 2019-2021", "窗口: 2021-2021"),
        ("indicators/01.yaml", "情况说明, 年度: 逐年可合并}", "情况说明, 年度: 汇总}"),
    ],
)
def test_a_passed_entry_is_not_deleted_though_nothing_is_owed_for_it(
    office: Office, file: str, old: str, new: str
) -> None:
    office.put(file, (office.root / file).read_text("utf-8").replace(old, new))
    (office.root / ENTRY).unlink()
    (office.root / REVIEW).unlink()
    assert "change-passed-opened" in office.refused()


def test_of_two_passed_for_one_piece_neither_is_deleted(office: Office) -> None:
    office.put(OTHER, entry("1-1 2020", {"事由": "另一件", "附件": OWN}))
    mini.review(office.root, OTHER)
    office.land()
    (office.root / ENTRY).unlink()
    (office.root / REVIEW).unlink()
    assert office.refused() == {"change-passed-opened"}


@pytest.mark.parametrize(
    ("day", "words"),
    [("1999-03-01", "早于它更正的审核（2021-02-25）"), ("2021-03-03", "晚于今天（2021-03-02）")],
)
def test_a_correction_of_another_day_declares_nothing(office: Office, day: str, words: str) -> None:
    corrected = {"落款日期": "2021-02-22", "更正": f"[{{日期: {day}, 理由: 无}}]"}
    office.put(ENTRY, entry("1-1 2020", corrected))
    assert "change-passed-undeclared" in office.refused()
    found = office.outcome().report.diagnostics
    (said,) = [one for one in found if one.rule == "change-passed-undeclared"]
    assert words in said.message
    assert "今天改的写 2021-03-02" in said.hint


# --- another office's


def moved(office: Office, name: str, target: str) -> None:
    (office.root / target).parent.mkdir(parents=True, exist_ok=True)
    (office.root / name).rename(office.root / target)


def test_an_office_does_not_review_what_it_gives_away(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    office.land()
    moved(office, OTHER, "evidence/甲科/另一条.yaml")
    mini.review(office.root, "evidence/甲科/另一条.yaml", by="乙科")
    assert office.refused() == {"change-entry-with-review", "change-own-review"}


def test_who_loses_an_entry_is_asked_too(office: Office, fzjs: Run) -> None:
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    office.land()
    moved(office, OTHER, "evidence/甲科/另一条.yaml")
    outcome = office.outcome()
    assert outcome.accepted
    assert [(each.office, each.lost_by) for each in outcome.files] == [("甲科", "乙科")]
    (said,) = [one for one in outcome.report.diagnostics if one.rule == "change-foreign-folder"]
    assert "2家" in said.message
    done = fzjs("check", "--base", "origin/main", at=office.root)
    assert "要甲科批：1个文件\n要乙科批：1个文件（@yi）" in done.stdout


@pytest.mark.parametrize(
    ("claims", "rule"),
    [("6-1 2020", "change-passed-opened"), ("7-1 2020", "change-passed-undeclared")],
)
def test_a_passed_entry_stays_in_its_office(office: Office, claims: str, rule: str) -> None:
    office.put(OTHER, entry(claims, {"附件": OWN, "种类": "报告"}))
    mini.review(office.root, OTHER)
    office.land()
    moved(office, OTHER, "evidence/丙科/另一条.yaml")
    moved(office, "evidence/审核/乙科/另一条.yaml", "evidence/审核/丙科/另一条.yaml")
    assert office.refused() == {rule, "change-entry-with-review"}
    hints = [one.hint for one in office.outcome().report.diagnostics if one.rule == rule]
    assert hints == ["审核过的条目不换科室：放回来写 状态: 撤回 和 撤回理由，在新的科室另登记一个"]


def test_an_office_is_not_renamed_into_another(office: Office) -> None:
    for folder in ("evidence", "evidence/审核"):
        moved(office, f"{folder}/乙科", f"{folder}/丁科")
    offices = "{名称: 丁科, 别名: [乙科, 丙科]}]"
    office.put("fzjs.yaml", CAMPAIGN.replace("乙科, 丙科]", offices))
    assert "change-entry-with-review" in office.refused()


@pytest.mark.parametrize("verdict", ["通过", "退回"])
def test_a_review_does_not_go_over_to_another_entry(office: Office, verdict: str) -> None:
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    mini.review(office.root, verdict=verdict)
    office.land()
    moved(office, REVIEW, "evidence/审核/乙科/另一条.yaml")
    assert office.refused() == {"change-review-edited"}


def test_entry_and_review_are_renamed_together_within_an_office(office: Office) -> None:
    moved(office, ENTRY, OTHER)
    moved(office, REVIEW, "evidence/审核/乙科/另一条.yaml")
    assert office.outcome().accepted


# --- links, pointers


def linked(office: Office, name: str) -> None:
    moved(office, name, "别处/某.yaml")
    (office.root / name).symlink_to(office.root / "别处/某.yaml")


@pytest.mark.parametrize("name", ["fzjs.yaml", "indicators/01.yaml", ENTRY, REVIEW])
def test_a_record_is_not_replaced_by_a_link(office: Office, name: str) -> None:
    linked(office, name)
    assert "file-unreadable" in office.refused()


def test_a_linked_campaign_does_not_switch_the_gate_off(office: Office) -> None:
    linked(office, "fzjs.yaml")
    office.land()
    assert not office.outcome().accepted
    (office.root / "fzjs.yaml").unlink()
    office.put("fzjs.yaml", CAMPAIGN)
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    mini.review(office.root, OTHER)
    outcome = office.outcome()
    assert "change-entry-with-review" in office.refused()
    assert any("改动之前的数据读不了" in note for note in outcome.notes)


PAPER = b"%PDF-1.4 paper"
DIGEST = hashlib.sha256(PAPER).hexdigest()
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{DIGEST}\nsize 14\n"


def test_a_paper_is_not_replaced_by_a_pointer_to_it(office: Office) -> None:
    file = "evidence/乙科/附件/乙.pdf"
    paper = f"[{{路径: 附件/乙.pdf, sha256: {DIGEST}, 字数: 480}}]"
    mini.put(office.root, file, PAPER)
    office.put(OTHER, entry("1-1 2021", {"附件": paper}))
    office.land()
    office.put(file, POINTER)
    assert office.refused() == {"change-attachment-pointer"}
    assert [each.how for each in office.outcome().files] == ["改动"]
    office.put(".gitattributes", "evidence/**/附件/** filter=lfs -text\n")
    assert office.outcome().accepted


def test_a_paper_that_lfs_brought_is_no_change(office: Office) -> None:
    file = "evidence/乙科/附件/乙.pdf"
    office.put(file, POINTER)
    office.land()
    mini.put(office.root, file, PAPER)
    assert office.outcome().files == ()


# --- inspections

INSPECTION = "evidence/督导/2021-02-检查.yaml"
PROBLEM = (
    "类型: 双月检查\n日期: 2021-02-26\n问题:\n"
    "- {编号: 1, 条目: 乙科/条目, 问题: 缺页, 责任科室: 乙科, 时限: 2021-03-20}\n"
)
STEP = "时限: 2021-03-20, 处理: [{日期: 2021-03-01, 结果: 验收, 验收人: 丁某}]"
MENDED = (
    "evidence/乙科/整改/2021-02-检查-1.yaml",
    "问题: 2021-02-检查/1\n措施: 补页\n佐证: [乙科/条目]\n申请销号: 2021-03-01\n",
)


def accepted(step: str = STEP) -> str:
    return PROBLEM.replace("时限: 2021-03-20", step)


@pytest.fixture
def inspected(office: Office) -> Office:
    office.put(INSPECTION, PROBLEM)
    office.land()
    return office


def test_a_problem_is_not_deleted_with_what_it_is_about(inspected: Office) -> None:
    (inspected.root / INSPECTION).unlink()
    outcome = inspected.outcome()
    assert inspected.refused() == {"change-inspection-edited"}
    assert outcome.met == ()
    (inspected.root / ENTRY).unlink()
    (inspected.root / REVIEW).unlink()
    assert inspected.refused() == {"change-inspection-edited", "change-passed-opened"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("编号: 1", "编号: 2"),
        ("条目: 乙科/条目", "条目: 乙科/另一条"),
        ("条目: 乙科/条目", "指标: 1"),
        ("缺页", "没有什么"),
        ("责任科室: 乙科", "责任科室: 丙科"),
        ("时限: 2021-03-20", "时限: 2021-05-20"),
    ],
)
def test_a_problem_only_grows(inspected: Office, old: str, new: str) -> None:
    inspected.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    inspected.land()
    inspected.put(INSPECTION, PROBLEM.replace(old, new))
    assert "change-inspection-edited" in inspected.refused()


def test_what_an_inspector_adds_is_fine(inspected: Office) -> None:
    later = "时限: 2021-03-20, 处理: [{日期: 2021-03-01, 结果: 延期, 至: 2021-04-20, 验收人: 丁某}]"
    inspected.put(INSPECTION, accepted(later))
    assert inspected.outcome().accepted
    inspected.put(INSPECTION, PROBLEM)
    inspected.put(*MENDED)
    inspected.land()
    inspected.put(INSPECTION, accepted())
    outcome = inspected.outcome()
    assert outcome.accepted
    assert labels(outcome.met) == ["1-1/2020"]
    inspected.land()
    inspected.put(INSPECTION, PROBLEM)
    assert inspected.refused() == {"change-inspection-edited"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (ENTRY, entry("1-1 2020", {"落款日期": "2021-02-22", **CORRECTION})),
        MENDED,
    ],
)
def test_nobody_accepts_its_own_mending(inspected: Office, file: str, text: str) -> None:
    if file == ENTRY:
        inspected.put(*MENDED)
        inspected.land()
    inspected.put(file, text)
    inspected.put(INSPECTION, accepted())
    assert inspected.refused() == {"change-inspection-edited"}


def test_a_problem_follows_its_entry_to_another_name(inspected: Office) -> None:
    moved(inspected, ENTRY, OTHER)
    moved(inspected, REVIEW, "evidence/审核/乙科/另一条.yaml")
    inspected.put(INSPECTION, PROBLEM.replace("乙科/条目", "乙科/另一条"))
    assert inspected.outcome().accepted
