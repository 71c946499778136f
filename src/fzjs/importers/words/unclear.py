"""What a material's words leave open: for a person, each with what was assumed and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.words.kinds import asks_paper, bare, ends_in_paper, names_paper
from fzjs.importers.words.numerals import fold
from fzjs.importers.words.years import RELATIVE, not_understood, rhythms, shares

Open = tuple[str, str, str, str, str]
"""(代号, kind, the words, what was assumed, why); 代号 "" where it is the whole cell."""

_VAGUE = re.compile(
    r"(?:提供|汇总)?(?:相关|有关|其他)?(?:佐证|证明|档案|工作)?(?:材料|资料)(?:等|备查)?"
)
_CHOICE = re.compile(
    r"(?:说明|报告|材料|资料|文件|证明|证书|清单|目录)(?:或者?|、或)[^，。；]{0,12}"
)
_RESULT = re.compile(
    r"^(?:实现|达到|确保|保证|杜绝|没有|不存在|未|无|做到|[^，。；]{0,30}(?:率|满意度|度)达)|[0-9]%"
)
_WORK = re.compile(r"实现|确保|配合|做好|开展|查看|严格|对照|完善|制定|准备|各")
_DOES = re.compile(
    r"实现|确保|配合|做好|开展|查看|严格|对照|完善|制定|准备|加强|推进|推动|推行|落实|建立|健全|规范|提高|提升|强化|深化|履行|执行|完成"
    r"|组织|举办|举行|召开|设立|设置|配备|接受|参加|参与|处理|办理|整改|清理|修订|编制|印发|发布|公开|公布|公示|实施|进行|检查|梳理|评估"
    r"|报送|上报|提交|应当|必须|不得|纳入|列入|听取|研究|部署|督促|监督|指导|协调|建设|学习|宣传|培训|测评|考核|审查|审核|访谈|座谈|走访|考试|测试|抽查|查询|检索"
)
_CASE_BY_CASE = re.compile(
    r"一[^，。；一]{1,4}一(?:案卷|卷|档|案|册)|(?:审查意见|审核意见|决定书)$"
)
_SUPERIOR = re.compile(r"我[市县区省]|上级[^，。；的]{0,6}(?:文件|规定)")
_LIMIT = re.compile(r"[0-9一二三四五六七八九十百千两]{1,6}字(?:左右|上下)?")
COVERS = re.compile(
    r"(?:第|根据|按照|对应|对照|符合|同)?第?(?P<list>[0-9]{1,3}(?:[、,，和及][0-9]{1,3}){1,20}|[0-9]{1,3}[至到~—-][0-9]{1,3}"
    r"|[0-9]{1,3})(?:号|项)(?:指标|考核指标|内容)"
)
_MOST_COVERED = 50
_SHORTEST, _LONGEST = 1, 12
"""How many characters the name of a paper in a list of such has."""


_ASKED = re.compile(r"(?:请示|报告|汇报)[^，。；]{0,20}的文件$")
_TOLD = re.compile(r"关于|对本部门")
_LATE = re.compile(r"年度(?:[^，。；]{0,6})(?:审计|考核|考评|评价)|12\.4|宪法[日周]|年度总结")
_PARTED = re.compile(r"[；;](?!$)")
_VARIES = re.compile(
    r"(?:自|从)?(?:19|20)[0-9]{2}年?度?(?:以来|来|至今)?|本(?:部门|单位|地)|提供|[，,、。；\s]"
)


class Read(NamedTuple):
    """What the doubts are about: an item's 代号, words, kind, period and issuer as read."""

    code: str
    text: str
    kind: str
    period: str
    issuer: str
    evidence: str


@lru_cache(maxsize=256)  # asked three times for each item
def covers(text: str) -> tuple[str, ...]:
    """Return the 编号 of other indicators that one material is for: 根据87、88、89项指标要求."""
    folded = fold(text)
    match = COVERS.search(folded) if "指标" in folded or "内容" in folded else None
    if not match:
        return ()
    ends = [int(number) for number in re.findall(r"[0-9]+", match["list"])]
    spans = re.search(r"[至到~—-]", match["list"]) and len(ends) == len("始终")
    if spans and ends[0] < ends[1] <= ends[0] + _MOST_COVERED:
        return tuple(str(number) for number in range(ends[0], ends[1] + 1))
    return tuple(str(number) for number in ends)


def of_item(item: Read, indicator: str) -> Iterator[Open]:
    """Yield the doubts of one item."""
    yield from _of_kind(item)
    yield from _of_years(item, indicator)
    text, code = item.text, item.code
    case = _CASE_BY_CASE.search(text)
    if case and item.period != "逐件":
        yield code, "年度未定", case[0], item.period, "可能一件报一份（逐件），要联系上下行才能定"
    if covers(text):
        yield (
            code,
            "共用上行",
            text,
            "一件资料同时证明所写各项",
            "这件资料写明几项指标，其他项是否另报要人定",
        )
    if _two_papers(text):
        yield code, "切分存疑", text, "作一件", "顿号连着几种不同的资料，可能要分开报"
    superior = _SUPERIOR.search(text)
    if superior and not item.issuer and item.kind in {"文件", "制度文件"}:
        yield (
            code,
            "种类未定",
            superior[0],
            "由本单位出具",
            "可能是上级的文件，能否以上级文件顶替（可代）要人定",
        )
    told = item.issuer and _TOLD.search(text)
    if told and "出具" not in text and item.period != "汇总":
        yield code, "年度未定", text, item.period, f"须由{item.issuer}出具的，可能整个窗口只出一份"
    about = _LIMIT.search(text)
    if about and about[0].endswith(("左右", "上下")):
        yield code, "种类未定", about[0], "不设字数上限", "字数只写了约数"


def _two_papers(text: str) -> bool:
    """Tell whether short names of different papers stand side by side: 普法责任清单、活动照片."""
    parts = bare(text).split("、")
    if len(parts) == 1:
        return False
    short = all(_SHORTEST < len(part) <= _LONGEST and "的" not in part for part in parts)
    ends = {part[-2:] for part in parts}
    return short and len(ends) == len(parts) and all(map(ends_in_paper, parts))


def _of_kind(item: Read) -> Iterator[Open]:
    text = bare(item.text)
    choice = _CHOICE.search(text)
    asked = _ASKED.search(text)
    if asked and item.kind in {"文件", "制度文件"}:
        yield (
            item.code,
            "种类未定",
            asked[0],
            item.kind,
            "可能要的是请示或报告本身，那就逐年有，不是现行文件",
        )
    if _VAGUE.fullmatch(text):
        yield item.code, "种类未定", text, item.kind, "没有写是什么资料，任何种类都可以"
    elif choice:
        yield item.code, "种类未定", choice[0], item.kind, "两种资料任选其一"
    elif text.endswith("情况") and not names_paper(text):
        yield item.code, "种类未定", text, item.kind, "只写了“情况”，没有写是说明、台账还是别的"
    elif not names_paper(text):
        yield _without_paper(item, text)
    elif (
        item.kind not in {"访谈", "考试", "网络检索"} and not asks_paper(text) and _WORK.match(text)
    ):
        yield item.code, "结果不是材料", text, item.kind, "写的是工作要求，没有写要什么资料"


def _without_paper(item: Read, text: str) -> Open:
    """Return the doubt on words that name no paper known here: a result, work, or neither."""
    if _RESULT.search(text):
        return item.code, "结果不是材料", text, item.kind, "写的是要达到的结果，不是资料"
    if _DOES.search(text):
        return item.code, "结果不是材料", text, item.kind, "写的是要做的工作，不是资料"
    return item.code, "种类未定", text, item.kind, "没有认出是哪一种资料"


def _of_years(item: Read, indicator: str) -> Iterator[Open]:
    relative = RELATIVE.search(item.text)
    if relative:
        yield item.code, "年度未定", relative[0], item.period, "没有写是哪一年或哪几年"
    unread = not_understood(item.text)
    if unread:
        why = f"写了“{unread}”，没有认出是从哪一年到哪一年"
        yield item.code, "年度未定", item.text, item.period, why
    if item.evidence:
        yield item.code, "年度未定", item.evidence, item.period, "年度依指标的话定，资料自己没有写"
    elif item.period == "逐年可合并":
        sentence = next(
            (words for words, _, _ in rhythms(indicator) if shares(item.text, words)), ""
        )
        if sentence:
            yield item.code, "年度未定", sentence, item.period, "指标写了周期，资料没有写"
    late = _LATE.search(fold(item.text))
    if late:
        yield (
            item.code,
            "年度未定",
            late[0],
            item.period,
            "最后一年的可能在截止之后才有，应否报要人定",
        )


def of_cell(items: Sequence[Read], texts: Sequence[str]) -> Iterator[Open]:
    """Yield the doubts that two items or the cell's numbers give: equal items, `；` inside one."""
    known: dict[str, Read] = {}
    for item, printed in zip(items, texts, strict=True):
        same = known.setdefault(_core(item.text), item)
        if same is not item:
            why = f"与{same.code}文字相同或只差年份，可能是同一件"
            yield item.code, "切分存疑", item.text, "作两件", why
        if _PARTED.search(printed.rstrip("；; ")):
            yield item.code, "切分存疑", item.text, "作一件", "中间有分号而没有编号，可能是两件"


def _core(text: str) -> str:
    """Return an item's words without its years and 本部门, which equal items may differ in."""
    return _VARIES.sub("", fold(text)) or text
