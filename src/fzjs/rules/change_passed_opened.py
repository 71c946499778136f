"""已通过的应报件因改动又缺了，没有说明

**查什么**　合并请求改了条目，使原来“已通过”的应报件变成没有材料，而条目里没有更正，也没有撤回和
理由；或者把证明着已通过的应报件的条目删了。审核退回、督导查出问题的不算。

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
from fzjs.rules.changing import Change, declared

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
_NAMED = 5


def find(change: Change) -> Iterator[Found]:
    """Yield each entry whose undeclared change opens what it had passed.

    What is deleted has no place for a declaration, even where another paper waits in its stead.
    """
    touched = change.entries_before()
    opened = _proved(change.moves.opened)
    for entry, labels in {**_proved(change.moves.again), **opened}.items():
        pair = touched.get(entry)
        if pair is None or not pair.before or not pair.is_whole or declared(pair):
            continue
        named = "、".join(labels[:_NAMED]) + (f"等{len(labels)}件" if len(labels) > _NAMED else "")
        if pair.after is None:
            hint = (
                "把条目放回来，不用了的写 状态: 撤回 和 撤回理由；只是改名的，改名时不要同时改内容"
            )
            yield Found(pair.place, f"删去的条目证明着已通过的 {named}", hint)
        elif entry in opened and pair.after.record.plain() != pair.before.record.plain():
            hint = "改错的改回来；要更正的加一条 更正；不用了的写 状态: 撤回 和 撤回理由"
            yield Found(pair.at(), f"这样一改，已通过的 {named} 又缺了", hint)


def _proved(moves: tuple[Move, ...]) -> dict[str, list[str]]:
    """Return the entries that proved what moved, each with the labels of that."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for move in moves:
        proofs = move.before.proofs if move.before else ()
        passed = (proof.standing.entry.id for proof in proofs if proof.state is State.PASSED)
        for entry in dict.fromkeys(passed):
            found[entry].append(move.met.due.label)
    return dict(found)
