"""A tree read into one campaign."""

from fzjs.repository.assemble import Document, Repository
from fzjs.repository.layout import RESERVED, Role
from fzjs.repository.load import HARMLESS, Loaded, load, load_sound, sound_of
from fzjs.repository.memo import Memo

__all__ = [
    "HARMLESS",
    "RESERVED",
    "Document",
    "Loaded",
    "Memo",
    "Repository",
    "Role",
    "load",
    "load_sound",
    "sound_of",
]
