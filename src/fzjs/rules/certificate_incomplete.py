"""证书没有写级别或颁发机关

**查什么**　方案要求（`要求` 里有“证书级别”），种类是证书的条目没有“证书”，或者一张没有写“级
别”“颁发”。

**为什么**　附件2 加分项1：“获得省部级以上表彰、奖励的证书”：哪一级、谁颁发的，要看得出来。

**错**

```yaml
种类: 证书
证书: [{名称: 法治宣传教育先进集体}]
```

**对**

```yaml
种类: 证书
证书: [{名称: 法治宣传教育先进集体, 级别: 省部级, 颁发: 示例省人民政府, 日期: 2019-03-15}]
```

**怎么改**　照证书补上级别（国家级、省部级、市厅级、县处级）和颁发机关。
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
    """Yield each certificate without level or issuer, or an entry without any."""
    if not broken("certificate-incomplete", entry, catalogue):
        return ()
    given = entry.shown.certificates
    message = "证书没有写级别或颁发" if given else "种类是证书，没有写“证书”"
    hint = "写成 证书: [{名称: 什么奖, 级别: 省部级, 颁发: 示例省人民政府, 日期: 2019-03-15}]"
    return [Found(place, message, hint) for place in sound.certificate_incomplete(entry, catalogue)]
