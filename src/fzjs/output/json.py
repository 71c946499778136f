"""Findings as one JSON object (docs/json.md)."""

from __future__ import annotations

import json
from typing import Any, TextIO

from fzjs.diagnostic import Diagnostic, Report, Severity
from fzjs.visible import escaped


def write(report: Report, stream: TextIO) -> None:
    """Print {文件数, 错误, 警告, 提示, 改级别: […], 发现: […]}."""
    counts = {str(severity): report.count(severity) for severity in Severity}
    found = [plain(diagnostic) for diagnostic in report.diagnostics]
    regraded = [{"规则": r.rule, "原级别": r.usual, "级别": r.now} for r in report.regraded]
    data = {"文件数": report.files, **counts, "改级别": regraded, "发现": found}
    stream.write(escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")


def plain(found: Diagnostic) -> dict[str, Any]:
    """Return a finding as `fzjs check --format json` prints it."""
    return {
        "规则": found.rule,
        "级别": str(found.severity),
        "文件": found.location.file,
        "行": found.location.line,
        "列": found.location.column,
        "说明": found.message,
        "改法": found.hint,
        "另见": [
            {"文件": place.file, "行": place.line, "列": place.column, "说明": word}
            for place, word in found.related
        ],
    }
