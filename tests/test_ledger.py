"""The month's 工作台账: whose turn it is, what is prefilled, what counts as handed in."""

from __future__ import annotations

import datetime
import json
import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from fzjs.assess.handing import handing, latest, turn
from fzjs.assess.ledgers import lines, months, offices
from fzjs.check import check
from fzjs.diagnostic import Diagnostic
from fzjs.gate import gate
from fzjs.reports import circular as quarterly
from fzjs.reports import ledgers
from fzjs.reports.tables import rows as export
from fzjs.rules.ledger_line_hollow import is_hollow
from fzjs.tree import Tree
from mini import ENTRY, entry
from offices import git

DUTY = "周期任务: [{名称: 工作台账, 周期: 每月, 日: 1}]\n"
SETTINGS = mini.CAMPAIGN + DUTY + f"基准日: {mini.TODAY}\n"
NOTHING = {"错误": 0, "警告": 0, "提示": 0}
FEBRUARY, MARCH = "evidence/乙科/台账/2021-02.yaml", "evidence/乙科/台账/2021-03.yaml"
SIGNING = "情况说明已写好，等局长签字"


def ledger(
    *rows: tuple[int, str, str, str], filled: str = "2021-01-29", state: str = "已提交"
) -> str:
    made = (
        f'- {{年度: {year}, 指标: "{number}", 完成: {done}, 情况: "{note}"}}\n'
        for year, number, done, note in rows
    )
    return f"填表日期: {filled}\n状态: {state}\n行:\n{''.join(made)}"


def written(root: Path, file: str = MARCH) -> dict[tuple[str, str], tuple[str, str, bool]]:
    """Give 完成, 情况 and whether it is marked 请核对, by 年度 and 指标."""
    pattern = r'- \{年度: (\d+), 指标: (.+?), 完成: (.+?), 情况: "?(.+?)"?\}(  # 请核对)?$'
    text = (root / file).read_text("utf-8")
    found = re.findall(pattern, text, re.MULTILINE)
    assert len(found) == text.count("\n- ")
    return {(year, n.strip('"')): (done, note, bool(mark)) for year, n, done, note, mark in found}


def done_open(root: Path) -> list[Diagnostic]:
    return [f for f in check(Tree(root)).diagnostics if f.rule.startswith("ledger-done")]


def commit(root: Path) -> None:
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "一步")


@pytest.fixture
def february(tmp_path: Path) -> Path:
    """Give a repository where 乙科 handed in its ledger of February, in words of its own."""
    said = ledger(
        (2020, "1", "未完成", SIGNING),
        (2020, "7", "未完成", "三个乡镇的材料收到两个，催南乡"),
        (2020, "8", "未完成", "正在推进"),
    )
    root = mini.lay(tmp_path / "局", {"fzjs.yaml": SETTINGS, FEBRUARY: said})
    commit(root)
    return root


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ("2021-03", "2021-03-01"),  # a Monday: the day itself is in time
        ("2021-01", "2020-12-31"),  # 1-01 is a holiday
        ("2021-05", "2021-04-30"),  # 5-01 is a holiday; 4-25 was made up for
        ("2021-10", "2021-09-30"),
        ("2021-08", "2021-07-30"),  # a Sunday
    ],
)
def test_it_is_due_on_the_first_or_the_last_working_day_before(
    month: str, due: str, tmp_path: Path
) -> None:
    assessment = mini.given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + DUTY})
    found = handing(assessment.catalogue.campaign, month)
    assert (found.due, found.known) == (datetime.date.fromisoformat(due), True)


@pytest.mark.parametrize(
    ("today", "last", "next_"),
    [
        ("2021-03-01", "2021-03", "2021-03"),  # the day itself
        ("2021-03-02", "2021-03", "2021-04"),
        ("2021-04-29", "2021-04", "2021-05"),
        ("2021-04-30", "2021-05", "2021-05"),  # May's is due in April
        ("2021-05-01", "2021-05", "2021-06"),
        ("2020-12-31", "2021-01", "2021-01"),
    ],
)
def test_whose_turn_it_is(today: str, last: str, next_: str, tmp_path: Path) -> None:
    campaign = mini.given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + DUTY}).catalogue.campaign
    day = datetime.date.fromisoformat(today)
    found = latest(campaign, day)
    assert found
    assert (found.month, turn(campaign, day).month) == (last, next_)


def test_a_year_that_the_calendar_does_not_know_is_counted_by_weekdays_and_marked(
    tmp_path: Path,
) -> None:
    settings = mini.CAMPAIGN.replace("截止: 2021-05-31", "截止: 2040-12-31") + DUTY
    assessment = mini.given(tmp_path, {"fzjs.yaml": settings}, "2040-07-03")
    data = ledgers.build(assessment)
    assert data["月份"][0] == {
        "月份": "2040-07", "期限": "2040-06-29", "剩余": "逾4天", "放假安排已知": False,
    }  # fmt: skip  # 7-01 is a Sunday
    said = check(Tree(tmp_path), datetime.date(2040, 7, 3)).diagnostics
    late = [f.message for f in said if f.rule == "ledger-month-missing"]
    assert len(late) == 3
    assert all("放假安排未知" in message for message in late)


def test_every_piece_that_an_office_owes_stands_in_one_line(shipped: Path) -> None:
    assessment = mini.assessed(shipped)
    for office in offices(assessment):
        owed = [m.due.key for m in assessment.counted if office in m.due.owners]
        there = [m.due.key for met in lines(assessment, office).values() for m in met]
        assert sorted(there) == sorted(owed)


def test_what_names_no_year_stands_in_the_last_and_two_years_in_the_later(tmp_path: Path) -> None:
    found = lines(mini.given(tmp_path), "乙科")
    labels = {key: [m.due.label for m in met] for key, met in found.items() if key[1] == "★5"}
    assert labels[2020, "★5"] == ["★5-2/2020上", "★5-2/2020下", "★5-3/2019-2020"]
    assert {"★5-1/时点", "★5-4/有则报"} <= set(labels[2021, "★5"])


def test_what_did_not_change_is_as_it_was_and_what_did_is_said_from_the_facts(
    fzjs: Run, february: Path
) -> None:
    mini.put(february, "evidence/乙科/七.yaml", entry("7-1 2020", {"种类": "报告"}))
    done = fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    assert (done.returncode, done.stderr) == (0, "")
    found = written(february)
    assert found["2020", "1"] == ("未完成", SIGNING, False)
    fact = "应报1件材料已报齐，待审核；上次填表以来新报7-1"
    assert found["2020", "7"] == ("已完成", fact, True)
    # a hollow word is not carried on; a line that was not there is said from the facts
    assert found["2020", "8"] == (
        "未完成",
        "应报2件已报0件；8-1网络检索未报、8-2情况说明未报",
        True,
    )
    assert found["2019", "7"] == ("未完成", "应报1件已报0件；7-1佐证材料未报", True)
    assert "1行照 2021-02 的" in done.stdout
    assert check(Tree(february)).within(MARCH).diagnostics == ()


def test_what_was_new_last_month_is_not_called_new_again(fzjs: Run, february: Path) -> None:
    news = "应报2件已报1件；8-2情况说明未报；上次填表以来新报8-1；正在催办公室"
    lines = ((2020, "1", "未完成", SIGNING), (2020, "8", "未完成", news))
    mini.put(february, FEBRUARY, ledger(*lines))
    commit(february)
    done = fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    assert done.returncode == 0, done.stderr
    kept = "应报2件已报1件；8-2情况说明未报；正在催办公室"
    assert written(february)["2020", "8"] == ("未完成", kept, False)


def test_a_folder_that_was_renamed_does_not_hide_what_changed(fzjs: Run, february: Path) -> None:
    settings = SETTINGS.replace("乙科, 丙科]", "{名称: 丁科, 别名: [乙科]}, 丙科]", 1)
    mini.put(february, "evidence/乙科/七.yaml", entry("7-1 2020", {"种类": "报告"}))
    commit(february)
    git(february, "mv", "evidence/乙科", "evidence/丁科")
    mini.put(february, "fzjs.yaml", settings)
    commit(february)
    done = fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    assert done.returncode == 0, done.stderr
    found = written(february, "evidence/丁科/台账/2021-03.yaml")
    assert found["2020", "1"] == ("未完成", SIGNING, False)
    assert "上次填表以来新报7-1" in found["2020", "7"][1]


def test_the_ledger_under_an_old_name_is_not_written_again(fzjs: Run, february: Path) -> None:
    settings = SETTINGS.replace("乙科, 丙科]", "{名称: 丁科, 别名: [乙科]}, 丙科]", 1)
    mini.put(february, "fzjs.yaml", settings)
    mini.put(february, MARCH, ledger((2020, "1", "未完成", SIGNING), filled="2021-03-01"))
    done = fzjs("ledger", "new", "2021-03", "--office", "丁科", at=february)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{MARCH} 已经有了" in done.stdout


@pytest.mark.parametrize("how", ["no git", "not committed", "shallow"])
def test_where_git_cannot_tell_the_facts_speak_and_it_says_so(
    how: str, fzjs: Run, february: Path, tmp_path: Path
) -> None:
    root = february
    if how == "no git":
        shutil.rmtree(february / ".git")
    elif how == "not committed":
        path = february / FEBRUARY
        path.write_text(path.read_text("utf-8") + "# 改过\n", "utf-8")
    else:
        mini.put(february, ENTRY, entry("1-1 2020"))
        commit(february)
        root = tmp_path / "浅"
        git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{february}", str(root))
    done = fzjs("ledger", "new", "2021-03", "--office", "乙科", at=root)
    assert done.returncode == 0, done.stderr
    assert "变了什么没有比：git 里查不到" in done.stdout
    assert written(root)["2020", "1"][1].startswith("应报3件已报")
    assert "# 请核对" not in (root / MARCH).read_text("utf-8")


def test_what_is_no_longer_owed_has_no_line(fzjs: Run, february: Path) -> None:
    excused = "不适用: [{对象: 7-1/2020, 理由: 当年没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    mini.put(february, "fzjs.yaml", SETTINGS + excused)
    assert fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february).returncode == 0
    assert ("2020", "7") not in written(february)
    assert ("2019", "7") in written(february)


def test_a_second_time_nothing_is_written(fzjs: Run, february: Path) -> None:
    assert fzjs("ledger", "new", "2021-03", "--office", "丙科", at=february).returncode == 0
    own = february / "evidence/丙科/台账/2021-03.yaml"
    own.write_text(own.read_text("utf-8").replace("情况: 应报", "情况: 我写的，应报"), "utf-8")
    before = own.read_bytes()
    rest = fzjs("ledger", "new", "2021-03", at=february)
    assert rest.returncode == 0
    assert "已经有了，没有动：丙科" in rest.stdout
    again = fzjs("ledger", "new", "2021-03", at=february)
    assert (again.returncode, again.stderr) == (0, "")
    assert "先删去它再来" in again.stdout
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("2021-05",), 1, "2021-05 还没有轮到"),
        (("2021-01",), 1, "只能预填 2021-03、2021-04"),
        (("2021.4",), 2, "是不是 2021-04？"),
        (("２０２１年４月",), 2, "是不是 2021-04？"),
        (("上个月",), 2, "如 2021-03"),
        (("2021-03", "--office", "乙"), 2, "没有“乙”这个科室"),
    ],
)
def test_what_is_not_the_month_or_the_office(
    arguments: Sequence[str], code: int, words: str, fzjs: Run, february: Path
) -> None:
    done = fzjs("ledger", "new", *arguments, at=february)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert "没有改动" in done.stderr or code == 2


def test_a_broken_ledger_before_it_stops_only_its_office(fzjs: Run, february: Path) -> None:
    path = february / FEBRUARY
    path.write_text(path.read_text("utf-8").replace("状态: ", "状态： "), "utf-8")
    done = fzjs("ledger", "new", "2021-03", at=february)
    assert done.returncode == 0
    assert f"没有写 乙科：{FEBRUARY} 有误" in done.stdout
    assert (february / "evidence/丙科/台账/2021-03.yaml").exists()


def test_nothing_is_handed_in_before_the_office_says_so(fzjs: Run, february: Path) -> None:
    assert fzjs("ledger", "new", "2021-03", at=february).returncode == 0
    assert "台账 2021-03 未交，逾1天" in fzjs("todo", "乙科", at=february).stdout
    assert "3月台账3个科室未交" in fzjs("status", at=february).stdout
    said = check(Tree(february)).diagnostics
    late = [f.hint for f in said if f.rule == "ledger-month-missing"]
    assert "fzjs ledger submit 2021-03 --office 乙科" in late
    done = fzjs("ledger", "submit", "2021-03", "--office", "乙科", "--as-is", at=february)
    assert (done.returncode, "晚于期限 2021-03-01" in done.stdout) == (0, True)
    text = (february / MARCH).read_text("utf-8")
    assert ("状态: 已提交" in text, "请核对" in text, "预填" in text) == (True, False, False)
    assert "台账" not in fzjs("todo", "乙科", at=february).stdout
    listed = json.loads(fzjs("ledger", "list", "--json", at=february).stdout)
    states = {row["科室"]: [cell["状态"] for cell in row["各月"]] for row in listed["科室"]}
    assert states["乙科"] == ["已交", "迟交", "未到期"]
    assert states["丙科"] == ["未交", "草稿", "未到期"]


def test_a_comment_of_the_office_stays_when_it_is_handed_in(fzjs: Run, february: Path) -> None:
    fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    path = february / MARCH
    text = path.read_text("utf-8").replace("行:\n", "行:  # 老王核过\n")
    path.write_text(text, "utf-8")
    done = fzjs("ledger", "submit", "2021-03", "--office", "乙科", "--as-is", at=february)
    assert done.returncode == 0, done.stderr
    assert "行:  # 老王核过" in path.read_text("utf-8")
    assert "填表日期: 2021-03-02" in path.read_text("utf-8")


def test_a_draft_that_nobody_looked_at_is_not_handed_in_unasked(fzjs: Run, february: Path) -> None:
    submit = ("ledger", "submit", "2021-03", "--office", "乙科")
    fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    path = february / MARCH
    draft = path.read_text("utf-8")
    marked = draft.count("# 请核对")
    done = fzjs(*submit, at=february)
    assert (done.returncode, path.read_text("utf-8")) == (1, draft)
    assert f"要核对的{marked}行都和预填的一字不差" in done.stderr
    assert "--as-is" in done.stderr
    early = fzjs(*submit, "--as-is", "--date", "2021-03-01", at=february)
    assert (early.returncode, path.read_text("utf-8")) == (2, draft)
    assert "早于草稿自己的填表日期 2021-03-02" in early.stderr
    # one line in the office's own words is enough, and how many are not is said
    own = re.sub("(情况: )[^}]+?\\}  # 请核对", r"\1汇报材料写了一半}  # 请核对", draft, count=1)
    path.write_text(own, "utf-8")
    done = fzjs(*submit, at=february)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"要核对的{marked}行，{marked - 1}行照预填的没有改" in done.stdout


def test_every_fault_of_a_draft_is_told_by_the_line_that_its_reader_sees(
    fzjs: Run, february: Path
) -> None:
    fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    path = february / MARCH
    rows = [line for line in path.read_text("utf-8").splitlines() if line.startswith("- ")]
    path.write_text(path.read_text("utf-8") + "\n".join([*rows, ""]), "utf-8")
    first = path.read_text("utf-8").splitlines().index(rows[0]) + 1
    done = fzjs("ledger", "submit", "2021-03", "--office", "乙科", "--as-is", at=february)
    assert done.returncode == 1
    assert f"共{len(rows)}处" in done.stderr
    for i in range(len(rows)):
        assert f"{MARCH}:{first + len(rows) + i}:" in done.stderr
    assert done.stderr.count("改法") <= len(rows)


def test_an_office_that_came_with_a_new_edition_owes_no_earlier_ledger(
    fzjs: Run, february: Path
) -> None:
    text = (february / "fzjs.yaml").read_text("utf-8")
    assert "3月台账3个科室未交" in fzjs("status", at=february).stdout
    mini.put(february, "fzjs.yaml", text.replace("体系: {", "体系: {换版: 2021-03-01, ", 1))
    assert "3月台账1个科室未交：乙科" in fzjs("status", at=february).stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (SIGNING, "正在推进", "ledger-line-hollow"),
        (
            f"完成: 未完成, 情况: {SIGNING}",
            f"完成: 已完成, 情况: {SIGNING}",
            "1-1/2020（情况说明未报）",
        ),
        ("年度: 2020, 指标: 7,", "年度: 2019, 指标: 7,", "ledger-line-repeated"),
    ],
)
def test_what_check_would_refuse_is_not_handed_in(
    old: str, new: str, words: str, fzjs: Run, february: Path
) -> None:
    fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    path = february / MARCH
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    before = path.read_bytes()
    done = fzjs("ledger", "submit", "2021-03", "--office", "乙科", at=february)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert path.read_bytes() == before


def test_done_while_something_is_open_names_the_line_and_the_piece(tmp_path: Path) -> None:
    march = ledger((2020, "7", "已完成", "年度工作2月20日报齐"), filled="2021-02-26")
    mini.lay(tmp_path, {"fzjs.yaml": SETTINGS, MARCH: march})
    (said,) = done_open(tmp_path)
    assert said.message.startswith("乙科2020年第7项写的是已完成，现在应报件没有报齐：7-1/2020")
    assert (said.rule, "下个月的台账改" in said.hint) == ("ledger-done-since", True)
    mini.put(tmp_path, ENTRY, entry("7-1 2020", {"种类": "报告"}))
    assert not done_open(tmp_path)
    # returned after the ledger was filled in: next month's will say so
    mini.review(tmp_path, verdict="退回", date="2021-03-01")
    assert not done_open(tmp_path)
    # on the day itself, or before it, it was known
    mini.review(tmp_path, verdict="退回", date="2021-02-26")
    assert [f.rule for f in done_open(tmp_path)] == ["ledger-done-returned"]


@pytest.mark.parametrize("how", ["material", "withdrawn", "exemption"])
def test_what_nobody_can_date_is_no_error_in_a_ledger_of_another_office(
    how: str, tmp_path: Path
) -> None:
    """The gate lets the change that opened it pass, and refuses a ledger that is handed in so."""
    excused = "不适用: [{对象: 8-1/2020, 理由: 没有, 批准: {人: 张某, 日期: 2021-02-20}}]\n"
    march = ledger(
        (2020, "7", "已完成", "年度工作2月20日报齐"),
        (2020, "8", "已完成", "情况说明2月20日报齐"),
        filled="2021-02-26",
    )
    files = {
        "fzjs.yaml": SETTINGS + excused,
        MARCH: march,
        ENTRY: entry("7-1 2020", {"种类": "报告"}),
        mini.OTHER: entry("8-2 2020"),
    }
    mini.lay(tmp_path, files)
    assert not done_open(tmp_path)
    commit(tmp_path)
    if how == "material":
        more = "    - {代号: 2, 内容: 总结, 种类: 报告, 年度: 每年}\n  - 编号: 8\n"
        mini.put(tmp_path, "indicators/01.yaml", mini.PLAN.replace("  - 编号: 8\n", more))
    elif how == "withdrawn":
        gone = {"种类": "报告", "状态": "撤回", "撤回理由": "与另一份重复"}
        mini.put(tmp_path, ENTRY, entry("7-1 2020", gone))
    else:
        mini.put(tmp_path, "fzjs.yaml", SETTINGS)
    assert [str(f.severity) for f in done_open(tmp_path)] == ["警告"]
    found = gate(Tree(tmp_path), "HEAD").report.diagnostics
    assert {f.rule for f in found if f.rule.startswith("ledger-done")} == {"ledger-done-since"}
    mini.put(tmp_path, MARCH, march + "# 改了一个字\n")  # a line that was there is not handed in
    found = gate(Tree(tmp_path), "HEAD").report.diagnostics
    assert {f.rule for f in found if f.rule.startswith("ledger-done")} == {"ledger-done-since"}
    april = march.replace("2021-02-26", "2021-03-02")
    mini.put(tmp_path, "evidence/乙科/台账/2021-04.yaml", april)
    found = gate(Tree(tmp_path), "HEAD").report.diagnostics
    errors = [f for f in found if f.location.file.endswith("04.yaml") and f.severity == "错误"]
    assert [f.rule for f in errors] == ["change-ledger-done-open"]


def test_what_another_office_shares_does_not_count_against_this_one(tmp_path: Path) -> None:
    """6-1 is each office's own: what 丙科 lacks is not 乙科's."""
    march = ledger((2020, "6", "已完成", "各科工作2月20日报齐"), filled="2021-02-26")
    mini.lay(
        tmp_path,
        {"fzjs.yaml": SETTINGS, MARCH: march, ENTRY: entry("6-1 2020", {"种类": "报告"})},
    )
    assert not [f for f in check(Tree(tmp_path)).diagnostics if f.rule == "ledger-done-open"]


@pytest.mark.parametrize(
    "note",
    ["无", "同上", "（待填）", "已完成", "未完成。", "正在推进", "正在积极有序推进中", "已报",
     "材料正在收集整理中", "已按要求完成", "1", "…", "ＯＫ",
     "\u3164", "\u2800", "无\u034f", "None", "一切正常", "进展顺利", "详见材料", "见附件1"],
)  # fmt: skip
def test_hollow(note: str) -> None:
    assert is_hollow(note)


@pytest.mark.parametrize(
    "note",
    [SIGNING, "待盖章", "应报3件材料已报齐，待审核", "目录未报", "2月20日已报", "没有此事，零报告",
     "等法院复函", "已报规范性文件管理科", "材料正在整理成册", "31-1正在整理",
     "如期报送创建办", "见证材料待补章", "见法院复函，已改"],
)  # fmt: skip
def test_not_hollow(note: str) -> None:
    assert not is_hollow(note)


def test_an_office_with_336_lines_is_prefilled_at_once(fzjs: Run, tmp_path: Path) -> None:
    rows = "\n".join(
        f"{{编号: {n}, 来源: 国家, 内容: 第{n}项, 测评方法: [材料查证], 责任科室: [乙科], "
        f"上报资料: [{{代号: 1, 内容: 情况说明, 种类: 情况说明, 年度: 逐年可合并}}]}}"
        for n in range(1, 57)
    )
    settings = SETTINGS.replace("窗口: 2019-2021", "窗口: 2016-2021")
    root = mini.lay(tmp_path, {"fzjs.yaml": settings, "indicators/01.yaml": mini.plan(rows)})
    done = fzjs("ledger", "new", "2021-03", at=root)
    assert done.returncode == 0, done.stderr
    assert "336行" in done.stdout
    years = [year for year, _ in written(root)]
    assert years == sorted(years)


# --- on paper


def test_the_paper_has_the_columns_of_the_plan_and_one_cell_a_year(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    done = fzjs("report", "ledger", "--office", "基层科", "-o", str(tmp_path), at=shipped)
    assert done.returncode == 0, done.stderr
    (path,) = tmp_path.iterdir()
    (table,) = Document(str(path)).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    head = ["年度", "三级指标", "测评方法", "上报材料", "完成进度", "责任人及联系方式"]
    assert cells[0] == head
    years = [row[0] for row in cells[1:]]
    assert years == ["2016", "2017", "2018", *["2019"] * 3, *["2020"] * 3, *["2021"] * 3]
    merges = [row._tr.tc_lst[0].vMerge for row in table.rows[1:]]  # noqa: SLF001  # no other way
    assert merges == [None, None, None, *["restart", "continue", "continue"] * 3]
    assert {row[5] for row in cells[1:]} == {"孙某甲\n（联系方式另附）"}
    assert cells[1][3].startswith("85-1情况说明、85-2佐证材料")
    assert cells[2][4].startswith("未完成：应报6件已报4件")
    text = "\n".join(p.text for p in Document(str(path)).paragraphs)
    assert "责任科室：基层工作指导科" in text
    assert "填表时间：2021年2月26日" in text


def test_the_paper_of_the_unit_has_a_table_an_office_and_says_who_is_missing(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    assert fzjs("report", "ledger", "-o", str(tmp_path), at=shipped).returncode == 0
    (path,) = tmp_path.iterdir()
    document = Document(str(path))
    assert len(document.tables) == 1 + 13
    text = "\n".join(p.text for p in document.paragraphs)
    assert "没有交的：法制仲裁科、律师公证管理科。" in text


def test_a_draft_on_paper_says_that_it_is_one(fzjs: Run, february: Path, tmp_path: Path) -> None:
    fzjs("ledger", "new", "2021-03", "--office", "乙科", at=february)
    out = tmp_path / "纸"
    done = fzjs("report", "ledger", "--office", "乙科", "-o", str(out), at=february)
    assert done.returncode == 0, done.stderr
    (path,) = out.iterdir()
    text = "\n".join(p.text for p in Document(str(path)).paragraphs)
    assert "预填的草稿" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--office", "甲办"), "甲科还没有台账"),
        (("--month", "2021-03"), "各科室没有 2021-03 的台账"),
        (("--month", "2021.4"), "是不是 2021-04？"),
        (("--month", "２０２１－０４"), "是不是 2021-04？"),
        (("--month", "四月"), "写成 四位年-两位月，如 2021-03"),
    ],
)
def test_nothing_to_print_says_what_to_do(
    arguments: Sequence[str], words: str, fzjs: Run, february: Path
) -> None:
    done = fzjs("report", "ledger", *arguments, at=february)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize("columns", [80, 120])
def test_the_list_fits_the_terminal(columns: int, fzjs: Run, shipped: Path) -> None:
    done = fzjs("ledger", "list", at=shipped, COLUMNS=str(columns))
    assert done.returncode == 0
    assert all(cell_len(line) <= columns for line in done.stdout.splitlines())
    assert "法制仲裁科        已交 1-29  未交" in done.stdout


TEXT = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^fzjs .+", TEXT, re.MULTILINE)


def test_the_commands_of_the_page_work_one_after_the_other(fzjs: Run, campaign: Path) -> None:
    assert len(COMMANDS) > 5
    for command in COMMANDS:
        done = fzjs(*shlex.split(command, comments=True)[1:], at=campaign)
        assert (done.returncode, done.stderr) == (0, ""), command


# --- from which month to which, and on the day itself

STAGES = "阶段: [{名称: 动员, 起: 2020-12-28, 止: 2021-05-31}]\n"
LINE = (2020, "1", "未完成", SIGNING)
OFFICES = {name: f"evidence/{name}/台账" for name in ("甲科", "乙科", "丙科")}


def due(root: Path, today: str, files: dict[str, str], settings: str = "") -> list[str]:
    files = {"fzjs.yaml": mini.CAMPAIGN + DUTY + settings, **files}
    return [each.month for each in months(mini.given(root, files, today))]


@pytest.mark.parametrize(
    ("file", "filled", "state", "first"),
    [
        ("2021-02", "2021-01-29", "已提交", "2021-02"),
        ("2021-02", "2021-01-29", "草稿", "2021-03"),  # a draft begins nothing
        ("2021-01", "2020-12-31", "已提交", "2021-03"),  # December was mostly over
        ("2012-02", "2021-02-26", "已提交", "2021-03"),  # a wrong name
    ],
)
def test_the_months_begin_with_the_campaign(
    file: str, filled: str, state: str, first: str, tmp_path: Path
) -> None:
    files = {f"{OFFICES['乙科']}/{file}.yaml": ledger(LINE, filled=filled, state=state)}
    for settings in (STAGES, ""):
        found = due(tmp_path, "2021-03-02", files, settings)
        assert found[0] == ("2021-01" if file == "2021-01" and not settings else first)


def test_a_month_before_the_campaign_is_an_error(tmp_path: Path) -> None:
    wrong = f"{OFFICES['乙科']}/2012-02.yaml"
    mini.lay(tmp_path, {"fzjs.yaml": SETTINGS, wrong: ledger(LINE, filled="2021-02-26")})
    (said,) = [f for f in check(Tree(tmp_path)).diagnostics if f.rule == "ledger-month-early"]
    assert (said.location.file, "2021-02.yaml" in said.hint) == (wrong, True)


def test_the_months_end_with_the_campaign_unless_offices_go_on(fzjs: Run, tmp_path: Path) -> None:
    first = {f"{OFFICES['乙科']}/2021-02.yaml": ledger(LINE)}
    months_ = ["2021-02", "2021-03", "2021-04", "2021-05"]
    assert due(tmp_path, "2021-05-20", first, STAGES) == months_
    assert due(tmp_path, "2026-11-29", first, STAGES) == months_
    assert due(tmp_path, "2026-11-29", first) == months_  # the 截止 alone
    more = ledger(LINE, filled="2021-07-30")
    first |= {f"{OFFICES['丙科']}/2021-08.yaml": more}
    assert due(tmp_path, "2021-09-20", first, STAGES) == [*months_, "2021-08"]
    # the next can still be prefilled
    mini.put(tmp_path, "fzjs.yaml", mini.CAMPAIGN + DUTY + STAGES + "基准日: 2021-09-20\n")
    done = fzjs("ledger", "new", "2021-10", "--office", "乙科", at=tmp_path)
    assert done.returncode == 0, done.stderr
    listed = json.loads(fzjs("calendar", "--json", at=tmp_path).stdout)
    late = [each["期"] for each in listed["已过"] if each["类别"] == "工作台账"]
    assert late == [*months_, "2021-08"]


def test_on_the_day_itself_it_is_due_everywhere_and_missing_nowhere(
    fzjs: Run, tmp_path: Path
) -> None:
    settings = mini.CAMPAIGN + DUTY + "基准日: 2021-03-01\n"
    mini.lay(tmp_path, {"fzjs.yaml": settings, FEBRUARY: ledger(LINE)})

    def data(*arguments: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(fzjs(*arguments, "--json", at=tmp_path).stdout)
        return found

    status = data("status")
    assert {row["台账"] for row in status["分组"] if row["台账"]} == {"今天到期"}
    assert not [need for need in status["需我办"] if need["事项"] == "台账"]
    (row,) = [row for row in data("ledger", "list")["科室"] if row["科室"] == "乙科"]
    assert [cell["状态"] for cell in row["各月"]] == ["已交", "今天到期"]
    (owed,) = data("todo", "乙科")["科室"]
    assert owed["未交台账"] == []
    assert "今天到期" in fzjs("org", "handover", "乙科", at=tmp_path).stdout
    (unit,) = export.build(mini.assessed(tmp_path, "2021-03-01"), (), NOTHING, "1")["单位"]
    assert (unit["应交台账"], unit["未交台账"]) == (3, 0)
    circular = quarterly.build(mini.assessed(tmp_path, "2021-03-01"), "2021-1")
    late = {each["科室"]: each["未交台账"] for each in circular["问题"]}
    assert late.get("乙科", []) == []


def test_one_filled_in_on_a_day_to_come_is_not_handed_in(fzjs: Run, february: Path) -> None:
    mini.put(february, MARCH, ledger(LINE, filled="2021-03-20"))
    listed = json.loads(fzjs("ledger", "list", "--json", at=february).stdout)
    states = {row["科室"]: [cell["状态"] for cell in row["各月"]] for row in listed["科室"]}
    assert states["乙科"] == ["已交", "未交", "未到期"]
    assert "3月台账3个科室未交" in fzjs("status", at=february).stdout


def test_without_a_day_it_is_due_on_the_last_working_day_of_the_month(
    fzjs: Run, tmp_path: Path
) -> None:
    settings = mini.CAMPAIGN + "周期任务: [{名称: 工作台账, 周期: 每月}]\n"
    assessment = mini.given(tmp_path, {"fzjs.yaml": settings})
    assert [(m.month, str(m.due)) for m in months(assessment)] == [("2021-02", "2021-02-26")]
    mini.put(tmp_path, "fzjs.yaml", settings + "基准日: 2021-03-02\n")
    shown = fzjs("calendar", at=tmp_path).stdout
    assert "工作台账" in shown
    assert "2月台账3个科室未交" in fzjs("status", at=tmp_path).stdout


@pytest.mark.parametrize("command", ["calendar", "status", "todo", "ledger list"])
def test_another_cycle_is_refused_and_asks_for_nothing(
    command: str, fzjs: Run, tmp_path: Path
) -> None:
    settings = mini.CAMPAIGN + "周期任务: [{名称: 工作台账, 周期: 每季度, 日: 1}]\n"
    mini.lay(tmp_path, {"fzjs.yaml": settings + "基准日: 2021-03-02\n", FEBRUARY: ledger(LINE)})
    done = fzjs(*command.split(), at=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "未交" not in done.stdout
    found = [f for f in check(Tree(tmp_path)).diagnostics if f.rule.startswith("duty-ledger")]
    assert [(f.location.file, "周期: 每月、日: 1" in f.hint) for f in found] == [
        ("fzjs.yaml", True)
    ]
