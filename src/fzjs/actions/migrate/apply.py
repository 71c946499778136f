"""`fzjs migrate --apply`: the confirmed migration, written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fzjs.actions.desk import Desk
from fzjs.actions.migrate import agenda, entries, indicators, others
from fzjs.actions.migrate.confirmed import mapped, unconfirmed, unsound
from fzjs.actions.migrate.edition import Edition, other, own
from fzjs.actions.migrate.entries import Outcome
from fzjs.actions.migrate.propose import file_named
from fzjs.actions.migrate.work import Task, Work, told
from fzjs.actions.names import NONE
from fzjs.assess import Assessment, State, assess
from fzjs.assess.satisfy import prove
from fzjs.check import findings
from fzjs.diagnostic import Diagnostic, FzjsError, Location, RefusedError, Severity
from fzjs.models import Agenda, Evidence, IndicatorFile, Migration
from fzjs.repository import Loaded, Role, load
from fzjs.repository.layout import name_of
from fzjs.repository.migration import read_migration
from fzjs.source.emit import Value
from fzjs.store import Change, Staged, apply, set_value
from fzjs.tree import uncommitted

_SHOWN = 12
"""Errors that a message names."""
_CLAIM_RULES = ("claim-wrong-kind", "claim-wrong-period", "claim-outside-window")
"""What can make a claim unfit for the material that takes its own over."""

_TOUCHED = ("fzjs.yaml", "indicators", ":(glob)evidence/**/*.yaml")
"""What a migration changes, in git's own patterns; attachments stay as they are."""


class Unfit(NamedTuple):
    """What the new edition does not take: claims, by entry and place, and entries, with why.

    `agenda` are lines of 日程, by file, key and place.
    """

    claims: dict[tuple[str, int], str]
    entries: dict[str, str]
    agenda: set[tuple[str, str, int]]


def carry_out(desk: Desk, typed: str, new: str, *, preview: bool) -> list[str]:
    """Carry a confirmed proposal out, or say what that would do. Returns what to print.

    附件1 一.7: “创建期间如遇国家和省创建指标体系调整，以调整后的创建指标体系为准”.

    Raises:
        FzjsError: no such file or edition.
        RefusedError: faults, or pairs nobody confirmed; a broken file; changes that are not
            committed; what `check` would call an error afterwards.
    """
    file = file_named(desk, typed)
    record, source, faults = read_migration(desk.tree, file)
    if record and record.done:
        raise RefusedError(f"{file}：{record.done.date} 已经换过了。{NONE}")
    campaign = desk.assessment.repository.campaign
    old = own(desk.assessment.repository)
    where, here = (new, desk.here) if new else (_place(record), desk.tree.root)
    edition = other(desk.tree.root, where, here, campaign) if where else old
    said = unsound(record, source, faults, (old, edition), desk.today)
    lacking = unconfirmed(record, source) if record else []
    if said or record is None:
        raise RefusedError("\n".join([*said, *lacking, f"改好、确认好再来一遍。{NONE}"]))
    task = _task(desk, record, old, edition)
    if lacking:
        closing = f"看过的把 确认 改成 是，再来一遍。{NONE}"
        raise RefusedError("\n".join([*lacking, *_also(task, preview=preview), closing]))
    _refuse_unready(desk, preview=preview)
    work, after = _worked(task)
    work = work._replace(changes=(*work.changes, _recorded(desk, file, work)))
    if not preview:
        apply(desk.tree, work.changes, (), work.gone)
    return list(told(task, work, after, file, preview=preview))


def _task(desk: Desk, record: Migration, old: Edition, new: Edition) -> Task:
    said = mapped(record, new)
    canonical = indicators.canonical_numbers(desk.assessment.repository.documents)
    return Task(desk, record, old, new, said, indicators.filled(old, new, said, canonical))


def _also(task: Task, *, preview: bool) -> Iterator[str]:
    """Yield what else would refuse a migration that somebody has yet to confirm."""
    try:
        _refuse_unready(task.desk, preview=preview)
    except RefusedError as error:
        yield str(error).removesuffix(NONE)
    try:
        _worked(task)
    except RefusedError as error:
        yield str(error).removesuffix(NONE).rstrip()


def _place(record: Migration | None) -> str:
    return (record.new.place or "") if record else ""


def _refuse_unready(desk: Desk, *, preview: bool) -> None:
    """Raise RefusedError where a file cannot be read, or work is not committed: git is the undo."""
    for document in desk.assessment.repository.documents:
        if document.record is None:
            desk.refuse_broken(document.file)
    if preview:
        return
    try:
        changed = uncommitted(desk.tree.root, *_TOUCHED)
    except FzjsError as error:
        raise RefusedError(f"{error}。换版动的文件多，要在 git 里才退得回去。{NONE}") from error
    if changed:
        raise RefusedError(
            f"{changed[0]} 等{len(changed)}个文件改了还没有提交。换版动的文件多，"
            f"先 git commit，换得不对才退得回去。{NONE}"
        )


def _worked(task: Task) -> tuple[Work, Assessment]:
    """Return what to write; a claim that its new material cannot take is left behind, with why.

    Raises RefusedError where `check` would find errors that are not there now.
    """
    loaded = Loaded(task.desk.assessment.repository, task.documents, task.desk.faults)
    before = Counter(map(_known, _errors(loaded, task.desk.assessment)))
    unfit = Unfit({}, {}, set())
    for _ in range(4):  # a claim that is left makes room for another, hardly ever twice
        work = _work(task, unfit)
        staged = load(Staged.over(task.desk.tree.root, work.changes, gone=work.gone))
        if staged.repository is None:
            first = next(f for f in staged.faults)
            raise RefusedError(f"换了以后 {first.location}: {first.message}。{first.hint}。{NONE}")
        after = assess(staged.repository, task.desk.today)
        errors = [e for e in _errors(staged, after) if not before[_known(e)]]
        if not _refuse_more(unfit, errors, after):
            break
    if errors:
        named = [f"{e.location}: {e.message}。{e.hint}" for e in errors[:_SHOWN]]
        raise RefusedError(
            "\n".join([f"换了以后 fzjs check 会多{len(errors)}个错误：", *named, NONE])
        )
    return work, after


def _errors(loaded: Loaded, assessment: Assessment) -> list[Diagnostic]:
    found = findings(loaded, assessment)
    return [each for each in found if each.severity is Severity.ERROR]


def _known(found: Diagnostic) -> tuple[str, str, int]:
    return found.rule, found.location.file, found.location.line


def _refuse_more(unfit: Unfit, errors: Sequence[Diagnostic], after: Assessment) -> bool:
    """Add what the errors say to what is unfit; tell whether anything was added.

    An error of a claim leaves the claim behind; any other of a submitted entry makes it a 草稿, for
    its office to complete.
    """
    places = {
        place: (entry.id, i)
        for entry in after.repository.entries.values()
        for i, claim in enumerate(entry.claims)
        for place in (claim.place, claim.period_place)
    }
    submitted = {e.file: e.id for e in after.repository.entries.values() if e.state == "已提交"}
    dated = dict(_dated(after))
    added = False
    for each in errors:
        line = dated.get(each.location)
        if line and line not in unfit.agenda:
            unfit.agenda.add(line)
            added = True
        if each.rule in _CLAIM_RULES and each.location in places:
            unfit.claims[places[each.location]] = each.message
            added = True
        elif each.location.file in submitted:
            unfit.entries.setdefault(submitted[each.location.file], each.message)
            added = True
    return added


def _dated(after: Assessment) -> Iterator[tuple[Location, tuple[str, str, int]]]:
    """Yield every place in a line of 日程 with the line."""
    for document in after.repository.documents:
        if isinstance(document.record, Agenda):
            own = document.record.plain()
            for key in own.keys() & {"办理", "事件"}:
                for i, line in enumerate(own[key]):
                    for name in line:
                        yield document.source.locate((key, i, name)), (document.file, key, i)


def _work(task: Task, unfit: Unfit) -> Work:
    changes = list(_of_indicators(task))
    left: list[dict[str, Value]] = []
    withdrawn: list[str] = []
    made: dict[str, list[Outcome]] = {}
    kept = again = 0
    repository = task.desk.assessment.repository
    for document in task.documents:
        if document.role is not Role.ENTRY:
            continue
        entry = repository.entries[name_of(document.file)]
        record: Evidence = document.record
        own = entries.outcomes(
            entry,
            record,
            task.mapped,
            lambda e, i: unfit.claims.get((e, i), ""),
            task.new.catalogue.materials,
        )
        made[entry.id] = own
        raw = task.desk.raw(document.file)
        draft = entry.id in unfit.entries
        after = entries.entry(raw, document.file, record, own, draft=draft)
        changes.append(Change(document.file, raw, after))
        left += entries.left(entry, own, record)
        if record.state != "撤回" and all(o.first.material.startswith("旧体系") for o in own):
            withdrawn.append(entry.id)
        standing = task.desk.assessment.standings[entry.id]
        passed = [i for i, c in enumerate(entry.claims) if prove(standing, c) is State.PASSED]
        one, two = entries.reviewed(passed, own)
        kept, again = (kept, again + one + two) if draft else (kept + one, again + two)
    dated: list[str] = []
    changes += _others(task, made, unfit, dated)
    settings = _settings(task)
    changes.append(Change("fzjs.yaml", task.desk.raw("fzjs.yaml"), settings.after))
    old_files = {d.file for d in task.documents if isinstance(d.record, IndicatorFile)}
    return Work(
        changes=tuple(change for change in changes if change.before != change.after),
        gone=tuple(sorted(old_files - task.filled.files.keys())),
        left=tuple(left),
        kept=kept,
        again=again,
        withdrawn=tuple(withdrawn),
        drafts=tuple(f"{name}：{why}" for name, why in unfit.entries.items()),
        said=settings.lines,
        dated=tuple(dated),
    )


def _settings(task: Task) -> others.Settings:
    raw = task.desk.raw("fzjs.yaml")
    campaign = next(d.record for d in task.documents if d.file == "fzjs.yaml")
    both = (task.old, task.new)
    return others.settings(raw, campaign, task.mapped, both, task.record, task.desk.today)


def _of_indicators(task: Task) -> Iterator[Change]:
    there = {d.file for d in task.documents}
    for file, after in task.filled.files.items():
        yield Change(file, task.desk.raw(file) if file in there else None, after)


def _others(
    task: Task, made: Mapping[str, list[Outcome]], unfit: Unfit, dated: list[str]
) -> Iterator[Change]:
    found = task.desk.assessment.repository.entries
    for document in task.documents:
        if document.role in {None, Role.ENTRY}:
            continue
        raw = task.desk.raw(document.file)
        if document.role is Role.REVIEW:
            name = name_of(document.file).removeprefix("审核/")
            own = made.get(name, [])
            entry = found.get(name)
            after = entries.review(raw, document.file, document.record, entry, own, task.filled)
        elif isinstance(document.record, Agenda):
            editions, stuck = (task.old, task.new), unfit.agenda
            after, lines = agenda.record(
                raw, document.file, document.record, task.mapped, editions, stuck
            )
            dated += lines
        else:
            after = others.record(raw, document, task.mapped)
        yield Change(document.file, raw, after)


def _recorded(desk: Desk, file: str, work: Work) -> Change:
    """Return the proposal with what was done, so that it is not done twice."""
    raw = desk.raw(file)
    done: dict[str, Value] = {
        "日期": desk.today.isoformat(),
        "审核照旧": str(work.kept),
        "待复核": str(work.again),
        **({"未带过来": list(work.left)} if work.left else {}),
    }
    return Change(file, raw, set_value(raw, file, ("已换",), done, after="提案"))
