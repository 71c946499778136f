"""The one table of conditions: rule, how a chaser says it, and the function that tells."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound import dates, kinds, onsite, papers, statement, web
from fzjs.assess.sound.base import Condition
from fzjs.facts import Entry

CONDITIONS: tuple[Condition, ...] = (
    Condition("evidence-title-form", "标题不合式", statement.title_form),
    Condition("evidence-undated", "缺落款日期", statement.undated),
    Condition("evidence-dated-late", "落款超期", dates.dated_late),
    Condition("evidence-unsealed", "缺章", statement.unsealed),
    Condition("evidence-too-long", "超字数", statement.too_long),
    Condition("evidence-web-incomplete", "网址或检索日期不全", web.web_incomplete),
    Condition("evidence-web-unlisted", "检索目录不全", web.web_unlisted),
    Condition("evidence-search-unshown", "没有检索截图", web.search_unshown),
    Condition("evidence-unknown-screenshot", "截图不在附件里", web.unknown_screenshot),
    Condition("evidence-kind-incomplete", "缺该种类应有的内容", kinds.kind_incomplete),
    Condition("evidence-case-columns", "案卷目录不全", kinds.case_columns),
    Condition("evidence-cases-short", "案卷份数不足", kinds.cases_short),
    Condition("evidence-unknown-issuer", "出具单位不对", papers.unknown_issuer),
    Condition("evidence-wrong-issuer", "出具方不对", papers.wrong_issuer),
    Condition("evidence-empty", "没有附件", papers.empty),
    Condition("evidence-without-pdf", "没有PDF电子版", papers.without_pdf),
    Condition("evidence-uncatalogued", "无目录", papers.uncatalogued),
    Condition("evidence-onsite-incomplete", "备查不全", onsite.onsite_incomplete),
    Condition("attachment-missing", "附件不在", papers.attachment_missing),
    Condition("attachment-hash-differs", "附件已变", papers.attachment_differs),
    Condition("attachment-outside-repository", "附件路径越界", papers.attachment_outside),
)


def faults(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the labels of the conditions that an entry breaks; none: it is sound."""
    levels = catalogue.campaign.levels
    return tuple(
        condition.label
        for condition in CONDITIONS
        if levels.get(condition.rule) != "关闭" and condition.broken(entry, catalogue)
    )
