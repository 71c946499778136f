"""Two editions of the indicators side by side: which item is which, and in what they differ.

Facts in, facts out: what is found here is only proposed, and a person confirms it.
"""

from fzjs.assess.editions.match import Pair, Relation, match, measured
from fzjs.assess.editions.materials import Line, Piece, lines, pieces
from fzjs.assess.editions.words import canonical, likeness, marked

__all__ = [
    "Line",
    "Pair",
    "Piece",
    "Relation",
    "canonical",
    "likeness",
    "lines",
    "marked",
    "match",
    "measured",
    "pieces",
]
