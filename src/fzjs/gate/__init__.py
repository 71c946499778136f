"""`check --base`: what a change does to the commit it started from, and whether it may land."""

from fzjs.gate.judge import gate

__all__ = ["gate"]
