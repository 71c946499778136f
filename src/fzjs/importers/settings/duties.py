"""周期任务: what comes round: 每月1日前, 双月检查, 每季度, 每半年, 每年2月20日前, 每两年."""

from __future__ import annotations

import re

from fzjs.importers.document import Doubt
from fzjs.importers.settings import dates, said
from fzjs.importers.settings.frame import Part, Sentence, Source, sentences
from fzjs.personal import mask

_CYCLES = (
    ("每两月", re.compile(r"每(?:两|2|二)个?月|每隔(?:一|1)个?月")),
    ("每月", re.compile(r"每个?月(?!度?均)")),
    ("每季度", re.compile(r"每个?季度?|按季度?")),
    ("每半年", re.compile(r"每半年|半年(?=召开|听取|开展|通报|组织|报告)")),
    ("每2年", re.compile(r"每(?:隔)?(?:两|2|二)年")),
    ("每年", re.compile(r"每年度?(?!均)|每一年")),
)
_WORD = re.compile(
    r"(?P<cycle>双月|月度?|季度|半年度?)(?P<what>检查|点评|通报|督[查察导]|调度|例会|报告|考核|讲评|会商)"
)
_ANY = re.compile(r"每|半年|双月|月|季")
_NAMED = {"双": "每两月", "月": "每月", "季": "每季度", "半": "每半年"}
_DEED = re.compile(
    rf"\d次|一次|{said.ACTS}|核查|复核|考核|评选|选出|清理|调度|检查|总结|述职|述法|审议|讨论"
)
_MONTH_DAY = re.compile(r"每个?月(?P<day>\d{1,2}) ?[日号]|每个?月(?:底|末)")
_NTH_DAY = re.compile(
    r"(?:度)?的?(?:末月?|第?[一二三首]个?月|最后一?个?月|末|首月)的?(?P<day>\d{1,2}) ?[日号]"
)
"""每季度末月25日前, 每季度最后一个月20日前: a day of one of its months."""
_TO = re.compile(r" ?(?:[-至到]|前后|左右)")
_SPANS = re.compile(r"[-至到] ?$|阶段(?:时间|期限)?(?:为|是|:|从|自) ?$")
"""A step's days are none by which something is due every year."""
_YEARLY = re.compile(r"每年|每(?:两|2|二)年")
_LAST = "31"


def read(source: Source) -> Part:
    """Return 周期任务 from the prose, and from the rows those with a day or a half-year."""
    made: dict[tuple[str, ...], dict[str, str]] = {}
    used: set[int] = set()
    doubts: list[Doubt] = []
    for sentence in sentences(source, rows=True):
        duties = _duties(source, sentence)
        for duty in duties:
            made.setdefault(tuple(duty[k] for k in ("名称", "周期", "月", "日") if k in duty), duty)
        if duties and sentence.line is not None:
            used.add(sentence.place.order)
    duties = list(made.values())
    doubts += _conflicts(source, duties)
    return Part({"周期任务": duties} if duties else {}, tuple(doubts), frozenset(used))


def _duties(source: Source, sentence: Sentence) -> list[dict[str, str]]:
    if not _ANY.search(sentence.flat):
        return []
    found = [] if sentence.line is None else _named(sentence)
    taken: list[tuple[int, int]] = []
    for cycle, pattern in _CYCLES:
        for match in pattern.finditer(sentence.flat):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            found += _of(source, sentence, cycle, match)
    return found


def _named(sentence: Sentence) -> list[dict[str, str]]:
    """Return 双月检查, 季度点评: duties that are named by how often they come."""
    found = []
    for match in _WORD.finditer(sentence.flat):
        ahead = sentence.flat[max(match.start() - 1, 0) : match.start()]
        if match["cycle"] in {"月", "月度"} and not re.search(
            r"^$|[^\d个每一二三四五六七八九十]", ahead
        ):
            continue
        if ahead in {"每", "上", "下", "该", "个"} or re.search(r"\d|[一二三四]", ahead):
            continue
        cycle = _NAMED[match["cycle"][0]]
        found.append({"名称": match[0], "周期": cycle, "出处": sentence.cite(*match.span())})
    return found


def _of(
    source: Source, sentence: Sentence, cycle: str, match: re.Match[str]
) -> list[dict[str, str]]:
    """Return the duties of one 每…: one a date behind it, or one without a day."""
    flat = sentence.flat
    stop = re.search(r"[。;]|每(?:个?月|半年|年|季|两|2)", flat[match.end() :])
    end = match.end() + (stop.start() if stop else len(flat))
    if cycle == "每月":
        return _monthly(sentence, match)
    if cycle in {"每年", "每2年"}:
        dated = _dated(sentence, cycle, match.end(), end)
        if dated:
            return dated
    if not _DEED.search(flat[match.end() : match.end() + 30]):
        return []
    if sentence.line is None and cycle in {"每年", "每2年"}:
        return []
    nth = _NTH_DAY.match(flat, match.end()) if cycle in {"每季度", "每半年", "每两月"} else None
    if nth:
        behind = re.match(r" ?(?:之前|以前|前)?", flat[nth.end() :])
        close = nth.end() + (behind.end() if behind else 0)
        name = said.name(sentence.text, match.start(), close)
        duty = {"名称": name, "周期": cycle, "日": str(int(nth["day"]))}
        return [duty | {"出处": sentence.cite(match.start(), close)}] if name else []
    name = _name(source, sentence, match)
    return [{"名称": name, "周期": cycle, "出处": sentence.cite(*match.span())}] if name else []


def _name(source: Source, sentence: Sentence, match: re.Match[str]) -> str:
    """Return a duty's name: what the words ask for, else the heading of a rule that is one."""
    name = said.name(sentence.text, match.start(), match.end())
    line = source.lines[sentence.line] if sentence.line is not None else None
    if re.match(r"在|结合|根据|按照|通过|对", name):
        return line.name if line and line.name else name
    return "" if re.fullmatch(r"开展|组织|举办|召开|进行|", name) else name


def _monthly(sentence: Sentence, match: re.Match[str]) -> list[dict[str, str]]:
    day = _MONTH_DAY.match(sentence.flat, match.start())
    end = day.end() if day else match.end()
    behind = re.match(r" ?(?:之前|以前|前)", sentence.flat[end:])
    end += behind.end() if behind else 0
    if not day and not _DEED.search(sentence.flat[end : end + 30]):
        return []
    duty = {"名称": said.name(sentence.text, match.start(), end), "周期": "每月"}
    if day:
        duty["日"] = str(int(day["day"])) if day["day"] else _LAST
    return [duty | {"出处": sentence.cite(match.start(), end)}] if duty["名称"] else []


def _dated(sentence: Sentence, cycle: str, start: int, end: int) -> list[dict[str, str]]:
    """Return a duty for every day of the year that the words name (2月20日前…，4月1日前…)."""
    found = []
    thing = ""
    for date in dates.find(sentence.text):
        if not start <= date.start < end or date.year:
            continue
        if _TO.match(sentence.flat[date.end :]) or _SPANS.search(sentence.flat[: date.start]):
            continue
        month, day = date.last
        name = said.name(sentence.text, date.start, date.end)
        handed = re.search(
            r"[将把]([^,，。;；]{2,40}?)(?:报|向|,|，|$)", sentence.text[date.end : end]
        )
        thing = handed[1] if handed else thing
        if thing and not handed:
            act = re.search(said.ACTS, sentence.flat[date.end : end])
            name = f"{act[0]}{thing}"[:24] if act else name
        if name:
            duty = {"名称": name, "周期": cycle, "月": str(month), "日": str(day)}
            found.append(duty | {"出处": sentence.cite(date.start, date.end)})
    return found


def _conflicts(source: Source, duties: list[dict[str, str]]) -> list[Doubt]:
    """Return a doubt for each yearly duty that the text asks for by two different days."""
    days: dict[str, list[dict[str, str]]] = {}
    for duty in duties:
        if "月" in duty and re.search(r"报", duty["名称"] + duty["出处"]):
            act = "公开" if "公" in duty["名称"] else "报"
            days.setdefault(act + _thing(duty["名称"]), []).append(duty)
    found = []
    for thing, same in days.items():
        if len({(d["月"], d["日"]) for d in same}) > 1:
            words = mask("；".join(d["出处"][:70] for d in same))
            kept = "、".join(f"{d['月']}月{d['日']}日" for d in same)
            name = thing.removeprefix("公开").removeprefix("报")
            why = f"“{name}”一年里有几个日子，是几件事还是互相矛盾，请核对"
            found.append(Doubt(source.start, "期限矛盾", words, f"都保留：{kept}", why, "周期任务"))
    return found


def _thing(name: str) -> str:
    return re.sub(rf"^(?:{said.ACTS})|上一?年度?|(?:本机关|本单位|本部门)", "", name)
