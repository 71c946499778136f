"""fzjs: a campaign's indicators and evidence as plain text, checked in git."""

__version__ = "0.1.0"
