"""What makes an entry sound for its kind, as far as the campaign's plan asks for it.

Each condition is one small function that tells whether the entry breaks it, with the plan's words;
the rule of the same name reports it. A condition counts unless its rule is 关闭 in `fzjs.yaml`;
its severity changes nothing here.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from fzjs.assess import issuer
from fzjs.assess.catalogue import Catalogue, covers
from fzjs.assess.period import SUMMARY, claimed_years, is_range
from fzjs.facts import Entry, Material, WebPage

STATEMENT = "情况说明"


class Condition(NamedTuple):
    """A requirement; `label` is how a chaser says that it is broken."""

    rule: str
    label: str
    broken: Callable[[Entry, Catalogue], bool]


def materials_of(entry: Entry, catalogue: Catalogue) -> tuple[Material, ...]:
    """Return the known materials that an entry claims."""
    keys = (catalogue.material(claim.material) for claim in entry.claims)
    return tuple(
        catalogue.materials[key] for key in dict.fromkeys(keys) if key in catalogue.materials
    )


def is_own(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether the unit itself issues the paper; title form and seal apply to no other.

    A 情况说明 is another body's only where 外单位 says so, or a material that it claims may come
    from another: a 出具单位 typed on the unit's own statement switches nothing off.
    """
    if issuer.is_unit(entry, catalogue):
        return True
    return entry.kind == STATEMENT and not issuer.may_be_other(
        entry, materials_of(entry, catalogue)
    )


def title_of(entry: Entry, catalogue: Catalogue) -> str:
    """Return an entry's title: as given, else from the campaign's form.

    附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》”.
    """
    form = catalogue.campaign.title_form
    if entry.title or entry.kind != STATEMENT or not form:
        return entry.title or entry.subject
    return form.replace("{单位}", catalogue.campaign.unit).replace("{事由}", entry.subject)


def _own_statement(entry: Entry, catalogue: Catalogue) -> bool:
    return entry.kind == STATEMENT and not entry.secret and is_own(entry, catalogue)


def title_form(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》”."""
    campaign = catalogue.campaign
    if not _own_statement(entry, catalogue) or not campaign.title_form:
        return False
    title = title_of(entry, catalogue).strip("《》")
    return not _title_pattern(campaign.title_form, campaign.unit).fullmatch(title)


@lru_cache(maxsize=8)
def _title_pattern(form: str, unit: str) -> re.Pattern[str]:
    pattern = re.escape(form).replace(re.escape("{单位}"), re.escape(unit))
    # 事由 must not bring the form's own words again: 关于关于……的情况说明的情况说明.
    return re.compile(pattern.replace(re.escape("{事由}"), r"(?!关于)(?!.*的情况说明的).{2,}"))


def undated(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “落款需注明提供单位规范名称和日期”."""
    return _own_statement(entry, catalogue) and entry.dated is None


def dated_late(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “落款时间应为2021年5月31日之前”; the day itself is included.

    An approved 延期 of everything that the entry proves moves the date as well.
    """
    return entry.dated is not None and entry.dated > last_day(entry, catalogue)


def last_day(entry: Entry, catalogue: Catalogue) -> datetime.date:
    """Return the last day an entry may be dated: the earliest that holds for one of its claims."""
    limits = [
        _limit(catalogue.material(claim.material), period, catalogue)
        for claim in entry.claims
        if catalogue.owes(claim.material)
        for period in _apart(claim.period)
    ]
    return min(limits, default=catalogue.campaign.cutoff)


def _apart(period: str) -> tuple[str, ...]:
    """Return a range of years as one claim a year (docs/format.md, section 5)."""
    if not is_range(period):
        return (period,)
    first, _, last = period.partition("-")
    return tuple(str(year) for year in range(int(first), int(last) + 1))


def _limit(key: str, period: str, catalogue: Catalogue) -> datetime.date:
    """Return the cutoff, or the day to which a 延期 of this claim moved it."""
    campaign = catalogue.campaign
    material = catalogue.materials.get(key)
    whole = material is not None and catalogue.rhythm(material) == SUMMARY
    owed = SUMMARY if whole else period
    years = claimed_years(owed, campaign.window)
    indicator = key.partition("-")[0]
    moved = (
        waiver.until
        for waiver in campaign.extensions
        if waiver.until and covers(waiver.subject, key, indicator, owed, years)
    )
    return max(moved, default=campaign.cutoff)


def unsealed(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 三.2: “并加盖单位印章”."""
    return _own_statement(entry, catalogue) and entry.sealed is not True


def words(entry: Entry) -> int | None:
    """Return a statement's length in characters, of body or attachments; None: unknown."""
    counted = [a.words for a in entry.attachments if a.words is not None]
    if entry.body_words is not None:
        return entry.body_words
    return sum(counted) if counted else None


def words_limit(entry: Entry, catalogue: Catalogue) -> int | None:
    """Return the limit: the largest that a claimed material states, else the campaign's."""
    stated = [m.words_limit for m in materials_of(entry, catalogue) if m.words_limit]
    return max(stated) if stated else catalogue.campaign.words_limit


def too_long(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 一.2: “一般不超过500字，最多不超过1000字，明确字数要求的除外”."""
    limit = words_limit(entry, catalogue)
    stated = any(m.words_limit for m in materials_of(entry, catalogue))
    counted = words(entry) if entry.kind == STATEMENT or stated else None
    return counted is not None and limit is not None and counted > limit


def has_web(entry: Entry) -> bool:
    """Tell whether an entry carries whole web evidence: every page with address and date."""
    pages = entry.web
    return (bool(pages) and all(map(_is_whole, pages))) or entry.searches > 0


def is_address(text: str) -> bool:
    """Tell whether a text can be opened in a browser as it stands."""
    return re.match(r"https?://\S", text, re.IGNORECASE) is not None


def _is_whole(page: WebPage) -> bool:
    return is_address(page.url) and page.retrieved is not None


def web_incomplete(entry: Entry, _: Catalogue) -> bool:
    """附件1 二.2: “提供相关网络检索材料的检索目录及相对应的相关文件、资料”."""
    return not all(map(_is_whole, entry.web))


_NEEDS: dict[str, Callable[[Entry], bool]] = {
    "网络检索": lambda entry: bool(entry.web) or entry.searches > 0,
    "零报告": lambda entry: entry.lookups > 0,
    "案卷": lambda entry: bool(entry.cases),
    "访谈": lambda entry: entry.interview is not None,
    "考试": lambda entry: entry.exam,
}
KIND_KEYS = {
    "网络检索": "公开（或 网络检索）",
    "零报告": "查证",
    "案卷": "案卷",
    "访谈": "访谈",
    "考试": "考试",
}


def kind_incomplete(entry: Entry, _: Catalogue) -> bool:
    """A kind that stands for a way of proving needs the key that says how it was proved.

    附件1 四.2: “‘案卷评查’应提供案卷目录”; DESIGN section 4: "a nil report with where and when
    one looked".
    """
    needed = _NEEDS.get(entry.kind)
    return needed is not None and not entry.secret and not needed(entry)


def case_columns(entry: Entry, _: Catalogue) -> bool:
    """附件1 四.2: “目录包括序号、案件文号和卷宗名称”."""
    return any(not case.complete for case in entry.cases)


def cases_short(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2 （8）（9）: “每个行政执法部门提供2份行政指导案卷卷宗”."""
    asked = [m.copies for m in materials_of(entry, catalogue) if m.each and m.copies]
    if not asked or entry.secret or not entry.cases:
        return False
    counts = Counter(case.department for case in entry.cases)
    return "" in counts or any(count < max(asked) for count in counts.values())


def unknown_issuer(entry: Entry, catalogue: Catalogue) -> bool:
    """A 情况说明 that names an issuer, where neither 外单位 nor a material speaks of another.

    附件1 三.2: “落款需注明提供单位规范名称”.
    """
    return (
        entry.kind == STATEMENT
        and not entry.secret
        and not issuer.known(entry, catalogue)
        and not issuer.may_be_other(entry, materials_of(entry, catalogue))
    )


def wrong_issuer(entry: Entry, catalogue: Catalogue) -> bool:
    """A paper that others must issue (法院、复议机关、上级) is not issued by the unit itself."""
    if entry.secret or entry.state == "草稿" or not issuer.is_unit(entry, catalogue):
        return False
    return any(material.issuer for material in materials_of(entry, catalogue))


def empty(entry: Entry, _: Catalogue) -> bool:
    """An entry that shows nothing proves nothing (附件1 三.1: “一律提供原件”)."""
    papers = entry.attachments or entry.web or entry.searches or entry.lookups or entry.body_words
    records = entry.cases or entry.interview or entry.exam
    return not (papers or records or entry.secret or entry.waits_for)


def attachment_missing(entry: Entry, _: Catalogue) -> bool:
    """An attachment that the entry names lies in the repository, unless 库外."""
    return any(a.file and not a.outside and not a.found for a in entry.attachments)


def attachment_differs(entry: Entry, _: Catalogue) -> bool:
    """The bytes in the repository are those that the entry was made with."""
    return any(a.found and a.found != a.sha256 for a in entry.attachments)


def attachment_outside(entry: Entry, _: Catalogue) -> bool:
    """A path stays inside the repository."""
    return any(not a.file for a in entry.attachments)


CONDITIONS: tuple[Condition, ...] = (
    Condition("evidence-title-form", "标题不合式", title_form),
    Condition("evidence-undated", "缺落款日期", undated),
    Condition("evidence-dated-late", "落款超期", dated_late),
    Condition("evidence-unsealed", "缺章", unsealed),
    Condition("evidence-too-long", "超字数", too_long),
    Condition("evidence-web-incomplete", "网址或检索日期不全", web_incomplete),
    Condition("evidence-kind-incomplete", "缺该种类应有的内容", kind_incomplete),
    Condition("evidence-case-columns", "案卷目录不全", case_columns),
    Condition("evidence-cases-short", "案卷份数不足", cases_short),
    Condition("evidence-unknown-issuer", "出具单位不对", unknown_issuer),
    Condition("evidence-wrong-issuer", "出具方不对", wrong_issuer),
    Condition("evidence-empty", "没有附件", empty),
    Condition("attachment-missing", "附件不在", attachment_missing),
    Condition("attachment-hash-differs", "附件已变", attachment_differs),
    Condition("attachment-outside-repository", "附件路径越界", attachment_outside),
)


def faults(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the labels of the conditions that an entry breaks; none: it is sound."""
    levels = catalogue.campaign.levels
    return tuple(
        condition.label
        for condition in CONDITIONS
        if levels.get(condition.rule) != "关闭" and condition.broken(entry, catalogue)
    )
