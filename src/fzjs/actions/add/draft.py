"""A new ledger entry as it will be written."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add.claims import Said
from fzjs.actions.add.looked import Looked
from fzjs.actions.add.paper import Paper
from fzjs.source.emit import Value, block

_SCHEMA = "# yaml-language-server: $schema=../../schema/evidence.json"


class How(StrEnum):
    """Where the bytes of an attachment are to be."""

    COPY = "复制"
    LINK = "就在原处"
    ELSEWHERE = "留在原处，库里只记哈希"


class Attached(NamedTuple):
    """A file that an entry attaches; `name` is what it is to be called, "" for a proposed one.

    `pages` and `words` as a person counted them, where the file does not tell.
    """

    paper: Paper
    how: How = How.COPY
    name: str = ""
    pages: str = ""
    words: str = ""


class Secret(NamedTuple):
    """All that may be said of a 涉密 paper (附件1 一.4)."""

    register_no: str
    level: str
    keeper: str


class Draft(NamedTuple):
    """What was said of a new entry; "" and () where nothing."""

    office: str
    claims: tuple[Said, ...]
    kind: str
    subject: str = ""
    dated: str = ""
    sealed: str = ""
    issuer: str = ""
    papers: tuple[Attached, ...] = ()
    secret: Secret | None = None
    submitted: bool = False
    looked: tuple[Looked, ...] = ()
    on_behalf: bool = False


class Placed(NamedTuple):
    """An attachment with its 路径 and its place; `source` is copied there, None where it lies."""

    attached: Attached
    path: str
    file: str
    source: Path | None


def text(draft: Draft, placed: list[Placed], *, sample: bool, schema: bool, counted: bool) -> str:
    """Return the entry's YAML, in the layout of the shipped entries.

    `counted` tells whether 字数 is asked of it: of a 情况说明, and where a material has a limit.
    """
    lines = [_SCHEMA] if schema else []
    values = dict(_values(draft, placed, counted=counted))
    if draft.on_behalf:
        values["代录"] = "是"
    values["状态"] = "已提交" if draft.submitted else "草稿"
    if sample:
        values["示例"] = "是"
    return "\n".join((*lines, *block(values))) + "\n"


def _values(draft: Draft, placed: list[Placed], *, counted: bool) -> Iterator[tuple[str, Value]]:
    claims = [each.plain() for each in draft.claims]
    if draft.secret:
        yield "种类", draft.kind
        yield "涉密", dict(zip(("登记号", "密级", "保管"), draft.secret, strict=True))
        yield "对应", claims
        return
    yield from (("事由", draft.subject), ("种类", draft.kind), ("对应", claims))
    # What another body has issued names it; what it has still to issue waits for it.
    if draft.issuer and draft.papers:
        yield "出具单位", draft.issuer
    if draft.dated:
        yield "落款日期", draft.dated
    if draft.sealed:
        yield "盖章", draft.sealed
    if draft.issuer and not draft.papers:
        yield "外单位", {"出具": draft.issuer}
    yield "附件", [attachment(each, counted=counted) for each in placed]
    found = [pair for looked in draft.looked for pair in looked.records()]
    for key in dict.fromkeys(name for name, _ in found):
        yield key, [record for name, record in found if name == key]


def attachment(placed: Placed, *, counted: bool) -> dict[str, str]:
    """Return what an entry says of an attachment."""
    attached, paper = placed.attached, placed.attached.paper
    pages = attached.pages or (str(paper.pages) if paper.pages else "")
    words = attached.words or (str(paper.words) if paper.words and counted else "")
    made = {"路径": placed.path, "sha256": paper.sha256, "页数": pages, "字数": words}
    made["库外"] = "是" if attached.how is How.ELSEWHERE else ""
    return {key: value for key, value in made.items() if value}
