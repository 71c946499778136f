"""Limits that are dates or comparisons: 每年1月31日前, 每年第一季度, 不高于上一年度全国平均值."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fzjs.importers.words.sentences import Sentences

_DAY = r"(?:[0-9]{1,2}[日号]|底|初|末|[上中下]旬)"
_BEFORE = r"(?:[(（]含[)）])?(?:之前|以前|前(?!后))"
_QUARTER = r"第?[一二三四1-4]季度"
_LIMIT = re.compile(
    r"(?:每年度?的?|次年的?|翌年的?|当年的?|下一?年度?的?)?\s?(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月份?"
    rf"{_DAY}?{_BEFORE}"
    rf"|(?:每年|每月|每季度|每半年|次年|次月|当年|当月|(?:19|20)[0-9]{{2}}年){_DAY}{_BEFORE}"
    rf"|(?:每年|次年|翌年|当年|下一?年)度?的?{_QUARTER}(?:末|底|内)?(?:之?前)?"
    rf"|(?:每年|次年|当年)度?(?:年)?(?:底|初|末)(?:之?前)?|(?:年底|年末|月底前|季度末){_BEFORE}"
)
_MARK = r"(?:上半年|下半年|第?[一二三四1-4]季度|年?[底末初])"
_ONE = (
    r"(?:(?:19|20)[0-9]{2}(?:年度?|[-./]))?(?:[0-9]{1,2}(?:月份?|[-./])(?:[0-9]{1,2}[日号]?|[底末初]|[上中下]旬)?"
    rf"|{_MARK}|(?<=[年度])(?=[,。;\n]|之?前|$))"
)
_LABELLED = re.compile(
    r"(?:^|(?<=[,。;\n\s]))[^,，。;；:：\n\s]{0,4}(?:时限|期限|(?:完成|办结|截止|整改|责任|报送)(?:时间|日期))\s?:\s?"
    rf"(?P<date>{_ONE}(?:\s?[-—–~～至到]{{1,2}}\s?{_ONE})?(?:{_BEFORE}|止)?(?:完成)?)(?=[,。;\n]|\s*$)"
)
"""完成时限：2021年12月31日: after such a label a day is a limit without 前 too."""
_AVERAGE = re.compile(
    r"(?:不(?:得|应)?(?:高于|低于|超过|少于|多于)|高于|低于|优于)"
    r"[^,，。;；:：、0-9\n]{0,40}?(?:平均值|平均水平|平均数|均值|同期水平|平均)"
)


_ANY = re.compile(r"[前季底初末:均]|同期水平")
"""One of these stands in whatever the patterns above find: most texts have none."""


class Worded(NamedTuple):
    """A limit that stays in its words: where it stands, and whether it is a date.

    `label` is where its label begins (完成时限：), -1 where it has none.
    """

    start: int
    end: int
    dated: bool
    label: int = -1


def worded(cut: Sentences) -> Iterator[Worded]:
    """Yield the dates before which something is due, and the comparisons with an average."""
    if not _ANY.search(cut.folded):
        return
    labelled = [match for match in _LABELLED.finditer(cut.folded) if match["date"]]
    yield from (Worded(*m.span("date"), dated=True, label=m.start()) for m in labelled)
    for pattern, dated in ((_LIMIT, True), (_AVERAGE, False)):
        for match in pattern.finditer(cut.folded):
            known = any(m.start() <= match.start() < m.end() for m in labelled)
            if not cut.is_quoted(match.start()) and not known:
                yield Worded(match.start(), match.end(), dated)
