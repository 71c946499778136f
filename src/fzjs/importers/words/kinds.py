"""The 种类 that a material's words name."""

from __future__ import annotations

import re

LISTS = ("目录", "清单", "汇总表", "名单", "名录")
RECORDS = r"总结|汇报|报告|简报|信息|图片|档案"
PAPERS = r"文件|通知|方案|意见|制度|法规"
NAMES_PAPER = re.compile(
    r"材料|资料|文件|说明|目录|清单|汇总表|统计表|情况表|名单|名录|台账|报告|汇报|总结|简报|方案|通知|意见|制度|规定|办法"
    r"|案卷|卷宗|档案|证书|证明|图片|照片|视频|截图|链接|连接|报道|信息|纪要|签到|记录|试卷|成绩|案例|统计|数据|数量|文本"
    r"|问卷|计划|要点|决定书|协议|合同|规章|法规|机制|凭证|批复|函|公告|讲义|课件|教材|情况表|一览表|表格|手册|联系方式|文书"
)
"""Words of papers: an item without any asks for work or states a result."""
BY_METHOD = (
    (r"网络|网上|互联网", "网络检索"),
    (r"访谈|走访|座谈|问卷|满意度|测评", "访谈"),
    (r"抽考|考试|测试|笔试", "考试"),
    (r"案卷|卷宗", "案卷"),
)


_NO_PAPER = re.compile(r"意见和?、?建议|(?:征求|听取)[^，。；,;]{0,16}意见|信息公开|网络信息")
_TAIL = re.compile(
    r"(?:(?:全部|一并|统一)?(?:汇总)?(?:备查|备检|存档|归档)|(?:在|于|进行)?(?:本[^，。；]{0,8})?网上公开|等)+$"
)


_ASIDE = re.compile(r"[（(][^（(）)]{0,40}[）)]")
_BRACKETS = re.compile(r"[（(][^（(）)]*[）)]")
_CLAUSE = re.compile(r"[，,。；;]")
_ONLINE = re.compile(r"(?:提供)?网络检索")
_TAILS = ("备查", "备检", "存档", "归档", "公开", "等", "\n")
"""How words end that have such a tail; the break because `$` stands before a last one too."""


def bare(text: str) -> str:
    """Return an item's words without what is only to be done with the paper: 汇总备查, 网上公开."""
    words = text.strip("。；;，, ")
    return _TAIL.sub("", words) if words.endswith(_TAILS) else words


def names_paper(text: str) -> bool:
    """Tell whether words name a paper anywhere."""
    return bool(NAMES_PAPER.search(_NO_PAPER.sub("", text)))


def ends_in_paper(text: str) -> bool:
    """Tell whether words end in the name of a paper, as one that is asked for does."""
    end = _ASIDE.sub("", bare(text))[-8:]
    end = _NO_PAPER.sub("", end)
    return any(match.end() == len(end) for match in NAMES_PAPER.finditer(end))


def asks_paper(text: str) -> bool:
    """Tell whether a clause of an item ends in a paper; a 问卷 to be drawn up is none."""
    clauses = (bare(clause) for clause in _CLAUSE.split(text))
    return any(ends_in_paper(clause) and not clause.endswith("问卷") for clause in clauses)


def of_method(method: str) -> str:
    """Return the kind of evidence that a 测评方法 leaves, where the words name none."""
    return next((kind for pattern, kind in BY_METHOD if re.search(pattern, method)), "佐证材料")


def kind_of(text: str) -> str:
    """Return the 种类 that an item's words name; 佐证材料 (which takes any) where they name none.

    The head of a Chinese phrase is what follows the last 的: 清单动态调整的文件 asks for 文件.
    """
    words = _BRACKETS.sub("", text)
    head = words.rpartition("的")[2]
    for rule in (_by_proof, _by_statement, _by_list, _by_activity, _by_paper):
        kind = rule(words, head)
        if kind:
            return kind
    return "佐证材料"


def asks(text: str) -> bool:
    """Tell whether the item is the web evidence itself: 提供网络检索（佐证）材料……."""
    return bool(_ONLINE.match(text))


_OR_STATEMENT = re.compile(r"情况说明(?:或者?|、?或)")
_STATEMENT = re.compile(r"情况说明|情况的说明|说明材料|材料说明|说明$")
_NONE = re.compile(r"不存在|没有发生|未发生")
_LIST = re.compile("|".join(LISTS))
_FIRST = re.compile(r"以?及|[、，和与]|$")
_IN_WORDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"会议纪要|会议通知|签到表", "会议材料"),
        (r"试卷|成绩单|考试准备", "考试"),
        (r"开展[^，；]*(?:问卷调查|访谈)", "访谈"),
        (r"综合统计|统计分析|统计数据|数量", "统计数据"),
    )
)
_SITE = re.compile(r"互联网连接|网站链接$")
_REPORTED = re.compile(r"^(?:相关)?信息报道$")
_PICTURE = re.compile(r"(?:截图|图片|照片|视频)$")
_CERTIFICATE = re.compile(r"证书$")
_ANY_PAPER = re.compile(PAPERS)
_SITUATION = re.compile(r"(?:建设|工作|开展)情况$")
_MATERIAL = re.compile(r"(?<!文件)(?:材料|资料)")
_FILE = re.compile(r"文件|法规|规章")
_RULE = re.compile(r"制度|机制|程序|规章|办法|规定")
_PLAN = re.compile(r"方案|审查意见$")
_REPORT = re.compile(r"报告|汇报|总结")
_PARTS = re.compile(r"[、，和及与]")
_PAPER_END = re.compile(rf"(?:{PAPERS})等?$")
_RECORD_END = re.compile(rf"(?:{RECORDS})等?$")


def _by_proof(words: str, _head: str) -> str:
    """Web evidence, and case files by their list: 附件1 四.2 “应提供案卷目录”."""
    if asks(words):
        return "网络检索"
    return "案卷" if "案卷目录" in words else ""


def _by_statement(words: str, _head: str) -> str:
    """情况说明, also under the names 说明材料, ……说明; “或者证明材料” leaves the choice open."""
    if _OR_STATEMENT.search(words):
        return "佐证材料"
    if _STATEMENT.search(words):
        return "情况说明"
    return "无此情形" if _NONE.search(words) else ""


def _by_list(_words: str, head: str) -> str:
    """A list is asked for where it is the first thing the head names: 目录及……, 名单以及……."""
    for match in _LIST.finditer(head):
        if _FIRST.match(head[match.end() :]) and not _mixed(head):
            return "名单" if match[0] == "名录" else match[0]
    return ""


def _by_activity(words: str, head: str) -> str:
    """What an activity leaves: minutes, papers of an examination, figures, pictures, reports."""
    for pattern, kind in _IN_WORDS:
        if pattern.search(words):
            return kind
    if _SITE.search(head):
        return "网络检索"
    if _REPORTED.search(head):
        return "信息报道"
    if _PICTURE.search(head) and not _mixed(head):
        return "图片视频"
    if _CERTIFICATE.search(head) and not _ANY_PAPER.search(head):
        return "证书"
    return "情况说明" if _SITUATION.search(words) else ""


def _by_paper(words: str, head: str) -> str:
    """案卷, 文件 (制度文件 where it lays down a rule) and 报告; vague or mixed is 佐证材料."""
    if "案卷" in head:
        return "案卷"
    if _mixed(head) or _MATERIAL.search(head):
        return "佐证材料"
    if _FILE.search(head):
        return "制度文件" if _RULE.search(words) else "文件"
    if _PLAN.search(head):
        return "文件"
    return "报告" if _REPORT.search(head) else ""


def _mixed(head: str) -> bool:
    """Tell whether papers and records are asked for in one: 文件及工作总结, 通知、简报、报告."""
    parts = _PARTS.split(head)
    return any(map(_PAPER_END.search, parts)) and any(map(_RECORD_END.search, parts))
