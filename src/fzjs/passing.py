"""What this process saw that may be otherwise the next time, though nothing that is kept tells.

What was found with it is not kept: a commit that git did not have yet, a file that could not be
read at that moment.
"""

from __future__ import annotations

seen: list[str] = []
"""A word for each, as it was met."""
