"""`fzjs check --base` from outside: a repository with a remote, branches, pull requests."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import mini
from conftest import ROOT, Run
from fzjs.gate import gate
from fzjs.output.change import markdown
from fzjs.rules import RULES
from fzjs.tree import Tree
from mini import ENTRY, OTHER, entry
from offices import CAMPAIGN, CORRECTION, OWN, REVIEW, Office, git, labels
from test_json_docs import documented, paths

# --- progress


def test_a_new_entry_passes_and_is_named(office: Office, fzjs: Run) -> None:
    own = f"[{{路径: 附件/乙.pdf, sha256: {'1' * 64}, 库外: 是, 字数: 480}}]"
    office.put(OTHER, entry("1-1 2021", {"附件": own}))
    office.commit()
    done = fzjs("check", "--base", "origin/main", at=office.root)
    assert done.returncode == 0, done.stdout
    assert "新满足 1件\n  - 1-1/2021  未报 → 待审  乙科  乙科/另一条" in done.stdout
    assert "要乙科批：1个文件（@yi）" in done.stdout
    assert done.stdout.splitlines()[-1] == "通过：错误 0，警告 0，提示 0"


def test_what_is_not_committed_yet_is_judged_too(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    assert labels(office.outcome().met) == ["1-1/2021"]
    assert labels(office.outcome("HEAD").met) == ["1-1/2021"]


def test_a_review_alone_passes_and_is_named(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    office.land()
    mini.review(office.root, OTHER)
    outcome = office.outcome()
    assert outcome.accepted
    assert labels(outcome.passed) == ["1-1/2021"]
    assert [each.office for each in outcome.files] == ["甲科"]


def test_what_landed_meanwhile_is_not_this_change(office: Office, tmp_path: Path) -> None:
    other = Office(tmp_path / "别人")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "远程.git"), str(other.root))
    other.put(OTHER, entry("1-1 2021"))
    other.land()
    git(office.root, "fetch", "--quiet")
    office.put("evidence/乙科/第三条.yaml", entry("1-1 2019"))
    outcome = office.outcome()
    assert labels(outcome.met) == ["1-1/2019"]
    assert (outcome.opened, outcome.gone) == ((), ())


def test_an_indicator_deleted_is_not_progress(office: Office) -> None:
    head, _, _ = mini.PLAN.partition("  - 编号: 10\n")
    office.put("indicators/01.yaml", head)
    outcome = office.outcome()
    assert outcome.accepted
    assert (outcome.met, outcome.passed) == ((), ())
    assert "10-1/现行" in labels(outcome.gone)
    assert {piece.note for piece in outcome.gone} == {"指标、资料或年度删去了"}


def test_not_applicable_is_not_progress(office: Office) -> None:
    waiver = "不适用: [{对象: 7, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    office.put("fzjs.yaml", CAMPAIGN + waiver)
    outcome = office.outcome()
    assert (outcome.met, outcome.new) == ((), ())
    assert labels(outcome.gone) == ["7-1/2019", "7-1/2020", "7-1/2021"]
    assert outcome.gone[0].note == "不适用：没有"
    assert outcome.gone[0].after == "不适用"


def test_a_narrower_window_is_not_progress_and_a_wider_one_owes_more(office: Office) -> None:
    office.put("fzjs.yaml", CAMPAIGN.replace("窗口: 2019-2021", "窗口: 2020-2021"))
    assert "6-1/2019/乙科" in labels(office.outcome().gone)
    office.put("fzjs.yaml", CAMPAIGN.replace("窗口: 2019-2021", "窗口: 2018-2021"))
    outcome = office.outcome()
    assert "6-1/2018/乙科" in labels(outcome.new)
    assert outcome.met == ()


def test_asking_less_is_not_progress(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021", {"盖章": "否"}))
    office.land()
    office.put("fzjs.yaml", CAMPAIGN.replace("- {名称: 盖章, 出处: 附件1 三.2}\n", ""))
    outcome = office.outcome()
    assert outcome.met == ()
    assert labels(outcome.by_settings) == ["1-1/2021"]


@pytest.mark.parametrize(
    ("old", "new", "changes", "rule"),
    [
        ("- {名称: 盖章, 出处: 附件1 三.2}\n", "", {"盖章": "否"}, "evidence-unsealed"),
        ("上限: 1000", "上限: 9000", {"字数": "4800"}, "evidence-too-long"),
        ("截止: 2021-05-31", "截止: 2021-12-31", {"落款日期": "2021-06-20"}, "evidence-dated-late"),
    ],
)
def test_what_counts_only_by_its_own_new_demands_is_refused(
    office: Office, old: str, new: str, changes: dict[str, str], rule: str
) -> None:
    assert old in CAMPAIGN
    campaign = CAMPAIGN.replace(old, new)
    paper = OWN.replace("480", changes.get("字数", "480"))
    office.put("fzjs.yaml", campaign)
    office.put(OTHER, entry("1-1 2021", {"附件": paper, **changes} | {"字数": None}))
    outcome = office.outcome()
    assert rule in office.refused()
    assert (outcome.met, labels(outcome.by_settings)) == ((), ["1-1/2021"])
    (said,) = [one for one in outcome.report.diagnostics if one.rule == rule]
    assert said.message.startswith("按改动之前的要求：")
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    outcome = office.outcome()
    assert outcome.accepted
    assert labels(outcome.met) == ["1-1/2021"]


def test_a_branch_left_behind_is_told_to_merge(office: Office, fzjs: Run, tmp_path: Path) -> None:
    other = Office(tmp_path / "别人")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "远程.git"), str(other.root))
    other.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    other.land()
    git(office.root, "fetch", "--quiet")
    done = fzjs("check", "--base", "origin/main", at=office.root)
    assert done.returncode == 0
    assert "注意：origin/main 已经前进了1次提交，这里没有" in done.stdout
    git(office.root, "merge", "--quiet", "origin/main")
    assert office.outcome().notes == ()


# --- what was passed


def test_a_change_after_passing_must_be_declared(office: Office, fzjs: Run) -> None:
    office.put(ENTRY, entry("1-1 2020", {"落款日期": "2021-02-22"}))
    done = fzjs("check", "--base", "origin/main", at=office.root)
    assert done.returncode == 1
    assert "[change-passed-undeclared]" in done.stdout
    assert "fzjs submit 乙科/条目 --reopen 理由" in done.stdout
    office.put(ENTRY, entry("1-1 2020", {"落款日期": "2021-02-22", **CORRECTION}))
    outcome = office.outcome()
    assert outcome.accepted
    assert labels(outcome.again) == ["1-1/2020"]


@pytest.mark.parametrize(
    "changes",
    [{"交件": "{日期: 2021-03-01, 份数: 3}"}, {"代录": "是"}, {"事由": '"某项工作"'}],
)
def test_what_no_review_covers_needs_no_declaration(
    office: Office, changes: dict[str, str | None]
) -> None:
    office.put(ENTRY, entry("1-1 2020", changes))
    assert office.outcome().accepted


def test_a_further_claim_needs_no_declaration(office: Office) -> None:
    office.put(ENTRY, entry("1-1 2020 2;8-2 2020"))
    assert office.refused() == {"change-passed-undeclared"}  # the page of a passed claim is new
    office.put(ENTRY, entry("1-1 2020;8-2 2020"))
    assert office.outcome().accepted
    assert labels(office.outcome().met) == ["8-2/2020"]


def test_a_passed_piece_may_be_withdrawn_and_not_deleted(office: Office) -> None:
    (office.root / ENTRY).unlink()
    (office.root / REVIEW).unlink()
    assert office.refused() == {"change-passed-opened"}
    git(office.root, "checkout", "--quiet", ".")
    office.put(ENTRY, entry("1-1 2020", {"状态": "撤回"}))
    assert "change-passed-opened" in office.refused()
    office.put(ENTRY, entry("1-1 2020", {"状态": "撤回", "撤回理由": "重复"}))
    outcome = office.outcome()
    assert outcome.accepted
    assert [(piece.label, piece.before, piece.after) for piece in outcome.opened] == [
        ("1-1/2020", "已通过", "未报")
    ]


def test_another_paper_does_not_stand_in_for_a_deleted_one(office: Office) -> None:
    (office.root / ENTRY).unlink()
    (office.root / REVIEW).unlink()
    office.put(OTHER, entry("1-1 2020", {"落款日期": "2021-02-22"}))
    assert office.refused() == {"change-passed-opened"}
    assert labels(office.outcome().again) == ["1-1/2020"]


def test_an_entry_not_passed_may_go_with_its_review(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    mini.review(office.root, OTHER, "退回")
    office.land()
    (office.root / OTHER).unlink()
    (office.root / "evidence/审核/乙科/另一条.yaml").unlink()
    assert office.outcome().accepted


def test_what_a_reviewer_or_an_inspector_opens_is_no_undeclared_change(office: Office) -> None:
    file = office.root / REVIEW
    first = file.read_text("utf-8")
    mini.review(office.root, verdict="退回")
    second = file.read_text("utf-8").removeprefix("审核:\n")
    office.put(REVIEW, first + second)
    assert office.outcome().accepted
    assert labels(office.outcome().opened) == ["1-1/2020"]
    office.put(REVIEW, first)
    problem = (
        "类型: 双月检查\n日期: 2021-02-26\n问题:\n"
        "- {编号: 1, 条目: 乙科/条目, 问题: 缺页, 责任科室: 乙科, 时限: 2021-03-20}\n"
    )
    office.put("evidence/督导/2021-02-检查.yaml", problem)
    assert office.outcome().accepted
    assert [each.office for each in office.outcome().files] == ["督导检查组"]


def test_a_material_that_an_inspector_accepts_is_progress(office: Office) -> None:
    mini.problem(office.root, "资料: 1-1/2020")
    office.land()
    step = "{日期: 2021-03-01, 结果: 验收, 验收人: 丁某}"
    mini.problem(office.root, "资料: 1-1/2020", step)
    outcome = office.outcome()
    assert outcome.accepted
    assert labels(outcome.met) == ["1-1/2020"]


def test_a_new_revision_of_the_plan_asks_nobody_to_declare(office: Office) -> None:
    plan = mini.PLAN.replace("{代号: 1, 内容: 情况", "{代号: 1, 修订: 2, 内容: 情况")
    office.put("indicators/01.yaml", plan)
    outcome = office.outcome()
    assert outcome.accepted
    assert labels(outcome.again) == ["1-1/2020"]


# --- reviews


def test_an_entry_with_its_review_is_refused(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    mini.review(office.root, OTHER)
    assert office.refused() == {"change-entry-with-review"}


def test_an_own_review_is_refused_and_the_substitute_is_fine(office: Office) -> None:
    office.put("evidence/甲科/条目.yaml", entry("1-1 2021"))
    office.land()
    mini.review(office.root, "evidence/甲科/条目.yaml", by="甲办")
    assert office.refused() == {"change-own-review"}
    mini.review(office.root, "evidence/甲科/条目.yaml", by="乙科")
    assert office.outcome().accepted


@pytest.mark.parametrize(
    "settings",
    [
        ("审核: {科室: 甲科, 代审: 乙科, 保护: 有}", "审核: {科室: 丙科, 代审: 乙科, 保护: 有}"),
        ("审核: {科室: 甲科, 代审: 乙科, 保护: 有}\n", ""),
        ("丙科]", "丙科]\n规则: [{名称: review-wrong-office, 级别: 关闭, 理由: 省事}]"),
    ],
)
def test_a_change_cannot_name_its_own_reviewer(office: Office, settings: tuple[str, str]) -> None:
    office.put(OTHER, entry("1-1 2021"))
    office.land()
    assert settings[0] in CAMPAIGN
    office.put("fzjs.yaml", CAMPAIGN.replace(*settings))
    mini.review(office.root, OTHER, by="丙科")
    outcome = office.outcome()
    assert "review-wrong-office" in office.refused()
    assert labels(outcome.passed) == []
    assert any("按改动之前的算" in note for note in outcome.notes)


def test_a_change_cannot_lend_the_reviewer_s_name(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    office.land()
    offices = "科室: [{名称: 甲科, 别名: [甲办, 丙科]}, 乙科]"
    office.put("fzjs.yaml", re.sub("科室: .*丙科]", offices, CAMPAIGN))
    mini.review(office.root, OTHER, by="丙科")
    assert office.refused() == {"change-own-review"}


def test_a_new_alias_does_not_make_an_old_review_hold(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    mini.review(office.root, OTHER, by="丙科")
    office.land()
    offices = "科室: [{名称: 甲科, 别名: [甲办, 丙科]}, 乙科]"
    office.put("fzjs.yaml", re.sub("科室: .*丙科]", offices, CAMPAIGN))
    assert "change-own-review" in office.refused()


@pytest.mark.parametrize("day", ["2021-02-01", "2021-02-24"])
def test_an_earlier_day_unlocks_nothing(office: Office, day: str) -> None:
    office.put("fzjs.yaml", CAMPAIGN.replace(mini.TODAY, day))
    office.put(ENTRY, entry("1-1 2020", {"文号": "示〔2020〕1号"}))
    assert "change-passed-undeclared" in office.refused()


def test_a_reviewing_office_that_is_taken_out_still_reviews(office: Office) -> None:
    office.put(OTHER, entry("1-1 2021"))
    office.land()
    office.put("fzjs.yaml", CAMPAIGN.replace("{名称: 甲科, 别名: [甲办]}", "丁科"))
    mini.review(office.root, OTHER, by="丙科")
    assert "review-wrong-office" in office.refused()


def test_history_only_grows(office: Office) -> None:
    mini.review(office.root, verdict="退回")
    assert "change-review-edited" in office.refused()
    (office.root / REVIEW).unlink()
    assert office.refused() == {"change-review-edited"}


# --- findings


def test_severities_are_those_before_the_change(office: Office) -> None:
    rule = "规则: [{名称: evidence-unsealed, 级别: 关闭, 理由: 省事}]\n"
    office.put("fzjs.yaml", CAMPAIGN + rule)
    office.put(OTHER, entry("1-1 2021", {"盖章": "否"}))
    outcome = office.outcome()
    assert "evidence-unsealed" in office.refused()
    assert outcome.met == ()
    assert any("fzjs.yaml" in note for note in outcome.notes)


def test_what_others_have_wrong_is_not_this_change(office: Office) -> None:
    office.put("evidence/丙科/坏.yaml", "事由：坏\n")
    office.put("evidence/丙科/未盖章.yaml", entry("7-1 2021", {"盖章": "否"}))
    office.land()
    office.put(OTHER, entry("1-1 2021", {"事由": "别的事", "附件": None, "正文": "甲"}))
    outcome = office.outcome()
    assert outcome.accepted
    assert outcome.report.diagnostics == ()


def test_what_breaks_elsewhere_is_this_change(office: Office) -> None:
    office.put("fzjs.yaml", CAMPAIGN.replace("别名: [甲办]", "别名: [甲处]"))
    found = office.outcome().report.diagnostics
    assert ("indicators/01.yaml", "indicator-unknown-office") in {
        (one.location.file, one.rule) for one in found
    }


def test_lines_that_move_are_not_new(office: Office) -> None:
    office.put("evidence/丙科/坏.yaml", entry("7-1 2021", {"盖章": "否", "种类": "佐证材料"}))
    office.put("indicators/02.yaml", mini.plan("{编号: 20, 内容: 甲, 责任科室: [戊科]}"))
    office.land()
    office.put("indicators/01.yaml", f"# 注\n{mini.PLAN}")
    assert office.outcome().accepted


def test_two_branches_with_the_same_paper(office: Office) -> None:
    digest = {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'1' * 64}, 库外: 是}}]"}
    office.put(OTHER, entry("8-2 2021", digest))
    office.land()
    office.put("evidence/乙科/又一条.yaml", entry("8-2 2021", digest))
    found = office.outcome().report.diagnostics
    assert "evidence-duplicate" in {one.rule for one in found}
    assert office.outcome().met == ()


def test_a_name_like_another_office_s_blocks_nobody(office: Office) -> None:
    office.put("evidence/甲科/总结.yaml", entry("7-1 2020", {"种类": "报告", "事由": "总结"}))
    mine = {"种类": "报告", "事由": "总结", "附件": OWN}
    office.land()
    office.put("evidence/丙科/总结.yaml", entry("★5-3 2020", mine))
    outcome = office.outcome()
    assert outcome.accepted
    assert [(one.rule, one.location.file) for one in outcome.report.diagnostics] == [
        ("evidence-alike", "evidence/丙科/总结.yaml")
    ]
    office.put("evidence/丙科/总结.yaml", entry("7-1 2020", mine))
    (said,) = office.outcome().report.diagnostics
    assert (said.rule, said.location.file) == ("evidence-duplicate", "evidence/丙科/总结.yaml")
    assert said.related[0][0].file == "evidence/甲科/总结.yaml"


@pytest.mark.parametrize(
    ("day", "rule"), [("2099-01-01", "campaign-dated-ahead"), ("2021-03-02", "")]
)
def test_no_day_that_has_not_come_is_today(office: Office, day: str, rule: str) -> None:
    office.put("fzjs.yaml", f"# 改\n{CAMPAIGN.replace(mini.TODAY, day)}")
    assert office.refused() == ({rule} - {""})


def test_overdue_fails_only_where_asked(office: Office, fzjs: Run) -> None:
    office.put(OTHER, entry("1-1 2021"))
    plain = office.outcome()
    assert plain.accepted
    assert not plain.late
    strict = office.outcome(deadline=True)
    assert not strict.accepted
    assert "due-overdue" in {one.rule for one in strict.report.diagnostics}
    done = fzjs("check", "--base", "origin/main", "--deadline", at=office.root)
    assert done.returncode == 1
    assert "有逾期件" in done.stdout


# --- what cannot be read


def test_a_broken_entry_is_a_finding(office: Office, fzjs: Run) -> None:
    office.put(ENTRY, "事由：坏\n")
    done = fzjs("check", "--base", "origin/main", at=office.root)
    assert done.returncode == 1
    assert f"{ENTRY}:1:3" in done.stdout
    assert "change-passed" not in done.stdout
    assert "1-1/2020  已通过 → 未报  乙科  条目写错了，没有算" in done.stdout
    assert done.stderr == ""


def test_a_broken_plan_is_refused_and_said(office: Office) -> None:
    office.put("indicators/01.yaml", "- 一级指标： 坏\n")
    outcome = office.outcome()
    assert not outcome.accepted
    assert outcome.after is None
    assert any("indicators/01.yaml:1:" in note for note in outcome.notes)


def test_a_base_that_cannot_be_read_is_said_and_the_rest_judged(office: Office) -> None:
    office.put("fzjs.yaml", "格式：1\n")
    office.land()
    office.put("fzjs.yaml", CAMPAIGN)
    outcome = office.outcome()
    assert outcome.accepted
    assert outcome.before is None
    assert any("改动之前的数据读不了" in note for note in outcome.notes)
    office.put(OTHER, entry("1-1 2021"))
    mini.review(office.root, OTHER)
    assert office.refused() == {"change-entry-with-review"}


def test_what_was_broken_and_stays_so_is_refused(office: Office) -> None:
    office.put("fzjs.yaml", "格式：1\n")
    office.land()
    office.put(OTHER, entry("1-1 2021"))
    assert not office.outcome().accepted


def test_the_first_data_has_nothing_to_compare(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "空")
    root = mini.lay(tmp_path, {"fzjs.yaml": CAMPAIGN, ENTRY: entry("1-1 2020", {"盖章": "否"})})
    outcome = gate(Tree(root), "main")
    assert any("还没有 fzjs.yaml" in note for note in outcome.notes)
    assert {one.rule for one in outcome.report.diagnostics} == {"evidence-unsealed"}
    assert (outcome.before, outcome.met) == (None, ())


# --- folders and names


def test_a_renamed_office_is_a_rename(office: Office) -> None:
    for folder in ("evidence", "evidence/审核"):
        (office.root / folder / "乙科").rename(office.root / folder / "新乙科")
    campaign = CAMPAIGN.replace("乙科, 丙科]", "{名称: 新乙科, 别名: [乙科]}, 丙科]")
    office.put("fzjs.yaml", campaign)
    outcome = office.outcome()
    assert outcome.accepted, outcome.report.diagnostics
    assert [(each.how, each.file) for each in outcome.files if each.was] == [
        ("改名", "evidence/审核/新乙科/条目.yaml"),
        ("改名", "evidence/新乙科/条目.yaml"),
    ]
    assert outcome.opened == ()


def test_a_rename_does_not_shake_off_a_review(office: Office) -> None:
    (office.root / ENTRY).rename(office.root / OTHER)
    (office.root / REVIEW).unlink()
    assert "change-review-edited" in office.refused()


def test_a_rename_with_other_bytes_is_one(office: Office) -> None:
    (office.root / ENTRY).unlink()
    office.put(OTHER, "# 注\n" + entry("1-1 2020"))
    renamed = [each for each in office.outcome().files if each.how == "改名"]
    assert [(each.file, each.was) for each in renamed] == [(OTHER, ENTRY)]


def test_codeowners_are_those_of_the_base_and_of_the_whole_repository(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "数据" / "局", {"fzjs.yaml": CAMPAIGN})
    mini.put(tmp_path, "CODEOWNERS", "[分节]\n/数据/局/evidence/ @ev\n")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    Office(tmp_path).commit()
    mini.put(tmp_path, "CODEOWNERS", "* @me\n")
    mini.put(root, ENTRY, entry("1-1 2020"))
    outcome = gate(Tree(root), "main")
    assert [(each.file, each.accounts) for each in outcome.files] == [(ENTRY, ("@ev",))]
    assert any("分节" in note for note in outcome.notes)


# --- usage and outputs


def test_shallow_and_unknown_say_what_to_type(office: Office, fzjs: Run, tmp_path: Path) -> None:
    copy = tmp_path / "浅"
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "远程.git").as_uri(), str(copy))
    done = fzjs("check", "--base", "origin/开发", at=copy)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fetch-depth: 0" in done.stderr
    done = fzjs("check", "--base", "origin/mian", at=office.root)
    assert done.returncode == 2
    assert "是不是“origin/main”？" in done.stderr


def test_a_partial_clone_is_said(office: Office, fzjs: Run, tmp_path: Path) -> None:
    remote, copy = tmp_path / "远程.git", tmp_path / "部分"
    git(remote, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", remote.as_uri(), str(copy))
    mini.put(office.root, OTHER, entry("1-1 2021"))
    office.land()
    git(copy, "fetch", "--quiet")
    git(copy, "checkout", "--quiet", "origin/main")
    mini.put(office.root, OTHER, entry("1-1 2019"))
    office.land()
    git(copy, "fetch", "--quiet")
    git(copy, "reset", "--quiet", "--soft", "origin/main")
    done = fzjs("check", "--base", "HEAD", at=copy)
    assert done.returncode == 2
    assert f"如 {OTHER}" in done.stderr
    assert "--refetch" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--summary", "小结.md"),
        ("乙科", "--base", "main"),
        ("--base", "--deadline"),
        ("--base", ""),
    ],
)
def test_wrong_usage(office: Office, fzjs: Run, arguments: tuple[str, ...]) -> None:
    done = fzjs("check", *arguments, at=office.root)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr


def test_json_is_as_documented(office: Office, fzjs: Run) -> None:
    office.put(ENTRY, entry("1-1 2020", {"状态": "草稿"}))
    office.put(OTHER, entry("1-1 2021"))
    done = fzjs("check", "--base", "origin/main", "--format", "json", at=office.root)
    data = json.loads(done.stdout)
    assert data["通过"] is False
    assert data["新满足"][0]["应报件"] == "1-1/2021"
    said = documented("fzjs check --base … --format json")
    found = set(paths(data))
    alike = ("设置满足", "新通过", "待复核", "又缺", "不再欠", "新欠")
    pieces = [path for path in said if "新满足[]" in path]
    said |= {path.replace("新满足", name) for path in pieces for name in alike}
    assert found <= said
    unsaid = {path.partition("[]")[0] for path in said - found}
    assert unsaid <= {*alike, "发现"}  # lists that are empty here


def test_github_annotates_and_tells(office: Office, fzjs: Run, tmp_path: Path) -> None:
    office.put(ENTRY, entry("1-1 2020", {"落款日期": "2021-02-22"}))
    summary = tmp_path / "summary.md"
    arguments = ("check", "--base", "origin/main", "--summary", str(summary))
    done = fzjs(*arguments, at=office.root, GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert f"::error file={ENTRY},line=1" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("不通过")
    assert summary.read_text("utf-8").startswith("## fzjs：不通过：错误 1")


def test_the_summary_reads_no_data_as_markup(office: Office) -> None:
    evil = "`@all` <img src=x> [点](http://x.example) | #1 \\\n## 假标题\u202e"
    office.put(f"evidence/乙科/{evil.replace('/', '／')[:60]}.yaml", "事由：坏\n")
    office.put(OTHER, entry("1-1 2021", {"事由": json.dumps(evil, ensure_ascii=False)}))
    text = markdown.render(office.outcome())
    bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    assert "假标题" in text
    assert not re.search(r"[@<>\[\]\\\u202e]|http|假", bare), bare
    assert all(
        line.startswith(("## fzjs", "### ")) for line in text.splitlines() if "## " in line[:4]
    )


def test_the_page_that_steps_write_together_is_added_to(
    office: Office, fzjs: Run, tmp_path: Path
) -> None:
    page = tmp_path / "页.md"
    page.write_text("前一步\n", "utf-8")
    words = ("check", "--base", "origin/main", "--summary", str(page))
    fzjs(*words, at=office.root, GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text("utf-8").startswith("前一步\n")
    fzjs(*words, at=office.root)
    assert "前一步" not in page.read_text("utf-8")


def test_the_summary_stays_within_what_a_forge_takes(office: Office) -> None:
    row = f"内容: {'长' * 300}, 责任科室: [乙科], 测评方法: [材料查证]}}\n"
    rows = "".join(f"{{编号: {i}, {row}" for i in range(100, 400))
    office.put("indicators/02.yaml", mini.plan(rows))
    for i in range(300):
        office.put(f"evidence/乙科/{'名' * 50}{i}.yaml", "事由：坏\n")
    text = markdown.render(office.outcome())
    assert len(text) < 60_000
    assert "另有280件" in text
    assert text.count("\n- ") < 150


def test_nothing_is_written_and_no_program_is_run(office: Office, fzjs: Run) -> None:
    flag = office.root.parent / "PWNED"
    for key in ("core.fsmonitor", "diff.external"):
        git(office.root, "config", key, f"touch '{flag}'; false")
    office.put(OTHER, entry("1-1 2021"))
    before = {path: path.stat().st_mtime_ns for path in office.root.rglob("*")}
    assert fzjs("check", "--base", "origin/main", at=office.root).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in office.root.rglob("*")} == before
    assert not flag.exists()


def test_the_shipped_campaign_against_itself(campaign: Path, fzjs: Run) -> None:
    done = fzjs("check", "--base", "HEAD", at=campaign)
    assert done.returncode == 0
    assert "改动的文件" not in done.stdout
    entry_file = next(campaign.glob("evidence/*/2016*.yaml"))
    shutil.copy(entry_file, entry_file.with_stem("又一份"))
    outcome = gate(Tree(campaign), "HEAD")
    assert [each.how for each in outcome.files] == ["新增"]


def test_the_page_names_every_rule_of_a_change() -> None:
    text = (ROOT / "docs" / "gate.md").read_text("utf-8")
    for name in RULES:
        assert (f"| `{name}` |" in text) == name.startswith("change-"), name
