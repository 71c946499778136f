"""Who belongs to an office, as far as `fzjs.yaml` and the indicators name them."""

from __future__ import annotations

from collections import defaultdict

from fzjs.assess import Assessment
from fzjs.models import Campaign


def persons_of(record: Campaign, assessment: Assessment) -> dict[str, frozenset[str]]:
    """Return the 责任人 and 联络人 of each office by its full name.

    Those that an indicator names for an office count too: a row may have a person of its own.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for office in record.offices:
        found[office.name] |= {name for name in (office.person, office.liaison) if name}
    for row in assessment.catalogue.rows.values():
        for each in row.responsible:
            if each.person:
                found[each.office].add(each.person)
    return {office: frozenset(names) for office, names in found.items()}
