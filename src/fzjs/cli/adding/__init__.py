"""`fzjs add`: its options, its questions, and what it prints."""

from fzjs.cli.adding.command import add

__all__ = ["add"]
