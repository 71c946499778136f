"""The console script: Chinese wording first, then the commands."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from fzjs.cli.answer import answered

_OBJECTS = 1_000_000
"""New objects between two runs of the collector: what is read here lives until the end, so that
looking through it every 700 objects took two fifths of `check` on 5,000 indicators."""


def main() -> None:
    """Run `fzjs` with the process's arguments and exit with its code."""
    gc.set_threshold(_OBJECTS)
    try:
        code = answered(sys.argv[1:], _run)
    except KeyboardInterrupt:  # while git was asked, before the commands are there to catch it
        if sys.stderr is not None:
            sys.stderr.write("已中止。\n")
        code = 2
    gc.freeze()  # the interpreter looks through all of it once more as it ends, for nothing
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    """Compute the answer; what that needs is imported here, when nothing is known of it."""
    from fzjs.cli import wording  # noqa: PLC0415  # must come before typer is imported

    wording.install()
    from fzjs.cli.app import run  # noqa: PLC0415  # after the wording

    return run(arguments)


if __name__ == "__main__":
    main()
