"""别的单位的文件，方案没有说可以代

**查什么**　已提交的制度文件、文件是别的单位出具的，所对应的资料既没有 `可代: 上级`，也没有写明由谁
`出具`，条目也没有写 `外单位`；`fzjs.yaml` 的“要求”里又没有“上级文件可代”。

**为什么**　有的方案写明“不需要本部门制定相应文件，可提供省市级政府相应的法规、规章、行政规范性文件”
（附件1 一.3），没有写的，别的单位的文件能不能算，要问清楚。只是提示，照样算报了。

**错**

```yaml
种类: 制度文件
对应: [{资料: 24-1, 年度: 现行}]      # 资料要的是本部门的制度
出具单位: 示例省人民政府
```

**对**

```yaml
# fzjs.yaml
要求: [{名称: 上级文件可代, 出处: "附件1 一.3“可提供省市级政府相应的法规、规章、行政规范性文件”"}]
```

**怎么改**　方案允许的，在那件资料写 `可代: 上级`，整个方案都允许的写进“要求”；资料本来就该由别人出
具的，写 `出具`；都不是的，换成本单位的文件。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.NOTE
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield another body's document for a material that does not say it may be one."""
    if entry.state != "已提交" or not sound.superior_unallowed(entry, catalogue):
        return ()
    message = f"文件是“{entry.issuer}”出具的，方案没有说可以用别的单位的代"
    hint = "可以代的，资料写 可代: 上级，或在“要求”里写 上级文件可代；不可以的换成本单位的文件"
    return [Found(at(entry, "出具单位"), message, hint)]
