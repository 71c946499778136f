"""What every command shares: where the data is, which day it is, how wide the terminal is."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from fzjs import now
from fzjs.cli.answer import seen
from fzjs.diagnostic import Fault, FzjsError, os_reason
from fzjs.visible import escaped, in_log, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from fzjs.actions.desk import Desk
    from fzjs.assess import Assessment
    from fzjs.repository import Memory, Repository
    from fzjs.tree import Tree

# What computes and draws is imported where it is asked for: `fzjs --help` needs none of it.

_T = TypeVar("_T")


class Session(NamedTuple):
    """The options that stand before the command."""

    folder: Path

    def tree(self) -> Tree:
        """Return the data repository, found upward from the folder. Raises FzjsError."""
        from fzjs.tree import Tree, find_root  # noqa: PLC0415  # see above

        try:
            return Tree(find_root(self.folder.absolute()))
        except OSError as error:
            raise FzjsError(f"打不开 {self.folder}：{os_reason(error)}。") from error

    def assess(self) -> tuple[Assessment, tuple[Fault, ...]]:
        """Return what is computed today, and the faults of files left out of it."""
        from fzjs.repository import load_sound  # noqa: PLC0415  # see above

        with remembered(self.tree()) as (tree, memo):
            return _assessed(*load_sound(tree, memo))

    def desk(self) -> Desk:
        """Return what a command works on that changes records. Raises FzjsError."""
        from fzjs.actions.desk import Desk  # noqa: PLC0415  # see above
        from fzjs.repository import load_sound  # noqa: PLC0415  # see above

        with remembered(self.tree()) as (tree, memo):
            found = _assessed(*load_sound(tree, memo))
        return Desk(*found, self.folder.absolute(), memo)


def _assessed(
    repository: Repository, faults: tuple[Fault, ...]
) -> tuple[Assessment, tuple[Fault, ...]]:
    from fzjs.assess import assess  # noqa: PLC0415  # see above

    today = repository.campaign.today or now.today()
    return assess(repository, today), faults


@contextlib.contextmanager
def remembered(tree: Tree) -> Iterator[tuple[Tree, Memory]]:
    """Give a tree whose files are told apart, and what is kept of them; at the end it is saved."""
    from fzjs.kept import Kept  # noqa: PLC0415  # see above

    kept = Kept(str(tree.root))
    yield (tree.seen(seen(str(tree.root))) if kept.is_open else tree), kept
    kept.save()


_NAMED = 3
"""Files with faults that are named when they are left out."""
NARROWEST = 40
"""A terminal that says it is narrower is not believed."""


def console() -> Console:
    """Return the terminal, or a plain stream of 80 columns (or COLUMNS) for a pipe."""
    from rich.console import Console  # noqa: PLC0415  # see above

    made = Console(highlight=False, soft_wrap=True)
    if made.width < NARROWEST:
        made.width = 80
    return made


def emit(text: str | Text, *, done: bool = False) -> bool:
    """Print, and tell whether it went out: `fzjs check | head` closes the pipe early.

    `done` is for what is printed of a change that is written already. Raises FzjsError.
    """
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(text if isinstance(text, str) else _rendered(text))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    except OSError as error:
        why = os_reason(error)
        raise FzjsError(
            f"已经写好了，只是印不出来：{why}。不用再来一遍。" if done else f"输出写不出去：{why}。"
        ) from error
    return True


def _rendered(text: Text) -> str:
    """Return a styled text as the terminal takes it. Raises OSError: rich touches the stream."""
    screen = console()
    with screen.capture() as captured:
        screen.print(text, end="")
    return in_log(captured.get())


def emit_lines(lines: Sequence[str]) -> None:
    """Print what a command has changed, line by line; nothing in it steers the terminal."""
    emit(in_log("".join(f"{one_line(line)}\n" for line in lines)), done=True)


def warn(faults: Sequence[Fault]) -> None:
    """Say on the error stream that files were left out of what is printed or written."""
    files = {fault.location.file for fault in faults}
    if files and sys.stderr is not None:
        named = "、".join(sorted(files)[:_NAMED]) + (" 等" if len(files) > _NAMED else "")
        told = one_line(f"（{named}）")
        sys.stderr.write(in_log(f"注意：{len(files)}个文件有误、未计入{told}，运行 fzjs check。\n"))


def notice(text: str) -> None:
    """Say on the error stream what a person should look at; nothing for no text."""
    if text and sys.stderr is not None:
        sys.stderr.write(in_log(f"注意：{one_line(text)}\n"))


def progress(path: Path) -> None:
    """Say on the error stream what is being computed, to a person who waits for it."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(in_log(f"正在算 {one_line(str(path))}（数据仓库；先导出再汇总更快）\n"))


def tracked(items: Sequence[_T], what: str) -> Iterable[_T]:
    """Go through items; a person at a terminal sees on the error stream how far it is."""
    if sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415  # see above
    from rich.progress import track  # noqa: PLC0415  # only where somebody watches

    return track(items, description=what, console=Console(stderr=True), transient=True)


def dump(data: Any) -> None:  # noqa: ANN401  # any JSON value
    """Print data as JSON: Chinese as it is, keys in the order of the docs."""
    emit(escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")
