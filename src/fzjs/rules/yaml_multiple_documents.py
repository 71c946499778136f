"""一个文件里有几份内容

**查什么**　用“---”另起了一份。

**为什么**　一个文件是一个条目，文件名就是它的名字；后面的几份没有名字，也就没有人读。

**错**

```yaml
事由: 第一件
---
事由: 第二件
```

**对**

```yaml
事由: 第一件
```

**怎么改**　另存成几个文件，一件一个；只是分隔线的，删去那一行。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
