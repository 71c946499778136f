"""有电话号码或身份证号

**查什么**　`fzjs.yaml`、`indicators/`、`evidence/` 的文字里有手机号、带区号的座机号或身份证号，
注释里的也算。sha256、网址、文号、登记号、指纹不查。

**为什么**　仓库会公开，git 的历史删不掉。名单、联系方式、申请人信息放在 `private/`（不进 git）。

**错**

```yaml
摘录: 联系人王某，电话 199××××××××（写了全号）
```

**对**

```yaml
摘录: 联系人王某，电话见通讯录
```

**怎么改**　删去号码，写科室名或“见通讯录”；名单放进 `private/`。已经推送的，告诉管理员清理历史。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from fzjs.diagnostic import Location, Severity
from fzjs.personal import numbers
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT

_KEY = re.compile(r"(?:^|[\s{\[,\"'])([^\s,{}\[\]:#\"']+)[\"']?:(?=\s)")
_URL = re.compile(r"https?://\S*$")
_SKIPPED = {"sha256", "网址", "文号", "登记号", "指纹"}
_SHOWN = 3


def find(document: Document) -> Iterator[Found]:
    """Yield each number of a person, at the number itself, masked in the message."""
    text = document.source.text
    for hit in numbers(text):
        start = text.rfind("\n", 0, hit.start()) + 1
        if not _is_meant(hit, text[start : hit.start()]):
            continue
        masked = hit[0][:_SHOWN] + "*" * (len(hit[0]) - _SHOWN)
        line = text.count("\n", 0, start) + 1
        place = Location(document.file, line, hit.start() - start + 1)
        hint = "删去号码，写“见通讯录”；名单放进 private/（不进 git）"
        yield Found(place, f"这里有{hit.lastgroup} {masked}", hint)


def _is_meant(hit: re.Match[str], before: str) -> bool:
    """Tell whether digits are a person's: not in a hash or address, no false birthday."""
    keys = _KEY.findall(before)
    if (keys and keys[-1] in _SKIPPED) or _URL.search(before):
        return False
    if not hit["born"]:
        return True
    try:
        datetime.date.fromisoformat(hit["born"])
    except ValueError:
        return False
    return True
