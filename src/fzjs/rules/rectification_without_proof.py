"""申请销号没有佐证，或佐证站不住

**查什么**　整改写了“申请销号”而没有“佐证”；或“佐证”里的条目不存在、还是草稿、已撤回、在等外单位、
不合要求（缺章等）、已被审核退回。这样的申请不算数。已经验收的由 problem-closed-without-proof 查。

**为什么**　附件2 （13）：“逐项整改销号”。督导组验收看的是改好的材料，没有材料，销号没有依据。

**错**

```yaml
措施: 已补盖单位印章
申请销号: 2021-03-18
```

**对**

```yaml
措施: 已补盖单位印章
佐证: [法制仲裁科/2020-合法性审核情况说明]
申请销号: 2021-03-18
```

**怎么改**　写上改好的条目（科室/文件名，不带 .yaml），草稿先提交；还没有改好的，删去“申请销号”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.followed import counting, is_accepted, proof_fault
from fzjs.diagnostic import Severity
from fzjs.facts import Rectification
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 申请销号 without proof, and each proof that is not there or does not stand."""
    accepted = {
        each.problem.id
        for each in assessment.followed
        if is_accepted(tuple(counting(each.problem, assessment.catalogue, assessment.today)))
    }
    known = frozenset(assessment.once(entry_names))
    for each in assessment.repository.rectifications:
        if each.applied is None or each.problem in accepted:
            continue
        if not each.evidence:
            hint = "加上 佐证: [科室/文件名]；还没有改好的，删去“申请销号”"
            yield Found(each.applied_place, "申请销号没有写佐证", hint)
        yield from _weak(each, known, assessment)


def _weak(each: Rectification, known: frozenset[str], assessment: Assessment) -> Iterator[Found]:
    for name, place in zip(each.evidence, each.evidence_places, strict=True):
        standing = assessment.standings.get(name)
        if name not in known:
            guess = nearest(name, sorted(known))
            hint = f"是不是“{guess}”？" if guess else "写成 科室/文件名，不带 .yaml"
            yield Found(place, f"佐证“{name}”不存在", hint)
        elif standing and proof_fault(standing):
            hint = "先把条目改好、提交；或换成改好的条目；没有改好的，删去“申请销号”"
            message = f"佐证“{name}”{proof_fault(standing)}，不能作销号的依据"
            yield Found(place, message, hint)
