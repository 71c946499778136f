"""`report`: Word documents; one command a document, all with -o, --force and --pdf."""

from fzjs.cli.report import documents, essays, papers
from fzjs.cli.report.frame import app

__all__ = ["app", "documents", "essays", "papers"]
