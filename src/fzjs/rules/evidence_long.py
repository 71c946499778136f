"""情况说明超过建议字数

**查什么**　情况说明超过建议的字数，没有超过上限。资料另有“字数上限”的不提示。

**为什么**　附件1 一.2：“简明扼要、清晰具体，一般不超过500字”。

**错**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …, 字数: 860}]
```

**对**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …, 字数: 480}]
```

**怎么改**　能压就压；确需写长的可以不改。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY
SILENCED_BY = ("evidence-too-long",)


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a statement above the advised length; where a material states a limit, none."""
    advised = catalogue.campaign.words_advised
    if entry.kind != sound.STATEMENT or advised is None:
        return ()
    counted = sound.words(entry)
    if counted is None or counted <= advised:
        return ()
    if any(m.words_limit for m in sound.materials_of(entry, catalogue)):
        return ()
    message = f"全文{counted}字，一般不超过{advised}字"
    return [Found(at(entry, "正文", "附件"), message, "能压就压；确需写长的可以不改")]
