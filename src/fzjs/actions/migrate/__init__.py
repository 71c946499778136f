"""`fzjs migrate`: from one edition of the indicators to another, proposed, confirmed, carried."""

from fzjs.actions.migrate.apply import carry_out
from fzjs.actions.migrate.propose import FILE, propose

__all__ = ["FILE", "carry_out", "propose"]
