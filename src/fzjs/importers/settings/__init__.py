"""Prose → `fzjs.yaml`: one module for each kind of fact."""

from fzjs.importers.settings.assemble import read
from fzjs.importers.settings.frame import Settings
from fzjs.importers.settings.repeats import repeated

__all__ = ["Settings", "read", "repeated"]
