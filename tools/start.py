"""The README's two commands: set everything up in a virtual environment, then run.

`python3 tools/start.py` ends with `fzjs status` printed; `python3 tools/start.py test` with the
tests passed. Needs nothing but Python 3.11 or newer with venv or pip; the environment is made in
`.venv`, or where FZJS_VENV says. Runs before anything is installed: standard library only.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("FZJS_VENV") or ROOT / ".venv")
MINIMUM = (3, 11)
LIMIT = 1800
"""Seconds that one step may take."""


def run(*command: str | Path) -> None:
    """Run a command in the project's root; its failure is ours."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, check=False, timeout=LIMIT)
    if done.returncode:
        sys.exit(done.returncode)


def python() -> Path:
    """Return the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(extra: str) -> None:
    """Make the environment if it is not there, and install the project into it."""
    if not python().exists():
        # Debian splits ensurepip off; the system's own pip can then serve the environment.
        bare = importlib.util.find_spec("ensurepip") is None
        if bare and importlib.util.find_spec("pip") is None:
            sys.exit(
                "这里的 Python 没有 venv 和 pip。Debian/Ubuntu 先运行：apt install python3-venv"
            )
        run(sys.executable, "-m", "venv", *(["--without-pip"] if bare else []), VENV)
    own_pip = subprocess.run(  # fixed words, no shell
        [str(python()), "-c", "import pip"], capture_output=True, check=False, timeout=LIMIT
    )
    pip = (
        [sys.executable, "-m", "pip", "--python", str(python())]
        if own_pip.returncode
        else [str(python()), "-m", "pip"]
    )
    run(*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", f".{extra}")


def main() -> None:
    """Set up, then show the campaign or run the tests."""
    if sys.version_info < MINIMUM:
        sys.exit(f"fzjs 要 Python 3.11 以上，这里是 {sys.version.split()[0]}。")
    arguments = sys.argv[1:]
    if arguments[:1] == ["test"]:
        prepare("[dev]")
        run(python(), "-m", "pytest", *arguments[1:])
    elif arguments:
        sys.exit(
            "用法：python3 tools/start.py        装好并显示 fzjs status\n"
            "      python3 tools/start.py test   装好并运行测试"
        )
    else:
        prepare("")
        run(python(), "-m", "fzjs", "status")


if __name__ == "__main__":
    main()
