"""催办的科室不存在

**查什么**　催办记录的“科室”不是科室名或别名。

**为什么**　催办次数按科室数；科室写错，那一次就不算在任何科室名下。

**错**

```yaml
科室: 法治仲裁科
```

**对**

```yaml
科室: 法制仲裁科
```

**怎么改**　照 `fzjs.yaml` 里“科室”的名称写。用 `fzjs remind 科室` 记的不会错。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each reminder to an office that the campaign does not list."""
    known = assessment.catalogue.offices
    for reminder in assessment.repository.reminders:
        if reminder.office not in known:
            guess = nearest(reminder.office, known)
            hint = (
                f"是不是“{guess}”？"
                if guess
                else "照 fzjs.yaml 里“科室”的名称写；改了名的，给新名加 别名"
            )
            yield Found(reminder.places["科室"], f"没有“{reminder.office}”这个科室", hint)
