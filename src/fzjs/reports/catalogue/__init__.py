"""材料目录: what is registered, in the order in which assessors look for it."""

from fzjs.reports.catalogue.build import KINDS, build, build_all

__all__ = ["KINDS", "build", "build_all"]
