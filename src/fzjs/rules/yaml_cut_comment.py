"""“ #”把值截断了

**查什么**　没有加引号的值里有“ #”，后面的字被当成注释丢掉了。

**为什么**　丢掉的部分谁也看不见：“示例路 #3号”读出来是“示例路”。注释要在“#”后加一个空格，所以能
分清。

**错**

```yaml
事由: 示例路 #3号院执法检查
```

**对**

```yaml
事由: "示例路 #3号院执法检查"
```

**怎么改**　是正文的，整段加引号；是注释的，“#”后面加一个空格。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
