"""What only some plans ask of material: it counts where 要求 names it, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mini
from conftest import ROOT, Run
from fzjs.assess import Assessment
from fzjs.assess.handover import lacking
from fzjs.reports import needs, show
from mini import ENTRY, entry, find, given, owed, plan, states

DEMANDS = "- {名称: 案卷目录, 出处: 附件1 四.2}\n"


def asking(*lines: str) -> str:
    """Give the campaign with further 要求, each the text between the braces."""
    return mini.CAMPAIGN.replace(DEMANDS, DEMANDS + "".join(f"- {{{line}}}\n" for line in lines))


def attached(*parts: str) -> str:
    zero = "0" * 64
    return f"[{', '.join(f'{{{part}, sha256: {zero}, 库外: 是}}' for part in parts)}]"


PAGE = "网址: https://a.example/1, 检索日期: 2021-02-15"
LISTED = f"[{{{PAGE}, 名称: 目录, 类别: 规章, 发布日期: 2020-12-30}}]"
SEARCH = "检索词: 某局 撤销, 日期: 2021-02-15, 结果: 未检出"
CASES: dict[str, tuple[str, str, dict[str, str | None], dict[str, str | None], str]] = {
    "a page that cannot be listed": (
        "检索目录", "1-1 2020", {"公开": f"[{{{PAGE}}}]"}, {"公开": LISTED}, "检索目录不全",
    ),
    "no PDF": (
        "电子文档", "（4）-3 现行", {"种类": "制度文件", "附件": attached("路径: 附件/甲.docx")},
        {"种类": "制度文件", "附件": attached("路径: 附件/甲.docx", "路径: 附件/甲.PDF")},
        "没有PDF电子版",
    ),
    "a search without its screenshot": (
        "检索截图", "1-网络检索 2020", {"种类": "网络检索", "网络检索": f"[{{{SEARCH}}}]"},
        {"种类": "网络检索", "网络检索": f"[{{{SEARCH}, 截图: 附件/甲.pdf}}]"}, "没有检索截图",
    ),
    "papers without names": (
        "材料目录", "（4）-3 现行",
        {"种类": "制度文件", "附件": attached("路径: 附件/甲.pdf", "路径: 附件/乙.pdf")},
        {"种类": "制度文件",
         "附件": attached("路径: 附件/甲.pdf, 名称: 甲", "路径: 附件/乙.pdf, 名称: 乙")},
        "无目录",
    ),
    "nothing bound for those who come to see": (
        "备查", "11-实地核查 汇总", {"种类": "佐证材料", "备查": "{存放: 档案室}"},
        {"种类": "佐证材料", "备查": "{目录: 卷首第1页, 卷册: 第3册}"}, "备查不全",
    ),
}  # fmt: skip
ROW = "{编号: 11, 来源: 国家, 内容: 实地, 测评方法: [实地核查], 责任科室: [乙科]}"
LABELS = {"1-1 2020": "1-1/2020", "（4）-3 现行": "（4）-3/现行",
          "1-网络检索 2020": "1-网络检索/2020", "11-实地核查 汇总": "11-实地核验/汇总"}  # fmt: skip


def _given(root: Path, campaign: str, claims: str, changes: dict[str, str | None]) -> Assessment:
    files = {
        "fzjs.yaml": campaign,
        "indicators/02.yaml": plan(ROW, "三、实地"),
        ENTRY: entry(claims, changes),
    }
    return given(root, files)


@pytest.mark.parametrize("case", CASES)
def test_counts_where_the_plan_asks_and_nowhere_else(case: str, tmp_path: Path) -> None:
    name, claims, wrong, right, said = CASES[case]
    label = LABELS[claims]
    asked = asking(f"名称: {name}, 出处: 附件1")
    elsewhere = asking(f"名称: {name}, 对象: [★5], 出处: 附件1")
    missing = find(_given(tmp_path / "甲", asked, claims, wrong), label)
    assert (str(missing.state), missing.gap) == ("未报", said)
    assert states(_given(tmp_path / "乙", asked, claims, right), label) == ["待审"]
    assert states(_given(tmp_path / "丙", mini.CAMPAIGN, claims, wrong), label) == ["待审"]
    assert states(_given(tmp_path / "丁", elsewhere, claims, wrong), label) == ["待审"]


def _late(assessment: Assessment) -> str:
    return next((n["说明"] for n in needs.build(assessment, ()) if n["事项"] == "交件"), "")


@pytest.mark.parametrize(
    ("handed", "copies", "lack"),
    [
        (None, "", "纸质未交"),
        ("{日期: 2021-02-21, 份数: 3, 原件: 是}", "", ""),
        ("{日期: 2021-02-21, 份数: 3}", "", "未交原件"),
        ("{日期: 2021-02-21, 份数: 1, 原件: 是}", ", 份数: 2", "纸质只交1份"),
    ],
)
def test_an_original_is_handed_over_and_never_a_reason_for_incompleteness(
    handed: str | None, copies: str, lack: str, tmp_path: Path
) -> None:
    """DESIGN section 4: "Three copies and originals are a handover condition shown apart"."""
    campaign = asking("名称: 原件, 出处: 附件1 三.1").replace(
        "默认: {出具单位: 示例市某局}", f"默认: {{出具单位: 示例市某局{copies}}}"
    )
    files = {"fzjs.yaml": campaign, ENTRY: entry("1-1 2020", {"交件": handed})}
    mini.lay(tmp_path, files)
    mini.review(tmp_path)
    assessment = mini.assessed(tmp_path)
    (standing,) = assessment.standings.values()
    assert states(assessment, "1-1/2020") == ["已通过"]
    assert lacking(standing.entry, assessment.catalogue) == lack
    assert bool(_late(assessment)) == bool(lack)
    (due,) = [d for d in show.build(assessment, "1-1")["应报件"] if d["年度"] == "2020"]
    assert [proof["交件"] for proof in due["条目"]] == [lack]


@pytest.mark.parametrize(
    ("default", "material", "own", "lack"),
    [
        ("份数: 3", "", {}, "纸质只交1份"),
        ("份数: 3", "", {"份数": "1"}, ""),
        ("份数: 1", ", 份数: 2", {}, "纸质只交1份"),
        ("份数: 3", ", 份数: 1", {}, ""),
        ("份数: 1", ", 份数: 1", {"份数": "2"}, "纸质只交1份"),
        ("份数: 3, 载体: [纸质, PDF]", "", {"载体": "[PDF]"}, ""),
        ("份数: 3, 载体: [PDF]", "", {}, ""),
        ("份数: 3, 载体: [PDF]", "", {"载体": "[纸质]"}, "纸质只交1份"),
    ],
)
def test_the_entry_says_how_many_copies_then_its_material_then_the_campaign(
    default: str, material: str, own: dict[str, str], lack: str, tmp_path: Path
) -> None:
    """docs/keys.md: 份数 and 载体 of an entry are written where they are not the default's."""
    campaign = mini.CAMPAIGN.replace(
        "{出具单位: 示例市某局}", f"{{出具单位: 示例市某局, {default}}}"
    )
    asked = mini.PLAN.replace("种类: 情况说明, 年度: 逐年可合并}", f"种类: 情况说明{material}}}", 1)
    keys = {"交件": "{日期: 2021-02-21, 份数: 1}", **own}
    files = {"fzjs.yaml": campaign, "indicators/01.yaml": asked, ENTRY: entry("1-1 2020", keys)}
    assessment = given(tmp_path, files)
    (standing,) = assessment.standings.values()
    assert lacking(standing.entry, assessment.catalogue) == lack


def test_without_the_demand_no_original_is_missed(tmp_path: Path) -> None:
    handed = {"交件": "{日期: 2021-02-21, 份数: 3}"}
    mini.lay(tmp_path, {ENTRY: entry("1-1 2020", handed)})
    mini.review(tmp_path)
    assert _late(mini.assessed(tmp_path)) == ""


def test_only_the_original_missing_is_told_apart(tmp_path: Path) -> None:
    handed = {"交件": "{日期: 2021-02-21, 份数: 3}"}
    campaign = asking("名称: 原件, 出处: 附件1 三.1")
    mini.lay(tmp_path, {"fzjs.yaml": campaign, ENTRY: entry("1-1 2020", handed)})
    mini.review(tmp_path)
    assert _late(mini.assessed(tmp_path)) == "纸质欠交1个（含只缺原件1）"


def test_what_those_above_know_owes_what_is_listed_and_nothing_else(tmp_path: Path) -> None:
    """附件2 （1）（18）: 日常掌握 with 上报资料; requirements 3.16: without any it asks nobody."""
    head = "来源: 国家, 内容: 某项, 责任科室: [乙科]"
    rows = plan(
        f"{{编号: 12, {head}, 测评方法: [日常掌握], "
        "上报资料: [{代号: 1, 内容: 预决算, 种类: 文件}]}\n"
        f"{{编号: 13, {head}, 测评方法: [材料查证, 日常掌握]}}\n"
        f"{{编号: 14, {head}, 测评方法: [日常掌握]}}",
        "三、日常",
    )
    assessment = given(tmp_path, {"indicators/02.yaml": rows})
    assert owed(assessment, "12") == ["12-1/现行"]
    assert owed(assessment, "13") == ["13-材料查证/汇总"]
    assert owed(assessment, "14") == ["14-日常掌握/汇总"]


@pytest.mark.parametrize(
    ("number", "owes"),
    [("（1）", [f"（1）-1/{year}" for year in range(2016, 2022)]),
     ("（18）", [f"（18）-1/{year}" for year in range(2016, 2022)])],
)  # fmt: skip
def test_the_two_rows_of_the_plan_that_are_known_above_do_owe(
    number: str, owes: list[str], fzjs: Run
) -> None:
    done = fzjs("show", number, "--json", at=ROOT)
    assert [due["应报件"] for due in json.loads(done.stdout)["应报件"]] == owes
