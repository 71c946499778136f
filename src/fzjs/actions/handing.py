"""What stands in the way of handing entries in, by the rules themselves."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from fzjs.assess.sound import CONDITIONS
from fzjs.check import check
from fzjs.diagnostic import Diagnostic, Severity
from fzjs.store import Change, Staged
from fzjs.tree import Tree


def in_the_way(
    changes: Sequence[Change], tree: Tree, today: datetime.date
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return for each entry, changed as it would be handed in, the findings that refuse it.

    An error refuses, and so does a condition without which the entry would not count, or a
    工作台账 that says 已完成 while something is open: it is said now, so what is open now counts.
    """
    report = check(Staged.over(tree.root, changes), today)
    counting = {condition.rule for condition in CONDITIONS} | {"ledger-done-since"}
    return {
        change.file: tuple(
            found
            for found in report.within(change.file).diagnostics
            if found.severity is Severity.ERROR or found.rule in counting
        )
        for change in changes
    }
