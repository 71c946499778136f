"""What the rules of a change look at: every touched entry and review, before and after."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Catalogue, Moves, Standing
from fzjs.diagnostic import Location
from fzjs.models import Evidence, ReviewFile
from fzjs.models.evidence import Correction
from fzjs.repository import Document, Loaded, Role
from fzjs.repository.fingerprint import of_claim, of_entry
from fzjs.repository.layout import name_of
from fzjs.tree import Edit

REHOUSED = "审核过的条目不换科室：放回来写 状态: 撤回 和 撤回理由，在新的科室另登记一个"
"""What to do instead of moving a reviewed entry to another office."""


class Pair(NamedTuple):
    """An entry or a review before and after; None where there was, or is, no such file.

    `moved` where only the name is another: the words are the same. `rehoused` where it went to
    another office: what it proves, and who reviews it, may be another's with it.
    """

    before: Document | None
    after: Document | None
    moved: bool = False
    rehoused: bool = False

    @property
    def file(self) -> str:
        """The path as it is now, or as it was."""
        return (self.after or self.before or _NOWHERE).file

    @property
    def names(self) -> set[str]:
        """The entry's name before and after; of a review, that of the entry it is about."""
        files = (each.file for each in (self.before, self.after) if each)
        return {name_of(file).removeprefix("审核/") for file in files}

    @property
    def is_only_moved(self) -> bool:
        """Tell whether nothing but the name changed, and its office is the same."""
        if self.rehoused or not (self.moved and self.before and self.after):
            return False
        before, after = self.before.record, self.after.record
        return bool(before and after and before.plain() == after.plain())

    @property
    def place(self) -> Location:
        """The beginning of the file."""
        return Location(self.file)

    @property
    def is_whole(self) -> bool:
        """Tell whether what is there could be read; what could not has a fault of its own."""
        return all(each is None or each.is_whole for each in (self.before, self.after))

    def at(self, *keys: str | int) -> Location:
        """Return the place of a value in the file as it is now, else its beginning."""
        return self.after.source.locate(keys) if self.after else self.place


_NOWHERE = Document("")


class Change(NamedTuple):
    """What a change does; `base` is None where the numbers before cannot be computed.

    `settings` are the offices and the reviewing office as they were before the change; `pointers`
    are the touched files of which git has only a Git LFS pointer that LFS does not look after.
    """

    base: Assessment | None
    head: Assessment
    settings: Catalogue
    edits: tuple[Edit, ...]
    entries: tuple[Pair, ...]
    reviews: tuple[Pair, ...]
    inspections: tuple[Pair, ...]
    moves: Moves
    pointers: tuple[str, ...] = ()

    def entries_before(self) -> dict[str, Pair]:
        """Return the touched entries by the names that they had before the change."""
        return {name_of(pair.before.file): pair for pair in self.entries if pair.before}

    def standing(self, entry: str) -> Standing | None:
        """Return an entry's standing before the change."""
        return self.base.standings.get(entry) if self.base else None


_Key = Callable[[Document], object]
SameOffice = Callable[[str, str], bool]


def entry_pairs(
    before: Loaded, after: Loaded, edits: Iterable[Edit], same: SameOffice
) -> tuple[Pair, ...]:
    """Return the touched entries; one under a new name with the same words is one pair.

    `same` tells whether two folders are one office's.
    """
    found = _joined(_touched(before, after, edits, Role.ENTRY), _entry_words, _entry_words)
    return tuple(_housed(pair, same) for pair in found)


def review_pairs(
    before: Loaded, after: Loaded, edits: Iterable[Edit], entries: Iterable[Pair]
) -> tuple[Pair, ...]:
    """Return the touched reviews; a review moves with its entry, and to no other.

    The same bytes under another entry's name are a review taken away and one put there.
    """
    moved = [(name_of(p.before.file), p.after, p) for p in entries if p.before and p.after]
    names = {old: name_of(new.file) for old, new, _ in moved}
    rehoused = {old for old, _, pair in moved if pair.rehoused}

    def was(document: Document) -> object:
        entry = _reviewed(document)
        return names.get(entry, entry) if isinstance(document.record, ReviewFile) else None

    def now(document: Document) -> object:
        return _reviewed(document) if isinstance(document.record, ReviewFile) else None

    parts = [
        part
        for pair in _touched(before, after, edits, Role.REVIEW)
        for part in ([pair] if _follows(pair, names) else _split(pair))
    ]
    return tuple(
        pair._replace(rehoused=bool(pair.before and _reviewed(pair.before) in rehoused))
        for pair in _joined(parts, was, now)
    )


def inspection_pairs(before: Loaded, after: Loaded, edits: Iterable[Edit]) -> tuple[Pair, ...]:
    """Return the touched inspections; one under a new name with the same bytes is one pair."""
    return tuple(_touched(before, after, edits, Role.INSPECTION))


def _housed(pair: Pair, same: SameOffice) -> Pair:
    if not (pair.moved and pair.before and pair.after):
        return pair
    old, new = (name_of(each.file).split("/")[0] for each in (pair.before, pair.after))
    return pair._replace(rehoused=not same(old, new))


def _reviewed(document: Document) -> str:
    return name_of(document.file).removeprefix("审核/")


def _follows(pair: Pair, names: Mapping[str, str]) -> bool:
    """Tell whether a review under another name is still that of its entry."""
    if not (pair.moved and pair.before and pair.after):
        return True
    return names.get(_reviewed(pair.before)) == _reviewed(pair.after)


def _split(pair: Pair) -> Iterator[Pair]:
    if pair.before:
        yield Pair(pair.before, None)
    if pair.after:
        yield Pair(None, pair.after)


def reviews_of(document: Document | None) -> list[dict[str, Any]]:
    """Return the reviews in a file as written; [] where there is none, or it is broken."""
    record = document.record if document else None
    if not isinstance(record, ReviewFile):
        return []
    return [each.plain() for each in record.reviews]


def corrections_of(document: Document | None) -> list[dict[str, Any]]:
    """Return an entry's 更正 as written."""
    record = document.record if document else None
    return [each.plain() for each in record.corrections] if isinstance(record, Evidence) else []


def declared(change: Change, pair: Pair) -> bool:
    """Tell whether the change itself says that an entry was corrected or withdrawn.

    docs/format.md, section 6: a correction is a line more in 更正, a withdrawal has its reason.
    What is dated before the review that it corrects, or after today, speaks of another change.
    """
    after = pair.after.record if pair.after else None
    if not isinstance(after, Evidence):
        return False
    first, last = correction_days(change, pair)
    dated = any(first <= each.date <= last for each in new_corrections(pair))
    return dated or (after.state == "撤回" and bool(after.withdrawal))


def new_corrections(pair: Pair) -> tuple[Correction, ...]:
    """Return the 更正 that a change adds behind those that were there."""
    before, now = corrections_of(pair.before), corrections_of(pair.after)
    after = pair.after.record if pair.after else None
    if not isinstance(after, Evidence) or now[: len(before)] != before:
        return ()
    return after.corrections[len(before) :]


def correction_days(change: Change, pair: Pair) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that a correction of this change may bear."""
    standing = change.standing(name_of(pair.before.file)) if pair.before else None
    review = standing.review if standing else None
    return review.date if review else datetime.date.min, change.head.today


def _touched(before: Loaded, after: Loaded, edits: Iterable[Edit], role: Role) -> Iterator[Pair]:
    """Yield what the edits touch of a role, in order of the files; the same bytes are moved."""
    old = {d.file: d for d in before.documents if d.role is role}
    new = {d.file: d for d in after.documents if d.role is role}
    for edit in edits:
        pair = Pair(old.get(edit.was or edit.file), new.get(edit.file))
        if edit.was and not (pair.before and pair.after):
            # Into or out of the evidence: two things, as far as these rules can see.
            yield from _split(pair)
        elif pair.before or pair.after:
            yield pair._replace(moved=bool(edit.was))


def _joined(pairs: Iterable[Pair], was: _Key, now: _Key) -> Iterator[Pair]:
    """Yield the pairs with what went and what came by the same key as one that moved."""
    found = list(pairs)
    gone: dict[object, list[Pair]] = {}
    for pair in found:
        if pair.before and not pair.after and (said := was(pair.before)):
            gone.setdefault(said, []).append(pair)
    joined: dict[int, Pair] = {}
    for pair in found:
        if pair.after and not pair.before and (old := gone.get(now(pair.after))):
            joined[id(pair)] = old.pop(0)
    lost = {id(pair) for pair in joined.values()}
    for pair in found:
        if id(pair) in joined:
            yield Pair(joined[id(pair)].before, pair.after, moved=True)
        elif id(pair) not in lost:
            yield pair


def _entry_words(document: Document) -> object:
    """Return what makes an entry the same under another name: fingerprint and claims."""
    record = document.record
    if not isinstance(record, Evidence):
        return None
    return of_entry(record), tuple(sorted(of_claim(claim, 1) for claim in record.claims))
