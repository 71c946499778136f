"""What a sentence asks for by a date or time and again: the act, its object, a short name."""

from __future__ import annotations

import re

from fzjs.importers.settings.folded import as_printed, fold
from fzjs.importers.words import groups
from fzjs.importers.words.kinds import ends_in_paper

ACTS = (
    "报送|上报|报告|呈报|提交|提供|移交|报备|公开|公布|公示|完成|形成|印发|召开|听取|开展|组织|举办|"
    "汇总|更新|通报|点评|检查|督查|督察|督导|填报|反馈|申报|确定|成立|制定|建立|整改|自查|报"
)
_LEADING = re.compile(r"^(?:并|要|应当?|须|需|由|负责|将|把|于|和|及|以及|同时|一并|再|各|前)+")
_ONLY_ACT = re.compile(
    r"(?:(?:一并|统一|集中|及时|按时|定期)*(?:报送|上报|提交|上交|报备|移交|报(?![告道名考经表备])|交|送)(?:至|到|给)?(?P<thing>.{0,14}))?"
)
_TIMES = re.compile(
    r"(?:不少于|不低于|至少|原则上|集中)?(?:牵头|推动|或)?\d+次(?:以上)?|[一二三四五]次(?:以上)?|不少于\d+次"
)
_TO = re.compile(r"(?:经[^,。]{2,14}?(?=报))|(?:向[^,。]{2,40}?(?=报告|报送|公开|公布|通报|公示))")
_LIMIT = 24


def name(text: str, start: int, end: int) -> str:
    """Return a short name, as printed, for what `text` asks around the words `start` to `end`."""
    return as_printed(_name(text, start, end), text)


def _name(text: str, start: int, end: int) -> str:
    """Return a name in folded words.

    The object of 将/把; the subject before the words where only an act of handing in follows; else
    what follows. Cut from the text itself, never made up; "" where nothing is left.
    """
    flat = fold(text)
    before = _last_clause(flat[:start])
    after = _first_clause(flat[end:])
    handed = re.search(r"[将把]([^,。;]{2,40}?)(?:,|经|向|报|在|一并|提交|上传|及时|$)", after)
    if not handed:
        handed = re.search(r"[将把]([^,。;]{2,40}?)$", before)
    if handed:
        return _short(_act(after) + handed[1])
    subject = _subject(before)
    rest = _LEADING.sub("", _TIMES.sub("", _TO.sub("", after))).strip(" :")
    only = _ONLY_ACT.fullmatch(rest)
    thing = only["thing"] or "" if only else ""
    if ends_in_paper(thing) and not ends_in_paper(subject):
        return _short(thing)
    if subject and only and not (thing and groups.is_office(subject)):
        return _short(subject)
    if thing and not groups.is_office(thing):
        return _short(thing)
    rest = re.sub(r"^(?:开展|组织|举办|召开|进行)+(?=.{2})", "", rest)
    return _short(rest)


def _act(after: str) -> str:
    """Return the act that follows an object, where it is more than handing in."""
    found = re.search(r"公开|公布|公示|印发", after)
    return found[0] if found and not re.search(r"报送?", after[: found.start()]) else ""


def _subject(before: str) -> str:
    words = re.sub(
        r"(?:随同|连同|应当?|须|必须|要|于|由|在|一并|原则上|统一|务必|(?<!申)请).*$", "", before
    )
    words = re.sub(r"每(?:个?月|年度?|季度?|半年|两年|2年).*$", "", words)
    words = re.sub(r"^[ (]*(?:\d{1,2}[.、)](?!\d)[ ]*|\d{1,2}(?!\d))?", "", words)
    return words.strip(" :")


def _last_clause(text: str) -> str:
    return re.split(r"[,。;:\n]", text)[-1].strip()


def _first_clause(text: str) -> str:
    clauses = [c.strip() for c in re.split(r"[。;\n]", text)]
    first = clauses[0].lstrip(" ,)") if clauses else ""
    parts = first.split(",")
    return ",".join(parts[:2]) if re.match(r"[将把]|向|有", parts[0]) else parts[0]


def _short(words: str) -> str:
    words = re.split(r"[,。;:]", words.strip(" ,。;:的"))[0]
    return words[:_LIMIT].strip(" 、的")
