"""What a migration would write, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fzjs.actions.desk import Desk
from fzjs.actions.migrate.confirmed import Mapped
from fzjs.actions.migrate.edition import Edition
from fzjs.actions.migrate.indicators import Filled
from fzjs.assess import Assessment
from fzjs.models import Migration
from fzjs.repository import Document
from fzjs.source.emit import Value
from fzjs.store import Change
from fzjs.visible import in_shell

_SHOWN = 12
"""Lines of a kind that the screen shows; the 换版对照表 has all claims that are left."""


class Work(NamedTuple):
    """What a migration would write, and what becomes of claims."""

    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    left: tuple[dict[str, Value], ...]
    kept: int
    again: int
    withdrawn: tuple[str, ...]
    drafts: tuple[str, ...]
    said: tuple[str, ...]
    dated: tuple[str, ...]


class Task(NamedTuple):
    """A sound, confirmed proposal and both editions; what all its parts are worked out from."""

    desk: Desk
    record: Migration
    old: Edition
    new: Edition
    mapped: Mapped
    filled: Filled

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files of the repository as they are."""
        return self.desk.assessment.repository.documents


def told(task: Task, work: Work, after: Assessment, file: str, *, preview: bool) -> Iterator[str]:
    """Yield what a clerk reads: numbers before and after, then what is left, and what to do."""
    before = task.desk.assessment
    verb = "会换" if preview else "已换"
    yield f"{verb}成 {task.record.new.name}：{len(before.indicators)}项 → {len(after.indicators)}项"
    counted = Counter(pair.relation for pair in task.record.pairs)
    yield f"  {'，'.join(f'{name}{count}组' for name, count in counted.items())}"
    yield f"应报件 {len(before.counted)} → {len(after.counted)}"
    yield f"  换前：{_counts(before)}"
    yield f"  换后：{_counts(after)}"
    yield f"审核过的对应：{work.kept}条照旧算数，{work.again}条待复核"
    left = [f"{e['条目']}：{e['资料']}/{e['年度']}（{e['原因']}）" for e in work.left]
    yield from _some("没有带过来的对应", left, "全部的在换版对照表里")
    withdrawn = "撤回的条目，没有一条对应带得过来"
    yield from _some(withdrawn, work.withdrawn, "全部的看 git diff")
    drafts = "改回草稿的条目，新体系另有要求，补好再提交"
    yield from _some(drafts, work.drafts, "全部的看 git diff")
    yield from _some("日程", work.dated, "全部的看 git diff")
    yield from _some("fzjs.yaml", work.said, "全部的看 git diff fzjs.yaml")
    if preview:
        yield f"没有写。要换：fzjs migrate --apply {in_shell(file)}"
        return
    yield f"动了{len(work.changes)}个文件，删了{len(work.gone)}个旧的指标文件；看 git diff。"
    yield "接下来：fzjs check 看一遍，fzjs report migration 出换版对照表，再提交。"


def _counts(assessment: Assessment) -> str:
    counted = Counter(str(met.state) for met in assessment.counted)
    names = ("已通过", "待审", "退回", "待外单位", "未报")
    return "，".join(f"{state}{counted[state]}" for state in names)


def _some(title: str, lines: Sequence[str], where: str) -> Iterator[str]:
    if lines:
        yield f"{title}（{len(lines)}）"
        yield from (f"  {line}" for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"  ……{where}"
