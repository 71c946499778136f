"""Findings as SARIF 2.1.0, for code scanning and viewers.

The schema is tests/data/sarif-2.1.0.json. Braces in a message stay as they are: viewers fill
placeholders only where a message has arguments, and none of ours has.
"""

from __future__ import annotations

import json
import re
from typing import Any, TextIO
from urllib.parse import quote

from fzjs import __version__
from fzjs.diagnostic import Diagnostic, Location, Report, Severity
from fzjs.output.fingerprint import fingerprints
from fzjs.rules import page
from fzjs.visible import escaped

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"


def write(report: Report, stream: TextIO) -> None:
    """Print one run: the rules that spoke, with their pages, and a result for each finding."""
    names = sorted({found.rule for found in report.diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "fzjs",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "数据仓库的根"}}},
        "results": [
            {
                "ruleId": found.rule,
                "ruleIndex": names.index(found.rule),
                "level": _LEVELS[found.severity],
                "message": {"text": _text(found)},
                "locations": [_place(found.location)],
                "relatedLocations": [
                    {"id": number, **_place(place), "message": {"text": _no_link(word)}}
                    for number, (place, word) in enumerate(found.related, 1)
                ],
                "partialFingerprints": {"fzjs/v1": fingerprint},
            }
            for found, fingerprint in fingerprints(report)
        ],
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")


def _rule(name: str) -> dict[str, Any]:
    found = page(name)
    if found is None:
        return {"id": name}
    plain = found.body.replace("**", "")
    return {
        "id": name,
        "shortDescription": {"text": found.title},
        "help": {"text": plain, "markdown": f"# {found.title}\n\n{found.body}"},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
    }


def _place(place: Location) -> dict[str, Any]:
    """Return a place; the path is a URI from the data repository's root."""
    uri = quote(place.file, errors="surrogatepass")
    region = {"startLine": place.line, "startColumn": place.column}
    artifact = {"uri": uri, "uriBaseId": _ROOT}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _text(found: Diagnostic) -> str:
    return _no_link(found.message + (f"\n改法：{found.hint}" if found.hint else ""))


def _no_link(text: str) -> str:
    """Return a text in which no viewer finds `[words](address)`, the links of plain messages."""
    return re.sub(r"\](?=\()", "] ", text)
