"""What text and Markdown share: the sections in their order, and where long lists are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from fzjs.diagnostic import Severity
from fzjs.facts.change import Outcome, Piece, Share

MOST = 20
"""Lines of a list that are shown; the rest is counted."""

Item = TypeVar("Item")


def headline(outcome: Outcome) -> str:
    """Return the verdict with why."""
    report = outcome.report
    counts = "，".join(f"{severity} {report.count(severity)}" for severity in Severity)
    late = "，有逾期件（--deadline）" if outcome.late else ""
    return f"{'通过' if outcome.accepted else '不通过'}：{counts}{late}"


def compared(outcome: Outcome) -> str:
    """Return with what it was compared, and as of which day."""
    return f"与 {outcome.revision} 比较（起点 {outcome.base}），按 {outcome.today} 算"


def numbers(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """Yield each number with its values before and after; `-` where it is not known."""
    before, after = outcome.before, outcome.after
    if before or after:
        for field, word in (
            ("owed", "应报"), ("passed", "已通过"), ("pending", "待审"), ("overdue", "逾期"),
        ):  # fmt: skip
            yield word, str(getattr(before, field, "-")), str(getattr(after, field, "-"))
    for share in outcome.shares:
        yield f"{share.label}齐备", *_share(share)


def _share(share: Share) -> tuple[str, str]:
    old, new = (f"{part[0]}/{part[1]}" if part else "-" for part in (share.before, share.after))
    return old, new


def sections(outcome: Outcome) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield each list of 应报件 that is not empty, with its heading."""
    for title, pieces in (
        ("新满足", outcome.met),
        ("新通过", outcome.passed),
        ("要复核（通过后改过）", outcome.again),
        ("又缺了", outcome.opened),
        ("只因设置或指标改动而算满足（不是进展）", outcome.by_settings),
        ("不再欠（不是进展）", outcome.gone),
        ("新欠", outcome.new),
    ):
        if pieces:
            yield title, pieces


def states(piece: Piece) -> str:
    """Return how a piece moved; what one side does not know is not owed there."""
    return f"{piece.before or '不欠'} → {piece.after or '不欠'}"


def reviewers(outcome: Outcome) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return who has to approve: office, how many files, accounts by CODEOWNERS.

    A file that is moved is approved by who gets it and by who loses it.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for each in outcome.files:
        found.setdefault(each.office or "（不知道是谁的）", []).append(each.accounts)
        if each.lost_by:
            found.setdefault(each.lost_by, []).append(each.lost_accounts)
    return [
        (office, len(owned), tuple(dict.fromkeys(one for accounts in owned for one in accounts)))
        for office, owned in found.items()
    ]


def cut(items: Sequence[Item]) -> tuple[Sequence[Item], int]:
    """Return the items that are shown, and how many are not."""
    return items[:MOST], max(0, len(items) - MOST)
