"""What else names an indicator: ledgers, problems, applications, reminders, settings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fzjs.actions.migrate import weights
from fzjs.actions.migrate.confirmed import Carry, Mapped
from fzjs.actions.migrate.edition import Edition, unknown_offices
from fzjs.diagnostic import KeyPath
from fzjs.facts import FORMER, fold_reference
from fzjs.models import Campaign, Migration
from fzjs.models.decided import Ruling
from fzjs.models.migration import NEW_OFFICE, SystemMark
from fzjs.models.unit import Demand
from fzjs.repository import Document, Role
from fzjs.source.emit import Value
from fzjs.store import append, remove, set_all, set_value


class Settings(NamedTuple):
    """`fzjs.yaml` after a migration, and what its reader has to look at again."""

    after: bytes
    lines: tuple[str, ...]


_PLACES: Mapping[Role, tuple[tuple[str, ...], ...]] = {
    Role.LEDGER: (("行", "*", "指标"),),
    Role.APPLICATION: (("对象",),),
    Role.REMINDER: (("对象", "*"),),
    Role.INSPECTION: (("问题", "*", "资料"), ("问题", "*", "指标")),
    Role.DECLARATION: (("第三方评估", "*", "意见", "*", "指标"),),
}
"""Where the records of a role name what they are about; `*` is each item of a list."""


def record(raw: bytes, document: Document, said: Mapped) -> bytes:
    """Return the bytes of a ledger, problem list, application or reminder in the new references.

    What was split stands under the first of its parts; a ledger's line is repeated for the others.
    Of two lines of a year that became one, the second stays as the former edition's.
    """
    file = document.file
    data: Any = document.source.data
    paths = _PLACES.get(document.role or Role.STRAY, ())
    found = [each for path in paths for each in _found(data, path)]
    values: list[tuple[KeyPath, Value]] = []
    copies: list[dict[str, Value]] = []
    taken: set[tuple[str, str]] = set()
    for keys, typed in found:
        first, *more = said.carried(typed)
        if document.role is Role.LEDGER:
            line = data["行"][keys[1]]
            year = str(line.get("年度"))
            if (year, first.reference) in taken:
                first, more = Carry(f"{FORMER}{typed}", same=False), []
            more = [each for each in more if (year, each.reference) not in taken]
            taken |= {(year, each.reference) for each in (first, *more)}
            copies += [{**line, "指标": each.reference} for each in more]
        if first.reference != typed:
            values.append((keys, first.reference))
    raw = set_all(raw, file, values) if values else raw
    for line in copies:
        raw = append(raw, file, ("行",), line)
    return raw


def _found(data: Any, path: tuple[str, ...], at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401  # whatever the YAML holds
    if not path:
        yield at, str(data)
    elif path[0] == "*":
        for i, item in enumerate(data if isinstance(data, list) else ()):
            yield from _found(item, path[1:], (*at, i))
    elif isinstance(data, dict) and path[0] in data:
        yield from _found(data[path[0]], path[1:], (*at, path[0]))


def settings(
    raw: bytes,
    campaign: Campaign,
    said: Mapped,
    editions: tuple[Edition, Edition],
    signed: Migration,
    today: datetime.date,
) -> Settings:
    """Return `fzjs.yaml` with the new system, its offices, methods, 要求 and 口径.

    A 不适用 or 延期 holds on only where the words are the same: somebody approved it of them.
    """
    lines: list[str] = []
    old, new = editions
    raw = _subjects(raw, campaign, said, lines)
    raw = weights.carried(raw, campaign, said, editions, lines)
    raw = _renamed(raw, campaign, {**_system(signed.new), "换版": today.isoformat()})
    raw = _offices(raw, campaign, signed, new, old, lines)
    known = old.catalogue.campaign.methods
    given = {m.name: m for m in new.settings.methods} if new.settings else {}
    used = dict.fromkeys(name for item in new.items for name in item.methods)
    for name in dict.fromkeys(new.catalogue.method(each) for each in used):
        if name not in known:
            item: Value = given[name].plain() if name in given else {"名称": name}
            raw = append(raw, "fzjs.yaml", ("方法",), item)
            lines.append(f"fzjs.yaml 的 方法 加上 {name}")
    return Settings(_asked(raw, campaign, new, lines), tuple(lines))


def _system(mark: SystemMark) -> dict[str, Value]:
    said = {"名称": mark.name, "文号": mark.doc_no, "来源": mark.source}
    return {key: value for key, value in said.items() if value}


def _renamed(raw: bytes, campaign: Campaign, said: Mapping[str, Value]) -> bytes:
    for key in campaign.system.plain().keys() - said.keys():
        raw = remove(raw, "fzjs.yaml", ("体系", key))
    return set_all(raw, "fzjs.yaml", [(("体系", key), value) for key, value in said.items()])


def _subjects(raw: bytes, campaign: Campaign, said: Mapped, lines: list[str]) -> bytes:
    lists = {
        "口径": [ruling.subjects for ruling in campaign.rulings],
        "要求": [demand.subjects for demand in campaign.demands],
        "批次": [batch.indicators for batch in campaign.batches],
    }
    for key, every in lists.items():
        name = "指标" if key == "批次" else "对象"
        for i, subjects in enumerate(every):
            now = [to.reference for each in subjects for to in said.carried(each)]
            if now != list(subjects):
                raw = set_value(raw, "fzjs.yaml", (key, i, name), now)
    for i, ruling in enumerate(campaign.rulings):
        if ruling.reading and any(_is_other(said.carried(each)) for each in ruling.subjects):
            lines.append(f"口径 {ruling.number} 是照旧的话定的，读法请重看（第{i + 1}条）")
    waived = [
        *(("不适用", i, each.subject) for i, each in enumerate(campaign.exemptions)),
        *(("延期", i, each.subject) for i, each in enumerate(campaign.extensions)),
    ]
    for key, i, subject in waived:
        to = said.carried(subject)
        same = len(to) == 1 and to[0].same
        reference = to[0].reference if same else f"{FORMER}{subject}"
        if not same:
            lines.append(f"{key} {subject} 没有带过来：话改了，要的重新申请、批准")
        if reference != subject:
            raw = set_value(raw, "fzjs.yaml", (key, i, "对象"), reference)
    return raw


def _is_other(to: tuple[Carry, ...]) -> bool:
    return not all(each.same for each in to)


def _offices(  # all that decides it
    raw: bytes,
    campaign: Campaign,
    signed: Migration,
    new: Edition,
    old: Edition,
    lines: list[str],
) -> bytes:
    """Return the settings with the new plan's offices: 别名 of the unit's own, or as they are."""
    meant = {each.name: each.own for each in signed.offices}
    theirs = {office.name: office for office in new.settings.offices} if new.settings else {}
    names = [office.name for office in campaign.offices]
    also = {office.name: list(office.aliases) for office in campaign.offices}
    for name in unknown_offices(old, new):
        given = theirs.get(name)
        if meant[name] == NEW_OFFICE:
            raw = append(raw, "fzjs.yaml", ("科室",), given.plain() if given else {"名称": name})
            lines.append(f"fzjs.yaml 的 科室 加上 {name}")
            continue
        own = old.catalogue.office(meant[name])
        also[own] += [n for n in (name, *(given.aliases if given else ())) if n not in also[own]]
        raw = _aliased(raw, names.index(own), own, also[own])
        lines.append(f"fzjs.yaml 的 科室：{name} 写作 {own} 的别名")
    return raw


def _aliased(raw: bytes, place: int, own: str, aliases: list[str]) -> bytes:
    from fzjs.source import read  # noqa: PLC0415  # hides nothing: `read` is a common word here

    held = read(raw, "fzjs.yaml").data
    assert isinstance(held, dict)  # noqa: S101  # it was a campaign
    if isinstance(held["科室"][place], str):
        return set_value(raw, "fzjs.yaml", ("科室", place), {"名称": own, "别名": aliases})
    return set_value(raw, "fzjs.yaml", ("科室", place, "别名"), aliases)


def _asked(raw: bytes, campaign: Campaign, new: Edition, lines: list[str]) -> bytes:
    """Return the settings with what the new plan asks of its own items, and its open 口径.

    They speak of the new numbers; 口径 get the next free ones of this campaign.
    """
    if new.settings is None:
        return raw

    def printed(record: Demand | Ruling) -> dict[str, Value]:
        said = [new.catalogue.label(fold_reference(each)) for each in record.subjects]
        return {**record.plain(), **({"对象": said} if said else {})}

    for demand in new.settings.demands:
        raw = append(raw, "fzjs.yaml", ("要求",), printed(demand))
    if new.settings.demands:
        lines.append(f"fzjs.yaml 的 要求 加上新体系的{len(new.settings.demands)}条")
    taken = {ruling.number for ruling in campaign.rulings}
    for ruling in new.settings.rulings:
        number = _free(taken)
        taken.add(number)
        raw = append(raw, "fzjs.yaml", ("口径",), {**printed(ruling), "编号": number})
    if new.settings.rulings:
        lines.append(f"fzjs.yaml 的 口径 加上新体系的{len(new.settings.rulings)}条")
    return raw


def _free(taken: set[str]) -> str:
    return next(name for n in range(1, len(taken) + 2) if (name := f"K{n}") not in taken)
