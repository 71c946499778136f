"""What the tests share: the shipped campaign as a copy to play with, and fzjs as a real process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from offices import Office, start

# What one test's process keeps may serve another, and never what the developer's own kept.
_CACHE = tempfile.TemporaryDirectory(prefix="fzjs-cache-")
os.environ["FZJS_CACHE"] = _CACHE.name
ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    command = ["git", "-C", str(folder), *identity, *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a committed copy of the shipped campaign that no test changes."""
    folder = tmp_path_factory.mktemp("数据仓库") / "示例 市司法局"
    folder.mkdir()
    for name in ("indicators", "evidence", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "fzjs.yaml", folder)
    _git(folder, "init", "--quiet")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message", "示例")
    return folder


@pytest.fixture
def campaign(shipped: Path, tmp_path: Path) -> Path:
    """Give a copy of the shipped campaign of the test's own."""
    return Path(shutil.copytree(shipped, tmp_path / "局"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give an office's clone with one passed entry on origin/main, on a branch of its own."""
    return start(tmp_path)


@pytest.fixture(scope="session")
def fzjs() -> Run:
    """Run fzjs as a user does: another process, its output as text."""

    def run(
        *arguments: str, at: Path, encoding: str = "utf-8", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {k: v for k, v in os.environ.items() if k not in {"GITHUB_ACTIONS", "COLUMNS"}}
        return subprocess.run(
            [sys.executable, "-m", "fzjs", *arguments],
            cwd=at,
            env={**clean, "PYTHONIOENCODING": encoding, **environment},
            capture_output=True,
            encoding=encoding,
            timeout=120,
            check=False,
        )

    return run
