"""What an entry still lacks, and the command that adds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzjs.diagnostic import Diagnostic
from fzjs.facts import Entry
from fzjs.visible import in_shell

_FILE = "扫描件.pdf"
_ADDED = {
    "evidence-empty": _FILE,
    "evidence-without-pdf": _FILE,
    "evidence-undated": "--dated 日期",
    "evidence-unsealed": "--sealed",
    "claim-wrong-kind": "--url 网址 --looked 日期",
    "evidence-web-unlisted": "--url 网址 --web-title 名称 --category 类别 --published 日期",
}
"""What to add on the command line for what is missing."""
_LOOKED = {
    "网络检索": "--url 网址 --looked 日期",
    "零报告": "--checked 查了哪里 --looked 日期 --result 结果",
}


def lines(entry: Entry, lacks: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield what is missing, each once, and how it is added; else how the entry is handed in."""
    name = in_shell(entry.file)
    if not lacks:
        yield f"齐了，可以提交：fzjs submit {name}"
        return
    yield "提交前还缺："
    parts = dict.fromkeys(part for each in lacks if (part := _part(entry, each)))
    for message, hint, known in dict.fromkeys(
        (each.message, each.hint, bool(_part(entry, each))) for each in lacks
    ):
        yield f"  {message}" if known else f"  {message}。{hint}"
    if parts and not entry.secret:
        given = sorted(parts, key=lambda part: part.startswith("--"))
        yield f"有了以后：fzjs add {' '.join([*given, '--to', name])}"
    yield f"齐了以后：fzjs submit {name}"


def _part(entry: Entry, found: Diagnostic) -> str:
    if found.rule == "evidence-kind-incomplete":
        return _LOOKED.get(entry.kind, "")
    if found.rule == "claim-wrong-kind" and "网络检索" not in found.message:
        return ""
    return _ADDED.get(found.rule, "")
