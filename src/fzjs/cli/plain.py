"""Commands and groups whose help pages are in Chinese throughout."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from fzjs.cli.wording import help_text


class Command(TyperCommand):
    """A command with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer's own context class is private
        """Return the help page."""
        return help_text(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer's own context class is private
        """Return the help page."""
        return help_text(super().get_help(ctx))
