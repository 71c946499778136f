"""A folder of files is written whole or not at all (`actions.folder`)."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fzjs.actions import folder
from fzjs.diagnostic import FzjsError

NEW = {"甲.yaml": b"1", "indicators/01 b.yaml": b"2", "evidence/\u4e59/.gitkeep": b""}


def _all(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", ["新", "有 空格", "上/中/下", "../旁"])
def test_a_new_folder_holds_the_files(tmp_path: Path, name: str) -> None:
    (tmp_path / "里").mkdir()
    target = tmp_path / "里" / name
    assert folder.write(target, NEW, force=False) == sorted(NEW)
    assert _all(target) == NEW
    assert not list(tmp_path.rglob(".fzjs-*"))


def test_modes_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        folder.write(tmp_path / "a", NEW, force=False)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o750
    assert stat.S_IMODE((tmp_path / "a/甲.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize("inside", [[], [".git/HEAD"]])
def test_an_empty_folder_or_a_fresh_clone_is_filled(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"x")
    before = tmp_path.stat().st_ino
    folder.write(tmp_path, NEW, force=False)
    assert _all(tmp_path) == {**NEW, **dict.fromkeys(inside, b"x")}
    assert tmp_path.stat().st_ino == before, "it may be the folder one stands in"


def test_without_force_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "别的").write_bytes(b"x")
    with pytest.raises(FzjsError, match="--force"):
        folder.write(tmp_path, NEW, force=False)
    assert _all(tmp_path) == {"别的": b"x"}


def test_with_force_only_the_files_named_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators/别的.yaml").write_bytes(b"x")
    (tmp_path / "甲.yaml").write_bytes(b"old")
    folder.write(tmp_path, NEW, force=True)
    assert _all(tmp_path) == {**NEW, "indicators/别的.yaml": b"x"}


def test_add_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").write_bytes(b"old")
    assert folder.add(tmp_path, NEW) == sorted(set(NEW) - {"甲.yaml"})
    assert _all(tmp_path) == {**NEW, "甲.yaml": b"old"}
    assert folder.add(tmp_path, NEW) == []


def test_a_failure_half_way_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "甲.yaml").write_bytes(b"old")
    done: list[Path] = []
    replace = Path.replace

    def failing(self: Path, to: Path) -> Path:
        if "new" in self.parts and len(done) == 2:
            raise OSError(28, "full")
        done.extend([to] * ("new" in self.parts))
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(FzjsError, match="磁盘满了"):
        folder.write(tmp_path, NEW, force=True)
    assert len(done) == 2
    assert _all(tmp_path) == {"甲.yaml": b"old"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["甲.yaml"]


def test_a_failure_leaves_no_trace_of_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_self: Path, _to: Path) -> Path:
        raise OSError(13, "no")

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(FzjsError, match="没有权限"):
        folder.write(tmp_path / "a/b/c", NEW, force=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that refuses all")
def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(FzjsError, match="写不了"):
        folder.write(Path("/proc/fzjs-新"), NEW, force=False)
    link = tmp_path / "链接"
    link.symlink_to("/proc/fzjs")
    with pytest.raises(FzjsError, match="不是文件夹"):
        folder.write(link, NEW, force=True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FzjsError, match="没有权限"):
            folder.write(tmp_path / "a", NEW, force=False)
        with pytest.raises(FzjsError, match="没有权限"):
            folder.write(tmp_path, NEW, force=False)
    finally:
        tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_file_is_no_target(tmp_path: Path, *, force: bool) -> None:
    (tmp_path / "a").write_bytes(b"x")
    for target in (tmp_path / "a", tmp_path / "a/b"):
        with pytest.raises(FzjsError, match="不是文件夹"):
            folder.write(target, NEW, force=force)
    assert _all(tmp_path) == {"a": b"x"}


@pytest.mark.parametrize("place", [".git", ".git/里", ".GIT/a", "裸库.git", "裸库.git/refs/a"])
def test_gits_own_folders_are_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("HEAD", "objects", "refs"):
        (tmp_path / "裸库.git" / name).mkdir(parents=True)
    with pytest.raises(FzjsError, match="git 自己的"):
        folder.write(tmp_path / place, NEW, force=True)
    assert _all(tmp_path) == {}


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/../b", "", "a//b", ".git/config", "a/.GIT/b", "nul.yaml", "a:b", "a\\b",
     "a\nb", "a/", "./a", "尾.", "尾 "],
)  # fmt: skip
def test_an_unsafe_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FzjsError, match="不能作文件名"):
        folder.write(tmp_path / "a", {**NEW, name: b""}, force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_link_never_leads_a_file_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "外"
    outside.mkdir()
    target = tmp_path / "里"
    target.mkdir()
    (target / "indicators").symlink_to(outside)
    with pytest.raises(FzjsError, match="不是文件夹"):
        folder.write(target, NEW, force=True)
    with pytest.raises(FzjsError, match="不是文件夹"):
        folder.add(target, NEW)
    assert list(outside.iterdir()) == []
    (target / "indicators").unlink()
    (outside / "甲.yaml").write_bytes(b"x")
    (target / "甲.yaml").symlink_to(outside / "甲.yaml")
    folder.write(target, NEW, force=True)
    assert (outside / "甲.yaml").read_bytes() == b"x"
    assert _all(target) == NEW


def test_a_folder_in_a_files_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").mkdir()
    with pytest.raises(FzjsError, match="是文件夹"):
        folder.write(tmp_path, NEW, force=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["甲.yaml"]


def test_lists_are_not_mixed(tmp_path: Path) -> None:
    folder.refuse_mixing(tmp_path, NEW)
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators/01 b.yaml").write_bytes(b"")
    folder.refuse_mixing(tmp_path, NEW)
    (tmp_path / "indicators/02.yaml").write_bytes(b"")
    with pytest.raises(FzjsError, match=r"02\.yaml"):
        folder.refuse_mixing(tmp_path, NEW)
