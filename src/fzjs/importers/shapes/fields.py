"""The labels of an item's fields (`工作任务：`, `责任单位：`), by synonyms, on any width of colon.

A label stands at the start of a line, after its number, or after a stop within it; never inside
brackets, where `（牵头单位：A）` belongs to the sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.document import Place
from fzjs.importers.words import numbering
from fzjs.importers.words.numbering import Lead
from fzjs.importers.words.script import plain

OFFICES, SUPPORT, PERSONS = "责任", "配合", "责任人"
TEXT, TITLE, TASKS, METHODS, MATERIALS = "内容", "标题", "任务", "方法", "资料"
POINTS, SCORING, LEVEL1, LEVEL2 = "分值", "评分", "一级", "二级"
DEADLINE, REST, CONTACT = "时限", "其他", "联系"
OWNING = frozenset({OFFICES, SUPPORT, PERSONS})
SAID = frozenset({DEADLINE, REST})
"""Fields that have no place of their own: they stay in the text, with their labels."""
RICH = frozenset({TASKS, METHODS, MATERIALS, TITLE, SCORING})

_WHO = "(?:单位|部门|科室|处室|股室|机构|机关|主体|方)"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        OFFICES,
        re.compile(
            rf"(?:[市县区省]级|主要|第一|主)?(?:牵头责任|牵头负责|责任|牵头|主责|主办|承办|落实|实施|执行|负责)"
            rf"{_WHO}(?:名称|及分工)?|责任分工|责任落实|牵头|责任|主责|主办|承办|分工"
        ),
    ),
    (
        SUPPORT,
        re.compile(rf"(?:主要)?(?:配合|协办|协同|协助|参与|参加|支持|协作){_WHO}(?:名称)?|配合"),
    ),
    (
        PERSONS,
        re.compile(
            "(?:具体|第一|直接)?(?:责任人|责任人员|责任领导|分管领导|牵头领导|包联领导|负责人|承办人|经办人|"
            "责任领导及责任人)(?:及联系方式|及联系电话|姓名)?"
        ),
    ),
    (
        CONTACT,
        re.compile(
            "(?:具体|工作|日常|业务|填报|材料|联络)?(?:联系|联络)(?:人|人员|员|方式|电话|手机|地址|邮箱)"
            "(?:及(?:联系)?(?:电话|方式|手机))?|(?:办公|咨询|值班)?(?:电话|手机|传真)(?:号码|号)?|"
            "(?:电子)?邮箱|电子邮件|(?:邮箱|通信|通讯|报送)地址"
        ),
    ),
    (TITLE, re.compile("(?:指标|任务|事项|项目|工作)名称|名称|标题")),
    (
        TEXT,
        re.compile(
            "(?:指标|任务|工作|评价|考核|考评|测评|创建|具体|主要|事项|评估)内容|内容|三级指标|指标要求|指标描述|"
            "指标|创建标准|指标释义|具体指标|任务描述"
        ),
    ),
    (
        TASKS,
        re.compile(
            "(?:主要|具体|重点|创建|迎检|测评|工作)任务|任务|(?:工作|具体|落实|主要|推进|创建)?(?:措施|举措)|"
            "任务要求|任务分解|测评任务|迎检要求|工作安排"
        ),
    ),
    (
        METHODS,
        re.compile(
            "(?:测评|评估|评价|考核|检查|验收|核查|考评|评查|查证|验证|认定|印证)(?:方法|方式|办法|形式)|方法|方式"
        ),
    ),
    (
        MATERIALS,
        re.compile(
            "[需须应拟所可]?(?:佐证|上报|申报|证明|备查|备检|提供|印证|验证|查证|举证|实证|支撑|档案|台账|报送|报|迎检|"
            "提交|交付|需|存档|归档|留存|留痕|痕迹|参评|自评|核查|检查|验收|评估|测评|考评|考核|创建)(?:的)?"
            "(?:材料|资料|要件)(?:清单|目录|要求)?|(?:材料|资料|要件|佐证|台账)(?:清单|目录|要求)|"
            "(?:交付|提交|应交|需提交)成果(?:清单|材料|资料)?|成果(?:清单|材料|资料)|台账|佐证|材料|资料|要件"
        ),
    ),
    (POINTS, re.compile("分值|分数|权重|赋分|标准分|总分")),
    (SCORING, re.compile("(?:评分|计分|扣分|打分|赋分|考评)(?:办法|标准|细则|方法|规则|说明)")),
    (LEVEL1, re.compile("一级指标|一级(?:指标)?名称")),
    (LEVEL2, re.compile("二级指标|二级(?:指标)?名称")),
    (
        DEADLINE,
        re.compile(
            "(?:完成|工作|办结|整改|落实|推进|进度|任务)?(?:时限|时间|期限|节点)(?:节点|进度|安排|要求)?|"
            "进度安排|完成标志|督[导办]单位|监督单位"
        ),
    ),
    (
        REST,
        re.compile(
            "(?:工作|任务|完成|落实|进度|目标)要求|备注|说明|(?:工作|任务)?(?:目标|标准)|预期成效|"
            "成果形式|依据"
        ),
    ),
)
_MARK = re.compile(
    r"(?:[【\[](?P<boxed>[\u4e00-\u9fff\s]{2,14})[】\]]\s*[:：]?|"
    r"(?<![^\s。；;，,、.．!！）)】\]—\-－])"
    r"(?P<plain>[\u4e00-\u9fff][\u4e00-\u9fff \u3000\xa0]{1,13})[:：])\s*"
)
_ABOVE = re.compile(
    r"^[（(]?(?:以上|上述|前述)[^。：:]{0,14}?(?:责任单位|牵头单位|责任部门|责任科室)?[:：]?(?=由|为|[:：])"
)


_BETWEEN = "；;，,、 \t\u3000\xa0"
"""What parts a field from the next one on its line."""

_MOST = 14
"""No label is longer."""

_BRIEF = 2
"""So short a label (任务, 方法, 说明) also opens sentences: it must stand first on its line."""

_PAPERS = ("台账", "成果", "佐证", "清单", "目录")
"""Without a colon such words are a paper of a list, not its label."""


class Field(NamedTuple):
    """A labelled field: its kind, the label with its colon, and its words on that line."""

    kind: str
    label: str
    words: str


class Line(NamedTuple):
    """A line of the document read: its opening, the words before any label, and its fields.

    `orders` are those of further paragraphs that go on with it. `outside` where it belongs to no
    item (a sign-off), `closing` where it speaks to all after the last item of a list.
    """

    text: str
    place: Place
    lead: Lead | None
    before: str
    fields: tuple[Field, ...]
    orders: tuple[int, ...] = ()
    outside: bool = False
    closing: bool = False


_Parts = tuple[Lead | None, str, tuple[Field, ...]]


def kind_of(label: str) -> str:
    """Return the kind of field that a label names; "" where it names none."""
    words = plain(re.sub(r"\s", "", label))
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), "")


def read(text: str, place: Place) -> Line:
    """Read a line's opening and its labelled fields."""
    words = text.strip()
    found = _short_parts(words) if len(words) <= _REMEMBERED else _parts(words)
    return Line(words, place, *found)


def _parts(words: str) -> _Parts:
    """Return a line's opening, the words before its labels, and its fields."""
    opening = numbering.lead(words)
    body = opening.rest if opening else words
    marks = _marks(plain(body))
    if opening and len(marks) == 1 and _section(opening, marks[0], body):
        marks = []
    ends = [*(mark[0] for mark in marks[1:]), len(body)][: len(marks)]
    fields = tuple(
        Field(
            kind,
            body[start:end].strip(),
            body[end:until].strip(_BETWEEN if until < len(body) else None),
        )
        for (start, end, kind), until in zip(marks, ends, strict=True)
    )
    before = body[: marks[0][0]].strip().strip("—－-·•●").rstrip("，,、") if marks else body
    return opening, before, fields


_REMEMBERED = 1000
"""A longer line is read again each time: what is kept stays small."""
_short_parts = lru_cache(maxsize=16_384)(_parts)
"""Each shape reads the same lines, and their brackets, wherever they stand."""


def _section(opening: Lead, mark: tuple[int, int, str], body: str) -> bool:
    """Tell whether a numbered line is a heading that sounds like a label: `二、重点任务`."""
    _, end, kind = mark
    colon = body[:end].rstrip()[-1:] in {":", "："}
    high = opening.style in {"一、", "章", "节", "部分", "（一）"}
    return end == len(body) and (not colon or (high and kind in {TASKS, REST}))


def _marks(body: str) -> list[tuple[int, int, str]]:
    """Return start, end and kind of each label of a body that stands outside brackets."""
    above = _ABOVE.match(body)
    if above:
        return [(0, 0, OFFICES)]
    bare = _unstopped(body)
    if bare or not re.search("[:：】\\]]", body):
        return bare
    found: list[tuple[int, int, str]] = []
    depth, at = 0, 0
    for mark in _MARK.finditer(body):
        depth += _depth(body[at : mark.start()])
        at = mark.start()
        start, label = _label(mark)
        kind = kind_of(label) if depth <= 0 else ""
        if kind and (start == 0 or found or mark["boxed"] or len(label) > _BRIEF):
            found.append((start, mark.end(), kind))
    return found


def _unstopped(body: str) -> list[tuple[int, int, str]]:
    """Return the labels of a line that sets them off by white space: `责任单位　法规科`.

    The line must begin with one; alone on its line a label is followed by its words on the next.
    """
    found: list[tuple[int, int, str]] = []
    for word in re.finditer(r"\S+", body):
        sized = _BRIEF < len(word[0]) < _MOST and not word[0].endswith(_PAPERS)
        kind = kind_of(word[0]) if sized else ""
        alone = word.end() == len(body)
        if not found and (not kind or word.start() or (alone and kind == REST)):
            alone = kind_of(body) in RICH | OWNING and not body.endswith(_PAPERS)
            return [(0, len(body), kind_of(body))] if alone else []
        if kind:
            found.append((word.start(), word.end(), kind))
    for mark in _MARK.finditer(body):
        start, label = _label(mark)
        kind = kind_of(label) if len(label) > _BRIEF else ""
        if kind and start and all(start != at for at, _, _ in found):
            found.append((start, mark.end(), kind))
    return sorted(found)


def _label(mark: re.Match[str]) -> tuple[int, str]:
    """Return where a label starts and its words: the longest end of the match that is a label."""
    if mark["boxed"]:
        return mark.start(), mark["boxed"].strip()
    words = mark["plain"]
    starts = [0, *(space.end() for space in re.finditer(r"\s+", words))]
    best = next((at for at in starts if kind_of(words[at:])), 0)
    return mark.start() + best, words[best:].strip()


def _depth(words: str) -> int:
    return sum(words.count(sign) for sign in "（(") - sum(words.count(sign) for sign in "）)")
