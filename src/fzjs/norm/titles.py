"""The title: there, in the plan's form, centred, well broken (7.3.1); length of the text."""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.facts import title_pattern
from fzjs.norm.fonts import width
from fzjs.norm.model import Fault, Kind, Level
from fzjs.norm.roles import Paper

_NARROWER = 2.0
"""Characters by which a title's inner line may fall short of both its neighbours."""


def missing(paper: Paper) -> Iterator[Fault]:
    """7.3.1: a 情况说明 has a title, “由发文机关名称、事由和文种组成”."""
    if paper.roles.kind is Kind.STATEMENT and not paper.roles.title:
        hint = "在第一行写上《……关于……的情况说明》，2号小标宋，居中"
        yield Fault("", "没有找到标题", hint)


def form(paper: Paper) -> Iterator[Fault]:
    """附件1 三.2: “标题为《濮阳市司法局关于……的情况说明》”."""
    expected, title = paper.expected, paper.roles.title_text
    if not (expected.title_form and title and paper.roles.kind is Kind.STATEMENT):
        return
    if not title_pattern(expected.title_form, expected.unit).fullmatch(title):
        right = expected.title_form.replace("{事由}", "……")
        message = f"标题不是《{right}》的样子"
        yield Fault(paper.roles.title[0].place, message, f"改成《{right}》，单位名称一字不差")


def centred(paper: Paper) -> Iterator[Fault]:
    """7.3.1: “分一行或多行居中排布”; a title pushed to the middle by blanks is taken."""
    for each in paper.roles.title:
        if each.shape.align != "center" and not each.typed[:2].isspace():
            yield Fault(each.place, "标题没有居中", "选中标题，段落—对齐方式—居中，首行缩进改为无")
        elif each.shape.align == "center" and each.shape.first >= 1:
            hint = "选中标题，段落—特殊格式—无"
            yield Fault(each.place, "标题带着首行缩进，居中偏右了", hint)


def shape(paper: Paper) -> Iterator[Fault]:
    """7.3.1: “标题排列应当使用梯形或菱形”; only lines that the writer broke are known."""
    lines = [part.strip() for each in paper.roles.title for part in each.typed.split("\n")]
    widths = [width(line) for line in lines if line]
    inner = zip(widths, widths[1:], widths[2:], strict=False)
    if any(here + _NARROWER <= min(above, below) for above, here, below in inner):
        hint = "改一改换行的地方，使几行成梯形（一行比一行长或短）或菱形（中间长）"
        yield Fault(paper.roles.title[0].place, "标题几行两头长、中间短", hint)
    if lines and lines[-1].endswith(("。", ".", "；", "，")):
        yield Fault(paper.roles.title[-1].place, "标题末尾有标点", "删去标题末尾的标点")


def length(paper: Paper) -> Iterator[Fault]:
    """附件1 一.2: “一般不超过500字，最多不超过1000字，明确字数要求的除外”.

    The text is counted as 正文 of an entry is: characters without blanks, no title or sign-off.
    """
    expected = paper.expected
    if paper.roles.kind is not Kind.STATEMENT:
        return
    counted = len("".join("".join(each.text for each in paper.roles.body).split()))
    counted += len("".join("".join(paper.document.cells).split()))
    if expected.words_limit is not None and counted > expected.words_limit:
        hint = f"删到{expected.words_limit}字以内，细节放进佐证材料"
        message = f"正文{counted}字，超过上限{expected.words_limit}字"
        yield Fault("", message, hint, Level.PLAN)
    elif expected.words_advised is not None and counted > expected.words_advised:
        message = f"正文{counted}字，一般不超过{expected.words_advised}字"
        yield Fault("", message, "能压就压；确需写长的可以不改")
