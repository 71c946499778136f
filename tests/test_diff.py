"""`fzjs diff`: what happened between two commits of a real repository, in the plan's words."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.diagnostic import FzjsError
from fzjs.gate import gate
from fzjs.render.screen import diff as screen
from fzjs.reports import diff
from fzjs.reports.diff.moved import LISTS
from fzjs.tree import Tree
from mini import ENTRY, OTHER, entry
from test_json_docs import documented, paths
from timeline import Timeline, begin

TODAY = datetime.date(2021, 3, 2)
INSPECTION = "evidence/督导/2021-02-检查.yaml"
PROBLEM = (
    "类型: 检查\n日期: 2021-02-26\n问题:\n- {{编号: 1, 条目: 乙科/条目, 问题: 缺章, "
    "责任科室: 乙科, 时限: 2021-03-20, 处理: [{}]}}\n"
)


MENDED = "问题: 2021-02-检查/1\n措施: 补章\n佐证: [乙科/条目]\n申请销号: 2021-02-27\n"


def paper(mark: str) -> str:
    """Give an attachment of its own: the same one again would be registered twice."""
    return f"[{{路径: 附件/乙.pdf, sha256: {mark * 64}, 库外: 是, 字数: 480}}]"


@pytest.fixture
def campaign(tmp_path: Path) -> Timeline:
    """Give a campaign with one passed entry (1-1/2020), committed on 2021-02-20."""
    made = begin(tmp_path / "局", {ENTRY: entry("1-1 2020")})
    mini.review(made.root, date="2021-02-19")
    made.commit("2021-02-20")
    return made


def built(
    made: Timeline, first: str | datetime.date = "HEAD", second: str = "", office: str = ""
) -> dict[str, Any]:
    return diff.build(Tree(made.root), (first, second), TODAY, office)


def moved(data: dict[str, Any]) -> dict[str, list[str]]:
    """Give the labels of the lists that are not empty."""
    return {
        name: [label for row in data[name] for label in row["应报件"]]
        for name in LISTS
        if data[name]
    }


def others(data: dict[str, Any], name: str) -> list[tuple[str, ...]]:
    """Give of a list how each thing changed, and which."""
    key = {"条目变化": "条目", "科室变化": "名称", "设置变化": "键", "批准变化": "对象"}
    key |= {"台账变化": "月份"}
    return [(row["怎么"], row[key.get(name, "编号")]) for row in data[name]]


def test_nothing_changed(campaign: Timeline, fzjs: Run) -> None:
    assert moved(built(campaign)) == {}
    campaign.put("fzjs.yaml", mini.CAMPAIGN + f"基准日: {mini.TODAY}\n")
    campaign.commit("2021-03-02")
    done = fzjs("diff", at=campaign.root)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "没有变化。"


def test_a_record_that_no_list_is_about_is_not_hidden(campaign: Timeline, fzjs: Run) -> None:
    campaign.put("fzjs.yaml", mini.CAMPAIGN + f"基准日: {mini.TODAY}\n")
    campaign.commit("2021-03-02")
    campaign.put("evidence/日程/2021.yaml", "办理: [{任务: 工作台账, 日期: 2021-03-01}]\n")
    campaign.put("evidence/乙科/日程/2021.yaml", "办理: []\n")
    lines = fzjs("diff", at=campaign.root).stdout.splitlines()
    assert "注意：日程、催办、申报改了2个文件，这里不列：看 git diff" in lines
    assert lines[-1] == "别的没有变化。"


def test_what_was_handed_in_and_passed_names_entry_and_commit(campaign: Timeline) -> None:
    campaign.put(OTHER, entry("1-1 2021 1; 1-1 2019 2", {"附件": paper("1")}))
    handed = campaign.commit("2021-02-22")[:7]
    data = built(campaign, "HEAD~1", "HEAD")
    (row,) = data["新满足"]
    assert (row["资料"], row["年度"], row["件数"]) == ("1-1", "2019、2021", 2)
    assert (row["条目"], row["文件"], row["提交"]) == ("乙科/另一条", OTHER, handed)
    assert (row["原来"], row["现在"]) == ("未报", "待审")
    assert others(data, "条目变化") == [("新增", "乙科/另一条")]
    mini.review(campaign.root, OTHER)
    passed = campaign.commit("2021-02-26")[:7]
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"新通过": ["1-1/2019", "1-1/2021"]}
    assert data["新通过"][0]["提交"] == passed
    assert others(data, "条目变化") == [("审核或督导", "乙科/另一条")]
    data = built(campaign, "HEAD~2")
    assert (sorted(moved(data)["新满足"]), data["新满足"][0]["现在"]) == (
        ["1-1/2019", "1-1/2021"], "已通过",
    )  # fmt: skip


def test_what_is_not_committed_yet_is_told_as_such(campaign: Timeline) -> None:
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    data = built(campaign)
    assert moved(data) == {"新满足": ["1-1/2021"]}
    assert data["新满足"][0]["提交"] == "未提交"
    assert data["条目变化"][0]["提交"] == "未提交"
    assert data["到"]["提交"].endswith("+")


def test_reopened_by_a_problem_closed_and_back_again(campaign: Timeline) -> None:
    campaign.put(INSPECTION, PROBLEM.format(""))
    campaign.commit("2021-02-26")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"退回": ["1-1/2020"]}
    assert "缺章" in data["退回"][0]["说明"]
    assert others(data, "问题变化") == [("查出", "2021-02-检查/1")]
    campaign.put("evidence/乙科/整改/2021-02-检查-1.yaml", MENDED)
    campaign.put(INSPECTION, PROBLEM.format("{日期: 2021-02-28, 结果: 验收, 验收人: 张某}"))
    campaign.commit("2021-02-28")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"新满足": ["1-1/2020"]}
    assert others(data, "问题变化") == [("销号", "2021-02-检查/1")]
    back = others(built(campaign, "HEAD", "HEAD~1"), "问题变化")
    assert back == [("不再算销号（待整改）", "2021-02-检查/1")]  # no inspector wrote 反弹


def test_a_problem_on_its_way(campaign: Timeline) -> None:
    """What happens between finding and closing is told, and a second 退回 too."""
    step = "{{日期: {}, 结果: {}, 验收人: 张某, 说明: 缺{}}}"
    returned, again = step.format("2021-02-28", "退回", ""), step.format("2021-03-01", "退回", "")
    answer = "evidence/乙科/整改/2021-02-检查-1.yaml"
    put_off = step.format("2021-03-02", "延期", ", 至: 2021-03-31")
    told = []
    for handling, mended in (
        ("", ""),
        ("", "问题: 2021-02-检查/1\n措施: 补章\n"),
        ("", MENDED),
        (returned, MENDED),
        (f"{returned}, {again}", MENDED.replace("2021-02-27", "2021-03-01")),
        (f"{returned}, {again}, {put_off}", MENDED.replace("2021-02-27", "2021-03-01")),
    ):
        campaign.put(INSPECTION, PROBLEM.format(handling))
        if mended:
            campaign.put(answer, mended)
        campaign.commit("2021-03-02")
        told += [how for how, _ in others(built(campaign, "HEAD~1", "HEAD"), "问题变化")]
    assert told == ["查出", "整改中", "申请销号", "退回", "又退回", "时限改到2021-03-31"]


def test_changed_after_review_withdrawn_deleted(campaign: Timeline) -> None:
    campaign.put(ENTRY, entry("1-1 2020", {"盖章": "是", "落款日期": "2021-02-18"}))
    campaign.commit("2021-02-24")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"待复核": ["1-1/2020"]}
    assert data["条目变化"][0]["改了"] == ["落款日期"]
    assert (data["条目变化"][0]["原来"], data["条目变化"][0]["现在"]) == ("已通过", "待复核")
    campaign.put(ENTRY, entry("1-1 2020", {"状态": "撤回", "撤回理由": "重报"}))
    campaign.commit("2021-02-25")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"又缺": ["1-1/2020"]}
    assert others(data, "条目变化") == [("撤回", "乙科/条目")]
    (campaign.root / ENTRY).unlink()
    campaign.commit("2021-02-26")
    assert others(built(campaign, "HEAD~1", "HEAD"), "条目变化") == [("删除", "乙科/条目")]


def test_a_comment_a_new_name_and_a_broken_file_are_told_apart(campaign: Timeline) -> None:
    campaign.put(ENTRY, entry("1-1 2020") + "# 说明\n")
    campaign.commit("2021-02-22")
    assert others(built(campaign, "HEAD~1"), "条目变化") == [("只改注释", "乙科/条目")]
    campaign.git("mv", ENTRY, "evidence/乙科/新名.yaml")
    campaign.git("mv", "evidence/审核/乙科/条目.yaml", "evidence/审核/乙科/新名.yaml")
    campaign.commit("2021-02-23")
    data = built(campaign, "HEAD~1")
    assert moved(data) == {}
    assert others(data, "条目变化") == [("改名", "乙科/新名")]
    assert data["条目变化"][0]["原名"] == "乙科/条目"
    campaign.put("evidence/乙科/新名.yaml", "事由：一\n")
    campaign.commit("2021-02-24")
    data = built(campaign, "HEAD~1")
    assert others(data, "条目变化") == [("写错了", "乙科/新名")]
    assert moved(data) == {"又缺": ["1-1/2020"]}
    assert "现在有1个文件写错、没有计入" in data["注意"][0]


def test_time_alone_is_told_apart_from_what_was_done(campaign: Timeline) -> None:
    """第二批 (2020) is due on 2021-03-15: nobody did anything, and it is late on the 16th."""
    campaign.commit("2021-03-10")
    data = diff.build(Tree(campaign.root), ("HEAD", ""), datetime.date(2021, 3, 20))
    assert set(moved(data)) == {"到期"}
    late = moved(data)["到期"]
    assert "1-2/2020" in late
    assert "1-1/2020" not in late
    assert not [label for label in late if label.endswith("/2019")]
    assert data["从"]["合计"]["逾期"] + len(late) == data["到"]["合计"]["逾期"]
    assert (data["从"]["日期"], data["到"]["日期"]) == ("2021-03-10", "2021-03-20")


def test_an_approval_of_a_later_day_begins_to_count(campaign: Timeline) -> None:
    waiver = "不适用: [{对象: 7, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-25}}]\n"
    campaign.put("fzjs.yaml", mini.CAMPAIGN + waiver)
    campaign.commit("2021-02-22")
    data = built(campaign, "HEAD")
    assert moved(data) == {"到日": ["7-1/2019", "7-1/2020", "7-1/2021"]}
    data = built(campaign, "HEAD~1")
    assert moved(data) == {"不再欠": ["7-1/2019", "7-1/2020", "7-1/2021"]}
    assert data["不再欠"][0]["说明"] == "不适用：没有"
    assert others(data, "批准变化") == [("批准", "7")]
    assert data["设置变化"] == []


def test_asking_less_is_not_progress(campaign: Timeline) -> None:
    campaign.put(OTHER, entry("1-1 2021", {"盖章": "否", "附件": paper("1")}))
    campaign.commit("2021-02-22")
    campaign.put("fzjs.yaml", mini.CAMPAIGN.replace("- {名称: 盖章, 出处: 附件1 三.2}\n", ""))
    campaign.commit("2021-02-23")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {"设置满足": ["1-1/2021"]}
    assert others(data, "设置变化") == [("改动", "要求")]


def test_the_plan_grows_and_shrinks(campaign: Timeline) -> None:
    head, _, _ = mini.PLAN.partition("  - 编号: 10\n")
    campaign.put("indicators/01.yaml", head.replace("内容: 年度工作,", "内容: 全年工作,"))
    campaign.commit("2021-02-22")
    data = built(campaign, "HEAD~1", "HEAD")
    assert set(moved(data)) == {"不再欠"}
    assert "10-1/现行" in moved(data)["不再欠"]
    assert others(data, "指标变化") == [("改动", "7"), ("删去", "10")]
    assert data["指标变化"][0]["改了"] == ["上报资料"]
    assert set(moved(built(campaign, "HEAD", "HEAD~1"))) == {"新欠"}


def test_an_office_under_a_new_name_moves_nothing(campaign: Timeline) -> None:
    campaign.put("evidence/丙科/条目.yaml", entry("6-1 2020", {"附件": paper("2")}))
    campaign.commit("2021-02-21")
    campaign.put("fzjs.yaml", mini.CAMPAIGN.replace("丙科]", "{名称: 丁科, 别名: [丙科]}]"))
    campaign.git("mv", "evidence/丙科", "evidence/丁科")
    campaign.commit("2021-02-22")
    data = built(campaign, "HEAD~1", "HEAD")
    assert moved(data) == {}
    assert [(r["怎么"], r["名称"], r["原名"]) for r in data["科室变化"]] == [
        ("改名", "丁科", "丙科")
    ]
    assert data["设置变化"] == []
    theirs = built(campaign, "HEAD~1", "HEAD", "丁科")
    assert theirs["从"]["合计"] == theirs["到"]["合计"]
    assert theirs["从"]["合计"]["应报"] > 0


def test_ledgers_rulings_and_applications(campaign: Timeline) -> None:
    ledger = "填表日期: 2021-03-01\n行: [{年度: 2020, 指标: 1, 完成: 未完成, 情况: 在办}]\n"
    campaign.put("evidence/乙科/台账/2021-03.yaml", ledger)
    asked = "口径: [{编号: K1, 对象: [1], 问题: 怎么读？}]\n"
    campaign.put("fzjs.yaml", mini.CAMPAIGN + asked)
    applied = "类别: 不适用\n对象: 7-1/2019\n理由: 没有\n日期: 2021-02-27\n"
    campaign.put("evidence/乙科/申请/一.yaml", applied)
    campaign.commit("2021-03-01")
    data = built(campaign, "HEAD~1")
    assert others(data, "台账变化") == [("交来", "2021-03")]
    assert others(data, "口径变化") == [("提出", "K1")]
    assert others(data, "批准变化") == [("申请", "7-1/2019")]
    settled = asked.replace("？}", "？, 读法: 甲, 依据: 乙, 决定: {人: 张某, 日期: 2021-03-01}}")
    campaign.put("fzjs.yaml", mini.CAMPAIGN + settled)
    campaign.commit("2021-03-02")
    assert others(built(campaign, "HEAD~1"), "口径变化") == [("定了", "K1")]


def test_a_ledger_from_draft_to_deleted(campaign: Timeline) -> None:
    file = "evidence/乙科/台账/2021-03.yaml"
    base = "填表日期: 2021-03-01\n状态: {}\n行: [{{年度: 2020, 指标: 1, 完成: 未完成, 情况: {}}}]\n"
    said = [("草稿", "在办"), ("已提交", "在办"), ("已提交", "章已盖"), ("草稿", "章已盖")]
    found = []
    for state, note in said:
        campaign.put(file, base.format(state, note))
        campaign.commit("2021-03-01")
        found += [how for how, _ in others(built(campaign, "HEAD~1"), "台账变化")]
    assert found == ["预填", "交来", "改动", "改回草稿"]
    # the same ledger in another folder of its office is neither handed in nor deleted
    settings = mini.CAMPAIGN.replace(" 乙科, 丙科]", " {名称: 乙科, 别名: [乙办]}, 丙科]")
    campaign.put("fzjs.yaml", settings)
    campaign.commit("2021-03-01")
    (campaign.root / "evidence/乙办").mkdir()
    campaign.git("mv", "evidence/乙科/台账", "evidence/乙办/台账")
    campaign.commit("2021-03-02")
    assert built(campaign, "HEAD~1")["台账变化"] == []
    campaign.git("rm", "-q", "evidence/乙办/台账/2021-03.yaml")
    campaign.commit("2021-03-02")
    assert others(built(campaign, "HEAD~1"), "台账变化") == [("删去", "2021-03")]


def test_only_one_office(campaign: Timeline) -> None:
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    campaign.put("evidence/甲科/条目.yaml", entry("（4）-1 2020", {"种类": "目录"}))
    campaign.put("fzjs.yaml", mini.CAMPAIGN + "口径: [{编号: K1, 对象: [1], 问题: 怎么读？}]\n")
    campaign.commit("2021-03-01")
    data = built(campaign, "HEAD~1", office="甲办")
    assert data["科室"] == "甲科"
    assert "1-1/2021" not in [label for labels in moved(data).values() for label in labels]
    assert others(data, "条目变化") == [("新增", "甲科/条目")]
    assert data["口径变化"] == []


# --- which commits are meant


def test_days_branches_tags_and_ranges(campaign: Timeline) -> None:
    first = campaign.git("rev-parse", "HEAD")[:7]
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    last = campaign.commit("2021-02-25")[:7]
    campaign.git("tag", "报送")
    for typed in ("2021-02-20", "2021-02-24", "2021年2月24日", "2021/2/24", "20210224"):
        assert built(campaign, typed)["从"]["提交"] == first, typed
    assert built(campaign, datetime.date(2021, 2, 25))["从"]["提交"] == last
    assert built(campaign, "报送")["从"]["提交"] == last
    assert built(campaign, first[:7])["从"]["日期"] == "2021-02-20"
    assert built(campaign, "2021-02-24")["从"]["日期"] == "2021-02-24"
    ranged = built(campaign, "HEAD~1..HEAD")
    assert [ranged[side]["提交"] for side in ("从", "到")] == [first, last]
    assert built(campaign, "..")["从"]["提交"] == last  # as git has it: HEAD, and what is there now
    assert built(campaign, "..HEAD")["到"]["提交"] == last
    assert moved(ranged) == moved(built(campaign, "2021-02-24", "2021-02-25"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2021-02-19", "到 2021-02-19 为止还没有提交，第一次是 2021-02-20"),
        ("2021-03-03", "还没有到，今天是 2021-03-02"),
        ("2021-02-30", "没有“2021-02-30”这一天"),
        ("mian", "是不是“main”？"),
        ("--output=x", "git 里没有“--output=x”"),
        ("HEAD~9", "git 里没有“HEAD~9”"),
        ("main...HEAD", "git 里没有“.HEAD”"),
    ],
)
def test_what_is_no_commit_is_told(campaign: Timeline, typed: str, words: str) -> None:
    with pytest.raises(FzjsError, match=words.replace("？", "")):
        built(campaign, typed)


def test_a_branch_with_the_name_of_a_day_is_asked_back(campaign: Timeline) -> None:
    campaign.git("branch", "2021-02-20")
    with pytest.raises(FzjsError, match="--since 2021-02-20"):
        built(campaign, "2021-02-20")
    assert built(campaign, datetime.date(2021, 2, 20))["从"]["写法"] == "2021-02-20"
    assert built(campaign, "refs/heads/2021-02-20")["从"]["日期"] == "2021-02-20"


def test_a_side_that_cannot_be_read_is_named(campaign: Timeline) -> None:
    campaign.put("fzjs.yaml", "格式：1\n")
    broken = campaign.commit("2021-02-22")[:7]
    campaign.put("fzjs.yaml", mini.CAMPAIGN)
    campaign.commit("2021-02-23")
    with pytest.raises(FzjsError, match=f"HEAD~1（提交 {broken}）的数据读不了：fzjs.yaml:1"):
        built(campaign, "HEAD~1")
    assert moved(built(campaign, "HEAD~2")) == {}


def test_turned_round_and_apart_are_said(campaign: Timeline) -> None:
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    campaign.commit("2021-02-22")
    data = built(campaign, "HEAD", "HEAD~1")
    assert "倒着列" in data["注意"][0]
    assert moved(data) == {"又缺": ["1-1/2021"]}
    campaign.git("checkout", "--quiet", "-b", "别的", "HEAD~1")
    campaign.commit("2021-02-23")
    data = built(campaign, "main", "别的")
    assert "不在一条线上" in data["注意"][0]
    assert moved(data) == {"又缺": ["1-1/2021"]}


def test_a_merge_is_the_source_of_what_it_brought(campaign: Timeline) -> None:
    campaign.git("checkout", "--quiet", "-b", "乙科")
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    campaign.commit("2021-02-22")
    campaign.git("checkout", "--quiet", "main")
    campaign.git("merge", "--quiet", "--no-ff", "--message", "合并", "乙科", when="2021-02-23")
    merge = campaign.git("rev-parse", "HEAD")[:7]
    assert built(campaign, "2021-02-22")["新满足"][0]["提交"] == merge


def test_a_root_below_the_repository(tmp_path: Path) -> None:
    made = begin(tmp_path)
    mini.lay(tmp_path / "局")
    made.commit("2021-02-20")
    below = Timeline(tmp_path / "局")
    below.put(OTHER, entry("1-1 2021"))
    commit = made.commit("2021-02-22")[:7]
    (row,) = built(below, "HEAD~1", "HEAD")["新满足"]
    assert (row["文件"], row["提交"]) == (OTHER, commit)


# --- as it is printed


@pytest.fixture
def busy(campaign: Timeline) -> Timeline:
    """Give a campaign in which everything that `diff` tells of has changed."""
    campaign.put(OTHER, entry("1-1 2021 1; 1-1 2019 2", {"附件": paper("1")}))
    campaign.put(INSPECTION, PROBLEM.format(""))
    asked = "类别: 延期\n对象: 7-1/2019\n至: 2021-04-01\n理由: 忙\n日期: 2021-02-27\n"
    campaign.put("evidence/乙科/申请/一.yaml", asked)
    ledger = "填表日期: 2021-03-01\n行: [{年度: 2020, 指标: 1, 完成: 未完成, 情况: 在办}]\n"
    campaign.put("evidence/乙科/台账/2021-03.yaml", ledger)
    settings = mini.CAMPAIGN.replace("丙科]", "{名称: 丁科, 别名: [丙科]}]")
    settings = settings.replace("截止: 2021-05-31", "截止: 2021-06-30")
    settings += "口径: [{编号: K1, 对象: [1], 问题: 怎么读？}]\n"
    settings += "不适用: [{对象: 7, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    campaign.put("fzjs.yaml", settings)
    campaign.put("indicators/01.yaml", mini.PLAN.replace("内容: 年度工作,", "内容: 全年工作,"))
    campaign.commit("2021-03-02")
    return campaign


def test_json_is_documented(busy: Timeline, fzjs: Run) -> None:
    done = json.loads(fzjs("diff", "HEAD~1", "HEAD", "--json", at=busy.root).stdout)
    pieces = {key for name in LISTS for row in done[name] for key in row}
    assert pieces == set(done["新满足"][0])
    found = {path for path in paths(done) if path.partition("[")[0] not in LISTS[1:]}
    assert found | set(LISTS) == documented("fzjs diff --json")


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(busy: Timeline, width: int) -> None:
    shown = screen.render(built(busy, "HEAD~1"), width).plain
    assert max(map(cell_len, shown.splitlines())) <= width
    titles = (
        "新满足 2件", "退回 1件", "不再欠", "条目 2：新增 1、审核或督导 1", "督导的问题 1",
        "工作台账 1", "申请和批准 2：批准 1、申请 1", "口径 1", "科室 1：改名 1", "指标 1",
        "fzjs.yaml 的其他设置 1",
    )  # fmt: skip
    assert [title for title in titles if f"\n{title}" not in shown] == []


def test_long_lists_are_cut_and_counted(campaign: Timeline, fzjs: Run) -> None:
    names = [f"evidence/乙科/{i:02}.yaml" for i in range(12)]
    for i, name in enumerate(names):
        campaign.put(name, entry("1-1 2021", {"附件": paper("0123456789ab"[i])}))
    campaign.commit("2021-02-22")
    short = fzjs("diff", "HEAD~1", at=campaign.root).stdout
    assert "另有4行" in short
    assert "--all" in short
    whole = fzjs("diff", "HEAD~1", "--all", at=campaign.root).stdout
    assert "另有" not in whole
    assert all(Path(name).stem in whole for name in names)


def test_the_moves_are_those_of_the_gate(campaign: Timeline) -> None:
    """One vocabulary: what `check --base` calls newly met or owed no longer is so here too."""
    campaign.put(OTHER, entry("1-1 2021", {"附件": paper("1")}))
    campaign.put(ENTRY, entry("1-1 2020", {"落款日期": "2021-02-18"}))
    waiver = "不适用: [{对象: 7, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    campaign.put("fzjs.yaml", mini.CAMPAIGN + waiver)
    campaign.commit("2021-03-02")
    outcome = gate(Tree(campaign.root), "HEAD~1", TODAY)
    of_gate = {"新满足": outcome.met, "不再欠": outcome.gone, "待复核": outcome.again}
    assert all(of_gate.values())
    assert moved(built(campaign, "HEAD~1")) == {
        name: [piece.label for piece in pieces] for name, pieces in of_gate.items()
    }
