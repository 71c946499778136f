"""A Word document held against GB/T 9704-2012 and the campaign's plan: bytes in, findings out.

`reading.read` and `registry.check` do the work; they need lxml, so that they are imported there.
"""

from fzjs.norm.model import Expected, Finding, Kind, Level, of_campaign

__all__ = ["Expected", "Finding", "Kind", "Level", "of_campaign"]
