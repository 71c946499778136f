"""对应的资料不存在

**查什么**　条目“对应”里的“资料”在指标体系里找不到。
换版留下的 `旧体系…` 不查。

**为什么**　写错一个代号，这份材料就不会算到任何指标上，而办理的科室以为已经报了。（附件1 二.5：“
提供的文件资料要确保不能漏项”）

**错**

```yaml
对应:
- {资料: 31-9, 年度: 2020}
```

**对**

```yaml
对应:
- {资料: 31-3, 年度: 2020}
```

**怎么改**　用 `fzjs show 31` 看该项有哪些资料，照着代号写：编号、半角短横、代号。体系换了版本、这
一项改了编号或删去了的，逐条改正或删去；每条各报一次，因为各是一处要改的地方。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment, Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Entry, is_former
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield a claim on a material that no indicator lists.

    One finding a claim, for each is a line to mend; where an indicator was taken out of the
    system, each says how many there are.
    """
    catalogue = assessment.catalogue
    unknown = [
        claim
        for entry in assessment.repository.entries.values()
        for claim in entry.claims
        if claim.material not in catalogue.repeated and not catalogue.owes(claim.material)
        if not (is_former(claim.material) and _is_history(entry))
    ]
    about: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in unknown:
        about[claim.material.partition("-")[0]].append(claim)
    hints: dict[str, str] = {}
    for claim in unknown:
        key = claim.material
        if key not in hints:
            hints[key] = _hint(key, about[key.partition("-")[0]], catalogue)
        yield Found(claim.place, f"没有“{catalogue.label(key)}”这项资料", hints[key])


def _is_history(entry: Entry) -> bool:
    """Tell whether claims from before a 换版 may stay: with others, or in what is 撤回."""
    return entry.state == "撤回" or not all(is_former(claim.material) for claim in entry.claims)


def _hint(key: str, claims: list[Claim], catalogue: Catalogue) -> str:
    """Name what may be meant; what several entries write is no slip of the pen."""
    if is_former(key):
        return "这个条目证明的都是换版以前的资料：写上现在的，或写 状态: 撤回 和 撤回理由"
    head = key.partition("-")[0]
    listed = [name for name in catalogue.claimable if name.partition("-")[0] == head]
    if listed:
        return f"第{catalogue.label(head)}项有：" + "、".join(map(catalogue.label, listed))
    files = {claim.place.file for claim in claims}
    if head not in catalogue.rows and len(files) > 1:
        where = f"指标体系里没有第{head}项，{len(files)}个条目共{len(claims)}条对应写到它"
        return f"{where}：编号改了的，照新编号改；这一项删去了的，删去这条对应"
    guess = nearest(key, catalogue.claimable, cutoff=60)
    return f"是不是“{catalogue.label(guess)}”？" if guess else "写成“编号-代号”，如 31-2甲"
