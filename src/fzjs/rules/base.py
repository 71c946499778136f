"""What a rule is: a module with a docstring, SEVERITY, SCOPE and, unless reading finds it, `find`.

- Scope.READING: found while reading; the module is only its page.
- Scope.DOCUMENT: `find(document)`, one file with its record and its text.
- Scope.ENTRY: `find(entry, catalogue)`, one ledger entry against indicators and offices, and
  nothing else: neither the day nor the other entries.
- Scope.PAPERS: `find(entry, catalogue, tree)`, the same with what its attachments hold.
- Scope.CAMPAIGN: `find(assessment)`, everything, on one day.
- Scope.PRIVATE: the same, with what lies in `private/`; only for who asks (`--with-private`).
- Scope.CHANGE: `find(change)`, what a change does to a commit; only `check --base` runs it.

`SILENCED_BY` names narrower rules: where one of them speaks at the same place, this one is quiet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NamedTuple

from fzjs.diagnostic import Location, Related, Severity


class Scope(Enum):
    """How much a rule needs to see."""

    READING = "reading"
    DOCUMENT = "document"
    ENTRY = "entry"
    PAPERS = "papers"
    CAMPAIGN = "campaign"
    PRIVATE = "private"
    CHANGE = "change"


class Found(NamedTuple):
    """What a rule yields; its name and severity are added by `check`."""

    location: Location
    message: str
    hint: str
    related: Related = ()


class Rule(NamedTuple):
    """A rule as registered; `find` takes what its scope says.

    Of Scope.ENTRY it runs for each of thousands of entries, so it looks first at what tells that
    there is nothing to say, and then returns () rather than an iterator that yields nothing. Of
    Scope.PAPERS it runs where an attachment is a .docx that lies in the repository.
    """

    name: str
    severity: Severity
    scope: Scope
    silenced_by: tuple[str, ...]
    find: Callable[..., Iterable[Found]] | None
    text: str


class Page(NamedTuple):
    """A rule's page: title line and Markdown body, from its module's docstring."""

    name: str
    severity: Severity
    title: str
    body: str


def from_module(module: Any) -> Rule:  # noqa: ANN401  # a module
    """Return the rule that a module is."""
    return Rule(
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        severity=module.SEVERITY,
        scope=module.SCOPE,
        silenced_by=getattr(module, "SILENCED_BY", ()),
        find=getattr(module, "find", None),
        text=module.__doc__,
    )
