"""What is computed: 应报件, satisfaction, states and rates, as pure functions over facts."""

from fzjs.assess.assessment import (
    Assessment,
    Judged,
    assess,
    catalogue_of,
    catalogue_on,
    is_overdue,
)
from fzjs.assess.catalogue import Catalogue, Row
from fzjs.assess.compare import Move, Moves, compare
from fzjs.assess.followed import Followed
from fzjs.assess.owe import Due
from fzjs.assess.satisfy import GOOD, Met, State
from fzjs.assess.standing import Standing
from fzjs.assess.state import Progress, Rate

__all__ = [
    "GOOD",
    "Assessment",
    "Catalogue",
    "Due",
    "Followed",
    "Judged",
    "Met",
    "Move",
    "Moves",
    "Progress",
    "Rate",
    "Row",
    "Standing",
    "State",
    "assess",
    "catalogue_of",
    "catalogue_on",
    "compare",
    "is_overdue",
]
