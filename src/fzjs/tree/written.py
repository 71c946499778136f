"""Which commit last wrote a file: what the repository held when its author wrote it."""

from __future__ import annotations

from pathlib import Path

from fzjs import git
from fzjs.diagnostic import FzjsError

_TIMEOUT = 60


def last_written(root: Path, file: str) -> str:
    """Return the full id of the commit that last changed a file's content; its name may change.

    "" where git cannot tell: no repository, a file not committed as it lies there, a history that
    was not brought (a shallow clone begins with a commit that seems to write everything).
    """
    if not git.is_committed(root, file):
        return ""
    options = ("--follow", "-M", "--diff-filter=AM", "--no-ext-diff", "--no-textconv")
    asked = ("--no-show-signature", "--max-count=1", "--format=%H", "HEAD", "--", file)
    try:
        done = git.run(root, "--literal-pathspecs", "log", *options, *asked, timeout=_TIMEOUT)
    except FzjsError:
        return ""
    found = git.text(done.stdout).strip() if done.returncode == 0 else ""
    return "" if found and _is_edge(root, found) else found


def _is_edge(root: Path, commit: str) -> bool:
    shallow = git.ask(root, "rev-parse", "--is-shallow-repository") == "true"
    return shallow and not git.ask(root, "rev-parse", "--verify", "--quiet", f"{commit}^")
