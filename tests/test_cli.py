"""The command line from outside: real processes, exit codes, pipes, widths, Chinese paths."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml
from rich.cells import cell_len

from conftest import ROOT, Run
from fzjs.cli.app import app
from fzjs.cli.table import TABLE, Entry

COMMANDS = (
    "import", "init", "status", "todo", "show", "add", "check", "explain", "export", "schema",
    "report", "rollup",
)  # fmt: skip
READING = (
    ("status",),
    ("status", "--json"),
    ("todo",),
    ("show", "31"),
    ("show", "政治部/权责清单和公共服务事项清单"),
    ("check",),
    ("export", "--json"),
    ("rollup", "."),
)


def test_help_is_chinese(fzjs: Run, tmp_path: Path) -> None:
    pages = [fzjs("--help", at=tmp_path), *(fzjs(name, "-h", at=tmp_path) for name in COMMANDS)]
    for page in pages:
        assert page.returncode == 0
        assert page.stdout.startswith("用法：fzjs")
        assert not re.search(r"Usage|Options|Arguments|Commands|Show this|default:", page.stdout)
    assert all(name in pages[0].stdout for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("stat",), "没有“stat”这个命令。是不是 status？"),
        (("status", "--offce", "x"), "没有“--offce”这个选项。是不是 --office？"),
        (("status", "x"), "多写了“x”"),
        (("status", "--by", "月"), "--by 不能写“月”"),
        (("status", "--office", "法制仲才科"), "是不是“法制仲裁科”？"),
        (("show",), "缺少“编号或条目”"),
        (("show", "131"), "没有第“131”项指标"),
        (("check", "--format", "xml"), "不能写“xml”，可以写：text, line, github, gitlab"),
        (("explain", "evidence-unseal"), "是不是“evidence-unsealed”？"),
        (("explain", "sealed"), "是不是“evidence-unsealed”？"),
        (("export",), "fzjs export --json"),
        (("schema", "evidenc"), "是不是“evidence”？"),
        (("report", "statement", "31"), "--year"),
        (("report", "statement", "31", "--year", "去年"), "这里要写整数"),
        (
            ("report", "statement", "evidence/法制仲裁科/无此件.yaml"),
            "没有“evidence/法制仲裁科/无此件.yaml”",
        ),
        (("report", "summary", "--office", "保卫科"), "没有“保卫科”这个科室"),
    ],
)
def test_wrong_usage_is_two_and_says_what_to_type(
    fzjs: Run, shipped: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = fzjs(*arguments, at=shipped)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_no_repository_is_two(fzjs: Run, tmp_path: Path) -> None:
    done = fzjs("status", at=tmp_path)
    assert done.returncode == 2
    assert "找不到 fzjs.yaml" in done.stderr
    assert "fzjs -C" in done.stderr


def test_the_root_is_found_upward_and_by_option(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    here = fzjs("status", at=shipped)
    assert here.returncode == 0, here.stderr
    assert fzjs("status", at=shipped / "evidence").stdout == here.stdout
    assert fzjs("-C", str(shipped), "status", at=tmp_path).stdout == here.stdout


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("status", "--all"),
        ("status", "--by", "level"),
        ("status", "--by", "method"),
        ("status", "--by", "year"),
        ("status", "--office", "基层科"),
        ("todo",),
        ("show", "31"),
        ("show", "（5）"),
        ("show", "★1"),
        ("show", "法制仲裁科/2016-2020-规范性文件制定和监督管理情况说明"),
        ("show", "权责清单和公共服务事项清单"),
        ("show", "政治部/涉密登记-2021-01"),
    ],
)
def test_no_line_is_wider_than_the_terminal(
    fzjs: Run, shipped: Path, arguments: tuple[str, ...], width: int
) -> None:
    done = fzjs(*arguments, at=shipped, COLUMNS=str(width))
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= width
    assert "\x1b" not in done.stdout
    assert not re.search("[─│╭╰┃━]", done.stdout)


@pytest.mark.parametrize("by", ["office", "level", "method", "year"])
def test_number_columns_are_straight(fzjs: Run, shipped: Path, by: str) -> None:
    data = json.loads(fzjs("status", "--by", by, "--json", at=shipped).stdout)
    lines = fzjs("status", "--by", by, "--all", at=shipped).stdout.splitlines()
    header = next(line for line in lines if line.startswith(data["按"]) and "应报" in line)
    names = {
        "应报": "应报",
        "通过": "已通过",
        "待审": "待审",
        "退回": "退回",
        "待外": "待外单位",
        "未报": "未报",
        "逾期": "逾期",
    }
    edges = {
        key: cell_len(header[: header.index(title) + len(title)]) for title, key in names.items()
    }
    rows = [line for line in lines[lines.index(header) + 1 :] if re.match(r"\S", line)]
    for group, row in zip(data["分组"], rows, strict=False):
        for key, edge in edges.items():
            assert _cells(row, edge).split(" ")[-1] == str(group[key])


def _cells(line: str, width: int) -> str:
    """Give the beginning of a line that fills so many cells."""
    text = ""
    for mark in line:
        if cell_len(text) >= width:
            break
        text += mark
    return text


def test_status_fits_a_screen_and_names_who_what_and_which_year(fzjs: Run, shipped: Path) -> None:
    lines = fzjs("status", at=shipped).stdout.splitlines()
    assert len(lines) <= 22  # a terminal of 24, less the command and the next prompt
    late = [line for line in lines if line.startswith("  逾期 ")]
    assert late
    assert all(re.search(r"\d-\S+ (20\d\d|汇总|现行)", line) for line in late)


def test_json_and_screen_show_the_same_numbers(fzjs: Run, shipped: Path) -> None:
    data = json.loads(fzjs("status", "--json", at=shipped).stdout)
    screen = fzjs("status", at=shipped).stdout
    total = data["合计"]
    for name in ("应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期"):
        assert f"{name} {total[name]}" in screen
    assert total["应报"] == sum(total[n] for n in ("已通过", "待审", "退回", "待外单位", "未报"))
    summed = {
        by: json.loads(fzjs("status", "--by", by, "--json", at=shipped).stdout)
        for by in ("level", "year")
    }
    for each in summed.values():
        assert sum(row["应报"] for row in each["分组"]) == total["应报"]


def test_an_office_is_known_by_its_alias(fzjs: Run, shipped: Path) -> None:
    assert fzjs("todo", "基层科", at=shipped).stdout.startswith("基层工作指导科")


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_reading_commands_write_nothing(fzjs: Run, campaign: Path) -> None:
    entry = next((campaign / "evidence").rglob("*.yaml"))
    entry.write_bytes(entry.read_bytes() + b"# \n")
    before = _snapshot(campaign)
    for arguments in READING:
        assert fzjs(*arguments, at=campaign).returncode == 0
    assert _snapshot(campaign) == before


def test_the_shipped_campaign_passes_with_warnings(fzjs: Run, shipped: Path) -> None:
    done = fzjs("check", at=shipped)
    assert done.returncode == 0, done.stdout
    assert re.search(r"错误 0，警告 [1-9]", done.stdout)
    assert fzjs("check", "--deadline", at=shipped).returncode == 1


def test_formats(fzjs: Run, campaign: Path) -> None:
    path = campaign / "evidence" / "法制仲裁科" / "草稿, 100%: 一件.yaml"
    path.write_text(
        "事由: 一件\n种类: 情况说名\n对应: [{资料: 31-1, 年度: 汇总}]\n状态: 草稿\n", "utf-8"
    )
    where = "evidence/法制仲裁科/草稿, 100%: 一件.yaml"
    done = fzjs("check", at=campaign)
    assert done.returncode == 1
    words = (
        f"{where}:2:5\n  2:5 错误 种类：不能写“情况说名” [schema-wrong-value]\n"
        "    种类: 情况说名\n          ^\n    改法：是不是"
    )
    assert words in done.stdout
    # Errors come last, where a terminal still shows them.
    assert done.stdout.index(words) > done.stdout.rindex(" 警告 ")
    listed = json.loads(fzjs("check", "--format", "json", at=campaign).stdout)
    found = [each for each in listed["发现"] if each["文件"] == where]
    assert [(each["规则"], each["级别"], each["行"], each["列"]) for each in found] == [
        ("schema-wrong-value", "错误", 2, 5)
    ]
    assert listed["错误"] == 1
    annotations = fzjs("check", at=campaign, GITHUB_ACTIONS="true").stdout
    assert (
        "::error file=evidence/法制仲裁科/草稿%2C 100%25%3A 一件.yaml,line=2,col=5," in annotations
    )
    assert (
        "::error"
        not in fzjs("check", "--format", "text", at=campaign, GITHUB_ACTIONS="true").stdout
    )


def test_check_of_one_office_or_file(fzjs: Run, campaign: Path) -> None:
    entry = campaign / "evidence" / "立法科" / "坏.yaml"
    entry.write_text("事由：坏\n", "utf-8")
    for only in ("立法科", "evidence/立法科", "evidence/立法科/坏.yaml", "evidence\\立法科\\"):
        done = fzjs("check", only, at=campaign)
        assert done.returncode == 1
        places = re.findall(r"^(\S+):\d+:\d+$", done.stdout, re.MULTILINE)
        assert places[-1] == "evidence/立法科/坏.yaml"
        assert all(place.startswith("evidence/立法科/") for place in places)
        assert re.findall(r"^ +1:3 错误 .+\[(.+)\]$", done.stdout, re.MULTILINE) == [
            "yaml-fullwidth"
        ]
        assert "口径" not in done.stdout
    assert fzjs("check", "办公室", at=campaign).returncode == 0
    whole = fzjs("check", at=campaign).stdout
    assert fzjs("check", ".", at=campaign).stdout == whole
    for outside in (str(campaign.parent), "..", f"{campaign}/../"):
        refused = fzjs("check", outside, at=campaign)
        assert refused.returncode == 2
        assert "不在这个数据仓库" in refused.stderr
    wrong = fzjs("check", "立法课", at=campaign)
    assert wrong.returncode == 2
    assert "是不是“立法科”？" in wrong.stderr


def test_a_link_out_of_the_repository_is_not_read(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("机密的一行字", "utf-8")
    (campaign / "evidence" / "立法科" / "链接.yaml").symlink_to(secret)
    done = fzjs("check", "立法科", at=campaign)
    assert done.returncode == 1
    assert "这是链接，不是文件本身" in done.stdout
    assert "机密" not in done.stdout


def test_a_broken_entry_is_not_hidden_from_status(fzjs: Run, campaign: Path) -> None:
    (campaign / "evidence" / "法制仲裁科" / "坏.yaml").write_text("事由：坏\n", "utf-8")
    assert "1个文件有误、未计入，运行 fzjs check" in fzjs("status", at=campaign).stdout


def test_broken_indicators_give_no_numbers(fzjs: Run, campaign: Path) -> None:
    file = min((campaign / "indicators").iterdir())
    file.write_text(file.read_text("utf-8").replace("  三级指标:", "  三级指标", 1), "utf-8")
    done = fzjs("status", at=campaign)
    assert done.returncode == 2
    assert f"indicators/{file.name}:" in done.stderr
    assert done.stdout == ""
    assert fzjs("check", at=campaign).returncode == 1


def test_gbk_console(fzjs: Run, shipped: Path) -> None:
    for arguments in READING:
        done = fzjs(*arguments, at=shipped, encoding="gbk")
        assert done.returncode == 0, done.stderr
    assert "示例市司法局" in fzjs("status", at=shipped, encoding="gbk").stdout


def test_a_pipe_that_closes_early_is_no_error(shipped: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "fzjs", "export", "--json"],
        cwd=shipped,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_same_commit_and_date_give_the_same_bytes(fzjs: Run, shipped: Path) -> None:
    for arguments in READING:
        first = fzjs(*arguments, at=shipped, PYTHONHASHSEED="1")
        assert first.stdout == fzjs(*arguments, at=shipped, PYTHONHASHSEED="2").stdout


def test_works_without_libyaml(fzjs: Run, shipped: Path) -> None:
    program = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "import yaml; assert not yaml.__with_libyaml__\n"
        "from fzjs.cli.app import run; sys.exit(run(['status']))"
    )
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=shipped, env=environment,
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout == fzjs("status", at=shipped).stdout


def test_export_holds_everything_in_plan_order(fzjs: Run, shipped: Path) -> None:
    data = json.loads(fzjs("export", "--json", at=shipped).stdout)
    assert list(data) == ["创建活动", "指标", "佐证", "应报件"]
    gold = json.loads((ROOT / "tests/data/puyang-justice-2020.json").read_text("utf-8"))
    assert [row["编号"] for row in data["指标"]] == [row["no"] for row in gold]
    assert [row["一级指标"] for row in data["指标"]] == [row["l1"] for row in gold]
    entries = [
        p for p in (shipped / "evidence").glob("*/*.yaml") if p.parent.name not in {"督导", "催办"}
    ]
    assert len(data["佐证"]) == len(entries)
    status = json.loads(fzjs("status", "--json", at=shipped).stdout)["合计"]
    assert len(data["应报件"]) == status["应报"] + status["不适用"]


def test_schema_files_are_those_shipped(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    assert fzjs("schema", "-o", str(tmp_path), at=shipped).returncode == 0
    made = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_text("utf-8") for path in (ROOT / "schema").iterdir()}


def test_todo_of_every_office_is_short_until_all_is_asked_for(fzjs: Run, shipped: Path) -> None:
    short = fzjs("todo", at=shipped).stdout
    whole = fzjs("todo", "--all", at=shipped).stdout
    owing = [
        office["科室"] for office in json.loads(fzjs("todo", "--json", at=shipped).stdout)["科室"]
    ]
    assert len(short.splitlines()) <= 5 * len(owing) + 2 < len(whole.splitlines())
    assert "  另有66行：fzjs todo 办公室 看全部\n" in short
    for text in (short, whole):
        lines = text.splitlines()
        assert [name for name in owing if any(each.startswith(f"{name}   应报") for each in lines)]
        assert max(map(cell_len, lines)) <= 80
    assert "另有" not in fzjs("todo", "办公室", at=shipped).stdout


def test_explain_lists_and_shows(fzjs: Run, tmp_path: Path) -> None:
    names = [line.split()[0] for line in fzjs("explain", at=tmp_path).stdout.splitlines()]
    assert len(names) >= 15
    page = fzjs("explain", "evidence-unsealed", at=tmp_path).stdout
    assert "附件1 三.2" in page
    assert all(head in page for head in ("查什么", "为什么", "怎么改"))


def test_exported_fingerprints_are_what_a_review_records(fzjs: Run, shipped: Path) -> None:
    data = json.loads(fzjs("export", "--json", at=shipped).stdout)
    passed = [entry for entry in data["佐证"] if entry["现状"] == "已通过"]
    assert len(passed) > 100
    for entry in passed:
        file = shipped / "evidence" / "审核" / f"{entry['条目']}.yaml"
        review = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)["审核"][-1]  # noqa: S506  # text only
        now = entry["审核指纹"]
        assert review["指纹"] == now["指纹"]
        assert {c["指纹"] for c in review["对应"]} == {c["指纹"] for c in now["对应"]}


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.name)
def test_the_table_of_commands_says_what_each_says_of_itself(entry: Entry) -> None:
    command = typer.main.get_command(app).commands[entry.name]  # type: ignore[attr-defined]  # a group's
    assert command.name == entry.name
    assert " ".join(command.get_short_help_str(500).split()) == entry.help


def test_the_help_of_a_command_costs_nothing_of_what_it_does() -> None:
    code = (
        "import sys; from fzjs.cli.app import run; from fzjs.cli.table import TABLE;"
        "few = {'history', 'diff', 'rollup'};"  # their help tells what only their data's code knows
        "[run([entry.name, '--help']) for entry in TABLE if entry.name not in few];"
        "run(['report', 'statement', '--help']);"
        "heavy = {'yaml', 'rich.console', 'jinja2', 'docx', 'lxml'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_list_of_commands_costs_no_command() -> None:
    code = (
        "import sys; from fzjs.cli.app import run; run(['--help']);"
        "heavy = {'pydantic', 'yaml', 'rich.console', 'jinja2', 'docx', 'lxml'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
