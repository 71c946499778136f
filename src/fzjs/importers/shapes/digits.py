"""Numbered lines whose words begin with digits: `2.12345热线……` between `1.` and `3.`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from fzjs.importers.document import Place
from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import family
from fzjs.importers.words import numbering

_LONG = re.compile(r"[0-9０-９]{3}")
"""So many digits after the stop are no decimal in a plan."""

Read = Callable[[str, Place], Line]


def opened(found: Sequence[Line], read: Read) -> Iterator[Line]:
    """Yield the lines; one that the run of `1.` expects is opened by its number.

    It needs a sign beside the expected value: three digits after the stop, its own owners, or the
    number after it further down. `2.5万件` within a text is left alone.
    """
    last = 0
    runs = {at: line.lead.value for at, line in enumerate(found) if _plain(line) and line.lead}
    values = list(runs.values())
    gone = 0
    for at, line in enumerate(found):
        if at in runs:
            last = runs[at]
            gone += 1
        lead = None if line.lead else numbering.expected(line.text, last + 1)
        follows = gone < len(values) and values[gone] == last + 2
        if lead and (follows or _LONG.match(lead.rest) or _owned(line)) and _parted(found, at):
            last += 1
            rest = read(lead.rest, line.place)
            before = f"{rest.lead.printed}{rest.before}" if rest.lead else rest.before
            yield line._replace(lead=lead, before=before, fields=rest.fields)
        else:
            yield line


def _plain(line: Line) -> bool:
    return line.lead is not None and family(line.lead) == "1."


def _owned(line: Line) -> bool:
    return any(field.kind == fields.OFFICES for field in line.fields)


def _parted(found: Sequence[Line], at: int) -> bool:
    """Tell whether the line above ends with a stop or is a field: nothing goes on below it."""
    above = found[at - 1] if at else None
    return above is None or bool(above.fields) or above.text[-1] in "。；;：:！？）)】]〕"
