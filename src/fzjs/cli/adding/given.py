"""What stands on the command line of `fzjs add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add.looked import Looked
from fzjs.actions.add.naming import is_table
from fzjs.diagnostic import FzjsError
from fzjs.visible import in_shell


class Given(NamedTuple):
    """The options as typed; "" and () where left out.

    `places` are --link, --copy, --elsewhere; `secret` is 登记号, 密级, 保管; `here` is the folder
    from which relative paths are typed.
    """

    path: Path | None
    office: str
    claims: tuple[str, ...]
    kind: str
    subject: str
    dated: str
    sealed: str
    pages: tuple[str, ...]
    quotes: tuple[str, ...]
    outside: str
    name: str
    places: tuple[bool, bool, bool]
    again: bool
    secret: tuple[str, str, str]
    table: Path | None
    submit: bool
    looked: Looked
    on_behalf: bool
    to: str
    replace: str
    here: Path


def asks() -> bool:
    """Tell whether somebody sits there to be asked: never in a pipe."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def refuse_odd(given: Given) -> None:
    """Raise FzjsError where options do not go together."""
    if sum(given.places) > 1:
        raise FzjsError("--link、--copy、--elsewhere 只写一个。")
    odd = given.looked.odd()
    if odd:
        raise FzjsError(f"{odd}。\n{_LOOKED}")
    if given.replace and not given.to:
        raise FzjsError(
            "--replace 只和 --to 一起写：fzjs add 新文件 --to 条目 --replace 附件/旧.pdf"
        )
    if given.path and is_table(given.path):
        where = in_shell(str(given.path.parent))
        raise FzjsError(
            f"“{given.path.name}”是登记表，不是材料。登记其中填好的行，写文件夹的名字：\n"
            f"fzjs add {where} --table {in_shell(str(given.path))}"
        )
    if given.path is None and any(given.places):
        raise FzjsError("没有写材料文件，不能写 --link、--copy、--elsewhere。")
    if given.to:
        _refuse_anew(given)
    elif any(given.secret):
        _refuse_telling(given)
    elif given.path is None and not (given.outside or any(given.looked) or given.kind in _NO_FILE):
        raise FzjsError(
            "没有写材料文件，如 fzjs add 说明.pdf --office 基层科 --for 31-2甲/2020。\n"
            "还在等别的单位出具的，写 --outside 出具单位；涉密的，写 --secret 登记号；\n"
            "网络检索写 --url 或 --searched，零报告写 --checked。"
        )


_NO_FILE = frozenset({"网络检索", "零报告"})
_LOOKED = (
    "查到网页的：--url 网址 --looked 2021-02-15；没有查到的：--searched 检索词 --looked 日期 "
    "--result 未检索到；\n零报告：--checked 查了哪里 --looked 日期 --result 无此情形"
)


def _refuse_anew(given: Given) -> None:
    """Raise FzjsError for what only a new entry takes."""
    told = {
        "--office": given.office,
        "--kind": given.kind,
        "--subject": given.subject,
        "--outside": given.outside,
        "--secret": any(given.secret),
        "--submit": given.submit,
        "--on-behalf": given.on_behalf,
    }
    wrong = [name for name, value in told.items() if value]
    if wrong:
        raise FzjsError(f"--to 是加到已有的条目，不带{'、'.join(wrong)}。没有改动。")


def _refuse_telling(given: Given) -> None:
    """附件1 一.4: a 涉密 paper is registered, and nothing of it is told or copied."""
    if not all(given.secret):
        raise FzjsError(
            "涉密的三样都要写：--secret 登记号 --level 密级 --keeper 保管的科室或地方。"
        )
    told = {
        "文件": given.path,
        "--subject": given.subject,
        "--dated": given.dated,
        "--sealed": given.sealed,
        "--pages": given.pages,
        "--quote": given.quotes,
        "--outside": given.outside,
        "--name": given.name,
        "--link、--copy、--elsewhere": any(given.places),
        "--on-behalf": given.on_behalf,
        "--url、--searched、--checked": any(given.looked),
    }
    wrong = [name for name, value in told.items() if value]
    if wrong:
        raise FzjsError(
            f"涉密的只写登记号、密级、保管，不能带{'、'.join(wrong)}。没有登记，也没有复制文件。"
        )
