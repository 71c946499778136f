"""应报件逾期

**查什么**　到了期限还没有报、被退回没有补正、或外单位还没有出具的应报件，按科室各报一条。

**为什么**　批次期限和材料截止是方案定的；逾期件由创建办催办。逾期只警告，不挡合并。

**错**　`批次: [{名称: 第一批, 年度: 2016-2018, 截止: 2021-02-01}]`，
到 2021-03-02 仍没有 2016 年度的条目。

**对**　在期限（含当日）前提交；确有原因的先办延期，批准后写进 `fzjs.yaml` 的 `延期`。

**怎么改**　用 `fzjs todo 科室名` 看欠哪几件、缺什么；确无情形的报零报告，不得空缺。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment, Met
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_NAMED = 5


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, for each office in the order of `fzjs.yaml`, what it has overdue."""
    by_office: defaultdict[str, list[Met]] = defaultdict(list)
    for met in assessment.met:
        if assessment.overdue(met):
            for owner in met.due.owners:
                by_office[owner].append(met)
    places = {office.name: office.place for office in assessment.repository.campaign.offices}
    for office in (*places, *(by_office.keys() - places.keys())):
        late = by_office.get(office, [])
        if late:
            first = min(met.due.due for met in late)
            named = "、".join(met.due.label for met in late[:_NAMED])
            more = "等" if len(late) > _NAMED else ""
            days = (assessment.today - first).days
            message = f"{office}逾期{len(late)}件（{named}{more}），最早 {first}，已逾{days}天"
            place = places.get(office, Location("fzjs.yaml"))
            yield Found(place, message, f"运行 fzjs todo {office} 看欠哪几件")
