"""What a paper lists: certificates, pictures, totals."""

from __future__ import annotations

from decimal import Decimal

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import Places, demand
from fzjs.facts import Entry, Total

_HIGH = {"国家级", "省部级"}
_HIGH_WORDS = "省部级以上"
_EXTRA = "加分"


def certificate_incomplete(entry: Entry, catalogue: Catalogue) -> Places:
    """附件2 加分1: “获得省部级以上表彰、奖励的证书”: of which level, and by whom.

    Without a 证书 the 种类 is the place.
    """
    if entry.kind != "证书" or entry.secret or not demand("证书级别", entry, catalogue):
        return ()
    given = entry.shown.certificates
    if not given:
        return (entry.places["种类"],)
    return tuple(c.place for c in given if not (c.level and c.issuer))


def certificate_low(entry: Entry, catalogue: Catalogue) -> Places:
    """附件2 加分1: “获得省部级以上表彰、奖励的”: a lower one does not count.

    Of several certificates one that is high enough will do; where none says its level, nothing is
    known.
    """
    given = entry.shown.certificates
    if not given:
        return ()
    levels = {c.level for c in given}
    if levels & _HIGH or levels <= {""} or not any(_asks_high(entry, catalogue)):
        return ()
    return tuple(c.place for c in given if c.level)


def _asks_high(entry: Entry, catalogue: Catalogue) -> list[bool]:
    keys = {catalogue.material(claim.material) for claim in entry.claims}
    rows = {key: catalogue.rows.get(key.partition("-")[0]) for key in keys}
    return [
        row.indicator.category == _EXTRA
        and (
            _HIGH_WORDS in row.indicator.text
            or (key in catalogue.materials and _HIGH_WORDS in catalogue.materials[key].text)
        )
        for key, row in rows.items()
        if row
    ]


def picture_incomplete(entry: Entry, catalogue: Catalogue) -> Places:
    """When and where each was taken: the tool's own demand, for a plan that asks for it.

    附件1 四.1 says no more than “分类整理文件、信息、图片、视频”. Without a 影像 the 种类 is at
    fault.
    """
    if entry.kind != "图片视频" or entry.secret or not demand("影像时地", entry, catalogue):
        return ()
    given = entry.shown.pictures
    if not given:
        return (entry.places["种类"],)
    return tuple(p.place for p in given if not (p.when and p.located))


def totals_differ(entry: Entry, _: Catalogue) -> Places:
    """附件2 73-3, 81-2: a 汇总表's total is the sum of its lines (减分项2: “虚构有关数据”)."""
    totals = entry.shown.totals
    return tuple(t.place for t in totals if printed(t) != summed(t, entry)) if totals else ()


def printed(total: Total) -> tuple[Decimal, ...]:
    """Return the numbers of a total as it prints them: 数, or 分子 and 分母."""
    given = (total.amount, total.numerator, total.denominator)
    return tuple(Decimal(str(number)) for number in given if number is not None)


def summed(total: Total, entry: Entry) -> tuple[Decimal, ...]:
    """Return the sums of the entry's 数据 under the total's 项目, in its form; () without any."""
    lines = [figure for figure in entry.figures if figure.item == total.item]
    given: list[tuple[float, ...]]
    if total.amount is None:
        given = [(f.numerator or 0, f.denominator) for f in lines if f.denominator is not None]
    else:
        given = [(f.amount,) for f in lines if f.amount is not None]
    columns = zip(*given, strict=True)
    return tuple(sum((Decimal(str(n)) for n in column), Decimal()) for column in columns)
