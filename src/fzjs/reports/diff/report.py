"""`fzjs diff`: what happened to the campaign between two commits, in its own words."""

from __future__ import annotations

import datetime
from typing import Any

from fzjs.reports.diff import changed, moved
from fzjs.reports.diff.both import renamed as new_names
from fzjs.reports.diff.sides import Side, Sides, sides
from fzjs.reports.named import office_named
from fzjs.reports.wording import rate_rows, tally
from fzjs.tree import Tree

_UNLISTED = frozenset({"日程", "催办", "申报"})


def build(
    tree: Tree,
    between: tuple[str | datetime.date, str],
    today: datetime.date,
    office: str = "",
) -> dict[str, Any]:
    """Return the numbers of both sides, what moved, and what else changed, each with its source.

    DESIGN section 5: "what changed between two commits". `between` are commits as typed, or days;
    the second is "" for the working tree. Raises FzjsError.
    """
    both = sides(tree, *between, today)
    after = both.after.at
    full = office_named(after, office) if office else ""
    renamed = new_names(both.before.at, after)
    campaign = after.repository.campaign
    return {
        "单位": campaign.unit,
        "示例": campaign.sample,
        "科室": full,
        "从": _side(both.before, full, renamed),
        "到": _side(both.after, full, {}),
        "日期": both.day.isoformat(),
        "注意": list(both.notes),
        "未列": _unlisted(both),
        **moved.build(both, renamed, full),
        **_others(both, full),
    }


def _others(both: Sides, office: str) -> dict[str, Any]:
    """Return the other lists under names that are none of an 应报件's."""
    return {f"{name}变化": rows for name, rows in changed.build(both, office).items()}


def _unlisted(both: Sides) -> list[str]:
    """Return the changed records that no list is about: nobody may think nothing changed."""
    return sorted({edit.file for edit in both.edits if _UNLISTED & set(edit.file.split("/")[1:-1])})


def _side(side: Side, office: str, renamed: dict[str, str]) -> dict[str, Any]:
    """Return what `fzjs status` said of a side on its own day."""
    own = side.own
    names = {office, *(old for old, now in renamed.items() if now == office)}
    met = [m for m in own.met if not office or names & set(m.due.owners)]
    return {
        "写法": side.said,
        "提交": own.repository.commit,
        "提交日期": side.made,
        "日期": side.day.isoformat(),
        "合计": tally(own, met),
        "齐备": [] if office else rate_rows(own.completeness, "齐备"),
    }
