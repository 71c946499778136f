"""Renders a report by a repository's templates: its own ones in a process that can be killed.

A template that comes with the program is ours and is filled right here. One that a repository
brings, or a reference.docx, may be anybody's: limits inside Python do not hold for what nobody
thought of, a process's memory and time do. One process serves all documents of a run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from fzjs.diagnostic import FzjsError
from fzjs.render import templates, worker
from fzjs.render.model import DataFault, Properties, ReferenceFault, Template, TemplateFault
from fzjs.render.values import plain
from fzjs.render.word import render

if TYPE_CHECKING:
    from collections.abc import Mapping

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from fzjs.render import worker; worker.main(int(sys.argv[2]), int(sys.argv[3]))"
)


class Limits(NamedTuple):
    """What one document may take: bytes of memory, seconds.

    A ledger of 5,000 rows takes some 150 MB and two seconds.
    """

    memory: int = 1_000_000_000
    seconds: int = 60


class Press:
    """Renders documents, one after the other; close it, or use it in `with`."""

    def __init__(self, root: Path | None, limits: Limits = Limits()) -> None:  # noqa: B008  # immutable
        """Render for a repository; `root` None has no templates of its own."""
        self.root, self.limits = root, limits
        self.process: subprocess.Popen[bytes] | None = None
        self._read: dict[str, tuple[Template, bytes, bool]] = {}

    def __enter__(self) -> Self:
        """Give the press."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def render(self, name: str, data: Mapping[str, Any], properties: Properties) -> bytes:
        """Make a document by the template of that name ('statement.md.j2').

        Raises TemplateFault, DataFault, ReferenceFault and FzjsError; nothing is written.
        """
        if name not in self._read:
            self._read[name] = (
                templates.read(name, self.root),
                templates.find(templates.REFERENCE, self.root),
                self._is_foreign(name),
            )
        template, reference, foreign = self._read[name]
        if foreign:
            return self._elsewhere(template, data, reference, properties)
        return render(template, data, reference, properties)

    def close(self) -> None:
        """End the process, if there is one."""
        if self.process:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream:
                    _close(stream)
        self.process = None

    def _is_foreign(self, name: str) -> bool:
        return self.root is not None and any(
            templates.changed(each, self.root) for each in (name, templates.REFERENCE)
        )

    def _elsewhere(
        self,
        template: Template,
        data: Mapping[str, Any],
        reference: bytes,
        properties: Properties,
    ) -> bytes:
        try:
            request = json.dumps(
                {
                    "模板": list(template),
                    "数据": data,
                    "属性": [*properties[:2], properties.created.isoformat(), *properties[3:]],
                }
            ).encode()
        except (TypeError, ValueError):
            plain(data)  # says which value it is
            raise
        answer, document = self._asked(template.name, request, reference)
        if answer.get("好") is True:
            return document
        raise _fault(answer, template.name)

    def _asked(self, name: str, *request: bytes) -> tuple[dict[str, Any], bytes]:
        """Have the process answer in its time. Raises TemplateFault where it does not."""
        process = self.process or self._started()
        self.process = process
        answers: list[tuple[dict[str, Any], bytes]] = []
        thread = Thread(target=_exchange, args=(process, request, answers), daemon=True)
        thread.start()
        thread.join(self.limits.seconds * 1.5 + 5)
        if answers:
            return answers[0]
        slow = thread.is_alive()
        self.close()
        said = "时间不够" if slow else "内存不够或出了错"
        raise TemplateFault(name, 1, f"模板要做的事太多，{said}，已停下", "检查循环")

    def _started(self) -> subprocess.Popen[bytes]:
        """Start the process: no shell, no settings of the user's, the modules of this one."""
        path = [each for each in sys.path if each and Path(each).is_absolute()]
        package = str(Path(__file__).resolve().parents[2])
        path = path if package in path else [package, *path]
        limits = map(str, self.limits)
        command = [sys.executable, "-I", "-B", "-c", _START, json.dumps(path), *limits]
        try:
            return subprocess.Popen(  # noqa: S603  # this very program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise FzjsError(f"启动不了排版用的进程：{error.strerror or error}。") from error


def _exchange(
    process: subprocess.Popen[bytes],
    request: tuple[bytes, ...],
    answers: list[tuple[dict[str, Any], bytes]],
) -> None:
    """Ask and wait; an answer that is none leaves the list empty."""
    if not process.stdin or not process.stdout:
        return
    try:
        worker.send(process.stdin, *request)  # type: ignore[arg-type]  # a pipe is binary
        answer = json.loads(worker.receive(process.stdout))  # type: ignore[arg-type]  # the same
        good = isinstance(answer, dict) and answer.get("好") is True
        document = worker.receive(process.stdout) if good else b""  # type: ignore[arg-type]  # the same
    except (OSError, EOFError, ValueError):
        return
    if isinstance(answer, dict):
        answers.append((answer, document))


def _fault(answer: Mapping[str, Any], name: str) -> FzjsError:
    """Return what the process found wrong; it may lie, so that nothing but texts is taken."""
    match answer:
        case {"模板": [str(), int(line), str(message), str(hint), int(column)]}:
            return TemplateFault(name, line, message, hint, column=column)
        case {"数据": [list(path), str(message)]}:
            return DataFault(tuple(path), message)
        case {"样式": str(message)}:
            return ReferenceFault(message)
        case {"太多": str(message)}:
            return TemplateFault(name, 1, message, "检查循环")
    return TemplateFault(name, 1, "模板要做的事太多，已停下", "检查循环")


def _close(stream: Any) -> None:  # noqa: ANN401  # a pipe of the process
    try:
        stream.close()
    except OSError:
        return
