"""缺少必写的键

**查什么**　条目缺“种类”“对应”“状态”等必写的键。

**为什么**　缺了它，不知道这份材料证明什么、交了没有。

**错**

```yaml
事由: 2020年度合法性审核
种类: 情况说明
```

**对**

```yaml
事由: 2020年度合法性审核
种类: 情况说明
对应: [{资料: 31-2甲, 年度: 2020}]
状态: 草稿
```

**怎么改**　加上提示的那一行，值照实写；写在花括号里的，加在“}”前面。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
