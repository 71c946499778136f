"""考试材料不全

**查什么**　方案要求考试材料（`要求` 里有“考试材料”），考试没有写全通知、签到、试卷、成绩。

**为什么**　附件2 ★5：“试卷成绩单等相关资料”，（7）：“会议通知、会议签到表、培训教材”。

**错**

```yaml
考试: {通知: 示司办〔2020〕40号, 应考: 62, 参考: 62}
```

**对**

```yaml
考试: {通知: 示司办〔2020〕40号, 签到: 附件第2页, 试卷: 附件第3页, 成绩: 附件第4页}
```

**怎么改**　补上缺的，写在附件第几页；成绩不写姓名。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield an exam that does not name its four papers, with what is missing."""
    exam = entry.shown.exam
    if exam is None or not broken("exam-papers-missing", entry, catalogue):
        return ()
    hint = "写上在哪里，如 签到: 附件第2页"
    return [Found(exam.place, f"考试没有写{'、'.join(exam.missing)}", hint)]
