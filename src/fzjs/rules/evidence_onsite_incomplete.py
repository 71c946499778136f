"""供实地核验的没有目录或卷册

**查什么**　`fzjs.yaml` 的“要求”里有“备查”时：已提交的条目证明的是按实地核验要的材料，或者是
“不需上报”的指标，却没有写 `备查`，或者 `备查` 里没有 `目录`、`卷册`。没有这项要求的不查。涉密的、外
单位还没有给的不查。

**为什么**　附件1 四.1：“列出目录、装订成册、提供PDF电子版，以便于实地核验”。核验的人要照目录去
找。

**错**

```yaml
对应: [{资料: 46-实地核验, 年度: 汇总}]
```

**对**

```yaml
对应: [{资料: 46-实地核验, 年度: 汇总}]
备查: {目录: 卷首第1页, 卷册: 备查第3册, 存放: 档案室}
```

**怎么改**　列好目录、装订好以后写 `备查`：目录在哪里、装订成哪一册，放在哪里也写上更好找。还没有
装订的，状态改回 `草稿`。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry for an inspection on the spot that names no list or no volume."""
    if not broken("evidence-onsite-incomplete", entry, catalogue):
        return ()
    missing = "、".join(sound.lacks(entry))
    hint = "写 备查: {目录: 卷首第1页, 卷册: 备查第3册}；还没有装订的，状态改回 草稿"
    return [Found(at(entry, "备查", "对应"), f"备查缺{missing}", hint)]
