"""一个科室一个月交了两份台账

**查什么**　同一个科室、同一个月有两份台账：科室改了名，新名、旧名的文件夹里各有一份。

**为什么**　台账每月一份（附件3：“每月1日前一并提交”）。两份不一样时，不知道算哪一份。

**错**

```text
evidence/基层科/台账/2021-03.yaml
evidence/基层工作指导科/台账/2021-03.yaml
```

**对**

```text
evidence/基层工作指导科/台账/2021-03.yaml
```

**怎么改**　两份的行并到科室现名的文件夹里，删去另一份。整个科室改名用 `fzjs mv --folder`。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import is_month
from fzjs.diagnostic import Severity
from fzjs.facts import LedgerMonth
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each ledger of an office and month that another folder of the office has too."""
    found: defaultdict[tuple[str, str], list[LedgerMonth]] = defaultdict(list)
    for ledger in assessment.repository.ledgers:
        if is_month(ledger.month):
            office = assessment.catalogue.folder_office(ledger.office)
            found[office, ledger.month].append(ledger)
    for (office, month), ledgers in found.items():
        kept = next((each for each in ledgers if each.office == office), ledgers[0])
        for ledger in ledgers:
            if ledger is not kept:
                message = f"{office} {month} 的台账有两份"
                related = ((kept.place, "另一份在这里"),)
                yield Found(ledger.place, message, f"并到 {kept.place.file}，删去这一份", related)
