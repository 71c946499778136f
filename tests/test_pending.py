"""`fzjs review` without an entry: a reviewer finds what to review, and what to type."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

import mini
from conftest import Run

SETTINGS = f"{mini.CAMPAIGN}示例: 是\n基准日: {mini.TODAY}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """甲科 reviews, 乙科 stands in for it; 1-1/2019 is past its date, 1-1/2021 is not."""
    return mini.lay(
        tmp_path,
        {
            "fzjs.yaml": SETTINGS,
            mini.ENTRY: mini.entry("1-1 2021", {"事由": "二〇二一年的工作"}),
            mini.OTHER: mini.entry("1-1 2019; 6-1 2019", {"事由": "逾期的工作"}),
            mini.ELSEWHERE: mini.entry("6-1 2020", {"状态": "草稿"}),
            "evidence/甲科/目录.yaml": mini.entry("（4）-1 汇总", {"种类": "目录"}),
            "evidence/乙科/缺章.yaml": mini.entry("1-1 2020", {"盖章": "否"}),
        },
    )


def test_late_first_with_what_it_meets_and_the_command(fzjs: Run, root: Path) -> None:
    done = fzjs("review", at=root)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[0] == "等甲科审   待审核 2  待复核 0  逾期 1"
    assert lines[1].split() == ["2-01", "逾29天", "乙科/另一条"]
    assert lines[2] == "    情况说明：逾期的工作；抵 1-1 2019、6-1 2019"
    assert lines[3].split() == ["5-31", "剩90天", "乙科/条目"]
    assert lines[5] == "通过：fzjs review 乙科/另一条 --pass --by 审核人"
    assert "丙科/条目" not in done.stdout
    assert "另有1个已提交、有缺陷的条目，改好以前不能通过：乙科/缺章" in done.stdout


def test_the_command_that_is_shown_works(fzjs: Run, root: Path) -> None:
    rows = json.loads(fzjs("review", "--json", at=root).stdout)["审核科室"][0]["条目"]
    command = rows[0]["命令"].replace("审核人", "张某").split()[1:]
    assert fzjs(*command, at=root).returncode == 0
    left = json.loads(fzjs("review", "--json", at=root).stdout)["审核科室"][0]
    assert [row["条目"] for row in left["条目"]] == ["乙科/条目"]


def test_the_substitute_has_a_list_of_its_own(fzjs: Run, root: Path) -> None:
    assert "等乙科审   待审核 1" in fzjs("review", at=root).stdout
    mine = json.loads(fzjs("review", "--office", "乙科", "--json", at=root).stdout)["审核科室"]
    assert [(each["科室"], each["条目"][0]["条目"]) for each in mine] == [("乙科", "甲科/目录")]
    none = fzjs("review", "--office", "丙科", at=root).stdout
    assert none.startswith("没有等丙科审的条目。审核的是甲科、乙科。")
    assert fzjs("review", "--office", "戊科", at=root).returncode == 2


def test_changed_after_the_review(fzjs: Run, root: Path) -> None:
    mini.review(root)
    path = root / mini.ENTRY
    path.write_text(path.read_text("utf-8").replace("二〇二一年的", "改过的"), encoding="utf-8")
    done = fzjs("review", at=root).stdout
    assert "等甲科审   待审核 1  待复核 1" in done
    assert "乙科/条目（改后待复核）" in done


def test_nobody_is_named_to_review(fzjs: Run, root: Path) -> None:
    text = SETTINGS.replace("审核: {科室: 甲科, 代审: 乙科, 保护: 有}\n", "")
    mini.put(root, "fzjs.yaml", text)
    assert "等任一科室（没有写由谁审核）审   待审核 3" in fzjs("review", at=root).stdout


@pytest.mark.parametrize("words", [("--pass",), ("--by", "张某"), ("乙科/条目", "--json")])
def test_half_a_command_writes_nothing(fzjs: Run, root: Path, words: tuple[str, ...]) -> None:
    done = fzjs("review", *words, at=root)
    assert (done.returncode, "没有改动" in done.stderr) == (2, True)
    assert not (root / "evidence/审核").exists()


def test_status_points_there_and_lines_fit(fzjs: Run, campaign: Path) -> None:
    assert "用 fzjs review 列出" in fzjs("status", at=campaign).stdout
    shown = fzjs("review", at=campaign).stdout.splitlines()
    assert len(shown) > 100
    assert max(map(cell_len, shown)) <= 80
