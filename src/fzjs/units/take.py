"""A data repository to its tables: loaded, assessed and checked in one go."""

from __future__ import annotations

import datetime
from collections import Counter

from fzjs import __version__
from fzjs.assess import assess
from fzjs.check import findings
from fzjs.diagnostic import Fault, Severity
from fzjs.reports import tables
from fzjs.repository import load, sound_of
from fzjs.tree import Tree


def tables_of(
    tree: Tree, clock: datetime.date
) -> tuple[dict[str, list[tables.Row]], tuple[Fault, ...]]:
    """Return every table of a repository and the faults of files left out. Raises FzjsError."""
    loaded = load(tree)
    repository, faults = sound_of(loaded)
    assessment = assess(repository, repository.campaign.today or clock, clock)
    counted = Counter(found.severity for found in findings(loaded, assessment))
    found = {str(severity): counted[severity] for severity in Severity}
    return tables.build(assessment, faults, found, __version__), faults
