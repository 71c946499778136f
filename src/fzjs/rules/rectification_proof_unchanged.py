"""佐证还是检查时的样子

**查什么**　申请销号的“佐证”就是问题所针对的条目（或对应那件资料的条目），检查以前审核通过，到现在
一个字、一个附件都没有改过，检查以后也没有交过纸质的。已经验收的不查。

**为什么**　“监督问题整改落实”（督导检查组职责）：检查指出的地方，材料里看不出改了什么，验收
没有依据。

**错**

```yaml
佐证: [法制仲裁科/2020-合法性审核情况说明]      # 2-20 审核通过，2-26 检查，以后没有改过
申请销号: 2021-03-18
```

**对**　先改好条目（`fzjs submit 条目 --reopen 理由` 声明更正），审核过了再申请；改在别的材料里
的，佐证写那个条目。

**怎么改**　核对佐证写得对不对。改在纸上的（补盖章、补页），重新扫描换附件，或用 `fzjs handover`
记下交件。问题本来不成立的，请督导组验收时在“说明”里写明。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.followed import unchanged
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each proof of an application that is what the inspection found, as it was."""
    for each in assessment.followed:
        for answer in each.answers if each.is_open else ():
            for name, place in zip(answer.evidence, answer.evidence_places, strict=True):
                standing = assessment.standings.get(name)
                if answer.applied and standing and unchanged(standing, each, assessment.catalogue):
                    message = f"佐证“{name}”检查以前就审核通过，以后没有改过"
                    hint = "先改好条目再申请；改在别处的，佐证写那个条目"
                    yield Found(place, message, hint)
