"""A whole campaign, December 2020 to October 2021, played with fzjs in a git repository.

    python examples/play/play.py 文件夹 [--until 2021-03]

The plan is the shipped one, the unit is made up, every paper is marked 示例. Until 2 March 2021
the offices hand in what the shipped campaign holds; from then on sample papers come, late ones,
returned ones and missing ones among them, by a fixed draw. Each month the same commands are run
that a coordinator, an office and an inspector would run, and what they print is kept in
`文件夹-记录/`, to be read in order.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

from months import APPROVED, Months
from stage import ROOT, Stage

from offices import Offices

_LAST = datetime.date(2021, 10, 31)


def main() -> None:
    """Play the campaign into a new folder."""
    parser = argparse.ArgumentParser(description="把一次创建从 2020 年 12 月演到 2021 年 10 月")
    parser.add_argument("folder", type=Path, metavar="文件夹", help="放数据仓库的新文件夹")
    parser.add_argument("--until", default="2021-10", metavar="月份", help="演到哪个月，如 2021-03")
    given = parser.parse_args()
    folder = given.folder.absolute()
    stage = Stage(folder, folder.with_name(f"{folder.name}-记录"))
    last = min(_LAST, _end_of(given.until))
    _begin(stage)
    offices, months = Offices(stage), Months(stage)
    for day in _days(months, last):
        stage.turn(day)
        if day.weekday() == 1:  # offices hand in by Tuesday, reviews follow on Thursday
            offices.hand_in()
        if day.weekday() == 3:  # noqa: PLR2004  # Thursday
            offices.review()
        months.act()
    print(f"演完了：数据仓库 {folder}，每月印出来的在 {stage.records}")  # noqa: T201


def _end_of(month: str) -> datetime.date:
    first = datetime.datetime.strptime(month, "%Y-%m").date()  # noqa: DTZ007  # a month has no zone
    return (first + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)


def _begin(stage: Stage) -> None:
    """The plan is issued: indicators and settings, nothing handed in, nothing approved yet."""
    shutil.copytree(ROOT / "indicators", stage.folder / "indicators")
    text = (ROOT / "fzjs.yaml").read_text(encoding="utf-8")
    stage.put("fzjs.yaml", APPROVED.sub("", text).encode())
    stage.turn(stage.day)
    stage.fzjs("check", keep="check 印发当天")
    stage.commit("规范性文件管理科", "印发示范市创建工作方案")
    stage.fzjs("status", keep="status 印发当天")


def _days(months: Months, last: datetime.date) -> Iterator[datetime.date]:
    """Yield every day on which something happens: Tuesdays, Thursdays and the months' own."""
    day = datetime.date(2021, 1, 4)
    while day <= last:
        if day.weekday() in {1, 3} or day in months.days:
            yield day
        day += datetime.timedelta(days=1)


if __name__ == "__main__":
    main()
