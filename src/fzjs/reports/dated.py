"""Days and months as they are typed."""

from __future__ import annotations

import datetime
import re
import unicodedata

from fzjs.assess.handing import is_month
from fzjs.diagnostic import FzjsError
from fzjs.models import mend


def day_typed(typed: str) -> datetime.date | None:
    """Return the day that 2021-02-01, 2021.2.1 or 2021年2月1日 means, None where it is none."""
    meant = mend.date(typed)
    return datetime.date.fromisoformat(meant) if meant else None


def day_asked(typed: str, option: str) -> datetime.date:
    """Return the day typed after an option. Raises FzjsError with how to write one."""
    found = day_typed(typed)
    if found is None:
        raise FzjsError(f"{option}：没有“{typed}”这样的日期，写成如 {option} 2021-02-01。")
    return found


def month_hint(typed: str) -> str:
    """Say which month may be meant by what is none (2021.3, full-width), else how to write one."""
    plain = unicodedata.normalize("NFKC", typed)
    found = re.fullmatch(r"\D*(20\d\d)\D*?(\d{1,2})\D*", plain, re.ASCII)
    guess = f"{found[1]}-{int(found[2]):02}" if found else ""
    if is_month(guess):
        return f"是不是 {guess}？"
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", plain, re.ASCII):
        return "年份写 2000 至 2099，看是不是打错了。"
    return "写成 四位年-两位月，如 2021-03。"
