"""What the options say, read: the file, where it is to be, what it proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fzjs.cli.adding.given import Given

if TYPE_CHECKING:
    from fzjs.actions.add.claims import Said
    from fzjs.actions.add.draft import How
    from fzjs.actions.add.paper import Paper
    from fzjs.assess import Assessment

# Writing reads PDF and Word; the commands that only read do not pay for them.


def paper(given: Given, assessment: Assessment) -> Paper | None:
    """Return the file, None where none is given. Raises FzjsError."""
    from fzjs.actions.add import paper as papers  # noqa: PLC0415  # see above

    return papers.read(given.path, assessment.repository.worktree) if given.path else None


def claims(given: Given, assessment: Assessment) -> tuple[Said, ...]:
    """Return what is claimed, with pages and quotes. Raises FzjsError."""
    from fzjs.actions.add import claims as claiming  # noqa: PLC0415  # see above

    said = [claiming.parse(each, assessment) for each in given.claims]
    return tuple(claiming.spread(said, given.pages, given.quotes)) if said else ()


def how(given: Given) -> How | None:
    """Return where the bytes are to be, None where it is left to where they lie."""
    from fzjs.actions.add.draft import How  # noqa: PLC0415  # see above

    hows = (How.LINK, How.COPY, How.ELSEWHERE)
    return next((h for h, said in zip(hows, given.places, strict=True) if said), None)
