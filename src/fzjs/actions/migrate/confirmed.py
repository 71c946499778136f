"""A proposal that a person confirmed: whether it is whole, and what it says of every reference."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from fzjs.actions.desk import date
from fzjs.actions.migrate.edition import Edition, unknown_offices
from fzjs.assess.editions import canonical, marked
from fzjs.diagnostic import Fault, FzjsError, KeyPath
from fzjs.facts import FORMER, fold_reference, is_former
from fzjs.models import Migration
from fzjs.models.migration import NEW_OFFICE, TO_FILL, ItemPair
from fzjs.nearest import nearest
from fzjs.source import Source

_SHOWN = 12
"""Faults, and pairs that are not confirmed, that a message names."""
_ABOUT, _MOST = 10, 80
"""Characters shown about a difference, and of it in all."""
_AGAIN = "指标在提出对照以后改过：再来一次 fzjs migrate 新体系 --to 另一个文件，把确认过的抄过去"


class Carry(NamedTuple):
    """What one reference becomes; `same` where the words are, so that what was reviewed stands."""

    reference: str
    same: bool


class Mapped(NamedTuple):
    """What became of every item and material, by the folded old keys, in the new plan's words.

    A key that is not there, or leads nowhere, was dropped.
    """

    items: Mapping[str, tuple[Carry, ...]]
    materials: Mapping[str, tuple[Carry, ...]]

    def carried(self, reference: str) -> tuple[Carry, ...]:
        """Return what a reference becomes, its period kept; where dropped, marked as 旧体系's."""
        if is_former(reference):
            return (Carry(reference, same=True),)
        folded = fold_reference(reference)
        head, slash, period = folded.partition("/")
        known = self.materials if "-" in head else self.items
        found = known.get(head, ())
        if not found:
            return (Carry(f"{FORMER}{reference}", same=False),)
        return tuple(Carry(f"{to}{slash}{period}", same) for to, same in found)


def mapped(record: Migration, new: Edition) -> Mapped:
    """Return what a sound record says of every reference."""
    items: dict[str, tuple[Carry, ...]] = {}
    materials: dict[str, tuple[Carry, ...]] = {}
    two = new.catalogue.label
    for pair in record.pairs:
        same = pair.relation == "相同"
        targets = tuple(Carry(two(fold_reference(to)), same) for to in pair.new)
        items |= {fold_reference(key): targets for key in pair.old if targets}
        for line in pair.materials:
            if line.old and line.new:
                key = fold_reference(line.old)
                to = Carry(two(fold_reference(line.new)), line.relation == "相同")
                materials[key] = (*materials.get(key, ()), to)
    return Mapped(items, materials)


def unsound(
    record: Migration | None,
    source: Source,
    faults: Iterable[Fault],
    editions: tuple[Edition, Edition],
    today: datetime.date,
) -> list[str]:
    """Return every fault of a proposal with its place: its form, then what it says.

    Each old and each new item stands there once, materials belong to the items of their pair, what
    is called 相同 is so, and neither system has changed since.
    """
    found = list(faults)
    if record is not None:
        found += _faults(record, source, editions, today)
    found.sort(key=lambda fault: fault.location.line)
    said = [f"{each.location}: {each.message}。{each.hint}" for each in found[:_SHOWN]]
    more = [f"……共{len(found)}处"] if len(found) > _SHOWN else []
    return [*said, *more]


def unconfirmed(record: Migration, source: Source) -> list[str]:
    """Return where somebody still has to look, or to sign.

    What nobody confirmed is not carried out: nothing is settled silently.
    """
    lacking = [
        f"{source.locate((key,))}: {key}没有填"
        for key, value in (("确认人", record.person), ("确认日期", record.date))
        if value == TO_FILL
    ]
    open_pairs = [i for i, pair in enumerate(record.pairs) if not pair.confirmed]
    for i in open_pairs[:_SHOWN]:
        pair = record.pairs[i]
        named = f"旧{'、'.join(pair.old) or '无'} → 新{'、'.join(pair.new) or '无'}"
        lacking.append(f"{source.locate(('对照', i, '确认'))}: {named}（{pair.relation}）没有确认")
    if len(open_pairs) > _SHOWN:
        lacking.append(f"……共{len(open_pairs)}组没有确认")
    return lacking


def _faults(
    record: Migration, source: Source, editions: tuple[Edition, Edition], today: datetime.date
) -> Iterator[Fault]:
    old, new = editions
    for key, mark, edition in (("旧体系", record.old.mark, old), ("新体系", record.new.mark, new)):
        if mark != edition.mark:
            yield _fault(source, (key, "指纹"), f"{key}的指标和对照时不一样了", _AGAIN)
    if record.new.name == TO_FILL:
        yield _fault(source, ("新体系", "名称"), "新体系没有写名称", "写上体系或方案的名称")
    yield from _of_date(record, source, today)
    yield from _of_items(record, source, "旧", old)
    yield from _of_items(record, source, "新", new)
    yield from _of_words(record, source, old, new)
    yield from _of_materials(record, source, old, new)
    yield from _of_offices(record, source, old, new)


def _of_date(record: Migration, source: Source, today: datetime.date) -> Iterator[Fault]:
    """Yield a date that is none, or that has not come: nobody has confirmed anything on it."""
    if record.date == TO_FILL:
        return
    try:
        day = date(record.date, "确认日期")
    except FzjsError as error:
        yield _fault(source, ("确认日期",), str(error).rstrip("。"), "如 2021-03-02")
        return
    if day > today:
        message = f"确认日期 {day} 还没有到，今天是 {today}"
        yield _fault(source, ("确认日期",), message, "写真正确认的那一天")


def _fault(source: Source, keys: KeyPath, message: str, hint: str) -> Fault:
    return Fault("migration", message, source.locate(keys), hint)


def _of_items(record: Migration, source: Source, side: str, edition: Edition) -> Iterator[Fault]:
    """Yield each number that the system does not have, that stands there twice, or nowhere."""
    label, rows = edition.catalogue.label, edition.catalogue.rows
    first: dict[str, int] = {}
    for i, pair in enumerate(record.pairs):
        for j, typed in enumerate(pair.old if side == "旧" else pair.new):
            key = fold_reference(typed)
            keys: KeyPath = ("对照", i, side, j)
            if key not in rows:
                guess = nearest(key, rows)
                hint = f"是不是“{label(guess)}”？" if guess else "写编号，如 31"
                yield _fault(source, keys, f"{side}体系没有第“{typed}”项", hint)
            elif key in first:
                where = source.locate(("对照", first[key], side)).line
                hint = f"第{where}行已经有了，一项只写一次"
                yield _fault(source, keys, f"{side}{label(key)} 写了两次", hint)
            first.setdefault(key, i)
    missing = [label(key) for key in rows if key not in first]
    if missing:
        named = "、".join(missing[:_SHOWN]) + ("等" if len(missing) > _SHOWN else "")
        gone = "取消" if side == "旧" else "新增"
        hint = f"加上一组：{{{side}: [{missing[0]}], 关系: {gone}, 确认: 是}}"
        message = f"{side}体系有{len(missing)}项没有写到：{named}"
        yield _fault(source, ("对照",), message, hint)


def _of_materials(record: Migration, source: Source, old: Edition, new: Edition) -> Iterator[Fault]:
    """Yield each material that is not one of the pair's items, or that is carried in two ways."""
    for i, pair in enumerate(record.pairs):
        sides = {"旧": _claimable(old, pair.old), "新": _claimable(new, pair.new)}
        seen: Counter[tuple[str, str]] = Counter()
        for j, line in enumerate(pair.materials):
            both = (fold_reference(line.old or ""), fold_reference(line.new or ""))
            for side, typed in (("旧", line.old), ("新", line.new)):
                key = fold_reference(typed or "")
                if typed and key not in sides[side]:
                    guess = nearest(key, sides[side])
                    here = "、".join(sides[side].values()) or "没有资料"
                    hint = f"是不是“{sides[side][guess]}”？" if guess else f"这一组有：{here}"
                    message = f"{side}“{typed}”不是这一组的资料"
                    yield _fault(source, ("对照", i, "材料", j, side), message, hint)
            seen[both] += 1
            if seen[both] > 1:
                keys: KeyPath = ("对照", i, "材料", j)
                yield _fault(source, keys, "这一件的对照写了两次", "留一条")
            if line.relation == "相同":
                why = _differing(pair, both, old, new)
                hint = "关系写 改写，审核过的要再审"
                keys = ("对照", i, "材料", j, "关系")
                if why:
                    yield _fault(source, keys, why, hint)


def _of_words(record: Migration, source: Source, old: Edition, new: Edition) -> Iterator[Fault]:
    """Yield each pair of items that is called 相同 and has other words."""
    for i, pair in enumerate(record.pairs):
        keys = tuple(fold_reference(each) for each in (*pair.old, *pair.new))
        if pair.relation != "相同" or keys[0] not in old.catalogue.rows:
            continue
        row = new.catalogue.rows.get(keys[1])
        was = old.catalogue.rows[keys[0]].indicator.text
        if row and canonical(was) != canonical(row.indicator.text):
            said = _cut(marked(was, row.indicator.text))
            message = f"旧{pair.old[0]}、新{pair.new[0]}不能算相同，话不一样：{said}"
            hint = "关系写 改写，下面材料的 相同 也写 改写"
            yield _fault(source, ("对照", i, "关系"), message, hint)


_ASKS = ("种类", "年度", "期间、字数或份数", "出具单位或要求")
"""What a piece asks, in the order of `Piece.asks`."""


def _differing(pair: ItemPair, keys: tuple[str, str], old: Edition, new: Edition) -> str:
    """Return why a line of materials cannot be 相同, "" where it can.

    docs/migrate.md: “指标相同，资料的话、种类、年度、期间都相同，才是 相同”.
    """
    if pair.relation != "相同":
        return "指标改了，材料不能算相同"
    one = {piece.key: piece for piece in old.pieces(*_known(old, pair.old))}.get(keys[0])
    two = {piece.key: piece for piece in new.pieces(*_known(new, pair.new))}.get(keys[1])
    if one is None or two is None:
        return ""  # said already: not one of the pair's
    named = f"{old.catalogue.label(keys[0])}→{new.catalogue.label(keys[1])}不能算相同"
    if canonical(one.text) != canonical(two.text):
        return f"{named}，话不一样：{_cut(marked(one.text, two.text))}"
    asks = zip_longest(one.asks, two.asks)
    what = [name for name, (was, now) in zip(_ASKS, asks, strict=False) if was != now]
    return f"{named}，{'、'.join(what)}不一样" if what else ""


def _cut(text: str) -> str:
    """Return the words that differ, with little about them."""
    start = max(0, text.find("〔") - _ABOUT)
    end = text.rfind("〕") + 1 + _ABOUT
    short = text[start : min(end, start + _MOST)]
    return ("……" if start else "") + short + ("……" if start + len(short) < len(text) else "")


def _claimable(edition: Edition, items: Iterable[str]) -> dict[str, str]:
    keys = _known(edition, items)
    return {piece.key: edition.catalogue.label(piece.key) for piece in edition.pieces(*keys)}


def _known(edition: Edition, items: Iterable[str]) -> list[str]:
    return [key for typed in items if (key := fold_reference(typed)) in edition.catalogue.rows]


def _of_offices(record: Migration, source: Source, old: Edition, new: Edition) -> Iterator[Fault]:
    """Yield each office of the new system of which nobody said whose it is here."""
    said = {each.name: (i, each.own) for i, each in enumerate(record.offices)}
    for name in unknown_offices(old, new):
        i, own = said.get(name, (-1, TO_FILL))
        if own == TO_FILL:
            keys: KeyPath = ("科室", i, "作") if i >= 0 else ("对照",)
            hint = f"写本单位的科室名；照搬的写 {NEW_OFFICE}"
            yield _fault(source, keys, f"没有写“{name}”算本单位哪个科室", hint)
        elif own != NEW_OFFICE and not old.catalogue.office(own):
            guess = nearest(own, old.catalogue.offices)
            hint = f"是不是“{guess}”？" if guess else f"照搬的写 {NEW_OFFICE}"
            yield _fault(source, ("科室", i, "作"), f"本单位没有“{own}”", hint)
