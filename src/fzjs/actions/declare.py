"""`fzjs declare …`: steps and what follows them, written into `evidence/申报/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.accepted import refuse_rejected
from fzjs.actions.add.naming import safe
from fzjs.actions.desk import Desk, words
from fzjs.actions.names import NONE
from fzjs.assess import declared as reckon
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.facts import Declaration
from fzjs.nearest import nearest
from fzjs.reports.declare import chosen
from fzjs.source.emit import Value
from fzjs.store import Change, append, set_value
from fzjs.tree import head_of, inside

RESULTS = ("通过", "未通过", "办理中")
KINDS = ("综合示范", "单项示范")
_FOLDER = "evidence/申报"
_AFTER_NAMING = frozenset({"年度报告", "回访", "摘牌情形"})
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
_CLOSING = "接下来：提交（git commit）。"


class Typed(NamedTuple):
    """A step as typed; `name` is the application's, `kind` and `applicant` only of a new one."""

    step: str
    day: str = ""
    result: str = ""
    document: str = ""
    doc_no: str = ""
    file: str = ""
    note: str = ""
    name: str = ""
    kind: str = ""
    project: str = ""
    applicant: str = ""


def step(desk: Desk, typed: Typed) -> list[str]:
    """Record a step, or change what is recorded of it. Returns what to print.

    The first step begins the application's file. Raises FzjsError for names and dates,
    RefusedError where check would reject it.
    """
    name = _step_name(desk, typed.step)
    if typed.result and typed.result not in RESULTS:
        raise FzjsError(f"--result 写 {'、'.join(RESULTS)}，不能写“{typed.result}”。{NONE}")
    if (typed.doc_no or typed.file) and not typed.document:
        raise FzjsError(f"--doc-no、--file 要和 --document 题名 一起写。{NONE}")
    found = _existing(desk, typed)
    paper = _paper(desk, typed)
    if found is None:
        return _begin(desk, typed, name, paper)
    for option, value in (("--kind", typed.kind), ("--applicant", typed.applicant)):
        if value:
            raise FzjsError(f"{found.file} 已经有了，{option} 在编辑器里改。{NONE}")
    desk.refuse_broken(found.file)
    raw = desk.raw(found.file)
    at = next((i for i, each in enumerate(found.steps) if each.name == name), None)
    if at is None:
        after = append(raw, found.file, ("步骤",), _item(desk, typed, name, paper))
    else:
        after = _changed(desk, found, raw, at, typed, paper)
    return _write(desk, found.file, raw, after, f"已改 {found.file}：{name}")


def _step_name(desk: Desk, typed: str) -> str:
    """Return the plan's step that is meant: its name, or the only one that holds the words."""
    known = reckon.step_names(desk.assessment.catalogue.campaign)
    text = typed.strip()
    holding = [name for name in known if text and text in name]
    if text in known or len(holding) == 1:
        return text if text in known else holding[0]
    if not known:
        raise FzjsError(f"fzjs.yaml 的“阶段”是空的：先把申报的步骤一步一条写进去。{NONE}")
    guess = nearest(text, known)
    hint = f"是不是“{guess}”？" if guess else ""
    raise FzjsError(f"方案没有“{text}”这一步。{hint}步骤：{'、'.join(known)}。{NONE}")


def _existing(desk: Desk, typed: Typed) -> Declaration | None:
    found = desk.assessment.repository.declarations
    known = {name for each in found for name in (each.name, _stem(each.file))}
    if not found or (typed.name and typed.kind and typed.name not in known):
        return None
    return chosen(desk.assessment, typed.name)


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _begin(desk: Desk, typed: Typed, name: str, paper: dict[str, Value] | None) -> list[str]:
    """Make the file of a new application."""
    if typed.kind not in KINDS:
        raise FzjsError(f"第一次记，写明 --kind {' 或 --kind '.join(KINDS)}。{NONE}")
    if (typed.kind == "单项示范") != bool(typed.project):
        said = "单项示范写明 --project 项目" if not typed.project else "综合示范不写 --project"
        raise FzjsError(f"{said}。{NONE}")
    year = desk.day(typed.day, "--date").year
    title = words(typed.name or f"{year}年{typed.kind}申报", "--name", "2021年综合示范申报")
    file = f"{_FOLDER}/{safe(title)}.yaml"
    if (desk.tree.root / file).exists():
        raise RefusedError(f"{file} 在，却没有读到。先看 fzjs check 怎么说。{NONE}")
    data: dict[str, Value] = {"名称": title}
    data |= {"申报单位": typed.applicant} if typed.applicant else {}
    data |= {"类型": typed.kind}
    data |= {"项目": typed.project} if typed.project else {}
    data |= {"步骤": [_item(desk, typed, name, paper)]}
    sample = desk.assessment.repository.campaign.sample
    made = newfile.text(desk.tree, file, "declaration", data, sample=sample)
    return _write(desk, file, None, made, f"新建 {file}：{name}")


def _item(desk: Desk, typed: Typed, name: str, paper: dict[str, Value] | None) -> dict[str, Value]:
    made: dict[str, Value] = {
        "名称": name,
        "日期": desk.day(typed.day, "--date").isoformat(),
        "结果": typed.result or "办理中",
    }
    if paper:
        made["文件"] = [paper]
    if typed.note:
        made["说明"] = words(typed.note, "--note", "已报省")
    return made


def _changed(  # the parts of one change
    desk: Desk,
    found: Declaration,
    raw: bytes,
    at: int,
    typed: Typed,
    paper: dict[str, Value] | None,
) -> bytes:
    """Return the file with what was typed of a step that is there; the rest stays."""
    said: dict[str, str] = {"结果": typed.result, "说明": typed.note}
    if typed.day or typed.result:
        said["日期"] = desk.day(typed.day, "--date").isoformat()
    for key, value in said.items():
        if value:
            raw = set_value(raw, found.file, ("步骤", at, key), value)
    if paper is None:
        return raw
    same = [i for i, p in enumerate(found.steps[at].papers) if p.title == paper["题名"]]
    if same:
        return set_value(raw, found.file, ("步骤", at, "文件", same[0]), paper)
    return append(raw, found.file, ("步骤", at, "文件"), paper)


def _paper(desk: Desk, typed: Typed) -> dict[str, Value] | None:
    """Return 文件; a file must lie below `evidence/申报/附件/`, and gives its hash."""
    if not typed.document:
        return None
    made: dict[str, Value] = {"题名": words(typed.document, "--document", "推荐意见")}
    made |= {"文号": typed.doc_no} if typed.doc_no else {}
    if typed.file:
        path = typed.file.replace("\\", "/").removeprefix(f"{_FOLDER}/")
        path = path if path.startswith("附件/") else f"附件/{path}"
        place = inside(_FOLDER, path)
        found = desk.tree.digest(place) if place else ""
        if not found:
            hint = "先把文件放进这个文件夹，--file 只写文件名"
            raise FzjsError(f"{_FOLDER}/{path} 不在：{hint}。{NONE}")
        made |= {"路径": path, "sha256": found}
    return made


def freeze(desk: Desk, step: str, name: str) -> list[str]:
    """Record, with a step, the commit of the data as it is submitted. Returns what to print.

    Hegang 四（二）: “核查有关材料、信息和数据”: what was submitted must be found again. Raises
    RefusedError outside git, or where something is not committed, or another commit is recorded.
    """
    declaration = chosen(desk.assessment, name)
    known = [each.name for each in declaration.steps]
    if not known:
        raise RefusedError(f"{declaration.file} 还没有步骤：先 fzjs declare step 名称。{NONE}")
    wanted = _step_name(desk, step) if step else known[0]
    if wanted not in known:
        raise RefusedError(f"“{wanted}”还没有记：先 fzjs declare step {wanted}。{NONE}")
    commit = _committed(desk)
    at = known.index(wanted)
    before = declaration.steps[at].commit
    if before == commit:
        return [f"{wanted}的数据已经冻结在 {commit[:7]}，{NONE}"]
    if before:
        raise RefusedError(
            f"{wanted}的数据已经冻结在 {before[:7]}，不改：报出去的就是那一版。{NONE}\n"
            "确是那次冻错了的，在编辑器里删去那一步的“数据”，提交以后再冻结"
        )
    desk.refuse_broken(declaration.file)
    raw = desk.raw(declaration.file)
    after = set_value(raw, declaration.file, ("步骤", at, "数据"), commit)
    said = f"已改 {declaration.file}：{wanted}的数据冻结在 {commit}"
    return _write(desk, declaration.file, raw, after, said)


def _committed(desk: Desk) -> str:
    """Return the id of the commit that holds everything. Raises RefusedError where none does."""
    commit = head_of(desk.tree.root)
    if not commit:
        raise RefusedError(
            f"这里不在 git 里，或还没有提交过，冻结不了：没有提交，就没有可以指的一版。{NONE}"
        )
    if desk.assessment.repository.commit.endswith("+"):
        raise RefusedError(
            f"还有没提交的改动，冻结的会不是报出去的那一版：先 git commit，再来一遍。{NONE}"
        )
    return commit


def record(desk: Desk, name: str, key: str, day: str, item: Mapping[str, Value]) -> list[str]:
    """Add an item to a list of the application, or set 命名. Returns what to print.

    Of 年度报告 and 回访, a year that is there already is changed, its date only where one is typed.
    Raises RefusedError for what is owed only once the title is given.
    """
    declaration = chosen(desk.assessment, name)
    if key in _AFTER_NAMING and not declaration.naming:
        raise RefusedError(f"还没有命名，用不着记{key}：先 fzjs declare named 名称。{NONE}")
    desk.refuse_broken(declaration.file)
    dated = {"日期": desk.day(day, "--date").isoformat()}
    if key in _AFTER_NAMING and declaration.naming:
        _refuse_before_naming(desk, declaration, key, dated["日期"], item)
    raw = desk.raw(declaration.file)
    listed = desk.data(declaration.file).get(key, [])
    item = {**dated, **{k: v for k, v in item.items() if v}}
    same = [i for i, each in enumerate(listed) if key != "命名" and _year(each) == _year(item)]
    after = raw
    if key == "命名":
        after = set_value(raw, declaration.file, (key,), item)
    elif same and _year(item):
        for inner, value in item.items():
            if inner == "日期" and not day:
                continue
            after = set_value(after, declaration.file, (key, same[0], inner), value)
    else:
        after = append(raw, declaration.file, (key,), item)
    return _write(desk, declaration.file, raw, after, f"已改 {declaration.file}：{key}")


def _refuse_before_naming(
    desk: Desk, declaration: Declaration, key: str, day: str, item: Mapping[str, Value]
) -> None:
    """Raise RefusedError for what is of before naming: nothing owes it, no screen shows it."""
    since = declaration.naming.date if declaration.naming else desk.today
    if day < since.isoformat():
        raise RefusedError(f"--date：{day} 早于命名的 {since}；{key}从命名算起。{NONE}")
    first = reckon.first_year(key, since, desk.assessment.catalogue.campaign)
    year = _year(item)
    if year and first and int(year) < first:
        raise RefusedError(f"{year}年度的{key}用不着记：{since} 命名，从{first}年度的起。{NONE}")


def address(typed: str) -> str:
    """Return a web address. Raises FzjsError for what does not look like one."""
    text = typed.strip()
    if text and not _ADDRESS.fullmatch(text):
        raise FzjsError(
            f"--url：“{text}”不像网址，写成如 https://www.example.gov.cn/2020.html。{NONE}"
        )
    return text


def _year(item: object) -> str:
    return str(item.get("年度", "")) if isinstance(item, Mapping) else ""


def _write(desk: Desk, file: str, before: bytes | None, after: bytes, said: str) -> list[str]:
    if before == after:
        return [f"{file} 已经是这样，{NONE}"]
    change = Change(file, before, after)
    refuse_rejected(desk, [change])
    return [said, *desk.carry_out([change], [_CLOSING])]
