"""Renders a document's data: text templates and a styled reference file become Word documents."""
