"""A campaign that grows commit by commit, each on a day of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import mini

WHO = {"GIT_AUTHOR_NAME": "示例", "GIT_AUTHOR_EMAIL": "sample@example.invalid"}


class Timeline(NamedTuple):
    """A repository whose commits bear the days that a test gives."""

    root: Path

    def put(self, name: str, text: str | bytes) -> None:
        mini.put(self.root, name, text)

    def git(self, *arguments: str, when: str = "") -> str:
        env = {**os.environ, **WHO, "GIT_COMMITTER_NAME": "示例"}
        env["GIT_COMMITTER_EMAIL"] = WHO["GIT_AUTHOR_EMAIL"]
        if when:
            stamp = when if ":" in when else f"{when}T12:00:00+0800"
            env |= {"GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp}
        command = ["git", "-C", str(self.root), *arguments]
        done = subprocess.run(command, check=True, capture_output=True, timeout=60, env=env)
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(self, when: str = "") -> str:
        """Commit everything on a day, and give the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "一步", when=when)
        return self.git("rev-parse", "HEAD")


def begin(root: Path, files: dict[str, str | bytes] | None = None) -> Timeline:
    """Give the small campaign in a new repository, nothing committed yet."""
    made = Timeline(mini.lay(root, files))
    made.git("init", "--quiet", "--initial-branch=main")
    return made
