"""Long findings fit the terminal, and what an editor or a reader takes hold of stays whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from conftest import Run
from fzjs.output.fold import folded

PLACE = "evidence/法制仲裁科/2016-负责人出庭率证明（法院）.yaml:3:1"


@given(st.text("甲乙，。“”（）ab-1 [](", max_size=120), st.integers(12, 40), st.integers(0, 8))
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int, hang: int) -> None:
    lines = folded(text, width, hang)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", range(16, 90, 3))
@pytest.mark.parametrize("whole", [PLACE, "[evidence-unsealed]"])
def test_a_place_and_a_rule_are_never_broken(whole: str, width: int) -> None:
    lines = folded(f"    另见：{whole} 这里写的是另一个日期，两处总有一处不对", width, 10)
    assert sum(whole in line for line in lines) == 1


def test_a_line_hangs_below_its_first_word() -> None:
    made = folded("    改法：" + "删去号码，写见通讯录。" * 5, 40, 10)
    assert len(made) > 2
    assert all(re.match(r" {10}\S", line) for line in made[1:])
    assert not any(line.lstrip().startswith(("，", "。")) for line in made)


def test_check_fits_a_pipe_of_80_columns(fzjs: Run, campaign: Path) -> None:
    lines = fzjs("check", at=campaign).stdout.splitlines()
    assert len(lines) > 50
    assert not [line for line in lines if cell_len(line) > 80]
    wide = fzjs("check", at=campaign, COLUMNS="200").stdout.splitlines()
    assert len(wide) < len(lines)
