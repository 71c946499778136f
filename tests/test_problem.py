"""Problems from finding to closing: states, what they reopen, the commands, the list."""

from __future__ import annotations

import datetime
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from fzjs.assess import Assessment
from fzjs.check import check
from fzjs.reports import problems
from fzjs.tree import Tree
from mini import ANSWER, ENTRY, INSPECTION, entry, states
from test_desk import said
from test_edits import diff

BY = "验收人: 张某"
ACCEPTED = f"{{日期: 2021-03-01, 结果: 验收, {BY}}}"
TODAY = datetime.date(2021, 3, 2)
SINCE_FOUND = (
    "{科室: 乙科, 原: 王某, 现: 张某, 日期: 2021-02-20}, "
    "{科室: 乙科, 原: 张某, 现: 李某, 日期: 2021-02-28}"
)


def _passed(root: Path, claims: str = "1-1 2020 1") -> Path:
    mini.lay(root, {ENTRY: entry(claims)})
    mini.review(root)
    return root


def _only(assessment: Assessment) -> Any:  # noqa: ANN401  # the one problem
    (each,) = assessment.followed
    return each


# --- the state: every case there is, against its table


def _table() -> list[list[str]]:
    page = (ROOT / "docs" / "states.md").read_text(encoding="utf-8")
    text = page.partition("## 问题的状态")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [row[1:] for row in rows[2:]]


def _read(case: list[str]) -> str:
    for *wanted, state in _table():
        if all(want in ("—", is_) for want, is_ in zip(wanted, case, strict=True)):
            return state
    raise AssertionError(case)


CASES = list(
    itertools.product(
        ("验收", "别的"), ("算数", "不算"), ("无", "最后是退回", "最后是反弹"), ("无", "有"),
        ("无", "有"),
    )
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids="/".join)
def test_the_table_is_what_the_program_does(case: tuple[str, ...], tmp_path: Path) -> None:
    last, applied, again, put_off, answered = case
    if applied == "算数":
        answered = "有"  # who applies has written a 整改
    steps = []
    if again == "最后是退回":
        steps.append(f"{{日期: 2021-02-27, 结果: 退回, {BY}, 说明: 缺}}")
    if again == "最后是反弹":
        steps += [
            f"{{日期: 2021-02-26, 结果: 验收, {BY}}}",
            f"{{日期: 2021-02-27, 结果: 反弹, {BY}, 说明: 又缺}}",
        ]
    if put_off == "有":
        steps.append(f"{{日期: 2021-02-27, 结果: 延期, {BY}, 至: 2021-03-31}}")
    if last == "验收":
        steps.append(ACCEPTED)
    root = _passed(tmp_path)
    mini.problem(root, handling=", ".join(steps), applied="2021-02-28" if applied == "算数" else "")
    if applied == "不算" and answered == "有":
        mini.put(root, ANSWER, "问题: 2021-02-双月检查/1\n措施: 改正\n")
    # What nobody applied for is not closed by a 验收 either.
    really = "验收" if (last, applied) == ("验收", "算数") else "别的"
    each = _only(mini.assessed(root))
    assert each.state == _read([really, applied, again, put_off, answered])
    assert each.problem.closed is (each.state == "已销号")
    assert {row[-1] for row in _table()} == set(problems.STATES)


@pytest.mark.parametrize(
    ("handling", "applied", "proof", "state"),
    [
        (ACCEPTED, "2021-03-01", "乙科/条目", "已销号"),
        (ACCEPTED, "2021-03-02", "乙科/条目", "申请销号"),  # accepted before it was applied for
        (ACCEPTED, "2021-02-27", "乙科/没有", "整改中"),
        (ACCEPTED.replace("张某", "李某"), "2021-02-27", "乙科/条目", "申请销号"),
        (ACCEPTED.replace("张某}", "张某, 科室: 乙科}"), "2021-02-27", "乙科/条目", "申请销号"),
        (ACCEPTED.replace("张某}", "张某, 科室: 甲办}"), "2021-02-27", "乙科/条目", "已销号"),
        (ACCEPTED.replace("2021", "2099"), "2021-02-27", "乙科/条目", "申请销号"),
        ("", "2099-02-27", "乙科/条目", "整改中"),
        (f"{{日期: 2021-02-27, 结果: 退回, {BY}, 说明: 缺}}", "2021-02-27", "乙科/条目", "退回"),
        (
            f"{{日期: 2021-02-27, 结果: 退回, {BY}, 说明: 缺}}, {ACCEPTED}",
            "2021-02-27",
            "乙科/条目",
            "退回",
        ),
    ],
)
def test_nothing_is_closed_without_proof_or_by_its_own_owner(
    handling: str, applied: str, proof: str, state: str, tmp_path: Path
) -> None:
    root = _passed(tmp_path)
    people = mini.CAMPAIGN.replace("乙科,", "{名称: 乙科, 责任人: 李某},", 1)
    mini.put(root, "fzjs.yaml", people)
    mini.problem(root, handling=handling, applied=applied, proof=proof)
    assert _only(mini.assessed(root)).state == state


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ("{科室: 乙科, 原: 王某, 现: 张某, 日期: 2021-03-02}", "已销号"),  # only since
        ("{科室: 乙科, 原: 王某, 现: 张某, 日期: 2021-03-01}", "申请销号"),  # on the day
        (SINCE_FOUND, "申请销号"),  # when the problem was found, and gone since
        (  # gone before the problem was found
            "{科室: 乙科, 原: 张某, 现: 李某, 日期: 2021-02-20}",
            "已销号",
        ),
        ("{科室: 丙科, 原: 张某, 现: 王某, 日期: 2021-02-28}", "已销号"),  # another office's
    ],
)
def test_who_belonged_to_the_owner_then_counts_not_who_does_today(
    changes: str, state: str, tmp_path: Path
) -> None:
    root = _passed(tmp_path)
    last = re.findall("科室: 乙科.*?现: (..)", changes)
    people = mini.CAMPAIGN.replace("乙科,", f"{{名称: 乙科, 责任人: {(last or ['李某'])[-1]}}},", 1)
    mini.put(root, "fzjs.yaml", f"{people}人员变动: [{changes}]\n")
    mini.problem(root, handling=ACCEPTED, applied="2021-02-27")
    assert _only(mini.assessed(root)).state == state


def test_an_office_is_not_handed_over_so_early_that_it_accepted_its_own(
    fzjs: Run, campaign: Path
) -> None:
    command = ("org", "change", "普法与依法治理科", "--to", "张某丙")
    before = (campaign / "fzjs.yaml").read_bytes()
    early = fzjs(*command, "--date", "2021-02-26", at=campaign)
    assert early.returncode == 1
    assert "问题 2021-02-双月检查/1 的验收不作数" in early.stderr
    assert (campaign / "fzjs.yaml").read_bytes() == before
    done = fzjs(*command, at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert "销号" not in done.stdout
    assert fzjs("check", at=campaign).returncode == 0


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"状态": "草稿"}, "还是草稿"),
        ({"状态": "撤回", "撤回理由": "重写"}, "已撤回"),
        ({"盖章": "否"}, "不合要求（缺章）"),
        ({"外单位": "{出具: 某院, 发函: 2021-02-01}"}, "外单位还没有出具"),
    ],
)
def test_proof_that_does_not_stand_is_no_application(
    change: dict[str, str | None], why: str, tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020 1", change)})
    mini.problem(root, "指标: 7")
    each = _only(mini.assessed(root))
    assert (each.state, each.weak) == ("整改中", (("乙科/条目", why),))
    rules = [one.rule for one in check(Tree(root), TODAY).diagnostics]
    assert "rectification-without-proof" in rules


@pytest.mark.parametrize(
    ("change", "verdict", "why"),
    [
        ({"状态": "草稿"}, "", "还是草稿"),
        ({"状态": "撤回", "撤回理由": "重写"}, "", "已撤回"),
        ({"盖章": "否"}, "", "不合要求（缺章）"),
        ({}, "退回 2021-02-28", "已被审核退回"),
        ({}, "退回 2021-03-02", ""),  # after the 验收: what was accepted stood on that day
        ({}, "", ""),  # 已退回 by this very problem alone
    ],
)
def test_a_problem_is_closed_only_on_a_proof_that_stands(
    change: dict[str, str | None], verdict: str, why: str, tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020 1", change)})
    if verdict:
        result, day = verdict.split()
        mini.review(root, verdict=result, date=day)
    mini.problem(root, handling=ACCEPTED)
    each = _only(mini.assessed(root))
    found = [one for one in check(Tree(root), TODAY).diagnostics if "proof" in one.rule]
    if why:
        assert (each.state, each.problem.closed) == ("整改中", False)
        assert [one.rule for one in found] == ["problem-closed-without-proof"]
        assert f"不算销号：佐证“乙科/条目”{why}" in found[0].message
    else:
        assert (each.state, found) == ("已销号", [])


def test_two_acceptances_without_proof_close_nothing(tmp_path: Path) -> None:
    root = _passed(tmp_path)
    mini.problem(root, handling=f"{ACCEPTED}, {ACCEPTED}", applied="")
    assert _only(mini.assessed(root)).state == "待整改"


def test_a_deadline_is_moved_by_a_step_that_has_come(tmp_path: Path) -> None:
    root = _passed(tmp_path)
    step = f"{{日期: 2021-02-27, 结果: 延期, {BY}, 至: 2021-03-31}}"
    for day, handling, due, late in (
        ("2021-03-20", "", "2021-03-20", False),
        ("2021-03-21", "", "2021-03-20", True),
        ("2021-03-21", step, "2021-03-31", False),
        ("2021-04-01", step, "2021-03-31", True),
        ("2021-02-26", step, "2021-03-20", False),
    ):
        mini.problem(root, handling=handling, applied="")
        each = _only(mini.assessed(root, day))
        assert (each.problem.due.isoformat(), each.overdue) == (due, late), (day, handling)
    mini.problem(root)  # what waits for 验收 is not the office's delay
    assert not _only(mini.assessed(root, "2021-04-01")).overdue


# --- what an open problem reopens


@pytest.mark.parametrize(
    ("about", "opened"),
    [
        ("资料: 1-1", ["1-1/2019", "1-1/2020"]),
        ("资料: 1-1/2020", ["1-1/2020"]),
        ("资料: 1-3/2019-2020", ["1-1/2019", "1-1/2020"]),  # 同
        ("资料: 1-2", []),
        ("指标: 1", []),
        ("条目: 乙科/条目", ["1-1/2019", "1-1/2020"]),
        ("条目: 乙科/没有, 资料: 1-1/2020", ["1-1/2020"]),
    ],
)
def test_a_material_is_reopened(about: str, opened: list[str], tmp_path: Path) -> None:
    root = _passed(tmp_path, "1-1 2019 1; 1-1 2020 2")
    mini.problem(root, about, applied="")
    after = mini.assessed(root)
    assert [m.due.label for m in after.met if m.state == "退回"] == opened
    assert states(after, "1-1/2021") == ["未报"]
    for label in opened:
        assert "问题未销号：页码不对" in mini.find(after, label).gap
    mini.problem(root, about, ACCEPTED)
    assert states(mini.assessed(root), "1-1/2019", "1-1/2020") == ["已通过", "已通过"]


def test_of_what_each_office_gives_only_the_owners_is_reopened(tmp_path: Path) -> None:
    kind: dict[str, str | None] = {"种类": "佐证材料"}
    root = mini.lay(tmp_path, {ENTRY: entry("6-1 2020", kind)})
    mini.put(root, mini.ELSEWHERE, entry("6-1 2020", kind))
    mini.problem(root, "资料: 6-1", applied="")
    assert states(mini.assessed(root), "6-1/2020/乙科", "6-1/2020/丙科") == ["退回", "待审"]


def test_an_indicator_with_a_problem_stays_complete(tmp_path: Path) -> None:
    kind: dict[str, str | None] = {"种类": "佐证材料"}
    root = mini.lay(tmp_path)
    for year in (2019, 2020, 2021):
        name = f"evidence/乙科/{year}.yaml"
        mini.put(root, name, entry(f"7-1 {year}", kind))
        mini.review(root, name)
    seen = []
    for about in ("指标: 7", "资料: 7-1/2020"):
        mini.problem(root, about, applied="")
        judged = mini.assessed(root).indicators["7"]
        seen.append((str(judged.progress), str(judged.attainment)))
    assert seen == [("齐备", "未评"), ("待补正", "未评")]


# --- the commands


PROBLEM = "2021-02-双月检查/2"
RULES_OF_45 = "政治部/重大行政决策集体讨论制度"


def _day(root: Path, day: str) -> None:
    path = root / "fzjs.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"基准日: \S+", f"基准日: {day}", text), encoding="utf-8")


def test_a_problem_from_finding_to_closing_and_back(fzjs: Run, campaign: Path) -> None:
    def done(*arguments: str) -> str:
        ran = fzjs("problem", *arguments, at=campaign)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    assert "待整改，时限2021-03-01，逾期 → 整改中" in done("apply", PROBLEM, "--measure", "已修订")
    out = done("apply", "2021-02-双月检查／2", "--proof", RULES_OF_45)
    assert "→ 申请销号" in out
    assert "检查以前就审核通过，以后没有改过" in out
    assert "→ 退回，时限2021-03-15" in done(
        "return", "2", "--by", "张某丙", "--reason", "还缺", "--until", "2021-03-15"
    )
    _day(campaign, "2021-03-05")
    done("apply", PROBLEM, "--proof", RULES_OF_45)
    again = done("apply", PROBLEM, "--proof", RULES_OF_45)
    assert again.endswith("已经这样写了。没有改动。\n")
    assert "→ 申请销号，时限2021-04-01" in done(
        "extend", PROBLEM, "--by", "张某丙", "--until", "2021-04-01"
    ).replace("申请销号，时限2021-03-15 → 申请销号", "→ 申请销号")
    out = done("close", PROBLEM, "--by", "张某丙", "--note", "看过原件")
    assert "应报件 45-1/现行：退回 → 已通过" in out
    assert "→ 已销号" in out
    assert done("close", PROBLEM, "--by", "张某丙").endswith("已经销号。没有改动。\n")
    assert "已销号 → 反弹" in done("reopen", PROBLEM, "--by", "张某丙", "--reason", "又缺")
    shown = json.loads(done("list", "--json", "--state", "反弹"))
    (problem,) = shown["问题"]
    results = [step["结果"] for step in problem["处理"]]
    assert results == ["退回", "延期", "验收", "反弹"]
    assert (problem["原时限"], problem["时限"]) == ("2021-03-01", "2021-04-01")
    assert shown["趋势"][-1] == {
        "月份": "2021-03", "发现": 0, "反弹": 1, "销号": 2, "月末未销": 2,
    }  # fmt: skip
    assert not any(
        found.severity.value == "错误" for found in check(Tree(campaign), TODAY).diagnostics
        if found.rule.startswith(("schema", "yaml"))
    )  # fmt: skip


def test_who_reopens_after_the_deadline_gives_a_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _passed(tmp_path)
    mini.put(root, "fzjs.yaml", f"{mini.CAMPAIGN}基准日: 2021-03-25\n示例: 是\n")
    mini.problem(root, handling=ACCEPTED)
    reopen = ("problem", "reopen", "1", "--by", "张某", "--reason", "又缺")
    code, out, err = said(capsys, root, *reopen)
    assert (code in {1, 2}, out, "写新的时限：--until" in err) == (True, "", True)
    code, out, err = said(capsys, root, *reopen, "--until", "2021-03-24")
    assert "早于反弹 2021-03-25" in err
    code, out, err = said(capsys, root, *reopen, "--until", "2021-04-10")
    assert (code, err) == (0, "")
    assert "已销号 → 反弹，时限2021-04-10" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("close", PROBLEM, "--by", "张某丙"), "政治部还没有报整改"),
        (("close", "3", "--by", "张某丙"), "责任科室还没有申请销号"),
        (("close", PROBLEM, "--by", "李 某庚"), "是政治部的责任人"),
        (("close", PROBLEM, "--by", "王某己"), "是政治部的责任人"),  # whom an indicator names
        (("close", PROBLEM, "--by", "张某丙", "--office", "政治部"), "政治部是责任科室"),
        (("extend", PROBLEM, "--by", "李某庚", "--until", "2021-04-01"), "是政治部的责任人"),
        (("extend", PROBLEM, "--by", "张某丙", "--until", "2021-03-01"), "不晚于现在的时限"),
        (("extend", PROBLEM, "--by", "张某丙", "--until", "2021.4.1"), "2021-04-01"),
        (("return", PROBLEM, "--by", "张某丙", "--reason", "缺"), "没有可退的"),
        (("reopen", PROBLEM, "--by", "张某丙", "--reason", "缺"), "不是反弹"),
        (("extend", "1", "--by", "张某丙", "--until", "2021-04-01"), "已经销号"),
        (("apply", "1", "--measure", "改"), "已经销号"),
        (("apply", PROBLEM), "写明怎么改的"),
        (("apply", PROBLEM, "--measure", "改", "--office", "办公室"), "由政治部整改"),
        (("apply", PROBLEM, "--measure", "改", "--proof", "政治部/没有"), "没有“政治部/没有”"),
        (("apply", "2021-02-双月检查/9", "--measure", "改"), "是不是“2021-02-双月检查/"),
        (
            ("apply", PROBLEM, "--measure", "改", "--proof", RULES_OF_45, "--date", "2021-02-20"),
            "早于检查 2021-02-24",
        ),
        (
            ("apply", PROBLEM, "--measure", "改", "--proof", RULES_OF_45, "--date", "2021-12-01"),
            "还没有到",
        ),
        (("list", "--state", "退会"), "退回"),
        (("list", "--office", "政治处"), "政治部"),
    ],
)
def test_what_is_refused_changes_nothing(
    arguments: tuple[str, ...],
    words: str,
    campaign: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = said(capsys, campaign, "problem", *arguments)
    assert (code in {1, 2}, out, diff(campaign)) == (True, "", [])
    assert words in err


@pytest.mark.parametrize(
    ("by", "office", "own"),
    [
        ("李某", "", True),
        ("\uf9e1某", "", True),  # a compatibility ideograph of 李
        ("李\ufe0f某", "", True),
        ("李\U000e0100某", "", True),
        ("李 某", "", True),
        ("李　某", "", True),
        ("李某同志", "", True),
        ("李某副科长", "", True),
        ("科长李某", "", True),
        ("李某（代）", "", True),
        ("李某(代签)", "", True),
        ("张某（代李某）", "", True),
        ("张某丙、李某", "", True),
        ("张某丙，李某", "", True),
        ("张某丙 李某", "", True),
        ("张某丙和李某", "", True),
        ("李某科长和张某丙", "", True),
        ("张某丙代李某", "", True),
        ("一级调研员李某", "", True),
        ("李某等3人", "", True),
        ("李某1", "", True),
        ("督导检查组李某", "", True),
        ("甲科李某", "", True),
        ("乙科", "", True),
        ("乙办", "", True),
        ("乙科负责人", "", True),
        ("乙办王某丁", "", True),
        ("张某丙", "乙办", True),
        ("张某丙", "乙\ufe0f科", True),
        ("张某丙", "甲科、乙科", True),
        ("科长", "", True),
        ("（代）", "", True),
        ("——", "", True),
        ("李某丙", "", False),  # who only has the other's name in the own
        ("小李某", "", False),
        ("李 某丙", "", False),
        ("李某和", "", False),
        ("李某和同志", "", False),
        ("李某代", "", False),
        ("张某", "", False),
        ("张某丙科长", "", False),
        ("张某丙（甲科）", "", False),
        ("张某丙、王某丁", "甲办", False),
        ("欧阳某", "督导检查组", False),
    ],
)
def test_no_form_of_the_own_name_closes(by: str, office: str, own: bool, tmp_path: Path) -> None:  # noqa: FBT001
    root = _passed(tmp_path)
    people = "{名称: 乙科, 别名: [乙办], 责任人: 李某},"
    mini.put(root, "fzjs.yaml", mini.CAMPAIGN.replace("乙科,", people, 1))
    said_office = f", 科室: {office}" if office else ""
    mini.problem(root, handling=f"{{日期: 2021-03-01, 结果: 验收, 验收人: {by}{said_office}}}")
    assert _only(mini.assessed(root)).problem.closed is not own
    told = [
        f.message for f in check(Tree(root), TODAY).diagnostics if f.rule == "problem-closed-own"
    ]
    assert bool(told) is own, told


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("李某庚同志", "是政治部的责任人"),
        ("张某丙、李某庚（代）", "是政治部的责任人"),
        ("\uf9e1某庚", "是政治部的责任人"),
        ("政治部", "政治部是责任科室"),
        ("科长", "没有写谁的名字"),
        ("张某丙 " * 4000, "没有写谁的名字"),  # no row of names, and no reason to work for minutes
    ],
)
def test_the_command_takes_no_form_of_the_own_name(
    by: str, words: str, campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(
        capsys, campaign, "problem", "extend", PROBLEM, "--by", by, "--until", "2021-04-01"
    )
    assert (code in {1, 2}, words in err, diff(campaign)) == (True, True, []), err


@pytest.mark.parametrize(
    ("accepted", "applied", "rule"),
    [
        ("2021-02-25", "2021-02-25", "rectification-misdated"),
        ("2021-02-25", "2021-02-25", "problem-disordered"),
        ("2021-03-01", "2021-02-25", "problem-closed-without-proof"),
        ("2021-02-25", "2021-02-26", "problem-disordered"),
    ],
)
def test_what_is_dated_before_the_finding_closes_nothing(
    accepted: str, applied: str, rule: str, tmp_path: Path
) -> None:
    root = _passed(tmp_path)
    mini.problem(root, handling=ACCEPTED.replace("2021-03-01", accepted), applied=applied)
    assert not _only(mini.assessed(root)).problem.closed
    assert rule in {each.rule for each in check(Tree(root), TODAY).diagnostics}


def test_of_two_with_one_number_none_is_closed(tmp_path: Path) -> None:
    root = _passed(tmp_path)
    mini.problem(root, handling=ACCEPTED)
    file = root / INSPECTION
    text = file.read_text("utf-8")
    line = text[text.index("- {") :]
    file.write_text(text + line, "utf-8")
    assert [each.problem.closed for each in mini.assessed(root).followed] == [False, False]
    told = [
        each for each in check(Tree(root), TODAY).diagnostics if each.rule.startswith("problem-")
    ]
    assert [each.rule for each in told].count("problem-duplicate-number") == 1
    assert sum("编号重复，分不清" in each.message for each in told) == 2
    file.write_text(text + line.replace("编号: 1", "编号: 2"), "utf-8")
    assert [each.problem.closed for each in mini.assessed(root).followed] == [True, False]


@pytest.mark.parametrize(
    ("second", "counted", "state"),
    [
        ("", ANSWER, "已销号"),
        ("佐证: [乙科/条目]\n申请销号: 2021-02-26\n", ANSWER, "已销号"),
        ("佐证: [乙科/条目]\n申请销号: 2099-02-26\n", ANSWER, "已销号"),
        ("佐证: [乙科/没有]\n申请销号: 2021-02-28\n", "evidence/乙科/整改/又.yaml", "整改中"),
    ],
)
def test_of_two_answers_of_an_office_the_last_applied_counts_and_check_says_which(
    second: str, counted: str, state: str, tmp_path: Path
) -> None:
    root = _passed(tmp_path)
    mini.problem(root, handling=ACCEPTED)
    mini.put(root, "evidence/乙科/整改/又.yaml", f"问题: 2021-02-双月检查/1\n措施: 又改\n{second}")
    (told,) = [
        f for f in check(Tree(root), TODAY).diagnostics if f.rule == "rectification-repeated"
    ]
    assert f"算数的是{counted}" in told.message
    assert "这一份删去" in (told.hint or "")
    assert _only(mini.assessed(root)).state == state


NEW = ("--type", "专项督察", "--text", "缺审核率", "--due", "2021-03-20")


def test_an_inspector_writes_problems_into_one_inspection(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(*arguments: str) -> str:
        code, out, err = said(capsys, campaign, "problem", "add", *arguments)
        assert (code, err) == (0, "")
        return out

    out = add("36", *NEW)
    assert "新建 evidence/督导/2021-03-专项督察.yaml：问题 2021-03-专项督察/1，法制仲裁科" in out
    out = add("49-1/2016", *NEW, "--source", "模拟问卷", "--ask", "补上数字")
    assert "应报件 49-1/2016：已通过 → 退回" in out
    assert "问题 2021-03-专项督察/2：（新增） → 待整改，时限2021-03-20" in out
    assert "已经这样登记过" in add("49-1/2016", *NEW, "--source", "模拟问卷", "--ask", "补上数字")
    out = add(RULES_OF_45, *NEW)
    assert f"条目 {RULES_OF_45}：已通过 → 已退回" in out
    assert "2021-03-01-专项督察.yaml：问题" in add("36", *NEW, "--date", "2021-03-01")
    text = (campaign / "evidence/督导/2021-03-专项督察.yaml").read_text(encoding="utf-8")
    assert text.count("编号:") == 3
    assert "示例: 是" in text
    errors = [d for d in check(Tree(campaign), TODAY).diagnostics if d.severity.value == "错误"]
    assert errors == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("450-1", *NEW), "指标体系里没有"),
        (("49-1/2030", *NEW), "没有这个年度"),
        (("31-2", *NEW), "31-2甲"),
        (("没有的条目/某某", *NEW), "没有“没有的条目/某某”这个条目"),
        (("36", *NEW, "--office", "法治仲裁科"), "法制仲裁科"),
        (("36", *NEW, "--date", "2021-03-21"), "还没有到"),
        (("36", *NEW[:-1], "2021-03-01"), "早于检查"),
        (("36", *NEW[:-1], "2021年3月20日"), "2021-03-20"),
        (("19", *NEW), "用 --office 写明由谁改"),
        (("36", "--type", "督察", "--text", "致电13800138000", "--due", "2021-03-20"), "号码"),
    ],
)
def test_a_problem_that_is_typed_wrong_is_not_written(
    arguments: tuple[str, ...],
    words: str,
    campaign: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = said(capsys, campaign, "problem", "add", *arguments)
    assert (code in {1, 2}, out, diff(campaign)) == (True, "", [])
    assert words in err


def test_who_acts_must_be_said(fzjs: Run, campaign: Path) -> None:
    for command in ("close", "return", "extend", "reopen"):
        done = fzjs("problem", command, PROBLEM, at=campaign)
        assert (done.returncode, "--by" in done.stderr) == (2, True)


def test_an_office_under_its_old_name_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.lay(tmp_path, {"evidence/甲办/条目.yaml": entry("（4）-1 汇总", {"种类": "目录"})})
    text = (
        "类型: 检查\n日期: 2021-02-26\n问题:\n"
        "- {编号: 1, 指标: （4）, 问题: 缺, 责任科室: 甲科, 时限: 2021-03-20}\n"
    )
    mini.put(tmp_path, INSPECTION, text)
    mini.put(tmp_path, "fzjs.yaml", mini.CAMPAIGN + f"基准日: {mini.TODAY}\n示例: 是\n")
    code, out, err = said(
        capsys, tmp_path, "problem", "apply", "1", "--measure", "补", "--proof", "条目"
    )
    assert (code, err) == (0, "")
    assert "新建 evidence/甲办/整改/2021-02-双月检查-1.yaml：甲科" in out
    assert _only(mini.assessed(tmp_path)).state == "申请销号"


# --- the list


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("more", [(), ("--all",), ("--trend",), ("--office", "基层科")])
def test_no_line_of_the_list_is_too_wide(
    width: int, more: tuple[str, ...], fzjs: Run, shipped: Path
) -> None:
    done = fzjs("problem", "list", *more, at=shipped, COLUMNS=str(width))
    assert done.returncode == 0
    assert max(map(cell_len, done.stdout.splitlines())) <= width
    assert "\x1b" not in done.stdout


def test_the_list_has_the_overdue_first_and_its_last_month_as_many_as_are_open(
    fzjs: Run, shipped: Path
) -> None:
    data = json.loads(fzjs("problem", "list", "--all", "--json", at=shipped).stdout)
    assert [each["编号"][-1] for each in data["问题"]] == ["2", "3", "1"]
    assert data["问题"][0]["重新打开"] == ["45-1/现行"]
    assert data["趋势"][-1]["月末未销"] == data["合计"]["未销号"] == 2
    status = json.loads(fzjs("status", "--json", at=shipped).stdout)
    (need,) = [each for each in status["需我办"] if each["事项"] == "问题"]
    assert need["说明"] == "问题2未销号，1逾期（政治部）"
    row = next(each for each in status["分组"] if each["名称"] == "政治部")
    assert (row["问题"], row["问题逾期"]) == (1, 1)
    todo = fzjs("todo", "政治部", at=shipped).stdout
    assert f"问题 {PROBLEM}  3-01 逾1天  待整改" in todo


# --- what an inspection found after a ledger was filled in


CLOSED_THEN = f"{{日期: 2021-02-27, 结果: 验收, {BY}}}"
BACK_AGAIN = f"{{日期: 2021-03-01, 结果: 反弹, {BY}, 说明: 又缺}}"


@pytest.mark.parametrize("about", ["资料: 7-1/2020", "条目: 乙科/条目"])
@pytest.mark.parametrize(
    ("filled", "handling", "found"),
    [
        ("2021-02-25", "", False),  # found after the ledger was filled in
        ("2021-02-27", "", True),
        ("2021-02-28", f"{CLOSED_THEN}, {BACK_AGAIN}", False),  # back after it was filled in
        ("2021-03-01", f"{CLOSED_THEN}, {BACK_AGAIN}", True),
        ("2021-02-28", f"{{日期: 2021-03-01, 结果: 退回, {BY}, 说明: 缺}}", True),  # never closed
        ("2021-03-01", CLOSED_THEN, False),
    ],
)
def test_a_ledger_answers_for_what_was_open_when_it_was_filled_in(
    about: str, filled: str, handling: str, *, found: bool, tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("7-1 2020", {"种类": "佐证材料"})})
    line = "{年度: 2020, 指标: 7, 完成: 已完成, 情况: 2月20日已报}"
    mini.put(root, "evidence/乙科/台账/2021-03.yaml", f"填表日期: {filled}\n行: [{line}]\n")
    mini.problem(root, about, handling, applied="2021-02-26")
    rules = [one.rule for one in check(Tree(root), TODAY).diagnostics]
    told = {"ledger-done-open", "ledger-done-returned"} & set(rules)
    assert bool(told) is found, told


def test_a_measure_that_is_replaced_is_said_and_a_team_is_no_office(
    fzjs: Run, campaign: Path
) -> None:
    proof = ("--proof", "基层工作指导科/2016-2018-乡镇调解员名单")
    first = fzjs("problem", "apply", "3", "--measure", "逐人核对", at=campaign)
    assert "逐人核对" in first.stdout
    again = fzjs("problem", "apply", "3", "--measure", "已更正", *proof, at=campaign)
    assert "  措施：逐人核对 → 已更正" in again.stdout
    command = ("problem", "close", "3", "--by", "张某丙", "--office")
    done = fzjs(*command, "督导检查组", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    file = campaign / "evidence/督导/2021-02-双月检查.yaml"
    assert "督导检查组" not in file.read_text("utf-8")
    assert fzjs("check", at=campaign).returncode == 0


def test_a_measure_stays_where_none_is_typed(fzjs: Run, campaign: Path) -> None:
    proof = ("--proof", "基层工作指导科/2016-2018-乡镇调解员名单")
    fzjs("problem", "apply", "3", "--measure", "逐人核对", at=campaign)
    done = fzjs("problem", "apply", "3", *proof, at=campaign)
    assert (done.returncode, "措施" in done.stdout) == (0, False)
    file = campaign / "evidence/基层工作指导科/整改/2021-02-双月检查-3.yaml"
    assert "措施: 逐人核对" in file.read_text("utf-8")
