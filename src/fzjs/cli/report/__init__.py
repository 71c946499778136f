"""`report`: Word documents; one command a document, all with -o, --force and --pdf."""

from fzjs.cli.report import documents, essays
from fzjs.cli.report.frame import app

__all__ = ["app", "documents", "essays"]
"""The documents themselves: one function each, from the command's options to the data."""
