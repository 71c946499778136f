"""已通过的条目改了，没有写更正

**查什么**　合并请求改了已经审核通过的条目（内容、附件、数据、科室，或通过的那几条“对应”），
而 `更正` 里没有加一条，或者加的那条日期早于它更正的审核、晚于今天。新加一条“对应”、登记交件不算改。

**为什么**　审核通过的是那时的样子。改可以改，要说明哪天改的、为什么，审核的人才知道要复核什么。
声明了的更正从不拦：应报件回到待审，复核通过就是。

**错**

```yaml
落款日期: 2021-02-20        # 通过的时候是 2021-02-12
```

**对**

```yaml
落款日期: 2021-02-20
更正:
- {日期: 2021-03-02, 理由: 落款日期抄错，照原件改}
```

**怎么改**　运行 `fzjs submit 条目 --reopen 理由`，或照上面加一条 `更正`；不是有意改的，改回去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Standing, State
from fzjs.assess.satisfy import prove
from fzjs.diagnostic import Severity
from fzjs.repository.fingerprint import of_claim, of_entry
from fzjs.repository.layout import name_of
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import (
    REHOUSED,
    Change,
    Pair,
    correction_days,
    corrections_of,
    declared,
    new_corrections,
)
from fzjs.visible import in_shell

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
SILENCED_BY = ("change-passed-opened",)


def find(change: Change) -> Iterator[Found]:
    """Yield each passed entry that says something else now and does not declare it."""
    for pair in change.entries:
        standing = change.standing(name_of(pair.before.file)) if pair.before else None
        if not standing or not pair.before or not pair.after or not pair.is_whole:
            continue
        if _differs(standing, pair) and not declared(change, pair):
            yield _found(change, pair)


def _found(change: Change, pair: Pair) -> Found:
    if pair.rehoused:
        return Found(pair.at(), "已通过的条目换了科室", REHOUSED)
    added = new_corrections(pair)
    if not added:
        entry = in_shell(name_of(pair.after.file)) if pair.after else "条目"
        hint = f"声明更正：fzjs submit {entry} --reopen 理由，或加一条 更正: [{{日期: …, 理由: …}}]"
        return Found(pair.at(), "已通过的条目改了，没有写更正", hint)
    first, last = correction_days(change, pair)
    place = pair.at("更正", len(corrections_of(pair.after)) - 1, "日期")
    early = added[-1].date < first
    why = f"早于它更正的审核（{first}）" if early else f"晚于今天（{last}）"
    hint = f"写改的那天，从 {first} 到 {last}；今天改的写 {last}"
    return Found(place, f"更正的日期 {added[-1].date} {why}，不算声明", hint)


def _differs(standing: Standing, pair: Pair) -> bool:
    """Tell whether what was passed changed; a new 修订 of the indicators is not the entry's."""
    assert pair.before  # noqa: S101  # what was passed was there
    assert pair.after  # noqa: S101  # what was deleted is another rule's
    before, after = pair.before.record, pair.after.record
    claims = zip(standing.entry.claims, before.claims, strict=True)
    passed = {of_claim(c, 1) for fact, c in claims if prove(standing, fact) is State.PASSED}
    kept = passed <= {of_claim(claim, 1) for claim in after.claims}
    same = kept and of_entry(before) == of_entry(after) and after.state == before.state
    return bool(passed) and (pair.rehoused or not same)
