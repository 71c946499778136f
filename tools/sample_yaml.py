"""YAML as a clerk writes it: block style on top, one line for each claim, attachment or figure."""

from __future__ import annotations

import re
from typing import Any

ENTRY = "# yaml-language-server: $schema=../../schema/evidence.json\n"
REVIEW = "# yaml-language-server: $schema=../../../schema/review.json\n"
LEDGER = "# yaml-language-server: $schema=../../../schema/ledger.json\n"
ORDER = (
    "事由", "标题", "种类", "涉密", "对应", "出具单位", "外单位", "文号", "落款日期", "盖章",
    "载体", "份数", "件数", "附件", "数据", "公开", "网络检索", "查证", "案卷", "访谈", "考试",
    "公开属性", "交件", "代录", "更正", "撤回理由", "状态", "示例",
)  # fmt: skip


def scalar(text: str) -> str:
    """Return a text as YAML, quoted only where it must be."""
    plain = (
        re.match(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]", text)
        and not re.search(r": |:$| #|[,\[\]{}]", text)
        and not text.endswith(" ")
    )
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value: Any) -> str:  # noqa: ANN401  # any YAML value
    """Return a value in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(str(value))


def block(key: str, value: Any) -> str:  # noqa: ANN401  # any YAML value
    """Return a key and its value: lists of mappings as one line each, all else on one line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{key}:\n" + "\n".join(f"- {flow(item)}" for item in value)
    return f"{key}: {flow(value)}"


def dump(entry: dict[str, Any]) -> str:
    """Return an entry's file, keys in the order of the format."""
    return ENTRY + "\n".join(block(key, entry[key]) for key in ORDER if key in entry) + "\n"
