"""What stands on the command line of `fzjs add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from fzjs.diagnostic import FzjsError


class Given(NamedTuple):
    """The options as typed; "" and () where left out.

    `places` are --link, --copy, --elsewhere; `secret` is 登记号, 密级, 保管.
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


def asks() -> bool:
    """Tell whether somebody sits there to be asked: never in a pipe."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def refuse_odd(given: Given) -> None:
    """Raise FzjsError where options do not go together."""
    if sum(given.places) > 1:
        raise FzjsError("--link、--copy、--elsewhere 只写一个。")
    if any(given.secret):
        _refuse_telling(given)
    elif given.path is None and not given.outside:
        raise FzjsError(
            "没有写材料文件，如 fzjs add 说明.pdf --office 基层科 --for 31-2甲/2020。\n"
            "还在等别的单位出具的，写 --outside 出具单位；涉密的，写 --secret 登记号。"
        )
    elif given.path and given.path.stem.startswith("登记表"):
        raise FzjsError(
            f"“{given.path.name}”是登记表，不是材料。登记其中填好的行，写文件夹的名字：\n"
            f"fzjs add {given.path.parent} --table {given.path}"
        )
    elif given.path is None and any(given.places):
        raise FzjsError("没有写材料文件，不能写 --link、--copy、--elsewhere。")


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
    }
    wrong = [name for name, value in told.items() if value]
    if wrong:
        raise FzjsError(
            f"涉密的只写登记号、密级、保管，不能带{'、'.join(wrong)}。没有登记，也没有复制文件。"
        )
