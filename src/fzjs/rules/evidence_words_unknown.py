"""情况说明没有写字数

**查什么**　已提交的情况说明有附件，附件都没有写“字数”，也没有“正文”，而字数有上限。

**为什么**　附件1 一.2：“一般不超过500字，最多不超过1000字，明确字数要求的除外”。没有字数，是否超过
没有查，不等于没有超过。

**错**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …}]
```

**对**

```yaml
附件: [{路径: 附件/说明.docx, sha256: …, 字数: 480}]
```

**怎么改**　在附件上写 字数；Word 和 WPS 的“审阅”里有“字数统计”。
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


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a statement that is handed in, whose length nobody can compare with its limit."""
    statement = entry.kind == sound.STATEMENT and entry.state == "已提交" and entry.attachments
    if not statement or sound.words(entry) is not None:
        return ()
    limit = sound.words_limit(entry, catalogue)
    if limit is None:
        return ()
    message = f"没有写字数，是否超过上限{limit}字没有查"
    return [Found(at(entry, "附件"), message, "在附件上写 字数，如 字数: 480")]
