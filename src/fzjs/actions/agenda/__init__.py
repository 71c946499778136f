"""`fzjs calendar done|event|ended`: what was carried out, and what starts and ends a limit."""

from fzjs.actions.agenda.carried import Carried, done
from fzjs.actions.agenda.events import Started, ended, event

__all__ = ["Carried", "Started", "done", "ended", "event"]
