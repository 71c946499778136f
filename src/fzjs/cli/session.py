"""What every command shares: where the data is, which day it is, how wide the terminal is."""

from __future__ import annotations

import datetime
import json
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import typer
from rich.console import Console
from rich.text import Text

from fzjs.assess import Assessment, assess
from fzjs.diagnostic import Fault
from fzjs.repository import load_sound
from fzjs.tree import Tree, find_root


class Session(NamedTuple):
    """The options that stand before the command."""

    folder: Path

    def tree(self) -> Tree:
        """Return the data repository, found upward from the folder. Raises FzjsError."""
        return Tree(find_root(self.folder))

    def assess(self) -> tuple[Assessment, tuple[Fault, ...]]:
        """Return what is computed today, and the faults of files left out of it."""
        repository, faults = load_sound(self.tree())
        today = repository.campaign.today or datetime.date.today()  # noqa: DTZ011  # the office's day
        return assess(repository, today), faults


def console() -> Console:
    """Return the terminal, or a plain stream of 80 columns (or COLUMNS) for a pipe."""
    return Console(highlight=False, soft_wrap=True)


def emit(text: str | Text) -> None:
    """Print; `fzjs check | head` closes the pipe early, and that is no fault of anybody."""
    try:
        if isinstance(text, Text):
            console().print(text, end="")
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def dump(data: Any) -> None:  # noqa: ANN401  # any JSON value
    """Print data as JSON: Chinese as it is, keys in the order of the docs."""
    emit(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
