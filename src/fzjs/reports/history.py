"""`fzjs history`: week by week what was owed, passed and overdue, read from git's commits."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fzjs.assess import Assessment, assess
from fzjs.diagnostic import FzjsError
from fzjs.reports.named import office_named
from fzjs.reports.weeks import Week, weeks_of
from fzjs.reports.wording import long_date, rate_rows, tally
from fzjs.repository import Memo, Repository, load_sound
from fzjs.tree import Commit, Line, Objects, Step, Tree, line

WEEKS = 52
"""Weeks that are shown where no one asks for more."""
_REASONS = 3
"""Reasons that are told in full; a row has room for the beginning of its own."""
NOTHING_YET = "还没有 fzjs.yaml"


class Asked(NamedTuple):
    """What is asked for: how many weeks at most, from and to which day, of which office."""

    weeks: int = WEEKS
    since: datetime.date | None = None
    until: datetime.date | None = None
    office: str = ""


class Read(NamedTuple):
    """A commit as read: no repository where it could not be, and why."""

    repository: Repository | None
    unread: int
    why: str


class _Reader:
    """Reads commits one after the other, what they share once."""

    def __init__(self, tree: Tree) -> None:
        self._root = tree.root
        self._objects = Objects(tree.root)
        self._memo = Memo()
        self._last: tuple[str, Read] = ("", Read(None, 0, ""))

    def read(self, step: Step) -> Read:
        if self._last[0] != step.name:
            self._last = step.name, self._read(step)
        return self._last[1]

    def _read(self, step: Step) -> Read:
        try:
            commit = Commit(self._root, step.name, self._objects)
            if "fzjs.yaml" not in commit.all_files():
                return Read(None, 0, NOTHING_YET)
            if missing := commit.missing():
                lost = f"git 里没有{len(missing)}个文件的内容（部分克隆，或者坏了）"
                return Read(None, 0, f"{lost}，如 {missing[0]}")
            repository, faults = load_sound(commit, self._memo)
        except FzjsError as error:
            return Read(None, 0, str(error).splitlines()[0])
        return Read(repository, len({fault.location.file for fault in faults}), "")


def build(tree: Tree, today: datetime.date, asked: Asked) -> dict[str, Any]:
    """Return the burn-up: a row a week, of its last commit, as `fzjs status` counts it.

    The day of a row is the commit's 基准日, else the last of the week, or `today` where that comes
    first. DESIGN section 5: "the burn-up over git history". Raises FzjsError.
    """
    found = line(tree.root, today)
    reader = _Reader(tree)
    latest = reader.read(found.steps[-1]).repository
    running = latest is None or latest.campaign.today is None
    weeks = weeks_of(found, today if running else None, asked.since, asked.until)
    if not weeks:
        first, last = found.steps[0].day, found.steps[-1].day
        raise FzjsError(f"这段时间没有提交。提交从 {first} 到 {last}，改一改 --from、--to。")
    shown = weeks[-asked.weeks :]
    rows, newest = _rows(reader, shown, today, asked.office)
    skipped = next((i for i, row in enumerate(rows) if row["原因"] != NOTHING_YET), 0)
    campaign = newest.repository.campaign if newest else None
    return {
        "单位": campaign.unit if campaign else "",
        "示例": campaign.sample if campaign else False,
        "科室": office_named(newest, asked.office) if newest and asked.office else "",
        "截止": campaign.cutoff.isoformat() if campaign else "",
        "提交数": len(found.steps),
        "更早": len(weeks) - len(shown),
        "周": rows[skipped:],
        "节点": list(_marks(newest)) if newest else [],
        "注意": list(_notes(found, rows[skipped:])),
    }


def _rows(
    reader: _Reader, weeks: Sequence[Week], today: datetime.date, office: str
) -> tuple[list[dict[str, Any]], Assessment | None]:
    """Return the rows, and the newest assessment: it knows what the office is called now."""
    newest: Assessment | None = None
    names: set[str] = set()
    rows = []
    for week in reversed(weeks):
        read = reader.read(week.step)
        assessment = None
        if read.repository:
            day = read.repository.campaign.today or min(week.last, today)
            assessment = assess(read.repository, day)
            if newest is None and office:
                names = _names(assessment, office)
            newest = newest or assessment
        rows.append(_row(week, read, assessment, names))
    return rows[::-1], newest


def _names(assessment: Assessment, office: str) -> set[str]:
    """Return every name of an office: it may have had another in earlier weeks."""
    full = office_named(assessment, office)
    offices = assessment.repository.campaign.offices
    return {full, *(alias for each in offices if each.name == full for alias in each.aliases)}


def _row(week: Week, read: Read, assessment: Assessment | None, names: set[str]) -> dict[str, Any]:
    year, number, _ = week.last.isocalendar()
    counts, rates = None, []
    if assessment:
        known = {assessment.catalogue.office(name) for name in names} - {""}
        met = [m for m in assessment.met if not names or known & set(m.due.owners)]
        counts = tally(assessment, met)
        rates = [] if names else rate_rows(assessment.completeness, "齐备")
    return {
        "周": f"{year}-W{number:02}",
        "起": (week.last - datetime.timedelta(days=6)).isoformat(),
        "止": week.last.isoformat(),
        "提交": week.step.name[:7],
        "提交日期": week.step.day.isoformat(),
        "提交数": week.commits,
        "前空周": week.empty,
        "日期": assessment.today.isoformat() if assessment else "",
        "合计": counts,
        "齐备": rates,
        "有误文件": read.unread,
        "原因": read.why,
    }


def _marks(assessment: Assessment) -> Iterator[dict[str, str]]:
    """Yield the days that the plan sets, in order."""
    campaign = assessment.repository.campaign
    found = [(stage.start, f"{stage.name}开始") for stage in campaign.stages]
    found += [(stage.end, f"{stage.name}结束") for stage in campaign.stages]
    found += [(batch.due, f"{batch.name}期限") for batch in campaign.batches]
    found.append((campaign.cutoff, "材料截止" + ("（待定）" if "截止" in campaign.assumed else "")))
    names: defaultdict[str, list[str]] = defaultdict(list)
    for day, name in found:
        if day:
            names[day.isoformat()].append(name)
    yield from ({"日期": day, "名称": "、".join(names[day])} for day in sorted(names))


def _notes(found: Line, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Say what the rows do not show, or show by another day than their own."""
    if found.shallow:
        yield (
            f"这里是浅克隆，只有最近{len(found.steps)}次提交，更早的看不到："
            "git fetch --unshallow 取全"
        )
    if found.broken:
        yield f"git 只读到 {found.steps[0].name[:7]}，更早的读不了：{found.broken}"
    odd = [step for step in found.steps if step.said]
    if odd:
        yield (
            f"{len(odd)}次提交的时间不会是真的（如 {odd[-1].name[:7]} 写的是 {odd[-1].said}）："
            "在今天以后，或者比它前面的提交还早。当作和前一次提交同一天"
        )
    reasons = Counter(row["原因"] for row in rows if row["原因"])
    for why, count in reasons.most_common(_REASONS):
        yield f"{count}周的数据读不了，没有数，没有画：{why}"
    if len(reasons) > _REASONS:
        yield f"另有{len(reasons) - _REASONS}种读不了的原因：加 --json 看全"
    faulty = [row for row in rows if row["有误文件"]]
    if faulty:
        yield f"{len(faulty)}周各有写错的文件没有计入，最近的是 {faulty[-1]['提交']}"
    fixed = sorted({row["日期"] for row in rows if row["日期"] and not _within(row)})
    if fixed:
        days = "、".join(long_date(datetime.date.fromisoformat(day)) for day in fixed[-2:])
        yield f"fzjs.yaml 写了基准日的周，逾期按基准日算（{days}{'等' if fixed[2:] else ''}）"


def _within(row: dict[str, Any]) -> bool:
    return bool(row["起"] <= row["日期"] <= row["止"])
