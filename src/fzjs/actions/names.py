"""What a file or folder may be called on every system, and what every refusal ends with."""

from __future__ import annotations

import re

NONE = "没有改动。"
"""What a refusal ends with: no file was written."""
UNSAFE = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
"""Marks that Windows refuses in a name."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""How the name of a device begins, which Windows does not give to a file."""


def unfit(name: str) -> str:
    """Return why a part of a path cannot be called so, "" where it can."""
    if DEVICE.match(name):
        return f"“{name}”是 Windows 留给设备的名字，不能作文件名"
    if name != name.strip(" .") or UNSAFE.search(name) or not name:
        return f'“{name}”不能作文件名：不用 \\ / : * ? " < > | 和首尾的点、空格'
    return ""
