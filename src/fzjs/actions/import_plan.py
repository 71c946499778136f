"""A plan in a foreign file becomes a data repository, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fzjs.actions import folder
from fzjs.check import errors
from fzjs.importers import readers
from fzjs.importers.assemble import Bundle, assemble
from fzjs.importers.registry import Choice, choose
from fzjs.importers.tidy import tidy
from fzjs.importers.unnamed import unnamed
from fzjs.tree import Tree


class Imported(NamedTuple):
    """What an import made: its parts, the files written, and how many errors `check` finds."""

    bundle: Bundle
    choice: Choice
    files: tuple[str, ...]
    errors: int


def import_plan(
    source: Path, target: Path, shape: str = "", *, year: int, force: bool = False
) -> Imported:
    """Read a plan and write its repository into `target`.

    `year` is assumed, as 待定, where the plan names none at all; so the same plan gives the same
    bytes but for that case.

    Raises:
        FzjsError: the file cannot be read as a plan, or the folder must not be written to.
    """
    document = tidy(readers.read(source))
    choice = choose(document, shape)
    draft = unnamed(choice.shape.records(document))
    bundle = assemble(document, draft, year, choice.shape.TITLE)
    if force:
        folder.refuse_mixing(target, bundle.files)
    content = {name: text.encode() for name, text in bundle.files.items()}
    written = folder.write(target, content, force=force)
    return Imported(bundle, choice, tuple(written), errors(Tree(target.resolve())))
