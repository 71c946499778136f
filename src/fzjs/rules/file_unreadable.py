"""文件打不开，或者是链接

**查什么**　文件没有读的权限；`fzjs.yaml`、指标、条目、审核、督导等是符号链接，不论指到哪里；或
`indicators/` 里一个指标文件也没有。附件可以是链接，指到仓库里面就行。

**为什么**　打不开的文件无从检查；没有指标就什么也算不出。链接一改，条目就变了，而条目文件没有动过：
改没改、要谁批，都看不出来。

**错**

```text
evidence/法制仲裁科/2020-合法性审核.yaml -> ../../资料/2020.yaml
```

**对**　把文件本身放进仓库。

**怎么改**　看看文件是否还在、有没有读的权限；是链接的，删去链接，直接放文件本身。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
