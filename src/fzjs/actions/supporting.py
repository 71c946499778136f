"""The files beside a data repository's records: CI, code owners, editor, git, schema, templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources

from fzjs import __version__
from fzjs.render import templates
from fzjs.reports import schema

_PLACES: Mapping[str, str] = {
    "github.yml": ".github/workflows/check.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "gitee.yml": ".workflow/check.yml",
    "pre-commit.yml": ".pre-commit-config.yaml",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "snippets.json": ".vscode/fzjs.code-snippets",
    "editorconfig": ".editorconfig",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "readme.md": "README.md",
    "templates.md": "templates/README.md",
}
"""Packed name → where it goes; without their dots the packed ones steer no tool of ours."""


def files(offices: Iterable[str], *, with_templates: bool = False) -> dict[str, bytes]:
    """Return path → content of every supporting file.

    `offices` own a folder each. The templates themselves only on request: the packed ones are used
    without them, and copies drift (DESIGN section 6).
    """
    made = {place: packed(name).encode() for name, place in _PLACES.items()}
    made["CODEOWNERS"] = _owners(offices).encode()
    made["evidence/.gitkeep"] = b""
    made |= {f"schema/{name}.json": schema.text(name).encode() for name in schema.NAMES}
    if with_templates:
        made |= {f"templates/{name}": templates.find(name) for name in templates.names()}
    return made


def packed(name: str) -> str:
    """Return the text of a file of `scaffold/`, with the running version filled in."""
    text = (resources.files("fzjs.actions") / "scaffold" / name).read_text(encoding="utf-8")
    return text.replace("@版本@", __version__)


def _owners(offices: Iterable[str]) -> str:
    """Return CODEOWNERS; every line a comment, as an unknown account voids its line."""
    lines = "".join(f"# /evidence/{_pattern(office)}/ @待填\n" for office in offices)
    return packed("codeowners").replace("@科室@\n", f"{lines}\n" if lines else "")


def _pattern(name: str) -> str:
    """Return a folder's name as CODEOWNERS reads it: blanks and marks with a meaning escaped."""
    return re.sub(r"([\s#!*?\[\]\\@])", r"\\\1", name)
