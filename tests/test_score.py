"""`fzjs score`: what is held against a 达标线, the cheapest steps, what if; counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.assess import Assessment
from fzjs.assess.reach import lines, missing, steps
from mini import entry, given, plan

TODAY = f"示例: 是\n基准日: {mini.TODAY}\n"
LINES = """\
达标线:
- {名称: 八成, 层级: 加省, 比例: 80%, 出处: 某文件第一条}
- {名称: 六成, 层级: 国家, 比例: 60%, 出处: 某文件第二条}
"""
ROW = "{{编号: {}, 来源: {}, 内容: 某项, 测评方法: [材料查证], 责任科室: [{}], 上报资料: [{}]{}}}"
ONE = "{代号: 1, 内容: 材料, 种类: 佐证材料, 年度: 汇总}"
TWO = f"{ONE}, {{代号: 2, 内容: 材料, 种类: 佐证材料, 年度: 汇总}}"


def row(number: str, materials: str = ONE, more: str = "", tier: str = "国家") -> str:
    return ROW.format(number, tier, "乙科", materials, more)


SHARING = "{编号: 12, 来源: 国家, 内容: 空格, 沿用: {方法: 11, 资料: 11, 责任: 11}}"
FAILED = ", 量化要求: [{项目: 应诉率, 要求: ≥100%}]"
ROWS = "\n".join(
    (
        row("1", TWO),
        row("2"),
        row("3", tier="省"),
        row("4", more=FAILED),
        row("5", more=", 量化要求: [{项目: 满意, 要求: 群众满意}]"),
        row("11", TWO),
        SHARING,
    )
)
"""Seven: 1 needs two papers, 2 and 3 one each, 11 and 12 share two; 4 has a rate, 5 is in words."""


def campaign(more: str = LINES) -> str:
    return f"{mini.CAMPAIGN}{TODAY}{more}"


def some(root: Path, files: dict[str, str] | None = None, more: str = LINES) -> Assessment:
    base = {"fzjs.yaml": campaign(more), "indicators/01.yaml": plan(ROWS)}
    return given(root, {**base, **(files or {})})


def passed(root: Path, claims: str, changes: dict[str, str | None] | None = None) -> None:
    """Lay an entry whose every claim is passed."""
    sound = {"种类": "佐证材料", **(changes or {})}
    mini.put(root, mini.ENTRY, entry(claims, sound))
    mini.review(root)


def data(fzjs: Run, root: Path, *arguments: str) -> Any:  # noqa: ANN401  # any JSON value
    done = fzjs("score", "--json", *arguments, at=root)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def numbers(found: Any) -> list[list[str]]:  # noqa: ANN401  # steps of any kind
    return [[each.row.indicator.number for each in step.indicators] for step in found]


# --- 达标线


def test_a_share_that_is_not_whole_is_rounded_up(tmp_path: Path) -> None:
    wide, narrow = lines(some(tmp_path))
    assert wide.attained
    assert (wide.attained.total, wide.needed) == (7, 6)  # 5.6 of 7
    assert narrow.attained
    assert (narrow.attained.total, narrow.needed) == (6, 4)  # 3.6 of 6


def test_an_exact_share_needs_no_more(tmp_path: Path) -> None:
    more = "达标线: [{名称: 甲, 层级: 国家, 比例: 50%, 出处: 某文件}]\n"
    (line,) = lines(some(tmp_path, more=more))
    assert line.needed == 3


def test_papers_alone_do_not_reach_a_line(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path)
    passed(tmp_path, "4-1 汇总", {"数据": "[{项目: 应诉率, 年度: 2020, 分子: 1, 分母: 2}]"})
    found = data(fzjs, tmp_path)
    wide, narrow = found["达标线"]
    assert (wide["齐备"], wide["达标"], wide["还差"], wide["比的是"]) == (1, 0, 6, "自评达标率")
    assert (wide["只靠材料最多"], wide["再补数据最多"], wide["步数"]) == (5, 5, None)
    assert (narrow["步数"], narrow["件数"]) == (3, 5)
    assert [(each["编号"], each["原因"][0]["种类"]) for each in found["另需"]] == [
        ("4", "自评不达标"),
        ("5", "程序不判断"),
    ]
    status = json.loads(fzjs("status", "--json", at=tmp_path).stdout)["达标线"]
    assert [line["现在"] for line in status] == ["0.0%", "0.0%"]


def test_a_missing_figure_is_named(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path)
    passed(tmp_path, "4-1 汇总")
    assert (
        "第4项  材料齐备；缺数据：应诉率≥100%（缺数：2019-2021）"
        in fzjs("score", at=tmp_path).stdout
    )


def test_an_open_problem_is_no_paper(fzjs: Run, tmp_path: Path) -> None:
    problem = (
        "类型: 检查\n日期: 2021-02-26\n问题:\n- {编号: 1, 指标: 2, 问题: 不实, 责任科室: 乙科, "
        "时限: 2021-03-20}\n"
    )
    some(tmp_path, {"evidence/督导/2021-02-检查.yaml": problem})
    found = data(fzjs, tmp_path)["另需"]
    assert [each["原因"] for each in found if each["编号"] == "2"] == [
        [{"种类": "问题未销号", "说明": "2021-02-检查/1"}]
    ]


def test_bonus_and_deduction_are_in_no_rate(fzjs: Run, tmp_path: Path) -> None:
    extra = "{编号: 1, 类别: 加分, 内容: 表彰, 测评方法: [材料查证], 责任科室: [乙科], 上报资料: ["
    some(tmp_path, {"indicators/02.yaml": plan(f"{extra}{ONE}]}}", "九、附加项")})
    passed(tmp_path, "加分1-1 汇总")
    found = data(fzjs, tmp_path)
    assert found["附加项"] == [{"编号": "加分1", "类别": "加分", "结果": "有", "未通过": 0}]
    assert [(each["达标"], each["总数"]) for each in found["达标"]] == [(0, 6), (0, 7)]
    assert [each["名称"] for each in found["一级指标"]] == ["一、某项"]


# --- the cheapest next steps


def test_what_completes_most_for_least_comes_first(tmp_path: Path) -> None:
    found = steps(missing(some(tmp_path), "加省"))
    # 11 and 12 are two papers for two, as 2 and 3 are one for one; 1 is two for one.
    assert numbers(found) == [["2"], ["3"], ["11", "12"], ["1"]]
    assert [len(step.pieces) for step in found] == [1, 1, 2, 2]


def test_only_to_be_reviewed_is_cheapest_and_the_reviewers_work(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path, {mini.ENTRY: entry("1-1 汇总; 1-2 汇总", {"种类": "佐证材料"})})
    way = data(fzjs, tmp_path)["办法"][0]["步骤"][0]
    assert (way["指标"], way["件数"], way["待审"]) == (["1"], 2, 2)
    assert [(each["谁办"], each["条目"]) for each in way["应报件"]] == [
        (["甲科"], ["乙科/条目"]),
        (["甲科"], ["乙科/条目"]),
    ]


def test_what_others_must_issue_comes_after_what_the_office_can_do(tmp_path: Path) -> None:
    waiting = entry("2-1 汇总", {"种类": "佐证材料", "外单位": "{出具: 某法院, 发函: 2021-02-01}"})
    found = steps(missing(some(tmp_path, {mini.ENTRY: waiting}), "加省"))
    assert numbers(found)[:3] == [["3"], ["11", "12"], ["2"]]


def test_a_paper_that_is_there_only_has_to_name_the_row(fzjs: Run, tmp_path: Path) -> None:
    rows = f"{row('11')}\n{SHARING.replace('}}', '}, 应点到: [11-1]}')}"
    some(tmp_path, {"indicators/01.yaml": plan(rows)})
    passed(tmp_path, "11-1 汇总")
    (step,) = data(fzjs, tmp_path)["办法"][0]["步骤"]
    assert (step["指标"], step["应报件"][0]["缺什么"]) == (["12"], "材料已有，还要点到12")


def test_the_steps_bring_what_they_promise(fzjs: Run, tmp_path: Path) -> None:
    """Everything a step names, supposed together, is 达标 in the number it says."""
    some(tmp_path)
    for step in data(fzjs, tmp_path)["办法"][0]["步骤"]:
        wishes = [arg for number in step["指标"] for arg in ("--what-if", number)]
        assert data(fzjs, tmp_path, *wishes)["假设"]["新达标"] == step["指标"]


# --- what if


def content(root: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_a_supposition_is_what_a_review_would_bring(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path, {mini.ENTRY: entry("1-1 汇总; 1-2 汇总", {"种类": "佐证材料"})})
    before = content(tmp_path)
    supposed = data(fzjs, tmp_path, "--what-if", "乙科/条目")["假设"]
    assert content(tmp_path) == before
    assert (supposed["新齐备"], supposed["新达标"]) == (["1"], ["1"])
    assert supposed["项"][0]["结果"] == "抵2件：1-1/汇总、1-2/汇总"
    mini.review(tmp_path)
    assert data(fzjs, tmp_path)["达标"] == supposed["之后"]["达标"]


def test_an_entry_brings_its_figures_for_better_or_worse(fzjs: Run, tmp_path: Path) -> None:
    figures = [f"{{项目: 应诉率, 年度: {y}, 分子: 2, 分母: 2}}" for y in (2019, 2020, 2021)]
    sound = {"种类": "佐证材料", "数据": f"[{', '.join(figures)}]"}
    some(tmp_path, {mini.ENTRY: entry("4-1 汇总", sound)})
    assert data(fzjs, tmp_path, "--what-if", "条目")["假设"]["新达标"] == ["4"]
    found = data(fzjs, tmp_path, "--what-if", "4")["假设"]
    assert (found["新齐备"], found["新达标"]) == (["4"], [])
    assert "缺数据：应诉率≥100%（缺数：2019-2021）" in found["项"][0]["结果"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"附件": None}, "不合格：没有附件；审核通过也不算"),
        ({"状态": "草稿"}, "抵1件：2-1/汇总"),
    ],
)
def test_an_unsound_entry_does_not_count_even_if_passed(
    fzjs: Run, tmp_path: Path, changes: dict[str, str | None], said: str
) -> None:
    sound = {"种类": "佐证材料", **changes}
    some(tmp_path, {mini.ENTRY: entry("2-1 汇总", sound)})
    supposed = data(fzjs, tmp_path, "--what-if", mini.ENTRY)["假设"]
    assert supposed["项"][0]["结果"] == said
    assert supposed["新达标"] == (["2"] if said.startswith("抵") else [])


def test_an_open_problem_keeps_an_entry_out(fzjs: Run, tmp_path: Path) -> None:
    problem = (
        "类型: 检查\n日期: 2021-02-26\n问题:\n- {编号: 1, 条目: 乙科/条目, 问题: 缺页, "
        "责任科室: 乙科, 时限: 2021-03-20}\n"
    )
    some(
        tmp_path,
        {
            mini.ENTRY: entry("2-1 汇总", {"种类": "佐证材料"}),
            "evidence/督导/2021-02-检查.yaml": problem,
        },
    )
    supposed = data(fzjs, tmp_path, "--what-if", "乙科/条目")["假设"]
    assert supposed["项"][0]["结果"] == "问题未销号：缺页；审核通过也不算"
    assert supposed["新齐备"] == []


def test_what_waits_for_another_body_names_what_to_suppose(fzjs: Run, tmp_path: Path) -> None:
    outside = {"种类": "佐证材料", "附件": None, "外单位": "{出具: 某法院, 发函: 2021-02-01}"}
    some(tmp_path, {mini.ENTRY: entry("2-1 汇总", outside)})
    said = data(fzjs, tmp_path, "--what-if", "乙科/条目")["假设"]["项"][0]["结果"]
    assert said.endswith("要看取得以后的，写：2-1/汇总")
    assert data(fzjs, tmp_path, "--what-if", "2-1/汇总")["假设"]["新达标"] == ["2"]


def test_a_shared_piece_counts_for_the_named_row_alone_where_it_asks_to_be_named(
    fzjs: Run, tmp_path: Path
) -> None:
    rows = f"{row('11')}\n{SHARING.replace('}}', '}, 应点到: [11-1]}')}"
    some(tmp_path, {"indicators/01.yaml": plan(rows)})
    assert data(fzjs, tmp_path, "--what-if", "11")["假设"]["新达标"] == ["11"]
    assert data(fzjs, tmp_path, "--what-if", "12")["假设"]["新达标"] == ["11", "12"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("22", "没有第“22”项指标。是不是“2”？"),
        ("1-7", "没有“1-7”这项资料。第1项有：1-1、1-2"),
        ("1-1/2020", "“1-1/2020”：没有这个年度的应报件。有：汇总"),
        ("乙科/条", "没有“乙科/条”这个条目"),
        ("1、2", "--what-if 一次写一个，可以写几次：--what-if 1 --what-if 2"),
        ("  ", "--what-if 后面是空的"),
        ("1-1：2020", "年度前面用“/”。写成 1-1/2020"),
        ("1-1 2020", "年度前面用“/”。写成 1-1/2020"),
        ("甲办", "“甲办”是科室。--what-if 写条目或编号；一个科室欠什么看 fzjs todo 甲科"),
    ],
)
def test_a_wrong_name_gets_a_hint(fzjs: Run, tmp_path: Path, typed: str, said: str) -> None:
    some(tmp_path, {mini.ENTRY: entry("2-1 汇总", {"种类": "佐证材料"})})
    done = fzjs("score", "--what-if", typed, at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_ambiguous_material_is_not_guessed(fzjs: Run, shipped: Path) -> None:
    done = fzjs("score", "--what-if", "31-2", at=shipped)
    assert done.returncode == 2
    assert "31-2甲、31-2乙" in done.stderr


# --- 权重


WEIGHTS = """\
权重:
- {一级指标: 一、某项, 分: 14, 出处: 考核办法第三条}
"""


def test_nothing_is_weighed_where_the_plan_gives_no_points(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path)
    assert data(fzjs, tmp_path)["权重"] == {}
    assert "权重" not in fzjs("score", at=tmp_path).stdout


def test_points_of_a_heading_are_spread_over_its_indicators(fzjs: Run, tmp_path: Path) -> None:
    other = plan(row("20"), "二、其他")
    some(tmp_path, {"indicators/02.yaml": other}, more=LINES + WEIGHTS)
    passed(tmp_path, "2-1 汇总; 3-1 汇总")
    found = data(fzjs, tmp_path)["权重"]
    assert (found["达标分"], found["总分"], found["达标率"]) == (4, 14, "28.6%")
    assert (found["没有权重"], found["平均"]) == (1, True)
    screen = fzjs("score", at=tmp_path).stdout
    assert "自评（按本单位方案的权重）  达标 4/14 28.6%" in screen
    assert "1项没有权重，不在内" in screen


def test_points_of_indicators(fzjs: Run, tmp_path: Path) -> None:
    more = "权重:\n- {指标: 2, 分: 2.5, 出处: 甲}\n- {指标: 第3项, 分: 7.5, 出处: 甲}\n"
    some(tmp_path, more=LINES + more)
    passed(tmp_path, "2-1 汇总")
    found = data(fzjs, tmp_path)["权重"]
    assert (found["达标率"], found["平均"], found["没有权重"]) == ("25.0%", False, 5)


def test_a_weight_in_doubt_is_never_used(fzjs: Run, tmp_path: Path) -> None:
    twice = f"{WEIGHTS}- {{指标: 2, 分: 1, 出处: 乙}}\n"
    some(tmp_path, more=LINES + twice)
    assert data(fzjs, tmp_path)["权重"] == {}
    assert "存疑：权重有的不能用" in fzjs("score", at=tmp_path).stdout
    done = fzjs("check", at=tmp_path)
    assert done.returncode == 1
    assert "“一、某项”和它下面的指标都写了权重，会算两次" in done.stdout


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("{一级指标: 一、某项, 分: 1}", "出处"),
        ("{分: 1, 出处: 甲}", "一样也没有写"),
        ("{一级指标: 一、某项, 指标: 2, 分: 1, 出处: 甲}", "两样都写了"),
        ("{指标: 2, 分: 0, 出处: 甲}", "权重是 0 分"),
        ("{指标: 2, 分: 10%, 出处: 甲}", "“10%”不是数"),
    ],
)
def test_a_weight_is_written_whole(fzjs: Run, tmp_path: Path, weight: str, said: str) -> None:
    files = {"fzjs.yaml": campaign(f"权重: [{weight}]\n"), "indicators/01.yaml": plan(ROWS)}
    done = fzjs("check", at=mini.lay(tmp_path, files))
    assert done.returncode == 1
    assert said in done.stdout


# --- doubts and the screen


def test_open_rulings_and_assumed_settings_are_said(fzjs: Run, tmp_path: Path) -> None:
    more = (
        "待定: [截止]\n口径:\n- {编号: K1, 对象: [2-1, 3], 问题: 报几份？}\n"
        "- {编号: K2, 对象: [5], 问题: 谁报？, 读法: 乙科, 依据: 纪要, "
        "决定: {人: 张某, 日期: 2021-02-20}}\n"
    )
    some(tmp_path, more=more)
    doubts = data(fzjs, tmp_path)["存疑"]
    assert doubts[0].startswith("设置待定：截止")
    assert doubts[1].startswith("口径未定，定下来数会变：2、3；")


def test_a_file_left_out_is_said(fzjs: Run, tmp_path: Path) -> None:
    some(tmp_path, {})
    mini.put(tmp_path, mini.OTHER, "种类：佐证材料\n")
    assert data(fzjs, tmp_path)["存疑"][0] == "1个文件有误、没有计入，运行 fzjs check"


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("more", [(), ("--all",), ("--what-if", "73", "--what-if", "31")])
def test_no_line_is_wider_than_the_terminal(
    fzjs: Run, shipped: Path, width: int, more: tuple[str, ...]
) -> None:
    done = fzjs("score", *more, at=shipped, COLUMNS=str(width))
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= width


def test_a_line_whose_tier_has_no_indicator_is_never_reached(fzjs: Run, tmp_path: Path) -> None:
    own = "{编号: 1, 来源: 本单位, 内容: 某项, 责任科室: [乙科]}"
    some(tmp_path, {"indicators/01.yaml": plan(own)})
    assert [(each["总数"], each["达到"]) for each in data(fzjs, tmp_path)["达标线"]] == [
        (0, False),
        (0, False),
    ]
    screen = fzjs("score", at=tmp_path).stdout
    assert "这一层还没有指标" in screen
    assert "第1项  没有列出资料：方案没有列出资料和方法" in screen
    assert "没有可补的件" in fzjs("score", "--what-if", "1", at=tmp_path).stdout


def test_a_campaign_without_indicators_or_lines(fzjs: Run, tmp_path: Path) -> None:
    bare = "".join(
        line for line in campaign("").splitlines(keepends=True) if not line.startswith("达标线")
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": bare, "indicators/01.yaml": "[]\n"})
    done = fzjs("score", at=root)
    assert done.returncode == 0, done.stderr
    assert "没有可以计入比率的指标" in done.stdout
    assert "没有写达标线" in done.stdout
    assert json.loads(fzjs("score", "--json", at=root).stdout)["办法"] == []
