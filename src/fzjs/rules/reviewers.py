"""Who reviews what (DESIGN section 4), and which entries there are."""

from __future__ import annotations

from fzjs.assess import Assessment
from fzjs.assess.catalogue import Catalogue
from fzjs.repository import Role


def reviewer_of(office: str, catalogue: Catalogue) -> str:
    """Return the office that reviews an office's entries; "" where the campaign names none.

    DESIGN section 4: "A named substitute reviews the reviewing office's own entries".
    """
    campaign = catalogue.campaign
    reviewing = catalogue.office(campaign.reviewing)
    own = (catalogue.office(office) or office) == reviewing
    return catalogue.office(campaign.review_substitute) if own else reviewing


def entry_names(assessment: Assessment) -> tuple[str, ...]:
    """Return the ids of all entries, those that could not be read too."""
    return tuple(
        document.file.removeprefix("evidence/").removesuffix(".yaml")
        for document in assessment.repository.documents
        if document.role is Role.ENTRY
    )
