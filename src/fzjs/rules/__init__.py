"""The rules: one module each, whose docstring is its page (`fzjs explain`, docs/rules.md)."""

from fzjs.rules.base import Found, Page, Rule, Scope
from fzjs.rules.registry import RULES, page, rules

__all__ = ["RULES", "Found", "Page", "Rule", "Scope", "page", "rules"]
