"""达标: figures against 量化要求, worked out by hand (window 2019-2021, cutoff 2021-05-31)."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import mini
from fzjs.assess.attain import Judgement, judge
from fzjs.diagnostic import Location
from fzjs.facts import Campaign, Figure, Target
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
    # each half-year once is twice a year, 0.83 of it by May
    "half-yearly": ("≥1次/半年", count(2, 3, 1), "达标"),
    "half-yearly, too few in a whole year": ("≥1次/半年", count(1, 3, 1), "不达标"),
    "half-yearly, none in the part year": ("≥1次/半年", count(2, 2, 0), "不达标"),
    # 2019-2020 is a pair, 2021 begins one: 5/24 of once
    "in two years, in either of them": ("≥1次/2年", count(0, 1, 1), "达标"),
    "in two years, in neither": ("≥1次/2年", count(0, 0, 1), "不达标"),
    "in two years, one of them unknown but enough in the other": (
        "≥1次/2年",
        {year: lines for year, lines in count(1, 0, 1).items() if year != 2020},
        "达标",
    ),
    "in two years, one of them unknown": (
        "≥2次/2年",
        {year: lines for year, lines in count(1, 0, 1).items() if year != 2020},
        "未评",
    ),
    "at most so many in two years, above in one": ("≤1次/2年", {2019: count(2)[2019]}, "不达标"),
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


def _figure(year: int, upper: int | None, lower: int | None, amount: float | None) -> Figure:
    return Figure("甲", year, upper, lower, amount, None, Location("甲"))


def _campaign(month: int) -> Campaign:
    return Campaign(*[None] * len(Campaign._fields))._replace(  # type: ignore[arg-type]
        window=(2019, 2021), cutoff=datetime.date(2021, month, 28)
    )


@pytest.mark.parametrize(
    ("demand", "month", "least"),
    [
        # least number that does in 2021, worked out by hand: limit × times a year × month / 12
        ("≥4次/年", 5, 2),  # 1.67
        ("≥4次/年", 6, 2),
        ("≥4次/年", 7, 3),  # 2.33
        ("≥12次/年", 7, 7),  # exactly 7: no rounding error may ask for 8
        ("≥12次/年", 12, 12),
        ("≥40学时/年", 5, 17),  # 16.67
        ("≥1次/半年", 6, 1),
        ("≥1次/半年", 7, 2),  # 1.17
        ("≥3次/2年", 8, 1),  # 1.5 × 8/12
        ("≥7天/年", 12, 7),  # days a year are a count
        ("≥2人", 1, 2),  # not by the year: whole
    ],
)
def test_the_part_year_by_hand(demand: str, month: int, least: int) -> None:
    for number, met in ((least, True), (least - 1, False)):
        stated = [[_figure(2021, None, None, number)]]
        assert judge(Target("甲", demand), stated, [2021], _campaign(month)).met is met, number


@pytest.mark.parametrize(
    ("lines", "nil", "wanted"),
    [
        ([(0, 0)], (), (None, "分母为0：2020")),
        ([(0, 0)], (2019,), (None, "分母为0：2020")),
        ([(0, 0)], (2020,), (True, "达标（2020零报告）")),
        ([(3, 0)], (2020,), (None, "分母为0：2020")),
        ([], (2020,), (None, "缺数：2020")),  # a rate of nothing is said by 0/0 too
        ([(0, 0), (9, 9)], (), (None, "数字不一：2020")),
        ([(13, 12)], (), (None, "分子大于分母：2020")),
        ([(99, 100)], (2020,), (False, "不达标：2020")),
    ],
)
def test_a_rate_of_nothing(
    lines: list[tuple[int, int]],
    nil: tuple[int, ...],
    wanted: tuple[bool | None, str],
) -> None:
    stated = [[_figure(2020, upper, lower, None)] for upper, lower in lines]
    assert judge(Target("甲", "≥100%"), stated, [2020], _campaign(5), nil)[1:] == wanted


def test_a_percentage_as_a_plain_number_is_named_and_not_met() -> None:
    stated = [[_figure(2020, None, None, 100)]]
    found = judge(Target("甲", "≥100%"), stated, [2020], _campaign(5))
    assert found[1:] == (None, "没有写分子、分母：2020")
    found = judge(Target("甲", "≥4次/年"), [[_figure(2020, 4, 4, None)]], [2020], _campaign(5))
    assert found[1:] == (None, "没有写数：2020")


def test_where_nothing_is_owed_nothing_is_met() -> None:
    assert judge(Target("甲", "≥1次/年"), [], [], _campaign(5))[1:] == (None, "没有应报的年度")


GOOD = ratio((19, 20), (20, 20), (96, 100))


def _stated_twice(root: Path, upper: int, lower: int, *, reviewed: bool = True) -> Judgement:
    """Let another entry state 2019 too, beside 19 of 20; what is judged of row 1."""
    _lay(root, "≥95%", GOOD)
    more = {"数据": f"[{{项目: 某率, 年度: 2019, 分子: {upper}, 分母: {lower}}}]"}
    name = "evidence/丙科/2019.yaml"
    mini.put(root, name, entry("1-1 2019", more))
    if reviewed:
        mini.review(root, name)
    return mini.assessed(root).indicators["1"].judgements[0]


@pytest.mark.parametrize(
    ("upper", "lower", "met", "reason"),
    [
        (19, 20, True, "达标"),
        (9, 20, None, "数字不一：2019"),
        (20, 20, None, "数字不一：2019"),  # even where both would do: nobody knows which
    ],
)
def test_the_same_number_stated_twice_is_no_sum(
    upper: int,
    lower: int,
    met: bool | None,  # noqa: FBT001  # a table
    reason: str,
    tmp_path: Path,
) -> None:
    assert _stated_twice(tmp_path, upper, lower)[1:] == (met, reason)


def test_figures_that_no_review_has_passed_do_not_count(tmp_path: Path) -> None:
    assert _stated_twice(tmp_path, 9, 20, reviewed=False)[1:] == (True, "达标")


@pytest.mark.parametrize("verdict", ["", "退回"])
def test_a_bad_figure_waits_for_the_review_too(verdict: str, tmp_path: Path) -> None:
    root = _lay(tmp_path, "≥95%", ratio((19, 20), (9, 20), (96, 100)))
    assert _attained(root) == "不达标"
    (root / "evidence/审核/乙科/2020.yaml").unlink()
    if verdict:
        mini.review(root, "evidence/乙科/2020.yaml", verdict)
    judged = mini.assessed(root).indicators["1"]
    assert (str(judged.attainment), judged.judgements[0].reason) == ("未评", "缺数：2020")


def test_lines_of_one_entry_are_added(tmp_path: Path) -> None:
    figures = count(4, 5, 2)
    figures[2019] = [line for n in (1, 3) for line in count(n)[2019]]
    assert _attained(_lay(tmp_path, "≥4次/年", figures)) == "达标"


def test_what_differs_and_what_is_missing_are_both_said() -> None:
    stated = [[_figure(2019, None, None, n)] for n in (1.0, 2.0)]
    found = judge(Target("甲", "≥1次/年"), stated, (2019, 2020), _campaign(5))
    assert found[1:] == (None, "数字不一：2019；缺数：2020")


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
    mini.problem(root, about, handling, proof="乙科/2020")
    assert _attained(root) == wanted


@pytest.mark.parametrize(
    ("about", "blocked"),
    [("指标: 1", "1"), ("资料: 1-1", "12"), ("条目: 乙科/2020", "12"), ("指标: 2", "2")],
)
def test_an_open_problem_on_what_rows_share_blocks_them_all(
    about: str, blocked: str, tmp_path: Path
) -> None:
    both = {year: [*each, f"{{项目: 某数, 年度: {year}, 数: 2}}"] for year, each in GOOD.items()}
    root = _lay(tmp_path, "≥95%", both)
    problem = f"{{编号: 1, {about}, 问题: 缺, 责任科室: 乙科, 时限: 2021-03-20}}"
    mini.put(root, "evidence/督导/检查.yaml", f"类型: 检查\n日期: 2021-02-26\n问题: [{problem}]\n")
    assert "".join(key for key in "12" if _attained(root, key) == "未评") == blocked


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
