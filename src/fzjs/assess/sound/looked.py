"""查证, 网络检索 and 公开: when one looked, against what it is to prove, and what one found."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.period import IF_ANY, SUMMARY, claimed_years, has_year
from fzjs.diagnostic import Location
from fzjs.facts import Entry
from fzjs.facts.shown import Looked

NIL = frozenset({"零报告", "无此情形"})
WEB_EARLY = "检索早于所报年度"
_WEB = "网络检索"
_NOTHING = re.compile(r"未|无|没|零|空白|(?<![\d.])0\s*[条个件项篇起次]?(?![\d.])")


def looked_too_early(entry: Entry, catalogue: Catalogue) -> bool:
    """DESIGN section 4: "a nil report with where and when one looked": of a year, in it or after.

    The last 查证 or 网络检索 counts: of several, each may be about its own years.
    """
    if entry.kind not in NIL:
        return False
    looked = (*entry.shown.lookups, *entry.shown.searches)
    if not looked:
        return False
    return max(each.date.year for each in looked) < last_year(entry, catalogue)


def web_too_early(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2: “以上同时提供网络检索佐证材料”: what was on the web before a year shows none of it.

    A list of pages for the whole window (汇总) may have been made before its last year; that
    nothing was found in all of it can be told only then.
    """
    found = web_until(entry) if entry.kind == _WEB else 0
    return 0 < found < last_year(entry, catalogue, whole=not entry.web)


def web_until(entry: Entry) -> int:
    """Return the last year in which a page was read or a search found nothing, 0 for none."""
    days = [page.retrieved for page in entry.web if page.retrieved]
    if entry.shown.searches:
        days += [each.date for each in entry.shown.searches if not something_found(each)]
    return max(days).year if days else 0


def something_found(looked: Looked) -> bool:
    """Tell whether a result does not say that there was nothing: 检索到2条."""
    return not _NOTHING.search(unicodedata.normalize("NFKC", looked.result))


def last_year(entry: Entry, catalogue: Catalogue, *, whole: bool = True) -> int:
    """Return the last year that an entry speaks of, none after the cutoff; 0 where it names none.

    汇总 and 有则报 speak of the `whole` window, where this is asked.
    """
    campaign = catalogue.campaign
    years = {
        year
        for claim in entry.claims
        if has_year(claim.period) or (whole and claim.period in {SUMMARY, IF_ANY})
        for year in claimed_years(claim.period, campaign.window)
    }
    return min(max(years, default=0), campaign.cutoff.year)


def ahead(entry: Entry, today: datetime.date) -> Iterator[tuple[str, datetime.date, Location]]:
    """Yield what was looked up, searched, closed or received after today: it proves nothing yet.

    As name, date and place. 减分项2: “故意编造、虚构有关数据、资料”.
    """
    if not _has_days(entry):
        return
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


def _has_days(entry: Entry) -> bool:
    """Tell whether an entry has any of these days: most have none, and all are asked."""
    shown = entry.shown
    looked = shown.lookups or shown.searches or shown.interview
    listed = shown.certificates or shown.pictures
    letters = entry.asked or entry.reminded or entry.answered or entry.received
    return bool(looked or listed or letters)
