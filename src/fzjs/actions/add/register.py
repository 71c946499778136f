"""New entries: where their files go, whether the rules accept them, and writing them whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add import naming
from fzjs.actions.add.claims import years_of
from fzjs.actions.add.draft import Attached, Draft, How, Placed, text
from fzjs.actions.handing import in_the_way
from fzjs.assess import Assessment, assess, sound
from fzjs.check import check
from fzjs.diagnostic import Diagnostic, FzjsError, Report, Severity
from fzjs.facts import Entry
from fzjs.reports.entry import holding
from fzjs.repository import load_sound
from fzjs.repository.layout import name_of
from fzjs.rules.claimed import asked_of
from fzjs.store import Change, Staged, apply, set_value
from fzjs.tree import Tree, inside
from fzjs.visible import in_shell

LATER = frozenset({"claim-without-passage"})
"""Errors that a draft may still have: what is missing can be added before it is handed in."""
DUPLICATE = "evidence-duplicate"


class Planned(NamedTuple):
    """An entry that is not written yet: its path and text, and its attachments."""

    draft: Draft
    file: str
    text: str
    placed: tuple[Placed, ...]

    @property
    def id(self) -> str:
        """The entry's name."""
        return name_of(self.file)


def plan(drafts: Iterable[Draft], assessment: Assessment) -> list[Planned]:
    """Return the entries that drafts make, none under a name that is there already.

    Raises FzjsError where a file must not be registered from where it lies.
    """
    tree = assessment.repository.worktree
    names = Names(tree)
    found = []
    for draft in drafts:
        years = years_of(draft.claims, assessment)
        stem = naming.stem(draft.subject, years) if not draft.secret else _unsaid(draft)
        placed = [place(each, draft.office, stem, tree, names) for each in draft.papers]
        file = names.entry(draft.office, stem)
        body = text(
            draft,
            placed,
            sample=assessment.repository.campaign.sample,
            schema=(tree.root / "schema" / "evidence.json").is_file(),
            counted=counted(draft.kind, (each.key for each in draft.claims), assessment),
        )
        found.append(Planned(draft, file, body, tuple(placed)))
    return found


def _unsaid(draft: Draft) -> str:
    """A 涉密 entry's file name must not tell what it is about either; its 登记号 does not."""
    return naming.safe(f"涉密登记-{draft.secret.register_no if draft.secret else ''}")


def counted(kind: str, claimed: Iterable[str], assessment: Assessment) -> bool:
    """Tell whether 字数 is asked: of a 情况说明, and where a material has a limit."""
    needs = (asked_of(each, assessment.catalogue) for each in claimed)
    stated = any(need and need.material and need.material.words_limit for need in needs)
    return kind == sound.STATEMENT or stated


class Names:
    """The names in use, those of this run too."""

    def __init__(self, tree: Tree) -> None:
        """Begin with what lies in the tree."""
        self._tree = tree
        self._new: dict[str, set[str]] = {}
        self.coming: dict[str, str] = {}

    def _in(self, place: str) -> set[str]:
        found = self._tree.root / place
        there = {each.name for each in found.iterdir()} if found.is_dir() else set()
        return there | self._new.get(place, set())

    def entry(self, office: str, stem: str) -> str:
        """Return a path for an entry that no other has."""
        place = f"evidence/{office}"
        return self._take(place, naming.free(stem, ".yaml", self._in(place)))

    def attachment(self, office: str, stem: str, suffix: str, sha256: str) -> tuple[str, bool]:
        """Return a file's path, and whether the same bytes lie there already."""
        place = f"evidence/{office}/附件"
        for name in self._in(place):
            file = f"{place}/{name}"
            alike = name.casefold().startswith(stem.casefold())
            if alike and sha256 in {self.coming.get(file, ""), self._tree.digest(file)}:
                return file, True
        file = self._take(place, naming.free(stem, suffix, self._in(place)))
        self.coming[file] = sha256
        return file, False

    def _take(self, place: str, name: str) -> str:
        self._new.setdefault(place, set()).add(name)
        return f"{place}/{name}"


def place(attached: Attached, office: str, stem: str, tree: Tree, names: Names) -> Placed:
    """Return where a file is to lie; `office` is the folder of the entry below `evidence/`.

    Raises FzjsError where it must not be registered from where it lies.
    """
    path, own = attached.paper.path, f"evidence/{office}"
    if attached.how is How.ELSEWHERE:
        name = naming.safe(attached.name or path.name)
        return Placed(attached, f"附件/{name}", f"{own}/附件/{name}", None)
    if attached.how is How.LINK:
        file = _within(path, tree)
        if not file.startswith(f"{own}/") or not inside("", file):
            where = f"不在 {own}/ 里" if file else "不在这个数据仓库里"
            raise FzjsError(
                f"“{path}”{where}，不能原处登记。\n去掉 --link，程序把它复制进 {own}/附件/。"
            )
        return Placed(attached, file.removeprefix(f"{own}/"), file, None)
    suffix = path.suffix.lower()
    named = attached.name.removesuffix(path.suffix).removesuffix(suffix)
    file, there = names.attachment(
        office, naming.safe(named) if named else stem, suffix, attached.paper.sha256
    )
    return Placed(attached, file.removeprefix(f"{own}/"), file, None if there else path)


def _within(path: Path, tree: Tree) -> str:
    """Return a file's path from the root, "" where it lies outside."""
    whole, root = path.resolve(), tree.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""


def lies_with(path: Path, office: str, tree: Tree) -> bool:
    """Tell whether a file lies among an office's own: then it is registered where it is."""
    return _within(path, tree).startswith(f"evidence/{office}/")


def once(attached: Attached, office: str, assessment: Assessment) -> Attached:
    """Return the copy that the office has already: two entries name it, and none is added."""
    sha256, tree = attached.paper.sha256, assessment.repository.worktree
    for _, item in holding(sha256, assessment) if attached.how is How.COPY else ():
        if item.found == sha256 and lies_with(tree.root / item.file, office, tree):
            return Attached(attached.paper._replace(path=tree.root / item.file), How.LINK)
    return attached


def trial(planned: Sequence[Planned], tree: Tree) -> Report:
    """Return what every rule says of the repository as it will be; nothing is written."""
    changes = [Change(each.file, None, each.text.encode()) for each in planned]
    hashes = {
        p.file: p.attached.paper.sha256
        for each in planned
        for p in each.placed
        if p.attached.how is How.COPY
    }
    return check(Staged.over(tree.root, changes, hashes))


def about(each: Planned, report: Report) -> list[Diagnostic]:
    """Return the findings on an entry, those too that an older entry gets because of it."""
    return [
        found
        for found in report.diagnostics
        if each.file in {found.location.file, *(place.file for place, _ in found.related)}
    ]


def refused(each: Planned, report: Report, assessment: Assessment) -> list[Diagnostic]:
    """Return the findings for which an entry must not be written."""
    allowed = frozenset() if each.draft.submitted else LATER
    wrong = [
        found
        for found in about(each, report)
        if found.severity is Severity.ERROR and found.rule not in allowed
    ]
    return [_known(found, each, assessment) for found in wrong]


def _known(found: Diagnostic, each: Planned, assessment: Assessment) -> Diagnostic:
    """Name the entry that is there: the rule weighs it against one that never will be.

    Its hint would have the clerk take away the one that is kept, or a file that is not written.
    """
    if found.rule != DUPLICATE:
        return found
    files = {found.location.file, *(place.file for place, _ in found.related)} - {each.file}
    other = next((s for s in assessment.standings.values() if s.entry.file in files), None)
    if other is None:  # another one that is not written yet
        return found._replace(message="有另一条的事由、种类、年度都相同", hint="事由写清楚")
    return found._replace(
        message=f"这件已经登记在 {other.entry.file}（{other.state}）",
        hint=f"把文件加到那一条：{_onto(each, other.entry, assessment)}；不是一件事的，换个事由",
    )


def _onto(each: Planned, entry: Entry, assessment: Assessment) -> str:
    """Return the command that adds to an entry what another one would have said."""
    paths = [in_shell(str(p.attached.paper.path)) for p in each.placed] or ["文件"]
    have = {(assessment.catalogue.material(c.material), c.period) for c in entry.claims}
    new = [
        f"--for {in_shell(f'{c.material}/{c.period}')}"
        for c in each.draft.claims
        if (assessment.catalogue.material(c.key), c.period) not in have
    ]
    return " ".join(["fzjs add", *paths, f"--to {in_shell(entry.file)}", *new])


def lacking(
    files: Iterable[str], tree: Tree, today: datetime.date
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return for each entry, as it lies now, what it would be refused for when handed in."""
    changes = []
    for file in files:
        raw = tree.read(file)
        changes.append(Change(file, raw, set_value(raw, file, ("状态",), "已提交")))
    return in_the_way(changes, tree, today)


def anew(assessment: Assessment) -> Assessment:
    """Return what is computed of the repository as it lies now."""
    repository, _ = load_sound(assessment.repository.worktree)
    return assess(repository, assessment.today)


def put(planned: Sequence[Planned], tree: Tree) -> None:
    """Write entries and attachments, attachments first, all or none. Raises FzjsError."""
    copies = [Change(p.file, None, p.source) for each in planned for p in each.placed if p.source]
    apply(tree, [*copies, *(Change(each.file, None, each.text.encode()) for each in planned)])
