"""What a clerk says that a paper proves: `31-2甲/2020`, `（5）-1/汇总`, `31-1`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fzjs.assess import Assessment, Catalogue, State
from fzjs.assess.period import AT_TIME, IF_ANY, IN_FORCE, SUMMARY, claimed_years, has_year
from fzjs.diagnostic import FzjsError
from fzjs.facts import fold_reference
from fzjs.models import mend
from fzjs.rules.claimed import asked_of

_ONLY = frozenset({SUMMARY, AT_TIME, IN_FORCE, IF_ANY})
"""Rhythms with one period: the 年度 follows from the material."""


_SHOWN = 20
"""Characters of a material's words by which one is told from another."""


class Said(NamedTuple):
    """A claim as it will be written; `key` is the folded reference."""

    key: str
    material: str
    period: str
    pages: str = ""
    quote: str = ""

    def plain(self) -> dict[str, str]:
        """Return the claim as the ledger entry writes it."""
        keys = {"资料": self.material, "年度": self.period, "页": self.pages, "摘录": self.quote}
        return {key: value for key, value in keys.items() if value}


def parse(text: str, assessment: Assessment) -> Said:
    """Return a claim from `31-2甲/2020`; the 年度 may be left out where there is only one.

    Whether there is such a material, and whether it has such a period, is for the rules to say.
    Raises FzjsError where the 年度 is missing, and where it is not said which of two is meant.
    """
    catalogue = assessment.catalogue
    typed = re.sub(r"[／]", "/", text.strip())
    material, _, period = (part.strip() for part in typed.partition("/"))
    key = fold_reference(material)
    need = asked_of(key, catalogue)
    if not period and need and need.rhythm in _ONLY:
        period = need.rhythm
    if not period and need is None and key in catalogue.repeated:
        raise FzjsError(f"“{text}”不止一项，分不清是哪一项：{_each(key, assessment)}。")
    if not material or not period:
        what = f"{catalogue.label(key)}按“{need.rhythm}”报，" if need else ""
        raise FzjsError(
            f"“{text}”没有写年度。{what}写成“资料/年度”，如 {_meant(material, assessment)}。"
        )
    known = catalogue.owes(key) or key in catalogue.repeated
    return Said(key, catalogue.label(key) if known else material, _period(period))


def _meant(typed: str, assessment: Assessment) -> str:
    """Return what was most likely meant by `31-2甲：2020` or `31-2甲 2020年`."""
    found = re.fullmatch(r"(\S+?)[：:，,、\s]+(\S+)", unicodedata.normalize("NFKC", typed))
    if found:
        return f"{found[1]}/{mend.period(found[2]) or found[2]}"
    return f"{typed}/{open_period(typed, assessment) or 2020}" if typed else "31-2甲/2020"


def open_period(reference: str, assessment: Assessment) -> str:
    """Return the first period for which a material is still owed, else its first; "" for none."""
    key = assessment.catalogue.material(fold_reference(reference))
    owed = [m for m in assessment.met if m.due.material == key and not m.due.excused]
    still = [met for met in owed if met.state is State.MISSING]
    return (still or owed)[0].due.span.label if owed else ""


def _each(key: str, assessment: Assessment) -> str:
    catalogue = assessment.catalogue
    found = (catalogue.materials[each] for each in catalogue.repeated[key])
    return "；".join(
        f"{catalogue.label(m.key)}/{open_period(m.key, assessment)} {m.text[:_SHOWN]}"
        for m in found
    )


def _period(text: str) -> str:
    """Return a 年度 in half width: `２０２０` is no other year than 2020."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def spread(claims: Sequence[Said], pages: Sequence[str], quotes: Sequence[str]) -> list[Said]:
    """Return claims with their pages and quotes: one for all, or one for each in order.

    Raises FzjsError where there are neither one nor as many.
    """
    for name, given in (("页", pages), ("摘录", quotes)):
        if len(given) not in {0, 1, len(claims)}:
            raise FzjsError(
                f"写了 {len(claims)} 条对应、{len(given)} 个{name}，配不上。"
                f"{name}写一个（各条都用它），或按对应的次序各写一个。"
            )
    return [
        each._replace(pages=_nth(pages, i), quote=_nth(quotes, i)) for i, each in enumerate(claims)
    ]


def _nth(given: Sequence[str], position: int) -> str:
    return given[position if len(given) > 1 else 0] if given else ""


def kind_of(claims: Iterable[Said], catalogue: Catalogue) -> str:
    """Return the kind that the claimed materials ask for; "" where none is known.

    docs/format.md, section 4: an entry's kind is its material's; 佐证材料 takes any.
    """
    needs = [asked_of(each.key, catalogue) for each in claims]
    kinds = [("网络检索" if need.web else need.kind) for need in needs if need]
    return next((kind for kind in kinds if kind != "佐证材料"), kinds[0] if kinds else "")


def years_of(claims: Iterable[Said], assessment: Assessment) -> set[int]:
    """Return the years that claims name; none of 汇总, 现行 and their like."""
    window = assessment.repository.campaign.window
    named = (each.period for each in claims if has_year(each.period))
    return {year for period in named for year in claimed_years(period, window)}
