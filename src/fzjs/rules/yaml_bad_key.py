"""键名不对

**查什么**　冒号前面没有键名，或键名是一个列表。

**为什么**　没有名字的值不知道放到哪里，只能丢掉。

**错**

```yaml
: 情况说明
```

**对**

```yaml
种类: 情况说明
```

**怎么改**　在冒号前写上键名；若是正文，整段放进引号。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
