"""Goes through a document's lines once and gathers its items: heads, fields, headings."""

from __future__ import annotations

from fzjs.importers.shapes import fields
from fzjs.importers.shapes.fields import Line
from fzjs.importers.shapes.item import (
    EXPLICIT,
    EXTRA,
    FURNITURE,
    RANKS,
    SECTION,
    TITLE,
    Item,
    Part,
    family,
    rank,
)
from fzjs.importers.words import groups, names
from fzjs.importers.words.numbering import Lead


class Walk:
    """Takes lines one by one, with the item that is open and the headings in force.

    `style` opens items, `kind` is the field that each of them has; "" where none is labelled.
    """

    def __init__(self, style: str, kind: str, height: int, own: frozenset[int]) -> None:
        """Begin before the first line; `own` are headings that are items of their own."""
        self.own = own
        self.style = style
        self.kind = kind
        self.height = height
        self.over: list[tuple[int, Line]] = []
        self.levels: dict[str, tuple[str, int]] = {}
        self.done: list[Item] = []
        self.open: Item | None = None
        self.tentative = False
        self.inner = 0
        self.top = len(RANKS)
        self.begin = 0
        self.anchored = not kind
        self.late = False
        """Whether items have their text below their owners."""

    def take(self, line: Line) -> None:
        """Take one line: a heading, the head of an item, or part of the one that is open."""
        if line.lead and line.place.order in self.own:
            self._close()
            self.over = [(high, above) for high, above in self.over if high < rank(line.lead)]
            self._start(line, line.lead)
        elif line.lead and self._heading(line, line.lead):
            self._enter(line, rank(line.lead))
        elif line.lead and self._head(line.lead):
            self._start(line, line.lead)
        elif self._ends(line):
            self._close()
        elif self._level(line):
            pass
        elif self.open is not None and not self._attach(self.open, line):
            self._stray(line)

    def result(self) -> list[Item]:
        """Return the items, without lists in sections that have none of the fields."""
        self._close()
        self._leave()
        return self.done

    def _complete(self) -> bool:
        return self.open is not None and self.open.has(self.kind)

    def _owned(self) -> bool:
        """Tell whether the open item has its owners, and they stand last."""
        return self._complete() and self.open is not None and self.open.closing()

    def _ends(self, line: Line) -> bool:
        """Tell whether a line stands outside all items; a sentence to all only after owners."""
        after = line.closing and self._owned() and not self.late
        return line.outside or after or bool(FURNITURE.match(line.text))

    def _heading(self, line: Line, lead: Lead) -> bool:
        """Tell whether a line is a heading over items; `（一）` in an unfinished item is inner."""
        if rank(lead) >= self.height or lead.style in EXTRA:
            return False
        if rank(lead) <= SECTION:
            return True
        unfinished = self.height == EXPLICIT and self.open is not None and not self._complete()
        return not line.fields and not unfinished

    def _head(self, lead: Lead) -> bool:
        """Tell whether a line opens an item, or goes on with a list inside the open one."""
        if lead.style in EXTRA:
            return True
        if family(lead) != self.style:
            return False
        if self.open is None or self._owned() or lead.style != self.open.lead.style:
            return True
        last = self.open.lead.value
        within = self.inner and lead.value == self.inner + 1
        if within or (lead.value == 1 and last >= 1):
            self.inner = lead.value
            return False
        return True

    def _enter(self, line: Line, height: int) -> None:
        """Put a heading in force; a section whose items all lack the field is a list: dropped."""
        self._close()
        if height <= self.top:
            self._leave()
        self.top = min(self.top, height)
        self.over = [(high, above) for high, above in self.over if high < height]
        self.over.append((height, line))

    def _leave(self) -> None:
        if not self.anchored:
            del self.done[self.begin :]
        self.begin = len(self.done)
        self.anchored = not self.kind

    def _level(self, line: Line) -> bool:
        """Take `一级指标：……` as a heading; tell whether the line was one."""
        named = [field for field in line.fields if field.kind in {fields.LEVEL1, fields.LEVEL2}]
        if not named or line.before or len(named) < len(line.fields):
            return False
        if self._complete():
            self._close()
        for field in named:
            if field.kind == fields.LEVEL1:
                self.levels.clear()
            self.levels[field.kind] = (field.words, line.place.order)
        if self.open:
            self.open.levels.update(self._named())
            self.open.used.add(line.place.order)
        return True

    def _named(self) -> dict[str, str]:
        return {kind: words for kind, (words, _) in self.levels.items()}

    def _start(self, line: Line, lead: Lead, *, tentative: bool = False) -> None:
        """Open an item with the words and fields of its first line."""
        self._close()
        over = tuple(above for _, above in self.over)
        used = {line.place.order, *line.orders, *(order for _, order in self.levels.values())}
        first = Part("", "", [line.before] if line.before else [])
        self.open = Item(lead, line.place, over, [first], used, self._named())
        self.tentative = tentative
        self.inner = 0
        self._fields(self.open, line)

    def _close(self) -> None:
        """Put the open item among the done; a guess that got no field is a list of its host."""
        if self.open and not self.tentative:
            self.done.append(self.open)
        elif self.open and self.done and self.open.over == self.done[-1].over:
            host, words = self.done[-1], [line for part in self.open.parts for line in part.lines]
            host.parts[0].lines.append(f"{self.open.lead.printed}{''.join(words[:1])}")
            host.parts[0].lines.extend(words[1:])
            host.used.update(self.open.used)
        self.open, self.tentative = None, False

    def _stray(self, line: Line) -> None:
        """Take a numbered line after an item's owners for an item, until it shows to be none.

        `（5）……` among `1.` (an item that the province added) has its own owners; a list has not.
        """
        if line.lead and rank(line.lead) > self.height:
            self._start(line, line.lead, tentative=True)

    def _fields(self, item: Item, line: Line) -> None:
        for field in line.fields:
            if field.kind in {fields.LEVEL1, fields.LEVEL2}:
                item.levels[field.kind] = field.words
                continue
            item.parts.append(Part(field.kind, field.label, [field.words]))
            if field.kind == self.kind:
                self.anchored, self.tentative = True, False
        item.used.update((line.place.order, *line.orders))

    def _attach(self, item: Item, line: Line) -> bool:
        """Add a line's words and fields to an item; False where the words go on with nothing."""
        words = line.text
        if line.fields and not line.before and all(f.kind == fields.CONTACT for f in line.fields):
            return True
        if line.fields:
            words = f"{line.lead.printed if line.lead and line.before else ''}{line.before}"
        if words:
            part = _goes_on(item, words)
            if part is None and not line.fields:
                return False
            self.late = self.late or (item.closing() and part is item.parts[0])
            (part or item.parts[0]).lines.append(words)
        self._fields(item, line)
        return True


def _goes_on(item: Item, words: str) -> Part | None:
    """Return the field that an unlabelled line goes on with; None where it belongs to none.

    After the owners only a broken list of offices goes on, or the body of an item whose owners
    stand right under its title.
    """
    last = item.parts[-1]
    if not item.closing():
        return last
    before = last.lines[-1] if last.lines else ""
    if not before or before[-1] in "、，,：:及和与" or words[0] in "、，,":
        return last
    if last.kind in fields.OWNING - {fields.PERSONS} and _offices(words):
        return last
    first = item.parts[0]
    title = "".join(first.lines)
    bare = title and len(title) <= TITLE and "。" not in title[:-1] and len(first.lines) == 1
    return first if bare and (len(words) > TITLE / 2 or words[-1] in "。；;") else None


def _offices(words: str) -> bool:
    """Tell whether a line is nothing but offices."""
    found = names.tokens(words.rstrip("。；;"))
    return bool(found) and all(groups.is_office(token.words) for token in found)
