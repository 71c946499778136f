"""情况说明超过字数上限

**查什么**　已提交的情况说明超过上限；资料另有“字数上限”的，按资料的。附件按“字数”算，正文数字符，
不数空白。

**为什么**　附件1 一.2：“一般不超过500字，最多不超过1000字，明确字数要求的除外”。

**错**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …, 字数: 1350}]
```

**对**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …, 字数: 980}]
```

**怎么改**　删到上限以内；细节放进佐证材料。
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
    """Yield a statement that is handed in above its limit."""
    if not broken("evidence-too-long", entry, catalogue):
        return ()
    limit = sound.words_limit(entry, catalogue)
    message = f"全文{sound.words(entry)}字，超过上限{limit}字"
    return [Found(at(entry, "正文", "附件"), message, f"删到{limit}字以内，细节放进佐证材料")]
