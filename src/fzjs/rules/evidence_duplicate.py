"""同一件事登记了两次

**查什么**　两个条目的事由、种类相同，年度有重叠，而且对应着同一件资料，或者附件是同一个文件。撤回的
不算；要求各科室“分别提供”的，各科室各登记一次。资料、附件都不同的，是 evidence-alike 的事。

**为什么**　登记一次，可以证明多项；登记两次，改了一处忘了另一处，两处的数字就不一样。

**错**

```yaml
# 2020-合法性审核.yaml 和 2020-合法性审核说明.yaml
事由: 2020年度合法性审核
种类: 情况说明
```

**对**

```yaml
事由: 2020年度合法性审核
种类: 情况说明
对应:
- {资料: 31-2甲, 年度: 2020, 页: 1-2}
- {资料: 29-1, 年度: 2020, 页: 2}
```

**怎么改**　照提示留一个（审核过的优先），把另一个的“对应”并过去，再删去另一个文件；不是一件事的，把
事由写清楚。两个分支各登记一次、合并以后也会这样，git 不会说。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.twice import twice

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_BEST_FIRST = ("已通过", "待复核", "已退回", "待审核", "待外单位", "草稿")


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield an entry whose 事由, kind and a year, and a material or a paper, another entry has."""
    for entry, earlier, is_one_thing in assessment.once(twice):
        if is_one_thing:
            message = f"“{entry.id}”与“{earlier.id}”事由、种类、年度都相同"
            related = ((at(earlier, "事由"), "另一个在这里"),)
            yield Found(at(entry, "事由"), message, _hint(earlier, entry, assessment), related)


def _hint(earlier: Entry, entry: Entry, assessment: Assessment) -> str:
    """Say which of the two to keep: the better reviewed one, else the one that says more."""
    states = {each.id: assessment.standings[each.id].state for each in (earlier, entry)}
    kept, dropped = sorted(
        (earlier, entry),
        key=lambda e: (_BEST_FIRST.index(states[e.id]), -len(e.claims), _is_second(e)),
    )
    said = f"（{states[kept.id]}）" if states[kept.id] != states[dropped.id] else ""
    lost = "和".join(_lost(kept, dropped))
    move = f"把另一个的{lost}并过去，" if lost else ""
    return f"留“{kept.id}”{said}，{move}删去 {dropped.file}；不是一件事的，事由写清楚"


def _is_second(entry: Entry) -> bool:
    """Tell whether a name has a number behind (某事-2), as `fzjs add` makes the later one's."""
    return bool(re.search(r"\D-\d$", entry.id))


def _lost(kept: Entry, dropped: Entry) -> Iterator[str]:
    """Yield what would go with the other entry."""
    claims = {(c.material, c.period) for c in kept.claims}
    if any((c.material, c.period) not in claims for c in dropped.claims):
        yield "“对应”"
    papers = {a.sha256 for a in kept.attachments}
    if any(a.sha256 not in papers for a in dropped.attachments):
        yield "附件"
