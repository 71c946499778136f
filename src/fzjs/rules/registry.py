"""The one explicit table of rules, in the order of the docs."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache

from fzjs.diagnostic import Fault
from fzjs.rules.base import Page, Rule, Scope, from_module

RULES: tuple[str, ...] = (
    # files
    "file-misplaced",
    "file-unread",
    "file-wrong-suffix",
    "file-unreadable",
    "file-lfs-pointer",
    "yaml-conflict",
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
    "campaign-weight-doubtful",
    "campaign-approval-doubtful",
    "exemption-with-evidence",
    "campaign-assumed",
    "campaign-dated-ahead",
    "campaign-dated-still",
    "campaign-without-indicators",
    "campaign-without-review",
    "duty-dated-otherwise",
    "duty-ledger-cycle",
    "office-members-open",
    "person-with-number",
    "person-change-differs",
    "person-change-dated-future",
    "liaison-unreported",
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
    "claim-other-year",
    "claim-quotes-contradict",
    # the entry itself
    "evidence-unknown-office",
    "evidence-duplicate",
    "evidence-alike",
    "evidence-twin-names",
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
    "evidence-web-unlisted",
    "evidence-search-unshown",
    "evidence-unknown-screenshot",
    "evidence-kind-incomplete",
    "evidence-unknown-issuer",
    "evidence-wrong-issuer",
    "evidence-doubtful-issuer",
    "evidence-superior-unallowed",
    "evidence-empty",
    "evidence-without-pdf",
    "evidence-uncatalogued",
    "evidence-onsite-incomplete",
    "evidence-secret-detail",
    "evidence-withdrawn-silently",
    "evidence-state-contradicts",
    "evidence-sample-mixed",
    "outside-unasked",
    "outside-unanswered",
    "outside-disordered",
    # its figures
    "figure-unknown-item",
    "figure-wrong-form",
    "figure-outside-period",
    "figure-differs",
    "figure-text-differs",
    # what some kinds list
    "evidence-case-columns",
    "evidence-cases-short",
    "case-three-systems-unmet",
    "case-repeated",
    "cases-miscounted",
    "interview-miscounted",
    "interview-rate-low",
    "interview-without-questionnaire",
    "interview-opinion-open",
    "survey-unsettled",
    "exam-papers-missing",
    "exam-miscounted",
    "exam-rate-low",
    "certificate-incomplete",
    "certificate-low",
    "picture-incomplete",
    "total-differs",
    "nil-looked-early",
    "web-looked-early",
    "nil-search-found",
    "evidence-list-exposed",
    "list-missing",
    "list-differs",
    # its attachments
    "attachment-outside-repository",
    "attachment-missing",
    "attachment-hash-differs",
    "attachment-unlisted",
    "attachment-registered-twice",
    "attachment-format-broken",
    "attachment-format-advised",
    # what others write about it
    "review-unknown-entry",
    "review-own-office",
    "review-wrong-office",
    "review-own-person",
    "review-dated-future",
    "review-dated-before",
    "review-out-of-order",
    "review-unknown-claim",
    "review-passes-nothing",
    "review-bad-fingerprint",
    "review-material-changed",
    "problem-duplicate-number",
    "problem-unknown-subject",
    "problem-unknown-office",
    "problem-disordered",
    "problem-reopened-overdue",
    "problem-misplaced-step",
    "problem-dated-future",
    "rectification-unknown-problem",
    "rectification-wrong-office",
    "rectification-repeated",
    "rectification-misdated",
    "rectification-same-day",
    "rectification-without-proof",
    "rectification-proof-unchanged",
    "problem-closed-without-proof",
    "problem-closed-own",
    "problem-closed-future",
    "ledger-bad-name",
    "ledger-unknown-indicator",
    "ledger-done-returned",
    "ledger-done-open",
    "ledger-done-since",
    "ledger-unfinished-gone",
    "ledger-line-missing",
    "ledger-line-hollow",
    "ledger-line-repeated",
    "ledger-line-not-owed",
    "ledger-month-ahead",
    "ledger-month-early",
    "ledger-month-repeated",
    "ledger-month-missing",
    "ledger-filled-late",
    "ledger-filled-out-of-month",
    "agenda-unknown-duty",
    "agenda-counted-elsewhere",
    "agenda-wrong-term",
    "agenda-dated-future",
    "agenda-repeated",
    "event-unknown-limit",
    "event-ended-before",
    "event-without-time",
    # reminders
    "reminder-unknown-office",
    "reminder-out-of-order",
    "reminder-dated-future",
    "reminder-answered-early",
    "reminder-unknown-subject",
    # an application for a title
    "declaration-unknown-step",
    "declaration-duplicate-step",
    "declaration-out-of-order",
    "declaration-dated-future",
    "declaration-step-without-document",
    "declaration-document-differs",
    "declaration-unknown-commit",
    "declaration-named-without-approval",
    "declaration-miscounted",
    "declaration-opinion-unmended",
    "declaration-annual-early",
    "declaration-annual-missing",
    "declaration-annual-unpublished",
    "declaration-revisit-missing",
    "declaration-unknown-ground",
    "declaration-removal-ground",
    # the date
    "due-overdue",
    "indicator-complete-stale",
    # what a change does (check --base)
    "change-entry-with-review",
    "change-own-review",
    "change-review-edited",
    "change-passed-opened",
    "change-returned-deleted",
    "change-passed-undeclared",
    "change-correction-removed",
    "change-inspection-edited",
    "change-revision-lowered",
    "change-attachment-pointer",
    "change-foreign-folder",
    "change-ledger-done-open",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, imported by its dotted name."""
    return tuple(
        from_module(importlib.import_module(f"fzjs.rules.{name.replace('-', '_')}"))
        for name in RULES
    )


@cache
def having(scope: Scope) -> tuple[Rule, ...]:
    """Return the rules of a scope that look for something themselves."""
    return tuple(rule for rule in rules() if rule.scope is scope and rule.find is not None)


def run(rule: Rule, *arguments: object) -> Iterator[Fault]:
    """Yield what a rule finds, under its name."""
    if rule.find is not None:
        for found in rule.find(*arguments):
            yield Fault(rule.name, found.message, found.location, found.hint, found.related)


def page(name: str) -> Page | None:
    """Return a rule's page, or None for a name that no rule has."""
    rule = next((rule for rule in rules() if rule.name == name), None)
    if rule is None:
        return None
    title, _, body = rule.text.strip().partition("\n")
    return Page(rule.name, rule.severity, title, body.strip())
