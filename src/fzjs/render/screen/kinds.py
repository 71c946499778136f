"""The documents that `fzjs report` writes, on a screen: for whom, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from fzjs.render.screen.grid import pad, wrap

_INDENT = " " * 18
_WIDTH = 80


def render(kinds: Sequence[tuple[str, str, str, str]]) -> str:
    """Return two lines or more a document: its command and name, then its readers and content."""
    lines = []
    for name, title, readers, holds in kinds:
        lines.append(f"{pad(name, len(_INDENT))}{title}（给{readers}看）")
        lines += wrap(f"{_INDENT}{holds}", _WIDTH, _INDENT)
    return (
        "\n".join([*lines, "", "各有哪些选项：fzjs report 名称 -h，如 fzjs report summary -h"])
        + "\n"
    )
