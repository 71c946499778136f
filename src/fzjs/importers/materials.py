"""Reads a 上报资料 cell: its items, each with the kind and the period that its words propose.

Proposals only: what the words leave open is decided by a person. Nothing here knows a row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.importers.cells import codes, pieces

LISTS = ("目录", "清单", "汇总表", "名单", "名录")
RECORDS = r"总结|汇报|报告|简报|信息|图片|档案"
PAPERS = r"文件|通知|方案|意见|制度|法规"


class Item(NamedTuple):
    """One item of a cell. Empty text stands for what the words do not say."""

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


class Cell(NamedTuple):
    """A cell read: its items, whether the row asks for web evidence, and words in no item.

    `web_item` is the code of the item that is that web evidence itself, "" where none is.
    """

    items: tuple[Item, ...]
    web: bool
    web_item: str = ""
    leftovers: tuple[str, ...] = ()


def split(paragraphs: list[str]) -> Cell:
    """Return the items of a cell's paragraphs, with kind and period proposed; never raises."""
    found, note, leftovers = pieces(paragraphs)
    items = tuple(
        _item(code, printed, piece.text)._replace(copies=piece.copies, each=piece.each)
        for piece, (code, printed) in zip(found, codes(found), strict=True)
    )
    own = next((item.code for item in items if item.kind == "网络检索" and _asks(item.text)), "")
    web = note or bool(own) or any(item.text.endswith("及网络检索佐证材料") for item in items)
    return Cell(items, web, own, leftovers)


def kind_of(text: str) -> str:
    """Return the 种类 that an item's words name; 佐证材料 (which takes any) where they name none.

    The head of a Chinese phrase is what follows the last 的: 清单动态调整的文件 asks for 文件.
    """
    words = re.sub(r"[（(][^（(）)]*[）)]", "", text)
    head = words.rpartition("的")[2]
    for rule in (_by_proof, _by_statement, _by_list, _by_activity, _by_paper):
        kind = rule(words, head)
        if kind:
            return kind
    return "佐证材料"


def period_of(text: str, kind: str) -> str:
    """Return the 年度 that an item's words name, else its kind's.

    - 当前, 现有: the state at hand, not a year's.
    - 每2年, 每半年: as said; 上年度: the report comes the year after.
    - 年度, 每年 otherwise: annual work.
    - issued by others (出具): one paper for the window; they will not issue six.
    - silent: rules in force once, lists once with every year in them, the rest by year
      (附件1 三.2: “每个年度的说明务必做到清晰完整”).
    """
    said = (
        (r"当前|现有", "时点"),
        (r"每(?:2|２|两|二)年", "每2年"),
        (r"每半年", "每半年"),
        (r"上一?年度", "上年度"),
        (r"年度|每年", "每年"),
        (r"^(?:提供)?(?:上级[^，。；]{0,8}|人民法院|法院)出具", "汇总"),
    )
    by_kind = {"制度文件": "现行", "文件": "现行", "目录": "汇总", "清单": "汇总", "汇总表": "汇总"}
    if kind == "案卷" and "案卷目录" in text:
        return "汇总"
    spoken = next((period for pattern, period in said if re.search(pattern, text)), "")
    return spoken or by_kind.get(kind, "逐年可合并")


def issuer_of(text: str) -> str:
    """Return who else must issue the paper: who stands first, before 出具, 关于 or 对本部门."""
    who = r"(?P<who>(?:上级|人民法院|法院|纪委|检察)[^，。；的]{0,16}?)"
    lead = re.match(rf"(?:提供)?{who}(?:出具|关于|对本部门)", text)
    if not lead:
        return ""
    return "人民法院" if lead["who"] == "法院" else lead["who"]


def _item(code: str, printed: str, text: str) -> Item:
    kind = kind_of(text)
    since = re.search(r"((?:19|20)\d\d)年度?(?:以来|来)", text)
    limit = re.search(r"不超过(\d+)字", text)
    return Item(
        code=code,
        printed=printed,
        text=text,
        kind=kind,
        period=period_of(text, kind),
        since=since[1] if since else "",
        words_limit=limit[1] if limit else "",
        issuer=issuer_of(text),
    )


def _asks(text: str) -> bool:
    """Tell whether the item is the web evidence itself: 提供网络检索（佐证）材料……."""
    return bool(re.match(r"(?:提供)?网络检索", text))


def _by_proof(words: str, _head: str) -> str:
    """Web evidence, and case files by their list: 附件1 四.2 “应提供案卷目录”."""
    if _asks(words):
        return "网络检索"
    return "案卷" if "案卷目录" in words else ""


def _by_statement(words: str, _head: str) -> str:
    """情况说明, also under the names 说明材料, ……说明; “或者证明材料” leaves the choice open."""
    if re.search(r"情况说明(?:或者?|、?或)", words):
        return "佐证材料"
    if re.search(r"情况说明|情况的说明|说明材料|材料说明|说明$", words):
        return "情况说明"
    return "无此情形" if re.search(r"不存在|没有发生|未发生", words) else ""


def _by_list(_words: str, head: str) -> str:
    """A list is asked for where it is the first thing the head names: 目录及……, 名单以及……."""
    for match in re.finditer("|".join(LISTS), head):
        if re.match(r"以?及|[、，和与]|$", head[match.end() :]) and not _mixed(head):
            return "名单" if match[0] == "名录" else match[0]
    return ""


def _by_activity(words: str, head: str) -> str:
    """What an activity leaves: minutes, papers of an examination, figures, pictures, reports."""
    rules = (
        (r"会议纪要|会议通知|签到表", words, "会议材料"),
        (r"试卷|成绩单|考试准备", words, "考试"),
        (r"开展[^，；]*(?:问卷调查|访谈)", words, "访谈"),
        (r"综合统计|统计分析|统计数据|数量", words, "统计数据"),
        (r"互联网连接|网站链接$", head, "网络检索"),
        (r"^(?:相关)?信息报道$", head, "信息报道"),
        (r"(?:截图|图片|照片|视频)$", head, "" if _mixed(head) else "图片视频"),
        (r"证书$", head, "" if re.search(PAPERS, head) else "证书"),
        (r"(?:建设|工作|开展)情况$", words, "情况说明"),
    )
    return next((kind for pattern, where, kind in rules if kind and re.search(pattern, where)), "")


def _by_paper(words: str, head: str) -> str:
    """案卷, 文件 (制度文件 where it lays down a rule) and 报告; vague or mixed is 佐证材料."""
    if re.search(r"案卷", head):
        return "案卷"
    if _mixed(head) or re.search(r"(?<!文件)(?:材料|资料)", head):
        return "佐证材料"
    if re.search(r"文件|法规|规章", head):
        rule = re.search(r"制度|机制|程序|规章|办法|规定", words)
        return "制度文件" if rule else "文件"
    if re.search(r"方案|审查意见$", head):
        return "文件"
    return "报告" if re.search(r"报告|汇报|总结", head) else ""


def _mixed(head: str) -> bool:
    """Tell whether papers and records are asked for in one: 文件及工作总结, 通知、简报、报告."""
    parts = re.split(r"[、，和及与]", head)
    papers = any(re.search(rf"(?:{PAPERS})等?$", part) for part in parts)
    return papers and any(re.search(rf"(?:{RECORDS})等?$", part) for part in parts)
