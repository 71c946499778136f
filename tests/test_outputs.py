"""What `fzjs check` prints and writes: excerpts, folds, forges, what must not be shown.

`FZJS_REWRITE=1 python3 tools/start.py test tests/test_outputs.py` rewrites `tests/golden/check.*`;
the difference is read in review.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs import __version__
from fzjs.check import check
from fzjs.diagnostic import Diagnostic, Location, Report, Severity
from fzjs.output import github, gitlab, markdown, sarif, text
from fzjs.output.excerpt import excerpt
from fzjs.tree import Tree

HERE = Path(__file__).parent
DATA = HERE / "data"
GOLDEN = {
    "text": "check.txt",
    "line": "check.line.txt",
    "github": "check.github.txt",
    "gitlab": "check.gitlab.json",
    "sarif": "check.sarif.json",
    "markdown": "check.md",
    "json": "check.json",
}
PHONE = "138" + "0013" + "8000"
SETTINGS = mini.CAMPAIGN + (
    "基准日: 2021-03-02\n"
    "规则:\n"
    "- {名称: due-overdue, 级别: 关闭, 理由: 样例}\n"
    "- {名称: evidence-undated, 级别: 提示, 理由: 样例}\n"
)
FAULTS: dict[str, str | bytes] = {
    "fzjs.yaml": SETTINGS,
    mini.ENTRY: mini.entry("1-1 2020 2; 1-9 2021").replace("种类: 情况说明", "种类: 情况说名"),
    mini.OTHER: mini.entry("1-1 2021 3", {"落款日期": None}) + f"# 经办人电话 {PHONE}\n",
    mini.ELSEWHERE: "事由: 甲\n种类: 文件\n对应:\n" + "- {资料: 7-1 ,年度：2020}\n" * 5,
    "evidence/丙科/冲突.yaml": "<<<<<<< HEAD\n事由: 甲\n=======\n事由: 乙\n>>>>>>> 丙科\n",
    "evidence/丙科/放错.txt": "x",
}


def found(
    message: str, file: str = "evidence/甲/a.yaml", line: int = 1, level: str = "错误"
) -> Diagnostic:
    return Diagnostic("evidence-unsealed", Severity(level), message, Location(file, line), "改")


def report(*diagnostics: Diagnostic, texts: dict[str, str] | None = None) -> Report:
    return Report(diagnostics, 1, texts or {})


def checked(root: Path, form: str) -> str:
    """Give what a format prints of a folder."""
    stream = io.StringIO()
    importlib.import_module(f"fzjs.output.{form}").write(check(Tree(root)), stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small repository with a fault of many kinds that no test changes."""
    return mini.lay(tmp_path_factory.mktemp("库") / "某局", FAULTS)


@pytest.mark.parametrize("form", GOLDEN)
def test_golden(fzjs: Run, faulty: Path, form: str) -> None:
    done = fzjs("check", "--format", form, at=faulty)
    assert done.returncode == 1, done.stderr
    printed = done.stdout.replace(f'"version": "{__version__}"', '"version": "‹版本›"')
    # A rule's page is held where the pages are.
    printed = re.sub(r'"(text|markdown)": ".*\*?查什么.*"', r'"\1": "‹说明›"', printed)
    path = HERE / "golden" / GOLDEN[form]
    if os.environ.get("FZJS_REWRITE") == "1":
        path.write_text(printed, "utf-8")
    assert printed == path.read_text("utf-8"), f"FZJS_REWRITE=1 rewrites {path.name}"


# The excerpt


@pytest.mark.parametrize(
    ("line", "column", "shown", "marked"),
    [
        ("种类: 情况说名", 5, "种类: 情况说名", "情"),
        ("a: b", 1, "a: b", "a"),
        ("a:\tb", 4, "a:    b", "b"),
        ("中\t文", 3, "中    文", "文"),
        ("a: \u202eb", 5, "a: <U+202E>b", "b"),
        ("a: b", 5, "a: b", ""),
    ],
)
def test_the_caret_stands_under_the_cell(line: str, column: int, shown: str, marked: str) -> None:
    above, caret = excerpt(line, column, 4)
    assert above == shown
    assert caret == " " * cell_len(above[: above.index(marked)] if marked else above) + "^"


@pytest.mark.parametrize("column", [1, 2, 39, 40, 200, 399, 400, 401])
@pytest.mark.parametrize("mark", ["一", "x"])
def test_a_long_line_is_a_window_around_the_place(mark: str, column: int) -> None:
    line = mark * 400
    line = line[: column - 1] + "点" + line[column:]
    above, caret = excerpt(line, column, 4)
    assert cell_len(above) <= 75
    assert cell_len(above) >= 70
    assert above[0] == "…" or column < 75
    assert above[-1] == "…" or column > 330
    assert cell_len(above.partition("点")[0]) == len(caret) - 1


@given(st.text(max_size=300), st.integers(1, 301))
def test_any_line_at_any_place_fits(line: str, column: int) -> None:
    shown = excerpt(line, column, 4)
    assert all(cell_len(each) <= 75 for each in shown)
    assert not shown or set(shown[1][:-1]) <= {" "}
    assert all(each.isprintable() or each == "\u3000" for each in "".join(shown) if each < "\xa0")


@pytest.mark.parametrize("line", ["", "   ", "\udcb0\udca1"])
def test_nothing_to_show_is_no_excerpt(line: str) -> None:
    assert excerpt(line, 1, 4) == ()


def test_no_excerpt_is_wider_than_the_terminal(fzjs: Run, faulty: Path) -> None:
    lines = fzjs("check", at=faulty).stdout.splitlines()
    carets = [n for n, line in enumerate(lines) if line.strip() == "^"]
    assert len(carets) > 3
    assert all(cell_len(lines[n - 1]) < 80 and len(lines[n]) < 80 for n in carets)


# What must not be shown


@pytest.mark.parametrize("form", GOLDEN)
def test_no_format_shows_the_number_of_a_person(tmp_path: Path, form: str) -> None:
    broken = f"事由：经办人电话{PHONE}\n备注: 电话：3322110\n"
    printed = checked(mini.lay(tmp_path, {**FAULTS, mini.ENTRY: broken}), form)
    assert "text-personal-data" in printed
    assert PHONE not in unquote(printed)
    assert PHONE[3:] not in printed
    assert "3322110" not in printed


HIDDEN = (
    "事由: 绝不外传的题目\n种类: 佐证材料\n对应:\n"
    "- {资料: 7-9, 年度: 2020, 摘录: 绝不外传的话}\n涉密: {登记号: 示密1, 密级: 秘密, 保管: 室}\n"
)


@pytest.mark.parametrize("form", GOLDEN)
@pytest.mark.parametrize(
    "entry",
    [
        HIDDEN,
        HIDDEN.replace("事由: ", "事由："),
        HIDDEN.replace("事由: 绝不", "事由: 一 #绝不"),
        HIDDEN.replace("题目", '题目: "又一'),
        HIDDEN.replace("{资料", "{ 资料 ：").replace("话}", "话"),
        HIDDEN.replace("种类: 佐证材料", "种类: 绝不外传的种类"),
        "<<<<<<< HEAD\n" + HIDDEN,
    ],
)
def test_no_format_shows_what_a_secret_entry_says(tmp_path: Path, entry: str, form: str) -> None:
    printed = checked(mini.lay(tmp_path, {mini.ENTRY: entry}), form)
    assert mini.ENTRY in unquote(printed)
    assert "绝不" not in printed
    assert "外传" not in printed


def test_a_file_is_searched_for_secrets_once_however_much_is_wrong_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    monkeypatch.setattr(
        "fzjs.check.secret",
        lambda text: bool(searched.append(text)),  # None: not secret
    )
    wrong = mini.entry("1-1 2020 2", {"种类": "情况说名", "状态": "交了", "落款日期": "去年"})
    found = check(Tree(mini.lay(tmp_path, {mini.ENTRY: wrong}))).diagnostics
    assert len([each for each in found if each.location.file == mini.ENTRY]) > 1
    assert searched.count(wrong) == 1


def test_an_entry_that_is_not_secret_has_its_lines(fzjs: Run, tmp_path: Path) -> None:
    entry = mini.entry("1-1 2020 2", {"事由": "涉密人员管理", "种类": "情况说名"})
    assert "种类: 情况说名\n" in fzjs("check", at=mini.lay(tmp_path, {mini.ENTRY: entry})).stdout


@pytest.mark.parametrize("form", GOLDEN)
def test_nothing_in_data_steers_a_terminal_or_a_log(tmp_path: Path, form: str) -> None:
    name = "evidence/乙科/甲\x1b[31m\n::error::乙.yaml"
    entry = mini.entry("1-1 2020 2", {"种类": '"说\\e[31m\\n::error::\\u202e"'})
    printed = checked(mini.lay(tmp_path, {name: entry}), form)
    assert "::error::" in unquote(printed)
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "\n::error::" not in printed


# For people


def test_colour_only_on_a_terminal(faulty: Path) -> None:
    pty = pytest.importorskip("pty")
    command = [sys.executable, "-m", "fzjs", "check"]
    environment = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "GITHUB_ACTIONS"}}
    environment |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    piped = subprocess.run(
        command, cwd=faulty, env=environment, capture_output=True, timeout=60, check=False
    )
    assert b"\x1b" not in piped.stdout
    parent, child = pty.openpty()
    with subprocess.Popen(command, cwd=faulty, env=environment, stdout=child) as process:
        os.close(child)
        seen = b""
        try:
            while block := os.read(parent, 65536):
                seen += block
        except OSError:
            pass  # a terminal whose other side is closed
        assert process.wait(timeout=60) == 1
    os.close(parent)
    assert b"\x1b[31m" in seen
    plain = re.sub(rb"\x1b\[[0-9;]*m", b"", seen).replace(b"\r\n", b"\n")
    assert plain == piped.stdout


def test_repeats_are_one_finding_with_all_places() -> None:
    many = [found("没有盖章", line=n) for n in (2, 4, 6, 8)]
    printed = text.styled(report(*many, found("别的", line=5))).plain
    assert printed.count("没有盖章") == 1
    assert "同样的还有3处：4:1、6:1、8:1" in printed
    assert printed.index("没有盖章") < printed.index("别的")
    few = text.styled(report(*many[:3])).plain
    assert few.count("没有盖章") == 3


def test_files_with_errors_come_last_each_named_by_its_worst_place() -> None:
    printed = text.styled(
        report(
            found("甲", "a.yaml", 1, "提示"),
            found("乙", "a.yaml", 7),
            found("丙", "b.yaml", 3, "警告"),
            found("丁", "c.yaml", 2),
        )
    ).plain
    assert re.findall(r"^(\S+:\d+:1)$", printed, re.MULTILINE) == [
        "b.yaml:3:1",
        "a.yaml:7:1",
        "c.yaml:2:1",
    ]


def _bare(printed: str) -> str:
    """Give a text without blanks, as lines may be broken anywhere."""
    return re.sub(r"\s", "", printed)


def test_a_level_that_the_campaign_changes_is_said(fzjs: Run, faulty: Path, tmp_path: Path) -> None:
    said = "改了2条规则的级别：due-overdue 警告改为关闭、evidence-undated 错误改为提示"
    for form in ("text", "line", "github", "markdown"):
        assert _bare(said) in _bare(fzjs("check", "--format", form, at=faulty).stdout)
    listed = json.loads(fzjs("check", "--format", "json", at=faulty).stdout)["改级别"]
    assert listed[0] == {"规则": "due-overdue", "原级别": "警告", "级别": "关闭"}
    usual = mini.CAMPAIGN + "规则: [{名称: due-overdue, 级别: 警告, 理由: 没有改}]\n"
    root = mini.lay(tmp_path, {"fzjs.yaml": usual})
    assert "条规则的级别" not in fzjs("check", at=root).stdout


# For machines


def written(module: ModuleType, *diagnostics: Diagnostic) -> str:
    stream = io.StringIO()
    module.write(report(*diagnostics), stream)
    return stream.getvalue()


def test_sarif_keeps_to_its_schema(fzjs: Run, faulty: Path) -> None:
    log = json.loads(fzjs("check", "--format", "sarif", at=faulty).stdout)
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri) in {*FAULTS, "evidence/丙科/放错.txt"}
    assert str(faulty) not in json.dumps(log, ensure_ascii=False)
    assert all(rule["help"]["markdown"].startswith("# ") for rule in rules)


def test_sarif_makes_no_link_of_data() -> None:
    log = json.loads(written(sarif, found("看[这里](http://example.invalid)")))
    assert "](" not in log["runs"][0]["results"][0]["message"]["text"]


def test_gitlab_keeps_to_its_fields(fzjs: Run, faulty: Path) -> None:
    data = json.loads(fzjs("check", "--format", "gitlab", at=faulty).stdout)
    schema = json.loads((DATA / "gitlab-code-quality.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(data)
    fingerprints = [each["fingerprint"] for each in data]
    assert len(set(fingerprints)) == len(fingerprints) > 5


def test_a_finding_keeps_its_fingerprint_when_lines_shift() -> None:
    def prints(*diagnostics: Diagnostic) -> list[str]:
        return [each["fingerprint"] for each in json.loads(written(gitlab, *diagnostics))]

    first = prints(found("甲", line=3), found("甲", line=5), found("乙", line=7))
    assert len(set(first)) == 3
    assert prints(found("甲", line=4), found("甲", line=6), found("乙", line=9)) == first
    assert not set(prints(found("甲", "evidence/甲/b.yaml"))) & set(first)


def test_github_sees_errors_first() -> None:
    notes = [found(f"提示{n}", line=n, level="提示") for n in range(1, 12)]
    lines = written(github, *notes, found("错", "z.yaml")).splitlines()
    assert lines[0].startswith("::error file=z.yaml,")
    assert "GitHub 每一级只标出前10处" in lines[12]
    assert "GitHub" not in written(github, found("错"))


def test_paths_for_a_forge_start_at_the_git_repository(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path / ".数据" / "某局", FAULTS)
    (tmp_path / ".git").mkdir()
    listed = json.loads(fzjs("check", "--format", "gitlab", at=root).stdout)
    assert all(each["location"]["path"].startswith(".数据/某局/") for each in listed)
    log = json.loads(fzjs("check", "--format", "sarif", at=root).stdout)
    places = re.findall(r'"uri": "([^"]+)"', json.dumps(log))
    assert places
    assert all(unquote(place).startswith(".数据/某局/") for place in places)
    assert "::error file=.数据/某局/" in fzjs("check", "--format", "github", at=root).stdout
    assert ".数据/某局" not in fzjs("check", at=root).stdout


# Markdown


HOSTILE = (
    "a | b | c",
    "<script>alert(1)</script>",
    "`x` ```y``` ~~~",
    "@all @someone #1 !2",
    "![](http://example.invalid/a.png) [x](http://example.invalid)",
    "http://example.invalid/",
    "一行\n# 又一行\n\n```\n<b>三</b>",
    "**粗** _斜_ &lt; \\",
    "</code></pre>",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_data_is_markup(words: str) -> None:
    file = f"evidence/甲/{words}.yaml"
    hostile = found(words, file)._replace(
        hint=words, related=((Location(file), words),), location=Location(file)
    )
    stream = io.StringIO()
    markdown.write(report(hostile, texts={file: words}), stream)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(stream.getvalue())
    kinds = [token.type for token in tokens]
    assert kinds == ["paragraph_open", "inline", "paragraph_close", "fence"]
    inline = [child.type for child in tokens[1].children or ()]
    assert set(inline) <= {"text", "strong_open", "strong_close"}
    flat = " ".join(words.split("\n"))
    assert tokens[-1].content.count(flat) >= 3
    assert tokens[-1].info == "text"


def test_a_comment_has_a_limit_and_says_what_it_leaves_out() -> None:
    many = [found(f"第{n}处" + "长" * 100, f"{n % 7}.yaml", n) for n in range(1, 1501)]
    note = found("不急的提示", "1.yaml", 0, "提示")
    printed = written(markdown, note, *many)
    assert "不急的提示" not in printed
    assert len(printed) <= markdown.LIMIT
    shown = len(re.findall(r"第\d+处长", printed))
    assert 300 < shown < 1500
    assert f"还有{1501 - shown}处没有列出" in printed
    assert printed.count("\n```") % 2 == 0
    assert "没有列出" not in written(markdown, *many[:50])


# Files


def test_reports_are_written_beside_the_log(fzjs: Run, faulty: Path, tmp_path: Path) -> None:
    usual = fzjs("check", at=faulty)
    done = fzjs(
        "check",
        *("--report", f"gitlab={tmp_path / 'gl.json'}"),
        *("--report", f"sarif={tmp_path / '新' / 'a=b.sarif'}"),
        at=faulty,
    )
    assert (done.returncode, done.stdout) == (1, usual.stdout)
    listed = (tmp_path / "gl.json").read_text("utf-8")
    assert listed == fzjs("check", "--format", "gitlab", at=faulty).stdout
    assert json.loads((tmp_path / "新" / "a=b.sarif").read_text("utf-8"))["runs"]
    assert {path.name for path in tmp_path.iterdir()} == {"gl.json", "新"}


@pytest.mark.parametrize("given", ["gl.json", "gitlab=", "=a.json", "gitlib=a.json", "gitlab：a"])
def test_a_report_that_is_not_understood_writes_nothing(
    fzjs: Run, faulty: Path, tmp_path: Path, given: str
) -> None:
    done = fzjs("-C", str(faulty), "check", "--report", given, at=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"“{given}”看不懂" in done.stderr
    assert "gitlab=gl-code-quality.json" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_written_is_said(fzjs: Run, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", "utf-8")
    done = fzjs("check", "--report", f"json={tmp_path / '文件' / 'a.json'}", at=faulty)
    assert done.returncode == 2
    assert "写不了" in done.stderr


# Pointers


POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 5\n"
OID = "4665a5ea" * 8


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        (POINTER.format(OID), ""),
        (POINTER.format(OID).replace("\n", "\r\n"), ""),
        (POINTER.format("0" * 64), f"写 sha256: {'0' * 64}"),
        (POINTER.format(OID[:40]), "指针坏了"),
        (POINTER.format(OID).replace("size 5\n", ""), "指针坏了"),
        ("<<<<<<< HEAD\n" + POINTER.format(OID), "与登记时不一样"),
    ],
)
def test_an_attachment_that_is_a_pointer(
    fzjs: Run, tmp_path: Path, pointer: str, words: str
) -> None:
    paper = f"[{{路径: 附件/甲.pdf, sha256: {OID}, 字数: 480}}]"
    entry = mini.entry("1-1 2020 2", {"附件": paper})
    files = {mini.ENTRY: entry, "evidence/乙科/附件/甲.pdf": pointer}
    printed = fzjs("check", "乙科", at=mini.lay(tmp_path, files)).stdout
    assert ("attachment-hash-differs" in printed) is bool(words)
    assert _bare(words) in _bare(printed)
    assert "attachment-missing" not in printed


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes have other names there")
def test_a_report_goes_where_a_device_or_a_link_leads(
    fzjs: Run, faulty: Path, tmp_path: Path
) -> None:
    usual = fzjs("check", "--format", "line", at=faulty).stdout
    done = fzjs("check", "--format", "line", "--report", "line=/dev/stdout", at=faulty)
    assert done.stdout == usual * 2
    (tmp_path / "空").symlink_to(os.devnull)
    (tmp_path / "真.txt").write_text("旧", "utf-8")
    (tmp_path / "链接").symlink_to("真.txt")
    for name in ("空", "链接"):
        assert fzjs("check", "--report", f"line={tmp_path / name}", at=faulty).returncode == 1
        assert (tmp_path / name).is_symlink()
    assert Path(os.devnull).is_char_device()
    assert (tmp_path / "真.txt").read_text("utf-8") == usual


def test_a_report_takes_the_place_of_no_record(fzjs: Run, campaign: Path) -> None:
    record = next((campaign / "evidence").rglob("*.yaml"))
    for name in ("fzjs.yaml", "indicators/新.yaml", str(record), ".git/config"):
        before = (campaign / name).read_bytes() if (campaign / name).exists() else None
        done = fzjs("check", "--report", f"json={name}", at=campaign)
        assert (done.returncode, "是数据仓库自己的文件，不覆盖" in done.stderr) == (2, True)
        assert before == ((campaign / name).read_bytes() if before else None)
    assert not (campaign / "indicators/新.yaml").exists()


def test_data_and_names_give_a_runner_no_command(fzjs: Run, campaign: Path) -> None:
    folder = next(path for path in (campaign / "evidence").iterdir() if path.is_dir())
    (folder / "甲\n::error ::乙.yaml").write_text("事由：x\n", "utf-8")
    (folder / "丙.yaml").write_text("事由: 丁\n::error ::x：y\n", "utf-8")
    for form in ("text", "line", "markdown"):
        done = fzjs("check", "--format", form, at=campaign, GITHUB_ACTIONS="true")
        assert "error ::" in done.stdout
        assert not re.search(r"^\s*::", done.stdout, re.MULTILINE)
    done = fzjs("show", f"{folder.name}/甲\n::error ::乙", at=campaign, GITHUB_ACTIONS="true")
    assert "::error ::乙" in done.stderr
    assert not re.search(r"^\s*::", done.stderr, re.MULTILINE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to try it on")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nonsense 2>/dev/full", ""),
        ("check >/dev/full", "输出写不出去：磁盘满了"),
        ("check --help >/dev/full", "输出写不出去：磁盘满了"),
        ("--version >/dev/full", "输出写不出去：磁盘满了"),
        ("report summary >/dev/full", "已经写好了，只是印不出来：磁盘满了"),
    ],
)
def test_where_nothing_can_be_printed(campaign: Path, words: str, said: str) -> None:
    command = f'"{sys.executable}" -m fzjs {words}'
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=campaign,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, said in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr


def test_a_link_to_the_repository_names_files_as_git_does(
    fzjs: Run, faulty: Path, tmp_path: Path
) -> None:
    (faulty / ".git").mkdir(exist_ok=True)
    link = tmp_path / "某处" / "链接"
    link.parent.mkdir()
    (link.parent / ".git").mkdir()
    link.symlink_to(faulty, target_is_directory=True)
    usual = fzjs("check", "--format", "gitlab", at=faulty).stdout
    assert fzjs("-C", str(link), "check", "--format", "gitlab", at=tmp_path).stdout == usual
