"""Repositories that come from other plans: group nouns, assumed settings, no material, no plan."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from rich.cells import cell_len

import mini
from fzjs.assess import Assessment, assess
from fzjs.assess.attain import UNJUDGED
from fzjs.check import check
from fzjs.diagnostic import FzjsError, Severity
from fzjs.facts import fold, fold_reference
from fzjs.models import Campaign, IndicatorFile, parse
from fzjs.render.screen import show as show_screen
from fzjs.render.screen import status as status_screen
from fzjs.render.screen import todo as todo_screen
from fzjs.reports import export, show, status, summary, todo
from fzjs.repository import load, load_sound
from fzjs.source import read
from fzjs.tree import Tree

TODAY = datetime.date(2021, 3, 2)
ROW = "{{编号: {}, 来源: {}, 内容: 某事, 责任科室: [{}], 测评方法: [材料查证]}}"
TASK = "{{编号: {}, 来源: {}, 内容: 某事, 责任科室: [{}]}}"
LONG = "县（市、区）人民政府和各功能区管理委员会以及有关的单位"


def with_offices(*more: str) -> str:
    return mini.CAMPAIGN.replace("乙科, 丙科]", ", ".join(("乙科", "丙科", *more)) + "]")


def laid(root: Path, campaign: str = mini.CAMPAIGN, *rows: str) -> Assessment:
    return mini.given(
        root, {"fzjs.yaml": campaign, "indicators/01.yaml": mini.plan("\n".join(rows))}
    )


def bare(root: Path, campaign: str) -> Path:
    mini.put(root, "fzjs.yaml", campaign)
    return root


def owners(assessment: Assessment) -> list[tuple[str, ...]]:
    return [met.due.owners for met in assessment.met]


def screen(assessment: Assessment, by: str = "office") -> str:
    text = str(status_screen.render(status.build(assessment, by=by), 80))
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    return text


def said(root: Path, rule: str) -> list[str]:
    return [f.message for f in check(Tree(root), TODAY).diagnostics if f.rule == rule]


@pytest.mark.parametrize(
    ("number", "category", "key"),
    [
        ("第1项指标", "基础", "1"),
        ("第（3）项", "基础", "(3)"),
        ("（一）1", "基础", "(一)1"),
        ("附加项指标加分项1", "加分", "加分1"),
        ("附加项减分项2", "减分", "减分2"),
        ("附加项3", "加分", "加分3"),
        ("加分项1", "加分", "加分1"),
        ("1", "减分", "减分1"),
        ("加分项", "加分", "加分项"),
        ("附加项", "基础", "附加项"),
    ],
)
def test_numbers_as_plans_print_them(number: str, category: str, key: str) -> None:
    assert fold(number, category) == key


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        ("第1项指标-2甲/2020", "1-2甲/2020"),
        ("附加项指标加分项1-3", "加分1-3"),
        ("（5）-1", "(5)-1"),
    ],
)
def test_references_to_them(reference: str, key: str) -> None:
    assert fold_reference(reference) == key


def test_a_long_number_is_printed_short(tmp_path: Path) -> None:
    assessment = laid(tmp_path, mini.CAMPAIGN, ROW.format("第1项指标", "国家", "乙科"))
    assert [met.due.label for met in assessment.met] == ["1-材料查证/汇总"]
    assert show.build(assessment, "第1项指标")["编号"] == "1"
    assert export.build(assessment)["指标"][0]["编号"] == "第1项指标"


def test_members_owe_in_place_of_the_group(tmp_path: Path) -> None:
    campaign = with_offices("{名称: 相关科室, 成员: [甲办, 丙科]}")
    assessment = laid(tmp_path, campaign, ROW.format(1, "国家", "相关科室"))
    assert owners(assessment) == [("甲科", "丙科")]
    rows = {row["名称"]: row for row in status.build(assessment)["分组"]}
    assert "相关科室" not in rows
    assert [rows[name]["应报"] for name in ("甲科", "丙科", "乙科")] == [1, 1, 0]
    assert status.build(assessment)["合计"]["应报"] == 1
    text = str(show_screen.render(show.build(assessment, "1"), 80))
    assert "责任科室：甲科、丙科\n集合名词：相关科室，指甲科、丙科" in text
    with pytest.raises(FzjsError, match="甲科、丙科"):
        todo.build(assessment, "相关科室")


def test_an_office_named_by_itself_keeps_its_own_role(tmp_path: Path) -> None:
    campaign = with_offices("{名称: 各科, 成员: [甲科, 乙科, 丙科]}")
    offices = "{科室: 各科, 角色: 配合}, {科室: 乙科, 角色: 牵头}"
    assessment = laid(tmp_path, campaign, ROW.format(1, "国家", offices))
    roles = [(r.office, r.role, r.group) for r in assessment.catalogue.rows["1"].responsible]
    assert roles == [("甲科", "配合", "各科"), ("丙科", "配合", "各科"), ("乙科", "牵头", "")]
    assert owners(assessment) == [("乙科",)]


def test_each_member_provides_where_it_is_asked_of_each(tmp_path: Path) -> None:
    campaign = with_offices("{名称: 各科, 成员: [乙科, 丙科]}")
    piece = ", 上报资料: [{代号: 1, 内容: 名单, 种类: 名单, 年度: 汇总, 分别提供: 是}]}"
    row = ROW.format(1, "国家", "各科").removesuffix("}") + piece
    assert mini.owed(laid(tmp_path, campaign, row), "1") == ["1-1/汇总/乙科", "1-1/汇总/丙科"]


def test_a_batch_of_a_group_is_its_members(tmp_path: Path) -> None:
    campaign = with_offices("{名称: 各科, 成员: [丙科]}").replace(
        "批次:", "批次:\n- {名称: 先报, 科室: [各科], 截止: 2021-01-05}"
    )
    rows = (ROW.format(1, "国家", "丙科"), ROW.format(2, "国家", "乙科"))
    assert [met.due.batch for met in laid(tmp_path, campaign, *rows).met] == ["先报", ""]


def test_an_open_group_owes_and_is_marked(tmp_path: Path) -> None:
    campaign = with_offices(f'{{名称: "{LONG}", 成员: 待定}}')
    assessment = laid(tmp_path, campaign, ROW.format(1, "国家", f'"{LONG}"'))
    assert owners(assessment) == [(LONG,)]
    text = screen(assessment)
    assert f"\n*{LONG[:8]}" in text
    assert "*集合名词，成员待定" in text
    assert "集合名词成员未定1个" in text
    assert f"{LONG}（集合名词，成员待定）" in str(todo_screen.render(todo.build(assessment), 120))
    assert "（集合名词，成员待定）" in str(show_screen.render(show.build(assessment, "1"), 120))
    assert summary.build(assessment)["科室"][0]["科室"].endswith("（集合名词，成员待定）")
    assert len(said(tmp_path, "office-members-open")) == 1


@pytest.mark.parametrize(
    ("sources", "lines"),
    [
        (["本单位", "本单位"], [("本单位", 2)]),
        (["国家"], [("国家", 1)]),
        (["省", "本单位"], [("省", 1), ("加本单位", 2)]),
        (["国家", "市", "本单位"], [("国家", 1), ("加市", 2), ("加本单位", 3)]),
    ],
)
def test_only_tiers_that_the_plan_has(
    sources: list[str], lines: list[tuple[str, int]], tmp_path: Path
) -> None:
    rows = [ROW.format(n, source, "乙科") for n, source in enumerate(sources, 1)]
    shown = status.build(laid(tmp_path, mini.CAMPAIGN, *rows))["齐备"]
    assert [(row["层级"], row["总数"]) for row in shown] == lines


def test_what_names_no_source_is_counted_all_the_same(tmp_path: Path) -> None:
    rows = [ROW.format(1, "国家", "乙科"), ROW.format(2, "省", "乙科").replace("来源: 省, ", "")]
    assessment = laid(tmp_path, mini.CAMPAIGN, *rows)
    shown = status.build(assessment)["齐备"]
    assert [(row["层级"], row["总数"]) for row in shown] == [("国家", 1), ("全部", 2)]
    assert summary.build(assessment)["总体"]["齐备"][1]["层级"] == "国家和未写来源的"


def test_a_threshold_above_the_last_tier_takes_the_last(tmp_path: Path) -> None:
    line = "达标线: [{名称: 综合示范, 层级: 加市, 比例: 50%, 出处: 某文}]\n"
    assessment = laid(tmp_path, mini.CAMPAIGN + line, ROW.format(1, "国家", "乙科"))
    mini.put(tmp_path, mini.ENTRY, mini.entry("1-材料查证 汇总", {"种类": "佐证材料"}))
    mini.review(tmp_path)
    passed = mini.assessed(tmp_path)
    assert [status.build(a)["达标线"][0]["现在"] for a in (assessment, passed)] == [
        "0.0%",
        "100.0%",
    ]


CAMPAIGN_ALONE = """\
格式: 1
单位: 示例市某局
窗口: 2019-2021
截止: 2021-12-31
创建办: 某办
体系: {名称: 某意见}
阶段: [{名称: 申报, 止: 2021-06-30, 原话: 6月底前}, {名称: 创建, 原话: 另行通知}]
周期任务: [{名称: 评估, 周期: 每2年, 月: 3, 日: 1}]
期限: [{名称: 报联络员, 日期: 2021-04-01, 出处: 第三部分}]
监督: [{名称: 通报, 内容: 每季度通报一次。}]
待定: [窗口, 截止, 创建办]
"""


def test_a_campaign_without_indicators(tmp_path: Path) -> None:
    report = check(Tree(bare(tmp_path, CAMPAIGN_ALONE)), TODAY)
    assert report.count(Severity.ERROR) == 0
    assert len(said(tmp_path, "campaign-assumed")) == 3
    assert said(tmp_path, "campaign-without-indicators") == ["还没有指标"]
    repository, faults = load_sound(Tree(tmp_path))
    assessment = assess(repository, TODAY)
    assert faults == ()
    for by in ("office", "level", "method", "year"):
        text = screen(assessment, by)
        assert "还没有指标" in text
        assert "应报" not in text
    assert "还没有指标" in str(todo_screen.render(todo.build(assessment), 80))
    made = summary.build(assessment)
    assert made["不完整"].startswith("还没有指标")
    assert made["总体"]["自评"] == ""
    assert export.build(assessment)["指标"] == []
    assert export.build(assessment)["创建活动"]["监督"][0]["内容"] == "每季度通报一次。"


def test_a_plan_that_cannot_be_read_is_not_the_same_as_none(tmp_path: Path) -> None:
    bare(tmp_path, CAMPAIGN_ALONE)
    mini.put(tmp_path, "indicators/01.yml", mini.PLAN)
    assert load(Tree(tmp_path)).repository is None
    assert said(tmp_path, "campaign-without-indicators") == []
    with pytest.raises(FzjsError, match=r"01\.yml"):
        load_sound(Tree(tmp_path))


def test_a_note_beside_the_plan_is_no_plan(tmp_path: Path) -> None:
    mini.put(bare(tmp_path, CAMPAIGN_ALONE), "indicators/说明.txt", "尚未下达")
    assert load_sound(Tree(tmp_path))[0].indicators == ()


def test_tasks_that_list_no_material(tmp_path: Path) -> None:
    rows = [TASK.format(n, "本单位", "乙科" if n % 3 else "丙科") for n in range(1, 50)]
    assessment = laid(tmp_path, mini.CAMPAIGN, *rows)
    assert check(Tree(tmp_path), TODAY).count(Severity.ERROR) == 0
    assert said(tmp_path, "indicator-nothing-owed") == ["第1、2、3、4、5等49项不欠任何材料"]
    text = screen(assessment)
    assert "本单位 0/49" in text
    assert "没有列出资料和方法的指标49项：1、2、3、4、5、6、7等" in text
    assert [line.split() for line in text.splitlines()[-3:]] == [
        ["科室", "负责指标", "配合指标"], ["乙科", "33", "0"], ["丙科", "16", "0"],
    ]  # fmt: skip
    assert "还没有应报件" in screen(assessment, "level")
    made = summary.build(assessment)
    assert [(level["一级指标"], level["指标数"]) for level in made["分项"]] == [("一、某项", 49)]
    assert "有49项指标没有列出要报的资料" in made["不完整"]
    mine = summary.build(assessment, "丙科")["分项"]
    assert [level["指标数"] for level in mine] == [16]


def test_a_plan_without_second_headings(tmp_path: Path) -> None:
    text = mini.plan(ROW.format(1, "国家", "乙科")).replace("  二级指标: 1.某项\n", "")
    assessment = mini.given(tmp_path, {"indicators/01.yaml": text})
    shown = str(show_screen.render(show.build(assessment, "1"), 80))
    assert "\n一、某项\n" in shown
    assert "None" not in shown
    assert export.build(assessment)["指标"][0]["二级指标"] == ""


def test_an_assumed_cutoff_is_never_stated_as_a_fact(tmp_path: Path) -> None:
    campaign = mini.CAMPAIGN.partition("批次:")[0] + "待定: [截止]\n"
    assessment = laid(tmp_path, campaign, ROW.format(1, "国家", "乙科"))
    assert "距截止(5-31，待定) 90天" in screen(assessment)
    assert "设置待定1项：截止" in screen(assessment)
    assert "截止日待定" in str(todo_screen.render(todo.build(assessment), 80))
    assert "截止日待定" in str(show_screen.render(show.build(assessment, "1"), 80))
    made = summary.build(assessment)
    assert made["下一步"] == ["2021年5月31日前（截止日待定）报送材料1件。"]
    assert "截止原文没有写，是先假定的" in made["不完整"]
    late = mini.assessed(tmp_path, "2021-06-02")
    assert "截止待定" in screen(late)
    assert "逾期 0" in screen(late)
    assert summary.build(late)["下一步"] == ["期限待定的材料1件。"]
    assert "5-31 待定" in screen(late)
    found = check(Tree(tmp_path), datetime.date(2021, 6, 2)).diagnostics
    assert "due-overdue" not in {each.rule for each in found}


def test_a_target_counted_from_an_event_is_a_persons_to_judge(tmp_path: Path) -> None:
    target = ", 量化要求: [{项目: 公开次数, 要求: ≥1次/年, 原话: 公布之日起, 起算: 公布之日}]}"
    row = ROW.format(1, "国家", "乙科").removesuffix("}") + target
    assessment = laid(tmp_path, mini.CAMPAIGN, row)
    assert [each.reason for each in assessment.indicators["1"].judgements] == [UNJUDGED]
    shown = str(show_screen.render(show.build(assessment, "1"), 80))
    assert "公开次数 ≥1次/年，自公布之日起算（程序不判断）" in shown


def test_material_stands_under_its_own_method(tmp_path: Path) -> None:
    pieces = (
        "{代号: 1, 内容: 甲, 种类: 佐证材料, 年度: 汇总, 方法: 实地核查, 依据: [近年, 每处]}",
        "{代号: 2, 内容: 乙, 种类: 佐证材料, 年度: 汇总, 方法: 网络检索, 依据: 近年}",
    )
    row = (
        "{编号: 1, 来源: 国家, 标题: 某题, 内容: 某事, 责任科室: [乙科], "
        "测评方法: [材料查证, 网络检索, 实地核验], 工作任务: [{方法: 实地核查, 内容: 看现场}], "
        f"分值: 3分, 评分办法: 缺一项扣1分, 出处: 某方案第1项, 上报资料: [{', '.join(pieces)}]}}"
    )
    assessment = laid(tmp_path, mini.CAMPAIGN, row)
    assert said(tmp_path, "indicator-web-unstated") == []
    groups = status.build(assessment, by="method")["分组"]
    assert [(g["名称"], g["应报"]) for g in groups] == [("实地核验", 1), ("网络检索", 1)]
    materials = show.build(assessment, "1")["资料"]
    assert [(m["方法"], m["依据"]) for m in materials] == [
        ("实地核验", ["近年", "每处"]), ("网络检索", ["近年"]),
    ]  # fmt: skip
    text = str(show_screen.render(show.build(assessment, "1"), 80))
    for words in (
        "某题\n某事\n实地核查：看现场",
        "分值：3分",
        "评分办法：缺一项扣1分",
        "出处：某方案第1项",
    ):
        assert words in text


def test_a_method_of_a_material_must_be_known(tmp_path: Path) -> None:
    piece = ", 上报资料: [{代号: 1, 内容: 甲, 种类: 名单, 方法: 抽考}]}"
    laid(tmp_path, mini.CAMPAIGN, ROW.format(1, "国家", "乙科").removesuffix("}") + piece)
    assert said(tmp_path, "indicator-unknown-method") == ["没有“抽考”这种测评方法"]


def test_new_keys_come_back_as_they_were_written() -> None:
    campaign = read(
        CAMPAIGN_ALONE.encode() + "科室: [{名称: 各科, 成员: 待定}]\n".encode(), "x"
    ).data
    record, faults = parse(Campaign, campaign)
    assert faults == []
    assert record is not None
    plain = record.plain()
    assert plain["科室"] == [{"名称": "各科", "成员": "待定"}]
    assert plain["阶段"][1] == {"名称": "创建", "原话": "另行通知"}
    assert plain["周期任务"] == [{"名称": "评估", "周期": "每2年", "月": 3, "日": 1}]
    owners_printed = "责任原文: {科室: [甲], 责任人: [乙], 配合: [丙、丁]}"
    source = mini.plan(f"{{编号: 1, 内容: 某事, {owners_printed}}}")
    indicators, faults = parse(IndicatorFile, read(source.encode(), "x").data)
    assert faults == []
    assert indicators is not None
    printed = indicators.root[0].indicators[0].plain()["责任原文"]
    assert printed == {"科室": ["甲"], "责任人": ["乙"], "配合": ["丙、丁"]}


@pytest.mark.parametrize("month", ["0", "13", "三"])
def test_a_month_is_one_of_twelve(month: str) -> None:
    text = CAMPAIGN_ALONE.replace("月: 3", f"月: {month}")
    assert parse(Campaign, read(text.encode(), "x").data)[0] is None
