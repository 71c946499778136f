"""What the rules of a change look at: every touched entry and review, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Catalogue, Moves, Standing
from fzjs.diagnostic import Location
from fzjs.models import Evidence, ReviewFile
from fzjs.repository import Document, Loaded, Role
from fzjs.repository.fingerprint import of_claim, of_entry
from fzjs.repository.layout import name_of
from fzjs.tree import Edit


class Pair(NamedTuple):
    """An entry or a review before and after; None where there was, or is, no such file.

    `moved` where only the name is another: the words are the same.
    """

    before: Document | None
    after: Document | None
    moved: bool = False

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
        """Tell whether nothing but the name changed."""
        if not (self.moved and self.before and self.after):
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
        return all(each is None or each.record is not None for each in (self.before, self.after))

    def at(self, *keys: str | int) -> Location:
        """Return the place of a value in the file as it is now, else its beginning."""
        return self.after.source.locate(keys) if self.after else self.place


_NOWHERE = Document("", None, None, None)  # type: ignore[arg-type]  # a pair has one side at least


class Change(NamedTuple):
    """What a change does; `base` is None where the numbers before cannot be computed.

    `settings` are the offices and the reviewing office as they were before the change.
    """

    base: Assessment | None
    head: Assessment
    settings: Catalogue
    edits: tuple[Edit, ...]
    entries: tuple[Pair, ...]
    reviews: tuple[Pair, ...]
    moves: Moves

    def entries_before(self) -> dict[str, Pair]:
        """Return the touched entries by the names that they had before the change."""
        return {name_of(pair.before.file): pair for pair in self.entries if pair.before}

    def standing(self, entry: str) -> Standing | None:
        """Return an entry's standing before the change."""
        return self.base.standings.get(entry) if self.base else None


def entry_pairs(before: Loaded, after: Loaded, edits: Iterable[Edit]) -> tuple[Pair, ...]:
    """Return the touched entries; one under a new name with the same words is one pair."""
    return tuple(_pairs(before, after, edits, Role.ENTRY, _entry_words))


def review_pairs(
    before: Loaded, after: Loaded, edits: Iterable[Edit], entries: Iterable[Pair]
) -> tuple[Pair, ...]:
    """Return the touched reviews; a review moves with its entry."""
    names = {
        name_of(pair.before.file): name_of(pair.after.file)
        for pair in entries
        if pair.before and pair.after
    }

    def words(document: Document) -> object:
        entry = name_of(document.file).removeprefix("审核/")
        return names.get(entry, entry) if isinstance(document.record, ReviewFile) else None

    return tuple(_pairs(before, after, edits, Role.REVIEW, words))


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


def declared(pair: Pair) -> bool:
    """Tell whether the change itself says that an entry was corrected or withdrawn.

    docs/format.md, section 6: a correction is a line more in 更正, a withdrawal has its reason.
    """
    after = pair.after.record if pair.after else None
    if not isinstance(after, Evidence):
        return False
    before, now = corrections_of(pair.before), corrections_of(pair.after)
    grown = len(now) > len(before) and now[: len(before)] == before
    return grown or (after.state == "撤回" and bool(after.withdrawal))


def _pairs(
    before: Loaded,
    after: Loaded,
    edits: Iterable[Edit],
    role: Role,
    words: Callable[[Document], object],
) -> Iterator[Pair]:
    """Yield what the edits touch of a role, in order of the files, moved ones as one."""
    old = {d.file: d for d in before.documents if d.role is role}
    new = {d.file: d for d in after.documents if d.role is role}
    found: list[Pair] = []
    for edit in edits:
        pair = Pair(old.get(edit.was or edit.file), new.get(edit.file))
        if edit.was and not (pair.before and pair.after):
            # Into or out of the evidence: two things, as far as these rules can see.
            found += [p for p in (Pair(pair.before, None), Pair(None, pair.after)) if any(p[:2])]
        elif pair.before or pair.after:
            found.append(pair._replace(moved=bool(edit.was)))
    yield from _moved(found, words)


def _moved(found: list[Pair], words: Callable[[Document], object]) -> Iterator[Pair]:
    gone: dict[object, list[Pair]] = {}
    for pair in found:
        if pair.before and not pair.after and (said := words(pair.before)):
            gone.setdefault(said, []).append(pair)
    joined: dict[int, Pair] = {}
    for pair in found:
        if pair.after and not pair.before and (old := gone.get(words(pair.after))):
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
