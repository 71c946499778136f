"""查证 and 网络检索: when one looked, against what it is to prove and against today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import IF_ANY, SUMMARY, claimed_years, has_year
from fzjs.diagnostic import Location
from fzjs.facts import Entry

_NIL = {"零报告", "无此情形"}


def looked_too_early(entry: Entry, catalogue: Catalogue) -> bool:
    """DESIGN section 4: "a nil report with where and when one looked": of a year, in it or after.

    The last 查证 counts: of several, each may be about its own years.
    """
    lookups = entry.shown.lookups
    if entry.kind not in _NIL or not lookups:
        return False
    return max(lookup.date.year for lookup in lookups) < last_year(entry, catalogue)


def last_year(entry: Entry, catalogue: Catalogue) -> int:
    """Return the last year that an entry speaks of, none after the cutoff; 0 where it names none.

    汇总 and 有则报 speak of the whole window.
    """
    campaign = catalogue.campaign
    years = {
        year
        for claim in entry.claims
        if has_year(claim.period) or claim.period in {SUMMARY, IF_ANY}
        for year in claimed_years(claim.period, campaign.window)
    }
    return min(max(years, default=0), campaign.cutoff.year)


def ahead(entry: Entry, today: datetime.date) -> Iterator[tuple[str, datetime.date, Location]]:
    """Yield what was looked up, searched, closed or received after today: it proves nothing yet.

    As name, date and place. 减分项2: “故意编造、虚构有关数据、资料”.
    """
    shown, letters = entry.shown, entry.places.get("外单位", entry.places[""])
    opinions = shown.interview.opinions if shown.interview else ()
    dated = (
        *(("查证日期", each.date, each.place) for each in shown.lookups),
        *(("检索日期", each.date, each.place) for each in shown.searches),
        *(("办结日期", each.closed, each.place) for each in opinions),
        *(("证书日期", each.date, each.place) for each in shown.certificates),
        *(("拍摄时间", each.when, each.place) for each in shown.pictures),
        *(("发函、催函日期", day, letters) for day in (entry.asked, *entry.reminded)),
        *(("应答、取得日期", day, letters) for day in (entry.answered, entry.received)),
    )
    for name, date, place in dated:
        if date and date > today:
            yield name, date, place
