"""资料的修订改小了

**查什么**　合并请求把 `indicators/` 里一项资料的“修订”改小，或删去（不写算 1）。

**为什么**　修订加一，以前的审核就不算，要重新审。改小了，早已作废的审核又都算数，没有人再审过一次。

**错**

```yaml
上报资料:
- {代号: 1, 内容: 情况说明, 种类: 情况说明, 修订: 1}     # 原来是 2
```

**对**

```yaml
上报资料:
- {代号: 1, 内容: 情况说明, 种类: 情况说明, 修订: 3}
```

**怎么改**　修订只加不减：要求变回从前的，也再加一。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Material
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each material whose claims are made under an earlier 修订 than before."""
    if change.base is None:
        return
    old, new = change.base.catalogue, change.head.catalogue
    for key, material in new.materials.items():
        before = old.materials.get(key)
        was = _revision(before, old) if before else 0
        now = _revision(material, new)
        # What is 同 as before is said where the other is.
        follows = before is not None and before.same_as == material.same_as in new.materials
        if now < was and not follows:
            message = f"{new.label(key)} 的修订从 {was} 改成了 {now}，作废的审核又算数了"
            yield Found(material.place, message, f"修订写 {was}；要求又变了的写 {was + 1}")


def _revision(material: Material, catalogue: Catalogue) -> int:
    """Return the 修订 that holds: with 同, that of the other."""
    return catalogue.materials.get(material.same_as, material).revision
