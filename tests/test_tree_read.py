"""What a worktree reads and refuses: links, pipes, repositories within, what is no file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fzjs.tree import Tree

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    (tmp_path / "根/内").mkdir(parents=True)
    (tmp_path / "根/内/甲.yaml").write_bytes("甲: 1\n".encode())
    (tmp_path / "根/内/空.yaml").write_bytes(b"")
    (tmp_path / "外").mkdir()
    (tmp_path / "外/甲.yaml").write_bytes("外: 1\n".encode())
    return Tree(tmp_path / "根")


def refusal(tree: Tree, file: str) -> str:
    with pytest.raises(OSError, match=r".") as caught:
        tree.read(file)
    return str(caught.value.strerror)


def test_plain_files_are_read_once_and_again(tree: Tree) -> None:
    for _ in range(2):
        assert tree.read("内/甲.yaml") == "甲: 1\n".encode()
        assert tree.read("内/空.yaml") == b""
    (tree.root / "内/甲.yaml").write_bytes("甲: 22\n".encode())
    assert tree.read("内/甲.yaml") == "甲: 22\n".encode()
    (tree.root / "内/甲.yaml").unlink()
    assert refusal(tree, "内/甲.yaml") == "文件不在"


@POSIX
def test_links_are_refused_and_a_folder_that_leads_out_with_all_in_it(tree: Tree) -> None:
    (tree.root / "内/链.yaml").symlink_to("甲.yaml")
    (tree.root / "圈.yaml").symlink_to("圈.yaml")
    (tree.root / "出").symlink_to("../外")
    (tree.root / "回").symlink_to("内")
    assert refusal(tree, "内/链.yaml") == refusal(tree, "圈.yaml") == "这是链接，不是文件本身"
    assert "仓库之外" in refusal(tree, "出/甲.yaml")
    assert "仓库之外" in refusal(tree, "内/../../外/甲.yaml")
    assert "仓库之外" in refusal(tree, str(tree.root.parent / "外/甲.yaml"))
    assert tree.read("回/甲.yaml") == tree.read("内/甲.yaml")
    assert [tree.digest(f) != "" for f in ("出/甲.yaml", "内/链.yaml")] == [False, True]


@POSIX
def test_a_file_that_became_a_link_or_a_pipe_is_refused(tree: Tree) -> None:
    file = tree.root / "内/甲.yaml"
    assert tree.read("内/甲.yaml")
    file.unlink()
    file.symlink_to("../../外/甲.yaml")
    assert refusal(tree, "内/甲.yaml") == "这是链接，不是文件本身"
    file.unlink()
    os.mkfifo(file)
    assert refusal(tree, "内/甲.yaml") == "不是普通文件"


def test_a_repository_within_is_no_part_of_this_one(tree: Tree) -> None:
    (tree.root / "别/深").mkdir(parents=True)
    (tree.root / "别/.git").mkdir()
    for file in ("别/甲.yaml", "别/深/甲.yaml"):
        (tree.root / file).write_bytes(b"a: 1\n")
        assert "另是 git 仓库" in refusal(tree, file)
        assert tree.digest(file) == ""
    assert tree.files("别") == ["别"]
    assert tree.is_folder("别")


def test_what_is_too_large_or_no_file_is_refused(tree: Tree) -> None:
    with (tree.root / "大.yaml").open("wb") as stream:
        stream.truncate(10_000_001)
    assert refusal(tree, "大.yaml") == "文件太大，不像是台账"
    assert refusal(tree, "内") == "不是普通文件"
    assert refusal(tree, "无/甲.yaml") == "文件不在"
