"""A commit read from git's objects gives what its checkout gives, and follows nothing out of it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import mini
from fzjs.diagnostic import FzjsError
from fzjs.repository import load
from fzjs.tree import BROKEN_POINTER, Commit, Tree, base_of, edits


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    command = ["git", "-C", str(folder), *identity, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def committed(root: Path) -> Commit:
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "一步")
    return Commit(root, git(root, "rev-parse", "HEAD"))


def head(root: Path) -> Commit:
    return Commit(root, base_of(root, "HEAD"))


def test_a_commit_loads_as_its_checkout_does(shipped: Path) -> None:
    here, there = load(Tree(shipped)), load(head(shipped))
    assert here.repository
    assert there.repository
    assert there.faults == here.faults
    skipped = {"tree": None, "documents": ()}
    assert there.repository._replace(**skipped) == here.repository._replace(**skipped)
    files = [[document.file for document in each.documents] for each in (here, there)]
    assert files[0] == files[1]
    for folder in ("evidence", "indicators", "evidence/审核"):
        assert head(shipped).files(folder) == Tree(shipped).files(folder)


def test_a_root_below_the_repository(tmp_path: Path) -> None:
    mini.lay(tmp_path / "某市" / "局", {mini.ENTRY: mini.entry("1-1 2020")})
    mini.put(tmp_path, "evidence/甲科/别处.yaml", mini.entry("1-1 2020"))
    git(tmp_path, "init", "--quiet")
    committed(tmp_path)
    found = load(head(tmp_path / "某市" / "局"))
    assert found.repository
    assert list(found.repository.entries) == ["乙科/条目"]
    mini.put(tmp_path / "新局", "fzjs.yaml", mini.CAMPAIGN)
    assert head(tmp_path / "新局").all_files() == []


def test_what_changed_since_is_not_read(tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020")})
    commit = committed(root)
    (root / mini.ENTRY).unlink()
    shutil.rmtree(root / "indicators")
    found = load(commit).repository
    assert found
    assert list(found.entries) == ["乙科/条目"]
    assert len(found.indicators) == 10


def test_links_are_followed_inside_and_never_out_and_no_record_is_one(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "局", {"evidence/乙科/附件/甲.pdf": "甲"})
    (tmp_path / "密.yaml").write_text("密", "utf-8")
    folder = root / "evidence" / "乙科"
    for name, target in {
        "里.yaml": "../../fzjs.yaml",
        "外.yaml": "../../../密.yaml",
        "绝对.yaml": "/etc/hostname",
        "圈.yaml": "圈.yaml",
        "断.yaml": "没有.yaml",
        "夹": "附件",
    }.items():
        (folder / name).symlink_to(target)
    here, there = Tree(root), committed(root)
    assert there.files("evidence") == here.files("evidence")
    for file in here.files("evidence"):
        assert there.leaves(file) == here.leaves(file), file
        assert there.is_folder(file) == here.is_folder(file), file
        assert there.digest(file) == here.digest(file), file
    assert there.digest("evidence/乙科/夹/甲.pdf") == hashlib.sha256("甲".encode()).hexdigest()
    for name in ("里", "外", "绝对", "圈", "断", "没有"):
        for tree in (here, there):
            with pytest.raises(OSError, match=r"."):
                tree.read(f"evidence/乙科/{name}.yaml")
    assert load(there).faults == load(here).faults


def test_an_lfs_pointer_stands_for_its_file(tmp_path: Path) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 5\n"
    root = mini.lay(tmp_path, {"甲.pdf": pointer, "乙.pdf": pointer + "x"})
    commit = committed(root)
    assert commit.digest("甲.pdf") == "a" * 64
    assert commit.digest("乙.pdf") == BROKEN_POINTER
    assert commit.digest("没有.pdf") == ""


def test_a_file_too_large_for_a_record_is_hashed_and_not_read(tmp_path: Path) -> None:
    large = b"x" * 10_000_001
    root = mini.lay(tmp_path, {"大.yaml": large, "小.yaml": "a: 1\n"})
    commit = committed(root)
    assert commit.digest("大.yaml") == hashlib.sha256(large).hexdigest()
    with pytest.raises(OSError, match="太大"):
        commit.read("大.yaml")
    assert commit.read("小.yaml") == b"a: 1\n"


def test_a_submodule_is_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    other = tmp_path / "别库"
    other.mkdir()
    mini.put(other, "甲.yaml", "a: 1\n")
    committed(other)
    root = mini.lay(tmp_path / "局")
    git(root, "init", "--quiet")
    config = ("-c", "protocol.file.allow=always")
    git(root, *config, "submodule", "--quiet", "add", str(other), "evidence/丁科")
    commit = committed(root)
    assert commit.files("evidence") == ["evidence/丁科"]
    assert [fault.rule for fault in load(commit).faults] == ["file-unreadable"]


def test_a_repository_inside_is_not_read_either(tmp_path: Path) -> None:
    files = ("evidence/丁科/甲.yaml", "evidence/乙科/附件/子/乙.pdf", "evidence/乙科/附件/丙.pdf")
    root = mini.lay(tmp_path, dict.fromkeys(files, "a: 1\n"))
    for folder in ("丁科", "乙科/附件/子"):
        git(root / "evidence" / folder, "init", "--quiet")
    tree = Tree(root)
    assert tree.files("evidence") == ["evidence/丁科", "evidence/乙科/附件/丙.pdf",
                                      "evidence/乙科/附件/子"]  # fmt: skip
    assert tree.files("evidence/丁科") == ["evidence/丁科"]
    assert [bool(tree.digest(file)) for file in files] == [False, False, True]
    with pytest.raises(OSError, match="另是 git 仓库"):
        tree.read(files[0])
    assert [fault.rule for fault in load(tree).faults] == ["file-unreadable"]


def test_a_partial_clone_says_what_is_missing_and_fetches_nothing(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "局", {"evidence/乙科/附件/甲.pdf": "x" * 9000})
    committed(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    copy = tmp_path / "副本"
    source = root.as_uri()
    config = ("-c", "protocol.file.allow=always")
    git(
        tmp_path, *config, "clone", "--quiet", "--no-checkout", "--filter=blob:limit=6k",
        source, str(copy),
    )  # fmt: skip
    commit = Commit(copy, git(copy, "rev-parse", "HEAD"))
    assert commit.digest("evidence/乙科/附件/甲.pdf") == ""
    assert load(commit).repository
    with pytest.raises(OSError, match="部分克隆"):
        commit.read("evidence/乙科/附件/甲.pdf")


def test_a_repository_runs_none_of_its_programs(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "局", {".gitattributes": "*.yaml filter=坏 diff=坏\n"})
    flag = tmp_path / "PWNED"
    commit = committed(root)
    for key in ("filter.坏.clean", "filter.坏.smudge", "diff.坏.textconv", "diff.坏.command",
                "diff.external", "core.fsmonitor"):  # fmt: skip
        git(root, "config", key, f"touch '{flag}-{key}'; cat")
    mini.put(root, "fzjs.yaml", f"{mini.CAMPAIGN}# 改\n")
    assert [edit.file for edit in edits(Tree(root), commit)] == ["fzjs.yaml"]
    assert load(commit).repository
    assert Tree(root).commit() == f"{commit.name[:7]}+"
    assert list(tmp_path.glob("PWNED*")) == []


def test_a_fetched_lfs_file_is_no_change(tmp_path: Path) -> None:
    def pointer(content: bytes) -> str:
        oid = hashlib.sha256(content).hexdigest()
        return f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 1\n"

    root = mini.lay(tmp_path, {"甲.pdf": pointer(b"a"), "乙.pdf": pointer(b"b"), "丙.txt": "c"})
    head = committed(root).name[:7]
    git(root, "config", "filter.lfs.clean", "git-lfs clean -- %f")
    mini.put(root, ".git/info/attributes", "*.pdf filter=lfs\n")
    mini.put(root, "甲.pdf", b"a")
    mini.put(root, "乙.pdf", b"b")
    os.utime(root / "丙.txt", (1, 1))
    assert Tree(root).commit() == head
    mini.put(root, "乙.pdf", b"B")
    assert Tree(root).commit() == f"{head}+"
    mini.put(root, "乙.pdf", b"b")
    mini.put(root, "丙.txt", b"d")
    assert Tree(root).commit() == f"{head}+"


# --- which files differ


def test_edits(tmp_path: Path) -> None:
    names = ("甲科/留", "甲科/改", "甲科/删", "甲科/移")
    root = mini.lay(tmp_path, {f"evidence/{name}.yaml": f"{name}: 1\n" for name in names})
    mini.put(root, ".gitignore", "private/\n")
    commit = committed(root)
    for file in root.rglob("*.yaml"):
        file.touch()
    mini.put(root, "evidence/甲科/改.yaml", "改: 2\n")
    mini.put(root, "evidence/甲科/增.yaml", "增: 1\n")
    mini.put(root, "indicators/01.yaml", mini.PLAN.replace("\n", "\r\n"))
    mini.put(root, "private/手机.txt", "x")
    mini.put(root, "构建/产物.txt", "x")
    (root / "evidence/甲科/删.yaml").unlink()
    (root / "evidence/甲科/移.yaml").rename(root / "evidence/甲科/搬.yaml")
    assert [tuple(edit) for edit in edits(Tree(root), commit)] == [
        ("evidence/甲科/删.yaml", "删除", ""),
        ("evidence/甲科/增.yaml", "新增", ""),
        ("evidence/甲科/搬.yaml", "改名", "evidence/甲科/移.yaml"),
        ("evidence/甲科/改.yaml", "改动", ""),
    ]


# --- which commit


def test_the_base_is_where_the_branch_began(tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    first = committed(root).name
    git(root, "checkout", "--quiet", "-b", "乙科/新")
    mini.put(root, "a.txt", "a")
    committed(root)
    git(root, "checkout", "--quiet", "main")
    mini.put(root, "b.txt", "b")
    committed(root)
    git(root, "checkout", "--quiet", "乙科/新")
    assert base_of(root, "main") == first


def test_a_tag_never_stands_in_for_a_branch(tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    first = committed(root).name
    git(root, "update-ref", "refs/remotes/origin/main", first)
    git(root, "tag", "起点")
    mini.put(root, "a.txt", "a")
    committed(root)
    git(root, "tag", "origin/main")
    for revision in ("origin/main", "origin/main~0", "origin/main^{commit}"):
        with pytest.raises(FzjsError, match="--base refs/remotes/origin/main"):
            base_of(root, revision)
    for revision in ("refs/remotes/origin/main", "起点", "HEAD~1", first, first[:10]):
        assert base_of(root, revision) == first
    git(root, "tag", "--force", "origin/main", first)
    assert base_of(root, "origin/main") == first


@pytest.mark.parametrize(
    ("revision", "words"),
    [("mian", "是不是“main”"), ("origin/开发", "git fetch origin 开发"), ("--all", "没有“--all”")],
)
def test_a_revision_that_is_not_there(revision: str, words: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    committed(root)
    with pytest.raises(FzjsError, match=words):
        base_of(root, revision)


def test_no_git_and_no_commit_are_said(tmp_path: Path) -> None:
    root = mini.lay(tmp_path)
    with pytest.raises(FzjsError, match="不在 git 里"):
        base_of(root, "main")
    git(root, "init", "--quiet")
    with pytest.raises(FzjsError, match="还没有一次提交"):
        base_of(root, "main")


def test_a_shallow_clone_says_what_to_type(tmp_path: Path) -> None:
    root = mini.lay(tmp_path / "局")
    committed(root)
    git(root, "branch", "先前")
    mini.put(root, "a.txt", "a")
    committed(root)
    copy = tmp_path / "副本"
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(copy))
    with pytest.raises(FzjsError, match="fetch-depth: 0"):
        base_of(copy, "origin/先前")
    git(copy, "fetch", "--quiet", "--depth=1", "origin", "先前")
    with pytest.raises(FzjsError, match="git fetch --unshallow"):
        base_of(copy, "FETCH_HEAD")
