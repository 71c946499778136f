"""The months' ledgers: prepared before the 1st, changed where an office has more to say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial

from stage import Stage

_Day = datetime.date
_PREPARED = (
    _Day(2021, 1, 28), _Day(2021, 2, 25), _Day(2021, 3, 30), _Day(2021, 4, 28), _Day(2021, 5, 28),
    _Day(2021, 6, 29), _Day(2021, 7, 29), _Day(2021, 8, 30), _Day(2021, 9, 28),
)  # fmt: skip
_LATE = {"2021-03": {"法制仲裁科": _Day(2021, 3, 4), "律师公证管理科": _Day(2021, 3, 9)}}
"""Who hands in a month late, and when: in the shipped campaign these two owe March's on 2 March."""
_MISSING = {"2021-06": {"新闻宣传科"}}
"""Who never hands in a month."""
_TALKATIVE = "办公室"
_NOTES = re.compile(r"  # 请核对$|^# .*\n", re.MULTILINE)
"""What `ledger new` wrote for who looks the lines through; `submit` takes it out too."""
_OPEN = re.compile(r'完成: 未完成, 情况: ([^"}\n]+)\}')


def acts(stage: Stage) -> list[tuple[_Day, Callable[[], None]]]:
    """Return each month's ledgers on the day when they are prepared."""
    found: list[tuple[_Day, Callable[[], None]]] = []
    for day in _PREPARED:
        month = f"{day + datetime.timedelta(days=6):%Y-%m}"
        late = _LATE.get(month, {})
        found.append((day, partial(_month, stage, month, {*late, *_MISSING.get(month, ())})))
        found += [(when, partial(_late, stage, month, office)) for office, when in late.items()]
    return found


def _month(stage: Stage, month: str, without: set[str]) -> None:
    """Prepare every office's month; each but a few looks it through and hands it in."""
    stage.fzjs("ledger", "new", month)
    stage.commit("规范性文件管理科", f"{month}台账预填")
    for file in sorted(stage.folder.glob(f"evidence/*/台账/{month}.yaml")):
        office = file.parts[-3]
        if office not in without:
            text = file.read_text(encoding="utf-8")
            line = _OPEN.search(text) if office == _TALKATIVE else None
            if line:
                text = text.replace(line[0], line[0][:-1] + "；已排专人，正在补}", 1)
            text = _NOTES.sub("", text).replace("状态: 草稿", "状态: 已提交", 1)
            file.write_text(text, encoding="utf-8")
            stage.commit(office, f"{office}：{month}台账")


def _late(stage: Stage, month: str, office: str) -> None:
    """Hand in after the day; the draft says how things stood before, so it is made anew."""
    (stage.folder / f"evidence/{office}/台账/{month}.yaml").unlink()
    stage.fzjs("ledger", "new", month, "--office", office)
    stage.fzjs("ledger", "submit", month, "--office", office, "--as-is")
    stage.commit(office, f"{office}：{month}台账（迟交）")
