"""清单.json of an export, read without trust: it may be cut, foreign, or no file at all."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.reports.tables import FORMAT

MANIFEST = "清单.json"
UNIT = "单位.jsonl"
LARGEST = 1 << 18
"""Bytes of 清单.json or 单位.jsonl that are read; they have one to three thousand."""


def bounded(path: Path) -> bytes:
    """Return the bytes of a small file. Raises FzjsError; a pipe or a huge file is not opened."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise FzjsError(f"{path.name} 不是普通文件")
        if found.st_size > LARGEST:
            raise FzjsError(f"{path.name} 有{found.st_size}字节，太大，不是 fzjs export 写的")
        with path.open("rb") as stream:
            return stream.read(LARGEST)
    except OSError as error:
        raise FzjsError(f"{path.name} 读不了：{os_reason(error)}") from error


def parsed(raw: bytes, name: str) -> dict[str, Any]:
    """Return the object that a file holds, of a 格式 that is known. Raises FzjsError."""
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FzjsError(f"{name} 不是 UTF-8（像是另存过），重新导出") from error
    except (ValueError, RecursionError) as error:
        raise FzjsError(f"{name} 不是完整的 JSON：没有写完、没有拷全或改过，重新导出") from error
    if not isinstance(data, dict) or type(data.get("格式")) is not int:
        raise FzjsError(f"{name} 不是 fzjs export --jsonl 写的")
    if data["格式"] > FORMAT:
        raise FzjsError(f"格式是第{data['格式']}版，这里只认到第{FORMAT}版，升级 fzjs 再汇总")
    if data["格式"] != FORMAT:
        raise FzjsError(f"格式是第{data['格式']}版，现在是第{FORMAT}版，用新的 fzjs 重新导出")
    return data


def sizes(folder: Path) -> dict[str, tuple[int, str]]:
    """Return the bytes and the SHA-256 of each file that 清单.json lists. Raises FzjsError."""
    if not (folder / MANIFEST).exists():
        raise FzjsError(f"没有 {MANIFEST}：没有导完或没有拷全，重新导出")
    data = parsed(bounded(folder / MANIFEST), MANIFEST)
    found: dict[str, tuple[int, str]] = {}
    for each in data["文件"] if isinstance(data.get("文件"), list) else ():
        line = each if isinstance(each, dict) else {}
        name, size, digest = (line.get(key) for key in ("文件", "字节", "sha256"))
        if not (isinstance(name, str) and isinstance(size, int) and isinstance(digest, str)):
            raise FzjsError(f"{MANIFEST} 不是 fzjs export --jsonl 写的")
        found[name] = size, digest
    if UNIT not in found:
        raise FzjsError(f"{MANIFEST} 里没有 {UNIT}，不是 fzjs export --jsonl 写的")
    return found


def unit_of(folder: Path) -> str:
    """Return whose export a folder holds; "" where that cannot be told."""
    try:
        return str(parsed(bounded(folder / MANIFEST), MANIFEST).get("单位", ""))
    except FzjsError:
        return ""
