"""What is done once a month, every two months and every quarter, and the few things that happen.

Each date has its acts; an act is what one person types on that day.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable

import inspections
import ledgers
from stage import ROOT, Stage

APPROVED = re.compile(r"^(?:不适用|延期):.*\n(?:- .*\n)*", re.MULTILINE)
"""What the shipped settings hold that was approved on the way, on 20 February."""
_Act = Callable[[], None]
_COORDINATOR = "规范性文件管理科"
_Day = datetime.date


class Months:
    """The campaign's calendar: `days` has every day on which something is done."""

    def __init__(self, stage: Stage) -> None:
        """Set the dates."""
        self._stage = stage
        self._acts: defaultdict[_Day, list[_Act]] = defaultdict(list)
        for day, act in (*ledgers.acts(stage), *inspections.acts(stage), *self._own()):
            self._acts[day].append(act)

    @property
    def days(self) -> set[_Day]:
        """Every day on which something is done besides handing in and reviewing."""
        return set(self._acts)

    def act(self) -> None:
        """Do what the day asks for."""
        for act in self._acts.get(self._stage.day, ()):
            act()

    def _own(self) -> list[tuple[_Day, _Act]]:
        """Return what the coordinator does."""
        firsts = [(_Day(2021, month, 1), self._look) for month in range(2, 11)]
        chasing = [_Day(2021, 4, 2), _Day(2021, 5, 7), _Day(2021, 6, 2), _Day(2021, 7, 2)]
        quarters = [
            (_Day(2021, 4, 6), "2021-1"),
            (_Day(2021, 7, 6), "2021-2"),
            (_Day(2021, 10, 8), "2021-3"),
        ]
        return [
            (_Day(2021, 2, 23), self._approve),
            *firsts,
            *((day, self._chase) for day in chasing),
            *((day, lambda quarter=quarter: self._circular(quarter)) for day, quarter in quarters),
            (_Day(2021, 7, 15), self._another_head),
            (_Day(2021, 10, 29), self._end),
        ]

    def _approve(self) -> None:
        """Write what was approved on 20 February into the settings."""
        stage, shipped = self._stage, (ROOT / "fzjs.yaml").read_text(encoding="utf-8")
        text = (stage.folder / "fzjs.yaml").read_text(encoding="utf-8")
        stage.put("fzjs.yaml", (text + "".join(APPROVED.findall(shipped))).encode())
        stage.commit(_COORDINATOR, "不适用、延期各批准一件")

    def _look(self) -> None:
        """The coordinator's morning of the 1st: who owes what, what is due, how far it is."""
        stage = self._stage
        stage.commit(_COORDINATOR, f"{stage.day.month}月1日")
        stage.fzjs("check", "--format", "line", keep="check")
        stage.fzjs("status", "--all", keep="status")
        stage.fzjs("calendar", keep="calendar")
        stage.fzjs("ledger", "list", keep="ledger list")
        stage.fzjs("problem", "list", "--all", keep="problem list")
        stage.fzjs("score", keep="score")
        before = (stage.day - datetime.timedelta(days=1)).replace(day=1)
        stage.fzjs("diff", str(before), "HEAD", keep=f"diff {before:%Y-%m}")

    def _chase(self) -> None:
        """Send a reminder to each office that has something overdue."""
        stage = self._stage
        rows = stage.data("status", "--all", "--json")["分组"]
        for row in rows:
            if row["逾期"]:
                stage.fzjs("remind", row["名称"], keep=f"remind {row['名称']}")
        stage.commit(_COORDINATOR, "催办")

    def _circular(self, quarter: str) -> None:
        """Issue the quarter's circular, and note that it was done."""
        stage = self._stage
        stage.fzjs("report", "circular", "--quarter", quarter, "-o", str(stage.records))
        stage.fzjs("calendar", "done", "季度点评", "--period", f"{quarter}季度")
        stage.commit("督导检查组", f"{quarter}季度点评通报")

    def _another_head(self) -> None:
        """An office gets another head; what is handed over is printed."""
        stage = self._stage
        stage.fzjs("org", "change", "信息化工作科", "--to", "示例甲", keep="org change")
        stage.commit(_COORDINATOR, "信息化工作科负责人变动")

    def _end(self) -> None:
        stage = self._stage
        stage.fzjs("history", keep="history")
        stage.fzjs("score", keep="score")
