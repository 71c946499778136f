"""An office before a merge request: a clone with a remote, on a branch of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import mini
from fzjs.facts.change import Outcome
from fzjs.gate import gate
from fzjs.tree import Tree
from mini import ENTRY, entry

CAMPAIGN = mini.CAMPAIGN + f"基准日: {mini.TODAY}\n"
REVIEW = "evidence/审核/乙科/条目.yaml"
OWN = f"[{{路径: 附件/乙.pdf, sha256: {'1' * 64}, 库外: 是, 字数: 480}}]"
"""A paper of its own: the same one again would be the same thing registered twice."""
CORRECTION = {"更正": "[{日期: 2021-03-01, 理由: 日期抄错}]"}


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    command = ["git", "-C", str(folder), *identity, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode().strip()


class Office(NamedTuple):
    """A clone of the office's own, on a branch that left origin/main."""

    root: Path

    def put(self, name: str, text: str) -> None:
        mini.put(self.root, name, text)

    def commit(self) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "--message", "一步")

    def land(self) -> None:
        """Commit and push to main, as a merged pull request does; go on from there."""
        self.commit()
        git(self.root, "push", "--quiet", "origin", "HEAD:main")

    def outcome(self, revision: str = "origin/main", *, deadline: bool = False) -> Outcome:
        return gate(Tree(self.root), revision, deadline=deadline)

    def refused(self) -> set[str]:
        return {one.rule for one in self.outcome().report.diagnostics if one.severity == "错误"}


def start(tmp_path: Path) -> Office:
    """Give a clone whose origin/main has one passed entry (1-1/2020) and CODEOWNERS."""
    remote = tmp_path / "远程.git"
    subprocess.run(
        ["git", "init", "--quiet", "--bare", "--initial-branch=main", str(remote)],  # noqa: S607  # git as the user has it
        check=True,
        timeout=60,
    )
    owners = "/fzjs.yaml @coordinator\n/evidence/乙科/ @yi # 乙科\n"
    root = mini.lay(tmp_path / "局", {"fzjs.yaml": CAMPAIGN, ENTRY: entry("1-1 2020")})
    mini.put(root, ".github/CODEOWNERS", owners)
    mini.review(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "remote", "add", "origin", str(remote))
    made = Office(root)
    made.land()
    git(root, "checkout", "--quiet", "-b", "乙科/改动")
    return made


def labels(pieces: tuple[Any, ...]) -> list[str]:
    return [piece.label for piece in pieces]
