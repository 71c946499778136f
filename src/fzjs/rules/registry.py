"""The one explicit table of rules, in the order of the docs."""

from __future__ import annotations

import importlib
from functools import cache

from fzjs.rules.base import Page, Rule, from_module

RULES: tuple[str, ...] = (
    # files
    "file-unread",
    "file-wrong-suffix",
    "file-unreadable",
    "yaml-encoding",
    "yaml-bom",
    "yaml-crlf",
    "yaml-nul",
    "yaml-empty",
    "yaml-syntax",
    "yaml-fullwidth",
    "yaml-tab",
    "yaml-cut-comment",
    "yaml-duplicate-key",
    "yaml-bad-key",
    "yaml-anchor",
    "yaml-tag",
    "yaml-multiple-documents",
    # format
    "schema-unknown-key",
    "schema-missing-key",
    "schema-wrong-shape",
    "schema-wrong-value",
    "text-personal-data",
    # fzjs.yaml
    "campaign-duplicate-name",
    "campaign-unknown-office",
    "campaign-unknown-member",
    "campaign-unknown-rule",
    "campaign-unknown-subject",
    "campaign-assumed",
    "campaign-without-indicators",
    "office-members-open",
    "ruling-open",
    # indicators
    "indicator-duplicate-key",
    "indicator-blank",
    "indicator-unknown-office",
    "indicator-unknown-method",
    "indicator-unknown-reference",
    "indicator-without-owner",
    "indicator-unowned-deduction",
    "indicator-nothing-owed",
    "indicator-web-unstated",
    "material-duplicate-code",
    # what an entry claims
    "claim-unknown-material",
    "claim-ambiguous-material",
    "claim-unknown-indicator",
    "claim-wrong-period",
    "claim-outside-window",
    "claim-wrong-kind",
    "claim-without-passage",
    "claim-not-named",
    "claim-duplicate",
    # the entry itself
    "evidence-unknown-office",
    "evidence-duplicate",
    "evidence-title-form",
    "evidence-undated",
    "evidence-dated-late",
    "evidence-dated-future",
    "evidence-dated-afterwards",
    "evidence-unsealed",
    "evidence-too-long",
    "evidence-long",
    "evidence-words-unknown",
    "evidence-web-incomplete",
    "evidence-kind-incomplete",
    "evidence-case-columns",
    "evidence-cases-short",
    "evidence-unknown-issuer",
    "evidence-wrong-issuer",
    "evidence-doubtful-issuer",
    "evidence-empty",
    "evidence-secret-detail",
    "evidence-withdrawn-silently",
    "evidence-sample-mixed",
    "outside-unasked",
    # its attachments
    "attachment-outside-repository",
    "attachment-missing",
    "attachment-hash-differs",
    "attachment-unlisted",
    "attachment-registered-twice",
    # what others write about it
    "review-unknown-entry",
    "review-own-office",
    "review-wrong-office",
    "review-dated-future",
    "review-unknown-claim",
    "review-material-changed",
    "problem-duplicate-number",
    "problem-unknown-subject",
    "problem-unknown-office",
    "rectification-unknown-problem",
    "ledger-bad-name",
    "ledger-unknown-indicator",
    # the date
    "due-overdue",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, imported by its dotted name."""
    return tuple(
        from_module(importlib.import_module(f"fzjs.rules.{name.replace('-', '_')}"))
        for name in RULES
    )


def page(name: str) -> Page | None:
    """Return a rule's page, or None for a name that no rule has."""
    rule = next((rule for rule in rules() if rule.name == name), None)
    if rule is None:
        return None
    title, _, body = rule.text.strip().partition("\n")
    return Page(rule.name, rule.severity, title, body.strip())
