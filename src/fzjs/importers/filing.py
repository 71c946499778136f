"""Indicators and settings as the files of a data repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from fzjs.importers.indicator import Record
from fzjs.models import Campaign
from fzjs.source.emit import Value, block

_PER_FILE = 300
"""Indicators in a file; a longer run of one 一级指标 goes on in the next file."""
_MANY = 60
"""More runs of 一级指标 than this are no chapters: all go into files of `_PER_FILE`."""
_HEAD = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节部分]*|[（(]?[一二三四五六七八九十百\d]+[）)]?[、.．]?|★)\s*"
)


class Filed(NamedTuple):
    """An indicator's record with the headings it stands under."""

    level1: str
    level2: str
    record: Record


def settings_file(data: Mapping[str, object], rulings: Sequence[Record], name: str) -> str:
    """Return the text of `fzjs.yaml`, keys in the format's own order."""
    order = [field.alias or key for key, field in Campaign.model_fields.items()]
    whole = {"格式": "1", **data} | ({"口径": rulings} if rulings else {})
    kept = {key: whole[key] for key in order if whole.get(key)}
    head = (
        f"# 由 fzjs import 从“{_line(name)}”导入。程序拿不准的都在 导入疑点.md 里，逐条看过再用。\n"
    )
    return head + "\n".join(block(kept)) + "\n"  # type: ignore[arg-type]  # plain values by contract


def indicator_files(filed: Sequence[Filed]) -> dict[str, str]:
    """Return path → text for `indicators/`; file name, then position, is the plan's order."""
    runs = [(title, list(group)) for title, group in groupby(filed, key=lambda f: f.level1)]
    if len(runs) > _MANY:
        runs = [("指标", list(filed))]
    parts = [
        (title, run[start : start + _PER_FILE])
        for title, run in runs
        for start in range(0, len(run), _PER_FILE)
    ]
    digits = max(2, len(str(len(parts))))
    return {
        f"indicators/{place:0{digits}}-{_file_name(title)}.yaml": "\n".join(_blocks(part)) + "\n"
        for place, (title, part) in enumerate(parts, 1)
    }


def _blocks(part: Iterable[Filed]) -> Iterator[str]:
    for (level1, level2), group in groupby(part, key=lambda f: (f.level1, f.level2)):
        heading: dict[str, Value] = {"一级指标": level1}
        if level2:
            heading["二级指标"] = level2
        lines = list(block(heading))
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
        yield "  三级指标:"
        for filed in group:
            own = list(block(filed.record))
            yield f"  - {own[0]}"
            yield from (f"    {line}" for line in own[1:])


def _file_name(title: str) -> str:
    words = _HEAD.sub("", _line(title)).strip(" 。：:；;")
    name = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\s#]+', "-", words).strip(".-")
    return name[:30] or "指标"


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
