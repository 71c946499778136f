"""Changes to files are carried out whole or not at all, and only inside the repository."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.store import Change, Move, apply, guard
from fzjs.store.guard import alone
from fzjs.tree import Tree


def content(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    for name in ("甲/一", "甲/二", "乙/三"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    return Tree(tmp_path)


def test_moves_then_changes(tree: Tree) -> None:
    mode = 0o600
    (tree.root / "甲/一").chmod(mode)
    moves = [Move("甲/一", "丙/丁/一"), Move("乙", "戊")]
    changes = [
        Change("丙/丁/一", "甲/一".encode(), b"1"),
        Change("戊/四", None, b"4"),
    ]
    apply(tree, changes, moves)
    assert content(tree.root) == {
        "丙/丁/一": b"1",
        "甲/二": "甲/二".encode(),
        "戊/三": "乙/三".encode(),
        "戊/四": b"4",
    }
    assert (tree.root / "丙/丁/一").stat().st_mode & 0o777 == mode or os.name != "posix"


def test_a_file_is_copied_into_the_place_of_one_that_goes(tree: Tree) -> None:
    scan = tree.root.parent / f"{tree.root.name}-扫描件"
    scan.write_bytes(b"scan")
    apply(tree, [Change("甲/一", None, scan)], gone=["甲/一", "乙/三"])
    assert content(tree.root) == {"甲/一": b"scan", "甲/二": "甲/二".encode()}
    before = content(tree.root)
    missing = Change("甲/三", None, tree.root / "没有")
    with pytest.raises(FzjsError, match="没有改动"):
        apply(tree, [missing], gone=["甲/一"])
    assert content(tree.root) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("甲/二", b"other", b"x"), "刚才被别的程序改过"),
        (Change("乙/三", None, b"x"), "不覆盖（刚才别的程序写的，再来一遍"),
        (Change("../x", None, b"x"), "不是仓库里的路径"),
        (Change("/x", None, b"x"), "不是仓库里的路径"),
        (Change("没有/x", b"", b"x"), "文件或文件夹不在"),
        (Change("乙/三/四", None, b"x"), "写不了"),
    ],
)
def test_a_failure_puts_back_what_was_done(tree: Tree, change: Change, words: str) -> None:
    before = content(tree.root)
    good = Change("新/的", "甲/一".encode(), b"changed")
    with pytest.raises(FzjsError, match=words) as refused:
        apply(tree, [good, Change("又/新", None, b"n"), change], [Move("甲/一", "新/的")])
    assert content(tree.root) == before
    assert not (tree.root / "新").exists()
    assert str(refused.value).endswith("没有改动。")


@pytest.mark.skipif(os.name != "posix", reason="links need no privilege there")
def test_nothing_is_written_through_a_link(
    tree: Tree, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("外面")
    (away / "文件").write_bytes(b"a")
    (tree.root / "链接").symlink_to(away)
    (tree.root / "甲/链接").symlink_to(away / "文件")
    for file, before in (("链接/文件", b"a"), ("甲/链接", b"a"), ("链接/新", None)):
        with pytest.raises(FzjsError, match="链接"):
            apply(tree, [Change(file, before, b"b")])
    with pytest.raises(FzjsError, match="链接"):
        apply(tree, [], [Move("甲/一", "链接/一")])
    assert content(away) == {"文件": b"a"}


def test_a_refusal_is_told_from_a_failure() -> None:
    assert (RefusedError.code, FzjsError.code) == (1, 2)


WAITS = """\
import os, signal, sys
from pathlib import Path
from fzjs.cli.app import run
from fzjs.store import Change, Move, apply
from fzjs.tree import Tree

number = getattr(signal, sys.argv[2])
replace = Path.replace

def stopping(path, target):
    made = replace(path, target)
    if target.name == "一":
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), number)
    return made

Path.replace = stopping
import fzjs.cli.query as query
changes = [Change("新/一", "甲/一".encode(), b"1"), Change("新/四", None, b"4")]
query.status_report.build = lambda *_: apply(Tree(Path(sys.argv[1])), changes, [Move("甲", "新")])
sys.exit(run(["-C", sys.argv[3], "status"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process without asking")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_stop_in_the_middle_puts_back_what_was_done(
    tree: Tree, shipped: Path, number: str
) -> None:
    before = content(tree.root)
    done = subprocess.run(
        [sys.executable, "-c", WAITS, str(tree.root), number, str(shipped)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (2, "已中止。\n", "")
    assert content(tree.root) == before


def test_one_command_waits_for_another(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.1)
    change = Change("甲/一", "甲/一".encode(), b"1")
    with alone(tree.root), pytest.raises(FzjsError, match="另一个 fzjs"):
        apply(tree, [change])
    apply(tree, [change])
    assert (tree.root / "甲/一").read_bytes() == b"1"


def test_a_file_saved_while_it_is_written_stays(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saving(_: int) -> None:
        (tree.root / "甲/一").write_bytes(b"saved")

    monkeypatch.setattr(os, "fsync", saving)
    with pytest.raises(RefusedError, match="刚才被别的程序改过"):
        apply(tree, [Change("甲/一", "甲/一".encode(), b"1")])
    assert (tree.root / "甲/一").read_bytes() == b"saved"


def test_a_full_disk_names_the_file(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FzjsError, match="写不了 甲/一：磁盘满了。没有改动。"):
        apply(tree, [Change("甲/一", "甲/一".encode(), b"1")])


def test_what_could_not_be_put_back_is_said(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def once(path: Path, target: Path) -> Path:
        if target.read_bytes() != "甲/一".encode():
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", once)
    changes = [Change("甲/一", "甲/一".encode(), b"1"), Change("甲/二", b"x", b"2")]
    with pytest.raises(FzjsError, match=r"没能全放回原样.*磁盘是只读的.*git status"):
        apply(tree, changes)
