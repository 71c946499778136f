"""YAML 写法有误

**查什么**　括号、引号没有收尾，冒号后缺空格，缩进没有对齐，一行里有两个“: ”等，读不下去的地方。
一个文件只报第一处。

**为什么**　读不下去的文件等于没有报：里面的材料一件也不算。所以挡住合并，先改好再说。

**错**

```yaml
事由: 关于"放管服"的说明: 2020年度
责任科室: [法制仲裁科
```

**对**

```yaml
事由: '关于"放管服"的说明: 2020年度'
责任科室: [法制仲裁科]
```

**怎么改**　看提示里“写成……”的样子照着改。值里有“: ”或以引号、括号开头时，整段放进引号。改好一处
再运行 `fzjs check`。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
