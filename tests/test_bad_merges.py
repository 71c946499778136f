"""What merges, renames and deletions bring: nothing is lost, and each thing is said once."""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

import mini
from conftest import Run
from fzjs.check import check
from fzjs.diagnostic import Diagnostic
from fzjs.tree import Tree
from mini import ENTRY, OTHER, entry

TODAY = datetime.date(2021, 3, 2)
APART = unicodedata.normalize("NFD", "é")  # as macOS may store it: two code points


def _found(root: Path, rule: str) -> list[Diagnostic]:
    return [each for each in check(Tree(root), TODAY).diagnostics if each.rule == rule]


def _errors(root: Path) -> list[str]:
    found = check(Tree(root), TODAY).diagnostics
    return [each.rule for each in found if each.severity == "错误"]


def _git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    command = ["git", "-C", str(root), *identity, *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


# --- merges


def _merged(tmp_path: Path, ours: str, theirs: str) -> Path:
    """Register one and the same thing on two branches, each under a name of its own, and merge."""
    root = mini.lay(tmp_path)
    _git(root, "init", "--quiet", "--initial-branch=main")
    for branch, name, text in (("main", ENTRY, ours), ("二", OTHER, theirs)):
        if branch == "main":
            _git(root, "add", ".")
            _git(root, "commit", "--quiet", "--message", "方案")
            _git(root, "branch", "二")
        else:
            _git(root, "switch", "--quiet", "二")
        mini.put(root, name, text)
        _git(root, "add", ".")
        _git(root, "commit", "--quiet", "--message", name)
    _git(root, "merge", "--quiet", "--no-edit", "main")
    return root


def test_the_same_thing_from_two_branches_merges_cleanly_and_is_said(tmp_path: Path) -> None:
    root = _merged(tmp_path, entry("1-1 2020;7-1 2020"), entry("1-1 2020;8-2 2020"))
    (said,) = _found(root, "evidence-duplicate")
    assert {said.location.file, said.related[0][0].file} == {ENTRY, OTHER}
    assert "把另一个的“对应”并过去" in said.hint
    mini.review(root, ENTRY)
    (said,) = _found(root, "evidence-duplicate")
    assert f"留“乙科/条目”（已通过），把另一个的“对应”并过去，删去 {OTHER}" in said.hint


def test_of_two_that_say_the_same_one_is_simply_taken_away(tmp_path: Path) -> None:
    root = _merged(tmp_path, entry("1-1 2020"), entry("1-1 2020"))
    mini.review(root, OTHER)
    (said,) = _found(root, "evidence-duplicate")
    assert said.hint.startswith(f"留“乙科/另一条”（已通过），删去 {ENTRY}")


# --- renamed


def _office(root: Path, count: int, folder: str = "乙科") -> None:
    """Write entries that are reviewed, a month's 工作台账 and a rectification of one office."""
    for number in range(count):
        name = f"evidence/{folder}/{number}.yaml"
        mini.put(root, name, entry("1-1 2020", {"事由": f"第{number}件事"}))
        mini.review(root, name)
    line = "{年度: 2020, 指标: 1, 完成: 未完成, 情况: 正在写}"
    mini.put(root, f"evidence/{folder}/台账/2021-03.yaml", f"填表日期: 2021-03-01\n行: [{line}]\n")


def test_a_folder_whose_office_was_renamed_is_said_once_with_all_it_holds(tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    _office(root, 30)
    for name in ("fzjs.yaml", "indicators/01.yaml"):
        text = (root / name).read_text(encoding="utf-8")
        mini.put(root, name, text.replace("乙科", "行政复议科"))
    (said,) = _found(root, "evidence-unknown-office")
    assert "里面有条目30个、台账1个" in said.message
    assert "审核/乙科 一起改" in said.hint
    assert _errors(root) == ["evidence-unknown-office"]
    shutil.move(root / "evidence/乙科", root / "evidence/行政复议科")
    (said,) = _found(root, "review-unknown-entry")
    assert "审核/乙科 里有30个审核" in said.message
    assert "条目在“行政复议科”里" in said.hint
    shutil.move(root / "evidence/审核/乙科", root / "evidence/审核/行政复议科")
    assert _errors(root) == []
    assert {s.state for s in mini.assessed(root).standings.values()} == {"已通过"}


def test_a_renamed_reviewing_office_is_said_once_and_its_alias_keeps_its_reviews(
    tmp_path: Path,
) -> None:
    root = mini.lay(tmp_path)
    _office(root, 5)
    new = mini.CAMPAIGN.replace("甲科", "法规科")
    plan = mini.PLAN.replace("甲办", "法规科")
    mini.put(root, "fzjs.yaml", new)
    mini.put(root, "indicators/01.yaml", plan)
    (said,) = _found(root, "review-wrong-office")
    assert "它审的5个条目" in said.message
    assert "别名: [甲科]" in said.hint
    mini.put(root, "fzjs.yaml", new.replace("[甲办]", "[甲办, 甲科]"))
    assert _errors(root) == []
    assert {s.state for s in mini.assessed(root).standings.values()} == {"已通过"}


def test_claims_on_an_indicator_that_is_gone_are_each_said_with_how_many(tmp_path: Path) -> None:
    files = {ENTRY: entry("50-1 2020;50-2 2020"), OTHER: entry("50-1 2021", {"事由": "又一件"})}
    said = _found(mini.lay(tmp_path, files), "claim-unknown-material")
    assert len(said) == 3
    assert all("第50项，2个条目共3条对应" in each.hint for each in said)
    alone = mini.lay(tmp_path / "一个", {ENTRY: entry("11-1 2020")})
    assert "是不是“1-1”？" in _found(alone, "claim-unknown-material")[0].hint


# --- deleted


def test_an_entry_that_is_gone_leaves_nothing_behind_unsaid(tmp_path: Path) -> None:
    inspection = (
        "类型: 检查\n日期: 2021-02-26\n问题:\n- {编号: 1, 条目: 乙科/条目, 问题: 缺章, "
        "责任科室: 乙科, 时限: 2021-03-20}\n"
    )
    answer = "问题: 检查/1\n措施: 补章\n佐证: [乙科/条目]\n申请销号: 2021-03-01\n"
    files = {
        ENTRY: entry("1-1 2020"),
        "evidence/督导/检查.yaml": inspection,
        "evidence/乙科/整改/检查-1.yaml": answer,
    }
    root = mini.lay(tmp_path, files)
    mini.review(root)
    assert _errors(root) == []
    (root / ENTRY).unlink()
    assert sorted(_errors(root)) == [
        "problem-unknown-subject",
        "rectification-without-proof",
        "review-unknown-entry",
    ]
    said = {each.rule: each for each in check(Tree(root), TODAY).diagnostics}
    assert "审核文件一并删去" in said["review-unknown-entry"].hint
    assert "条目已删去的" in said["problem-unknown-subject"].hint
    assert "乙科/条目" in said["rectification-without-proof"].message


# --- names


def _with_attachment(path: str) -> str:
    digest = hashlib.sha256(b"x").hexdigest()
    return entry("1-1 2020", {"附件": f"[{{路径: 附件/{path}, sha256: {digest}, 字数: 9}}]"})


def test_an_entry_whose_name_macos_stored_apart_is_the_entry_that_others_name(
    tmp_path: Path,
) -> None:
    root = mini.lay(tmp_path, {f"evidence/乙科/{APART}.yaml": entry("1-1 2020")})
    mini.review(root, "evidence/乙科/é.yaml")
    assert (root / "evidence/审核/乙科/é.yaml").exists()
    assert _errors(root) == []
    assert mini.assessed(root).standings["乙科/é"].state == "已通过"


@pytest.mark.parametrize(
    ("stored", "written", "hint"),
    [(f"{APART}.pdf", "é.pdf", "编码不同"), ("A.PDF", "a.pdf", "那里有“A.PDF”，大小写不同")],
)
def test_an_attachment_under_another_writing_is_named_and_not_called_superfluous(
    stored: str, written: str, hint: str, tmp_path: Path
) -> None:
    files = {ENTRY: _with_attachment(written), f"evidence/乙科/附件/{stored}": b"x"}
    root = mini.lay(tmp_path, files)
    if (root / "evidence/乙科/附件" / written).exists():
        pytest.skip("this file system heeds neither case nor form")
    (said,) = _found(root, "attachment-missing")
    assert hint in said.hint
    assert _found(root, "attachment-unlisted") == []


@pytest.mark.parametrize(("one", "other"), [("A.txt", "a.txt"), ("é.txt", f"{APART}.txt")])
def test_two_names_that_another_system_cannot_keep_apart(
    one: str, other: str, tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {ENTRY: _with_attachment(one)})
    for name in (one, other):
        mini.put(root, f"evidence/乙科/附件/{name}", b"x")
    if len(list((root / "evidence/乙科/附件").iterdir())) == 1:
        pytest.skip("this file system heeds neither case nor form")
    (said,) = _found(root, "evidence-twin-names")
    assert "别人的电脑上只剩一个" in said.message


# --- files of other kinds


def test_empty_folders_and_folders_named_like_files_say_nothing(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})
    for folder in (
        "evidence/丙科",
        "evidence/乙科/附件",
        "evidence/乙科/某.yaml",
        "indicators/二.yaml",
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
    assert _errors(root) == []


def test_a_huge_file_is_one_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    claims = "- {资料: 1-1, 年度: 2020, 页: 1}\n" * 200_000
    huge = f"事由: 某项\n种类: 情况说明\n对应:\n{claims}状态: 草稿\n"
    assert len(huge.encode()) > 5_000_000
    root = mini.lay(tmp_path, {OTHER: huge, ENTRY: entry("50-1 2020")})
    found = check(Tree(root), TODAY).diagnostics
    assert ["文件太大" in each.message for each in found if each.location.file == OTHER] == [True]
    assert _found(root, "claim-unknown-material")


@pytest.mark.parametrize("name", [ENTRY, "indicators/01.yaml", "fzjs.yaml"])
def test_a_record_that_is_a_link_is_not_read(name: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020")})
    (root / name).rename(root / "别处.txt")
    (root / name).symlink_to(root / "别处.txt")
    (said,) = _found(root, "file-unreadable")
    assert said.location.file == name
    assert "这是链接" in said.message
    assert "直接放文件本身" in said.hint


def test_a_folder_of_indicators_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    (root / "indicators").rename(root / "别处")
    (root / "indicators").symlink_to("别处")
    assert _errors(root) == ["file-unreadable"]


def test_an_attachment_may_be_a_link(tmp_path: Path) -> None:
    name = "evidence/乙科/附件/甲.pdf"
    root = mini.lay(tmp_path, {ENTRY: _with_attachment("甲.pdf"), "别处.pdf": b"x"})
    (root / name).parent.mkdir()
    (root / name).symlink_to("../../../别处.pdf")
    assert _errors(root) == []


# --- reading never writes


def _whole(root: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return every file with its mode, its time and its bytes, the index and objects of git too."""
    found: dict[str, tuple[int, int, bytes]] = {}
    for path in [root, *root.rglob("*")]:
        stat = path.lstat()
        held = path.read_bytes() if path.is_file() else b""
        found[path.relative_to(root).as_posix()] = (stat.st_mode, stat.st_mtime_ns, held)
    return found


@pytest.mark.parametrize(
    "command", [("check",), ("check", "evidence"), ("status",), ("todo",), ("show", "31")]
)
def test_what_only_reads_changes_no_byte_of_the_tree_or_of_git(
    command: tuple[str, ...], campaign: Path, fzjs: Run
) -> None:
    # A touched file makes git want to refresh its index; a changed one makes the tree dirty.
    os.utime(campaign / "fzjs.yaml", (1, 1))
    mini.put(campaign, "evidence/办公室/新.yaml", "事由: 坏\n")
    for path in sorted(campaign.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = _whole(campaign)
    done = fzjs(*command, at=campaign)
    after = _whole(campaign)
    for path in [p for p in campaign.rglob("*") if p.is_dir()]:
        path.chmod(0o755)
    assert done.returncode in {0, 1}, done.stderr
    assert done.stdout
    assert after == before
