"""How many pieces are owed, and by which list, on a screen."""

from __future__ import annotations

from typing import Any


def by_list(data: dict[str, Any]) -> str:
    """Say where the number of pieces comes from; "" for what no list counts."""
    if not data["按"]:
        return ""
    if data["清单件数"] is None:
        return f"{data['按']}没有报件数，先算1件"
    return f"按{data['按']}列的{data['清单件数']}件"
