"""Formats of old: .doc, .xls, .wps, .et, .rtf and .odt, through LibreOffice where it is found."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from fzjs.diagnostic import FzjsError, os_reason

_SECONDS = 120
_TARGETS = {"table": "xlsx", "word": "docx"}
_SAVE_AS = {
    "table": "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入",
    "word": "请用 WPS 或 Word 打开，另存为 .docx 再导入",
}

_SUFFIX = 10
"""Characters of a suffix that are kept: no format has a longer one."""


def convert(path: Path, suffix: str, kind: str) -> bytes:
    """Return an old file as the bytes of a .docx (`kind` word) or an .xlsx (`kind` table).

    FzjsError that says what to do where LibreOffice is missing, fails or takes too long.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise FzjsError(f"旧格式（{suffix or '无后缀'}），本机没有 LibreOffice。{_SAVE_AS[kind]}")
    with tempfile.TemporaryDirectory(prefix="fzjs-") as folder:
        source = Path(folder, f"source{suffix[:_SUFFIX]}")
        try:
            shutil.copyfile(path, source)
        except OSError as error:
            raise FzjsError(f"转换时写不了临时文件：{os_reason(error)}。{_SAVE_AS[kind]}") from None
        _run(office, source, Path(folder), _TARGETS[kind], _SAVE_AS[kind])
        made = Path(folder, "out", f"source.{_TARGETS[kind]}")
        if not made.is_file():
            raise FzjsError(
                "LibreOffice 转换不了，文件可能坏了、有密码，或 LibreOffice 没有装全。"
                f"{_SAVE_AS[kind]}"
            )
        return made.read_bytes()


def _run(office: str, source: Path, folder: Path, target: str, advice: str) -> None:
    """Run the conversion with a profile of its own, so that an open office does not matter."""
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        subprocess.run(  # noqa: S603  # no shell; the path is one this module made
            command, check=False, timeout=_SECONDS, capture_output=True, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise FzjsError(f"LibreOffice 转换超过 {_SECONDS} 秒，已停止。{advice}") from None
    except OSError:
        raise FzjsError(f"LibreOffice 启动不了。{advice}") from None
