"""情况说明的标题不合式

**查什么**　已提交的本单位情况说明，标题不是 `fzjs.yaml` 里“情况说明.标题”的样子。

**为什么**　附件1 三.2：“标题为《濮阳市司法局关于……的情况说明》”。标题由单位、事由和种类生成，一
般不用另写。

**错**

```yaml
事由: 关于2020年度合法性审核的情况说明
```

**对**

```yaml
事由: 2020年度合法性审核
```

**怎么改**　事由只写所办的事，不写“关于”和“的情况说明”；另写了“标题”的，照提示改或删去。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a statement of the unit's own whose title has another form."""
    if not broken("evidence-title-form", entry, catalogue):
        return ()
    campaign = catalogue.campaign
    form = campaign.title_form.replace("{单位}", campaign.unit).replace("{事由}", "……")
    title = sound.title_of(entry, catalogue)
    hint = (
        f"标题写成《{form}》；与事由一致的，删去“标题”一行"
        if entry.title
        else "事由只写所办的事，如 2020年度合法性审核，不写“关于”“的情况说明”"
    )
    return [Found(at(entry, "标题", "事由"), f"标题《{title}》不是《{form}》的样子", hint)]
