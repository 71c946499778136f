"""The one table of conditions: rule, how a chaser says it, and the function that tells."""

from __future__ import annotations

import datetime

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound import (
    cases,
    dates,
    exams,
    interviews,
    kinds,
    lists,
    looked,
    onsite,
    papers,
    statement,
    web,
)
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
    Condition("evidence-search-unshown", "没有检索截图", web.search_unshown, shown=True),
    Condition("evidence-unknown-screenshot", "截图不在附件里", web.unknown_screenshot, shown=True),
    Condition("evidence-kind-incomplete", "缺该种类应有的内容", kinds.kind_incomplete),
    Condition("evidence-case-columns", "案卷目录不全", cases.case_columns, shown=True),
    Condition("evidence-cases-short", "案卷份数不足", cases.cases_short),
    Condition(
        "case-three-systems-unmet", "案卷未落实三项制度", cases.three_systems_unmet, shown=True
    ),
    Condition("case-repeated", "案卷重复", cases.case_repeated, shown=True),
    Condition("cases-miscounted", "案卷与件数不符", cases.cases_miscounted, shown=True),
    Condition("interview-miscounted", "访谈人数不对", interviews.interview_miscounted, shown=True),
    Condition("interview-rate-low", "访谈率不够", interviews.interview_rate_low, shown=True),
    Condition(
        "interview-without-questionnaire", "缺问卷", interviews.questionnaire_missing, shown=True
    ),
    Condition("interview-opinion-open", "意见未整改办结", interviews.opinions_open, shown=True),
    Condition("survey-unsettled", "问卷意见未整改销号", interviews.survey_unsettled, shown=True),
    Condition("exam-papers-missing", "考试材料不全", exams.exam_papers_missing, shown=True),
    Condition("exam-miscounted", "参考人数不对", exams.exam_miscounted, shown=True),
    Condition("exam-rate-low", "参考率不够", exams.exam_rate_low, shown=True),
    Condition("certificate-incomplete", "证书缺级别或颁发机关", lists.certificate_incomplete),
    Condition("certificate-low", "证书级别不够", lists.certificate_low, shown=True),
    Condition("picture-incomplete", "影像缺时间或地点", lists.picture_incomplete),
    Condition("total-differs", "合计不符", lists.totals_differ, shown=True),
    Condition("nil-looked-early", "查证早于所报年度", looked.looked_too_early),
    Condition("web-looked-early", looked.WEB_EARLY, looked.web_too_early),
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

_EVERY = tuple((each.rule, each.broken) for each in CONDITIONS)
_UNSHOWN = tuple((each.rule, each.broken) for each in CONDITIONS if not each.shown)
"""Most entries are papers and show nothing else, and there are thousands."""
_LABELS = {condition.rule: condition.label for condition in CONDITIONS}
_AHEAD = "evidence-dated-future"


def broken(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the rules of the conditions that an entry breaks; none: it is sound.

    Of nothing but the entry and the catalogue, whatever the day and the other entries; a condition
    that is 关闭 too. Computed once for both, as the states and the rules of the same names ask.
    """
    known = catalogue.judged.get(entry.id)
    if known is None or known[0] is not entry:
        asked = _EVERY if any(entry.shown) else _UNSHOWN
        found = tuple([rule for rule, breaks in asked if breaks(entry, catalogue)])
        known = catalogue.judged[entry.id] = entry, found
    return known[1]


def faults(entry: Entry, catalogue: Catalogue, today: datetime.date) -> tuple[str, ...]:
    """Return the labels of the conditions that count and that an entry breaks; none: sound."""
    rules, levels = broken(entry, catalogue), catalogue.campaign.levels
    labels = [_LABELS[rule] for rule in rules if levels.get(rule) != "关闭"] if rules else []
    # The one condition that needs the day: what was looked up tomorrow proves nothing today.
    if levels.get(_AHEAD) != "关闭" and any(looked.ahead(entry, today)):
        labels.append("日期在今天以后")
    return tuple(labels)
