"""What is said of a file that nothing reads: where it was meant to lie, how it is to be named."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from fzjs.diagnostic import Fault, Location
from fzjs.repository.layout import RESERVED

_MEANT = re.compile(
    r"(?P<dot>[.．。])(?P<yaml>ya?ml)(?P<tail>(?:[.．。](?:txt|docx?|bak|orig|old|save|tmp|rej)|~)*)"
    r"(?P<blank>\s*)$",
    re.IGNORECASE,
)
"""`.yml`, `.YAML`, `.yaml.txt`, `.yaml.bak`, `．yaml`, and `.yaml ` with a blank behind."""
_BACKUP = re.compile(r"[.．。](?:bak|orig|old|save|tmp|rej)|~", re.IGNORECASE)
_ASIDE = re.compile(r"readme(?:\.(?:md|txt))?|thumbs\.db|desktop\.ini|~\$.*", re.IGNORECASE)
"""Names under which nobody hands anything in: a word to the reader, and what Windows leaves."""


def stray(file: str, others: Collection[str] = ()) -> Fault | None:
    """Return what is wrong with a file that nothing reads, None where it does no harm.

    `others` are the files beside it: a backup of one that is there loses nothing.
    """
    name = PurePosixPath(file).name
    if _ASIDE.fullmatch(name):
        return None
    meant = _MEANT.search(name)
    whole = f"{name[: meant.start()]}.yaml" if meant else ""
    if meant and whole != name:
        if _BACKUP.search(meant["tail"]) and file.removesuffix(name) + whole in others:
            hint = f"这是 {whole} 的备份：删去，旧的样子 git 里有"
            return Fault("file-unread", "这个文件没有被读取", Location(file), hint)
        message = "文件名不是以 .yaml 结尾，整个文件没有被读取"
        return Fault("file-wrong-suffix", message, Location(file), _renamed(meant, whole))
    if meant and file.startswith("evidence/"):
        message, hint = _misplaced(file)
        return Fault("file-misplaced", message, Location(file), hint)
    hint = "条目写成 科室名/文件名.yaml，附件放进该科室的“附件”文件夹"
    if file.startswith("indicators/"):
        hint = "指标写在 .yaml 文件里；别的文件移出 indicators/"
    return Fault("file-unread", "这个文件没有被读取", Location(file), hint)


def _renamed(meant: re.Match[str], whole: str) -> str:
    """Say which letters of the name to change, and the name as it ought to be."""
    if meant["tail"]:
        backup = "；不用的备份就删去" if _BACKUP.search(meant["tail"]) else ""
        return f"把文件名末尾的“{meant['tail']}”去掉，改名为 {whole}{backup}"
    written = meant["dot"] + meant["yaml"]
    if written == ".yaml":
        return f"把文件名末尾的空格去掉，改名为 {whole}"
    return f"把文件名末尾的“{written}”改成“.yaml”，改名为 {whole}"


def _misplaced(file: str) -> tuple[str, str]:
    """Say where a YAML file lies and into which folder it goes."""
    folders, name = file.split("/")[1:-1], PurePosixPath(file).name
    if not folders:
        return (
            "条目没有放进科室文件夹，没有被读取",
            f"移到负责的科室的文件夹：evidence/科室名/{name}",
        )
    if folders[0] in RESERVED:
        own = "" if folders[0] == "附件" else f"{folders[0]}/"
        return (
            f"“{folders[0]}”前面没有科室文件夹，这个文件没有被读取",
            f"移到 evidence/科室名/{own}{name}",
        )
    kept = next(folder for folder in folders[1:] if folder in RESERVED)
    return (
        f"“{kept}”没有直接放在科室文件夹里，这个文件没有被读取",
        f"移到 evidence/{folders[0]}/{kept}/{name}；是条目的，不要放在“{kept}”里",
    )
