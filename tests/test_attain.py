"""达标: figures against 量化要求, worked out by hand (window 2019-2021, cutoff 2021-05-31)."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from mini import entry, plan

ROW = """\
{{编号: 1, 来源: 国家, 内容: 某项, 测评方法: [材料查证], 责任科室: [乙科],\
 上报资料: [{{代号: 1, 内容: 材料, 种类: 佐证材料, 年度: 每年}}],\
 量化要求: [{{项目: 某率, 要求: {}}}]}}
{{编号: 2, 来源: 国家, 内容: 共用, 沿用: {{方法: 1, 资料: 1, 责任: 1}},\
 量化要求: [{{项目: 某数, 要求: ≥2人}}]}}
"""
Figures = dict[int, list[str]]


def ratio(*years: tuple[int, int]) -> Figures:
    return {
        year: [f"{{项目: 某率, 年度: {year}, 分子: {upper}, 分母: {lower}}}"]
        for year, (upper, lower) in zip((2019, 2020, 2021), years, strict=False)
    }


def count(*years: float) -> Figures:
    return {
        year: [f"{{项目: 某率, 年度: {year}, 数: {number}}}"]
        for year, number in zip((2019, 2020, 2021), years, strict=False)
    }


def _lay(root: Path, demand: str, figures: Figures, campaign: str = "") -> Path:
    """Give each year its entry with its figures, all passed."""
    files = {"indicators/01.yaml": plan(ROW.format(demand)), "fzjs.yaml": mini.CAMPAIGN + campaign}
    mini.lay(root, files)
    for year in (2019, 2020, 2021):
        stated = f"[{', '.join(figures.get(year, []))}]" if figures.get(year) else None
        name = f"evidence/乙科/{year}.yaml"
        mini.put(root, name, entry(f"1-1 {year}", {"数据": stated}))
        mini.review(root, name)
    return root


def _attained(root: Path, key: str = "1") -> str:
    return str(mini.assessed(root).indicators[key].attainment)


# 2021 ends in May: 4 次/年 is 4 × 5/12 = 1.67, so 2 do; 40 学时/年 is 16.67, so 17 do, 16 do not.
CASES: dict[str, tuple[str, Figures, str]] = {
    "every year above": ("≥95%", ratio((19, 20), (20, 20), (96, 100)), "达标"),
    "one year below": ("≥95%", ratio((19, 20), (18, 20), (96, 100)), "不达标"),
    "the years do not make up for each other": (
        "≥95%",
        ratio((100, 100), (9, 10), (100, 100)),
        "不达标",
    ),
    "a year missing": ("≥95%", ratio((19, 20), (20, 20)), "未评"),
    "a year missing and one below": ("≥95%", ratio((19, 20), (18, 20)), "不达标"),
    "no figure at all": ("≥95%", {}, "未评"),
    "of none": ("≥95%", ratio((1, 1), (1, 1), (0, 0)), "未评"),
    "at most, the limit included": ("≤5%", ratio((5, 100), (0, 3), (1, 20)), "达标"),
    "at most, above": ("≤5%", ratio((5, 100), (0, 3), (51, 1000)), "不达标"),
    "100% is all": ("≥100%", ratio((12, 12), (12, 12), (11, 12)), "不达标"),
    "counts, the last year in proportion": ("≥4次/年", count(4, 5, 2), "达标"),
    "too few in the part year": ("≥4次/年", count(4, 5, 1), "不达标"),
    "too few in a whole year": ("≥4次/年", count(3, 5, 2), "不达标"),
    "hours, in proportion": ("≥40学时/年", count(40, 41.5, 17), "达标"),
    "hours, too few": ("≥40学时/年", count(40, 41.5, 16), "不达标"),
    "persons are not in proportion": ("≥2人", count(2, 3, 1), "不达标"),
    "persons at most": ("≤3人", count(0, 3, 1), "达标"),
    "a ratio cannot answer a count": ("≥4次/年", ratio((9, 9), (9, 9), (9, 9)), "未评"),
    "a limit in 工作日 is not a plain number": ("≥5工作日", count(6, 6, 6), "未评"),
    "words that no program can judge": (
        "不高于上一年度全国平均值",
        ratio((1, 9), (1, 9), (1, 9)),
        "未评",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_attained(case: str, tmp_path: Path) -> None:
    demand, figures, wanted = CASES[case]
    assert _attained(_lay(tmp_path, demand, figures)) == wanted


GOOD = ratio((19, 20), (20, 20), (96, 100))


def test_figures_of_several_entries_are_added(tmp_path: Path) -> None:
    root = _lay(tmp_path, "≥95%", GOOD)
    more = {"数据": "[{项目: 某率, 年度: 2019, 分子: 9, 分母: 20}]"}
    mini.put(root, "evidence/丙科/2019.yaml", entry("1-1 2019", more))
    assert _attained(root) == "不达标"  # (19 + 9) / 40 is 70%


@pytest.mark.parametrize("changes", [{"状态": "草稿"}, {"盖章": "否"}])
def test_figures_of_what_does_not_count_do_not_count(
    changes: dict[str, str], tmp_path: Path
) -> None:
    root = _lay(tmp_path, "≥95%", GOOD)
    more = {"数据": "[{项目: 某率, 年度: 2019, 分子: 9, 分母: 20}]", **changes}
    mini.put(root, "evidence/丙科/2019.yaml", entry("1-1 2019", more))
    assert _attained(root) == "达标"


def test_good_figures_wait_for_the_review(tmp_path: Path) -> None:
    root = _lay(tmp_path, "≥95%", GOOD)
    (root / "evidence/审核/乙科/2020.yaml").unlink()
    assert _attained(root) == "未评"


@pytest.mark.parametrize("about", ["指标: 1", "资料: 1-1", "条目: 乙科/2020"])
@pytest.mark.parametrize(
    ("handling", "wanted"),
    [("", "未评"), ("{日期: 2021-03-01, 结果: 验收, 验收人: 张某}", "达标")],
)
def test_an_open_problem_is_not_attained(
    about: str, handling: str, wanted: str, tmp_path: Path
) -> None:
    root = _lay(tmp_path, "≥95%", GOOD)
    problem = (
        f"{{编号: 1, {about}, 问题: 缺, 责任科室: 乙科, 时限: 2021-03-20, 处理: [{handling}]}}"
    )
    mini.put(root, "evidence/督导/检查.yaml", f"类型: 检查\n日期: 2021-02-26\n问题: [{problem}]\n")
    assert _attained(root) == wanted


def test_a_year_that_does_not_apply_needs_no_figure(tmp_path: Path) -> None:
    excused = "不适用: [{对象: 1/2021, 理由: 无, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    figures = ratio((19, 20), (20, 20))
    assert _attained(_lay(tmp_path / "a", "≥95%", figures)) == "未评"
    assert _attained(_lay(tmp_path / "b", "≥95%", figures, excused)) == "达标"


def test_a_sharing_row_reads_the_figures_of_what_it_shares(tmp_path: Path) -> None:
    both = {
        year: [*each, f"{{项目: 某数, 年度: {year}, 数: {number}}}"]
        for (year, each), number in zip(GOOD.items(), (2, 3, 2), strict=True)
    }
    assert _attained(_lay(tmp_path / "a", "≥95%", both), "2") == "达标"
    assert _attained(_lay(tmp_path / "b", "≥95%", GOOD), "2") == "未评"
