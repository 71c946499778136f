"""条目没有任何内容

**查什么**　已提交的条目没有附件、正文、公开、网络检索或查证。涉密的、等外单位出具的不查。

**为什么**　只有标题的条目什么也证明不了。（附件1 三.1：“一律提供原件”）

**错**

```yaml
事由: 2020年度合法性审核
种类: 情况说明
状态: 已提交
```

**对**

```yaml
事由: 2020年度合法性审核
种类: 情况说明
附件: [{路径: 附件/2020-合法性审核.pdf, sha256: …}]
状态: 已提交
```

**怎么改**　附上文件（`fzjs add 文件 --to 条目`）；还没有的，状态改回 草稿。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken
from fzjs.visible import in_shell

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an entry that is handed in and shows nothing."""
    if not broken("evidence-empty", entry, catalogue):
        return ()
    hint = f"加上附件：fzjs add 文件 --to {in_shell(entry.file)}；还没有的，状态改回 草稿"
    return [Found(at(entry, "状态"), "条目没有附件，也没有别的内容", hint)]
