"""已通过的应报件因改动又缺了，没有说明

**查什么**　合并请求改了条目或换了它的科室，使原来“已通过”的应报件变成没有材料，而条目里没有更正，
也没有撤回和理由；或者删了审核通过的条目，不论它证明的那件是不是还欠着、有没有别的材料。审核退回、
督导查出问题的不算。

**为什么**　审过的材料不能悄悄没有了。删文件没有地方写理由，所以不删，写撤回。

**错**

```text
删除 evidence/法制仲裁科/2020-合法性审核.yaml
```

**对**

```yaml
状态: 撤回
撤回理由: 与2021年1月的一份重复，以那一份为准
```

**怎么改**　改错了的改回来；内容要更正的，加一条 `更正: [{日期: …, 理由: …}]`；
不用了的，写 `状态: 撤回` 和 `撤回理由`。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Move, State
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import (
    REHOUSED,
    Change,
    Pair,
    declared,
    new_corrections,
)

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
_NAMED = 5
_DELETED = "把条目放回来，不用了的写 状态: 撤回 和 撤回理由；只是改名的，改名时不要同时改内容"
_CHANGED = "改错的改回来；要更正的加一条 更正；不用了的写 状态: 撤回 和 撤回理由"


def find(change: Change) -> Iterator[Found]:
    """Yield each entry whose undeclared change opens what it had passed.

    What is deleted has no place for a declaration, even where another paper waits in its stead.
    """
    opened = _proved(change.moves.opened)
    for entry, pair in change.entries_before().items():
        standing = change.standing(entry)
        if pair.after is None:
            if standing and standing.review and standing.review.passed:
                labels = [f"{c.material}/{c.period}" for c in standing.entry.claims]
                yield Found(pair.place, f"删去的条目审核通过过：{_named(labels)}", _DELETED)
        elif entry in opened and pair.is_whole and not _is_explained(change, pair):
            hint = REHOUSED if pair.rehoused else _CHANGED
            yield Found(pair.at(), f"这样一改，已通过的 {_named(opened[entry])} 又缺了", hint)


def _is_explained(change: Change, pair: Pair) -> bool:
    """Tell whether a change says why, or whether it was not this entry that changed."""
    assert pair.before  # noqa: S101  # an entry that proved something before
    assert pair.after  # noqa: S101  # nothing that was deleted comes here
    same = pair.after.record.plain() == pair.before.record.plain()
    # A correction that bears a wrong date is change-passed-undeclared's to say.
    said = declared(change, pair) or bool(new_corrections(pair))
    return said or (same and not pair.rehoused)


def _named(labels: list[str]) -> str:
    return "、".join(labels[:_NAMED]) + (f"等{len(labels)}件" if len(labels) > _NAMED else "")


def _proved(moves: tuple[Move, ...]) -> dict[str, list[str]]:
    """Return the entries that proved what moved, each with the labels of that."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for move in moves:
        proofs = move.before.proofs if move.before else ()
        passed = (proof.standing.entry.id for proof in proofs if proof.state is State.PASSED)
        for entry in dict.fromkeys(passed):
            found[entry].append(move.met.due.label)
    return dict(found)
