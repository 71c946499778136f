"""docs/json.md names every key that the commands print on the shipped data, and no other."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hands
import mini
from fzjs.cli.app import app
from fzjs.models import Campaign, Evidence, Indicator

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
RECORDS = {"创建活动.": Campaign, "指标[].": Indicator, "佐证[].": Evidence}
"""Rows of `export` that are what the files say, with the keys of docs/keys.md."""


def section(command: str) -> str:
    head = f"\n## {command}\n"
    assert TEXT.count(head) == 1, command
    return TEXT.partition(head)[2].partition("\n## ")[0]


def documented(command: str) -> set[str]:
    """Give the paths of the table; `甲[].乙、丙` names two."""
    found: set[str] = set()
    for cell in re.findall(r"^\| ([^|]+) \|", section(command), re.MULTILINE)[1:]:
        place, dot, names = cell.rpartition(".")
        found |= {f"{place}{dot}{name}" for name in names.split("、")}
    return found


def paths(value: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401  # any JSON value
    if isinstance(value, list):
        for each in value:
            yield from paths(each, f"{at}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            path = f"{at}.{key}" if at else key
            yield path
            yield from paths(inner, path)


def printed(*arguments: str, at: Path = ROOT) -> Any:  # noqa: ANN401  # any JSON value
    done = CliRunner().invoke(app, ["-C", str(at), *arguments])
    assert done.exit_code in {0, 1}, done.output
    return json.loads(done.stdout)


def all_paths(*runs: tuple[str, ...]) -> set[str]:
    return {path for run in runs for path in paths(printed(*run))}


def test_status() -> None:
    runs = [("status", "--json", "--by", by) for by in ("office", "level", "method", "year")]
    assert documented("fzjs status --json") == all_paths(*runs)


def test_score(tmp_path: Path) -> None:
    weighed = f"{mini.CAMPAIGN}权重: [{{一级指标: 一、制度, 分: 10, 出处: 考核办法}}]\n"
    root = mini.lay(tmp_path, {"fzjs.yaml": weighed})
    found = set(paths(printed("score", "--json", at=root)))
    runs = [("score", "--json"), ("score", "--json", "--what-if", "29", "--what-if", "31-1")]
    assert documented("fzjs score --json") == found | all_paths(*runs)


def test_todo() -> None:
    assert documented("fzjs todo --json") == all_paths(("todo", "--json"))


def test_format(tmp_path: Path) -> None:
    file = tmp_path / "说明.docx"
    file.write_bytes(hands.wps(char_space=40000))
    assert documented("fzjs format --json") == all_paths(("format", str(file), "--json"))


def test_ledger_list() -> None:
    assert documented("fzjs ledger list --json") == all_paths(("ledger", "list", "--json"))


def test_problems() -> None:
    runs = (("problem", "list", "--json", "--all"), ("problem", "list", "--json"))
    assert documented("fzjs problem list --json") == all_paths(*runs)


def test_calendar(tmp_path: Path) -> None:
    files = {
        "fzjs.yaml": f"{mini.CAMPAIGN}示例: 是\n基准日: 2021-02-01\n",
        "evidence/日程/2021.yaml": "办理: [{任务: 季度点评, 期: 2021-1季度, 日期: 2021-03-01}]\n",
    }
    root = mini.lay(tmp_path, files)
    early = set(paths(printed("calendar", "--json", at=root)))
    assert documented("fzjs calendar --json") == all_paths(("calendar", "--json")) | early


def test_review() -> None:
    assert documented("fzjs review --json") == all_paths(("review", "--json"))


def test_remind() -> None:
    assert documented("fzjs remind --json") == all_paths(("remind", "--json"))


def test_declare(tmp_path: Path) -> None:
    example = set(paths(printed("declare", "--json", at=ROOT / "examples" / "county-application")))
    root = mini.lay(tmp_path, {"evidence/申报/甲.yaml": mini.declared(f"数据: {'0' * 40}")})
    mini.git(root, "init", "-q")
    mini.git(root, "add", "-A")
    mini.git(root, "commit", "-qm", "甲")
    now = mini.git(root, "rev-parse", "HEAD").strip()
    mini.put(root, "evidence/申报/甲.yaml", mini.declared(f"数据: {now}"))
    frozen = set(paths(printed("declare", "--json", at=root)))
    assert documented("fzjs declare --json") == example | frozen


def test_org(tmp_path: Path) -> None:
    moved = mini.CAMPAIGN.replace("丙科]", "{名称: 丙科, 责任人: 李某}]") + (
        "人员变动: [{科室: 丙科, 原: 王某, 现: 李某, 日期: 2021-02-20, 移交: {欠件: 3}}]\n"
    )
    root = mini.lay(tmp_path, {"fzjs.yaml": moved})
    of_changes = set(paths(printed("org", "--json", at=root)))
    assert documented("fzjs org --json") == all_paths(("org", "--json")) | of_changes


def test_org_handover() -> None:
    offices = ("法制仲裁科", "行政财务装备科", "基层科", "普法与依法治理科")
    runs = [("org", "handover", office, "--json") for office in offices]
    assert documented("fzjs org handover --json") == all_paths(*runs)


def test_migrate(tmp_path: Path) -> None:
    for name in ("indicators", "fzjs.yaml"):
        place = ROOT / name
        (shutil.copytree if place.is_dir() else shutil.copy)(place, tmp_path / name)
    new = str(ROOT / "examples" / "pingdingshan-education")
    found = set(paths(printed("migrate", new, "--json", at=tmp_path)))
    assert documented("fzjs migrate --json") == found


def test_show(tmp_path: Path) -> None:
    numbers = ("31", "32", "39", "45", "73", "74", "加分1")
    runs = [("show", number, "--json") for number in numbers]
    task = "{编号: 1, 内容: 甲, 责任科室: [乙科], 工作任务: [{方法: 实地核查, 内容: 看现场}]}"
    root = mini.lay(tmp_path, {"indicators/01.yaml": mini.plan(task)})
    of_tasks = set(paths(printed("show", "1", "--json", at=root)))
    assert documented("fzjs show --json") == all_paths(*runs) | of_tasks


def test_show_entry(tmp_path: Path) -> None:
    root = mini.lay(
        tmp_path,
        {
            mini.ENTRY: mini.entry(
                "{资料: 1-1, 年度: 2020, 页: 1, 摘录: 甲, 点到: [2]}",
                {"事由": "没有发生", "更正": "[{日期: 2021-02-24, 理由: 改了字}]"},
            ),
            mini.OTHER: mini.entry("8-2 2020", {"公开": "[{网址: https://a.example}]"}),
            "evidence/督导/2021-02-检查.yaml": (
                "类型: 检查\n日期: 2021-02-26\n问题:\n- {编号: 1, 条目: 乙科/条目, 问题: 缺章, "
                "责任科室: 乙科, 时限: 2021-03-20, 处理: []}\n"
            ),
        },
    )
    mini.review(root)
    found = set(paths(printed("show", "乙科/条目", "--json", at=root)))
    suggesting = ("show", "政治部/权责清单和公共服务事项清单", "--json")
    assert documented("fzjs show 条目 --json") == found | all_paths(suggesting)


def test_check(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "evidence", tmp_path / "evidence")).parent
    shutil.copytree(ROOT / "indicators", copy / "indicators")
    settings = (ROOT / "fzjs.yaml").read_text(encoding="utf-8")
    changed = settings + "规则: [{名称: due-overdue, 级别: 提示, 理由: 样例}]\n"
    (copy / "fzjs.yaml").write_text(changed, encoding="utf-8")
    entry = next(
        path
        for path in sorted(copy.glob("evidence/*/*.yaml"))
        if re.search("^状态: 已提交", text := path.read_text(encoding="utf-8"), re.MULTILINE)
        and "事由:" in text
    )
    shutil.copy(entry, entry.with_stem(f"{entry.stem}-又一份"))
    found = set(paths(printed("check", "--format", "json", at=copy)))
    assert documented("fzjs check --format json") == found


def test_rollup(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "各局" / "甲", {})
    for name in ("乙", "丙"):
        out = str(tmp_path / "各局" / name)
        done = CliRunner().invoke(app, ["-C", str(root), "export", "--jsonl", "-o", out])
        assert done.exit_code == 0, done.output
    (tmp_path / "各局" / "丁").mkdir()
    found = set(paths(printed("rollup", "各局", "--json", at=tmp_path)))
    assert documented("fzjs rollup --json") == found


def test_export() -> None:
    named, found = documented("fzjs export --json"), all_paths(("export", "--json"))
    rows = {path for path in found if not any(path.startswith(place) for place in RECORDS)}
    assert {path for path in named if not any(path.startswith(p) for p in RECORDS)} == rows
    for place, model in RECORDS.items():
        extra = {path.removeprefix(place) for path in named if path.startswith(place)}
        keys = {path.removeprefix(place) for path in found if path.startswith(place)}
        top = {key for key in keys if not re.search(r"[.\[]", key)}
        aliases = {str(field.alias) for field in model.model_fields.values()}
        assert extra <= top, place
        assert top <= extra | aliases, place


@pytest.mark.parametrize(
    "command", re.findall(r"^## (.+)$", TEXT, re.MULTILINE), ids=lambda name: name.split()[1]
)
def test_excerpts_show_documented_keys(command: str) -> None:
    blocks = re.findall(r"```json\n(.*?)```", section(command), re.DOTALL)
    assert blocks
    known = documented(command)
    for block in blocks:
        shown = json.loads(block)
        inner = "科室[]" if command == "fzjs todo --json" else ""
        assert set(paths(shown, inner)) <= known


def test_template(tmp_path: Path) -> None:
    assert documented("fzjs template vars --json") == all_paths(("template", "vars", "--json"))
    found = all_paths(("template", "vars", "statement", "--json"))
    assert documented("fzjs template vars 模板 --json") == found
    root = mini.lay(tmp_path, {"templates/summary.md.j2": "{{ 单伟 }}\n"})
    found = set(paths(printed("template", "check", "--json", at=root)))
    assert documented("fzjs template check --json") == found
