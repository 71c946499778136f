"""Reads a 上报资料 cell: its items, each with the kind and the period that its words propose.

Proposals only: what the words leave open is decided by a person. Nothing here knows a row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.importers.cells import Piece, Pieces, codes, number_inside, pieces
from fzjs.importers.words import unclear
from fzjs.importers.words.groups import nothing
from fzjs.importers.words.issuers import issuer_of, may_stand_in
from fzjs.importers.words.kinds import asks, kind_of
from fzjs.importers.words.numerals import NUMBER, fold, plain
from fzjs.importers.words.years import by_indicator, own_period, said, window

_WORDS = re.compile(
    rf"(?:不得?超过|不多于|至多|最多|控制在|限)(?:在)?({NUMBER})字|({NUMBER})字(?:以内|之内|以下|内)"
)
_NOTHING = re.compile(
    r"(?:暂|均)?(?:无|没有)(?:此项|相关)?(?:内容|材料|资料)?|(?:无|不)[需须用](?:上报|报送|提供|提交|填写?)?(?:材料|资料)?"
    r"|免报|不适用|略|空|待补充?|N/?A|同(?:上|前|左|下)(?:一?[项条格行栏]|述)?(?:材料|资料|内容)?"
    r"|同(?:第|指标)?[0-9一二三四五六七八九十]{1,4}[项号条]?(?:指标)?(?:材料|资料)?"
    r"|[详请参另可]*见(?:附件|附表|附录|附|[上下前后左右][文表列述]?|备注|说明|要求|第?[0-9一二三四五六七八九十]{1,4}[项号条栏])[0-9一二三四五六七八九十]{0,3}"
    r"(?:《[^《》]{1,60}》)?",
    re.IGNORECASE,
)
"""What stands in a cell in a paper's place and is none: 无需提供, 同上, 详见附件."""
_COPIES = re.compile(rf"一式({NUMBER})份|(?:提供|报送|提交|上报)({NUMBER})份")

_FEW = 10
"""So many characters at least are quoted of where a cell ends."""


class Item(NamedTuple):
    """One item of a cell. Empty text stands for what the words do not say.

    `method` is the 测评方法 that it is for, where the source gives tasks by method; `evidence` the
    words outside of the item that fixed its period (依据); `instead` 上级 where its paper may do.
    """

    code: str
    printed: str
    text: str
    kind: str
    period: str
    since: str = ""
    until: str = ""
    words_limit: str = ""
    copies: str = ""
    each: str = ""
    issuer: str = ""
    method: str = ""
    evidence: str = ""
    instead: str = ""


class Cell(NamedTuple):
    """A cell read: its items, whether the row asks for web evidence, and words in no item.

    `web_item` is the code of the item that is that web evidence itself, "" where none is. `doubts`
    are (代号, kind, words, what was assumed, why), `covers` the other 编号 that a material is for,
    `notes` the words that became keys (the web note, copies from each) or name no paper (无, 同上).
    """

    items: tuple[Item, ...]
    web: bool
    web_item: str = ""
    leftovers: tuple[str, ...] = ()
    doubts: tuple[unclear.Open, ...] = ()
    covers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def split(paragraphs: list[str], indicator: str = "") -> Cell:
    """Return the items of a cell's paragraphs, with kind and period proposed; never raises.

    `indicator` is the text of the indicator that the cell is for: where the cell is silent on a
    period, its words may give it.
    """
    found, none = _set_apart(pieces(paragraphs))
    coded = list(zip(found.items, codes(found.items), strict=True))
    named = _named_here(found.items)
    items = tuple(
        make(code, printed, piece, "" if _takes(piece, named) else indicator)
        for piece, (code, printed) in coded
    )
    own = next((item.code for item in items if item.kind == "网络检索" and asks(item.text)), "")
    both = any(item.text.endswith("及网络检索佐证材料") for item in items)
    return Cell(
        items=items,
        web=found.web or bool(own) or both,
        web_item=own,
        leftovers=found.leftovers,
        doubts=(
            *_of_cell(found, items, none),
            *(nothing_given(piece) for piece in none),
            *doubts_of(items, found.items, indicator),
        ),
        covers=tuple(dict.fromkeys(n for item in items for n in unclear.covers(item.text))),
        notes=(
            *found.notes,
            *(piece.note for piece in found.items if piece.note),
            *(piece.text for piece in none),
        ),
    )


def _set_apart(found: Pieces) -> tuple[Pieces, list[Piece]]:
    """Return a cell without the pieces that name no paper (无, /, 同上), and these."""
    none = [piece for piece in found.items if is_nothing(piece.text)]
    return found._replace(items=[piece for piece in found.items if piece not in none]), none


def is_nothing(text: str) -> bool:
    """Tell whether words say only that nothing is asked for here, or look elsewhere for it."""
    return nothing(text) or bool(_NOTHING.fullmatch(fold(text)))


def nothing_given(piece: Piece) -> unclear.Open:
    """Return the doubt on words that are no paper: they make no debt, and stay as printed."""
    why = "不写资料，或要看别处才知道，本项是否要报资料由人定"
    return "", "没有写明", piece.text, f"格里写着“{piece.text}”，不作资料", why


def make(code: str, printed: str, piece: Piece, indicator: str = "", kind: str = "") -> Item:
    """Return an item of its words, and of the indicator's where these settle its period.

    `kind` where it is known otherwise: from the method that the item is for.
    """
    text = piece.text
    kind = kind or kind_of(text)
    since, until = window(text)
    given = by_indicator(text, kind, indicator) if indicator else None
    limit = _WORDS.search(fold(text))
    copies = _COPIES.search(fold(text))
    return Item(
        code=code,
        printed=printed,
        text=text,
        kind=kind,
        period=given.period if given else own_period(text, kind),
        since=since,
        until=until,
        words_limit=plain(limit[1] or limit[2]) if limit else "",
        copies=piece.copies or (plain(copies[1] or copies[2]) if copies else ""),
        each=piece.each,
        issuer=issuer_of(text),
        evidence=given.evidence if given else "",
        instead="上级" if may_stand_in(text) else "",
    )


def doubts_of(
    items: tuple[Item, ...], found: list[Piece], indicator: str
) -> tuple[unclear.Open, ...]:
    """Return what the words of items leave open, item by item, then between them."""
    read = [unclear.Read(i.code, i.text, i.kind, i.period, i.issuer, i.evidence) for i in items]
    each = (doubt for item in read for doubt in unclear.of_item(item, indicator))
    return (*each, *unclear.of_cell(read, [piece.text for piece in found]))


def _end(text: str) -> str:
    """Return the clauses that a text ends in, whole, with at least a few words."""
    clauses = re.split(r"(?<=[，,。；;：:、])", text)
    end = ""
    while clauses and len(end) < _FEW:
        end = clauses.pop() + end
    return end


def _named_here(found: list[Piece]) -> set[str]:
    """Return the periods that items of the cell name themselves."""
    return {said(piece.text) for piece in found} - {""}


def _takes(piece: Piece, named: set[str]) -> bool:
    """Tell whether another item of the cell names the indicator's rhythm, so that this has none."""
    return bool(named & {"上年度", "每2年", "每半年"} - {said(piece.text)})


def _of_cell(found: Pieces, items: tuple[Item, ...], none: list[Piece]) -> tuple[unclear.Open, ...]:
    """Return the doubts that a cell's numbers and ends give; `none` are its numbers without any."""
    doubts: list[unclear.Open] = []
    printed = {int(piece.number or 0) for piece in none}
    last = 0
    for item, piece in zip(items, found.items, strict=True):
        number = int(piece.number or 0)
        if number and number == last:
            why = f"编号{number}印了不止一次"
            doubts.append((item.code, "编号重复", piece.printed, f"代号{item.code}", why))
        elif set(range(last + 1, number)) - printed:
            why = f"{last}之后是{number}"
            doubts.append((item.code, "编号缺漏", piece.printed, "照印的编号", why))
        inside = number_inside(piece)
        if inside:
            why = f"文字中间还有编号“{inside}”，可能是两件"
            doubts.append((item.code, "切分存疑", item.text, "作一件", why))
        last = number or last
    if found.joined and items:
        why = "格末是分号，后面可能缺了文字"
        doubts.append((items[-1].code, "切分存疑", _end(items[-1].text) + "；", "到此为止", why))
    doubts += [("", "残留文字", words, "不作资料", "没有归入任何一件") for words in found.leftovers]
    noted = found.web and any("网络检索" in item.text for item in items)
    if noted and found.notes:
        item = next(item for item in items if "网络检索" in item.text)
        doubts.append(
            (
                item.code,
                "切分存疑",
                found.notes[0],
                "是同一件",
                "这件已要网络检索材料，格末又注一次",
            )
        )
    return tuple(doubts)
