"""`template`: the documents' templates, looked through, explained, and copied to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fzjs import norm
from fzjs.actions import copying
from fzjs.cli import samples
from fzjs.cli.plain import Command, Group
from fzjs.cli.session import Session, console, dump, emit, emit_lines, warn
from fzjs.diagnostic import FzjsError
from fzjs.nearest import nearest
from fzjs.render import templates
from fzjs.render.screen import templates as screen
from fzjs.reports import formats, shapes
from fzjs.reports import variables as report
from fzjs.reports.registry import BY_NAME, KINDS
from fzjs.visible import in_log

if TYPE_CHECKING:
    from pathlib import Path

    from fzjs.assess import Assessment
    from fzjs.render.press import Press

app = typer.Typer(
    cls=Group,
    help="文书模板：查错、看有哪些变量、抄一份来改。",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="模板", help="如 statement、情况说明、reference.docx；不写是全部"),
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


@app.command("check", cls=Command)
def check(context: typer.Context, names: Names = None, json: Json = False) -> None:
    """查模板写得对不对：变量、语句、块、样式；只看不写，有错误时退出码 1。"""
    from fzjs.render.press import Press  # noqa: PLC0415  # Word's libraries, only where needed

    session: Session = context.obj
    assessment, faults = session.assess()
    root = assessment.repository.tree.root
    meant = _meant(names, root)
    looks: dict[str, bool] = {}
    with Press(root) as press:
        every = [fault for name in meant for fault in _faults(assessment, press, name, root, looks)]
    reference = f"{templates.FOLDER}/{templates.REFERENCE}"
    every += [_fault(reference, 0, 0, said, "") for said, unfit in looks.items() if unfit]
    wrong = [fault for place, fault in enumerate(every) if fault not in every[:place]]
    unused = [] if names else _unused(root)
    data = {
        "模板": [_described(name, root) for name in meant],
        "错误": wrong,
        "注意": [*(said for said, unfit in looks.items() if not unfit), *unused],
    }
    warn(faults)
    if json:
        dump(data)
    else:
        emit(in_log("\n".join(screen.checked(data, console().width)) + "\n"))
    if wrong:
        raise typer.Exit(1)


@app.command("vars", cls=Command)
def variables(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="模板", help="如 statement；不写列出各种")] = "",
    subject: Annotated[
        str, typer.Argument(metavar="对象", help="条目、指标、科室、月份或季度；不写就选一件")
    ] = "",
    year: Annotated[int | None, typer.Option("--year", help="年度，如 2020")] = None,
    json: Json = False,
) -> None:
    """列出一种模板能用的变量和本仓库里的值；不写名称，列出各种模板。"""
    session: Session = context.obj
    assessment, faults = session.assess()
    root = assessment.repository.tree.root
    if name:
        data, draw = _variables(assessment, _paper(name), subject, year), screen.variables
    else:
        listed = [f"{each}{templates.SUFFIX}" for each in BY_NAME]
        data = {"模板": [_described(each, root) for each in (*listed, templates.REFERENCE)]}
        draw = screen.listed
    warn(faults)
    if json:
        dump(data)
    else:
        emit(in_log("\n".join(draw(data, console().width)) + "\n"))


@app.command("copy", cls=Command)
def copy(
    context: typer.Context,
    names: Names = None,
    force: Annotated[bool, typer.Option("--force", help="改过的也换回随带的")] = False,
) -> None:
    """把程序随带的模板抄进 templates/ 来改；不写名称就全抄。"""
    session: Session = context.obj
    root = session.tree().root
    meant = [_file(name) for name in names] if names else templates.names()
    for name in meant:
        if templates.packed(name) is None:
            raise FzjsError(f"程序没有随带 {name}。")
    made = copying.copy(root, list(dict.fromkeys(meant)), force=force)
    emit_lines(
        [
            *(f"已抄来 {path}" for path in made),
            "只留要改的，其余删去：抄来的不跟着程序升级。",
            "改好用 fzjs template check 查一遍；能用的变量：fzjs template vars。",
        ]
    )


def _variables(assessment: Assessment, name: str, subject: str, year: int | None) -> dict[str, Any]:
    paper = samples.PAPERS[name]
    title = BY_NAME[name].title
    if subject and not paper.subject:
        raise FzjsError(f"{title}只有一件，后面不用写“{subject}”。")
    sample = paper.sample(assessment, subject, year)
    return {
        "模板": name,
        "名称": title,
        "样本": f"fzjs {sample.command}",
        "变量": report.build(name, sample.data),
    }


def _faults(
    assessment: Assessment, press: Press, name: str, root: Path, looks: dict[str, bool]
) -> list[dict[str, Any]]:
    """Return the faults of one file; what reads well is filled with every sample as well."""
    from fzjs.render import proof  # noqa: PLC0415  # Word's libraries, only where needed

    file = f"{templates.FOLDER}/{name}"
    if name.endswith(".docx"):
        found = proof.check_reference(templates.find(name, root))
        return [_fault(file, 0, 0, each, "") for each in found]
    try:
        template = templates.read(name, root)
    except FzjsError as error:
        return [_fault(file, 0, 0, str(error).removeprefix(file).strip(), "")]
    paper = name.removesuffix(templates.SUFFIX)
    tried = samples.every(assessment, paper) if paper in samples.PAPERS else []
    declared = shapes.example(paper)
    examples = [*([declared] if declared else []), *(each.data for each in tried)]
    faults = [
        _fault(file, e.line, e.column, e.message, e.hint) for e in proof.check(template, examples)
    ]
    return faults or _filled(assessment, press, name, tried, looks)


def _filled(
    assessment: Assessment,
    press: Press,
    name: str,
    tried: Sequence[samples.Sample],
    looks: dict[str, bool],
) -> list[dict[str, Any]]:
    """Return what filling a template with samples shows: its first fault.

    What the styles make of it, held against the norm and the unit's own 字体, goes into `looks`.
    """
    from fzjs.render.word import Properties, ReferenceFault, TemplateFault  # noqa: PLC0415  # the same

    file, unit = f"{templates.FOLDER}/{name}", assessment.repository.campaign.unit
    for each in tried:
        try:
            about = Properties(each.data["标题"], unit, assessment.today)
            made = press.render(name, each.data, about)
        except TemplateFault as error:
            return [_fault(file, error.line, error.column, error.message, error.hint)]
        except ReferenceFault as error:
            return [_fault(f"{templates.FOLDER}/{templates.REFERENCE}", 0, 0, str(error), "")]
        except FzjsError as error:
            return [_fault(file, 0, 0, f"用 {each.command} 的数据填不了：{error}", "")]
        for finding in formats.look(made, norm.of_campaign(assessment.repository.campaign)):
            said = f"{finding.message}（{name}；{finding.clause}，{finding.level}）"
            looks[said] = finding.level.unfit
    return []


def _fault(file: str, line: int, column: int, message: str, hint: str) -> dict[str, Any]:
    return {"文件": file, "行": line, "列": column, "说明": message, "提示": hint}


def _described(name: str, root: Path) -> dict[str, Any]:
    paper = BY_NAME.get(name.removesuffix(templates.SUFFIX))
    own = templates.own(name, root) is not None
    compared = "不同" if templates.changed(name, root) else "相同"
    return {
        "模板": name.removesuffix(templates.SUFFIX),
        "文件": f"{templates.FOLDER}/{name}",
        "名称": paper.title if paper else "样式",
        "用途": paper.holds if paper else "各种文书的字体、字号、页面",
        "用": "自己的" if own else "随带的",
        "与随带的": compared if own else "",
    }


def _meant(names: Sequence[str] | None, root: Path) -> list[str]:
    """Return the files to look at: those named, else the repository's own, else all packed."""
    if names:
        return list(dict.fromkeys(map(_file, names)))
    known = templates.names()
    return [name for name in templates.own_names(root) if name in known] or list(known)


def _unused(root: Path) -> list[str]:
    """Say which of the repository's files no report uses: a misspelt name goes unheard."""
    known = templates.names()
    return [
        f"没有文书用 {templates.FOLDER}/{name}"
        + (f"，是不是 {guess}？" if (guess := nearest(name, known)) else "。")
        for name in templates.own_names(root)
        if name not in known
    ]


def _file(typed: str) -> str:
    """Return the file that a name stands for: `statement`, 情况说明, `reference.docx`."""
    bare = typed.removeprefix(f"{templates.FOLDER}/")
    if bare in {templates.REFERENCE, "reference", "样式"}:
        return templates.REFERENCE
    return _paper(bare) + templates.SUFFIX


def _paper(typed: str) -> str:
    """Return the report that a name stands for. Raises FzjsError."""
    bare = typed.removeprefix(f"{templates.FOLDER}/").removesuffix(templates.SUFFIX)
    for kind in KINDS:
        if bare in {kind.name, kind.title}:
            return kind.name
    guess = nearest(bare, [*BY_NAME, *(kind.title for kind in KINDS)])
    hint = f"是不是 {guess}？" if guess else ""
    raise FzjsError(f"没有“{typed}”这种模板。{hint}可以写：{'、'.join(BY_NAME)}。")
