"""The stage of the play: a data repository in git whose day is moved, and a record of what is seen.

Every step is a commit with the office as its author and the campaign's day as its date, so that
`fzjs history` and `fzjs diff` read the campaign as it went.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from papers import yaml

ROOT = Path(__file__).resolve().parents[2]
_DAY = re.compile(r"^基准日:.*$", re.MULTILINE)
_TIMEOUT = 300


class Stage:
    """A repository in `folder`, the day that it is there, and `records`, where screens are kept."""

    def __init__(self, folder: Path, records: Path) -> None:
        """Begin an empty repository. Raises SystemExit where the folder is not empty."""
        if folder.exists() and any(folder.iterdir()):
            raise SystemExit(f"{folder} 不是空的，换一个文件夹。")
        folder.mkdir(parents=True, exist_ok=True)
        records.mkdir(parents=True, exist_ok=True)
        self.folder, self.records = folder, records
        self.day = datetime.date(2020, 12, 28)
        self._git("init", "--quiet", "--initial-branch=main")
        self._git("config", "core.quotepath", "false")

    def turn(self, day: datetime.date) -> None:
        """Move 基准日 to a day; the next commit carries it."""
        self.day = day
        file = self.folder / "fzjs.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(_DAY.sub(f"基准日: {day}", text, count=1), encoding="utf-8")

    def write(self, file: str, data: dict[str, Any]) -> None:
        """Write a record as an office types it."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml(data), encoding="utf-8")

    def put(self, file: str, raw: bytes) -> None:
        """Put a file as it is."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place of a file, as in an editor. Raises SystemExit where it is not there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"{file} 里没有“{old}”。")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def fzjs(self, *arguments: str, keep: str = "", fails: bool = False) -> str:
        """Run a command as its user does; with `keep`, what it prints is kept under that name.

        Raises SystemExit where it fails, unless it is to.
        """
        done = subprocess.run(
            [sys.executable, "-m", "fzjs", "-C", str(self.folder), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=_TIMEOUT,
            env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        )
        if bool(done.returncode) != fails:
            wanted = "该失败却成功了" if fails else "失败了"
            raise SystemExit(
                f"{self.day} fzjs {' '.join(arguments)} {wanted}：\n{done.stdout}{done.stderr}"
            )
        if keep:
            said = f"$ fzjs {' '.join(arguments)}\n{done.stdout}{done.stderr}"
            (self.records / f"{self.day} {keep}.txt").write_text(said, encoding="utf-8")
        return done.stdout

    def data(self, *arguments: str) -> Any:  # noqa: ANN401  # any JSON value
        """Return what a command prints as JSON."""
        return json.loads(self.fzjs(*arguments))

    def commit(self, author: str, message: str) -> None:
        """Commit everything as an office, on the campaign's day; nothing changed, no commit."""
        self._git("add", "--all")
        if not self._git("status", "--porcelain"):
            return
        when = f"{self.day}T17:00:00+08:00"
        name = ("-c", f"user.name={author}", "-c", "user.email=sample@example.invalid")
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        self._git(*name, "commit", "--quiet", "--message", message, environment=dates)

    def _git(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],  # noqa: S607  # git as the user has it
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=_TIMEOUT,
            env={**os.environ, **(environment or {})},
        )
        if done.returncode:
            raise SystemExit(f"git {' '.join(arguments)}：{done.stderr}")
        return done.stdout
