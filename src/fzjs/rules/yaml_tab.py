"""用了 Tab

**查什么**　缩进里或冒号、短横后面有 Tab。

**为什么**　Tab 在不同的编辑器里宽窄不一，看着对齐，读出来是另一级，YAML 因此不许用它缩进。

**错**

```yaml
对应:
        - {资料: 31-1, 年度: 汇总}
```

**对**

```yaml
对应:
- {资料: 31-1, 年度: 汇总}
```

**怎么改**　删去 Tab，每一级缩进用两个空格；编辑器里把“缩进”设为空格。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
