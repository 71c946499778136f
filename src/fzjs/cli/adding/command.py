"""`add`: new ledger entries, one from a file, or many through a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fzjs.cli.adding import many, one
from fzjs.cli.adding.given import Given
from fzjs.cli.session import Session, warn

Source = Annotated[
    Path | None, typer.Argument(metavar="文件或文件夹", help="材料文件；或一个放着现有材料的文件夹")
]
Office = Annotated[str, typer.Option("--office", help="科室（全称或别名）")]
For = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="<资料/年度>", help="证明哪件，如 31-2甲/2020；可写几次"),
]
Kind = Annotated[str, typer.Option("--kind", help="种类；不写就照所对应的资料")]
Subject = Annotated[str, typer.Option("--subject", help="事由；不写就取自标题或文件名")]
Dated = Annotated[str, typer.Option("--dated", help="落款日期，如 2021-02-12；照原件写")]
Sealed = Annotated[bool, typer.Option("--sealed", help="盖了单位印章")]
Pages = Annotated[
    list[str] | None,
    typer.Option("--pages", metavar="<页>", help="在第几页，如 1-2；一个，或每个 --for 一个"),
]
Quote = Annotated[
    list[str] | None,
    typer.Option("--quote", metavar="<摘录>", help="证明的那句话；一个，或每个 --for 一个"),
]
Outside = Annotated[
    str, typer.Option("--outside", help="别的单位出具的，写出具单位；没有文件就登记为待外单位")
]
Name = Annotated[str, typer.Option("--name", help="附件叫什么；不写就用 年度-事由")]
Link = Annotated[bool, typer.Option("--link", help="文件已在本科室文件夹里，原处登记，不复制")]
Copy = Annotated[bool, typer.Option("--copy", help="已在本科室文件夹里的也复制一份")]
Elsewhere = Annotated[
    bool, typer.Option("--elsewhere", help="文件留在别处（如大的视频），只记哈希")
]
Again = Annotated[bool, typer.Option("--again", help="同一个文件登记过的，也另立一条")]
SecretNo = Annotated[str, typer.Option("--secret", help="涉密的，写登记号；不带文件")]
Level = Annotated[str, typer.Option("--level", help="密级：秘密、机密、绝密")]
Keeper = Annotated[str, typer.Option("--keeper", help="涉密材料由谁保管")]
Table = Annotated[
    Path | None, typer.Option("--table", help="登记整个文件夹用的表；不写是其中的 登记表.csv")
]
Submit = Annotated[bool, typer.Option("--submit", help="状态写 已提交；不写是草稿")]
NoEdit = Annotated[bool, typer.Option("--no-edit", help="登记后不打开编辑器")]


def add(  # noqa: PLR0913  # one parameter an option, as typer wants it
    context: typer.Context,
    source: Source = None,
    office: Office = "",
    claims: For = None,
    kind: Kind = "",
    subject: Subject = "",
    dated: Dated = "",
    sealed: Sealed = False,
    pages: Pages = None,
    quote: Quote = None,
    outside: Outside = "",
    name: Name = "",
    link: Link = False,
    copy: Copy = False,
    elsewhere: Elsewhere = False,
    again: Again = False,
    secret: SecretNo = "",
    level: Level = "",
    keeper: Keeper = "",
    table: Table = None,
    submit: Submit = False,
    no_edit: NoEdit = False,
) -> None:
    """登记材料：一个文件一条；或一个文件夹，用登记表一次登记许多。"""
    session: Session = context.obj
    path = session.folder / source if source else None
    given = Given(
        path, office, tuple(claims or ()), kind, subject, dated, "是" if sealed else "",
        tuple(pages or ()), tuple(quote or ()), outside, name, (link, copy, elsewhere), again,
        (secret, level, keeper), session.folder / table if table else None, submit,
    )  # fmt: skip
    assessment, faults = session.assess()
    warn(faults)
    if path and (path.is_dir() or table):
        many.register(given, assessment)
    else:
        one.register(given, assessment, edit=not no_edit)
