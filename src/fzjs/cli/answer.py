"""What a command printed when everything was as it is now: printed again, and nothing computed.

Imported before typer, pydantic and the reading of YAML, which cost more than git's whole answer.
Only commands that look, and write nothing, are remembered (DESIGN section 4: “All of it is a pure
function of repository, date, tool version and holiday table”).
"""

from __future__ import annotations

import io
import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TextIO

from fzjs import cache, now, passing, state

_LOOKING: dict[str, tuple[str, ...]] = {
    "status": (),
    "todo": (),
    "show": (),
    "score": (),
    "check": ("--base", "--report", "--summary", "--with-private"),
}
"""The commands, each with the options with which nothing is remembered.

They write a file, read more than the records, or print what is not to lie anywhere.
"""
_OF_BYTES = ("check",)
"""Those of them that say nothing of the commit."""
_KEPT = 128
"""Answers of one repository that are kept, most under two names; the oldest go first."""
_SETTLED = 3.0
"""Seconds before an answer was kept in which a file may have changed after it was looked at."""
_LARGEST = 20_000_000
"""Bytes of an answer that is still kept."""
_SUFFIX = ".answer"
_IDLE = {
    *("_", "PWD", "OLDPWD", "SHLVL", "HISTCMD", "LS_COLORS", "MAIL"),
    *("WINDOWID", "TERM_SESSION_ID", "XDG_SESSION_ID", "TMUX", "TMUX_PANE", "STY", "DISPLAY"),
    *("SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "SSH_AUTH_SOCK", "SSH_AGENT_PID", "GPG_TTY"),
    *("DBUS_SESSION_BUS_ADDRESS", "INVOCATION_ID", "JOURNAL_STREAM"),
}
"""Variables that change from one command, window or login to the next, and no answer with them."""


_seen: list[state.State] = []
"""What was seen of the repository before the command ran, for whoever reads its files."""


def seen(root: str) -> state.State | None:
    """Return what was seen of a repository when this command began, None where nobody looked."""
    return next((each for each in _seen if str(each.root) == root), None)


class _Seen(NamedTuple):
    """What an answer depends on: the repository, and all around it as one word."""

    held: state.State
    around: bytes

    def exactly(self) -> str:
        """Return a name for all of it, quickly had; "" where none can be given."""
        whole = self.held.whole()
        return cache.digest(whole.encode(), self.around) if whole else ""

    def in_bytes(self, *, committed: bool) -> str:
        """Return a name that stays where git or the disk tell of the same bytes in other words.

        So they do after `git add`, `git status`, a commit, a fresh checkout, `touch`.
        """
        same = self.held.bytes_alone(committed=committed)
        return cache.digest(b"", same.encode(), self.around)


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


class _Asked(NamedTuple):
    """A command that may be remembered: of which repository, and where what is kept of it is."""

    command: str
    arguments: Sequence[str]
    root: str
    place: str

    def look(self) -> _Seen:
        """Look at everything that the answer depends on."""
        around: list[str] = []
        held = state.look(self.root, lambda: around.extend(self._around()))
        return _Seen(held, b"\0".join(_bytes(word) for word in around))

    def path(self, name: str) -> str:
        """Return where the answer of a name is kept."""
        return os.path.join(self.place, f"{name}{_SUFFIX}")

    def _around(self) -> Iterator[str]:
        """Yield what the answer depends on besides the repository."""
        yield from (cache.program(), str(now.today()), os.path.abspath(os.curdir), self.root)
        # Paths are written from the nearest repository, which git itself may not see as one.
        yield from (repr(sys.flags), repr(self.arguments), *cache.repositories(self.root))
        for name, value in sorted(os.environ.items()):
            if name not in _IDLE:
                yield f"{name}={value}"
        yield from (_screen(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))
        yield from (self._there(word) for word in self.arguments)

    def _there(self, word: str) -> str:
        """Tell where a word is the name of a file: what it stands for may depend on that."""
        bases = self.root, os.path.join(self.root, "evidence"), os.curdir
        return "".join(str(int(os.path.exists(os.path.join(base, word)))) for base in bases)


def answered(arguments: Sequence[str], run: Callable[[Sequence[str]], int]) -> int:
    """Print what the command prints, from memory where it can be, and return its exit code.

    Otherwise `run` computes it; what it printed is remembered if nothing changed meanwhile.
    """
    asked = _asked(arguments)
    if asked is None:
        return run(arguments)
    before = asked.look()
    exact = before.exactly()
    if not exact:
        return run(arguments)
    known, same = _recall(asked.path(exact)), ""
    if known is None:
        same = asked.path(before.in_bytes(committed=asked.command not in _OF_BYTES))
        known = _of_same_bytes(same, before.held)
        if known is not None:
            _keep(asked.path(exact), known)
    if known is not None and _print(known):
        return known.code
    said, passed = _Listening(), len(passing.seen)
    _seen.append(before.held)
    try:
        code = run(arguments)
    finally:
        _seen.clear()
        whole = said.stop()
    whole = whole and len(passing.seen) == passed
    if whole and code in (0, 1) and asked.look().exactly() == exact:
        for path in filter(None, (asked.path(exact), same)):
            _keep(path, _Answer(code, said.chunks))
    return code


def _asked(arguments: Sequence[str]) -> _Asked | None:
    """Return what is asked; None for what is not remembered.

    Only the plain form is known here, -C with its folder and the command; all else is computed.
    """
    named = len(arguments) > 2 and arguments[0] == "-C"  # noqa: PLR2004  # folder and command
    folder, rest = (arguments[1], arguments[2:]) if named else (os.curdir, arguments)
    writing = _LOOKING.get(rest[0]) if rest else None
    no_screen = sys.stdout is None or sys.stderr is None
    helped = "-h" in rest or "--help" in rest
    if writing is None or no_screen or helped or any(w.startswith(writing) for w in rest):
        return None
    root = _root(folder)
    place = cache.folder_of(root) if root else ""
    return _Asked(rest[0], arguments, root, place) if place else None


def _root(folder: str) -> str:
    """Return the nearest folder upward that holds `fzjs.yaml`, as `tree.find_root` finds it.

    "" also for a path with `..`: it goes back from where a link leads to, and not by its words.
    """
    if os.pardir in folder.replace(os.altsep or os.sep, os.sep).split(os.sep):
        return ""
    try:
        folder = os.path.abspath(folder)
    except OSError:  # where it stood is gone
        return ""
    found = (each for each in cache.upward(folder) if os.path.isfile(f"{each}/fzjs.yaml"))
    return next(found, "")


def _screen(stream: TextIO | None) -> str:
    """Return what a stream is to a program that draws on it."""
    if stream is None:
        return ""
    try:
        size = str(os.get_terminal_size(stream.fileno())) if stream.isatty() else ""
    except (OSError, ValueError):
        size = ""
    return f"{stream.isatty()} {size} {stream.encoding}"


class _Answer(NamedTuple):
    """What was printed, piece by piece with the stream (1 or 2), and the exit code."""

    code: int
    chunks: list[tuple[int, str]]


class _Heard:
    """A stream that notes what is written to it, and whether all of it went out."""

    def __init__(self, stream: TextIO, number: int, chunks: list[tuple[int, str]]) -> None:
        self._stream, self._number, self._chunks = stream, number, chunks
        self.broken = False

    def write(self, text: str) -> int:
        self._chunks.append((self._number, text))
        written: int = self._passed(lambda: self._stream.write(text))
        return written

    def flush(self) -> None:
        self._passed(self._stream.flush)

    def _passed(self, act: Callable[[], Any]) -> Any:  # noqa: ANN401  # whatever the stream says
        try:
            return act()
        except OSError:
            self.broken = True
            raise

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the stream has
        return getattr(self._stream, name)


class _Listening:
    """Notes what goes to both streams until it is stopped."""

    def __init__(self) -> None:
        self.chunks: list[tuple[int, str]] = []
        self._streams = sys.stdout, sys.stderr
        self._heard = [_Heard(s, n, self.chunks) for n, s in enumerate(self._streams, 1)]
        sys.stdout, sys.stderr = self._heard

    def stop(self) -> bool:
        """Tell whether everything went out."""
        sys.stdout, sys.stderr = self._streams
        return not any(each.broken for each in self._heard)


def _print(known: _Answer) -> bool:
    """Print an answer as it was printed; False where that fails and has to be told."""
    streams = {1: sys.stdout, 2: sys.stderr}
    for stream in streams.values():
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # as `wording.install`
    try:
        for number, text in known.chunks:
            streams[number].write(text)
            streams[number].flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return False
    return True


def _recall(path: str) -> _Answer | None:
    """Return an answer that was kept; None where there is none, or it is not whole."""
    try:
        if not os.path.isfile(path):  # a pipe would be waited for
            return None
        with open(path, "rb") as stream:
            mark, _, content = stream.read().partition(b"\n")
        if mark.decode("ascii") != cache.digest(content):
            return None
        return _Answer(*marshal.loads(content))  # noqa: S302  # the user's own file, see `cache`
    except (OSError, ValueError, TypeError, EOFError):
        return None


def _of_same_bytes(path: str, held: state.State) -> _Answer | None:
    """Return an answer that was kept by the bytes alone; None where they may be others."""
    try:
        since = os.path.getmtime(path) - _SETTLED
    except OSError:
        return None
    return None if held.is_doubtful(since) else _recall(path)


def _keep(path: str, answer: _Answer) -> None:
    content = marshal.dumps(tuple(answer))
    if len(content) > _LARGEST:
        return
    cache.write(path, cache.digest(content).encode("ascii") + b"\n" + content)
    try:
        with os.scandir(os.path.dirname(path)) as entries:
            kept = [(e.stat().st_mtime, e.path) for e in entries if e.name.endswith(_SUFFIX)]
        for _, old in sorted(kept)[:-_KEPT]:
            os.unlink(old)
    except OSError:
        return
