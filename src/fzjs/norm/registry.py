"""The one explicit table of checks, in the order of the norm; a new one is a function and a line.

The numbers of clauses are those of GB/T 9704-2012 unless they name another source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fzjs.norm import endings, faces, footers, headings, marks, pages, titles
from fzjs.norm.document import Document
from fzjs.norm.model import Expected, Fault, Finding, Level
from fzjs.norm.roles import Paper, roles

_NORM = "GB/T 9704"
_PLAN, _ADVISED = "fzjs.yaml 情况说明", Level.ADVISED
_REQUIRED, _USUAL, _PRACTICE = Level.REQUIRED, Level.USUAL, Level.PRACTICE


class Check(NamedTuple):
    """A check: its name in Chinese, the clause and level of its findings, what finds them.

    `what` says for a clerk what is looked at, `mend` where in WPS it is put right.
    """

    name: str
    clause: str
    level: Level
    find: Callable[[Paper], Iterator[Fault]]
    what: str
    mend: str


_PAGE, _FONT, _PARAGRAPH = "页面布局—页面设置", "开始—字体、字号", "右键—段落"

CHECKS = (
    Check("纸张", "5.1", _REQUIRED, pages.paper_size, "A4，210×297 毫米", f"{_PAGE}—纸张"),
    Check("页边距", "5.2.1", _REQUIRED, pages.margins,
          "上 37±1、左 28±1 毫米，版心 156×225 毫米（右 26、下 35）", f"{_PAGE}—页边距"),
    Check("行数", "5.2.3", _USUAL, pages.lines,
          "每页 22 行；行距 28 至 30 磅的都认", f"{_PARAGRAPH}—行距—固定值 28.95 磅"),
    Check("每行字数", "5.2.3", _USUAL, pages.characters, "每行 28 字，27 至 29 字都认",
          f"{_PAGE}—文档网格"),
    Check("标题缺失", "7.3.1", _USUAL, titles.missing, "情况说明有标题", "第一行写标题"),
    Check("标题格式", _PLAN, Level.PLAN, titles.form,
          "《单位关于……的情况说明》，照 fzjs.yaml", "改标题的字"),
    Check("标题字体", "7.3.1", _USUAL, faces.title, "2号小标宋；方案另有写的照方案", _FONT),
    Check("标题居中", "7.3.1", _USUAL, titles.centred, "居中，没有首行缩进", f"{_PARAGRAPH}—对齐"),
    Check("标题排列", "7.3.1", _USUAL, titles.shape, "几行成梯形或菱形，末尾没有标点", "改换行处"),
    Check("发文字号", "7.2.5", _REQUIRED, endings.doc_no,
          "六角括号〔〕、四位年份、不加“第”、不加 0", "插入—符号—〔〕"),
    Check("主送机关", "7.3.2", _REQUIRED, endings.addressee, "后面是全角冒号", "改标点"),
    Check("正文字体", "5.2.2", _USUAL, faces.body, "3号仿宋；方案另有写的照方案", _FONT),
    Check("方案字体", f"{_PLAN}.字体", _PRACTICE, faces.unread,
          "fzjs.yaml 写的字体看得懂，如 2号小标宋", "改 fzjs.yaml"),
    Check("仿宋_GB2312", _PLAN, _PRACTICE, faces.cut, "方案写仿宋_GB2312 的，不是别的仿宋", _FONT),
    Check("段首空两字", "7.3.3", _USUAL, pages.indents, "首行缩进 2 字符，或打了空格",
          f"{_PARAGRAPH}—首行缩进"),
    Check("序号写法", "7.3.3", _ADVISED, headings.form, "一、（一）1.（1）", "改序号"),
    Check("序号次序", "7.3.3", _ADVISED, headings.order, "不跳号、不重号、不跳层", "改序号"),
    Check("小标题字体", "7.3.3", _USUAL, faces.heads, "一、黑体（一）楷体 1.（1）仿宋", _FONT),
    Check("附件说明", "7.3.4", _REQUIRED, endings.note,
          "“附件：1. 名称”，冒号全角，末尾没有标点", "改标点"),
    Check("落款", "7.3.5", _USUAL, endings.signed, "情况说明有单位规范名称和日期", "正文下面补上"),
    Check("成文日期", "7.3.5.4", _REQUIRED, endings.date,
          "2021年3月2日：阿拉伯数字，月日不加 0", "改日期"),
    Check("落款期限", "fzjs.yaml 截止", Level.PLAN, endings.late, "不晚于截止", "核对日期"),
    Check("落款位置", "7.3.5", _USUAL, endings.place, "盖章的右空四字，不盖章的右空二字",
          f"{_PARAGRAPH}—文本之后"),
    Check("附件标识", "7.3.7", _USUAL, faces.label, "“附件1”3号黑体", _FONT),
    Check("抄送", "7.4.2", _USUAL, endings.imprint, "末尾是句号", "改标点"),
    Check("页码", "7.5", _USUAL, footers.missing, "一页以上的有页码", "插入—页码"),
    Check("页码样式", "7.5", _USUAL, footers.form, "— 1 —", "插入—页码—格式"),
    Check("页码位置", "7.5", _PRACTICE, footers.side, "单页在右，双页在左", "插入—页码—位置"),
    Check("首页页码", "10.1", _USUAL, footers.first, "信函格式的首页没有页码", "页眉页脚—首页不同"),
    Check("字数", _PLAN, _PRACTICE, titles.length,
          "超过上限是错误，超过建议字数是警告；照 fzjs.yaml", "删减"),
    Check("引用文号", "实务", _PRACTICE, endings.cited, "〔〕，不加“第”、不加 0", "与原文核对"),
    Check("文中日期", "实务", _PRACTICE, endings.dates_in_text, "2021年3月2日", "改日期"),
    Check("标点", "GB/T 15834", _PRACTICE, marks.half_width, "汉字之间用全角标点", "改标点"),
    Check("字库", "实务", _PRACTICE, faces.characters,
          "_GB2312 的字体没有的字（镕、堃、喆）和符号", "这个字换字体"),
    Check("修订", "实务", _PRACTICE, marks.tracked, "没有留下修订", "审阅—接受所有修订"),
    Check("批注", "实务", _PRACTICE, marks.comments, "没有留下批注", "审阅—删除所有批注"),
)  # fmt: skip
"""All of them."""

LOOK = frozenset(
    (
        *("纸张", "页边距", "行数", "每行字数", "标题字体", "正文字体", "方案字体"),
        *("仿宋_GB2312", "小标题字体", "附件标识"),
    )
)
"""Those whose findings are of the styles and the page, whatever the words are."""


def check(document: Document, expected: Expected) -> tuple[Paper, tuple[Finding, ...]]:
    """Return a document's parts and what is found, errors first, the same fault once."""
    paper = Paper(document, roles(document, expected), expected)
    found = [finding for each in CHECKS for finding in _found(each, paper)]
    return paper, tuple(sorted(found, key=lambda finding: not finding.level.unfit))


def _found(each: Check, paper: Paper) -> Iterator[Finding]:
    places: dict[tuple[str, str, Level, str], list[str]] = {}
    for fault in each.find(paper):
        clause = fault.clause or each.clause
        key = fault.message, fault.hint, fault.level or each.level, clause
        places.setdefault(key, []).append(fault.place)
    for (message, hint, level, clause), where in places.items():
        known = list(dict.fromkeys(where))
        more = f"等{len(known)}处" if len(known) > 1 else ""
        source = f"{_NORM} {clause}" if clause[:1].isdigit() else clause
        yield Finding(each.name, level, source, f"{known[0]}{more}", message, hint)
