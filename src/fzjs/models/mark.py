"""What references are built of: 编号 and 代号, which hold none of the marks between them."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from fzjs.models.base import TEXT_SCHEMA, as_text, fail, shown


def _mark(value: object) -> str:
    text = as_text(value)
    if not re.search(r"[^\W_]|[★☆◆▲]", text):
        fail(f"“{shown(text)}”里没有数字和文字，认不出是哪一项", "照方案写，如 31、（5）、★1")
    if re.search(r"[-/]", unicodedata.normalize("NFKC", text)):
        meant = re.sub(r"[-/]", ".", unicodedata.normalize("NFKC", text))
        fail(f"“{shown(text)}”里有“-”或“/”：引用里用它们分开编号、代号和年度", f"写成 {meant}")
    return text


Mark = Annotated[
    str,
    BeforeValidator(_mark),
    WithJsonSchema({**TEXT_SCHEMA, "pattern": r"^[^-/－／]*[^-/－／\s][^-/－／]*$"}),
]
"""编号 and 代号: references put `-` and `/` between them (31-2甲/2020)."""
