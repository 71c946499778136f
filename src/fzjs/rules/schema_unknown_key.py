"""不认识的键

**查什么**　写了格式里没有的键，多半是错字，如“落款时间”应为“落款日期”。

**为什么**　不认识的键如果放过去，写的人以为写了，读的程序没有读。

**错**

```yaml
落款时间: 2021-02-12
```

**对**

```yaml
落款日期: 2021-02-12
```

**怎么改**　提示里有最相近的键；别的键看 docs/format.md。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
