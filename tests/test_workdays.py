"""工作日 and limits in days: counted by hand on the calendars that the State Council printed."""

from __future__ import annotations

import datetime
import itertools
import subprocess
import sys
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types
import pytest

import mini
from fzjs.assess import occurrences
from fzjs.assess.measure import parse
from fzjs.assess.workdays import between
from fzjs.reports import show
from mini import entry, plan

Date = datetime.date


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        # 2020-03-02 is a Monday: 3-6 of March are 4, 9-13 are 5, 16-20 are 5
        ("2020-03-02", "2020-03-20", 14),
        # Spring Festival 2021: off 2-11 to 2-17, so 2-18 (Thu), 2-19, and 2-20 (Sat, made up)
        ("2021-02-10", "2021-02-20", 3),
        # 2-7 is a Sunday made up: Fri 5 is the start, Sun 7, Mon 8, Tue 9, Wed 10
        ("2021-02-05", "2021-02-10", 4),
        # National Day 2020: off 10-1 to 10-8; 9-27 (Sun, made up), 28, 29, 30, 10-9, 10-10 (Sat)
        ("2020-09-25", "2020-10-10", 6),
        ("2020-09-30", "2020-10-08", 0),
        # the Spring Festival that was prolonged: off 1-24 to 2-2; 1-19 is a Sunday made up
        ("2020-01-17", "2020-02-03", 6),
        # the day itself is not counted; nor what lies before it
        ("2020-03-02", "2020-03-02", 0),
        ("2020-03-02", "2020-03-03", 1),
        ("2020-03-20", "2020-03-02", 0),
        # Friday to Sunday
        ("2020-03-06", "2020-03-08", 0),
    ],
)
def test_by_hand(start: str, end: str, days: int) -> None:
    assert between(Date.fromisoformat(start), Date.fromisoformat(end)) == (days, True)


def test_every_day_of_the_known_years_is_as_the_library_says() -> None:
    day, last = Date(2004, 1, 1), Date(2026, 12, 31)
    while day < last:
        after = day + datetime.timedelta(days=1)
        assert between(day, after) == (int(chinese_calendar.is_workday(after)), True), after
        day = after


def test_parts_add_up_over_years() -> None:
    days = [Date(2019, 5, 5), Date(2019, 12, 31), Date(2020, 2, 29), Date(2021, 10, 9)]
    parts = sum(between(a, b)[0] for a, b in itertools.pairwise(days))
    assert between(days[0], days[-1]) == (parts, True)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        # 2098-05-01 is a Thursday; no calendar of that year: Friday, then Monday to Thursday
        ("2098-05-01", "2098-05-08", 5),
        # 2003-10-01 to 10-08 by weekdays: Thu 2, Fri 3, Mon 6, Tue 7, Wed 8
        ("2003-10-01", "2003-10-08", 5),
    ],
)
def test_beyond_the_calendar_by_weekdays_and_marked(start: str, end: str, days: int) -> None:
    assert between(Date.fromisoformat(start), Date.fromisoformat(end)) == (days, False)


def test_the_calendar_is_read_only_where_a_limit_is_judged() -> None:
    code = "import sys, fzjs.check, fzjs.assess; sys.exit('chinese_calendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


# --- limits on what was handed in (window 2019-2021, today 2021-03-02)

ROW = """\
{{编号: 1, 来源: 国家, 内容: 某项, 测评方法: [材料查证], 责任科室: [乙科],\
 上报资料: [{{代号: 1, 内容: 材料, 种类: 佐证材料, 年度: 每年}}],\
 量化要求: [{{项目: 某时限, 要求: {}, 起算: 收到之日}}]}}
"""
YEARS = (2019, 2020, 2021)
# In 工作日: 6 (5-07 to 5-10, 5-13, 5-14), 14 (see above), 3 (Fri 2-26, Mon 3-01, Tue 3-02).
SPANS = {
    2019: "{项目: 某时限, 起: 2019-05-06, 止: 2019-05-14}",
    2020: "{项目: 某时限, 起: 2020-03-02, 止: 2020-03-20}",
    2021: "{项目: 某时限, 起: 2021-02-25, 止: 2021-03-02}",
}


def _judged(
    root: Path, demand: str, figures: dict[int, str], nil: tuple[int, ...] = ()
) -> tuple[str, str]:
    """Give each year a passed entry with these 数据; the attainment and the reason."""
    mini.lay(root, {"indicators/01.yaml": plan(ROW.format(demand))})
    for year in YEARS:
        name = f"evidence/乙科/{year}.yaml"
        changes: dict[str, str | None] = {"数据": f"[{figures[year]}]" if year in figures else None}
        if year in nil:
            changes |= {"种类": "零报告", "查证": "[{查阅: 登记簿, 日期: 2021-02-01, 结果: 无}]"}
        mini.put(root, name, entry(f"1-1 {year}", changes))
        mini.review(root, name)
    judged = mini.assessed(root).indicators["1"]
    return str(judged.attainment), judged.judgements[0].reason


@pytest.mark.parametrize(
    ("demand", "changes", "wanted"),
    [
        ("≤14工作日", {}, ("达标", "达标（共3段，最长14个工作日）")),
        (
            "≤13工作日",
            {},
            ("不达标", "不达标：2020（2020-03-02至2020-03-20，14个工作日）"),
        ),
        (
            "≤5个工作日",
            {},
            (
                "不达标",
                (
                    "不达标：2019（2019-05-06至2019-05-14，6个工作日）、2020（2020-03-02至2020-03-20，"
                    "14个工作日）"
                ),
            ),
        ),
        ("≥3工作日", {}, ("达标", "达标（共3段，最短3个工作日）")),
        (
            "≥4工作日",
            {},
            ("不达标", "不达标：2021（2021-02-25至2021-03-02，3个工作日）"),
        ),
        # the worst of several in a year
        (
            "≤7工作日",
            {2020: f"{SPANS[2020]}, {{项目: 某时限, 起: 2020-06-01, 止: 2020-06-30}}"},
            # June 2020: 21 weekdays after the 1st, 25 and 26 off, Sunday the 28th made up: 20
            ("不达标", "不达标：2020（2020-06-01至2020-06-30，20个工作日，等2件）"),
        ),
        # days as they come: 8, 18, 5
        ("≤18日", {}, ("达标", "达标（共3段，最长18日）")),
        ("≤17天", {}, ("不达标", "不达标：2020（2020-03-02至2020-03-20，18日）")),
        ("≥5日", {}, ("达标", "达标（共3段，最短5日）")),
        # the 8th day after 2020-02-28 is Saturday 3-07: until Monday the 9th, not the 10th
        (
            "≤8日",
            {2020: "{项目: 某时限, 起: 2020-02-28, 止: 2020-03-08}"},
            ("达标", "达标（共3段，最长9日，末日遇休息日顺延）"),
        ),
        (
            "≤8日",
            {2020: "{项目: 某时限, 起: 2020-02-28, 止: 2020-03-09}"},
            ("达标", "达标（共3段，最长10日，末日遇休息日顺延）"),
        ),
        (
            "≤8日",
            {2020: "{项目: 某时限, 起: 2020-02-28, 止: 2020-03-10}"},
            ("不达标", "不达标：2020（2020-02-28至2020-03-10，11日）"),
        ),
        # a year without any, in another form, of no sense
        ("≤14工作日", {2020: ""}, ("未评", "缺起止日期：2020")),
        (
            "≤14工作日",
            {2020: "{项目: 某时限, 年度: 2020, 数: 6}"},
            ("未评", "没有写起、止：2020"),
        ),
        (
            "≤14工作日",
            {2020: "{项目: 某时限, 起: 2020-03-20, 止: 2020-03-02}"},
            ("未评", "缺起止日期：2020"),
        ),
        (
            "≤14工作日",
            {2021: "{项目: 某时限, 起: 2021-03-01, 止: 2021-03-04}"},
            ("未评", "缺起止日期：2021"),
        ),
        # its year is that of 起
        (
            "≤14工作日",
            {2020: "{项目: 某时限, 起: 2019-12-30, 止: 2020-01-03}"},
            ("未评", "缺起止日期：2020"),
        ),
        ("≤5小时", {}, ("未评", "程序不判断")),
        ("≤500字", {}, ("未评", "程序不判断")),
    ],
)
def test_limits(
    demand: str, changes: dict[int, str], wanted: tuple[str, str], tmp_path: Path
) -> None:
    assert _judged(tmp_path, demand, {**SPANS, **changes}) == wanted


def test_no_data_at_all_is_never_met(tmp_path: Path) -> None:
    assert _judged(tmp_path, "≤7工作日", {}) == ("未评", "缺起止日期：2019-2021")


def test_a_nil_report_says_that_nothing_happened(tmp_path: Path) -> None:
    figures = {year: SPANS[year] for year in (2019, 2021)}
    wanted = ("达标", "达标（共2段，最长6个工作日，2020零报告）")
    assert _judged(tmp_path, "≤7工作日", figures, nil=(2020,)) == wanted


def test_a_nil_report_beside_other_material_excuses_nothing(tmp_path: Path) -> None:
    """没有违法文件 is not 没有审查: the other material of that year is no nil report."""
    second = "{代号: 2, 内容: 没有发生, 种类: 无此情形, 年度: 每年}"
    row = ROW.format("≤7工作日").replace("年度: 每年}]", f"年度: 每年}}, {second}]")
    mini.lay(tmp_path, {"indicators/01.yaml": plan(row)})
    nil = {"种类": "零报告", "查证": "[{查阅: 登记簿, 日期: 2021-02-01, 结果: 无}]"}
    for year in YEARS:
        for office, changes in (("乙科", {}), ("丙科", nil)):
            name = f"evidence/{office}/{year}.yaml"
            material = "1-2" if changes else "1-1"
            mini.put(tmp_path, name, entry(f"{material} {year}", changes))
            mini.review(tmp_path, name)
    judged = mini.assessed(tmp_path).indicators["1"]
    assert str(judged.progress) == "齐备"
    assert judged.judgements[0].reason == "缺起止日期：2019-2021"


def test_what_is_counted_by_weekdays_is_marked() -> None:
    measure = parse("≤3工作日")
    assert measure
    spans = [(Date(2098, 5, 1), Date(2098, 5, 8)), (Date(2020, 3, 2), Date(2020, 3, 3))]
    assert occurrences.judge(measure, spans, [2020, 2098], (), ()) == (
        False,
        "不达标：2098（2098-05-01至2098-05-08，5个工作日）；2098年按周一至周五计，节假日表没有这一年",
    )


def test_show_reads_well(tmp_path: Path) -> None:
    _judged(tmp_path, "≤13工作日", SPANS)
    (target,) = show.build(mini.assessed(tmp_path), "1")["量化要求"]
    assert target == {
        "项目": "某时限",
        "要求": "≤13工作日",
        "起算": "收到之日",
        "结果": "不达标：2020（2020-03-02至2020-03-20，14个工作日）",
    }
