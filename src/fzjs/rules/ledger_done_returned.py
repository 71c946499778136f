"""台账写已完成，材料却都被退回

**查什么**　科室最近一个月的工作台账，某项指标某年度写“已完成”，而本科室那一年的材料没有一份站得
住：都是填表日期以前（含当天）退回的。填表以后才退回的，下个月的台账再改；撤回、改回草稿没有写日
子，看不出先后，由 ledger-done-since 提醒。没有年度的（汇总、时点、现行）算在窗口最后一年。待复核的
算报了，不查。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”。台账报的和
材料对不上，汇总上去的进度就是假的。

**错**

```yaml
# 31-2甲/2020 的条目已被退回
行: [{年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明已报}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明缺章退回，正在补章}]
```

**怎么改**　材料改好重新提交；来不及的，台账改成 未完成，写办到哪一步。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import GOOD, Assessment, Judged
from fzjs.assess.ledgers import newest, spoken_of
from fzjs.assess.satisfy import Proof
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.taken_back import reopened, returned_on

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line that says 已完成 where the office's own evidence is all taken back."""
    found = reopened(assessment)
    for office, ledger in newest(assessment):
        for line in ledger.lines:
            judged = assessment.indicators.get(line.indicator)
            own = _own(assessment, judged, office, line.year) if judged and line.done else []
            days = [returned_on(proof.standing, found) for proof in own]
            if judged and own and all(day and day <= ledger.filled for day in days):
                number, name = judged.row.indicator.number, own[0].standing.entry.id
                message = (
                    f"写的是已完成，而{line.year}年第{number}项的材料“{name}” {days[0]} 已退回"
                )
                hint = "材料改好重新提交；来不及的改成 完成: 未完成，写办到哪一步"
                yield Found(line.place, message, hint, ((own[0].claim.place, "材料在这里"),))


def _own(assessment: Assessment, judged: Judged, office: str, year: int) -> list[Proof]:
    """Return the office's proofs of what is owed for a year and nobody has handed in soundly."""
    return [
        proof
        for met in spoken_of(assessment, judged, office, year)
        if met.state not in GOOD
        for proof in met.proofs
        if assessment.catalogue.folder_office(proof.standing.entry.office) == office
    ]
