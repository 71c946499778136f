"""The four published sources through the real command, against the rows taken by hand (gold)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import build
import puyang
import pytest
from imported import (
    FOUR,
    PINGDINGSHAN,
    PUYANG,
    WUZHONG,
    Record,
    Repository,
    contents,
    gold,
    load,
    repository,
)

from conftest import ROOT, Run
from fzjs.facts import fold_reference

ROWS = {PUYANG: 125, PINGDINGSHAN: 90, WUZHONG: 49}
_WEB = "（以上同时提供网络检索佐证材料）"
_ADDITIONAL = re.compile(r"(加分|减分)项")
_HALF = str.maketrans("（）", "()")
"""References are written in half width; 编号 is as printed."""


@pytest.fixture(params=FOUR, ids=lambda path: path.stem)
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def made(source: Path, fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(source, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def puyang_made(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(PUYANG, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def pingdingshan_made(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(PINGDINGSHAN, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def wuzhong_made(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(WUZHONG, fzjs, tmp_path_factory)


def _names(row: Record, role: str = "") -> list[str]:
    """Return the offices of a role; "" is 责任, the one that is not written."""
    found = [each if isinstance(each, dict) else {"科室": each} for each in row.get("责任科室", [])]
    return [each["科室"] for each in found if each.get("角色", "") == role]


def _category(row: Record) -> str:
    named = _ADDITIONAL.search(row.get("l2", "") or str(row["no"]))
    return named[1] if named else ""


# Every row, every field


@pytest.mark.parametrize("source", ROWS, ids=lambda path: path.stem, indirect=True)
def test_every_row_and_none_more(source: Path, made: Repository) -> None:
    rows = gold(source)
    assert len(rows) == ROWS[source]
    assert [row["编号"] for row in made.rows] == [str(row["no"]) for row in rows]
    assert [row.get("类别", "") for row in made.rows] == [_category(row) for row in rows]
    assert [row["内容"] for row in made.rows] == [row["text"] for row in rows]


def test_the_opinion_gives_no_indicator(
    fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = repository(FOUR[-1], fzjs, tmp_path_factory)
    assert made.rows == []
    assert sorted(made.bytes()) == ["fzjs.yaml", "导入疑点.md"]


def test_puyang_headings(puyang_made: Repository) -> None:
    expected = [(row["l1"], row["l2"]) for row in gold(PUYANG)]
    assert [(row["一级指标"], row["二级指标"]) for row in puyang_made.rows] == expected


def test_puyang_cells(puyang_made: Repository) -> None:
    for row, printed in zip(puyang_made.rows, gold(PUYANG), strict=True):
        assert row.get("测评方法", []) == printed["methods"], row["编号"]
        assert row.get("资料原文", []) == printed["materials"], row["编号"]
        assert row.get("责任原文", {}).get("科室", []) == printed["offices"], row["编号"]
        assert row.get("责任原文", {}).get("责任人", []) == printed["persons"], row["编号"]
    assert sum(len(row.get("测评方法", [])) for row in puyang_made.rows) == 184


def _expected_owners(printed: Record) -> list[tuple[str, str, str]]:
    """Return office, role and person of each owner that a row prints, by the cells alone."""
    together = re.fullmatch(r"(.+)牵头，(.+)配合", "".join(printed["offices"]))
    if together:
        offices = [(together[1], "牵头"), (together[2], "配合")]
    else:
        offices = [(name, "") for name in printed["offices"]]
    return [(*office, who) for office, who in zip(offices, printed["persons"], strict=True)]


def test_puyang_owners(puyang_made: Repository) -> None:
    """Each office has the person printed beside it: in the row, or as the office's usual one."""
    usual = {
        name: office["责任人"]
        for office in puyang_made.settings["科室"]
        for name in [office["名称"], *office.get("别名", [])]
    }
    seen = 0
    for row, printed in zip(puyang_made.rows, gold(PUYANG), strict=True):
        listed = row.get("责任科室", [])
        each = [one if isinstance(one, dict) else {"科室": one} for one in listed]
        found = [(o["科室"], o.get("角色", ""), o.get("责任人", usual[o["科室"]])) for o in each]
        if printed["persons"]:
            assert found == _expected_owners(printed), row["编号"]
            seen += 1
        else:
            assert found == [], row["编号"]
    assert seen == 106
    (note,) = [row for row in puyang_made.rows if "责任说明" in row]
    assert (note["类别"], note["编号"]) == ("减分", "1")
    assert [note["责任说明"]] == gold(PUYANG)[-2]["offices"]


def test_puyang_empty_cells_go_with_the_row_above(puyang_made: Repository) -> None:
    """沿用 stands for exactly the cells that are empty, and names the nearest row that has one."""
    rows = gold(PUYANG)
    cells = {"方法": "methods", "资料": "materials", "责任": "offices"}
    last = dict.fromkeys(cells, "")
    shared = 0
    for row, printed in zip(puyang_made.rows, rows, strict=True):
        key = row.get("类别", "") + row["编号"]
        for name, cell in cells.items():
            if not printed[cell] and key != "减分1":
                assert row["沿用"][name] == last[name].translate(_HALF), (key, name)
                shared += 1
            else:
                assert name not in row.get("沿用", {}), (key, name)
                last[name] = key
    assert shared == sum(not row[cell] for row in rows for cell in cells.values()) - 1


def _left(row: Record, paragraphs: list[str]) -> str:
    """Take a cell's items, their numbers and the notes that became keys out of its words."""
    text = re.sub(r"\s", "", "".join(paragraphs))
    if row.get("网络检索") == "另附":
        text = text.replace(_WEB, "", 1)
    for item in row["上报资料"]:
        words = re.sub(r"\s", "", item["内容"])
        assert text.count(words), item
        before, _, after = text.partition(words)
        number = item.get("原序号", item["代号"])
        if before.endswith(f"{number}."):
            before = before.removesuffix(f"{number}.")
        if item.get("每"):
            note = f"（每个行政{item['每']}提供{item['份数']}份[^）]*）"
            after, count = re.subn(note, "", after)
            assert count == 1, item
        if before.endswith("（") and after.startswith("）"):  # 54: a cell that is one bracket
            before, after = before[:-1], after[1:]
        text = f"{before}|{after}"
    return text


def test_puyang_nothing_of_a_cell_is_lost(puyang_made: Repository) -> None:
    """Besides items, their numbers and notes, a 上报资料 cell holds only separators."""
    materials = 0
    for row, printed in zip(puyang_made.rows, gold(PUYANG), strict=True):
        if printed["materials"]:
            left = _left(row, printed["materials"])
            assert not re.sub(r"[|；;。，,]", "", left), (row["编号"], left)
            materials += len(row["上报资料"])
        else:
            assert "上报资料" not in row
    assert materials == sum(len(row.get("上报资料", [])) for row in puyang_made.rows)


def test_pingdingshan_fields(pingdingshan_made: Repository) -> None:
    tasks = 0
    for row, printed in zip(pingdingshan_made.rows, gold(PINGDINGSHAN), strict=True):
        written = [{"method": t["方法"], "text": t["内容"]} for t in row["工作任务"]]
        assert written == printed["tasks"], row["编号"]
        assert row["测评方法"] == list(dict.fromkeys(t["method"] for t in printed["tasks"]))
        assert row["责任原文"] == {"科室": [printed["offices_raw"]]}
        assert _names(row) == printed["offices"], row["编号"]
        tasks += len(written)
    assert tasks == 137
    assert {row["一级指标"] for row in pingdingshan_made.rows} == {"二、具体任务"}


def _task_remains(row: Record) -> Iterator[str]:
    """Yield what of a task's words no item of its method has."""
    for task in row["工作任务"]:
        text = task["内容"]
        for item in (i for i in row["上报资料"] if i["方法"] == task["方法"]):
            text = text.replace(item["内容"], "|", 1)
        yield re.sub(r"[|;。,:：]", "", text)


def test_pingdingshan_nothing_of_a_task_is_lost(pingdingshan_made: Repository) -> None:
    """Besides items, a task holds numbers and what it says of them all (以上材料汇总备查)."""
    for row in pingdingshan_made.rows:
        for rest in _task_remains(row):
            assert re.fullmatch(r"(?:\d\.|以上材料.{4,8})*", rest), (row["编号"], rest)


_PEERS = re.compile(r"[,，、](?![^(]*\))")
"""A comma parts tiers, 、 parts peers; what stands in brackets is one name."""


def test_wuzhong_fields(wuzhong_made: Repository) -> None:
    for row, printed in zip(wuzhong_made.rows, gold(WUZHONG), strict=True):
        assert row["标题"] == printed["title"]
        support = {"配合": [printed["support"]]} if printed["support"] else {}
        assert row["责任原文"] == {"科室": [printed["lead"]]} | support
        assert _names(row) == _PEERS.split(printed["lead"]), row["编号"]
        assert _names(row, "配合") == [n for n in _PEERS.split(printed["support"]) if n]
        assert "上报资料" not in row


def test_wuzhong_headings(wuzhong_made: Repository) -> None:
    """Each of the eight actions, as printed, over the tasks that stand below it."""
    expected: list[tuple[str, int]] = []
    heading = ""
    for line in WUZHONG.read_text("utf-8").split("\n"):
        if re.match(r"\([一二三四五六七八]\)实施.*提升行动", line.strip()):
            heading = line.strip()
        elif number := re.match(r"(\d+)\.", line.strip()):
            expected.append((heading, int(number[1])))
    assert len({one for one, _ in expected}) == 8
    assert [(row["一级指标"], int(row["编号"])) for row in wuzhong_made.rows] == expected


# Accepted, and at nothing


def test_check_accepts_it(made: Repository, fzjs: Run) -> None:
    done = fzjs("-C", str(made.folder), "check", at=made.folder.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "错误 0" in done.stdout


def test_nothing_counts_as_done(made: Repository, fzjs: Run) -> None:
    done = fzjs("-C", str(made.folder), "status", "--json", at=made.folder.parent)
    assert done.returncode == 0, done.stderr
    status = json.loads(done.stdout)
    assert status["指标数"] == len(made.rows)
    assert status["合计"]["应报"] == status["合计"]["未报"]
    assert not status["合计"]["已通过"]
    shares = [*status["齐备"], *status["达标"]]
    assert bool(shares) == bool(made.rows)
    assert {float(str(share["比率"]).removesuffix("%")) for share in shares} <= {0.0}


# Again, over it, and where it fails


def test_twice_gives_the_same_bytes(
    source: Path, made: Repository, fzjs: Run, tmp_path: Path
) -> None:
    target = tmp_path / "再来一次"
    assert fzjs("import", str(source), "--to", str(target), at=tmp_path).returncode == 0
    assert contents(target) == made.bytes()


def test_over_it_only_by_force(source: Path, fzjs: Run, tmp_path: Path) -> None:
    target = tmp_path / "数据"
    assert fzjs("import", str(source), "--to", str(target), at=tmp_path).returncode == 0
    written = contents(target)
    (target / "fzjs.yaml").write_text("格式: 1\n# 改过\n", "utf-8")
    (target / "README.md").write_text("别的文件", "utf-8")
    touched = contents(target)
    refused = fzjs("import", str(source), "--to", str(target), at=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert contents(target) == touched
    forced = fzjs("import", str(source), "--to", str(target), "--force", at=tmp_path)
    assert forced.returncode == 0, forced.stderr
    assert contents(target) == {**written, "README.md": "别的文件".encode()}


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_a_damaged_file_leaves_all_as_it_was(
    force: tuple[str, ...], puyang_made: Repository, fzjs: Run, tmp_path: Path
) -> None:
    whole = puyang.write(tmp_path, "docx").read_bytes()
    damaged = tmp_path / "坏了.docx"
    damaged.write_bytes(whole[: len(whole) * 2 // 3])
    there = tmp_path / "已有"
    there.mkdir()
    (there / "fzjs.yaml").write_bytes(puyang_made.bytes()["fzjs.yaml"])
    (tmp_path / "空的").mkdir()
    before = contents(tmp_path)
    for name in ("已有", "空的", "新的", "更深/新的"):
        done = fzjs("import", str(damaged), "--to", str(tmp_path / name), *force, at=tmp_path)
        assert done.returncode == 2, name
        assert "坏了.docx" in done.stderr
    assert contents(tmp_path) == before
    assert list((tmp_path / "空的").iterdir()) == []
    assert not (tmp_path / "新的").exists()
    assert not (tmp_path / "更深").exists()


# Other files of the same words


@pytest.mark.parametrize("kind", ["docx", "html", "gb18030"])
@pytest.mark.parametrize("source", FOUR[1:], ids=lambda path: path.stem, indirect=True)
def test_prose_in_another_file(
    kind: str, source: Path, made: Repository, fzjs: Run, tmp_path: Path
) -> None:
    words = source.read_text("utf-8")
    path = tmp_path / f"方案.{kind if kind != 'gb18030' else 'txt'}"
    if kind == "gb18030":
        path.write_bytes(words.encode("gb18030"))
    else:
        lines = [line for line in words.split("\n") if line.strip()]
        path.write_bytes(getattr(build, kind)(lines))
    target = tmp_path / "数据"
    done = fzjs("import", str(path), "--to", str(target), at=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _indicators(contents(target)) == _indicators(made.bytes())
    assert load(target / "fzjs.yaml") == made.settings


def _indicators(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: words for name, words in files.items() if name.startswith("indicators/")}


# The Puyang table as real tables with merged cells


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_puyang_as_a_real_table(
    suffix: str, puyang_made: Repository, fzjs: Run, tmp_path: Path
) -> None:
    target = tmp_path / "数据"
    path = puyang.write(tmp_path, suffix)
    done = fzjs("import", str(path), "--to", str(target), at=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _indicators(contents(target)) == _indicators(puyang_made.bytes())
    assert fzjs("-C", str(target), "status", at=tmp_path).returncode == 0
    assert load(target / "fzjs.yaml") == _without_the_ledger(puyang_made.settings)


def _without_the_ledger(settings: Record) -> Record:
    """附件3, the form of a ledger whose note sets a duty, stands only in the text."""
    duties = [duty for duty in settings["周期任务"] if duty["名称"] != "工作台账"]
    assert len(duties) == len(settings["周期任务"]) - 1
    return {**settings, "周期任务": duties}


def test_the_shipped_campaign_asks_all_that_its_plan_asks(puyang_made: Repository) -> None:
    """By name and by indicator; what it leaves out a 口径 must name."""
    root = load(ROOT / "fzjs.yaml")
    missing = _asked(puyang_made.settings) - _asked(root)
    said = str(root["口径"])
    assert {name for name, _ in missing if name not in said} <= {"三项制度"}
    assert ("三项制度", "58") in _asked(root), "asked of 执法案卷 alone, as the plan's words say"


def _asked(settings: Record) -> set[tuple[str, str]]:
    """Give each 要求 by its name and each indicator that it is of, "" for all."""
    return {
        (each["名称"], fold_reference(subject).partition("-")[0])
        for each in settings["要求"]
        for subject in each.get("对象", [""])
    }
