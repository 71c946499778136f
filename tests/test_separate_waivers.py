"""What is waived for one office's own 应报件 (分别提供) holds for that office alone."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from fzjs.assess import Due, assess
from fzjs.repository import load
from fzjs.tree import Tree

BASE = Path(__file__).parent / "cases" / "_base"
APPROVED = "批准: {人: 张某丙, 日期: 2021-02-20}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "仓库", symlinks=True)
    system = tmp_path / "仓库" / "indicators" / "01-制度.yaml"
    text = system.read_text(encoding="utf-8")
    both = text.replace("角色: 配合", "角色: 责任")
    assert both != text
    system.write_text(both, encoding="utf-8")
    return tmp_path / "仓库"


def _dues(root: Path, more: str) -> dict[str, Due]:
    campaign = root / "fzjs.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8") + more, encoding="utf-8")
    repository = load(Tree(root)).repository
    assert repository is not None
    met = assess(repository, datetime.date(2021, 3, 2)).met
    return {each.due.label: each.due for each in met if each.due.material == "(3)-8"}


def test_not_applicable_for_one_office(root: Path) -> None:
    dues = _dues(
        root, f"不适用:\n- {{对象: （3）-8/2020/法制仲裁科, 理由: 当年新设, {APPROVED}}}\n"
    )
    excused = {label: due.excused for label, due in dues.items() if due.excused}
    assert excused == {"（3）-8/2020/法制仲裁科": "当年新设"}


def test_moved_for_one_office(root: Path) -> None:
    subject = "（3）-8/2020/规范性文件管理科"
    dues = _dues(root, f"延期:\n- {{对象: {subject}, 至: 2021-06-20, 理由: 未定, {APPROVED}}}\n")
    moved = {label for label, due in dues.items() if due.due == datetime.date(2021, 6, 20)}
    assert moved == {subject}


def test_for_a_year_it_holds_for_every_office(root: Path) -> None:
    dues = _dues(root, f"不适用:\n- {{对象: （3）-8/2020, 理由: 未要求, {APPROVED}}}\n")
    assert {label for label, due in dues.items() if due.excused} == {
        "（3）-8/2020/法制仲裁科",
        "（3）-8/2020/规范性文件管理科",
    }
