"""换版对照表 as data: what became of each indicator and material, and who confirmed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rich.cells import cell_len

from fzjs.assess import Assessment
from fzjs.assess.editions import likeness, marked
from fzjs.diagnostic import FzjsError
from fzjs.models import Migration
from fzjs.models.migration import TO_FILL, ItemPair, MaterialPair, SystemMark
from fzjs.reports.plan_settings import GAP
from fzjs.repository.migration import read_migration

_COLUMNS = ("旧体系", "旧体系", "新体系", "新体系", "关系", "相似", "材料")
_RELATIONS = ("相同", "改写", "拆分", "合并", "取消", "新增")
_NONE = "—"
_WIDE = 14
_ROOM = 12
"""Characters that a line of keys fills at most; the column is wider for fonts that stand in."""

_Texts = Mapping[str, str]
"""The texts of a system by 编号."""


def build(assessment: Assessment, file: str) -> dict[str, Any]:
    """Return the 换版对照表 of a proposal, confirmed or not, carried out or not.

    What differs is worked out from the texts that the file holds, for the pairs as they are now.
    Raises FzjsError where there is no such file, or it breaks the format.
    """
    repository = assessment.repository
    record, _, faults = read_migration(repository.tree, file)
    if record is None or faults:
        first = faults[0]
        raise FzjsError(f"{first.location}: {first.message}。{first.hint}。改好再出。")
    old, new = record.old, record.new
    counted: Counter[str] = Counter(pair.relation for pair in record.pairs)
    texts = tuple({e.key: e.text for e in side} for side in (record.texts.old, record.texts.new))
    unsure = sum(not pair.confirmed for pair in record.pairs)
    return {
        "单位": repository.campaign.unit,
        "标题": "指标体系换版对照表",
        "文件名": f"换版对照表-{new.name}",
        "示例": repository.campaign.sample,
        "旧体系": _named(old),
        "新体系": _named(new),
        "小计": "，".join(f"{name}{counted[name]}组" for name in _RELATIONS if counted[name]),
        "未确认": unsure,
        "确认人": GAP if record.person == TO_FILL else record.person,
        "确认日期": GAP if record.date == TO_FILL else record.date,
        "换版": _done(record),
        "分工表": {
            "列": list(_COLUMNS),
            "行": [_row(pair, *texts) for pair in record.pairs],
            "至少宽": {"材料": _WIDE},
        },
        "未带过来": [
            {"条目": e.entry, "资料": e.material, "年度": e.period, "原因": e.reason}
            for e in (record.done.left if record.done else ())
        ],
    }


def _named(mark: SystemMark) -> str:
    number = f"（{mark.doc_no}）" if mark.doc_no else ""
    return f"{mark.name}{number}，{mark.count}项"


def _done(record: Migration) -> str:
    done = record.done
    if done is None:
        return "还没有换。"
    return (
        f"{done.date}换版：审核过的对应{done.kept}条照旧算数，{done.again}条待复核；"
        f"{len(done.left)}条没有带过来。"
    )


def _row(pair: ItemPair, olds: _Texts, news: _Texts) -> list[list[str]]:
    """Return a row; the new text carries the marks of what was left out and put in."""
    old = "".join(olds.get(key, GAP) for key in pair.old)
    new = "".join(news.get(key, GAP) for key in pair.new)
    both = bool(pair.old and pair.new)
    words = marked(old, new) if both and pair.relation != "相同" else new
    return [
        list(pair.old) or [_NONE],
        [olds.get(key, GAP) for key in pair.old] or [_NONE],
        list(pair.new) or [_NONE],
        [words or _NONE],
        [pair.relation, *([] if pair.confirmed else ["（未确认）"])],
        [f"{likeness(old, new):.2f}" if both else _NONE],
        list(_materials(pair)) or [_NONE],
    ]


def _materials(pair: ItemPair) -> Iterator[str]:
    """Yield the lines of each relation, 相同：1-1→1-2；取消：1-3、1-4: none breaks inside a key."""
    for relation in _RELATIONS:
        named = [_line(each) for each in pair.materials if each.relation == relation]
        line = f"{relation}：" if named else ""
        for i, key in enumerate(named):
            text = key + ("、" if i + 1 < len(named) else "")
            if line and not line.endswith("：") and _cells(line + text) > 2 * _ROOM:
                yield line
                line = ""
            line += text
        if line:
            yield line


def _cells(text: str) -> int:
    """Return how many half-width places a text takes in print, where an arrow takes two."""
    return cell_len(text) + text.count("→")


def _line(line: MaterialPair) -> str:
    return f"{line.old}→{line.new}" if line.old and line.new else str(line.old or line.new)
