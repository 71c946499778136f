"""`add`: new ledger entries, one from a file, or many through a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
    Path | None, typer.Option("--table", help="登记整个文件夹用的表；不写是 登记表-科室.csv")
]
Submit = Annotated[bool, typer.Option("--submit", help="状态写 已提交；不写是草稿")]
To = Annotated[
    str, typer.Option("--to", metavar="<条目>", help="加到已有的条目：附件、对应、网址都行")
]
Replace = Annotated[
    str,
    typer.Option("--replace", metavar="<附件>", help="和 --to 一起：换下这个附件，如 附件/旧.pdf"),
]
Url = Annotated[str, typer.Option("--url", help="公开在哪个网页：完整网址")]
WebTitle = Annotated[str, typer.Option("--web-title", help="网页的标题，检索目录用")]
Category = Annotated[str, typer.Option("--category", help="检索目录里归哪一类，如 公告")]
Published = Annotated[str, typer.Option("--published", help="网页写的发布日期")]
Searched = Annotated[str, typer.Option("--searched", help="检索了而没有的：检索词")]
Checked = Annotated[str, typer.Option("--checked", help="零报告：查了哪里，如 收文登记簿")]
LookedOn = Annotated[str, typer.Option("--looked", help="哪天检索、查阅的，如 2021-02-15")]
Result = Annotated[str, typer.Option("--result", help="检索、查阅的结果，如 无此情形")]
OnBehalf = Annotated[bool, typer.Option("--on-behalf", help="创建办替科室录的，写 代录: 是")]
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
    url: Url = "",
    web_title: WebTitle = "",
    category: Category = "",
    published: Published = "",
    searched: Searched = "",
    checked: Checked = "",
    looked: LookedOn = "",
    result: Result = "",
    on_behalf: OnBehalf = False,
    to: To = "",
    replace: Replace = "",
    no_edit: NoEdit = False,
) -> None:
    """登记材料：一个文件一条，或加到已有的条目（--to）；或一个文件夹，用登记表一次登记许多。"""
    # What reads, asks and writes is imported only where something is registered.
    from fzjs.actions.add.looked import Looked  # noqa: PLC0415  # see above
    from fzjs.cli.adding import many, one, onto  # noqa: PLC0415  # see above
    from fzjs.cli.adding.given import Given  # noqa: PLC0415  # see above

    session: Session = context.obj
    path = session.folder / source if source else None
    given = Given(
        path, office, tuple(claims or ()), kind, subject, dated, "是" if sealed else "",
        tuple(pages or ()), tuple(quote or ()), outside, name, (link, copy, elsewhere), again,
        (secret, level, keeper), session.folder / table if table else None, submit,
        Looked(url, web_title, category, published, searched, checked, looked, result),
        on_behalf, to, replace, session.folder,
    )  # fmt: skip
    desk = session.desk()
    warn(desk.faults)
    if path and (path.is_dir() or table):
        many.register(given, desk.assessment)
    elif to:
        onto.attach(given, desk)
    else:
        one.register(given, desk.assessment, edit=not no_edit)
