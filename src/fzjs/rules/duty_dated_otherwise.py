"""同一件事两处期限不同

**查什么**　`周期任务` 或 `期限` 的日子，与它的 `他处` 写的不同；或者与指标的量化要求里写的日子不同
（名称与量化要求的项目相同，或者出处写明是那一项指标、而那一项只有一个日子）。

**为什么**　同一件事几份文件写的期限不同：年度报告有的写2月20日前，有的写1月底、2月底、第一季度
（附件2 98：“每年第一季度向本级党委和政府、上一级政府有关部门报告上一年度法治政府建设情况”）。按哪
个算由创建活动定，程序照 `周期任务`、`期限` 自己的日子算，别处的在这里提示，免得忘了还有一个更早
的。

**错**

```yaml
周期任务:
- {名称: 年度报告, 周期: 每年, 月: 3, 日: 31, 他处: [{出处: 省意见“每年1月底前”, 月: 1, 日: 31}]}
```

**对**

```yaml
周期任务:
- {名称: 年度报告, 周期: 每年, 月: 1, 日: 31, 他处: [{出处: 省意见“每年1月底前”, 月: 1, 日: 31}]}
```

**怎么改**　问清按哪个日子。改 `月`、`日` 或 `日期`；定了就按现在的，这条提示留着，或在“规则”里写
明理由关闭。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.yearly import duty_of, whole, yearly
from fzjs.diagnostic import Severity
from fzjs.facts import Deadline, Duty, Elsewhere
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each other day that a source, or the words of an indicator, give for a duty."""
    catalogue = assessment.catalogue
    campaign = catalogue.campaign
    every: tuple[Duty | Deadline, ...] = (*campaign.duties, *campaign.deadlines)
    for timed in every:
        for other in timed.elsewhere:
            own, said = _own(timed), _other(other)
            if own != said:
                yield _found(timed, other, own, said)
    for each in yearly(catalogue):
        duty = duty_of(each, campaign, catalogue)
        own, said = _own(duty) if duty else "", _day(each.month, each.day)
        if duty and own != said:
            related = ((each.row.indicator.place, "指标写在这里"),)
            message = f"“{duty.name}”按{own}算，{each.source}写的是{said}"
            yield Found(duty.place, message, _HINT, related)


_HINT = "定下按哪个：改它的日子；就按现在的，这条只是提醒，不用改"


def _found(timed: Duty | Deadline, other: Elsewhere, own: str, said: str) -> Found:
    message = f"“{timed.name}”按{own}算，{other.source}写的是{said}"
    return Found(other.place, message, _HINT)


def _own(timed: Duty | Deadline) -> str:
    if isinstance(timed, Deadline):
        return timed.date.isoformat()
    if timed.cycle in {"每年", "每2年"}:
        return _day(timed.month or 12, timed.day)
    return _of_each(timed.day)


def _other(other: Elsewhere) -> str:
    if other.date:
        return other.date.isoformat()
    return _day(other.month, other.day) if other.month else _of_each(other.day)


def _day(month: int, day: int | None) -> str:
    month, day = whole(month, day)
    return f"{month}月底" if day == 31 else f"{month}月{day}日"  # noqa: PLR2004  # the last day


def _of_each(day: int | None) -> str:
    return f"当期的{day}日" if day and day < 31 else "当期的最后一天"  # noqa: PLR2004  # as above
