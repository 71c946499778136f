"""A folder of existing files: a table to fill in, then its filled lines as entries."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from fzjs.cli.adding.given import Given
from fzjs.cli.session import emit
from fzjs.diagnostic import FzjsError
from fzjs.reports.named import office_named
from fzjs.visible import in_shell, visible

if TYPE_CHECKING:
    from fzjs.actions.add.batch import Batch
    from fzjs.assess import Assessment

Item = TypeVar("Item")
_PROGRESS_FROM = 20
"""Files from which a terminal shows how far it is."""


def register(given: Given, assessment: Assessment) -> None:
    """Write the table, or register what is filled in there. Raises FzjsError."""
    from fzjs.actions.add import table  # noqa: PLC0415  # reads PDF and Word

    where = _folder(given)
    office = _office(given, where, assessment)
    path = given.table or _default(given, where, office, assessment)
    names = table.papers(where, path)
    if not names:
        raise FzjsError(f"{where} 里没有可以登记的文件。")
    if not path.exists():
        lines = list(_tracked(table.survey(where, names, office, assessment), len(names)))
        table.save(path, lines)
        emit(visible("\n".join(_written(path, where, lines))) + "\n", done=True)
        return
    _filled(given, where, path, office, assessment, names)


def _filled(  # what stands on the command line, and what it means
    given: Given,
    where: Path,
    path: Path,
    office: str,
    assessment: Assessment,
    names: Iterable[str],
) -> None:
    from fzjs.actions.add import batch, table  # noqa: PLC0415  # as above

    sheet = table.load(path)
    table.refuse_other(sheet, path, where, names)
    how = batch.How(given.again, given.submit, given.on_behalf)
    done = batch.register(where, sheet, office, assessment, how)
    if done.slips:
        emit(visible("\n".join(_slips(done, path))) + "\n")
        raise typer.Exit(1)
    emit(visible("\n".join(_registered(done, path, office))) + "\n", done=True)
    if path.suffix.lower() == ".csv":
        _refresh(where, path, office, assessment)


def _refresh(where: Path, path: Path, office: str, assessment: Assessment) -> None:
    """Note in the table what is registered now, and add the files that came since."""
    from fzjs.actions.add import table  # noqa: PLC0415  # as above
    from fzjs.assess import assess  # noqa: PLC0415  # only here
    from fzjs.repository import load_sound  # noqa: PLC0415  # only here

    repository, _ = load_sound(assessment.repository.worktree)
    now = assess(repository, assessment.today)
    names = table.papers(where, path)
    fresh = list(_tracked(table.survey(where, names, office, now), len(names)))
    sheet = table.load(path)
    try:
        table.save(path, table.merge(sheet, fresh), sheet.columns)
    except FzjsError as error:
        emit(visible(f"登记表没有更新“已登记”（可能正开着）：{error}\n"))


def _folder(given: Given) -> Path:
    if given.path is None or not given.path.is_dir():
        raise FzjsError(f"“{given.path}”不是文件夹。--table 只用来登记整个文件夹。")
    wrong = [
        flag
        for flag, value in {
            "--for": given.claims,
            "--kind": given.kind,
            "--subject": given.subject,
            "--dated": given.dated,
            "--sealed": given.sealed,
            "--pages": given.pages,
            "--quote": given.quotes,
            "--outside": given.outside,
            "--name": given.name,
            "--link、--copy、--elsewhere": any(given.places),
            "--secret": any(given.secret),
            "--url、--searched、--checked": any(given.looked),
            "--to": given.to,
        }.items()
        if value
    ]
    if wrong:
        raise FzjsError(f"登记整个文件夹时不写{'、'.join(wrong)}，在登记表里一行一件地填。")
    return given.path


def _office(given: Given, where: Path, assessment: Assessment) -> str:
    if given.office:
        return office_named(assessment, given.office)
    root, whole = assessment.repository.worktree.root.resolve(), where.resolve()
    parts = whole.relative_to(root).parts if whole.is_relative_to(root) else ()
    found = assessment.catalogue.office(parts[1]) if len(parts) > 1 else ""
    if not found:
        raise FzjsError("缺少 --office 科室：这些材料登记在哪个科室名下。")
    return found


def _default(given: Given, where: Path, office: str, assessment: Assessment) -> Path:
    """The table lies with the files; never below `evidence/`, where it would be taken for one."""
    from fzjs.actions.add.table import name_for  # noqa: PLC0415  # as above

    evidence = assessment.repository.worktree.root.resolve() / "evidence"
    below = where.resolve().is_relative_to(evidence)
    return (given.here if below else where) / name_for(office)


def _tracked(items: Iterable[Item], total: int) -> Iterable[Item]:
    """Show how far it is, on a terminal and for many files."""
    if total < _PROGRESS_FROM or sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415  # only here
    from rich.progress import track  # noqa: PLC0415  # only here

    return track(items, "读文件", total, console=Console(stderr=True), transient=True)


def _written(path: Path, where: Path, lines: list[dict[str, str]]) -> Iterator[str]:
    known = sum(bool(line.get("已登记")) for line in lines)
    yield f"写好了 {path}：{where} 里的 {len(lines)} 个文件，其中 {known} 个已经登记过。"
    yield "用 Excel 或 WPS 打开，填“资料”“年度”（如 31-2甲、2020），其余知道的也填上。"
    yield "  几件资料用；隔开，或再加一行、文件写同一个；“建议资料”只供参考。"
    yield "  暂不登记的，“资料”空着。存盘后再运行同一条命令，填好的行就登记了。"


def _slips(done: Batch, path: Path) -> Iterator[str]:
    yield f"{path} 有 {len(done.slips)} 处要改，一条也没有登记："
    for slip in done.slips:
        column = f"“{slip.column}”" if slip.column else ""
        yield f"第{slip.row}行{column}：{slip.message}"
        if slip.hint:
            yield f"    改法：{slip.hint}"
    yield from _turned(done)


def _turned(done: Batch) -> Iterator[str]:
    for number, before, after in done.turned:
        yield f"第{number}行：“{before}”是表格软件把数字当成了日期，按 {after} 读。"


def _registered(done: Batch, path: Path, office: str) -> Iterator[str]:
    yield from _turned(done)
    for each in done.planned:
        claims = "、".join(f"{c.material}/{c.period}" for c in each.draft.claims)
        yield f"已登记 {each.file}：{claims}"
        lacks = dict.fromkeys(found.message for found in done.lacks.get(each.file, ()))
        if lacks:
            yield f"    提交前还缺：{'；'.join(lacks)}"
    if done.half:
        numbers = "、".join(map(str, done.half))
        yield f"第{numbers}行没有填“资料”，没有登记。"
    if done.done:
        yield f"{done.done} 行以前登记过，没有再登记。"
    if not done.planned:
        yield f"{path} 里没有新填的行：在“资料”“年度”里填上证明哪件、哪年，再运行一次。"
        return
    state = "已提交" if done.planned[0].draft.submitted else "草稿"
    yield f"共登记 {len(done.planned)} 条（{state}）。"
    yield f"接下来：git add {in_shell(f'evidence/{office}')}，提交（git commit）。"
    ready = [each.file for each in done.planned if not done.lacks.get(each.file)]
    rest = [each.file for each in done.planned if done.lacks.get(each.file)]
    if state == "草稿" and ready:
        yield f"齐了的，提交：fzjs submit {' '.join(map(in_shell, ready))}"
    if rest:
        yield "还缺的，补上（编辑器里写，或 fzjs add … --to 条目），再提交："
        yield f"fzjs submit {' '.join(map(in_shell, rest))}"
