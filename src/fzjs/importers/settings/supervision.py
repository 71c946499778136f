"""监督: what the plan says on reports, check-ups, withdrawal and accountability, verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from fzjs.importers.settings import issuer
from fzjs.importers.settings.folded import as_printed, fold, tight
from fzjs.importers.settings.frame import ARTICLE, Line, Part, Source, is_date
from fzjs.personal import mask

_TOP = re.compile(r"监督|管理|机制|保障|要求|纪律|考核|奖惩|问责|制度|措施|督[查察导]")
_NOT = re.compile(r"任务|目标|内容|职责|步骤|领导小组|指标|总体要求")
_NAME = re.compile(
    r"监督|督[查察导]|回访|复核|复查|摘牌|退出|撤销|问责|追责|责任追究|通报|年度报告|动态管理|一票否决|约谈|奖惩|考核|检查"
)
_END = re.compile(
    r"(?:附件|附表|附)\d*:|抄送|主送|抄报|联系(?:人|电话|方式):|\(?此件|公开(?:方式|属性):"
)
_CONSEQUENCE = re.compile(
    r"约谈|通报批评|一票否决|追究[^,。;]{0,12}责任|问责|(?:撤销|取消)[^,。;]{0,10}(?:称号|命名|资格|荣誉)|责令[^,。;]{0,6}整改"
)
"""What follows for whoever falls short: an article of rules that says so is one of supervision."""
_NO_NAME = re.compile(r"组$|办公室$|科$|局$")


def read(source: Source) -> Part:
    """Return 监督: each rule's heading and its words as printed."""
    found: list[dict[str, str]] = []
    used: set[int] = set()
    signed = issuer.signatures(source)
    for index, line in enumerate(source.lines):
        if not _is_rule(source, index, line):
            continue
        below = list(
            takewhile(lambda x: not _closes(x, signed), (x for _, x in source.under(index)))
        )
        text = "\n".join([line.text[line.body :].strip(), *(x.text.strip() for x in below)])
        if not text.strip():
            continue
        found.append({"名称": line.name, "内容": mask(text.strip())})
        used.update(x.place.order for x in (line, *below))
    for line in source.lines:
        article = ARTICLE.match(line.flat)
        told = _CONSEQUENCE.search(line.flat) if article else None
        if article and told:
            rule = line.text[article.end() :].strip()
            found.append({"名称": as_printed(told[0], line.text), "内容": mask(rule)})
            used.add(line.place.order)
    return Part({"监督": found} if found else {}, (), frozenset(used))


def _closes(line: Line, signed: Sequence[Line]) -> bool:
    """Tell whether a line is no rule's any more: a signature, its day, copies, an annex."""
    words = tight(line.text)
    return line in signed or is_date(words) or bool(_END.match(words))


def _is_rule(source: Source, index: int, line: Line) -> bool:
    """Tell whether a line opens a rule: named so, within a section that is no list of tasks."""
    name = fold(line.name)
    if not name or line.level == 1 or not _NAME.search(name) or _NO_NAME.search(name):
        return False
    top = source.section(index)
    if top is None:
        return False
    section = fold(top.name or top.text)
    return bool(_TOP.search(section)) and not _NOT.search(section)
