"""What makes an entry sound for its kind, as far as the campaign's plan asks for it.

Each condition is one small function that tells whether the entry breaks it, with the plan's words;
the rule of the same name reports it. A condition counts unless its rule is 关闭 in `fzjs.yaml`;
its severity changes nothing here. What only some plans ask for counts where `要求` in `fzjs.yaml`
names it (`demand`).
"""

from fzjs.assess.sound.base import (
    STATEMENT,
    Condition,
    Places,
    below,
    demand,
    least,
    materials_of,
)
from fzjs.assess.sound.cases import (
    case_columns,
    case_repeated,
    cases_asked,
    cases_miscounted,
    cases_short,
    distinct,
    three_systems_unmet,
)
from fzjs.assess.sound.conditions import CONDITIONS, broken, faults
from fzjs.assess.sound.dates import dated_late, last_day
from fzjs.assess.sound.exams import exam_miscounted, exam_papers_missing, exam_rate_low
from fzjs.assess.sound.interviews import (
    interview_miscounted,
    interview_rate_low,
    opinions_open,
    questionnaire_missing,
    survey_unsettled,
)
from fzjs.assess.sound.kinds import KIND_KEYS, kind_incomplete
from fzjs.assess.sound.lists import (
    certificate_incomplete,
    certificate_low,
    picture_incomplete,
    printed,
    summed,
    totals_differ,
)
from fzjs.assess.sound.looked import (
    NIL,
    WEB_EARLY,
    ahead,
    last_year,
    looked_too_early,
    something_found,
    web_too_early,
    web_until,
)
from fzjs.assess.sound.onsite import lacks, onsite_incomplete
from fzjs.assess.sound.papers import (
    attachment_differs,
    attachment_missing,
    attachment_outside,
    empty,
    superior_unallowed,
    unasked_outside,
    uncatalogued,
    unknown_issuer,
    without_pdf,
    wrong_issuer,
)
from fzjs.assess.sound.statement import (
    is_own,
    title_form,
    title_of,
    too_long,
    undated,
    unsealed,
    words,
    words_limit,
)
from fzjs.assess.sound.web import (
    has_web,
    is_address,
    late_published,
    search_unshown,
    unknown_screenshot,
    unlisted,
    web_incomplete,
    web_unlisted,
)

__all__ = [
    "CONDITIONS",
    "KIND_KEYS",
    "NIL",
    "STATEMENT",
    "WEB_EARLY",
    "Condition",
    "Places",
    "ahead",
    "attachment_differs",
    "attachment_missing",
    "attachment_outside",
    "below",
    "broken",
    "case_columns",
    "case_repeated",
    "cases_asked",
    "cases_miscounted",
    "cases_short",
    "certificate_incomplete",
    "certificate_low",
    "dated_late",
    "demand",
    "distinct",
    "empty",
    "exam_miscounted",
    "exam_papers_missing",
    "exam_rate_low",
    "faults",
    "has_web",
    "interview_miscounted",
    "interview_rate_low",
    "is_address",
    "is_own",
    "kind_incomplete",
    "lacks",
    "last_day",
    "last_year",
    "late_published",
    "least",
    "looked_too_early",
    "materials_of",
    "onsite_incomplete",
    "opinions_open",
    "picture_incomplete",
    "printed",
    "questionnaire_missing",
    "search_unshown",
    "something_found",
    "summed",
    "superior_unallowed",
    "survey_unsettled",
    "three_systems_unmet",
    "title_form",
    "title_of",
    "too_long",
    "totals_differ",
    "unasked_outside",
    "uncatalogued",
    "undated",
    "unknown_issuer",
    "unknown_screenshot",
    "unlisted",
    "unsealed",
    "web_incomplete",
    "web_too_early",
    "web_unlisted",
    "web_until",
    "without_pdf",
    "words",
    "words_limit",
    "wrong_issuer",
]
