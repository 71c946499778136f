"""Files that nobody finished: a merge left halfway, an entry that was cut off."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import mini
from conftest import Run
from fzjs.source import read

PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "python"])
ROW = "=" * 7


@PARSERS
@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (f"甲: 1\n<<<<<<< HEAD\n乙: 2\n{ROW}\n乙：3\n>>>>>>> 支\n", 2),
        (f"<<<<<<< HEAD\n- 甲\n||||||| 1a2b3c4\n- 乙\n{ROW}\n- 丙\n>>>>>>> 支\n", 1),
        (f"甲: |\n  一\n<<<<<<< HEAD\n  二\n{ROW}\n  三\n>>>>>>> 支\n", 3),
        (f'甲: "一\n<<<<<<< HEAD\n  二\n{ROW}\n  三\n>>>>>>> 支\n  四"\n', 2),
        (f"甲: [1,\n<<<<<<< HEAD\n2\n{ROW}\n3\n>>>>>>> 支\n]\n", 2),
        (f"甲: 1\n{ROW}\n乙: 2\n", 2),
        ("甲: 1\n>>>>>>> 支\n", 2),
        ("甲: 1\n|||||||\n乙: 2\n", 2),
        (f"甲: 1\r\n<<<<<<< HEAD\r\n乙: 2\r\n{ROW}\r\n", 2),
    ],
)
def test_a_conflict_is_one_finding_at_its_first_marker(raw: str, line: int, *, pure: bool) -> None:
    source = read(raw.encode(), "a.yaml", pure=pure)
    found = [fault for fault in source.faults if fault.rule != "yaml-crlf"]
    assert [(f.rule, f.location.line, f.location.column) for f in found] == [
        ("yaml-conflict", line, 1)
    ]
    assert f"第{line}" in found[0].hint
    assert source.data is None


@PARSERS
@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (f"甲: |\n  一\n  {ROW}\n  二\n", f"一\n{ROW}\n二\n"),
        (f"甲: |\n  <<<<<<< HEAD\n  {ROW}\n  >>>>>>> 支\n", f"<<<<<<< HEAD\n{ROW}\n>>>>>>> 支\n"),
        (f"甲: 一 {ROW} 二\n", f"一 {ROW} 二"),
        (f'甲: "一\n\n{ROW}\n\n二"\n', f"一\n{ROW}\n二"),
        ("甲: ========\n", "========"),
    ],
)
def test_a_row_of_marks_in_a_text_is_text(raw: str, value: str, *, pure: bool) -> None:
    source = read(raw.encode(), "a.yaml", pure=pure)
    assert source.faults == ()
    assert source.data == {"甲": value}


def test_what_git_leaves_of_a_merge(fzjs: Run, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020 2", {"落款日期": "2021-02-01"})})

    def git(*arguments: str, check: bool = True) -> None:
        identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
        command = ["git", "-C", str(root), *identity, *arguments]
        subprocess.run(command, check=check, capture_output=True, timeout=60)

    def dated(day: str) -> None:
        mini.put(root, mini.ENTRY, mini.entry("1-1 2020 2", {"落款日期": day}))
        git("commit", "--quiet", "--all", "--message", day)

    git("init", "--quiet", "--initial-branch", "甲")
    git("add", ".")
    git("commit", "--quiet", "--message", "始")
    git("switch", "--quiet", "--create", "乙")
    dated("2021-02-02")
    git("switch", "--quiet", "甲")
    dated("2021-02-03")
    git("merge", "乙", check=False)
    assert "<<<<<<< HEAD" in (root / mini.ENTRY).read_text("utf-8")
    done = fzjs("check", "乙科", at=root)
    assert done.returncode == 1
    assert "错误 1，" in done.stdout
    assert "合并冲突没有处理完：留着 git 的标记“<<<<<<< HEAD” [yaml-conflict]" in done.stdout
    assert "删去3行标记（第3、5、7行）" in re.sub(r"\n +", "", done.stdout)


WHOLE = """\
事由: 2020年度行政规范性文件合法性审核
种类: 情况说明
对应:
- {资料: 31-2甲, 年度: 2020, 页: 1-2, 摘录: "全年审核12件，审核率100%"}
- 资料: 29-1
  年度: 2020
  点到: [32, 33]
落款日期: 2021-02-12
公开: [{网址: "https://example.invalid/a", 检索日期: 2021-02-15}]
状态: 已提交
"""


@PARSERS
@pytest.mark.parametrize(
    ("last", "place", "message", "hint"),
    [
        ("种类", (2, 1), "最后一行没有写完", "“种类: …”"),
        ("{资料: 31-2甲, 年", (4, 3), "“{”没有收尾，文件就到头了", "{资料: 31-2甲, 年}"),
        ("年度: 2020, ", (4, 3), "“{”没有收尾，文件就到头了", "31-2甲, 年度: 2020}"),
        ("摘录: ", (4, 3), "“{”没有收尾，文件就到头了", "补上“}”"),
        ('"全年审核', (4, 37), '引号 " 没有收尾', '补上 "'),
        ('审核率100%"', (4, 3), "“{”没有收尾，文件就到头了", "补上“}”"),
        ("[32,", (7, 7), "“[”没有收尾，文件就到头了", "“[32]”"),
        ("[32, 33", (7, 7), "“[”没有收尾，文件就到头了", "“[32, 33]”"),
        ('"https', (9, 11), '引号 " 没有收尾', '补上 "'),
        ('invalid/a"', (9, 6), "“{”没有收尾，文件就到头了", "补上“}”"),
        ("2021-02-15}", (9, 5), "“[”没有收尾，文件就到头了", "补上“]”"),
        ("状", (10, 1), "最后一行没有写完", "“状: …”"),
    ],
)
def test_a_file_that_ends_in_the_middle(
    last: str, place: tuple[int, int], message: str, hint: str, *, pure: bool
) -> None:
    cut = WHOLE[: WHOLE.index(last) + len(last)]
    (fault,) = read(cut.encode(), "a.yaml", pure=pure).faults
    assert (fault.rule, fault.location[1:]) == ("yaml-syntax", place)
    assert message in fault.message
    assert hint in fault.hint
