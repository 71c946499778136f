"""git as a command that only reads may use it.

Fixed arguments, no shell, always a timeout; no variable of the caller's points it elsewhere, and
nothing that a repository configures is run or fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from fzjs import passing
from fzjs.diagnostic import FzjsError

if TYPE_CHECKING:
    from pathlib import Path  # each answer that is remembered would wait for it

GIT_TIMEOUT = 10
_CONFIGURED = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
"""A repository's own configuration must not make a reading command run a program of its choice."""
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # Of a partial clone, git before 2.45 would fetch what is missing: it may use no transport.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
}

Done = subprocess.CompletedProcess[bytes]

_SIZE = "%(objectname) %(objectsize)"
_MISSING = "找不到 git。先装上 git，再试一次。"


def run(
    root: Path | str,
    *arguments: str,
    given: bytes = b"",
    out: IO[bytes] | int = subprocess.PIPE,
    timeout: int = GIT_TIMEOUT,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """Return what git did in a folder; `settings` hold over those of the repository.

    Raises FzjsError where git cannot run or takes too long.
    """
    try:
        return subprocess.run(  # noqa: S603  # fixed arguments, no shell
            _command(root, arguments),
            input=given,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            timeout=timeout,
            env=_environment(settings),
        )
    except OSError as error:
        raise FzjsError(_MISSING) from error
    except subprocess.TimeoutExpired as error:
        raise FzjsError(f"git {arguments[0]} 过了{timeout}秒还没有答复。") from error


class Asked:
    """A question to git that runs beside others; `answer` waits for it."""

    def __init__(
        self, root: Path | str, *arguments: str, settings: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Ask. Raises FzjsError where git cannot run."""
        self._name = arguments[0]
        try:
            self._process = subprocess.Popen(  # noqa: S603  # as `run`
                _command(root, arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(settings),
            )
        except OSError as error:
            raise FzjsError(_MISSING) from error

    def answer(self, timeout: int = GIT_TIMEOUT) -> Done:
        """Return what git did. Raises FzjsError where it takes too long."""
        try:
            out, err = self._process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            self._process.kill()
            self._process.communicate()
            raise FzjsError(f"git {self._name} 过了{timeout}秒还没有答复。") from error
        return Done(self._process.args, self._process.returncode, out, err)


def _command(root: Path | str, arguments: Iterable[str]) -> list[str]:
    """Return the command line; git is the one that the user has."""
    return ["git", "-C", str(root), *_CONFIGURED, *arguments]


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Hand settings over by the environment: a name may hold a `=`, which `-c` cannot pass."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    pairs = {"GIT_CONFIG_COUNT": str(len(settings))}
    for i, (key, value) in enumerate(settings.items()):
        pairs |= {f"GIT_CONFIG_KEY_{i}": key, f"GIT_CONFIG_VALUE_{i}": value}
    return {**kept, **_ENVIRONMENT, **pairs}


STATUS = ("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all", "--")
"""The question which files differ from the commit; the paths follow."""
FILTERS = ("config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.")
"""The question whose answer `switched_off` takes: which filters are configured."""


def no_filters(root: Path | str) -> dict[str, str]:
    """Return settings under which no filter runs: git compares some files by their content."""
    return switched_off(run(root, *FILTERS))


def switched_off(done: Done) -> dict[str, str]:
    """Return the settings under which none of the filters runs that git named."""
    found = {name.rpartition(".")[0] for name in names(done.stdout)}
    usual = {"clean": "", "smudge": "", "process": "", "required": "false"}
    return {f"{name}.{key}": value for name in sorted(found) for key, value in usual.items()}


def ask(root: Path | str, *arguments: str) -> str:
    """Return what git prints, or "" when it cannot answer."""
    try:
        done = run(root, *arguments)
    except FzjsError:
        return ""
    return text(done.stdout).strip() if done.returncode == 0 else ""


def head_of(root: Path) -> str:
    """Return the full id of the commit that is checked out; "" outside git or before the first."""
    return ask(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")


def sizes(root: Path | str, ids: Iterable[bytes]) -> dict[bytes, bytes] | None:
    """Return the bytes of blobs by their ids, None where git cannot answer."""
    try:
        given = b"".join(b"%b\n" % each for each in ids)
        done = run(
            root,
            "--no-replace-objects",
            "cat-file",
            "--buffer",
            f"--batch-check={_SIZE}",
            given=given,
        )
    except FzjsError:
        return None
    pairs = (line.partition(b" ") for line in done.stdout.splitlines())
    return {id_: size for id_, _, size in pairs} if done.returncode == 0 else None


def is_commit(root: Path | str, name: str) -> bool:
    """Tell whether git has a commit of this full id; not outside git, nor where it cannot say."""
    passing.seen.append(name)  # a fetch may bring it, and nothing else tells of it
    return ask(root, "cat-file", "-t", name) == "commit"


def is_committed(root: Path | str, file: str) -> bool:
    """Tell whether git has a file as it lies there; not where git cannot answer."""
    path = f":(literal){file}"
    try:
        listed = run(root, "ls-files", "-z", "--", path)
        state = ("status", "--porcelain", "-z", "--ignored", "--ignore-submodules=all", "--", path)
        changed = run(root, *state, settings=no_filters(root))
    except FzjsError:
        return False
    return listed.returncode == changed.returncode == 0 and bool(listed.stdout) > bool(
        changed.stdout
    )


def uncommitted(root: Path | str, *paths: str) -> list[str]:
    """Return the files below some paths (git's own patterns) that differ from the commit.

    Raises FzjsError where git cannot answer.
    """
    done = run(root, *STATUS, *paths, settings=no_filters(root))
    if done.returncode != 0:
        raise FzjsError(refusal(done))
    return [line[3:] for line in names(done.stdout)]


def names(output: bytes) -> list[str]:
    """Return the parts of an answer that ends each with NUL (`-z`)."""
    return [text(part) for part in output.split(b"\0") if part]


def text(output: bytes) -> str:
    """Return git's bytes as text; a name that is not UTF-8 keeps its bytes, as the system's do."""
    return output.decode("utf-8", "surrogateescape")


def refusal(done: Done) -> str:
    """Return why git refused, in its own words, and for the known reasons what to type."""
    said = done.stderr.decode("utf-8", "replace").strip()
    if "dubious ownership" in said:
        return (
            "git 说这个文件夹是别人的。运行 git config --global --add safe.directory 文件夹的路径"
        )
    if "not a git repository" in said:
        return "这个文件夹不在 git 里"
    return said.splitlines()[0] if said else f"git 退出码 {done.returncode}"
