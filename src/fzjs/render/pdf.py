"""A Word document as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from fzjs.diagnostic import FzjsError, os_reason

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
        try:
            done = subprocess.run(  # noqa: S603  # its own path and ours, no shell
                (
                    *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                    *("--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export"),
                    *("--outdir", name, str(source)),
                ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
            return (folder / "document.pdf").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise FzjsError(
                f"LibreOffice {_SECONDS}秒没有转完，没有出 PDF；Word 已写好。"
            ) from error
        except FileNotFoundError as error:
            said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            why = f"：{said[0]}" if said else ""
            raise FzjsError(
                f"LibreOffice 没有转出 PDF{why}。Word 已写好，可在 Word 里另存。"
            ) from error
        except OSError as error:
            raise FzjsError(f"LibreOffice 运行不了：{os_reason(error)}。Word 已写好。") from error
