"""`fzjs diff`: two sides, what moved between them, what else changed, each with its source."""

from fzjs.reports.diff.report import build

__all__ = ["build"]
