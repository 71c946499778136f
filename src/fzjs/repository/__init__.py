"""A tree read into one campaign."""

from fzjs.repository.assemble import Repository
from fzjs.repository.document import Document
from fzjs.repository.layout import RESERVED, Role
from fzjs.repository.load import Loaded, load, load_sound, sound_of
from fzjs.repository.memo import Memo, Memory
from fzjs.repository.opening import HARMLESS, Opened

__all__ = [
    "HARMLESS",
    "RESERVED",
    "Document",
    "Loaded",
    "Memo",
    "Memory",
    "Opened",
    "Repository",
    "Role",
    "load",
    "load_sound",
    "sound_of",
]
