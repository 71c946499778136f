"""Who leads, who answers for an office, who took over, and that no phone gets in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from mini import anyhow, said

PHONE = "1390000" + "1111"
CAMPAIGN = (
    mini.CAMPAIGN.replace("乙科, 丙科]", "{名称: 乙科, 责任人: 王某}, 丙科]   # 三个科室")
    + f"基准日: {mini.TODAY}\n示例: 是\n"
)
DUE = "期限: [{名称: 报联络人信息, 日期: %s}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "局", {"fzjs.yaml": CAMPAIGN})


def settings(root: Path) -> str:
    return (root / "fzjs.yaml").read_text("utf-8")


def test_the_shipped_organisation_is_the_plans() -> None:
    found = json.loads(said(ROOT, "org", "--json"))
    assert found["领导小组"]["组长"] == ["娄某甲", "张某甲"]
    assert (len(found["领导小组"]["副组长"]), len(found["领导小组"]["成员"])) == (11, 30)
    teams = {team["名称"]: len(team["职责"]) for team in found["专班"]}
    assert teams == {"综合协调组": 5, "督导检查组": 4, "宣传报道组": 5, "后勤保障组": 3}


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_screen(width: str, fzjs: Run) -> None:
    for command in (("org",), ("org", "handover", "法制仲裁科", "--all")):
        text = fzjs(*command, at=ROOT, COLUMNS=width).stdout
        assert max(map(cell_len, text.splitlines())) <= int(width), command


# Who took over


def test_a_change_touches_only_the_person_and_is_recorded(root: Path) -> None:
    printed = said(root, "org", "change", "乙科", "--to", "李某", "--date", "2021-03-01")
    assert "王某 → 李某" in printed
    assert "逾期 1-1 2019：情况说明未报，期限 2021-02-01" in printed
    text = settings(root)
    assert "{名称: 乙科, 责任人: 李某}, 丙科]   # 三个科室" in text
    record = "{科室: 乙科, 角色: 责任人, 原: 王某, 现: 李某, 日期: 2021-03-01, 移交: {欠件: "
    assert record in text
    assert text.replace("李某", "王某").startswith(CAMPAIGN)
    assert "没有改动" in said(root, "org", "change", "乙科", "--to", "李某")
    said(root, "check")


def test_what_is_handed_over_is_what_the_screens_count(root: Path) -> None:
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1"))
    mini.review(root, verdict="退回")
    mini.put(root, mini.OTHER, mini.entry("1-2 2020 1", {"种类": "无此情形", "状态": "草稿"}))
    mini.put(
        root,
        "evidence/督导/检查.yaml",
        "类型: 检查\n日期: 2021-02-26\n示例: 是\n问题:\n"
        "- {编号: 1, 指标: 7, 问题: 缺章, 责任科室: 乙科, 时限: 2021-03-20}\n"
        "- {编号: 2, 指标: 7, 问题: 缺章, 责任科室: 丙科, 时限: 2021-03-20}\n",
    )
    status = json.loads(anyhow(root, "status", "--json"))
    (row,) = (r for r in status["分组"] if r["名称"] == "乙科")
    found = json.loads(said(root, "org", "handover", "乙科", "--json"))
    assert found["合计"] == {
        "欠件": row["未报"] + row["退回"] + row["待外单位"],
        "逾期": row["逾期"],
        "退回": 1,
        "草稿": 1,
        "待外单位": 0,
        "问题": 1,
    }
    assert found["草稿"] == ["乙科/另一条"]
    assert [each["编号"] for each in found["问题"]] == ["检查/1"]
    changed = json.loads(said(root, "org", "change", "乙科", "--to", "李某", "--json"))
    assert changed["合计"] == found["合计"]


def test_an_office_that_is_only_a_name_gets_a_liaison(root: Path) -> None:
    said(root, "org", "change", "丙科", "--role", "联络人", "--to", "周某")
    assert "{名称: 丙科, 联络人: 周某}]   # 三个科室" in settings(root)
    assert "{科室: 丙科, 角色: 联络人, 现: 周某, 日期: 2021-03-02}" in settings(root)
    said(root, "check")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("change", "乙料", "--to", "李某"), "是不是“乙科”？"),
        (("change", "乙科", "--to", "李某", "--role", "联络员"), "责任人 或 联络人"),
        (("change", "乙科", "--to", "李某", "--date", "2021-04-01"), "还没有到"),
        (("change", "乙科", "--to", " "), "--to 后面是空的"),
        (("change", "乙科", "--to", f"李某 {PHONE}"), "有号码"),
        (("change", "乙科", "--to", "李某 3322110"), "有号码"),
        (("--with-private", "--json"), "只在屏上看"),
    ],
)
def test_what_cannot_be_is_not_written(arguments: tuple[str, ...], words: str, root: Path) -> None:
    assert words in said(root, "org", *arguments, code=2)
    assert settings(root) == CAMPAIGN


def test_a_phone_behind_a_name_is_a_fault(fzjs: Run, root: Path) -> None:
    mini.put(root, "fzjs.yaml", CAMPAIGN + f"组织: {{领导小组: {{组长: 娄某甲 {PHONE}}}}}\n")
    done = fzjs("check", at=root)
    assert done.returncode == 1
    assert "text-personal-data" in done.stdout
    assert PHONE not in done.stdout


# The roster


@pytest.mark.parametrize(
    ("due", "waits", "late"),
    [
        ("2021-04-11", False, False),
        ("2021-03-20", True, False),
        ("2021-03-02", True, False),
        ("2021-03-01", True, True),
    ],
)
def test_the_day_of_the_roster(due: str, root: Path, *, waits: bool, late: bool) -> None:
    mini.put(root, "fzjs.yaml", CAMPAIGN + DUE % due)
    assert ("联络人未报3个" in anyhow(root, "status")) is waits
    assert ("liaison-unreported" in anyhow(root, "check")) is late
    for office in ("甲科", "乙科", "丙科"):
        said(root, "org", "change", office, "--role", "联络人", "--to", "周某")
    assert "联络人" not in anyhow(root, "status")
    assert "liaison-unreported" not in anyhow(root, "check")
    assert "联络人都报了" in said(root, "org")


def test_phones_are_for_the_screen_only(root: Path) -> None:
    assert "private/联络人.csv 不在" in said(root, "org", "--with-private")
    mini.put(
        root,
        "private/联络人.csv",
        f"科室,姓名,电话\n甲办,周某,{PHONE}\n丁科,吴某,1\n".encode("gbk"),
    )
    text = said(root, "org", "--with-private")
    assert f"甲科  周某  {PHONE}" in text
    assert "不认得的科室：丁科" in text
    assert PHONE not in said(root, "org")
    written = [p for p in root.rglob("*") if p.is_file() and PHONE.encode() in p.read_bytes()]
    assert [p.name for p in written] == ["联络人.csv"]
    mini.put(root, "private/联络人.csv", "科室，姓名，电话\n")
    assert "科室,姓名,电话" in said(root, "org", "--with-private", code=2)


def test_a_roster_that_git_has_is_said(root: Path) -> None:
    mini.put(root, "private/联络人.csv", "科室,姓名,电话\n甲科,周某,1\n")
    mini.git(root, "init", "-q")
    mini.git(root, "add", "-A")
    mini.git(root, "commit", "-qm", "甲")
    assert "已经进了 git" in said(root, "org", "--with-private")
