"""A catalogue as a document's data: one table after the other, and what is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError
from fzjs.nearest import nearest
from fzjs.reports.catalogue import cases, listed, onsite, web
from fzjs.reports.catalogue.listed import Catalogue
from fzjs.reports.framing import doubts, frame
from fzjs.reports.named import office_named
from fzjs.reports.statements import Unwritten

_WORDS = {"网络检索": "web", "检索": "web", "案卷": "cases", "备查": "onsite", "实地核验": "onsite"}


class _Kind(NamedTuple):
    build: Callable[[Assessment, str], Catalogue | None]
    title: str
    none: str


KINDS: Mapping[str, _Kind] = {
    "web": _Kind(web.build, "网络检索目录", "没有登记公开的网页，也没有检索记录"),
    "cases": _Kind(cases.build, "案卷目录", "没有登记案卷"),
    "onsite": _Kind(onsite.build, "备查材料目录", "没有提交的材料"),
}
"""What `--kind` takes."""


def build(assessment: Assessment, kind: str, office: str = "", left_out: int = 0) -> dict[str, Any]:
    """Return one catalogue, of the unit or an office. Raises FzjsError where it would be empty."""
    found = KINDS[_named(kind)]
    full = office_named(assessment, office) if office else ""
    made = found.build(assessment, full)
    if made is None:
        secret = _secret(assessment, full)
        raise FzjsError(f"{full}{found.none}，{found.title}没有可列的。{secret}登记材料：fzjs add")
    return _document(assessment, made, full, left_out)


def build_all(
    assessment: Assessment, office: str = "", left_out: int = 0
) -> Iterator[dict[str, Any] | Unwritten]:
    """Yield every catalogue that has something in it, and why there is no other."""
    full = office_named(assessment, office) if office else ""
    for each in KINDS.values():
        made = each.build(assessment, full)
        if made is None:
            yield Unwritten(each.title, each.none)
        else:
            yield _document(assessment, made, full, left_out)


def _named(typed: str) -> str:
    """Return the kind that is meant. Raises FzjsError."""
    plain = typed.strip()
    found = _WORDS.get(plain.removesuffix("目录").removesuffix("册").removesuffix("材料"), plain)
    if found in KINDS:
        return found
    guess = nearest(plain, KINDS)
    hint = f"是不是“{guess}”？" if guess else ""
    known = "、".join(f"{name}（{kind.title}）" for name, kind in KINDS.items())
    raise FzjsError(f"--kind：没有“{typed}”这种目录。{hint}可以写：{known}；不写就都出。")


def _document(
    assessment: Assessment, made: Catalogue, office: str, left_out: int
) -> dict[str, Any]:
    unit = assessment.repository.campaign.unit
    title = f"{unit}{office}{made.title}"
    lacks = [f"尚缺{len(made.missing)}项，列在末尾。"] if made.missing else []
    return {
        **frame(assessment, title),
        "示例": assessment.repository.campaign.sample or made.sample,
        "不完整": "".join((*lacks, *made.doubts)) + doubts(assessment, left_out, frozenset()),
        "说明": [*made.notes, *filter(None, [_secret(assessment, office)])],
        "部分": [part.heading for part in made.parts],
        "尚缺": list(made.missing),
        "分工表": [part.table for part in made.parts],
    }


def _secret(assessment: Assessment, office: str) -> str:
    count = listed.secret(assessment, office)
    return f"另有涉密登记{count}个，由保管处提供，不列入本目录。" if count else ""
