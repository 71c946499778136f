"""`fzjs problem`: found, mended and applied for, then accepted, returned, put off, found again."""

from fzjs.actions.problem.answer import Answer, apply
from fzjs.actions.problem.found import Found, add
from fzjs.actions.problem.handle import Said, close, extend, reopen, send_back

__all__ = ["Answer", "Found", "Said", "add", "apply", "close", "extend", "reopen", "send_back"]
