"""问卷调查的意见没有逐项销号

**查什么**　方案要求（`要求` 里有“问卷整改”），所证明的指标用问卷调查测评、或资料说到问卷的访谈，
没有列“意见”，或者一条意见没有写“整改”“办结”。

**为什么**　附件2 （13）：“从群众最不满意的问题入手，建立整改工作方案和台账，对标对表，逐项整改销
号”。

**错**

```yaml
访谈: {对象总数: 460, 样本: 420, 问卷: 执法满意度问卷}
```

**对**

```yaml
访谈:
  对象总数: 460
  样本: 420
  问卷: 执法满意度问卷
  意见: [{内容: 收费项目看不懂, 整改: 公示牌改版, 办结: 2020-10-12}]
```

**怎么改**　一条意见列一项，写上整改和办结的日子。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a survey without opinions, or each opinion that was not mended and closed."""
    if not broken("survey-unsettled", entry, catalogue):
        return ()
    interview = entry.shown.interview
    listed = bool(interview and interview.opinions)
    message = "这条意见没有整改销号" if listed else "问卷调查没有列意见和整改"
    hint = "写成 意见: [{内容: 提了什么, 整改: 怎么改的, 办结: 2020-10-12}]"
    return [Found(place, message, hint) for place in sound.survey_unsettled(entry, catalogue)]
