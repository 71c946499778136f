"""`fzjs history`: weeks of real git repositories, their days, and what must not be hidden."""

from __future__ import annotations

import datetime
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from fzjs.diagnostic import FzjsError
from fzjs.render.screen import history as screen
from fzjs.reports import history
from fzjs.reports.history import Asked
from fzjs.reports.wording import tally
from fzjs.repository import Memo, load
from fzjs.tree import Commit, Objects, Tree, line
from fzjs.tree.line import dated
from mini import ENTRY, OTHER, entry
from test_json_docs import documented, paths
from timeline import Timeline, begin

TODAY = datetime.date(2021, 3, 2)
OWN = f"[{{路径: 附件/乙.pdf, sha256: {'1' * 64}, 库外: 是, 字数: 480}}]"


@pytest.fixture
def campaign(tmp_path: Path) -> Timeline:
    """Give four weeks: the plan, an entry, its review, a week without a commit, another entry."""
    made = begin(tmp_path / "局")
    made.commit("2021-01-28")
    made.put(ENTRY, entry("1-1 2020"))
    made.commit("2021-02-03")
    mini.review(made.root, date="2021-02-05")
    made.commit("2021-02-05")
    made.put(OTHER, entry("1-1 2021", {"附件": OWN}))
    made.commit("2021-02-17")
    return made


def built(
    made: Timeline,
    today: datetime.date = TODAY,
    asked: Asked = Asked(),  # noqa: B008  # a tuple
) -> dict[str, Any]:
    return history.build(Tree(made.root), today, asked)


def test_a_row_a_week_of_its_last_commit_on_its_last_day(campaign: Timeline) -> None:
    rows = built(campaign)["周"]
    assert [(row["起"], row["日期"], row["提交数"]) for row in rows] == [
        ("2021-01-25", "2021-01-31", 1),
        ("2021-02-01", "2021-02-07", 2),
        ("2021-02-08", "2021-02-14", 0),
        ("2021-02-15", "2021-02-21", 1),
        ("2021-02-22", "2021-02-28", 0),
        ("2021-03-01", "2021-03-02", 0),
    ]
    numbers = [(r["合计"]["已通过"], r["合计"]["待审"], r["合计"]["逾期"]) for r in rows]
    # 第一批 is due on 2021-02-01: what is of 2019 is late from the week after the first.
    late = sum(m.due.span.label == "2019" for m in mini.assessed(campaign.root).met)
    assert numbers[0] == (0, 0, 0)
    assert [each[:2] for each in numbers[1:]] == [(1, 0), (1, 0), (1, 1), (1, 1), (1, 1)]
    assert {each[2] for each in numbers[1:]} == {numbers[1][2]}
    assert 0 < numbers[1][2] <= late + 2


def test_the_last_row_says_what_status_says(campaign: Timeline, fzjs: Run) -> None:
    campaign.put("evidence/乙科/第三条.yaml", entry("8-2 2020", {"附件": OWN.replace("1", "2")}))
    campaign.commit()
    last = json.loads(fzjs("history", "--json", at=campaign.root).stdout)["周"][-1]
    now = json.loads(fzjs("status", "--json", at=campaign.root).stdout)
    assert (last["合计"], last["齐备"], last["日期"]) == (now["合计"], now["齐备"], now["日期"])
    assert last["提交"] == now["数据"]
    office = json.loads(fzjs("history", "--json", "--office", "甲办", at=campaign.root).stdout)
    theirs = json.loads(fzjs("status", "--json", "--office", "甲科", at=campaign.root).stdout)
    assert office["周"][-1]["合计"] == theirs["合计"]
    assert office["科室"] == "甲科"


def test_a_day_that_is_fixed_holds_and_is_told(campaign: Timeline, fzjs: Run) -> None:
    campaign.put("fzjs.yaml", mini.CAMPAIGN + "基准日: 2021-02-20\n")
    campaign.commit("2021-03-01")
    data = built(campaign, datetime.date(2021, 9, 1))
    assert [row["日期"] for row in data["周"][-2:]] == ["2021-02-28", "2021-02-20"]
    assert "2021年2月20日" in data["注意"][-1]
    shown = screen.render(data, 80).plain.splitlines()
    assert any(line.startswith("2021-03-07  2021-02-20  ") for line in shown)
    assert max(map(cell_len, shown)) <= 80
    last = json.loads(fzjs("history", "--json", at=campaign.root).stdout)["周"][-1]
    now = json.loads(fzjs("status", "--json", at=campaign.root).stdout)
    assert (last["合计"], last["日期"]) == (now["合计"], "2021-02-20")


def test_a_long_silence_is_one_row_and_said(campaign: Timeline) -> None:
    rows = built(campaign, datetime.date(2021, 6, 30))["周"]
    assert [row["日期"] for row in rows[-2:]] == ["2021-02-21", "2021-06-30"]
    assert rows[-1]["前空周"] == 18
    assert rows[-1]["合计"]["逾期"] > rows[-2]["合计"]["逾期"]


def test_what_cannot_be_read_is_marked_and_said(campaign: Timeline, fzjs: Run) -> None:
    campaign.put("fzjs.yaml", "格式：1\n")
    broken = campaign.commit("2021-02-24")
    campaign.put("fzjs.yaml", mini.CAMPAIGN)
    campaign.put(OTHER, "事由：一\n")
    campaign.commit("2021-03-01")
    data = built(campaign)
    assert [bool(row["原因"]) for row in data["周"]] == [False, False, False, False, True, False]
    row = data["周"][4]
    assert (row["合计"], row["齐备"], row["提交"]) == (None, [], broken[:7])
    assert row["原因"].startswith("fzjs.yaml:1")
    assert data["周"][5]["有误文件"] == 1
    done = fzjs("history", "--to", "2021-03-02", at=campaign.root)
    assert done.returncode == 0
    told, shown = [each for each in done.stdout.splitlines() if "fzjs.yaml:1" in each]
    assert told.startswith("注意：1周的数据读不了，没有数，没有画：fzjs.yaml:1")
    assert shown.startswith("2021-02-28     x    x")
    assert "1周各有写错的文件没有计入" in done.stdout


def test_an_object_that_git_has_lost_costs_its_week_and_no_other(campaign: Timeline) -> None:
    lost = campaign.git("rev-parse", "HEAD~1:evidence")
    campaign.put(OTHER, entry("1-2 2021", {"附件": OWN}))
    campaign.commit("2021-02-24")
    (campaign.root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    data = built(campaign)
    assert [bool(row["原因"]) for row in data["周"]] == [False, True, True, False, False, False]
    assert data["周"][2]["原因"] == data["周"][1]["原因"]


def test_weeks_before_the_campaign_are_left_out(tmp_path: Path) -> None:
    made = begin(tmp_path)
    settings = (tmp_path / "fzjs.yaml").rename(tmp_path.parent / f"{tmp_path.name}.yaml")
    made.commit("2021-01-06")
    settings.rename(tmp_path / "fzjs.yaml")
    made.commit("2021-02-17")
    assert [row["日期"] for row in built(made)["周"]] == ["2021-02-21", "2021-02-28", "2021-03-02"]


def test_a_part_of_the_weeks(campaign: Timeline) -> None:
    whole = built(campaign)["周"]
    two = built(campaign, asked=Asked(weeks=2))
    assert (two["周"], two["更早"]) == (whole[-2:], 4)
    days = Asked(since=datetime.date(2021, 2, 3), until=datetime.date(2021, 2, 15))
    assert built(campaign, asked=days)["周"] == whole[1:4]
    with pytest.raises(FzjsError, match="提交从 2021-01-28 到 2021-02-17"):
        built(campaign, asked=Asked(until=datetime.date(2020, 1, 1)))


@pytest.mark.parametrize(
    ("said", "days", "odd"),
    [
        (["2021-01-01", "2021-01-02", "2021-01-03"], ["01-01", "01-02", "01-03"], 0),
        (["2021-01-01", "2099-01-02", "2021-01-03"], ["01-01", "01-01", "01-03"], 1),
        (["2021-01-01", "1970-01-02", "2021-01-03"], ["01-01", "01-01", "01-03"], 1),
        (["2021-02-20", "2021-01-02", "2021-01-03"], ["01-02", "01-02", "01-03"], 1),
        (["2021-01-05", "2021-01-05", "2021-01-05"], ["01-05", "01-05", "01-05"], 0),
        (["2099-01-01", "2099-01-01"], ["03-02", "03-02"], 2),
    ],
)
def test_days_that_cannot_have_been(said: list[str], days: list[str], odd: int) -> None:
    stamps = [datetime.datetime.fromisoformat(each).timestamp() for each in said]
    made = [(str(i), int(stamp), said[i]) for i, stamp in enumerate(stamps)]
    steps = dated(made, TODAY)
    assert [step.day.isoformat()[5:] for step in steps] == days
    assert sum(bool(step.said) for step in steps) == odd


@given(st.lists(st.integers(0, 400), max_size=12))
def test_days_never_go_back_and_none_is_of_tomorrow(offsets: list[int]) -> None:
    days = [datetime.date(2020, 9, 1) + datetime.timedelta(days=each) for each in offsets]
    steps = dated([(str(i), d.toordinal(), d.isoformat()) for i, d in enumerate(days)], TODAY)
    found = [step.day for step in steps]
    assert found == sorted(found)
    assert all(day <= TODAY + datetime.timedelta(days=1) for day in found)
    assert all(step.said or step.day == day for step, day in zip(steps, days, strict=True))


def test_a_clock_in_the_future_and_rewritten_dates_are_told(campaign: Timeline) -> None:
    campaign.commit("2033-05-05")
    campaign.commit("2021-02-18")
    data = built(campaign)
    assert "1次提交的时间不会是真的" in data["注意"][0]
    assert "2033-05-05" in data["注意"][0]
    assert data["周"][-1]["日期"] == "2021-03-02"
    assert data["周"][3]["提交数"] == 3


def test_without_git_only_the_history_is_missing(tmp_path: Path, fzjs: Run) -> None:
    root = mini.lay(tmp_path)
    for command in ("history", "diff"):
        done = fzjs(command, at=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert "这个文件夹不在 git 里" in done.stderr
    assert fzjs("status", at=root).returncode == 0
    Timeline(root).git("init", "--quiet")
    assert "还没有一次提交" in fzjs("history", at=root).stderr


def test_a_shallow_clone_says_so(campaign: Timeline, fzjs: Run) -> None:
    copy = campaign.root.parent / "浅"
    campaign.git("clone", "--quiet", "--depth", "2", campaign.root.as_uri(), str(copy))
    done = fzjs("history", at=copy)
    assert done.returncode == 0
    assert "这里是浅克隆，只有最近2次提交" in done.stdout
    done = fzjs("diff", "2021-01-29", at=copy)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_a_root_below_the_repository(tmp_path: Path) -> None:
    made = begin(tmp_path, {"局/" + ENTRY: entry("1-1 2020")})
    mini.lay(tmp_path / "局")
    made.commit("2021-02-17")
    assert built(Timeline(tmp_path / "局"))["周"][-1]["合计"]["待审"] == 1


def test_nothing_is_written_and_no_program_of_the_repository_runs(
    campaign: Timeline, fzjs: Run
) -> None:
    flag = campaign.root.parent / "PWNED"
    for key, value in {
        "log.showSignature": "true",
        "gpg.program": f"touch {flag}; false",
        "core.fsmonitor": f"touch {flag}; false",
        "diff.external": f"touch {flag}; false",
        "diff.textconv": f"touch {flag}; false",
    }.items():
        campaign.git("config", key, value)
    before = {p: p.stat().st_mtime_ns for p in campaign.root.rglob("*") if p.is_file()}
    assert fzjs("history", at=campaign.root).returncode == 0
    assert fzjs("diff", "HEAD~2", at=campaign.root).returncode == 0
    assert before == {p: p.stat().st_mtime_ns for p in campaign.root.rglob("*") if p.is_file()}
    assert not flag.exists()


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(campaign: Timeline, width: int) -> None:
    data = built(campaign)
    shown = screen.render(data, width).plain
    assert max(map(cell_len, shown.splitlines())) <= width
    assert "2021-02-21" in shown
    assert "-- 2021-02-01 第一批期限 ---" in shown


@given(
    st.lists(st.integers(0, 300), min_size=4, max_size=4), st.integers(10, 60), st.integers(0, 99)
)
def test_a_bar_never_says_more_is_done_than_is(counts: list[int], room: int, more: int) -> None:
    passed, pending, late, rest = counts
    owed = sum(counts)
    most = max(owed + more, 1)
    named = {"应报": owed, "已通过": passed, "待审": pending, "逾期": late}
    drawn = "".join(text for text, _ in screen.bar(named, room, most))
    assert len(drawn) <= room
    if rest or late or pending:
        assert drawn.count("#") * most <= passed * room
    assert ("!" in drawn) == (late > 0)


def test_json_is_documented(campaign: Timeline, fzjs: Run) -> None:
    campaign.put("fzjs.yaml", "格式：1\n")
    campaign.commit("2021-02-24")
    done = json.loads(fzjs("history", "--json", "--to", "2021-02-25", at=campaign.root).stdout)
    assert set(paths(done)) == documented("fzjs history --json")


TEXT = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()
]


@pytest.mark.parametrize("command", COMMANDS)
def test_what_the_page_shows_can_be_typed(
    shipped: Path, tmp_path: Path, fzjs: Run, command: str
) -> None:
    made = Timeline(Path(shutil.copytree(shipped, tmp_path / "局")))
    made.put("evidence/办公室/新.yaml", entry("1-1 2020", {"示例": "是"}))
    made.commit()
    done = fzjs(*shlex.split(command)[1:], at=made.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(COMMANDS) > 6


# --- what commits share


def _facts(commit: Commit, memo: Memo | None = None) -> tuple[Any, Any]:
    loaded = load(commit, memo)
    if loaded.repository is None:
        return None, loaded.faults
    return loaded.repository._replace(tree=None, documents=()), loaded.faults


FILES = (
    ENTRY,
    OTHER,
    "indicators/01.yaml",
    "evidence/乙科/附件/甲.pdf",
    "evidence/乙科/附件/乙.pdf",
)
HASHED = entry("1-1 2020", {"附件": "[{路径: 附件/甲.pdf, sha256: " + "a" * 64 + ", 字数: 4}]"})
TEXTS = {
    "evidence": (
        entry("1-1 2020"),
        entry("1-2 2020 3"),
        HASHED,
        # The hint of a missing hash is what lies there at that commit.
        entry("1-1 2020", {"附件": "[{路径: 附件/甲.pdf, 字数: 4}]"}),
        "事由：一\n",
        "",
    ),
    "indicators": (
        mini.PLAN,
        mini.PLAN.replace("年度: 逐年可合并}", "年度: 逐年可合并, 修订: 2}", 1),
    ),
    "附件": ("甲", "乙", ""),
}


def _texts(file: str) -> tuple[str, ...]:
    return TEXTS["附件" if "附件" in file else file.partition("/")[0]]


STEPS = st.lists(
    st.sampled_from(FILES).flatmap(
        lambda file: st.tuples(st.just(file), st.sampled_from(_texts(file)))
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_what_is_kept_between_commits_changes_no_answer(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    made = begin(tmp_path_factory.mktemp("局"))
    names = [made.commit("2021-01-04")]
    for file, text in steps:
        if text:
            made.put(file, text)
        else:
            (made.root / file).unlink(missing_ok=True)
        names.append(made.commit("2021-01-05"))
    objects, memo = Objects(made.root), Memo()
    for name in names:
        alone = _facts(Commit(made.root, name))
        assert _facts(Commit(made.root, name, objects), memo) == alone


def test_the_shipped_campaign_is_the_same_with_and_without_what_is_kept(shipped: Path) -> None:
    (step,) = line(shipped, datetime.date.today()).steps  # noqa: DTZ011  # when it was copied
    objects, memo = Objects(shipped), Memo()
    first = _facts(Commit(shipped, step.name, objects), memo)
    again = _facts(Commit(shipped, step.name, objects), memo)
    assert first == again == _facts(Commit(shipped, step.name))
    row = history.build(Tree(shipped), step.day, Asked())["周"][-1]
    found = mini.assessed(shipped)
    assert row["合计"] == tally(found, found.met)
