"""Document number, addressee, attachment note, sign-off, date, imprint (7.2.5, 7.3, 7.4)."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from fzjs.norm.document import Paragraph
from fzjs.norm.fonts import width
from fzjs.norm.model import Fault, Kind, Level
from fzjs.norm.roles import Paper
from fzjs.norm.signing import BARE_NOTE, date_in, flat
from fzjs.numerals import chinese

_NUMBER = re.compile(
    r"(?P<open>[〔［\[【（(﹝])(?P<year>\d{2,4})(?P<close>[〕］\]】）)﹞])(?P<th>第?)(?P<no>\d+)号"
)
_CITED = re.compile(r"[\u4e00-\u9fff]{2,12}" + _NUMBER.pattern)
_RIGHT_DATE = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_ARABIC = re.compile(r"(\d{2,4})[年.\-/—－]0?(\d{1,2})[月.\-/—－]0?(\d{1,2})[日号]?")
_HAN_DATE = re.compile(r"([^年]{2,4})年([^月]{1,3})月([^日]{1,4})日")
_ENDINGS = "。；，、！？;,.!?"
_ZERO = re.compile(r"(?<![\d./-])(?:19|20)\d\d年(?:0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日)")
_DOTTED = re.compile(r"(?<![A-Za-z\d./:_-])(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}(?![A-Za-z\d./_-])")
_BLANK = re.compile(r"(?:\d{2,4})?年(?:\d{1,2})?月日|(?:\d{2,4})?年月\d*日")
_CENTURY = 100
_NOT_AT_ALL, _OFF = 0.9, 0.6
"""Characters: what counts as no indent, and how far off a line may stand."""


def doc_no(paper: Paper) -> Iterator[Fault]:
    """7.2.5: “年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位”."""
    each = paper.roles.doc_no
    if each is not None:
        for fault in _number_faults(flat(each)):
            yield Fault(each.place, f"发文字号{fault}", "写成 某局〔2021〕5号 的样子")


def cited(paper: Paper) -> Iterator[Fault]:
    """A number that is cited is written as it stands on its paper; those of 2012 on have 〔〕."""
    texts = (*paper.roles.title, *paper.roles.body, *paper.roles.note, *paper.roles.attached)
    for each in texts:
        for found in _CITED.finditer(flat(each)):
            for fault in _number_faults(found[0]):
                message = f"引用的文号“{found[0][-14:]}”{fault}"
                yield Fault(each.place, message, "与原文核对；一般写成 某局〔2021〕5号 的样子")


def _number_faults(text: str) -> Iterator[str]:
    found = _NUMBER.search(text)
    if not found:
        return
    if found["open"] + found["close"] not in {"〔〕", "﹝﹞"}:
        yield f"的年份用了“{found['open']}{found['close']}”，应用六角括号“〔〕”"
    if len(found["year"]) != len("2021"):
        yield f"的年份“{found['year']}”不是四位"
    if found["th"]:
        yield "多了“第”字"
    if found["no"].startswith("0"):
        yield f"的顺序号“{found['no']}”前面多了 0"


def addressee(paper: Paper) -> Iterator[Fault]:
    """7.3.2: “最后一个机关名称后标全角冒号”."""
    each = paper.roles.addressee
    if each is not None and flat(each).endswith(":"):
        yield Fault(each.place, "主送机关后面的冒号是半角的", "改成全角冒号“：”")


def note(paper: Paper) -> Iterator[Fault]:
    """7.3.4: “附件”二字，后标全角冒号和附件名称。…附件名称后不加标点符号”."""
    notes = paper.roles.note
    for place, each in enumerate(notes):
        text = flat(each)
        if text.endswith(tuple(_ENDINGS)):
            hint = f"删去末尾的“{text[-1]}”"
            yield Fault(each.place, f"附件名称后面有标点“{text[-1]}”", hint)
        if place == 0 and not re.match(r"附\s*件\s*：", text):
            hint = "写成 附件：1. 某某表"
            yield Fault(each.place, "“附件”后面不是全角冒号", hint)
        if re.search(r"^(?:附件[：:])?\d{1,2}[、．]", text):
            message = "附件的顺序号后面不是小圆点"
            yield Fault(each.place, message, "写成 附件：1. 某某表", Level.ADVISED)
    bare = bool(notes) and bool(BARE_NOTE.fullmatch(flat(notes[0])))
    if len(notes) > 1 and not bare and not re.match(r"附件[：:]?1[.．、]", flat(notes[0])):
        hint = "几个附件的，从 1 编起：附件：1. 某某表"
        yield Fault(notes[0].place, "有几个附件，第一个没有编“1.”", hint)


def signed(paper: Paper) -> Iterator[Fault]:
    """附件1 三.2: “落款需注明提供单位规范名称和日期”; 7.3.5: “一般…署发文机关署名…成文日期”."""
    roles, unit = paper.roles, paper.expected.unit
    if roles.kind is not Kind.STATEMENT or not (roles.title or roles.body):
        return
    elsewhere = "".join(paper.document.elsewhere.split())
    level = Level.PLAN if paper.expected.signed else None
    clause = "fzjs.yaml 要求" if paper.expected.signed else ""
    if roles.dated is None and not re.search(r"\d{4}年\d{1,2}月", elsewhere):
        hint = "正文下面写单位规范名称，再下面一行写日期，如 2021年3月2日"
        yield Fault("", "末尾没有落款（单位和日期）", hint, level, clause)
    elif roles.dated is not None and roles.organ is None and (not unit or unit not in elsewhere):
        hint = "日期上面一行写单位规范名称"
        yield Fault(roles.dated.place, "落款只有日期，没有单位", hint, level, clause)
    elif roles.organ is not None and unit and unit not in flat(roles.organ):
        hint = f"写成 {unit}；由外单位出具的不管"
        message = "落款的单位不是 fzjs.yaml 里的规范名称"
        yield Fault(roles.organ.place, message, hint, level, clause)


def date(paper: Paper) -> Iterator[Fault]:
    """7.3.5.4: “用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位（即1不编为01）”."""
    each = paper.roles.dated
    if each is None:
        return
    text = date_in(flat(each)) or flat(each)
    if _BLANK.fullmatch(text):
        yield Fault(each.place, "成文日期没有填", "写成 2021年3月2日", Level.PRACTICE)
        return
    if _RIGHT_DATE.fullmatch(text):
        typed = "".join(each.text.split())
        if text not in typed:
            yield Fault(each.place, "日期用了全角数字", f"写成 {text}", Level.PRACTICE)
        return
    day = _day(text)
    if day or re.search(r"\d", text):
        right = f"{day.year}年{day.month}月{day.day}日" if day else "2021年3月2日 的样子"
        yield Fault(each.place, f"成文日期写成了“{text}”{_why(text)}", f"写成 {right}")


def _why(text: str) -> str:
    if not re.search(r"\d", text):
        return "，应用阿拉伯数字"
    if not re.search("[年月]", text):
        return "，应写年、月、日"
    if re.search(r"(?<!\d)0\d", text):
        return "，月、日前面不加 0"
    return "，应有四位的年和月、日" if not _day(text) or "日" not in text else ""


def _day(text: str) -> datetime.date | None:
    """Return the day that a date means, however it is written."""
    found = _ARABIC.fullmatch(text)
    words = _HAN_DATE.fullmatch(text)
    try:
        if found:
            year = int(found[1])
            return datetime.date(year + 2000 * (year < _CENTURY), int(found[2]), int(found[3]))
        if words:
            return datetime.date(*(_spelled(part) for part in words.groups()))
    except (ValueError, KeyError):
        return None
    return None


def _spelled(words: str) -> int:
    """Return a number as dates spell it: zeros of several kinds, 正月, 元月."""
    return chinese(re.sub("[正元]", "一", re.sub("[○OoＯ0]", "〇", words)))


def late(paper: Paper) -> Iterator[Fault]:
    """附件1 三.2: “落款时间应为2021年5月31日之前” (fzjs.yaml 截止, the day included)."""
    each, cutoff = paper.roles.dated, paper.expected.cutoff
    if each is None or cutoff is None or paper.roles.kind is not Kind.STATEMENT:
        return
    day = _day(date_in(flat(each)))
    if day and day > cutoff:
        hint = f"落款日期应在 {cutoff} 以前（含这一天）；批准延期的不管"
        yield Fault(each.place, f"落款日期 {day} 晚于截止 {cutoff}", hint)


def place(paper: Paper) -> Iterator[Fault]:
    """7.3.5: the date stands four characters from the right, or two where nothing is sealed."""
    each = paper.roles.dated
    if each is None or each.shape.align != "right" or each == paper.roles.organ:
        return
    blanks = len(each.typed) - len(each.typed.rstrip())
    if each.shape.right < _NOT_AT_ALL and not blanks and not _below(paper.roles.organ, each):
        hint = "段落—文本之后缩进：盖章的 4 字符，不盖章的 2 字符"
        yield Fault(each.place, "成文日期顶到了右边", hint)


def _below(organ: Paragraph | None, date: Paragraph) -> bool:
    """7.3.5.2: “成文日期首字比发文机关署名首字右移二字”, to the margin if need be."""
    if organ is None or organ.shape.align != "right" or width(flat(organ)) < width(flat(date)):
        return False
    ahead = organ.shape.right + width(flat(organ)) - date.shape.right - width(flat(date))
    return abs(ahead - 2) <= _OFF


def dates_in_text(paper: Paper) -> Iterator[Fault]:
    """Dates in the text read as the sign-off's: 2021年3月2日."""
    for each in paper.roles.running:
        text = unicodedata.normalize("NFKC", each.text)
        for found in (*_ZERO.finditer(text), *_DOTTED.finditer(text)):
            yield Fault(each.place, f"日期“{found[0]}”", "写成 2021年3月2日 的样子")


def imprint(paper: Paper) -> Iterator[Fault]:
    """7.4.2: 抄送机关 “最后一个抄送机关名称后标句号”."""
    for each in paper.roles.imprint:
        text = flat(each)
        if re.match("抄[送报]", text) and not text.endswith("。") and text[-1] not in "，、；":
            yield Fault(each.place, "抄送机关最后没有句号", "末尾加“。”")
