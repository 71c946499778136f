"""What names a finding from run to run, though lines above it come and go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from fzjs.diagnostic import Diagnostic, Report


def fingerprints(report: Report) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding with a hash of its rule, file, message and number among its likes."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for found in report.diagnostics:
        key = (found.rule, found.location.file, found.message)
        seen[key] += 1
        words = "\0".join((*key, str(seen[key])))
        yield found, hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
