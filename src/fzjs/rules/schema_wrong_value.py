"""值不在允许的范围

**查什么**　日期不是 2021-03-12 的写法，年度、比例、sha256 写法不对，“种类”“状态”写了没有的词，
必填的写成空的。

**为什么**　日期和年度要能比较，种类要能归类；写法不一，就会有的算、有的不算。

**错**

```yaml
落款日期: 2021年3月12日
状态: 已上报
```

**对**

```yaml
落款日期: 2021-03-12
状态: 已提交
```

**怎么改**　照提示改；可以写哪些词，提示里都列着。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
