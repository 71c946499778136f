"""What `fzjs format` says of Word files: read, held against norm and plan, put into one dict."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fzjs.diagnostic import FzjsError
from fzjs.nearest import nearest
from fzjs.norm import Expected, Finding
from fzjs.personal import mask

STANDARD = "GB/T 9704-2012"
_LIKE = 60
"""How like a name has to be, of 100: all end in .docx."""


def build(files: Sequence[Path], expected: Expected) -> dict[str, Any]:
    """Return the findings of each file; one that cannot be opened says why, and is an error.

    `expected.unit` is "" outside a data repository: the norm alone is then asked. Raises FzjsError
    for a file that is not there. No number of a person is quoted.
    """
    made = [_file(path, expected) for path in [_there(path) for path in files]]
    return {
        "标准": STANDARD,
        "单位": expected.unit,
        "方案": bool(expected.unit),
        "文件": made,
        "错误": sum(each["错误"] for each in made),
        "警告": sum(each["警告"] for each in made),
    }


def look(content: bytes, expected: Expected) -> list[Finding]:
    """Return what a document of ours shows of its styles and page alone, not of its words."""
    from fzjs.norm.foreign import examine  # noqa: PLC0415  # lxml, only where a file is read
    from fzjs.norm.registry import LOOK  # noqa: PLC0415  # as above

    return [each for each in examine(content, expected)[1] if each.check in LOOK]


def _file(path: Path, expected: Expected) -> dict[str, Any]:
    # lxml is imported only where a file is read.
    from fzjs.norm.foreign import examine  # noqa: PLC0415  # see above
    from fzjs.ooxml.guard import load  # noqa: PLC0415  # see above

    try:
        paper, findings = examine(load(path), expected)
    except FzjsError as error:
        return _told(path, "", (), str(error))
    return _told(path, str(paper.roles.kind), findings, "")


def _told(path: Path, kind: str, findings: Sequence[Finding], refused: str) -> dict[str, Any]:
    unfit = sum(each.level.unfit for each in findings)
    return {
        "文件": str(path),
        "种类": kind,
        "打不开": refused,
        "错误": unfit + bool(refused),
        "警告": len(findings) - unfit,
        "结果": [
            {
                "检查": each.check,
                "级别": str(each.level),
                "严重程度": "错误" if each.level.unfit else "警告",
                "条款": each.clause,
                "位置": mask(each.place),
                "问题": mask(each.message),
                "怎么改": each.hint,
            }
            for each in findings
        ],
    }


def _there(path: Path) -> Path:
    """Return a path that is there; FzjsError that names the nearest file where it is not."""
    try:
        if path.exists():
            return path
        names = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    except (OSError, ValueError):
        names = []
    wide = {unicodedata.normalize("NFKC", name): name for name in names}
    known = wide.get(unicodedata.normalize("NFKC", path.name)) or nearest(path.name, names, _LIKE)
    hint = f"是不是“{path.parent / known}”？" if known else "核对路径和文件名。"
    raise FzjsError(f"没有“{path}”这个文件。{hint}")
