"""The rules: one module each, whose docstring is its page (`fzjs explain`, docs/rules.md)."""

from fzjs.rules.base import Found, Page, Rule, Scope
from fzjs.rules.registry import RULES, having, page, rules, run

__all__ = ["RULES", "Found", "Page", "Rule", "Scope", "having", "page", "rules", "run"]
