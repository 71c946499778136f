"""这次改动里审核了自己的条目

**查什么**　合并请求里新写的审核，科室就是条目的科室，或条目在这次改动之前的科室；或者本来不该由
它审，靠同一次改动里换的别名才对上，以前写的审核靠别名才作数的也算。科室的名称、别名、审核科室和代审都
按改动之前的 `fzjs.yaml` 认。

**为什么**　自己报、自己审等于没有审。（附件1 四.1：“报规范性文件管理科审核”）

**错**

```yaml
# evidence/审核/规范性文件管理科/备案.yaml
- {科室: 规范性文件管理科, 审核人: 张某丙, 结论: 通过, …}
```

**对**

```yaml
- {科室: 法制仲裁科, 审核人: 王某戊, 结论: 通过, …}     # 审核.代审
```

**怎么改**　请审核科室审；审核科室自己的条目由代审的科室审。真要换审核科室的，先单独改
`fzjs.yaml`，合并以后再审。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import State
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Review
from fzjs.repository.layout import name_of
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change, Pair, reviews_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each new review by an office that, by the names before, may not review the entry."""
    for pair in change.reviews:
        old = reviews_of(pair.before)
        for i, review in enumerate(reviews_of(pair.after)):
            if i >= len(old) or review != old[i]:
                yield from _found(
                    change, _offices(change, pair), review["科室"], pair.at("审核", i)
                )
    touched = {pair.file for pair in change.reviews}
    for one in _passing(change):
        if one.file not in touched:
            yield from _found(change, [one.entry.split("/")[0]], one.office, one.place)


def _offices(change: Change, review: Pair) -> list[str]:
    """Return the office of a reviewed entry, then those that it had before the change."""
    files = [each.file for each in (review.after, review.before) if each]
    found = [name_of(file).split("/")[1] for file in files]
    entries = {name_of(p.after.file): p.before for p in change.entries if p.after and p.before}
    before = [entries[name] for name in sorted(review.names) if name in entries]
    return [*found, *(name_of(each.file).split("/")[0] for each in before)]


def _passing(change: Change) -> Iterator[Review]:
    """Yield the reviews by which a piece is passed that was not, the old ones too."""
    moves = change.moves
    for move in (*moves.met, *moves.passed, *moves.new):
        for proof in move.met.proofs:
            if proof.state is State.PASSED and proof.standing.review:
                yield proof.standing.review


def _found(change: Change, offices: list[str], by: str, place: Location) -> Iterator[Found]:
    message = _wrong(change, offices, by)
    if message:
        other = reviewer_of(offices[0], change.settings)
        due = other if other and other != (change.settings.office(by) or by) else ""
        hint = f"由{due}审核" if due else "请别的科室审，并写上 审核.代审"
        yield Found(place, message, hint)


def _wrong(change: Change, offices: list[str], by: str) -> str:
    """Return what is wrong with who reviewed; who is wrong by today's names too has a rule."""
    names, now = change.settings, change.head.catalogue
    reviewer = names.office(by) or by
    if reviewer in {names.office(office) or office for office in offices}:
        return f"{by}审核了自己的条目"
    due = reviewer_of(offices[0], names)
    renamed = now.office(by) == now.office(due) != ""
    if due and reviewer != due and names.office(by) and renamed:
        return f"按改动之前的科室名，{by}不是{due}，不能审核这个条目"
    return ""
