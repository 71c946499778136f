"""The console script: Chinese wording first, then the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `fzjs` with the process's arguments and exit with its code."""
    from fzjs.cli import wording  # noqa: PLC0415  # must come before typer is imported

    wording.install()
    from fzjs.cli.app import run  # noqa: PLC0415  # after the wording

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
