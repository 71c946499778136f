"""`fzjs add … --to`: a file, claims, or what was looked up, added to an entry that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fzjs.actions.add import register, scan
from fzjs.actions.add.claims import Said
from fzjs.actions.add.draft import Placed, attachment
from fzjs.actions.add.edits import Edits
from fzjs.actions.add.looked import Looked
from fzjs.actions.add.scan import Scan
from fzjs.actions.desk import Desk, consequences
from fzjs.actions.names import NONE
from fzjs.assess import Standing
from fzjs.assess.sound.papers import is_pdf
from fzjs.check import check
from fzjs.diagnostic import Diagnostic, RefusedError, Report, Severity
from fzjs.facts import Entry
from fzjs.store import Change, Staged, apply
from fzjs.tree import is_committed
from fzjs.visible import in_shell


class Onto(NamedTuple):
    """What is added; "", () and None where nothing."""

    file: scan.Given | None = None
    claims: tuple[Said, ...] = ()
    dated: str = ""
    sealed: str = ""
    looked: Looked = Looked()


class Done(NamedTuple):
    """What to print, and what the entry would still be refused for when handed in."""

    lines: tuple[str, ...]
    entry: Entry
    lacks: tuple[Diagnostic, ...]
    passed: bool


def attach(desk: Desk, typed: str, onto: Onto) -> Done:
    """Add to an entry, all or nothing. Returns what to print.

    Raises FzjsError for names; RefusedError where the entry must not be changed, where the file
    is another entry's, or where the rules have something new against it.
    """
    standing = desk.entry(typed)
    entry = standing.entry
    _refuse_closed(standing)
    file = scan.settle(desk, entry, onto.file) if onto.file else None
    edits = Edits(desk, entry)
    _edit(desk, entry, onto, file, edits)
    changes = list(_changes(entry, edits, file))
    if not changes:
        same = f"{entry.file} 本来就是这样，{NONE}"
        return Done((same,), entry, _lacks(desk, entry), passed=False)
    _refuse_worse(desk, entry, changes, file)
    apply(desk.tree, changes, gone=file.gone if file else ())
    now = register.anew(desk.assessment)
    after = now.standings[entry.id].entry
    lines = [f"已改 {entry.file}：{'；'.join(edits.said) or '补上了附件的文件'}"]
    lines += scan.told(desk, entry, file) if file else ()
    lines += consequences(desk.assessment, now)
    passed = standing.review is not None and standing.review.passed
    changed = passed and after.fingerprint != entry.fingerprint
    return Done(tuple(lines), after, _lacks(desk, after), passed=changed)


def _lacks(desk: Desk, entry: Entry) -> tuple[Diagnostic, ...]:
    if entry.state != "草稿":
        return ()
    return register.lacking([entry.file], desk.tree, desk.today)[entry.file]


def _changes(entry: Entry, edits: Edits, file: Scan | None) -> Iterator[Change]:
    if file and file.placed.source:
        yield Change(file.placed.file, None, file.placed.source)
    if edits.raw != edits.before:
        yield Change(entry.file, edits.before, edits.raw)


def _refuse_closed(standing: Standing) -> None:
    entry = standing.entry
    if entry.secret:
        raise RefusedError(f"{entry.id} 是涉密条目，不附文件，也不写内容。{NONE}")
    if entry.state == "撤回":
        again = f"fzjs submit {in_shell(entry.id)} --reopen 理由"
        raise RefusedError(f"{entry.id} 是撤回的。{NONE}\n要重新用：{again}")


def _edit(desk: Desk, entry: Entry, onto: Onto, file: Scan | None, edits: Edits) -> None:
    """Work out the entry's new text."""
    catalogue = desk.assessment.catalogue
    have = {(catalogue.material(c.material), c.period) for c in entry.claims}
    for said in onto.claims:
        if (catalogue.material(said.key), said.period) not in have:
            edits.add("对应", said.plain(), f"{said.material}/{said.period}")
    edits.set("落款日期", onto.dated)
    edits.set("盖章", onto.sealed)
    if file:
        claimed = (*(c.material for c in entry.claims), *(c.key for c in onto.claims))
        counted = register.counted(entry.kind, claimed, desk.assessment)
        item = attachment(file.placed, counted=counted)
        if file.old:
            edits.replace(entry.attachments.index(file.old), item, file.old.path)
        else:
            edits.add("附件", item, file.placed.path)
        _drop_body(desk, entry, file.placed, edits)
    for key, record in onto.looked.records():
        edits.look(key, record)


def _drop_body(desk: Desk, entry: Entry, placed: Placed, edits: Edits) -> None:
    """docs/keys.md, 正文: “只有由 fzjs 出文书的情况说明才写；已有附件的不写”."""
    if not entry.body_words or not is_pdf(placed.path):
        return
    if is_committed(desk.tree.root, entry.file):
        edits.drop("正文", "正文 删去，以附件为准（原来的文字 git 里有）")
    else:
        edits.said.append("正文 留着：这个文件还没有提交（git commit），提交以后自己删去")


def _refuse_worse(desk: Desk, entry: Entry, changes: Sequence[Change], file: Scan | None) -> None:
    """Raise RefusedError where the rules would have something against it that they have not now."""
    copied = file.placed if file and file.placed.source else None
    hashes = {copied.file: copied.attached.paper.sha256} if copied else {}
    staged = Staged.over(desk.tree.root, changes, hashes, gone=file.gone if file else ())
    had = {(f.rule, f.message) for f in _errors(check(desk.tree, desk.today))}
    allowed = register.LATER if entry.state == "草稿" else frozenset()
    new = [
        found
        for found in _errors(check(staged, desk.today))
        if (found.rule, found.message) not in had and found.rule not in allowed
    ]
    if new:
        lines = _told(new)
        raise RefusedError("\n".join((f"没有加到 {entry.file}，先改好：", *lines, NONE)))


def _errors(report: Report) -> list[Diagnostic]:
    return [found for found in report.diagnostics if found.severity is Severity.ERROR]


def _told(found: Iterable[Diagnostic]) -> Iterator[str]:
    for each in found:
        yield f"  {each.message}"
        yield f"    改法：{each.hint}"
