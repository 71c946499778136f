"""条目的种类不合这项资料

**查什么**　资料要的是目录，条目的“种类”却是情况说明；要网络检索佐证，条目里却没有网址和检索（草稿
可以后补）。资料是“佐证材料”的什么种类都行；“零报告”可以报无此情形、有则报和汇总的年度。

**为什么**　附件1 三.1：“规章、文件、证书、证件、清单等要有目录，一律提供原件”；种类不合的不算。

**错**

```yaml
种类: 情况说明
对应: [{资料: 31-1, 年度: 汇总}]     # 31-1 要的是目录
```

**对**

```yaml
种类: 目录
对应: [{资料: 31-1, 年度: 汇总}]
```

**怎么改**　种类写错的改种类；确是另一件材料的，改“资料”；要网络检索的补上“公开”或“网络检索”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment, Catalogue
from fzjs.assess.period import BY_PIECE
from fzjs.assess.satisfy import accepts
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.claimed import Asked, asked

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a claim that the entry's kind cannot meet."""
    for entry in assessment.repository.entries.values():
        for claim in entry.claims:
            need = asked(claim, assessment.catalogue)
            if need and need.web:
                yield from _web(entry, claim, assessment.catalogue)
            elif need and not need.method and not _fits(need, entry, assessment):
                label = assessment.catalogue.label(claim.material)
                message = f"{label}要的是{need.kind}，这个条目是{entry.kind}"
                yield Found(claim.place, message, f"种类改为 {need.kind}，或改正“资料”")


def _web(entry: Entry, claim: Claim, catalogue: Catalogue) -> Iterator[Found]:
    if entry.state != "草稿" and not (entry.web or entry.shown.searches):
        hint = "补上 公开: [{网址: …, 检索日期: …}]；没有查到的写 网络检索"
        message = f"{catalogue.label(claim.material)}要网络检索佐证，条目里没有网址"
        yield Found(claim.place, message, hint)


def _fits(need: Asked, entry: Entry, assessment: Assessment) -> bool:
    """Tell whether the kind does; where a list names no piece at all, a nil report does too."""
    if entry.kind == "零报告" and need.material and need.rhythm == BY_PIECE:
        listed = assessment.catalogue.material(need.material.listed_in)
        return assessment.pieces.get(listed) == 0
    return accepts(need.kind, need.rhythm, entry)
