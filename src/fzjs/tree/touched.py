"""Which commit touched a file last: the source of a change, as a table of many can name it."""

from __future__ import annotations

from pathlib import Path

from fzjs import git
from fzjs.diagnostic import FzjsError

_TIMEOUT = 120
_NAMED = (
    *("diff-tree", "--stdin", "--root", "-r", "-z", "--name-only", "--no-renames", "--relative"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
)


def touched(root: Path, base: str, head: str) -> dict[str, str]:
    """Return the commits between two by the files that they were the last to touch, newest first.

    A merge stands for what it brought to the branch: its first parent is what was there before.
    Raises FzjsError where git cannot say.
    """
    words = ("rev-list", "--first-parent", "--parents", head, f"^{base}")
    listed = git.run(root, *words, timeout=_TIMEOUT)
    pairs = [line.split(" ")[:2] for line in git.text(listed.stdout).splitlines()]
    given = "".join(f"{' '.join(pair)}\n" for pair in pairs).encode()
    done = git.run(root, *_NAMED, given=given, timeout=_TIMEOUT) if given else listed
    if listed.returncode or done.returncode:
        raise FzjsError(
            f"读不了 git 的历史：{git.refusal(listed if listed.returncode else done)}。"
        )
    commits = {pair[0] for pair in pairs}
    found: dict[str, str] = {}
    commit = ""
    for name in git.names(done.stdout) if given else ():
        if name in commits:
            commit = name
        else:
            found.setdefault(name, commit)
    return found
