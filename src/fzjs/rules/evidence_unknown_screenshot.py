"""截图不在本条目的附件里

**查什么**　“网络检索”里写了 `截图`，“附件”里却没有这个路径。草稿也查。

**为什么**　截图不在附件里就没有哈希，换过、丢了都看不出来；审核的人也找不到。

**错**

```yaml
附件: [{路径: 附件/检索截图.pdf, sha256: 9f2c…}]
网络检索: [{检索词: 示例市司法局 撤销, 日期: 2021-02-24, 结果: 未检索到, 截图: 检索截图.pdf}]
```

**对**

```yaml
附件: [{路径: 附件/检索截图.pdf, sha256: 9f2c…}]
网络检索: [{检索词: 示例市司法局 撤销, 日期: 2021-02-24, 结果: 未检索到, 截图: 附件/检索截图.pdf}]
```

**怎么改**　`截图` 照抄“附件”里的路径；附件里还没有的，先加进去。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each search whose 截图 is none of the entry's attachments."""
    if "evidence-unknown-screenshot" not in sound.broken(entry, catalogue):
        return ()
    return _unknown(entry)


def _unknown(entry: Entry) -> Iterator[Found]:
    held = tuple(attachment.path for attachment in entry.attachments)
    for search in entry.shown.searches:
        if search.screenshot not in {"", *held}:
            guess = nearest(search.screenshot, held) or (held[0] if len(held) == 1 else "")
            hint = f"是不是 {guess}？照抄附件的路径" if guess else "先把截图写进“附件”，再照抄路径"
            yield Found(search.place, f"附件里没有“{search.screenshot}”", hint)
