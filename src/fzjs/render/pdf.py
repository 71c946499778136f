"""A Word document as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fzjs.diagnostic import FzjsError, os_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRODUCER = (b"LibreOffice", "LibreOffice".encode("utf-16-be").hex().upper().encode())
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 300
"""A merged table of thousands of rows takes LibreOffice minutes (`reference/word.md`)."""


def program() -> str:
    """Return LibreOffice's path. Raises FzjsError where it is not installed."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    raise FzjsError(
        "没有找到 LibreOffice，出不了 PDF。装好再来（如 apt install libreoffice-writer），"
        "或去掉 --pdf，在 Word、WPS 里打开 .docx 另存为 PDF。"
    )


def convert(document: bytes) -> bytes:
    """Return a Word document's pages as PDF.

    LibreOffice gets a profile of its own, so that one that is open does not answer in its place.
    Raises FzjsError where it is missing, takes too long or makes nothing.
    """
    office = program()
    with TemporaryDirectory(prefix="fzjs-") as name:
        folder = Path(name)
        source = folder / "document.docx"
        source.write_bytes(document)
        said = _run(
            (
                *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                *("--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export"),
                *("--outdir", name, str(source)),
            )
        )
        made = folder / "document.pdf"
        if not made.is_file():
            why = f"：{said}" if said else ""
            raise FzjsError(f"LibreOffice 没有转出 PDF{why}。Word 已写好，可在 Word 里另存。")
        return made.read_bytes()


def is_converted(content: bytes) -> bool:
    """Tell whether a PDF is one that LibreOffice made: a scan of the sealed paper is none."""
    return any(name in content for name in _PRODUCER)


def _run(command: Sequence[str]) -> str:
    """Run LibreOffice to its end, with all that it starts; return the last line it says."""
    try:
        process = subprocess.Popen(  # noqa: S603  # its own path and ours, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise FzjsError(f"LibreOffice 运行不了：{os_reason(error)}。Word 已写好。") from error
    with process:
        try:
            _, said = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(process)
            message = f"LibreOffice {_SECONDS}秒没有转完，没有出 PDF；Word 已写好。"
            raise FzjsError(message) from error
        except BaseException:  # Ctrl-C: it must not go on by itself
            _end(process)
            raise
    return "".join(said.decode(errors="replace").strip().splitlines()[-1:])


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started: `soffice` is a script around the program itself."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
