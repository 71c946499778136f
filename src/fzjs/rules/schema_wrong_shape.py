"""该是列表的写成了文字，或相反

**查什么**　“对应”“附件”等应是列表；“事由”等应是一段文字；“审核”等应是“键: 值”。

**为什么**　形状不对，里面的内容读不出来。

**错**

```yaml
对应: {资料: 31-1, 年度: 汇总}
```

**对**

```yaml
对应:
- {资料: 31-1, 年度: 汇总}
```

**怎么改**　列表每项一行、以“- ”开头，或写在方括号里；照提示的样子改。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
