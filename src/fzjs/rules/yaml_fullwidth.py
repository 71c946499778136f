"""该用半角符号的地方用了全角

**查什么**　键后面的“：”，列表里的“，”“、”，括号“【”“［”“｛”，列表的短横“－”，注释的“＃”，全角空
格。正文里的全角标点不查。

**为什么**　YAML 只认半角：一个全角冒号能让整个文件变成一段文字，一个“，”让三个科室变成一个。

**错**

```yaml
种类：情况说明
责任科室: [办公室，政治部]
```

**对**

```yaml
种类: 情况说明
责任科室: [办公室, 政治部]
```

**怎么改**　切到英文输入法重打这个符号，冒号和逗号后面加一个空格。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
