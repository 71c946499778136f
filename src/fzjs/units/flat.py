"""What `fzjs rollup` found as one flat table, for a spreadsheet."""

from __future__ import annotations

from typing import Any

from fzjs.reports.tables.columns import REACH

_LEFT_OUT = ("层级", "待定")


def flat(data: dict[str, Any]) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the headings and a line a unit, in the order of the screen; no sums among them."""
    rows = [
        {"体系": group["体系"], "名次": place, **_line(row)}
        for group in data["体系"]
        for place, row in enumerate(group["单位"], 1)
    ]
    return list(rows[0]) if rows else ["体系", "名次", "单位"], rows


def _line(row: dict[str, Any]) -> dict[str, Any]:
    tiers = {each["层级"]: each for each in row["层级"]}
    return {
        **{name: value for name, value in row.items() if name not in _LEFT_OUT},
        "待定": row["待定"],
        **{
            f"{tier}{word}": tiers.get(tier, {}).get(word)
            for tier in REACH
            for word in ("总数", "齐备", "达标", "齐备率")
        },
    }
