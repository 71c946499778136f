"""Where a file may be written: pipes that are read, links that somebody typed, nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fzjs.diagnostic import FzjsError
from fzjs.render import files

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")


@POSIX
def test_a_pipe_that_nobody_reads_is_refused_and_one_that_is_read_takes_it(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    with pytest.raises(FzjsError, match="没有程序在读"):
        files.write(pipe, b"x")
    copy = tmp_path / "抄件"
    content = b"1234567\n" * 40_000  # more than a pipe holds
    with (
        copy.open("wb") as out,
        subprocess.Popen(["cat", str(pipe)], stdout=out) as reader,  # noqa: S607  # as a shell would
    ):
        for _ in range(100):
            try:
                files.write(pipe, content)
                break
            except FzjsError:
                time.sleep(0.1)  # not open yet
        assert reader.wait(timeout=20) == 0
    assert copy.read_bytes() == content


@POSIX
def test_a_link_is_followed_where_it_was_typed_and_refused_in_an_export(tmp_path: Path) -> None:
    other = tmp_path / "别的.txt"
    other.write_text("原来", encoding="utf-8")
    link = tmp_path / "链接.csv"
    link.symlink_to(other)
    with pytest.raises(FzjsError, match="是链接"):
        files.write(link, b"x", links=False)
    assert other.read_text(encoding="utf-8") == "原来"
    files.write(link, b"x")
    assert (link.is_symlink(), other.read_bytes()) == (True, b"x")
