"""Writes what a report built: one document or many, with a list of those that were left out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fzjs.cli.session import emit, emit_lines, notice, tracked
from fzjs.diagnostic import FzjsError, RefusedError, os_reason
from fzjs.personal import mask
from fzjs.render import files, model, pdf, seal, templates
from fzjs.reports import framing, statements
from fzjs.reports.registry import Kind
from fzjs.visible import in_log, visible

if TYPE_CHECKING:
    from fzjs.assess import Assessment
    from fzjs.render.press import Press

_OBJECTS = 10_000
"""New objects between two runs of the collector: about a document's."""
_NAMED = 3
"""Pieces that are named on the screen for each reason; the list in the folder has all."""


class Writer:
    """Writes the documents of one kind into a folder."""

    def __init__(
        self, assessment: Assessment, kind: Kind, out: Path, *, force: bool, pdf: bool
    ) -> None:
        """Write into `out`; nothing is read or written yet."""
        self.assessment, self.kind, self.out = assessment, kind, out
        self.force, self.pdf = force, pdf
        self.press: Press | None = None
        self.noticed: dict[str, None] = {}
        self.written: set[Path] = set()

    def close(self) -> None:
        """End the process that renders, and say what is to be looked at."""
        if self.press:
            self.press.close()
        for said in self.noticed:
            notice(said)

    def write(
        self, made: Mapping[str, Any] | Iterable[Mapping[str, Any] | statements.Unwritten]
    ) -> None:
        """Write one document, or each of several. Raises FzjsError."""
        if self.out.is_file():
            raise FzjsError(f"-o 要写文件夹，{self.out} 是文件。")
        if self.pdf:
            pdf.program()  # before anything is written
        if isinstance(made, Mapping):
            lines = [f"已写好 {path}" for path in self._one(made)]
            emit("".join(visible(f"{line}\n") for line in (*lines, *_following([made]))), done=True)
        else:
            self._several(list(made))

    def _several(self, made: list[Mapping[str, Any] | statements.Unwritten]) -> None:
        """Write all that can be; exit code 1 where one of them could not. Raises FzjsError.

        A template's own mistake ends the run: it would be said of every document.
        """
        left = [each for each in made if isinstance(each, statements.Unwritten)]
        ready = [each for each in made if not isinstance(each, statements.Unwritten)]
        done: list[Mapping[str, Any]] = []
        failed: list[statements.Unwritten] = []
        gc.freeze()  # the campaign stays; a document is a circle of objects, and each is to go
        gc.set_threshold(_OBJECTS)
        for data in tracked(ready, f"正在写{self.kind.title}"):
            try:
                self._one(data)
                done.append(data)
            except (model.TemplateFault, model.ReferenceFault):
                raise
            except FzjsError as error:
                failed.append(statements.Unwritten(str(data["文件名"]), str(error)))
        said = f"已写好{len(done)}份，在 {self.out}" if done else "没有写出文书"
        wrong = [f"有{len(failed)}份没有写成"] if failed else []
        emit_lines([said, *wrong, *self._left([*failed, *left]), *_following(done)])
        if failed:
            raise RefusedError("没有写成的，按上面的原因改好再出。")

    def _left(self, left: list[statements.Unwritten]) -> list[str]:
        """Say what was not written and why, by reason; all of it stands in a file beside them."""
        if not left:
            return []
        reasons: dict[str, list[str]] = {}
        for each in left:
            reasons.setdefault(each.why, []).append(each.what)
        listed = self.out / f"没写的{self.kind.title}.txt"
        rows = [[why, *(f"  {what}" for what in whats)] for why, whats in reasons.items()]
        text = "".join(f"{line}\n" for row in rows for line in row)
        files.write(listed, in_log(text).encode())
        lines = [f"没写{len(left)}份，全部列在 {listed}"]
        for why, whats in reasons.items():
            more = " 等" if len(whats) > _NAMED else ""
            first = why.splitlines()[0]
            lines.append(f"  {first}（{len(whats)}份）：{'、'.join(whats[:_NAMED])}{more}")
        return lines

    def _one(self, data: Mapping[str, Any]) -> list[Path]:
        """Write one document. Raises FzjsError; what a person may have changed is kept."""
        content = self._rendered(data)
        path = self.out / f"{files.file_name(data['文件名'])}.docx"
        if path in self.written:
            raise FzjsError(f"{path.name} 这一次已经写过一份：两份同名，改一改事由或标题。")
        self.written.add(path)
        other = path.with_suffix(".pdf")
        self._keep(path, lambda there: there == content or seal.is_untouched(there))
        if self.pdf:
            self._keep(other, pdf.is_converted)
        files.write(path, content)
        if not self.pdf:
            return [path]
        files.write(other, pdf.convert(content))
        return [path, other]

    def _keep(self, path: Path, ours: Callable[[bytes], bool]) -> None:
        """Refuse to write over a file that is not as this program wrote it, without --force."""
        if self.force or not path.exists():
            return
        if not path.is_file():
            raise FzjsError(f"{path} 不是文件。移开它，或换个文件夹（-o）。")
        try:
            there = path.read_bytes()
        except OSError as error:
            raise FzjsError(f"打不开 {path}：{os_reason(error)}。") from error
        if not ours(there):
            raise FzjsError(
                f"{path} 已经有了，有人改过，或不是本程序写的。\n"
                "要留着的，换个文件夹（-o）；确实要覆盖的，加 --force。"
            )

    def _rendered(self, data: Mapping[str, Any]) -> bytes:
        # Word's libraries are imported only where a document is made.
        from fzjs.render.fonts import lacking  # noqa: PLC0415  # see above
        from fzjs.render.press import Press  # noqa: PLC0415  # see above
        from fzjs.render.word import Properties  # noqa: PLC0415  # see above

        repository = self.assessment.repository
        if not data.get("联系方式"):
            data = {key: without_numbers(value) for key, value in data.items()}
        self.press = self.press or Press(repository.tree.root)
        properties = Properties(
            *(data["标题"], repository.campaign.unit, self.assessment.today, repository.commit),
            framing.completeness(self.assessment),
        )
        content = self.press.render(f"{self.kind.name}{templates.SUFFIX}", data, properties)
        if said := lacking(content, data):
            self.noticed[said] = None
        return content


def _following(written: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return what is to be done with what was written (接下来), each thing once."""
    return [line for line in dict.fromkeys(each.get("接下来", "") for each in written) if line]


def without_numbers(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    """Return data without persons' numbers: no document prints one, unless it was asked for.

    附件1 一.4 keeps 涉密 apart; numbers of persons are in `private/` alone (DESIGN section 4).
    """
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: without_numbers(each) for key, each in value.items()}
    return [without_numbers(each) for each in value] if isinstance(value, list) else value
