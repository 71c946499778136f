"""`report`: Word documents; one command a document, all with -o, --force and --pdf."""

from fzjs.cli.report import documents, papers
from fzjs.cli.report.frame import app

__all__ = ["app", "documents", "papers"]
