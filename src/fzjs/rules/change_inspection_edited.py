"""督导的问题被改动、删去，或改的人自己验收

**查什么**　合并请求把 `evidence/督导/` 里已有的检查改了类型、日期，把已有的问题删了、改了编号、内
容、针对的条目、来源、要求、责任科室、时限，或者改动、删去了已有的处理；或者写“验收”的同时，又改了
它验收的条目、整改文件。加处理、加问题不算；条目、科室改名，问题里的跟着改不算。

**为什么**　问题要逐项整改销号，删掉不等于改好；自己改、自己验收等于没有验收。（附件2 （13）：“逐项
整改销号”）

**错**

```text
删除 evidence/督导/2021-02-双月检查.yaml          # 里面的问题还没有销号
```

**对**

```yaml
- 编号: 1
  条目: 法制仲裁科/2020-合法性审核
  问题: 没有盖章
  责任科室: 法制仲裁科
  时限: 2021-03-20
  处理: [{日期: 2021-03-15, 结果: 验收, 验收人: 张某丙}]
```

**怎么改**　把原来的放回去。改好了的加一条 `处理`，结果写验收，在条目、整改合并以后另交；写错了的也
这样销号，另加一个问题；要宽限的加一条结果是“延期”的处理，写“至”哪天，时限不改。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fzjs.assess import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import fold_reference
from fzjs.models import Inspection
from fzjs.models.followup import Problem
from fzjs.repository.layout import name_of, nfc
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change, Pair
from fzjs.rules.folders import same_office

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
_BACK = "把原来的放回去；改好了的加一条 处理，写 结果: 验收；写错了的也验收，另加一个问题"
_AS_WAS = "改回来；写错了的，问题验收销号，另建一个检查文件"
_PUT_OFF = "时限改回来；要宽限的加一条 处理：{结果: 延期, 至: …}，用 fzjs problem extend"
_FIRST = "把这条验收从这次改动里拿出去，条目、整改合并以后再另交"


def find(change: Change) -> Iterator[Found]:
    """Yield each problem that did not merely grow, and each that is accepted with its mending."""
    for pair in change.inspections:
        if not pair.is_whole:
            continue
        if pair.after is None:
            yield from _deleted(pair)
            continue
        yield from _inspection(pair)
        now = {each.number: (i, each) for i, each in enumerate(_problems(pair, before=False))}
        for old in _problems(pair, before=True):
            at, new = now.get(old.number, (0, None))
            if new is None:
                yield Found(pair.place, f"问题 {old.number} 删去了", _BACK)
            else:
                yield from _edited(change, pair, at, old, new)
        known = {each.number: each for each in _problems(pair, before=True)}
        for number, (at, new) in now.items():
            yield from _accepted(change, pair, at, known.get(number), new)


def _problems(pair: Pair, *, before: bool) -> tuple[Problem, ...]:
    document = pair.before if before else pair.after
    record = document.record if document else None
    return record.problems if isinstance(record, Inspection) else ()


def _deleted(pair: Pair) -> Iterator[Found]:
    count = len(_problems(pair, before=True))
    if count:
        yield Found(pair.place, f"这次检查删去了，里面有{count}个问题", _BACK)


def _inspection(pair: Pair) -> Iterator[Found]:
    """Yield what an inspection says of itself and said otherwise before."""
    old, new = (each.record if each else None for each in (pair.before, pair.after))
    if isinstance(old, Inspection) and isinstance(new, Inspection) and old.problems:
        for key, was, now in (("类型", old.kind, new.kind), ("日期", old.date, new.date)):
            if was != now:
                yield Found(pair.at(key), f"检查的{key}改动了：原来是 {was}", _AS_WAS)


def _edited(change: Change, pair: Pair, at: int, old: Problem, new: Problem) -> Iterator[Found]:
    steps, grown = (each.plain().get("处理", []) for each in (old, new))
    if grown[: len(steps)] != steps:
        yield Found(pair.at("问题", at, "处理"), f"问题 {old.number} 以前的处理改动了", _BACK)
        return
    was, now = _words(old, change), _words(new, change)
    for key in dict.fromkeys([*was, *now]):
        if was.get(key) != now.get(key) and not _follows(change, key, old, new):
            hint = _PUT_OFF if key == "时限" else _BACK
            yield Found(pair.at("问题", at, key), f"问题 {old.number} 的{key}改动了", hint)


def _words(problem: Problem, change: Change) -> dict[str, Any]:
    """Return what a problem says, with entries by the names that they have now."""
    said = {key: value for key, value in problem.plain().items() if key != "处理"}
    if problem.entry:
        moved = change.entries_before().get(nfc(problem.entry))
        name = name_of(moved.after.file) if moved and moved.after else nfc(problem.entry)
        said["条目"] = name
    return said


def _follows(change: Change, key: str, old: Problem, new: Problem) -> bool:
    """Tell whether a problem speaks of the same under another name that the change gives it."""
    if key == "责任科室":
        return same_office(old.office, new.office, change.settings, change.head.catalogue)
    if key == "资料":
        return _is_gone(old.material, change.head.catalogue) and bool(new.material)
    return key == "指标" and _is_gone(old.indicator, change.head.catalogue) and bool(new.indicator)


def _is_gone(reference: str | None, catalogue: Catalogue) -> bool:
    """Tell whether the plan no longer knows what a problem was about: it was renumbered."""
    head = fold_reference(reference or "").partition("/")[0]
    return bool(head) and head not in catalogue.rows and not catalogue.owes(head)


def _accepted(
    change: Change, pair: Pair, at: int, old: Problem | None, new: Problem
) -> Iterator[Found]:
    """Yield a 验收 that comes in one change with the entry or the 整改 that it accepts."""
    first = len(old.handling) if old else 0
    added = [i for i, each in enumerate(new.handling) if i >= first and each.result == "验收"]
    mended = list(_mended(change, f"{name_of(pair.file).removeprefix('督导/')}/{new.number}", new))
    if added and mended:
        message = f"问题 {new.number} 的验收，和它验收的{mended[0]}在一次改动里"
        yield Found(pair.at("问题", at, "处理", added[-1]), message, _FIRST)


def _mended(change: Change, number: str, problem: Problem) -> Iterator[str]:
    """Yield what the change touches of the mending of a problem: its entries, its 整改."""
    touched = {edit.file for edit in change.edits}
    shown = {nfc(problem.entry)} - {""}
    for answer in change.head.repository.rectifications:
        if answer.problem == number:
            shown |= set(answer.evidence)
            if answer.place.file in touched:
                yield f"整改 {answer.place.file}"
    for pair in change.entries:
        claims = pair.after.record.claims if pair.after and pair.after.record else ()
        about = {fold_reference(claim.material) for claim in claims}
        if not pair.is_only_moved and (pair.names & shown or _is_about(problem, about)):
            yield f"条目 {min(pair.names)}"


def _is_about(problem: Problem, materials: set[str]) -> bool:
    material = fold_reference(problem.material or "").partition("/")[0]
    indicator = fold_reference(problem.indicator or "").partition("/")[0]
    return material in materials or indicator in {each.partition("-")[0] for each in materials}
