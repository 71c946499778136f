"""Brings the templates that come with the program into a repository, to be changed there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fzjs.actions import folder
from fzjs.diagnostic import FzjsError
from fzjs.render import templates


def copy(root: Path, names: Sequence[str], *, force: bool = False) -> list[str]:
    """Write copies of the named files into `templates/` and return their paths.

    All or none are written. Raises FzjsError where one is there that says something else, unless
    `force`, and as `folder.add` does.
    """
    files = {f"{templates.FOLDER}/{name}": templates.packed(name) or b"" for name in names}
    changed = [name for name in names if templates.changed(name, root)]
    if changed and not force:
        raise FzjsError(
            f"{templates.FOLDER}/ 里已有改过的：{'、'.join(changed)}。没有改动。\n"
            "要留着，就不用再抄；要换回随带的，加 --force（改过的会丢）。"
        )
    return folder.write(root, files, force=True)
