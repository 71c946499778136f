"""An opinion without assignments: a campaign's steps, thresholds and supervision, no indicator."""

from __future__ import annotations

import re

from fzjs.importers.document import Document
from fzjs.importers.draft import Draft
from fzjs.importers.settings import debris, origin, stages, supervision, thresholds
from fzjs.importers.settings.folded import tight
from fzjs.importers.settings.frame import ARTICLE, Source, source_of

NAME = "opinion"
TITLE = "没有任务分工的意见、办法（只有步骤、门槛和监督）"

_TOPIC = re.compile(
    r"法治|依法行政|依法治|法制建设|示范创建|创建|达标|示范"
    r"|合规|执法|普法|督[察查]|(?:考核|考评|考查|评估|评价|评议|监督|责任制)(?=[^。]{0,8}$)"
)
_KIND = re.compile(r"(?:意见|方案|办法|通知|计划|细则|规定|规划|要点|安排)(?:\([^)]*\))?$")
_OTHER = (
    ("工作报告或总结", r"(?:报告|总结|汇报|述职|自查情况|情况)(?:\([^)]*\))?$"),
    ("人事通知", r"任职|任免|任命|免去|职务任|人事|招聘|录用|公示名单"),
    (
        "新闻稿",
        r"本报讯|记者|通讯员|(?:召开|举行|举办)[^，。]{0,20}(?:会议|动员会|推进会|仪式|活动)$",
    ),
    ("文章汇编", r"范文|篇[^。]{0,12}(?:工作计划|总结|范文)"),
)
_HEAD = 15
_LEAST = 2


def matches(document: Document) -> int:
    """Return how many steps, thresholds and rules of supervision a campaign's paper has, else 0.

    Its title must say that it is a plan, an opinion or rules, and of what: a report, a news item or
    a personnel notice has none of this and counts nothing.
    """
    source = _source(document)
    return _facts(source) if _titled(source) and _sections(source) >= _LEAST else 0


def records(document: Document) -> Draft:
    """Return a draft without rows: an opinion assigns nothing, and nothing is invented."""
    del document
    return Draft(())


def why_not(document: Document) -> str:
    """Return, in Chinese, why a document is no plan that can be imported, and what to do."""
    source = _source(document)
    if not source.lines and not document.tables():
        return "里面没有文字。"
    head = [tight(line.text) for line in source.lines[:_HEAD]]
    for kind, pattern in _OTHER:
        words = next((x for x in head if re.search(pattern, x)), "")
        if words:
            return f"它像是{kind}（“{words[:30]}”），不是任务分工方案，也不是创建的意见、办法。"
    wanted = (
        "要导入的文件里要有指标或任务和责任科室（表格、“第N项指标”、编号任务、"
        "“（某科负责）”都可以），或者是写明步骤、门槛或监督的创建意见。"
    )
    if not _titled(source):
        return f"开头没有方案、意见、办法的标题，也没有找到一项带责任科室的任务。{wanted}"
    return f"有标题，但没有找到带责任科室的任务，也没有步骤、门槛和监督。{wanted}"


def _source(document: Document) -> Source:
    return source_of(document, Draft(()), debris.furniture(document))


def _titled(source: Source) -> bool:
    """Tell whether the first lines, as they follow one another, make a campaign's title."""
    head = [tight(line.text) for line in source.lines[:_HEAD] if line.level > 2]  # noqa: PLR2004  # no section's heading
    joined = ["".join(head[at : at + n]) for at in range(len(head)) for n in (1, 2, 3)]
    return any(
        _KIND.search(words) and _TOPIC.search(words) and len(words) <= 80 and "。" not in words  # noqa: PLR2004  # a title is short
        and not any(re.search(pattern, words) for _, pattern in _OTHER)
        for words in joined
    )  # fmt: skip


def _sections(source: Source) -> int:
    """Return how many named sections a paper has; the articles of rules (第一条) are such too."""
    named = sum(line.level == 1 and bool(line.name) for line in source.lines)
    return max(named, sum(bool(ARTICLE.match(line.flat)) for line in source.lines))


def _facts(source: Source) -> int:
    """Return how many steps (two at least), thresholds and rules of supervision there are."""
    source = source._replace(year=origin.year_of(source))
    steps = _count(stages.read(source).data.get("阶段"))
    lines = _count(thresholds.read(source).data.get("达标线"))
    rules = _count(supervision.read(source).data.get("监督"))
    return (steps if steps >= _LEAST else 0) + lines + rules


def _count(found: object) -> int:
    return len(found) if isinstance(found, list) else 0
