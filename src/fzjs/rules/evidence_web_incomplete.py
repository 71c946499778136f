"""网址或检索日期不全

**查什么**　已提交的条目，“公开”里有一处没有网址或没有检索日期，或者网址不以
`http://`、`https://` 开头。

**为什么**　附件1 二.2：“提供相关网络检索材料的检索目录及相对应的相关文件、资料”；没有网址找不到，
没有日期不知道哪天还在。

**错**

```yaml
公开: [{网址: "https://example.org/a"}]
```

**对**

```yaml
公开: [{网址: "https://example.org/a", 检索日期: 2021-02-15}]
```

**怎么改**　打开网址看一遍，写上网址和看的日期；已经打不开的，换一个还在的。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each page of an entry that is handed in without an address that opens, or its date."""
    return _lacking(entry) if broken("evidence-web-incomplete", entry, catalogue) else ()


def _lacking(entry: Entry) -> Iterator[Found]:
    for page in entry.web:
        lacks = [
            key for key, value in (("网址", page.url), ("检索日期", page.retrieved)) if not value
        ]
        if lacks:
            missing = "、".join(lacks)
            yield Found(page.place, f"网络检索佐证缺{missing}", f"补上{missing}")
        elif not sound.is_address(page.url):
            message = f"网址“{page.url}”打不开"
            yield Found(page.place, message, "从浏览器地址栏照抄，以 http:// 或 https:// 开头")
