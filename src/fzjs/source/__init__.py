"""One YAML file with positions: bytes → data as text, faults of the writing, and where things are.

Reading never raises: whatever is wrong with the file comes back as a `Fault`.
"""

from fzjs.source.places import Places
from fzjs.source.reader import read, text_of
from fzjs.source.result import Fault, Source
from fzjs.source.text import LIST_KEYS

__all__ = ["LIST_KEYS", "Fault", "Places", "Source", "read", "text_of"]
