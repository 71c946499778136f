"""What computing needs to know, as plain named tuples without pydantic.

`assess` and the rules that look across files see only these, so that an unchanged file need not
be parsed again. Dates are `datetime.date`, years are pairs of first and last, both included.
Indicator keys are folded (`fold`), material references are `‹key>-‹代号›` of folded parts.
"""

from fzjs.facts.ledger import (
    Application,
    Attachment,
    CaseFile,
    Claim,
    Entry,
    Figure,
    LedgerMonth,
    Problem,
    Reminder,
    Review,
    Reviewed,
    WebPage,
)
from fzjs.facts.plan import (
    REPEATS,
    Batch,
    Campaign,
    Date,
    Duty,
    Indicator,
    Material,
    Office,
    Responsible,
    Ruling,
    Stage,
    Target,
    Threshold,
    Waiver,
    Years,
    fold,
    fold_reference,
    printed,
)

__all__ = [
    "REPEATS",
    "Application",
    "Attachment",
    "Batch",
    "Campaign",
    "CaseFile",
    "Claim",
    "Date",
    "Duty",
    "Entry",
    "Figure",
    "Indicator",
    "LedgerMonth",
    "Material",
    "Office",
    "Problem",
    "Reminder",
    "Responsible",
    "Review",
    "Reviewed",
    "Ruling",
    "Stage",
    "Target",
    "Threshold",
    "Waiver",
    "WebPage",
    "Years",
    "fold",
    "fold_reference",
    "printed",
]
