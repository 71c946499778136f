"""What is proposed for a paper: offered in a prompt, or said and taken where nobody is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fzjs.actions.add import naming
from fzjs.actions.add.claims import Said, years_of
from fzjs.actions.add.paper import Paper
from fzjs.assess import Assessment
from fzjs.assess.suggest import Query, Suggestion, suggest


def subject(paper: Paper, claims: Iterable[Said], assessment: Assessment) -> str:
    """Return a 事由: the title's where it has the campaign's form, else the file name's."""
    campaign = assessment.repository.campaign
    found = naming.from_title(paper.opening, campaign)
    found = found or naming.from_file(paper.path.name, campaign)
    return naming.with_years(found, years_of(claims, assessment))


def fitting(paper: Paper, office: str, assessment: Assessment) -> tuple[Suggestion, ...]:
    """Return the open materials that a file may prove, by its name and title alone."""
    campaign = assessment.repository.campaign
    words = (naming.from_title(paper.opening, campaign), paper.path.stem)
    named = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", paper.path.stem)}
    years = frozenset(range(min(named), max(named) + 1)) if named else None
    return suggest(Query(words, years, "", office), assessment)
