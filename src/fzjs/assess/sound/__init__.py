"""What makes an entry sound for its kind, as far as the campaign's plan asks for it.

Each condition is one small function that tells whether the entry breaks it, with the plan's words;
the rule of the same name reports it. A condition counts unless its rule is 关闭 in `fzjs.yaml`;
its severity changes nothing here. What only some plans ask for counts where `要求` in `fzjs.yaml`
names it (`demand`).
"""

from fzjs.assess.sound.base import STATEMENT, Condition, demand, materials_of
from fzjs.assess.sound.conditions import CONDITIONS, faults
from fzjs.assess.sound.dates import dated_late, last_day
from fzjs.assess.sound.kinds import KIND_KEYS, case_columns, cases_short, kind_incomplete
from fzjs.assess.sound.onsite import lacks, onsite_incomplete
from fzjs.assess.sound.papers import (
    attachment_differs,
    attachment_missing,
    attachment_outside,
    empty,
    superior_unallowed,
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
    "STATEMENT",
    "Condition",
    "attachment_differs",
    "attachment_missing",
    "attachment_outside",
    "case_columns",
    "cases_short",
    "dated_late",
    "demand",
    "empty",
    "faults",
    "has_web",
    "is_address",
    "is_own",
    "kind_incomplete",
    "lacks",
    "last_day",
    "late_published",
    "materials_of",
    "onsite_incomplete",
    "search_unshown",
    "superior_unallowed",
    "title_form",
    "title_of",
    "too_long",
    "uncatalogued",
    "undated",
    "unknown_issuer",
    "unknown_screenshot",
    "unlisted",
    "unsealed",
    "web_incomplete",
    "web_unlisted",
    "without_pdf",
    "words",
    "words_limit",
    "wrong_issuer",
]
