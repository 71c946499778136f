"""Findings as a GitLab Code Quality report: shown in the merge request, beside the lines.

https://docs.gitlab.com/ci/testing/code_quality/ names the fields; GitLab compares `fingerprint`
between the branches to tell what is new.
"""

from __future__ import annotations

import json
from typing import TextIO

from fzjs.diagnostic import Report, Severity
from fzjs.output.fingerprint import fingerprints
from fzjs.visible import escaped

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""An error blocks the merge; `major` and `critical` would say nothing more here."""


def write(report: Report, stream: TextIO) -> None:
    """Print a JSON list, one object a finding."""
    data = [
        {
            "description": found.message + (f"。改法：{found.hint}" if found.hint else ""),
            "check_name": found.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[found.severity],
            "location": {
                "path": found.location.file,
                "lines": {"begin": found.location.line},
            },
        }
        for found, fingerprint in fingerprints(report)
    ]
    stream.write(escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")
