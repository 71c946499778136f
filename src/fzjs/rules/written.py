"""Indicators and `fzjs.yaml` as written: record and facts together, for places inside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fzjs import facts, models
from fzjs.assess import Assessment
from fzjs.diagnostic import KeyPath, Location
from fzjs.repository import Document
from fzjs.source import Source


class Written(NamedTuple):
    """An indicator: its facts, its record, and where it stands in its file."""

    item: facts.Indicator
    record: models.Indicator
    path: KeyPath
    source: Source

    def at(self, *keys: str | int) -> Location:
        """Return the place of a value inside the indicator."""
        return self.source.locate((*self.path, *keys))


def indicators(assessment: Assessment) -> tuple[Written, ...]:
    """Return every indicator in plan order, those with equal keys too."""
    return assessment.once(_every)


def _every(assessment: Assessment) -> tuple[Written, ...]:
    return tuple(_written(assessment))


def _written(assessment: Assessment) -> Iterator[Written]:
    repository = assessment.repository
    items = iter(repository.indicators)
    for document in repository.documents:
        # By its role first: to ask an entry for its record would read it.
        if document.role is None and isinstance(document.record, models.IndicatorFile):
            for i, block in enumerate(document.record.root):
                for j, record in enumerate(block.indicators):
                    yield Written(next(items), record, (i, "三级指标", j), document.source)


def campaign_of(document: Document) -> models.Campaign | None:
    """Return the campaign's record if this document is `fzjs.yaml` and could be read."""
    return document.record if isinstance(document.record, models.Campaign) else None


def campaign_document(assessment: Assessment) -> Document:
    """Return `fzjs.yaml`; an assessment exists only where it could be read."""
    documents = assessment.repository.documents
    return next(d for d in documents if d.role is None and isinstance(d.record, models.Campaign))
