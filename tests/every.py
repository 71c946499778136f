"""Every document of a campaign, made once as a user makes it: what the tests of all kinds read."""

from __future__ import annotations

import contextlib
import io
import shutil
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from fzjs.cli.app import run
from offices import git

CAMPAIGNS = {
    "root": ROOT,
    **{path.parent.name: path.parent for path in sorted(ROOT.glob("examples/*/fzjs.yaml"))},
}
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "statement": (("--all",),),
    "summary": ((), ("--office", "基层科")),
    "self-assessment": ((),),
    "self-inspection": ((), ("--office", "基层科")),
    "annual": (("--year", "2020"),),
    "work-plan": (("--year", "2021"),),
    "ledger": ((),),
    "reminder": (("--all",),),
    "request": (("--all", "--due", "2021-04-01"),),
    "problems": ((), ("--office", "基层科")),
    "closing": (("--all",),),
    "catalogue": ((), ("--office", "基层科")),
    "circular": (("--quarter", "2021-1"),),
    "assignments": ((),),
    "plan": ((),),
    "migration": ((),),
}
"""What is asked for of each kind; an office that a campaign does not have is no document of it."""


class Made(NamedTuple):
    """A document: its kind, its file."""

    kind: str
    path: Path


class Every(NamedTuple):
    """All documents of a campaign, and what was said where none was written."""

    folder: Path
    made: tuple[Made, ...]
    refused: dict[str, str]


def copy(campaign: Path, to: Path) -> Path:
    """Copy a campaign, without what is written beside it, into a repository of its own."""
    to.mkdir(parents=True)
    for name in ("indicators", "evidence", "templates"):
        if (campaign / name).is_dir():
            shutil.copytree(campaign / name, to / name)
    settings = (campaign / "fzjs.yaml").read_text("utf-8")
    if "\n基准日:" not in settings:  # the same documents on every day
        settings += "基准日: 2021-03-02\n"
    (to / "fzjs.yaml").write_text(settings, "utf-8")
    git(to, "init", "--quiet")
    git(to, "add", ".")
    git(to, "commit", "--quiet", "--message", "示例")
    return to


def make(campaign: Path, out: Path) -> Every:
    """Write every kind of document into its own folder under `out`, all in this process."""
    made: list[Made] = []
    refused: dict[str, str] = {}
    for kind, asked in ARGUMENTS.items():
        for number, arguments in enumerate(asked):
            folder = out / f"{kind}-{number}"
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                code = run(["-C", str(campaign), "report", kind, *arguments, "-o", str(folder)])
            assert code in {0, 2}, (kind, arguments, said.getvalue())
            if code:
                refused[f"{kind}-{number}"] = said.getvalue().strip()
                assert not folder.exists()
            made += [Made(kind, path) for path in sorted(folder.glob("*.docx"))]
    return Every(campaign, tuple(made), refused)
