"""Every `fzjs X` that a page, a hint or the docs tell a user to run is a command there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from fzjs.cli.app import app

ROOT = Path(__file__).parent.parent
NAMED = re.compile(
    r"(?<!from )(?<![\w/.-])fzjs (?:-C \S+ )?([a-z][a-z-]*)(?: ([a-z][a-z-]*)(?![\w-]))?"
)
"""`fzjs todo`, `fzjs report summary`; never `from fzjs import x`."""


def _places() -> Iterator[Path]:
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").glob("*.md"))
    yield from sorted((ROOT / "src").rglob("*.py"))
    yield from sorted((ROOT / "templates").glob("*.j2"))


def _named() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for path in _places():
        for match in NAMED.finditer(path.read_text(encoding="utf-8")):
            found.setdefault((match[1], match[2] or ""), []).append(path.name)
    return found


def _commands() -> dict[str, frozenset[str]]:
    """Give every command, with the commands below it where it is a group."""
    group = typer.main.get_command(app)
    below = getattr(group, "commands", {})
    return {name: frozenset(getattr(one, "commands", ())) for name, one in below.items()}


@pytest.mark.parametrize(("named", "places"), _named().items())
def test_a_command_that_is_recommended_exists(named: tuple[str, str], places: list[str]) -> None:
    commands = _commands()
    name, below = named
    assert name in commands, places
    assert not commands[name] or below in {"", *commands[name]}, places


def test_the_words_are_found_in_pages_hints_and_docs() -> None:
    named = _named()
    assert "README.md" in named["report", "summary"]
    assert any(place.endswith(".py") for place in named["explain", ""])
    assert set(_commands()) <= {name for name, _ in named}


@pytest.mark.parametrize("text", ["用 fzjs add 登记", "`fzjs report letter`", "fzjs -C x add"])
def test_a_command_that_is_not_there_would_be_found(text: str) -> None:
    found = NAMED.search(text)
    assert found
    commands = _commands()
    assert found[1] not in commands or found[2] not in commands[found[1]]
