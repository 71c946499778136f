"""Commands and groups whose help pages are in Chinese throughout, and fit the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from typer.core import TyperCommand, TyperGroup

from fzjs.cli.wording import help_text
from fzjs.render.screen.grid import pad, wrap

WIDTH = 80
"""Cells of a help page."""
_UNBROKEN = 10_000
"""typer counts characters, and a Chinese one is two cells wide: it is not to break any line."""
_WIDEST = 26
"""Cells of a name beside its explanation; under a longer one the explanation has its own line."""


class Command(TyperCommand):
    """A command with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer's own context class is private
        """Return the help page."""
        ctx.terminal_width = _UNBROKEN
        return _fitted(help_text(super().get_help(ctx)))


class Group(TyperGroup):
    """A group of commands with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer's own context class is private
        """Return the help page."""
        ctx.terminal_width = ctx.max_content_width = _UNBROKEN
        return _fitted(help_text(super().get_help(ctx)))


def _fitted(page: str) -> str:
    """Return a page with its columns straight and every line within the screen."""
    parts = page.split("\n\n")
    return "\n\n".join("\n".join(_part(part.split("\n"))) for part in parts)


def _part(lines: list[str]) -> Iterator[str]:
    """Yield a heading with its rows of name and explanation; what is no such list, broken."""
    if not lines[0].endswith(":"):
        for line in lines:
            indent = " " * (len(line) - len(line.lstrip()))
            yield from wrap(line, WIDTH, indent)
        return
    yield lines[0]
    rows = [_row(line) for line in _joined(lines[1:])]
    left = max((w for name, _ in rows if (w := cell_len(name)) <= _WIDEST), default=0) + 4
    for name, text in rows:
        first = pad(f"  {name}", left)
        if cell_len(name) > _WIDEST:
            yield first
            first = " " * left
        yield from _explained(first, text, " " * left)


def _explained(first: str, text: str, indent: str) -> Iterator[str]:
    """Yield an explanation beside its name; what stands in brackets at its end is not torn."""
    said, gap, mark = text.rpartition("  [")
    if not gap or cell_len(first + text) <= WIDTH:
        said, mark = text, ""
    yield from (line.rstrip() for line in wrap(first + said, WIDTH, indent))
    if mark:
        yield f"{indent}[{mark}"


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield rows, each a line: typer puts the explanation of a long name on the next."""
    row = ""
    for line in lines:
        if line.startswith("   "):
            row += "  " + line.strip()
            continue
        if row:
            yield row
        row = line
    yield row


def _row(line: str) -> tuple[str, str]:
    name, _, text = line.strip().partition("  ")
    return name, text.strip()
