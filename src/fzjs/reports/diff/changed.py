"""What else differs between two sides: entries, problems, ledgers, and what was settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fzjs.assess import Followed
from fzjs.assess.followed import BACK, CLOSED, OPEN, RETURNED
from fzjs.facts import LedgerMonth, Problem
from fzjs.models import Evidence
from fzjs.personal import mask
from fzjs.reports.diff import settled
from fzjs.reports.diff.both import both
from fzjs.reports.diff.sides import Side, Sides
from fzjs.repository import Document, Loaded
from fzjs.repository.layout import name_of
from fzjs.rules.changing import Pair, entry_pairs
from fzjs.rules.folders import same_office

Rows = list[dict[str, Any]]

OF_THE_UNIT = ("口径", "科室", "设置", "指标")
"""The lists that are nobody's own: of one office they are not shown."""
_ORDER = ("写错了", "删除", "撤回", "新增", "改动", "审核或督导", "改名", "只改注释")
"""What may have happened to an entry, what asks for a look first."""


def build(sides: Sides, office: str) -> dict[str, Rows]:
    """Return the lists; `office` leaves those that are its own."""
    found = {
        "条目": sorted(_entries(sides), key=lambda row: _ORDER.index(row["怎么"])),
        "问题": list(_problems(sides)),
        "台账": list(_ledgers(sides)),
        "批准": list(settled.approvals(sides)),
        "口径": list(settled.rulings(sides)),
        "科室": list(settled.offices(sides)),
        "指标": list(settled.indicators(sides)),
        "设置": list(settled.settings(sides)),
    }
    if not office:
        return found
    return {
        name: [] if name in OF_THE_UNIT else [row for row in rows if office in _whose(row)]
        for name, rows in found.items()
    }


def _whose(row: Mapping[str, Any]) -> tuple[str, ...]:
    named = row["科室"]
    return (named,) if isinstance(named, str) else tuple(named)


def _loaded(side: Side) -> Loaded:
    repository = side.at.repository
    return Loaded(repository, repository.documents, side.faults)


def _entries(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the entries whose file differs, then those that only a review or a problem moved."""
    before, after = sides.before.at, sides.after.at

    def same(one: str, other: str) -> bool:
        return same_office(one, other, before.catalogue, after.catalogue)

    pairs = entry_pairs(_loaded(sides.before), _loaded(sides.after), sides.edits, same)
    seen: set[str] = set()
    for pair in pairs:
        seen |= pair.names
        yield _entry(sides, pair, _how(pair))
    for name, now in after.standings.items():
        was = before.standings.get(name)
        if was and name not in seen and was.state != now.state:
            document = Document(now.entry.file)
            yield _entry(sides, Pair(document, document), "审核或督导")


def _how(pair: Pair) -> str:
    before, after = (each.record if each else None for each in (pair.before, pair.after))
    if pair.before is None:
        return "新增"
    if pair.after is None:
        return "删除"
    if not isinstance(after, Evidence):
        return "写错了"
    if after.state == "撤回" and not (isinstance(before, Evidence) and before.state == "撤回"):
        return "撤回"
    if _keys(before, after):
        return "改动"
    return "改名" if pair.moved else "只改注释"


def _keys(before: object, after: object) -> list[str]:
    """Return the keys of a record that differ."""
    if not (isinstance(before, Evidence) and isinstance(after, Evidence)):
        return []
    old, new = before.plain(), after.plain()
    return [key for key in {**old, **new} if old.get(key) != new.get(key)]


def _entry(sides: Sides, pair: Pair, how: str) -> dict[str, Any]:
    old, new = (name_of(each.file) if each else "" for each in (pair.before, pair.after))
    was, now = sides.before.at.standings.get(old), sides.after.at.standings.get(new)
    known = now or was
    name, catalogue = new or old, sides.after.at.catalogue
    files = [each.file for each in (pair.before, pair.after) if each]
    if how == "审核或督导":
        problems = sides.after.at.repository.problems
        files = [f"evidence/审核/{name}.yaml"]
        files += [each.place.file for each in problems if each.subject == name]
    keys = _keys(pair.before.record, pair.after.record) if pair.before and pair.after else []
    return {
        "条目": name,
        "原名": old if old and new and old != new else "",
        "怎么": how,
        "科室": catalogue.folder_office(name.split("/")[0]),
        "事由": "" if known is None or known.entry.secret else known.entry.subject,
        "改了": keys,
        "原来": was.state if was else "",
        "现在": now.state if now else "",
        "文件": pair.file,
        "提交": sides.source(*files),
    }


def _problems(sides: Sides) -> Iterator[dict[str, Any]]:
    for was, now in both(sides, lambda side: side.followed, lambda each: each.problem.id):
        how = _problem_how(was, now)
        if how:
            known: Problem = (now or was).problem
            office = sides.after.at.catalogue.office(known.office) or known.office
            yield {
                "编号": known.id,
                "怎么": how,
                "问题": mask(known.text),
                "对象": known.subject,
                "科室": office,
                "时限": known.due.isoformat(),
                "文件": known.place.file,
                "提交": sides.source(known.place.file),
            }


def _problem_how(was: Followed | None, now: Followed | None) -> str:
    if was is None or now is None:
        return "删去" if now is None else "查出" if now.state == OPEN else f"查出，{now.state}"
    moved = now.is_open and was.problem.due != now.problem.due
    said = (_state_how(was, now), f"时限改到{now.problem.due}" if moved else "")
    return "，".join(filter(None, said))


def _state_how(was: Followed, now: Followed) -> str:
    """Say how the state changed; 反弹 only where an inspector wrote it."""
    if was.state != now.state:
        if was.state == CLOSED and now.state != BACK:
            return f"不再算销号（{now.state}）"
        return "销号" if now.state == CLOSED else now.state
    # Returned, applied for and returned again: it stands as it stood.
    return f"又{now.state}" if now.state in {RETURNED, BACK} and was.since != now.since else ""


def _ledgers(sides: Sides) -> Iterator[dict[str, Any]]:
    """Yield the ledgers that differ; one in another folder of its office is the same one."""
    known = sides.after.at.catalogue.folder_office
    found = both(
        sides, lambda side: side.repository.ledgers, lambda each: (known(each.office), each.month)
    )
    for was, now in found:
        how = _ledger_how(was, now)
        if how:
            ledger: LedgerMonth = now or was
            yield {
                "科室": known(ledger.office),
                "月份": ledger.month,
                "怎么": how,
                "文件": ledger.place.file,
                "提交": sides.source(ledger.place.file),
            }


def _ledger_how(was: LedgerMonth | None, now: LedgerMonth | None) -> str:
    """Say what happened to a ledger: a draft is not handed in before the office says so."""
    if now is None:
        return "删去"
    if now.draft and (was is None or not was.draft):
        return "改回草稿" if was else "预填"
    if was is None or (was.draft and not now.draft):
        return "交来"
    return "" if (was.filled, _lines(was)) == (now.filled, _lines(now)) else "改动"


def _lines(ledger: LedgerMonth) -> list[tuple[int, str, bool, str]]:
    return [(line.year, line.indicator, line.done, line.note) for line in ledger.lines]
