"""The calendar: what is due, what is only unrecorded, limits counted by hand, and the .ics file."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from icalendar import Calendar
from pydantic import TypeAdapter, ValidationError
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.assess import workdays
from fzjs.assess.calendar import gather
from fzjs.assess.calendar.limits import Limit, run
from fzjs.assess.calendar.yearly import day_of
from fzjs.assess.cycle import example, terms
from fzjs.assess.measure import limit, parse
from fzjs.diagnostic import Location
from fzjs.facts import Duty, Moment
from fzjs.models.agenda import Term, When
from fzjs.reports import calendar, organisation

Date = datetime.date
NOWHERE = Location("fzjs.yaml")
SETTINGS = f"""{mini.CAMPAIGN}示例: 是
基准日: {mini.TODAY}
阶段: [{{名称: 动员, 起: 2021-01-01, 止: 2021-03-10}}]
周期任务:
- {{名称: 工作台账, 周期: 每月, 日: 1, 出处: 附件3}}
- {{名称: 双月检查, 周期: 每两月}}
- {{名称: 季度点评, 周期: 每季度}}
- {{名称: 年度报告, 周期: 每年, 月: 2, 日: 20, 科室: [乙科, 丙科]}}
期限: [{{名称: 报送联络员, 日期: 2021-02-08}}]
"""
ROWS = """
{编号: 1, 内容: 甲, 责任科室: [乙科], 测评方法: [材料查证], 上报资料: [{代号: 1, 内容: 学法, 种类: 佐证材料, 年度: 每年}], 量化要求: [{项目: 专题学法, 要求: ≥4次/年}, {项目: 听取汇报, 要求: ≥1次/半年}, {项目: 公开情况, 要求: 每年1月31日前}]}
{编号: 2, 内容: 乙, 责任科室: [丙科], 测评方法: [材料查证], 上报资料: [{代号: 1, 内容: 审核, 种类: 佐证材料, 年度: 每年}], 量化要求: [{项目: 审核时间, 要求: ≥5工作日}, {项目: 审核时间, 要求: ≤15工作日}, {项目: 发布时间, 要求: ≤5小时}]}
"""  # noqa: E501  # one indicator a line
AGENDA = "evidence/日程/2021.yaml"
PLAN = {"fzjs.yaml": SETTINGS, "indicators/01.yaml": mini.plan(ROWS)}


def day(text: str) -> Date:
    return Date.fromisoformat(text)


def moment(text: str) -> Moment:
    at, _, time = text.partition(" ")
    return Moment(day(at), datetime.time.fromisoformat(time) if time else None)


def duty(cycle: str, month: int | None = None, number: int | None = None) -> Duty:
    return Duty("某事", cycle, month, number, "", (), (), NOWHERE)


def lines(root: Path, files: dict[str, str], days: int = 30, office: str = "") -> dict[str, str]:
    """Give every line that is due, past or done: `due 3-31 季度点评` to its state."""
    assessment = mini.given(root, {**PLAN, **files})
    found = gather(assessment, assessment.today, days, office)
    return {
        f"{part} {i.due.month}-{i.due.day:02} {i.name} {i.term}".strip(): i.state
        for part, items in (("due", found.due), ("past", found.past), ("done", found.done))
        for i in items
    }


# --- limits -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("demand", "start", "end", "due", "kept"),
    [
        # Monday 2021-02-22: the 5th 工作日 after it is Monday 3-1, the 15th Monday 3-15
        ("≥5工作日", "2021-02-22", "", "2021-03-01", None),
        ("≤15工作日", "2021-02-22", "", "2021-03-15", None),
        ("≤15个工作日", "2021-02-22", "2021-03-15", "2021-03-15", True),
        ("≤15工作日", "2021-02-22", "2021-03-16", "2021-03-15", False),
        ("≥5工作日", "2021-02-22", "2021-02-26", "2021-03-01", False),
        ("≥5工作日", "2021-02-22", "2021-03-01", "2021-03-01", True),
        # Spring Festival 2021: 2-11 to 2-17 off, Saturday 2-20 made up: 18, 19, 20, 22, 23
        ("≤5工作日", "2021-02-10", "2021-02-23", "2021-02-23", True),
        # 30 days from 1-12 end on 2-11, a holiday until 2-17: the next 工作日 is 2-18
        ("≤30日", "2021-01-12", "2021-02-18", "2021-02-18", True),
        ("≤30日", "2021-01-12", "2021-02-19", "2021-02-18", False),
        # not less than 30 days is never moved
        ("≥30日", "2021-01-12", "2021-02-11", "2021-02-11", True),
        ("≥30天", "2021-01-12", "2021-02-10", "2021-02-11", False),
        ("≤5小时", "2021-03-01 09:30", "2021-03-01 14:30", "2021-03-01 14:30", True),
        ("≤5小时", "2021-03-01 09:30", "2021-03-01 14:31", "2021-03-01 14:30", False),
        ("≤24小时", "2021-02-28 20:00", "2021-03-01 19:59", "2021-03-01 20:00", True),
        # over the new year, and on a rest day: hours are not moved
        ("≤5小时", "2020-12-31 23:00", "", "2021-01-01 04:00", None),
        ("≤0.5小时", "2021-03-01 09:30", "2021-03-01 10:00", "2021-03-01 10:00", True),
    ],
)
def test_limits_counted_by_hand(
    demand: str, start: str, end: str, due: str, *, kept: bool | None
) -> None:
    measure = limit(demand)
    assert measure
    each = Limit(demand, "", "", measure)
    found = run(each, moment(start), moment(end) if end else None)
    assert found
    assert (str(found.due), found.kept, found.known) == (due, kept, True)


def test_an_ended_event_on_its_last_day_always_keeps_the_limit() -> None:
    """What is said to be the last day, and how an end on it is judged, must never differ."""
    for demand in ("≤7工作日", "≤30日", "≥5工作日", "≥30日"):
        measure = limit(demand)
        assert measure
        each = Limit(demand, "", "", measure)
        for number in range(400):
            start = Moment(Date(2020, 6, 1) + datetime.timedelta(days=number))
            open_ = run(each, start, None)
            assert open_
            at = run(each, start, open_.due)
            step = datetime.timedelta(days=1 if measure.sign == "≤" else -1)
            # A day past the last 工作日 may be one off: it takes no further 工作日.
            beyond = open_.due.day + step
            while not workdays.is_workday(beyond):
                beyond += step
            over = run(each, start, Moment(beyond))
            assert at
            assert over
            assert (at.kept, over.kept) == (True, False), (demand, start)


def test_a_year_that_the_table_does_not_have_is_said() -> None:
    measure = limit("≤7工作日")
    assert measure
    found = run(Limit("≤7工作日", "", "", measure), moment("2026-12-28"), None)
    assert found
    assert (str(found.due), found.known) == ("2027-01-06", False)


def test_hours_without_a_time_are_not_judged() -> None:
    measure = limit("≤5小时")
    assert measure
    each = Limit("≤5小时", "", "", measure)
    assert run(each, moment("2021-03-01"), None) is None
    assert run(each, moment("2021-03-01 09:30"), moment("2021-03-01")) is None


def test_hours_stay_unjudged_in_figures() -> None:
    assert parse("≤5小时") is None
    for words in ("≥4次/年", "≥100%", "≤500字", "不超过5小时", "≤0日", "≤1.5日", "≤3月"):
        assert limit(words) is None


@pytest.mark.parametrize(
    ("on", "last", "known"),
    [
        ("2021-04-01", "2021-04-01", True),
        ("2021-05-01", "2021-04-30", True),
        ("2021-01-01", "2020-12-31", True),
        ("2021-10-01", "2021-09-30", True),
        ("2021-02-07", "2021-02-07", True),  # a Sunday made up
        ("2027-05-01", "2027-04-30", False),
        ("2027-01-01", "2027-01-01", False),  # a Friday: nobody knows yet
    ],
)
def test_last_workday(on: str, last: str, *, known: bool) -> None:
    assert workdays.last_workday(day(on)) == (day(last), known)


# --- periods ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("each", "wanted"),
    [
        (duty("每月", None, 1), "2021-01 2021-01-01; 2021-02 2021-02-01; 2021-03 2021-03-01"),
        (duty("每月"), "2021-01 2021-01-31; 2021-02 2021-02-28; 2021-03 2021-03-31"),
        (duty("每两月"), "2020-11-12月 2020-12-31; 2021-1-2月 2021-02-28"),
        (duty("每季度", None, 10), "2020-4季度 2020-12-10; 2021-1季度 2021-03-10"),
        (duty("每半年"), "2020下 2020-12-31"),
        (duty("每年", 1, 31), "2021 2021-01-31"),
        (duty("每年", 2, 31), "2021 2021-02-28"),
        (duty("每年"), "2020 2020-12-31"),
        (duty("每2年"), "2019-2020 2020-12-31"),
        (duty("每2年", 1, 5), ""),
    ],
)
def test_periods_and_their_last_days(each: Duty, wanted: str) -> None:
    since = day("2021-01-01") if each.cycle == "每月" else day("2020-12-05")
    found = terms(each, since, day("2021-03-31"), 2019)
    assert "; ".join(f"{term.label} {term.due}" for term in found) == wanted


def test_pairs_of_years_begin_with_the_window() -> None:
    assert example("每2年", day("2021-03-02"), 2016, "2020-2021") == ""
    assert example("每2年", day("2021-03-02"), 2016, "2019-2020") == "2020-2021"
    assert example("每季度", day("2021-03-02"), 2016, "2021-03") == "2021-1季度"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("每年1月31日前", (1, 31)),
        ("每年第一季度", (3, 31)),
        ("每年2月底前", (2, 31)),
        ("每年2月28日前", (2, 31)),
        ("每年2月20日前", (2, 20)),
        ("每年10月31日前", (10, 31)),
        ("每年上半年", (6, 31)),
        ("每年", None),
        ("每年13月前", None),
        ("第一季度至少1次", None),
        ("每个县级地区至少建成一个", None),
    ],
)
def test_days_that_words_name(words: str, found: tuple[int, int] | None) -> None:
    assert day_of(words) == found


# --- what is due, past, done ------------------------------------------------------------------


def test_unrecorded_is_never_done_and_never_certainly_missed(tmp_path: Path) -> None:
    assessment = mini.given(tmp_path, PLAN)
    found = gather(assessment, assessment.today, 30)
    past = {f"{i.name} {i.term}".strip(): (i.state, i.certain) for i in found.past}
    assert past == {
        "公开情况 2021": ("没有办理记录", False),
        "第一批报送": ("还欠2件", True),
        "报送联络员": ("没有办理记录", False),
        "年度报告 2021": ("没有办理记录", False),
        "双月检查 2021-1-2月": ("没有办理记录", False),
        "工作台账 2021-03": ("2个科室没有交", True),  # who owes nothing has none to hand in
    }
    due = [f"{i.due.month}-{i.due.day:02} {i.name}" for i in found.due]
    assert due == [
        "3-10 动员结束", "3-15 第二批报送", "3-31 季度点评", "4-01 工作台账",
    ]  # fmt: skip


def test_records_of_every_kind(tmp_path: Path) -> None:
    agenda = """\
办理:
- {任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}
- {任务: 公开情况, 期: "2021", 日期: 2021-02-03}
- {任务: 报送联络员, 日期: 2021-02-08}
- {任务: 年度报告, 期: "2021", 日期: 2021-03-03}
"""
    own = "evidence/乙科/日程/年度.yaml"
    files = {
        AGENDA: agenda,
        own: '办理: [{任务: 年度报告, 期: "2021", 日期: 2021-02-19}]\n',
        "evidence/督导/2021-02-双月检查.yaml": "类型: 双月检查\n日期: 2021-02-24\n",
        "evidence/甲科/台账/2021-03.yaml": "填表日期: 2021-02-26\n"
        "行: [{年度: 2020, 指标: 1, 完成: 未完成, 情况: 正在办}]\n",
        "evidence/乙科/台账/2021-03.yaml": "填表日期: 2021-03-26\n"
        "行: [{年度: 2020, 指标: 1, 完成: 未完成, 情况: 正在办}]\n",
    }
    found = lines(tmp_path, files)
    assert found["done 3-31 季度点评 2021-1季度"] == "2021-03-01办"
    assert found["done 1-31 公开情况 2021"] == "2021-02-03办，迟3天"
    assert found["done 2-08 报送联络员"] == "2021-02-08办"
    assert found["done 2-28 双月检查 2021-1-2月"] == "2021-02-24办"
    # 乙科 has its own; the coordinator's is of a day to come and counts for nobody
    assert found["past 2-20 年度报告 2021"] == "丙科没有办理记录"
    # a ledger filled in after today is not there yet
    assert found["past 3-01 工作台账 2021-03"] == "2个科室没有交"
    assert lines(tmp_path, files, office="甲科")["done 3-01 工作台账 2021-03"] == "交了"
    assert "past 2-20 年度报告 2021" not in lines(tmp_path, files, office="乙科")


def test_what_has_not_come_is_said_and_does_not_count(fzjs: Run, tmp_path: Path) -> None:
    agenda = """\
办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-12-01}]
事件:
- {事项: 甲审核, 指标: 2, 项目: 审核时间, 起: 2021-02-22, 止: 2021-03-09}
- {事项: 乙审核, 指标: 2, 项目: 审核时间, 起: 2022-02-22}
- {事项: 丙发布, 指标: 2, 项目: 发布时间, 起: 2021-02-22}
- {事项: 丁备案, 限: 三十天, 出处: 某条, 起: 2021-02-22}
"""
    root = mini.lay(tmp_path, {**PLAN, AGENDA: agenda})
    data = json.loads(fzjs("calendar", "--json", at=root).stdout)
    assert [(row["事项"], row["原因"]) for row in data["未计入"]] == [
        ("季度点评 2021-1季度", "办理日期 2021-12-01 还没有到"),
        ("甲审核", "止 2021-03-09 还没有到，当作没有办结"),
        ("乙审核", "起 2022-02-22 还没有到"),
        ("丙发布", "按小时的限要写几点几分"),
        ("丁备案", "不知道限多久，运行 fzjs check 看哪里写错"),
    ]
    due = {row["事项"]: row["状态"] for row in data["将到期"]}
    assert due["季度点评"] == "没有办理记录"
    assert due["甲审核"] == "没有办结"
    assert "没有计入：乙审核" in fzjs("calendar", at=root).stdout


def test_events_run_out_are_kept_or_broken(tmp_path: Path) -> None:
    agenda = """\
事件:
- {事项: 在办, 指标: 2, 项目: 审核时间, 起: 2021-02-22}
- {事项: 过了, 限: ≤7工作日, 出处: 某条, 起: 2021-02-01}
- {事项: 按时, 指标: 2, 项目: 审核时间, 起: 2021-01-04, 止: 2021-01-15}
- {事项: 太快, 指标: 2, 项目: 审核时间, 起: 2021-01-04, 止: 2021-01-06}
- {事项: 晚了, 指标: 2, 项目: 发布时间, 起: 2021-03-01 09:30, 止: 2021-03-01 15:00}
"""
    found = lines(tmp_path, {AGENDA: agenda})
    assert found["due 3-15 在办 2021-02-22 ≤15工作日"] == "没有办结"
    # Sunday 2-07 is made up: 2, 3, 4, 5, 7, 8, 9
    assert found["past 2-09 过了 2021-02-01 ≤7工作日"] == "已超期，没有办结记录"
    assert found["done 1-11 按时 2021-01-04 ≥5工作日"] == "合限，用了9个工作日"
    assert found["done 1-25 按时 2021-01-04 ≤15工作日"] == "合限，用了9个工作日"
    assert found["past 1-11 太快 2021-01-04 ≥5工作日"] == "时间不够，只有2个工作日"
    assert found["past 3-01 晚了 2021-03-01 09:30 ≤5小时"] == "超限办结，用了5小时30分"


@pytest.mark.parametrize(
    ("changes", "review", "said"),
    [
        ({}, "", "今年已记2次，按截止折算已够，全年还差2次，12-31前"),
        ({}, "通过", "今年已记2次，按截止折算已够，全年还差2次，12-31前"),
        ({}, "退回", "今年已记0次，还差4次，12-31前"),
        ({"状态": "草稿"}, "", "今年已记0次，还差4次，12-31前"),
        ({"数据": "[{项目: 专题学法, 年度: 2021, 数: 4}]"}, "", "今年已记4次，够了"),
        ({"数据": "[{项目: 专题学法, 年度: 2020, 数: 4}]"}, "", "今年已记0次，还差4次，12-31前"),
    ],
)
def test_counts_of_the_year(
    changes: dict[str, str], review: str, said: str, fzjs: Run, tmp_path: Path
) -> None:
    figures = "[{项目: 专题学法, 年度: 2021, 数: 2}]"
    entry = mini.entry("1-1 2021", {"种类": "佐证材料", "数据": figures, **changes})
    root = mini.lay(tmp_path, {**PLAN, mini.ENTRY: entry})
    if review:
        mini.review(root, verdict=review)
    rows = json.loads(fzjs("calendar", "--json", at=root).stdout)["按年计次"]
    assert [row["一句话"] for row in rows if row["项目"] == "专题学法"] == [said]
    halves = [row["一句话"] for row in rows if row["项目"] == "听取汇报"]
    assert halves[0] == "2021上半年已记0次，还差1次，6-30前"


def test_entries_that_state_different_numbers_are_a_doubt(fzjs: Run, tmp_path: Path) -> None:
    files = {
        name: mini.entry(
            "1-1 2021",
            {
                "种类": "佐证材料",
                "事由": name,
                "数据": f"[{{项目: 专题学法, 年度: 2021, 数: {n}}}]",
            },
        )
        for n, name in enumerate((mini.ENTRY, mini.OTHER), 2)
    }
    root = mini.lay(tmp_path, {**PLAN, **files})
    row = json.loads(fzjs("calendar", "--json", at=root).stdout)["按年计次"][0]
    assert (row["数字不一"], row["一句话"]) == (True, "今年条目写的数不一，不知道记几次")


def test_no_stage_says_when_it_begins(fzjs: Run, tmp_path: Path) -> None:
    text = SETTINGS.replace("起: 2021-01-01, ", "")
    root = mini.lay(tmp_path, {**PLAN, "fzjs.yaml": text})
    assert "“阶段”没有写哪天开始，周期任务从 2021-01-01 算起" in fzjs("calendar", at=root).stdout


def test_a_holiday_table_that_ends_is_said(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, PLAN)
    done = fzjs("calendar", "--from", "2027-01-01", "--days", "90", at=root)
    assert "* 节假日表没有2027年，按周一至周五算" in done.stdout


# --- the shipped data -------------------------------------------------------------------------


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(fzjs: Run, shipped: Path, width: int) -> None:
    done = fzjs("calendar", "--days", "400", at=shipped, COLUMNS=str(width))
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= width


def test_the_shipped_calendar(fzjs: Run, shipped: Path) -> None:
    data = json.loads(fzjs("calendar", "--json", at=shipped).stdout)
    due = {row["事项"]: row["日期"] for row in data["将到期"]}
    assert due["示例细则（送审稿）合法性审核"] == "2021-03-15"
    assert due["报告上一年度法治政府建设情况"] == "2021-03-31"
    done = {row["事项"]: row["状态"] for row in data["已办"]}
    assert done["报告上年度立法工作情况"] == "2021-02-25办"
    assert all(row["出处"] for row in data["将到期"])


# --- .ics -------------------------------------------------------------------------------------


def test_the_file_reads_back_and_is_the_same_twice(fzjs: Run, campaign: Path) -> None:
    for name in ("一.ics", "二.ics"):
        assert fzjs("calendar", "--ics", name, at=campaign).returncode == 0
    raw = (campaign / "一.ics").read_bytes()
    assert raw == (campaign / "二.ics").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # no character is cut in two
    events = Calendar.from_ical(raw).walk("VEVENT")
    rows = json.loads(fzjs("calendar", "--days", "366", "--json", at=campaign).stdout)["将到期"]
    assert len(events) == len(rows) > 20
    for event, row in zip(events, rows, strict=True):
        assert event["dtstart"].dt == day(row["日期"])
        assert event["dtstamp"].dt.isoformat() == "2021-03-02T00:00:00+00:00"
        assert row["事项"] in event["summary"]
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == datetime.timedelta(days=-3)
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_no_person_is_in_the_file(fzjs: Run, campaign: Path) -> None:
    fzjs("calendar", "--ics", "日历.ics", at=campaign)
    text = str(Calendar.from_ical((campaign / "日历.ics").read_bytes()).to_ical(), "utf-8")
    text = text.replace("\r\n ", "")
    people = json.loads(fzjs("export", "--json", at=campaign).stdout)["创建活动"]["科室"]
    names = [each["责任人"] for each in people if "责任人" in each]
    assert len(names) > 10
    assert [name for name in names if name in text] == []


def test_a_moved_day_keeps_its_uid(fzjs: Run, tmp_path: Path) -> None:
    def uids(at: Path) -> dict[str, tuple[str, Date]]:
        assert fzjs("calendar", "--ics", "日历.ics", at=at).returncode == 0
        events = Calendar.from_ical((at / "日历.ics").read_bytes()).walk("VEVENT")
        return {str(e["summary"]): (str(e["uid"]), e["dtstart"].dt) for e in events}

    root = mini.lay(tmp_path, PLAN)
    before = uids(root)
    text = SETTINGS.replace("截止: 2021-03-15", "截止: 2021-03-20").replace("03-02", "03-05")
    mini.put(root, "fzjs.yaml", text)
    after = uids(root)
    name = "〔示例〕第二批报送"
    assert before[name][0] == after[name][0]
    assert (str(before[name][1]), str(after[name][1])) == ("2021-03-15", "2021-03-20")
    assert {name: uid for name, (uid, _) in before.items()} == {
        name: uid for name, (uid, _) in after.items() if name in before
    }


def test_a_record_is_never_written_over(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {**PLAN, AGENDA: "办理: [{任务: 报送联络员, 日期: 2021-02-08}]\n"})
    done = fzjs("calendar", "--ics", AGENDA, at=root)
    assert done.returncode == 2
    assert (root / AGENDA).read_text("utf-8").startswith("办理")


# --- writing it down --------------------------------------------------------------------------


def test_done_event_and_ended_write_what_the_calendar_reads(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, PLAN)
    first = fzjs("calendar", "done", "报送联络员", "--date", "2021-02-05", at=root)
    assert (first.returncode, first.stderr) == (0, "")
    words = ("季度点评", "--period", "2021-1季度", "--note", "通报：第1期", "--proof", "某函 #3号")
    assert fzjs("calendar", "done", *words, at=root).returncode == 0
    start = ("某审核", "--indicator", "2", "--item", "审核时间", "--start", "2021-02-22")
    event = fzjs("calendar", "event", *start, "--office", "甲办", at=root)
    assert "≤15工作日：最晚 2021-03-15 办结" in event.stdout
    assert "≥5工作日：最早 2021-03-01 办结" in event.stdout
    ended = fzjs("calendar", "ended", "某审", "--end", "2021-02-25", at=root)
    assert "≥5工作日：用了3个工作日，不合限" in ended.stdout
    assert (root / AGENDA).read_text("utf-8") == (
        "示例: 是\n办理:\n- 任务: 报送联络员\n  日期: 2021-02-05\n"
        "- 任务: 季度点评\n  期: 2021-1季度\n  日期: 2021-03-02\n  说明: 通报：第1期\n"
        '  凭据: "某函 #3号"\n'
    )
    own = root / "evidence/甲科/日程/2021.yaml"
    assert own.read_text("utf-8").endswith("  起: 2021-02-22\n  止: 2021-02-25\n")
    again = fzjs("calendar", "done", "报送联络员", "--date", "2021-02-05", at=root)
    assert "已经记过了" in again.stdout
    assert fzjs("check", "--format", "json", at=root).returncode == 0


def test_an_end_typed_again_is_no_mistake_though_another_has_the_words(
    fzjs: Run, tmp_path: Path
) -> None:
    text = """\
事件:
- {事项: 甲办法备案, 限: ≤30日, 出处: 某条, 起: 2021-02-22}
- {事项: 乙办法备案, 限: ≤30日, 出处: 某条, 起: 2021-02-20, 止: 2021-02-24}
"""
    root = mini.lay(tmp_path, {**PLAN, AGENDA: text})
    command = ("calendar", "ended", "办法", "--end", "2021-03-01")
    assert fzjs(*command, at=root).returncode == 0
    again = fzjs(*command, at=root)
    assert (again.returncode, again.stderr) == (0, "")
    assert "“甲办法备案”已经记了 2021-03-01 办结" in again.stdout
    assert fzjs("calendar", "ended", "乙办法备案", at=root).returncode == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("done 季度点评", 2, "写明办的是哪一期：--period，2021-03-02 所在的一期写 2021-1季度"),
        ("done 季度点评 --period 2021年第一季度", 2, "写成 2021-1季度"),
        ("done 季度点评 --period 2021-03", 2, "是每季度的，期写成 2021-1季度 的样子"),
        ("done 季度点评 --period 2021-2季度 --date 2021-03-01", 2, "到 2021-03-01 还没有开始"),
        ("done 季度通报 --period 2021-1季度", 2, "是不是“季度点评”？"),
        ("done 季度点评 --period 2021-1季度 --date 2021.3.1", 2, "写成 2021-03-01"),
        ("done 季度点评 --period 2021-1季度 --date 2021-12-01", 2, "还没有到"),
        ("done 报送联络员 --period 2021", 2, "只有一个日子，不写 --period"),
        ("done 工作台账 --period 2021-03", 2, "看各科室“台账”里的文件"),
        ("done 专题学法 --period 2021", 2, "办了几次看条目的“数据”"),
        ("done 年度报告 --period 2021 --office 甲科", 1, "由乙科、丙科办，不是甲科"),
        ("event 某事", 2, "写明哪天起算"),
        ("event 某事 --start 2021-03-01", 2, "写明限多久"),
        ("event 某事 --start 2021-03-01 --indicator 9", 2, "没有“9”这项指标"),
        ("event 某事 --start 2021-03-01 --indicator 1", 2, "没有时限的量化要求"),
        ("event 某事 --start 2021-03-01 --indicator 2", 2, "可以写：审核时间、发布时间"),
        ("event 某事 --start 2021-03-01 --indicator 2 --item 发布", 2, "是不是“发布时间”？"),
        ("event 某事 --start 2021-03-01 --indicator 2 --item 发布时间", 2, "要写几点几分"),
        ("event 某事 --start 2021-03-01 --limit 7天内 --source 甲", 2, "写成 ≤15工作日"),
        ("event 某事 --start 2021-03-01 --limit ≤7日", 2, "--source"),
        ("event 某事 --start 2021-03-05 --limit ≤7日 --source 甲", 2, "还没有到"),
        ("event 某事 --start 2021-03-01 --limit ≤7日 --source 甲 --end 2021-02-01", 2, "早于起算"),
        ("event 电话13800000000 --start 2021-03-01 --limit ≤7日 --source 甲", 1, "手机号"),
        ("ended 某事", 2, "没有“某事”这件事"),
        ("ended 旧事 --end 2021-02-01", 2, "早于起算的 2021-02-22"),
        ("ended 办过的事 --end 2021-02-25", 1, "已经记了 2021-02-24 办结"),
        ("ended 事 --end 2021-03-01", 2, "把事项写全"),
        ("--days -1", 2, "--days"),
        ("--office 丁科", 2, "没有“丁科”这个科室"),
        ("--days 7 done 季度点评", 2, "选项写在 done 后面"),
    ],
)
def test_mistakes_write_nothing_and_say_what_to_type(
    words: str, code: int, said: str, fzjs: Run, tmp_path: Path
) -> None:
    text = """\
事件:
- {事项: 旧事, 限: ≤30日, 出处: 某条, 起: 2021-02-22}
- {事项: 另一件事, 限: ≤30日, 出处: 某条, 起: 2021-02-22}
- {事项: 办过的事, 限: ≤30日, 出处: 某条, 起: 2021-02-22, 止: 2021-02-24}
"""
    root = mini.lay(tmp_path, {**PLAN, AGENDA: text})
    done = fzjs("calendar", *words.split(), at=root)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert (root / AGENDA).read_text("utf-8") == text
    assert len(list(root.rglob("日程/*.yaml"))) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", "先写日期再写时间，如 2021-03-01 09:30"),
        ("2021.3.12 9点", "写成 2021-03-12 09:00"),
        ("2021-03-12 9:30", "写成 2021-03-12 09:30"),
        ("2021-03-12T09:30", "写成 2021-03-12 09:30"),
        ("2021年3月12日下午3点半", "写成 2021-03-12 15:30"),
        ("2021-03-12 09：30", "写成 2021-03-12 09:30"),
        ("2021-03-12 09:30:00", "写成 2021-03-12 09:30"),
        ("2021/3/12", "写成 2021-03-12"),
        ("2021-03-12 25:00", "先写日期再写时间"),
        ("2021-02-30 09:30", "查一下日历"),
        ("昨天", "先写日期再写时间"),
    ],
)
def test_half_written_times(typed: str, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(When).validate_python(typed)
    assert meant in caught.value.errors()[0]["ctx"]["hint"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2021年第一季度", "写成 2021-1季度"),
        ("2021年1季度", "写成 2021-1季度"),
        ("2021Q2", "写成 2021-2季度"),
        ("2021年3月", "写成 2021-03"),
        ("2021-3", "写成 2021-03"),
        ("2021年3-4月", "写成 2021-3-4月"),
        ("2021年上半年", "写成 2021上"),
        ("2021年度", "写成 2021"),
        ("2021-2-3月", "每两月 2021-3-4月"),
        ("一季度", "每季度 2021-1季度"),
    ],
)
def test_periods_in_other_words(typed: str, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Term).validate_python(typed)
    assert meant in caught.value.errors()[0]["ctx"]["hint"]


LIAISONS = "期限: [{名称: 报送联络员, 日期: 2021-02-08, 出处: 通知}]\n"
NAMES = "科室: [{名称: 甲科, 别名: [甲办], 联络人: 甲某}, {名称: 乙科, 联络人: 乙某}, 丙科]"


@pytest.mark.parametrize(
    ("settings", "record", "state", "unreported"),
    [
        (NAMES, "", "丙科没有办理记录", ["丙科"]),
        (NAMES.replace("丙科]", "{名称: 丙科, 联络人: 丙某}]"), "", "联络人都填了", []),
        (NAMES, "办理: [{任务: 报送联络员, 日期: 2021-02-07}]\n", "2021-02-07办", []),
    ],
)
def test_a_liaison_who_is_named_has_been_reported(
    settings: str, record: str, state: str, unreported: list[str], tmp_path: Path
) -> None:
    offices = "科室: [{名称: 甲科, 别名: [甲办]}, 乙科, 丙科]"
    plan = mini.CAMPAIGN.replace(offices, settings) + LIAISONS
    files = {"fzjs.yaml": plan} | ({AGENDA: record} if record else {})
    assessment = mini.given(tmp_path, files)
    data = calendar.build(assessment)
    rows = [row for part in ("已过", "已办") for row in data[part]]
    assert [row["状态"] for row in rows if row["事项"] == "报送联络员"] == [state]
    assert organisation.build(assessment)["未报联络人"] == unreported


@pytest.mark.parametrize(
    ("count", "said", "reason"),
    [
        (2, "今年已记2次，按截止折算已够，全年还差2次，12-31前", "达标（2021按截止折算）"),
        (1, "今年已记1次，还差3次，12-31前", "不达标：2021"),
        (4, "今年已记4次，够了", "达标"),
    ],
)
def test_what_is_enough_by_the_cutoff_is_told_apart_from_the_year(
    count: int, said: str, reason: str, tmp_path: Path
) -> None:
    plan = mini.plan(
        "{编号: 1, 来源: 国家, 内容: 学法, 测评方法: [材料查证], 责任科室: [乙科], "
        "量化要求: [{项目: 学法次数, 要求: ≥4次/年}], "
        "上报资料: [{代号: 1, 内容: 说明, 种类: 情况说明, 年度: 逐年可合并, 自: 2021}]}"
    )
    figures = {"数据": f"[{{项目: 学法次数, 年度: 2021, 数: {count}}}]"}
    files = {"indicators/01.yaml": plan, mini.ENTRY: mini.entry("1-1 2021", figures)}
    mini.lay(tmp_path, files)
    mini.review(tmp_path)
    assessment = mini.assessed(tmp_path)
    (row,) = calendar.build(assessment)["按年计次"]
    assert row["一句话"] == said
    (judged,) = assessment.indicators.values()
    assert [each.reason for each in judged.judgements] == [reason]


@pytest.mark.parametrize("typed", ["2021年4月1日", "2021.4.1", "2021-04-01"])
def test_a_day_to_look_from_may_be_typed_as_people_write_it(
    typed: str, fzjs: Run, shipped: Path
) -> None:
    done = fzjs("calendar", "--from", typed, "--json", at=shipped)
    assert json.loads(done.stdout)["从"] == "2021-04-01"
    bad = fzjs("calendar", "--from", "四月", at=shipped)
    assert (bad.returncode, "没有改动" in bad.stderr) == (2, False)
