"""Files that the program makes outside the repository's records: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from fzjs.diagnostic import FzjsError


def write(path: Path, content: bytes) -> None:
    """Write a file so that no reader ever sees half of it. Raises FzjsError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FzjsError(
            f"写不了 {path}：{error.strerror}。看看文件夹在不在、文件是不是正开着。"
        ) from error
