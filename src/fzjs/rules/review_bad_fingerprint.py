"""审核记下的指纹认不出来

**查什么**　最后一次审核的“指纹”“文字”不是 `v1:` 加 64 位小写十六进制；或是这个版本的程序不认识的
版本（如 `v2:`）。

**为什么**　指纹认不出来，就和条目对不上：条目一个字没改，也成了“待复核”，看不出为什么。

**错**

```yaml
指纹: v1:3fa9
```

**对**

```yaml
指纹: v1:772c04fca0584b7016de1e9d3727caadc8608a4a9ec7be18731f9c90c5edb60d
```

**怎么改**　`fzjs export --json` 里这个条目的 审核指纹 照抄过来；是新版程序写的，先更新 fzjs。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from fzjs.diagnostic import KeyPath, Severity
from fzjs.models import ReviewFile
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT

_KNOWN = re.compile(r"v1:[0-9a-f]{64}", re.ASCII)
_NEWER = re.compile(r"v(\d+):", re.ASCII)
_SHOWN = 16


def find(document: Document) -> Iterator[Found]:
    """Yield each fingerprint of the last review that no entry can have."""
    if not isinstance(document.record, ReviewFile):
        return
    for keys, mark in _marks(document.record):
        if not _KNOWN.fullmatch(mark):
            version = _NEWER.match(mark)
            hint = "照抄 fzjs export --json 里这个条目的 审核指纹；复制时不要漏字"
            meant = "".join(unicodedata.normalize("NFKC", mark).lower().split())
            if _KNOWN.fullmatch(meant):
                hint = f"冒号用半角，字母用小写，不留空格：写成 {meant}"
            what = "应是 v1: 加 64 位小写十六进制"
            if version and version[1] != "1":
                what = f"是第{version[1]}版的，这个程序只认 v1"
                hint = "先更新 fzjs；更新不了的，用现在的程序重审一次"
            shown = mark if len(mark) <= _SHOWN else mark[:_SHOWN] + "…"
            yield Found(document.source.locate(keys), f"{keys[-1]}“{shown}”{what}", hint)


def _marks(record: ReviewFile) -> Iterator[tuple[KeyPath, str]]:
    last = len(record.reviews) - 1
    review = record.reviews[last]
    yield ("审核", last, "指纹"), review.fingerprint
    for i, claim in enumerate(review.claims):
        yield ("审核", last, "对应", i, "指纹"), claim.fingerprint
        if claim.words is not None:
            yield ("审核", last, "对应", i, "文字"), claim.words
