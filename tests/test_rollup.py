"""`fzjs rollup`: many units side by side; what cannot be read is named, and the rest counts."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.reports.tables import TABLES, columns_of
from fzjs.units import SORTS, write

PAGE = (Path(__file__).parents[1] / "docs" / "export.md").read_text(encoding="utf-8")
EMPTY: dict[str, Any] = {
    "整数": 0,
    "小数": 0.0,
    "文字": "",
    "日期": "2021-03-02",
    "是否": False,
    "文字列表": [],
}


def blank(table: str, name: str) -> dict[str, Any]:
    made = {column.name: EMPTY[column.kind] for column in columns_of(table)}
    return made | {"格式": 1, "单位": name, "体系": "某体系", "版本": "0.1.0"}


def unit(folder: Path, name: str, **numbers: Any) -> Path:  # noqa: ANN401  # any column
    """Write the export of a unit that owes 100, of which `逾期` are late and 未报."""
    late = numbers.get("逾期", 0)
    row = blank("单位", name) | {"应报": 100, "未报": late, "已通过": 100 - late}
    row |= {"基础指标": 10, "国家总数": 10, "加省总数": None, "加省齐备": None, "加省达标": None}
    write(folder, {**{table: [] for table in TABLES}, "单位": [row | numbers]})
    return folder


def rolled(fzjs: Run, *arguments: str, at: Path, code: int = 0) -> Any:  # noqa: ANN401  # any JSON
    done = fzjs("rollup", *arguments, "--json", at=at)
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def names(data: Any) -> list[str]:  # noqa: ANN401  # any JSON
    return [row["单位"] for group in data["体系"] for row in group["单位"]]


def test_the_worst_stands_first(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "1", "好局", 齐备指标=9)
    unit(tmp_path / "2", "拖得久", 逾期=10, 最久逾期天数=60)
    unit(tmp_path / "3", "欠得多", 逾期=20, 最久逾期天数=5)
    unit(tmp_path / "4", "拖得短", 逾期=10, 最久逾期天数=3)
    unit(tmp_path / "5", "不齐备", 齐备指标=1)
    unit(tmp_path / "6", "没开始", 应报=0, 已通过=0)
    data = rolled(fzjs, ".", at=tmp_path)
    assert names(data) == ["欠得多", "拖得久", "拖得短", "不齐备", "好局", "没开始"]
    assert names(rolled(fzjs, ".", "--sort", "days", at=tmp_path))[0] == "拖得久"
    for sort in SORTS:
        assert names(rolled(fzjs, ".", "--sort", sort, at=tmp_path))[-1] == "没开始"
    done = fzjs("rollup", ".", "--sort", "逾期", at=tmp_path)
    assert done.returncode == 2
    assert "overdue" in done.stderr


def test_sums_are_of_counts_never_of_shares(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "大", "大局", 应报=900, 已通过=900, 基础指标=90, 齐备指标=90)
    unit(tmp_path / "小", "小局", 逾期=100, 加省总数=12, 加省齐备=3, 加省达标=0)
    [group] = rolled(fzjs, ".", at=tmp_path)["体系"]
    total = group["合计"]
    assert (total["应报"], total["通过率"], total["逾期率"]) == (1000, "90.0%", "10.0%")
    assert total["齐备率"] == "90.0%"
    assert [(tier["层级"], tier["总数"]) for tier in total["层级"]] == [
        ("国家", 20),
        ("加省", 12),
        ("加市", 0),
    ]
    unit(tmp_path / "小", "小局", 应报=1000, 已通过=999, 未报=1, 逾期=1)
    [group] = rolled(fzjs, "小", at=tmp_path)["体系"]
    assert group["合计"]["通过率"] == "99.9%"


def test_systems_are_not_ranked_together(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "1", "甲局", 逾期=1)
    unit(tmp_path / "2", "乙局", 逾期=2)
    unit(tmp_path / "3", "丙局", 逾期=99, 体系="另一体系")
    data = rolled(fzjs, ".", at=tmp_path)
    assert [(g["体系"], g["合计"]["逾期"]) for g in data["体系"]] == [
        ("某体系", 3),
        ("另一体系", 99),
    ]
    assert "2个体系应报的不一样" in fzjs("rollup", ".", at=tmp_path).stdout


def test_samples_are_marked_and_not_summed(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "1", "甲局", 逾期=1)
    unit(tmp_path / "2", "样例局", 逾期=50, 示例=True)
    [group] = rolled(fzjs, ".", at=tmp_path)["体系"]
    assert (group["单位数"], group["计入"], group["合计"]["逾期"]) == (2, 1, 1)
    assert "*样例局" in fzjs("rollup", ".", at=tmp_path).stdout
    [group] = rolled(fzjs, "2", at=tmp_path)["体系"]
    assert group["合计"]["逾期"] == 50


def test_of_two_exports_of_a_unit_the_newest_holds(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "旧", "甲局", 逾期=9, 日期="2021-02-01")
    unit(tmp_path / "新", "甲局", 逾期=3)
    data = rolled(fzjs, ".", at=tmp_path)
    assert data["体系"][0]["合计"]["逾期"] == 3
    assert data["重复"] == [{"单位": "甲局", "计入": "新", "日期": "2021-03-02", "未计入": ["旧"]}]
    assert "甲局 有2份" in fzjs("rollup", ".", at=tmp_path).stdout


def test_a_day_that_has_not_come_never_beats_one_that_has(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "真", "甲局", 逾期=9)
    unit(tmp_path / "假", "甲局", 逾期=0, 日期="2999-01-01")
    data = rolled(fzjs, ".", at=tmp_path)
    assert data["体系"][0]["合计"]["逾期"] == 9
    assert data["重复"] == [{"单位": "甲局", "计入": "真", "日期": "2021-03-02", "未计入": ["假"]}]


def test_old_exports_and_wrong_dates_are_marked(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "1", "甲局")
    unit(tmp_path / "2", "乙局", 日期="2021-01-01")
    unit(tmp_path / "3", "丙局", 日期="9998-01-01")
    rows = {r["单位"]: r for r in rolled(fzjs, ".", at=tmp_path)["体系"][0]["单位"]}
    assert [rows[name]["过时"] for name in ("甲局", "乙局", "丙局")] == [False, True, False]
    assert rows["丙局"]["日期在后"]
    shown = fzjs("rollup", ".", "--stale", "90", at=tmp_path).stdout
    assert "过时" not in shown
    assert "日期还没有到的1个" in shown


def sealed(folder: Path, content: bytes) -> None:
    """Put a line in place of the true one, and have 清单.json agree."""
    path = folder / "清单.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for each in manifest["文件"]:
        if each["文件"] == "单位.jsonl":
            digest = hashlib.sha256(content).hexdigest()
            each.update(字节=len(content), sha256=digest)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "单位.jsonl").write_bytes(content)


def changed(folder: Path, **values: Any) -> None:  # noqa: ANN401  # any column
    row = json.loads((folder / "单位.jsonl").read_bytes())
    sealed(folder, json.dumps(row | values).encode() + b"\n")


def cut(folder: Path) -> None:
    path = folder / "单位.jsonl"
    path.write_bytes(path.read_bytes()[:100])


def swapped(folder: Path) -> None:
    path = folder / "单位.jsonl"
    path.write_bytes(path.read_bytes().replace(b"2021-03-02", b"2021-03-03"))


def huge(folder: Path) -> None:
    with (folder / "单位.jsonl").open("r+b") as stream:
        stream.truncate(2 << 30)  # sparse: it takes no room
    path = folder / "清单.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for each in manifest["文件"]:
        if each["文件"] == "单位.jsonl":
            each["字节"] = 2 << 30
    path.write_text(json.dumps(manifest), encoding="utf-8")


def pipe(folder: Path) -> None:
    (folder / "清单.json").unlink()
    os.mkfifo(folder / "清单.json")


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut": (cut, "没有拷全"),
    "changed": (swapped, "没有拷全，或改过"),
    "another file cut": (lambda f: (f / "应报件.jsonl").write_bytes(b"{"), "应报件.jsonl"),
    "a file less": (lambda f: (f / "佐证.jsonl").unlink(), "佐证.jsonl"),
    "no manifest": (lambda f: (f / "清单.json").unlink(), "没有 清单.json"),
    "only a manifest": (lambda f: (f / "单位.jsonl").unlink(), "单位.jsonl"),
    "only what is not asked for": (
        lambda f: [(f / name).unlink() for name in ("清单.json", "单位.jsonl")],
        "没有拷全",
    ),
    "manifest cut": (lambda f: (f / "清单.json").write_bytes(b'{"a'), "不是完整的 JSON"),
    "foreign": (lambda f: (f / "清单.json").write_bytes(b"[1]"), "不是 fzjs export"),
    "foreign too": (
        lambda f: (f / "清单.json").write_text('{"格式": 1, "文件": [3]}', encoding="utf-8"),
        "不是 fzjs export",
    ),
    "deep": (lambda f: sealed(f, b"[" * 100_000), "不是完整的 JSON"),
    "GBK": (lambda f: sealed(f, '{"格式": 1, "单位": "甲"}'.encode("gbk")), "不是 UTF-8"),
    "huge": (huge, "太大"),
    "a pipe": (pipe, "不是普通文件"),
    "newer": (lambda f: changed(f, 格式=2), "升级 fzjs"),
    "a column less": (lambda f: sealed(f, '{"格式": 1}'.encode()), "没有“单位”"),
    "text for a number": (lambda f: changed(f, 应报="100"), "“应报”不是整数"),
    "yes for a number": (lambda f: changed(f, 逾期=True), "“逾期”不是整数"),
    "less than none": (lambda f: changed(f, 逾期=-1), "“逾期”不是整数"),
    "no such day": (lambda f: changed(f, 日期="2021-02-30"), "“日期”不是日期"),
    "sums that differ": (lambda f: changed(f, 应报=5), "不等于各状态之和"),
    "no name": (lambda f: changed(f, 单位=" "), "没有单位名"),
}


@pytest.mark.parametrize(("spoil", "why"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_is_named_and_the_rest_counts(
    fzjs: Run, tmp_path: Path, spoil: Callable[[Path], object], why: str
) -> None:
    unit(tmp_path / "好", "好局", 逾期=1)
    spoil(unit(tmp_path / "坏", "坏局", 逾期=2))
    done = fzjs("rollup", ".", at=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    said = done.stdout.partition("读不了1个，没有计入：\n")[2].replace("\n    ", "")
    assert said.startswith("  坏：")
    assert why in said
    data = rolled(fzjs, ".", at=tmp_path, code=1)
    assert names(data) == ["好局"]
    assert data["体系"][0]["合计"]["逾期"] == 1


def test_columns_of_a_later_version_are_left_alone(fzjs: Run, tmp_path: Path) -> None:
    changed(unit(tmp_path / "新", "新局"), 以后的列=1)
    assert names(rolled(fzjs, ".", at=tmp_path)) == ["新局"]


def test_folders_that_hold_nothing_are_named(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "省" / "市" / "县" / "局", "县局")
    (tmp_path / "空").mkdir()
    (tmp_path / "圈").mkdir()
    (tmp_path / "圈" / "回头").symlink_to(tmp_path / "圈", target_is_directory=True)
    (tmp_path / "自己").symlink_to(tmp_path / "自己")
    (tmp_path / "一个文件").write_text("", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    data = rolled(fzjs, ".", "没有", "一个文件", "自己", at=tmp_path, code=1)
    assert names(data) == ["县局"]
    said = {each["位置"]: each["原因"] for each in data["读不了"]}
    assert set(said) == {"空", "圈/回头", "自己", "没有", "一个文件"}
    assert "没有导出" in said["空"]
    assert "链接" in said["圈/回头"]
    assert "不是文件夹" in said["一个文件"]


def test_a_folder_named_twice_counts_once(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "局", "甲局")
    data = rolled(fzjs, ".", "局", str(tmp_path / "局"), at=tmp_path)
    assert (names(data), data["重复"]) == (["甲局"], [])


def test_a_repository_is_computed_as_its_export_says(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "仓库" / "局", {mini.ENTRY: mini.entry("1-1 2020 2; 1-3 2021")})
    broken = mini.lay(tmp_path / "仓库" / "坏局")
    mini.put(broken, "fzjs.yaml", "格式: 1\n单位：坏局\n")
    assert fzjs("export", "--jsonl", "-o", str(tmp_path / "导出"), at=root).returncode == 0
    computed = rolled(fzjs, "仓库", at=tmp_path, code=1)
    assert "fzjs.yaml:2" in computed["读不了"][0]["原因"]
    exported = rolled(fzjs, "导出", at=tmp_path)
    [[first], [second]] = ([*d["体系"][0]["单位"]] for d in (computed, exported))
    differing = {key for key in first if first[key] != second[key]}
    assert differing == {"位置", "来自"}
    assert first["应报"] > 0
    shown = fzjs("rollup", "仓库/局", at=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "1个是数据仓库" in shown.stdout
    status = json.loads(fzjs("status", "--json", at=root).stdout)
    assert {name: first[name] for name in status["合计"]} == status["合计"]


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(fzjs: Run, tmp_path: Path, width: int) -> None:
    for number in range(25):
        name = f"示例省示例市示例县农业农村和水利局第{number}分局"
        unit(tmp_path / f"{number}", name, 逾期=number, 应报=99999, 已通过=99999 - number)
    unit(tmp_path / "甲", "控\x1b[31m制\n符局\u202e", 日期="2020-01-01", 示例=True)
    cut(unit(tmp_path / ("很长" * 30), "坏局"))
    done = fzjs("rollup", ".", at=tmp_path, COLUMNS=str(width))
    assert done.returncode == 1
    shown = done.stdout.splitlines()
    assert max(map(cell_len, shown)) <= width
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "另有6个单位，加 --all 看全" in shown
    assert fzjs("rollup", ".", "--all", at=tmp_path).stdout.count("示例省示例市") >= 25


def test_a_table_for_a_spreadsheet(fzjs: Run, tmp_path: Path) -> None:
    unit(tmp_path / "各局" / "1", "=1+1局", 逾期=3)
    unit(tmp_path / "各局" / "2", "乙局", 逾期=5)
    assert fzjs("rollup", "各局", "--csv", "汇总.csv", at=tmp_path).returncode == 0
    text = (tmp_path / "汇总.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(r["名次"], r["单位"], r["逾期"]) for r in rows] == [
        ("1", "乙局", "5"),
        ("2", "'=1+1局", "3"),
    ]
    (tmp_path / "空").mkdir()
    assert fzjs("rollup", "空", "--csv", "无.csv", at=tmp_path).returncode == 1
    assert (tmp_path / "无.csv").read_bytes().decode("utf-8-sig").startswith("体系,名次,单位")


def queries() -> list[str]:
    found: list[str] = re.findall(r"```sql\n(SELECT .*?read_json.*?)```", PAGE, re.DOTALL)
    return found


def test_the_queries_of_the_docs_give_the_numbers_of_rollup(
    fzjs: Run, campaign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = (campaign / "fzjs.yaml").read_text(encoding="utf-8")
    tiny = mini.lay(tmp_path / "小", {mini.ENTRY: mini.entry("1-1 2020 2; 1-3 2021")})
    tiny_settings = mini.CAMPAIGN + "基准日: 2021-03-02\n"
    mini.put(tiny, "fzjs.yaml", tiny_settings)
    (campaign / "fzjs.yaml").write_text(settings.replace("示例: 是\n", ""), encoding="utf-8")
    out = tmp_path / "exports"
    assert fzjs("export", "--jsonl", "-o", str(out / "大局"), at=campaign).returncode == 0
    assert fzjs("export", "--jsonl", "-o", str(out / "小局"), at=tiny).returncode == 0
    mini.put(tiny, "fzjs.yaml", tiny_settings.replace("示例市某局", "样例局") + "示例: 是\n")
    assert fzjs("export", "--jsonl", "-o", str(out / "样例局"), at=tiny).returncode == 0
    data = rolled(fzjs, "exports", at=tmp_path)
    rows = [row for group in data["体系"] for row in group["单位"] if not row["示例"]]
    columns = ("单位", "应报", "已通过", "逾期", "最久逾期天数")

    monkeypatch.chdir(tmp_path)
    per_unit, per_material = queries()
    answer = duckdb.sql(per_unit)
    assert tuple(answer.columns) == columns
    given = answer.fetchall()
    assert sorted(given) == sorted(tuple(row[name] for name in columns) for row in rows)
    assert len(given) == 2
    shares = [late / owed for _, owed, _, late, _ in given]
    assert shares == sorted(shares, reverse=True)
    late = duckdb.sql(per_material.replace("LIMIT 20", ""))
    assert late.columns == ["体系", "资料", "内容", "单位数", "件数"]
    assert sum(row[4] for row in late.fetchall()) == sum(row["逾期"] for row in rows)


def test_columns_keep_their_types_for_a_database(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    out = tmp_path / "局"
    assert fzjs("export", "--jsonl", "-o", str(out), at=campaign).returncode == 0
    shutil.copytree(out, tmp_path / "又")
    types = {
        "整数": "BIGINT",
        "小数": "DOUBLE",
        "文字": "VARCHAR",
        "日期": "DATE",
        "是否": "BOOLEAN",
        "文字列表": "VARCHAR[]",
    }
    for table in ("应报件", "佐证", "指标", "科室", "达标线"):
        read = duckdb.read_json(f"{tmp_path}/*/{table}.jsonl")
        found = dict(zip(read.columns, map(str, read.types), strict=True))
        assert found == {column.name: types[column.kind] for column in columns_of(table)}
