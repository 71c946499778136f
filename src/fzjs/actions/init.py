"""`fzjs init`: a new data repository from a catalogue, in which nothing counts as done."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from fzjs.actions import folder, supporting
from fzjs.diagnostic import FzjsError, os_reason
from fzjs.models import Campaign, parse
from fzjs.nearest import nearest
from fzjs.repository.layout import RESERVED
from fzjs.source import read
from fzjs.source.emit import flow, scalar
from fzjs.tree import Tree, inside

UNKNOWN = "（待填）"
_SCHEMA = "# yaml-language-server: $schema=schema/fzjs.json\n"
_PROVISIONAL = (
    "# 列在“待定”里的是程序先放的值，不是哪份文件定的；改好一项，就从“待定”里删去这一项。\n"
)
_NO_REVIEWER = (
    "# 审核: {科室: 法规科, 代审: 办公室}   # 由创建办定：谁审核，审核科室自己的材料由谁审；"
    "没有写时谁审都算\n"
)
_ASKED = """\
# 下面几项由本单位的方案定：方案写了的，去掉行首的“# ”，照方案改；没有写的不填，程序也就不查。
# 情况说明:                     # 写了标题的格式，fzjs add 才会从正文里读标题
#   标题: "{单位}关于{事由}的情况说明"
#   字数: {建议: 500, 上限: 1000}
# 要求:                         # 出处写方案的原话
# - {名称: 盖章, 出处: 方案第几条怎么写的}
# - {名称: 落款, 出处: 方案第几条怎么写的}
"""
NO_COORDINATOR = "创建办（待定）"


class Answers(NamedTuple):
    """What the user said of the campaign; "" and () where nothing: then it is assumed, as 待定."""

    unit: str = ""
    offices: tuple[str, ...] = ()
    coordinator: str = ""
    window: str = ""
    cutoff: str = ""
    reviewer: str = ""
    substitute: str = ""


class Made(NamedTuple):
    """What was written: names of files, and the settings that are assumed."""

    files: tuple[str, ...]
    assumed: tuple[str, ...]


def names() -> tuple[str, ...]:
    """Return the catalogues that come with the program."""
    return tuple(sorted(each.name for each in _catalogues().iterdir() if each.is_dir()))


def start(
    target: Path,
    catalogue: str,
    answers: Answers,
    today: datetime.date,
    *,
    templates: bool = False,
    force: bool = False,
) -> Made:
    """Write a new data repository, with copies of the templates on request.

    Raises FzjsError: no such catalogue, an answer that the format refuses, or the folder must not
    be written to. What is assumed of an answer left out stands in 待定, on the day it was made.
    """
    if catalogue not in names():
        guess = nearest(catalogue, names())
        hint = f"是不是 {guess}？" if guess else ""
        raise FzjsError(f"没有“{catalogue}”这份目录。{hint}可以写：{'、'.join(names())}")
    offices = _offices(answers)
    settings, assumed = _settings(catalogue, answers, offices, today)
    rows = (_catalogues() / catalogue / "indicators").iterdir()
    files = {
        "fzjs.yaml": settings.encode(),
        **{f"indicators/{row.name}": row.read_bytes() for row in sorted(rows, key=_name)},
        **supporting.files(offices, with_templates=templates),
    }
    if force:
        folder.refuse_mixing(target, files)
    return Made(tuple(folder.write(target, files, force=force)), assumed)


def complete(target: Path, *, templates: bool = False, force: bool = False) -> Made:
    """Write what a data repository lacks beside its records; with `force` replace what is there.

    `fzjs.yaml` and `indicators/` are never touched. Raises FzjsError as `folder.add` does, and
    where `fzjs.yaml` cannot be read.
    """
    try:
        record = _campaign(Tree(target).read("fzjs.yaml"))
    except OSError as error:
        raise FzjsError(f"打不开 {target / 'fzjs.yaml'}：{os_reason(error)}。") from error
    offices = [each.name for each in record.offices if each.members is None]
    files = supporting.files(offices, with_templates=templates)
    if (target / "evidence").is_dir() and any((target / "evidence").iterdir()):
        files.pop("evidence/.gitkeep")
    put = folder.write(target, files, force=True) if force else folder.add(target, files)
    return Made(tuple(put), record.assumed)


def _catalogues() -> Traversable:
    return resources.files("fzjs.actions") / "catalogue"


def _name(path: Traversable) -> str:
    return path.name


def _offices(answers: Answers) -> list[str]:
    """Return the offices, the coordinator among them. Raises FzjsError for no folder's name."""
    found = list(dict.fromkeys(name.strip() for name in answers.offices))
    named = (answers.coordinator, answers.reviewer, answers.substitute)
    for name in (*found, *named):
        if name in RESERVED:
            raise FzjsError(f"“{name}”是程序用的文件夹名，不能作科室名。")
        if name and (not inside("evidence", name) or "/" in name or name.startswith(".")):
            raise FzjsError(f"“{name}”不能作科室名：科室名也是文件夹名。")
    if "" in found:
        raise FzjsError("--office 后面是空的，写科室名。")
    if answers.substitute and not answers.reviewer:
        raise FzjsError("写了 --substitute，也要用 --reviewer 写由哪个科室审核。")
    if answers.substitute and answers.substitute == answers.reviewer:
        raise FzjsError("代审的是另一个科室：审核科室自己的材料由它审。改 --substitute。")
    first = answers.coordinator or NO_COORDINATOR
    others = [name for name in named[1:] if name]
    return list(dict.fromkeys([*([] if first in found else [first]), *found, *others]))


def _settings(
    catalogue: str, answers: Answers, offices: Sequence[str], today: datetime.date
) -> tuple[str, tuple[str, ...]]:
    """Return the text of `fzjs.yaml`, and which settings are assumed in it."""
    window = answers.window or answers.cutoff[:4] or str(today.year)
    part = (_catalogues() / catalogue / "fzjs.yaml").read_text(encoding="utf-8")
    said = {
        "单位": answers.unit,
        "窗口": answers.window,
        "截止": answers.cutoff,
        "创建办": answers.coordinator,
        "科室": answers.offices,
        "审核": answers.reviewer,
        "体系": UNKNOWN not in part,
    }
    assumed = tuple(key for key, given in said.items() if not given)
    filled = {
        "单位": scalar(answers.unit or UNKNOWN),
        "窗口": scalar(window),
        "截止": scalar(answers.cutoff or _cutoff(window, today)),
        "创建办": scalar(answers.coordinator or NO_COORDINATOR),
        "待定": flow(list(assumed)),
        "科室": flow(list(offices)),
        "审核": _review(answers),
    }
    notes = {key: f"   # {_NOTES[key]}" for key in assumed if key in _NOTES}
    lines = [f"{key}: {value}{notes.get(key, '')}\n" for key, value in filled.items() if value]
    if not answers.reviewer:
        lines.append(_NO_REVIEWER)
    if not assumed:
        lines = [line for line in lines if not line.startswith("待定")]
    head = [_SCHEMA, _PROVISIONAL] if assumed else [_SCHEMA]
    text = "".join((*head, "格式: 1\n", *lines, part, _ASKED))
    _campaign(text.encode())
    return text, assumed


def _review(answers: Answers) -> str:
    """Return 审核, "" where nobody was named: who reviews is never assumed."""
    if not answers.reviewer:
        return ""
    named = {"科室": answers.reviewer, "代审": answers.substitute}
    return flow({key: name for key, name in named.items() if name})


def _cutoff(window: str, today: datetime.date) -> str:
    """Return the end of the window or of this year: what is only assumed must not be overdue."""
    last = int(window[-4:]) if re.fullmatch(r".*\d{4}", window, re.ASCII) else today.year
    return f"{max(last, today.year)}-12-31"


_NOTES = {
    "单位": "写单位全称",
    "窗口": "暂按；写材料要覆盖的年份，如 2021-2025",
    "截止": "暂按；写材料截止的日子",
    "创建办": "写统筹、催办、上报的科室，“科室”里的同名项一起改",
    "科室": "列全科室，如 [办公室, 法制科]",
}


def _campaign(raw: bytes) -> Campaign:
    """Return `fzjs.yaml` as a record. Raises FzjsError with the first fault."""
    source = read(raw, "fzjs.yaml")
    record, broken = parse(Campaign, source.data)
    if record is None:
        raise FzjsError("\n".join((*_faults(source.faults), *_faults(broken)))[:1000])
    return record


def _faults(found: Sequence[object]) -> Iterator[str]:
    for each in found:
        hint = getattr(each, "hint", "")
        yield f"fzjs.yaml: {getattr(each, 'message', each)}" + (f"。{hint}" if hint else "")
