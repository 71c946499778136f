"""Which commit a name means; a tag of a branch's name does not stand in for the branch."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from fzjs import git
from fzjs.diagnostic import FzjsError

_BRANCHES = ("refs/remotes/{}", "refs/heads/{}", "refs/remotes/{}/HEAD")
_TAG = "refs/tags/{}"
_NAME = re.compile(r"(?:(?!@\{)[^~^:])*")
"""The name in `origin/main~1`, `main@{1}`, `main^{commit}`."""
_OF_GIT = re.compile(r"HEAD|@|refs/.*|[0-9a-f]{40}|[0-9a-f]{64}", re.DOTALL)
"""What git never takes for a tag."""


def commit_of(root: Path, revision: str) -> str:
    """Return the full id of the commit that a branch, tag or id names; "" where there is none.

    git asks for tags first, and whoever may push a tag could so choose what a change is compared
    with. Raises FzjsError where branch and tag of one name are not the same commit.
    """
    if not revision or revision.startswith("-"):
        return ""
    name = _NAME.match(revision)[0]  # type: ignore[index]  # it matches nothing, too
    if name and not _OF_GIT.fullmatch(name):
        refs = [ref.format(name) for ref in (*_BRANCHES, _TAG)]
        found = {ref: commit for ref in refs if (commit := _verified(root, ref))}
        if len(set(found.values())) > 1:
            named = "、".join(found)
            raise FzjsError(
                f"git 里叫“{name}”的不止一个，不是同一次提交：{named}。\n"
                f"写全名再试，如 --base {next(iter(found))}"
            )
        if found:
            return _verified(root, next(iter(found)) + revision[len(name) :])
    return _verified(root, revision)


def made_on(root: Path, commit: str) -> datetime.date | None:
    """Return the day on which a commit says it was made, None where it says none."""
    words = ("rev-list", "--max-count=1", "--date=short", "--format=%cd", commit)
    try:
        return datetime.date.fromisoformat(git.ask(root, *words).rpartition("\n")[2])
    except ValueError:
        return None


def is_before(root: Path, commit: str, other: str) -> bool:
    """Tell whether a commit is among those that another follows from."""
    return git.run(root, "merge-base", "--is-ancestor", commit, other).returncode == 0


def _verified(root: Path, revision: str) -> str:
    return git.ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
