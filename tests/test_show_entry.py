"""`fzjs show 条目`: found by any of its names, and everything that stands about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mini
from conftest import Run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    sheet = "0" * 64
    claims = "{资料: 1-1, 年度: 2019, 页: 1-2, 摘录: 某句}; 8-2 2020 3"
    return mini.lay(
        tmp_path,
        {
            "evidence/甲科/说明.yaml": mini.entry(
                claims, {"更正": "[{日期: 2021-02-24, 理由: 改字}]"}
            ),
            mini.OTHER: mini.entry("8-2 2021", {"事由": "别的", "状态": "草稿"}),
            "evidence/乙科/缺件.yaml": mini.entry(
                "7-1 2020",
                {"事由": "缺附件", "附件": f"[{{路径: 附件/没有.pdf, sha256: {sheet}, 页数: 3}}]"},
            ),
            "evidence/乙科/坏.yaml": "事由: 坏\n",
            "evidence/督导/2021-02-检查.yaml": (
                "类型: 检查\n日期: 2021-02-26\n问题:\n- {编号: 1, 条目: 甲科/说明, 问题: 页码不清, "
                "责任科室: 甲科, 时限: 2021-03-20, 处理: []}\n"
            ),
        },
    )


@pytest.mark.parametrize(
    "name",
    ["甲科/说明", "甲办/说明", "说明", "evidence/甲科/说明.yaml", "./evidence/甲科/说明.yaml"],
)
def test_an_entry_goes_by_every_name(fzjs: Run, root: Path, name: str) -> None:
    done = fzjs("show", name, at=root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("甲科/说明\n")


def test_a_path_from_the_current_folder(fzjs: Run, root: Path) -> None:
    done = fzjs("show", "说明.yaml", at=root / "evidence" / "甲科")
    assert done.stdout.startswith("甲科/说明\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("甲科/说名", "是不是“甲科/说明”？"),
        ("没有这样的说明", "没有“没有这样的说明”这个条目"),
        ("2020-说明", "没有“2020-说明”这个条目"),
        ("evidence/丙科/无.yaml", "没有“evidence/丙科/无.yaml”这个条目"),
        ("99", "没有第“99”项指标"),
        ("★9", "没有第“★9”项指标"),
    ],
)
def test_no_such_entry(fzjs: Run, root: Path, name: str, words: str) -> None:
    done = fzjs("show", name, at=root)
    assert (done.returncode, words in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["坏", "乙科/坏", "evidence/乙科/坏.yaml"])
def test_a_broken_entry_is_told_with_its_line_as_the_commands_that_change_it_do(
    fzjs: Run, root: Path, name: str
) -> None:
    shown, submitted = fzjs("show", name, at=root), fzjs("submit", name, at=root)
    for done in (shown, submitted):
        assert done.returncode == 1
        assert "evidence/乙科/坏.yaml:1:1: " in done.stderr
        assert "改法：" in done.stderr
    assert "没有改动" not in shown.stderr


@pytest.mark.parametrize("name", ["甲办/说明", "说明", "说明.yaml", "说明书", "坏"])
def test_show_and_submit_understand_a_name_alike(fzjs: Run, root: Path, name: str) -> None:
    at = root / "evidence" / "甲科"
    shown, submitted = fzjs("show", name, at=at), fzjs("submit", name, at=at)
    found = "甲科/说明" in shown.stdout.split("\n")[0]
    assert found == ("甲科/说明 已经提交过了" in submitted.stdout)
    assert found == (name not in {"说明书", "坏"})


def test_a_reference_with_a_stroke_is_still_an_indicator(fzjs: Run, root: Path) -> None:
    assert fzjs("show", "1-1/2019", at=root).stdout.startswith("第1项")


def test_everything_about_an_entry(fzjs: Run, root: Path) -> None:
    (root / "evidence/乙科/坏.yaml").unlink()
    mini.review(root, "evidence/甲科/说明.yaml")
    data = json.loads(fzjs("show", "说明", "--json", at=root).stdout)
    assert data["状态"] == "已退回"
    assert data["为什么"] == ["问题未销号：页码不清"]
    assert [(c["资料"], c["状态"], c["页"], c["摘录"]) for c in data["对应"]] == [
        ("1-1", "退回", "1-2", "某句"),
        ("8-2", "退回", "3", ""),
    ]
    assert data["对应"][0]["应报件"][0]["应报件"] == "1-1/2019"
    assert data["附件"][0]["情况"] == "库外"
    assert data["附件"][0]["也登记在"] == ["乙科/另一条", "乙科/缺件"]
    assert data["审核"][0]["结论"] == "通过"
    assert data["问题"][0]["编号"] == "2021-02-检查/1"
    assert data["更正"] == [{"日期": "2021-02-24", "理由": "改字"}]
    screen = fzjs("show", "说明", at=root).stdout
    for words in ("页1-2", "“某句”", "也登记在 乙科/另一条", "未销号", "更正：2021-02-24"):
        assert words in screen


def test_a_draft_and_a_missing_attachment(fzjs: Run, root: Path) -> None:
    assert "草稿（还没有提交，不算数）" in fzjs("show", "另一条", at=root).stdout
    missing = fzjs("show", "缺件", at=root).stdout
    assert "附件/没有.pdf  不在  3页" in missing
    assert "缺陷：附件不在" in missing
