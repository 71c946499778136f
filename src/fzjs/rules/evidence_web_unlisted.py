"""检索目录里缺名称、类别或发布日期

**查什么**　`fzjs.yaml` 的“要求”里有“检索目录”时：已提交的条目，“公开”里有一处没有写名称、类别或
发布日期，或者发布日期晚于检索日期。没有这项要求的不查。

**为什么**　附件1 二.2：“提供相关网络检索材料的检索目录”；二.3、二.4：“按照时间顺序……有序排列”“按照
规范性文件、规章等不同类别进行区分归类”。缺一样就列不进目录，也排不了序。

**错**

```yaml
公开:
- {网址: "https://example.org/a", 检索日期: 2021-02-15, 名称: 规范性文件目录}
```

**对**

```yaml
公开:
- 网址: https://example.org/a
  检索日期: 2021-02-15
  名称: 规范性文件目录
  类别: 规范性文件
  发布日期: 2020-12-30
```

**怎么改**　打开网页，照标题写 `名称`，照网页上的日子写 `发布日期`，`类别` 写它归哪一类（规范性文
件、规章、公告……）。
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
    """Yield each page of an entry that is handed in which cannot stand in a 检索目录."""
    return _lacking(entry) if broken("evidence-web-unlisted", entry, catalogue) else ()


def _lacking(entry: Entry) -> Iterator[Found]:
    for page in entry.web:
        missing = "、".join(sound.unlisted(page))
        if missing:
            yield Found(page.place, f"检索目录缺{missing}", f"照网页补上{missing}")
        elif sound.late_published(page):
            message = f"发布日期 {page.published} 晚于检索日期 {page.retrieved}"
            yield Found(page.place, message, "照网页写发布日期；检索日期写打开看的那天")
