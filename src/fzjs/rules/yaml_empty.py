"""文件是空的

**查什么**　文件没有内容，或只有注释。

**为什么**　空文件占着一个条目的名字，看目录像是报了，其实没有。

**错**

```yaml
# 待写
```

**对**

```yaml
事由: 2020年度行政规范性文件合法性审核
种类: 情况说明
```

**怎么改**　写上内容；暂时不写的，把文件删去。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
