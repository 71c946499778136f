"""The campaign of examples/play/ up to March: what its commands print tells one story."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from conftest import ROOT, Run

COUNTS = ("应报", "已通过", "待审", "退回", "待外单位", "未报")
FIRSTS = ("2021-02-01", "2021-03-01")


class Play(NamedTuple):
    """A played campaign: its repository, and what was printed in it on each first of a month."""

    folder: Path
    records: Path

    def said(self, day: str, command: str) -> str:
        """Return what a command printed on a day."""
        return (self.records / f"{day} {command}.txt").read_text("utf-8")


def test_the_campaign_to_march_tells_one_story(fzjs: Run, tmp_path: Path) -> None:
    """All in one test: it is played once, by one process."""
    play = _played(tmp_path / "示例市")
    _no_error_and_the_same_numbers_everywhere(play)
    _what_inspectors_found_is_open_until_they_accept_it(play)
    _what_came_late_was_missing_on_the_day(play, fzjs)
    _history_ends_where_status_stands(play, fzjs)


def _played(folder: Path) -> Play:
    script = [sys.executable, ROOT / "examples/play/play.py", folder, "--until", "2021-03"]
    done = subprocess.run(script, capture_output=True, check=False, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return Play(folder, folder.with_name("示例市-记录"))


def _counts(text: str) -> dict[str, int]:
    """Read the line of counts of a status; after an arrow stands what it became."""
    return {key: int(re.findall(rf"{key} (?:\d+→)?(\d+)", text)[0]) for key in COUNTS}


def _no_error_and_the_same_numbers_everywhere(play: Play) -> None:
    passed = []
    for day in FIRSTS:
        assert "：错误 0，" in play.said(day, "check")
        status, score = play.said(day, "status"), play.said(day, "score")
        counts = _counts(status)
        assert counts["应报"] == sum(counts[key] for key in COUNTS[1:])
        passed.append(counts["已通过"])
        for level in ("国家", "加省", "加市"):
            (complete, total), (met, _) = re.findall(rf"{level} (\d+)/(\d+)", status)
            row = next(line.split() for line in score.splitlines() if line.startswith(level))
            assert (row[1], row[2], row[4]) == (total, complete, met)
    assert passed[0] == 0 < passed[1]
    assert _counts(play.said(FIRSTS[1], "diff 2021-02")) == _counts(play.said(FIRSTS[1], "status"))


def _what_inspectors_found_is_open_until_they_accept_it(play: Play) -> None:
    assert "问题" not in play.said("2021-02-01", "status")
    assert "问题2未销号" in play.said("2021-03-01", "status")
    assert "问题 3  未销号 2  逾期 0  待验收 0  已销号 1" in play.said("2021-03-01", "problem list")
    assert "整改：没有销号" in play.said("2021-03-01", "calendar")


def _what_came_late_was_missing_on_the_day(play: Play, fzjs: Run) -> None:
    status = play.said("2021-03-01", "status")
    data = json.loads(fzjs("ledger", "list", "--json", at=play.folder).stdout)
    late = [row["科室"] for row in data["科室"] if _handed(row, "2021-03") > "2021-03-01"]
    assert sorted(late) == ["律师公证管理科", "法制仲裁科"]
    assert status.count("今天到期") == len(late)


def _handed(row: dict[str, Any], month: str) -> str:
    return next(cell["填表日期"] for cell in row["各月"] if cell["月份"] == month)


def _history_ends_where_status_stands(play: Play, fzjs: Run) -> None:
    weeks = json.loads(fzjs("history", "--json", at=play.folder).stdout)["周"]
    now = json.loads(fzjs("status", "--json", at=play.folder).stdout)["合计"]
    totals = [week["合计"] for week in weeks]
    passed = [total["已通过"] for total in totals]
    assert passed == sorted(passed)
    assert totals[-1] == now | {"不适用": totals[-1]["不适用"]}
