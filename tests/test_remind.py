"""Reminders: counted, only of what is owed, answered or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from mini import anyhow, said

CAMPAIGN = mini.CAMPAIGN + f"基准日: {mini.TODAY}\n示例: 是\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "局", {"fzjs.yaml": CAMPAIGN})


def sent(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(said(root, "remind", "--json"))["催办"]
    return found


def files(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "evidence/催办").glob("*"))


def test_all_that_is_overdue_or_returned_and_no_more(root: Path) -> None:
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1"))
    mini.review(root, verdict="退回")
    said(root, "remind", "乙科")
    assert files(root) == ["2021-03-乙科-1.yaml"]
    (row,) = sent(root)
    assessment = mini.assessed(root)
    wanted = [
        met.due.label
        for met in assessment.met
        if "乙科" in met.due.owners and (assessment.overdue(met) or str(met.state) == "退回")
    ]
    assert row["对象"] == wanted
    assert {"1-1/2019", "1-1/2020"} <= set(wanted)
    assert "1-1/2021" not in wanted
    said(root, "check", "evidence/催办")


def test_a_reminder_of_the_past_names_what_was_late_then(root: Path) -> None:
    assert "用不着催" in said(root, "remind", "乙科", "--date", "2021-02-01")
    said(root, "remind", "乙科", "--date", "2021-02-02")
    assert files(root) == ["2021-02-乙科-1.yaml"]


def test_the_program_counts(root: Path) -> None:
    said(root, "remind", "乙科", "--date", "2021-02-05")
    assert "没有改动" in said(root, "remind", "乙科", "--date", "2021-02-05")
    said(root, "remind", "乙科", "--subject", "1-1/2019", "--date", "2021-02-10")
    said(root, "remind", "丙科", "--subject", "6-1")
    assert files(root) == ["2021-02-乙科-1.yaml", "2021-02-乙科-2.yaml", "2021-03-丙科-1.yaml"]
    rows = [(r["科室"], r["次"], len(r["对象"])) for r in sent(root)]
    assert rows[0] == ("乙科", 2, 1)
    assert rows[2] == ("丙科", 1, 3)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("乙料",), 2, "是不是“乙科”？"),
        (("乙科", "--date", "2021-04-01"), 2, "还没有到"),
        (("乙科", "--date", "2021-01-01", "--subject", "1-1/2019"), 2, "早于第1次"),
        (("乙科", "--subject", "1-9"), 2, "指标体系里没有"),
        (("乙科", "--subject", "（4）-1"), 1, "乙科不欠 （4）-1，由甲科报"),
        (("乙科", "--subject", "1-1/2020"), 1, "已经是“待审”，不用催"),
        (("乙科", "--reply", "按期"), 2, "--answered"),
        (("乙科", "--answered"), 2, "--reply 按期"),
        (("乙科", "--answered", "--reply", "按期", "--date", "2021-02-01"), 2, "早于第1次"),
        (("丙科", "--answered", "--reply", "按期"), 1, "没有催过丙科"),
        (("--reply", "按期"), 2, "没有写哪个科室"),
    ],
)
def test_what_cannot_be_is_not_recorded(
    arguments: tuple[str, ...], code: int, words: str, root: Path
) -> None:
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1"))
    said(root, "remind", "乙科", "--date", "2021-02-05")
    text = said(root, "remind", *arguments, code=code)
    assert words in text
    assert files(root) == ["2021-02-乙科-1.yaml"]


def test_an_answer_goes_into_the_last_one(root: Path) -> None:
    said(root, "remind", "乙科", "--date", "2021-02-05")
    said(root, "remind", "乙科", "--date", "2021-02-20", "--subject", "1-1/2019")
    first = (root / "evidence/催办/2021-02-乙科-1.yaml").read_bytes()
    status = json.loads(anyhow(root, "status", "--json"))
    assert [(r["催办"], r["催办未答复"]) for r in status["分组"] if r["名称"] == "乙科"] == [
        (2, True)
    ]
    assert any(need["说明"] == "催办未答复：乙科第2次10天" for need in status["需我办"])
    said(root, "remind", "乙科", "--answered", "--date", "2021-02-22", "--reply", "申请延期")
    assert "已经答复过第2次" in said(
        root, "remind", "乙科", "--answered", "--reply", "按期", code=1
    )
    assert (root / "evidence/催办/2021-02-乙科-1.yaml").read_bytes() == first
    text = (root / "evidence/催办/2021-02-乙科-2.yaml").read_text("utf-8")
    assert "答复: {日期: 2021-02-22, 意见: 申请延期}" in text
    assert "催办未答复" not in anyhow(root, "status")


def test_what_is_handed_in_is_no_longer_open(root: Path) -> None:
    said(root, "remind", "乙科", "--subject", "1-1/2019", "--date", "2021-02-20")
    mini.put(root, mini.ENTRY, mini.entry("1-1 2019 1"))
    (row,) = sent(root)
    assert (row["还欠"], row["已答复"]) == ([], False)
    assert "催办未答复" not in anyhow(root, "status")


def test_what_is_sent_later_than_today_does_not_count(fzjs: Run, root: Path) -> None:
    mini.put(
        root,
        "evidence/催办/2021-12-乙科-1.yaml",
        "示例: 是\n科室: 乙科\n次: 1\n日期: 2021-12-01\n对象: [1-1/2019]\n",
    )
    assert sent(root) == []
    done = fzjs("check", at=root)
    assert done.returncode == 1
    assert "reminder-dated-future" in done.stdout


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_screen(width: str, fzjs: Run) -> None:
    for command in (("remind",), ("status",), ("status", "--all")):
        text = fzjs(*command, at=ROOT, COLUMNS=width).stdout
        assert max(map(cell_len, text.splitlines())) <= int(width), command
    assert "未答复，7天" in fzjs("remind", at=ROOT).stdout
