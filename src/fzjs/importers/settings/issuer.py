"""单位: who issued the plan, from places where an issuer stands, and never out of a sentence.

These are the title's opening, the heading of the notice around it, a red head, a line alone beside
a date, and a phrase that names it as such. Where none is, what is proposed stands in 待定.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.importers.document import Doubt
from fzjs.importers.settings.folded import HAN, tight
from fzjs.importers.settings.frame import Line, Source, is_date, sentences
from fzjs.importers.words import groups

GAP = "（待填）"
_UNIT = (
    r"(?:委员会办公室|人民政府办公[室厅]|办公[室厅]|人民政府|委员会|领导小组|管理委员会|法院|检察院"
    r"|[部厅局委署办院站队校]|(?<!社)会|(?<!合作)社|合作社|中心|集团|公司|银行|大学|中学|小学|幼儿园"
    r"|[林农牧]场|党组|党支部|街道办事处|处)"
)
_TOPIC = (
    r"(?:关于|贯彻|创建|法治(?!办|建设(?:领导|委员|办))|(?:19|20)\d\d|[〇零○一二三四五六七八九]{4}年"
    r"|全面(?!依法治[国省市县区旗州盟]委)|开展|推进|落实|依法(?!治[国省市县区旗州盟](?:委|办|工作|领导))"
    r"|争创|示范|转发|印发|批转|深化|进一步|加强|迎接|行政|规范|普法|“|《|$)"
)
_BODY = re.compile(rf"[{HAN}()]{{2,40}}?{_UNIT}(?={_TOPIC})")
_WHOLE = re.compile(rf"[{HAN}()]{{2,60}}{_UNIT}(?:\([^)]*\))?")
_PLACE = re.compile(
    rf"[{HAN}]{{2,9}}?(?:自治[区州县旗]|开发区|新区|街道|[省市县区州盟旗乡镇])(?={_TOPIC})"
)
_NO_OPENING = re.compile(
    r"关于|开展|推进|印发|转发|对|在|全面|进一步|为|根据|按照|依据|贯彻|落实|现[将印]|以[下及]|附件"
    r"|各|全[国省市县区](?!.?[县区旗])|[本我][国省市县区局厅委办院校单级]|加强|深化|创建|法治|依法"
)
_NO_NAME = re.compile(r"关于|转发|印发|示范|争创|法治政府|依法|负责|牵头|设在|报送")
_BY_LAW = re.compile(
    r"(?:依法治[国省市县区旗州盟]|法治|政府|建设|示范|创建|工作)+(?:领导小组|委员会|办)"
)
"""What a body's own name may say of the rule of law."""
_YEAR = r"(?:(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})"
_IMPRINT = re.compile(rf"(?P<name>[{HAN}()]+?){_YEAR}年[\d月日]+印发")
_LABEL = re.compile(
    r"(?:编制|制定|填报|填表|制表|创建|申报|印发|发文|制作)(?:单位|机关|部门)(?:名称)?:(?P<name>[^:。,;]+)"
)
_EXPLAINS = re.compile(rf"由(?P<name>[{HAN}()]{{3,40}}?)负责解释")
_OPEN_DAY = re.compile(
    r"\(?(?:待填|(?:[×xX\d]{1,4}|[〇零○一二三四五六七八九×xX]{4})?年[×xX]*月[×xX]*日)\)?"
)
"""What stands below a signature where the day is still open: 2021年 月 日, （待填）."""
_NUMBERED = 4
"""Levels up to this one are numbered paragraphs."""
_HEAD = 15
_LONGEST = 400
"""No list of issuing bodies is longer."""
_SHORTEST = 3


class Issuer(NamedTuple):
    """单位, its doubts, the lines it was read from, and whether the text does not give it."""

    unit: str
    doubts: tuple[Doubt, ...]
    lines: tuple[Line, ...]
    assumed: bool


def read(source: Source, title: str, signed: list[Line]) -> Issuer:
    """Return the issuing body: the title's, the heading's or the signature's; else a proposal."""
    own = opening(title)
    head, head_lines = _heading(source)
    bodies = _split_all(signed)
    lines = (*head_lines, *signed)
    names = list(dict.fromkeys([*([own] if own else []), *(head if not own else []), *bodies]))
    if not names:
        return _labelled(source) or _proposal(source, title)
    unit = names[0]
    place = (lines[0] if lines else source.lines[0]).place if source.lines else source.start
    why = _why("" if re.search("通知", title[-6:]) else own, head, bodies)
    if not why:
        return Issuer(unit, (), lines, assumed=False)
    words = "、".join(dict.fromkeys([*names, *head]))
    if own and bodies and len(names) > 1:
        words = f"{own}；{'、'.join(bodies)}"
    doubt = Doubt(place, "单位未定", words or title, unit, why, "单位")
    return Issuer(unit, (doubt,), lines, assumed=False)


def opening(title: str) -> str:
    """Return the body that a title begins with, as printed without blanks; "" where none."""
    match = _BODY.match(tight(title))
    return _printed(title, match.end()) if match and _plausible(match[0]) else ""


def signatures(source: Source) -> list[Line]:
    """Return lines that hold an issuing body alone, beside a line with a date or with one."""
    found = []
    for at, line in enumerate(source.lines):
        near = source.lines[max(at - 2, 0) : at] + source.lines[at + 1 : at + 3]
        if line.level <= _NUMBERED or not _split(line.text):
            continue
        if _dated_tail(line) or any(_is_day(tight(x.text)) for x in near):
            found.append(line)
    return found


def _is_day(words: str) -> bool:
    """Tell whether tight words are a day, or what a draft leaves open for it."""
    return is_date(words) or bool(_OPEN_DAY.fullmatch(words))


def _why(own: str, head: list[str], bodies: list[str]) -> str:
    """Return what is doubtful about an issuer that the text names; "" where nothing is."""
    first = own or next(iter([*head, *bodies]), "")
    if not own and len(bodies) > 1 and not head:
        return "落款有几个单位，是联合印发的；一个数据目录只记一个单位"
    if not own and len(head) > 1:
        return "标题开头有几个单位，是联合印发的；一个数据目录只记一个单位"
    if bodies and tight(first) not in map(tight, bodies):
        return "标题开头的单位和落款不一样"
    if own and head and tight(own) not in map(tight, head):
        return "方案标题开头的单位和印发通知的单位不一样"
    if not own and re.search(r"办公[室厅]$", tight(first)):
        where = "印发的" if head else "落款"
        return f"{where}是办公机构，创建的可能是它所属的机关；改“单位”一行即可"
    return ""


def _heading(source: Source) -> tuple[list[str], list[Line]]:
    """Return the bodies that the notice's heading or a red head opens with, and the lines."""
    top = next((i for i, x in enumerate(source.before) if x.level <= _NUMBERED), _HEAD)
    lines = source.before[: min(top, _HEAD)]
    for at in range(len(lines)):
        found, count = _before_about(list(lines[at : at + 4]))
        if found:
            return found, list(lines[at : at + count])
    for line in lines:
        red = re.fullmatch(r"(.+)文件", tight(line.text))
        if red and _is_body(red[1]):
            return _cut_joint([_printed(line.text, len(red[1]))]), [line]
    return [], []


def _before_about(lines: list[Line]) -> tuple[list[str], int]:
    """Return the bodies that stand before 关于, on its line or on whole lines above it."""
    held: list[str] = []
    for count, line in enumerate(lines, 1):
        words = tight(line.text)
        match = re.match(rf"(?P<body>[{HAN}()、]*?)(?:关于|转发|批转)", words)
        if match:
            printed = _opening_words(line.text, len(match["body"]))
            parts = _bodies(" ".join([*held, printed]))
            return (_cut_joint(parts), count) if parts else ([], 0)
        if not re.fullmatch(rf"[{HAN}()、]+", words) or re.search(r"文件$", words):
            return [], 0
        held.append(line.text.strip())
    return [], 0


def _merge(parts: list[str]) -> list[str]:
    """Return names from pieces; a piece that is none goes with the next (a spaced, broken name)."""
    found: list[str] = []
    held = ""
    for part in parts:
        if held and part.startswith("中共"):
            return []
        held += part
        if _is_body(tight(held)) and len(tight(part)) >= _SHORTEST:
            found.append(held)
            held = ""
    if held and _is_body(tight("".join([*found, held]))):
        return ["".join([*found, held])]
    return [] if held else found


def _cut_joint(names: list[str]) -> list[str]:
    """Cut two bodies that were set without a blank: …办公室, then the same place once more."""
    found: list[str] = []
    for name in names:
        cuts = [m.end() for m in re.finditer(r"办公[室厅]|委员会|政府|[局委厅院]", name)]
        ends = [at for at in cuts if name[at : at + 2] and name[at : at + 2] in name[:at]]
        ends = [at for at in ends if _is_body(tight(name[:at])) and _is_body(tight(name[at:]))]
        found += [name[: ends[0]], name[ends[0] :]] if ends else [name]
    return found


def _split_all(signed: list[Line]) -> list[str]:
    return list(dict.fromkeys(name for line in signed for name in _split(line.text)))


def _split(text: str) -> list[str]:
    """Return the bodies of a line that holds nothing else, a date at its end aside."""
    if len(text) > _LONGEST or text.rstrip().endswith(("：", ":")):
        return []
    text = re.sub(
        r"\s*[（(]?(?:19|20)?[\d〇零○一二三四五六七八九]{2,4}\s*[年.\-/].*$", "", text.strip()
    )
    if not re.fullmatch(rf"[{HAN}()（）\s、]+", text):
        return []
    return _bodies(text)


def _bodies(text: str) -> list[str]:
    """Return the bodies that `text` is a list of; none where a part between 、 is no body."""
    if len(text) > _LONGEST:
        return []
    parts = [_merge(part.split()) for part in text.split("、")]
    return [name for part in parts for name in part] if all(parts) else []


def _dated_tail(line: Line) -> bool:
    """Tell whether a date stands behind the body on its line, and nothing but it (印发 not)."""
    words = tight(line.text)
    found = re.search(rf"\(?{_YEAR}[年.\-/]", words)
    return bool(found and is_date(words[found.start() :].strip("()")))


def _proposal(source: Source, title: str) -> Issuer:
    """Return what may be the unit where no issuer is named: always 待定, with its ground."""
    for name, line, ground in _grounds(source):
        why = f"没有落款，标题开头也没有单位；{ground}，请把单位全称填进“单位”"
        doubt = Doubt(line.place, "没有写明", line.text.strip()[:60], name, why, "单位")
        return Issuer(name, (doubt,), (line,), assumed=True)
    place = _PLACE.match(tight(title))
    named = place and not _NO_OPENING.match(place[0]) and not _NO_NAME.search(place[0])
    guess = _printed(title, place.end()) if place and named else GAP
    ground = "先填标题开头的地方，" if guess != GAP else ""
    why = f"没有落款，标题开头也没有单位；{ground}请把单位全称填进“单位”"
    doubt = Doubt(source.start, "没有写明", title, guess, why, "单位")
    return Issuer(guess, (doubt,), (), assumed=True)


def _labelled(source: Source) -> Issuer | None:
    """Return the body that a line of its own names: 编制单位：…; None where none does."""
    for line in source.lines:
        label = _LABEL.fullmatch(tight(line.text))
        if label and _is_body(label["name"]):
            name = re.sub(r"\s+", "", line.text)[slice(*label.span("name"))]
            return Issuer(name, (), (line,), assumed=False)
    return None


def _grounds(source: Source) -> list[tuple[str, Line, str]]:
    """Return (name, line, ground): who explains the paper, the imprint, a lone addressee."""
    found: list[tuple[str, Line, str]] = []
    for sentence in sentences(source):
        match = _EXPLAINS.search(sentence.flat)
        if match and sentence.line is not None and _is_body(match["name"]):
            name = sentence.text[match.start("name") : match.end("name")]
            found.append((name, source.lines[sentence.line], "先按负责解释的单位"))
    for line, below in zip(source.lines, [*source.lines[1:], None], strict=False):
        imprint = _IMPRINT.fullmatch(tight(line.text))
        if not imprint and below and re.fullmatch(rf"{_YEAR}年\S+印发", tight(below.text)):
            imprint = _IMPRINT.fullmatch(tight(line.text + below.text))
        if imprint and _is_body(imprint["name"]):
            found.append((_printed(line.text, len(imprint["name"])), line, "先按版记里印发的单位"))
    for line in source.before[:_HEAD]:
        words = tight(line.text)
        if words.endswith(":") and _is_body(words[:-1]) and not groups.is_group(words[:-1]):
            found.append((_printed(line.text, len(words) - 1), line, "先按主送的单位"))
    return found


def _is_body(words: str) -> bool:
    return bool(_WHOLE.fullmatch(words)) and _plausible(words)


def _plausible(words: str) -> bool:
    """Tell whether words are a name: no verb opens them, no topic of a title is within."""
    bare = _BY_LAW.sub("", words)
    bad = _NO_OPENING.match(words) or _NO_NAME.search(bare) or groups.is_group(words)
    return len(words) >= _SHORTEST and not bad


def _printed(text: str, count: int) -> str:
    """Return the first `count` characters of `text`, blanks left out of both."""
    return re.sub(r"\s+", "", text)[:count]


def _opening_words(text: str, count: int) -> str:
    """Return the first `count` characters of `text`, its blanks kept and not counted."""
    seen = 0
    for at, character in enumerate(text):
        if seen == count:
            return text[:at].strip()
        seen += not character.isspace()
    return text.strip()
