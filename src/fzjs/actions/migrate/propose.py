"""`fzjs migrate NEW`: the proposal, a YAML file for a person to go through and confirm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from fzjs.actions.desk import Desk
from fzjs.actions.migrate.edition import Edition, other, own, unknown_offices
from fzjs.actions.names import NONE
from fzjs.assess.editions import Line, Pair, lines, marked, match
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.models import Migration
from fzjs.models.migration import TO_FILL
from fzjs.repository.fingerprint import of_data
from fzjs.repository.migration import read_migration
from fzjs.source.emit import Value, block, flow, scalar
from fzjs.store import Change, apply
from fzjs.tree import inside
from fzjs.visible import in_shell

FILE = "换版.yaml"
"""Where the proposal lies unless another name is given."""
_SHOWN = 24
"""Characters of an item by which a reader knows it."""


class Proposed(NamedTuple):
    """What was found; `file` holds it for a person to confirm, `written` unless it did already."""

    file: str
    written: bool
    data: dict[str, Any]


def propose(desk: Desk, new: str, target: str = "") -> Proposed:
    """Compare the campaign's indicators with another edition, and write the proposal only.

    附件1 一.7: “创建期间如遇国家和省创建指标体系调整，以调整后的创建指标体系为准”.

    Raises:
        FzjsError: there is no such edition, or it is broken; a name that is no YAML file.
        RefusedError: both say the same; a file is there that a person has changed.
    """
    file = file_named(desk, target or FILE)
    old = own(desk.assessment.repository)
    edition = other(desk.tree.root, new, desk.here, desk.assessment.repository.campaign)
    if edition.mark == old.mark:
        raise RefusedError(f"“{new}”和现在的 indicators/ 一字不差，用不着换版。{NONE}")
    pairs = match(old.items, edition.items)
    materials = [
        lines(old.pieces(*p.old), edition.pieces(*p.new), same=p.relation == "相同") for p in pairs
    ]
    text = _schema(desk, file) + _text(old, edition, pairs, materials)
    before = _before(desk, file, text)
    if before != text:
        apply(desk.tree, [Change(file, before, text)])
    return Proposed(file, before != text, _summary(old, edition, pairs, materials, file))


def file_named(desk: Desk, typed: str) -> str:
    """Return the path of a proposal from the root. Raises FzjsError for what cannot be one."""
    path = Path(typed)
    root = desk.tree.root
    if path.is_absolute() or (desk.here / path).exists():
        whole = (desk.here / path).resolve()
        typed = whole.relative_to(root.resolve()).as_posix() if whole.is_relative_to(
            root.resolve()
        ) else ""  # fmt: skip
    file = inside(".", PurePosixPath(typed).as_posix()) if typed else ""
    taken = file.startswith(("indicators/", "evidence/")) or file == "fzjs.yaml"
    if not file or taken or not file.endswith(".yaml"):
        raise FzjsError(
            f"“{path}”不能放换版的对照。写数据仓库里的一个 .yaml 文件名，如 {FILE}。{NONE}"
        )
    return file


def _schema(desk: Desk, file: str) -> bytes:
    """Return the line by which an editor knows the keys, where the repository has the schema."""
    if not (desk.tree.root / "schema" / "migration.json").is_file():
        return b""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}schema/migration.json\n".encode()


def _before(desk: Desk, file: str, text: bytes) -> bytes | None:
    """Return what stands there, None for nothing. Raises RefusedError where it was edited."""
    if not (desk.tree.root / file).exists():
        return None
    raw = desk.raw(file)
    if raw == text:
        return raw
    record, _, _ = read_migration(desk.tree, file)
    if record and not record.done and record.proposal == _mark(record):
        return raw
    why = "已经换过版" if record and record.done else "有人改过"
    raise RefusedError(
        f"{file} 已经有了，{why}，不覆盖。{NONE}\n"
        f"另写一个：--to 换版2.yaml；确认好的用 fzjs migrate --apply {in_shell(file)}"
    )


def _mark(record: Migration) -> str:
    said = record.plain()
    return _proposal(said["对照"], said.get("科室", ()), said["确认人"])


def _proposal(pairs: Any, offices: Any, person: str) -> str:  # noqa: ANN401  # plain data
    """Return the mark of all that a person is to write in."""
    return of_data([pairs, list(offices), person])


def _text(
    old: Edition, new: Edition, pairs: Sequence[Pair], materials: Sequence[Sequence[Line]]
) -> bytes:
    said = [_pair(old, new, pair, own) for pair, own in zip(pairs, materials, strict=True)]
    offices = [{"新": name, "作": TO_FILL} for name in unknown_offices(old, new)]
    head: dict[str, Value] = {"旧体系": _system(old), "新体系": _system(new)}
    mark = _record(said, offices)
    body = [
        "# 换版对照，由 fzjs migrate 提出。一组一组看：旧、新、关系不对的改过来，",
        "# 看过的把 确认 改成 是；确认人、确认日期填好；科室各填作本单位的哪一个，照搬的写 新设。",
        "# 然后：fzjs migrate --apply 这个文件",
        *block(head),
        f"确认人: {TO_FILL}",
        f"确认日期: {TO_FILL}",
        *(["科室:", *(f"- {flow(each)}" for each in offices)] if offices else []),
        "对照:",
        *_listed(old, new, pairs, said),
        f"提案: {mark}   # 程序用来看有没有人改过，不用管",
        *_originals(old, new),
    ]
    return ("\n".join(body) + "\n").encode()


def _record(said: Sequence[Mapping[str, Value]], offices: Sequence[Mapping[str, str]]) -> str:
    """Return the mark of a proposal as it will be read again."""
    given = {"名称": "甲", "项数": "1", "指纹": "甲"}
    record = Migration.model_validate(
        {
            "旧体系": given,
            "新体系": given,
            "确认人": TO_FILL,
            "确认日期": TO_FILL,
            **({"科室": offices} if offices else {}),
            "对照": said,
            "提案": "甲",
        }
    )
    return _mark(record)


def _system(edition: Edition) -> dict[str, Value]:
    own = edition.settings.system.plain() if edition.settings else {"名称": TO_FILL}
    own.pop("换版", None)  # the day is written once it is carried out
    place = {"位置": edition.place} if edition.place else {}
    return {**own, **place, "项数": str(len(edition.items)), "指纹": edition.mark}


def _pair(old: Edition, new: Edition, pair: Pair, materials: Sequence[Line]) -> dict[str, Value]:
    one, two = old.catalogue.label, new.catalogue.label
    changes = marked(_joined(old, pair.old), _joined(new, pair.new))
    whole: dict[str, Value] = {
        "旧": [one(key) for key in pair.old],
        "新": [two(key) for key in pair.new],
        "关系": pair.relation,
        "相似": f"{pair.score:.2f}" if pair.old and pair.new else "",
        "拿不准": pair.doubt,
        "不同": changes if "〔" in changes else "",
        "材料": [_line(each, one, two) for each in materials],
        "确认": "否",
    }
    return {key: value for key, value in whole.items() if value}


def _line(line: Line, one: Any, two: Any) -> dict[str, Value]:  # noqa: ANN401  # two labels
    score = f"{line.score:.2f}" if line.old and line.new else ""
    whole = {"旧": line.old and one(line.old), "新": line.new and two(line.new)}
    return {k: v for k, v in {**whole, "关系": line.relation, "相似": score}.items() if v}


def _joined(edition: Edition, keys: Sequence[str]) -> str:
    return "".join(edition.catalogue.rows[key].indicator.text for key in keys)


def _listed(
    old: Edition, new: Edition, pairs: Sequence[Pair], said: Sequence[Mapping[str, Value]]
) -> Iterator[str]:
    """Yield the pairs, each under the words by which a reader knows it."""
    for pair, each in zip(pairs, said, strict=True):
        text = _joined(old, pair.old) or _joined(new, pair.new)
        yield f"# {_short(text)}"
        materials = each.get("材料", ())
        kept = {key: value for key, value in each.items() if key not in {"材料", "确认"}}
        first, *rest = (f"  {line}" for line in _flat(kept))
        yield f"- {first[2:]}"
        yield from rest
        if materials:
            yield "  材料:"
            yield from (f"  - {flow(line)}" for line in materials)
        yield "  确认: 否"


def _flat(data: Mapping[str, Value]) -> Iterator[str]:
    for key, value in data.items():
        yield f"{key}: {scalar(value) if isinstance(value, str) else flow(value)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"


def _originals(old: Edition, new: Edition) -> Iterator[str]:
    yield "原文:"
    for name, edition in (("旧", old), ("新", new)):
        yield f"  {name}:"
        said = ({"编号": key, "内容": text} for key, text in edition.texts.items())
        yield from (f"  - {flow(each)}" for each in said)


def _summary(
    old: Edition,
    new: Edition,
    pairs: Sequence[Pair],
    materials: Sequence[Sequence[Line]],
    file: str,
) -> dict[str, Any]:
    """Return what a screen shows: counts, then what is doubtful, then every pair."""
    said = [_pair(old, new, pair, own) for pair, own in zip(pairs, materials, strict=True)]
    for each, pair in zip(said, pairs, strict=True):
        each["内容"] = _short(_joined(old, pair.old) or _joined(new, pair.new))
        if "相似" in each:
            each["相似"] = pair.score  # type: ignore[assignment]  # a number in JSON
    relations = ("相同", "改写", "拆分", "合并", "取消", "新增")
    counted: Counter[str] = Counter(pair.relation for pair in pairs)
    named: Counter[str] = Counter(line.relation for own in materials for line in own)
    return {
        "文件": file,
        "旧体系": {"名称": _system(old)["名称"], "项数": len(old.items)},
        "新体系": {"名称": _system(new)["名称"], "项数": len(new.items)},
        "指标": {name: counted[name] for name in relations},
        "材料": {name: named[name] for name in ("相同", "改写", "取消", "新增")},
        "科室": unknown_offices(old, new),
        "对照": sorted(said, key=lambda each: "拿不准" not in each),
    }
