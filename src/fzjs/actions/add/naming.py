"""What a paper may be called: its 事由 from title or file name, and names of files for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from fzjs.actions.names import DEVICE, UNSAFE
from fzjs.facts import Campaign

_LONGEST = 50
"""Characters of a file's name: Windows allows 260 for a whole path, and folders come before it."""
_FORMS = "情况说明|情况报告|零报告|情况材料|佐证材料|网络检索"
_DAY = r"(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|[-.]\d{1,2}[-.]\d{1,2}|[01]\d[0-3]\d)"
_ASIDES = re.compile(
    r"[（(【\[](?:\d+|[^（）()【】\[\]]*(?:稿|版|扫描|盖章|签字|副本|复件|印发|红头)"
    r"[^（）()【】\[\]]*)[）)】\]]"
    r"|[-_ ]*(?:最终版|最新版|终稿|定稿|送审稿|扫描件|扫描版|盖章版|已盖章|副本|复件)\d*"
)
_YEARS = re.compile(r"^((?:19|20)\d\d)(?:[-—–~至]+((?:19|20)\d\d))?(?:年度?)?[-_ ]*")


_TABLES = frozenset({".csv", ".xlsx"})


def from_title(opening: str, campaign: Campaign) -> str:
    """Return the 事由 where a text begins with a title of the campaign's form, else ""."""
    before, mark, after = campaign.title_form.replace("{单位}", campaign.unit).partition("{事由}")
    if not mark or not (before or after):
        return ""
    found = re.search(f"{re.escape(before)}(.{{2,80}}?){re.escape(after)}", opening)
    return found[1].strip("《》") if found else ""


def from_file(name: str, campaign: Campaign) -> str:
    """Return the 事由 that a file's name tells: without 关于, kind, unit, dates and version.

    A year at its beginning stays, as 2020年度 or 2016—2020年.
    """
    text = _ASIDES.sub("", PurePath(name).stem)
    text = re.sub(f"[-_ ]*{_DAY}[-_ ]*", "", text)
    text = text.replace(campaign.unit, "").strip(" -_《》.·")
    years = _YEARS.match(text)
    rest = text[years.end() :] if years else text
    rest = re.sub(r"^[的-]*关于", "", rest)
    rest = re.sub(f"的?(?:{_FORMS})$", "", rest).strip(" -_《》.·") or rest
    return _dated(years[1], years[2]) + rest if years and rest else rest


def with_years(subject: str, years: Iterable[int]) -> str:
    """Return a 事由 with the years that it is claimed for, where it names none itself."""
    known = sorted(set(years))
    if not subject or not known or re.search(r"(?:19|20)\d\d", subject):
        return subject
    return _dated(str(known[0]), str(known[-1]) if known[1:] else None) + subject


def _dated(first: str, last: str | None) -> str:
    return f"{first}—{last}年" if last else f"{first}年度"


def stem(subject: str, years: Iterable[int]) -> str:
    """Return ‹年度›-‹事由› as a file's name, without what Windows refuses in one."""
    known = sorted(set(years))
    rest = _YEARS.sub("", subject)
    when = (f"{known[0]}-{known[-1]}" if known[1:] else str(known[0])) if known else ""
    return safe("-".join(filter(None, (when, rest or subject))))


def safe(name: str) -> str:
    """Return a name with every mark that a file system refuses as `-`, and cut to a length."""
    text = UNSAFE.sub("-", name).strip(" .-~")[:_LONGEST].strip(" .-~")
    return f"{text}-" if DEVICE.fullmatch(text.partition(".")[0]) else text or "材料"


def free(stem_: str, suffix: str, taken: Iterable[str]) -> str:
    """Return a name that no other has, letter case aside: `-2`, `-3` where it is taken."""
    used = {name.casefold() for name in taken}
    number, name = 1, f"{stem_}{suffix}"
    while name.casefold() in used:
        number += 1
        name = f"{stem_}-{number}{suffix}"
    return name


def is_table(path: PurePath) -> bool:
    """Tell a table by its name; a scanned 登记表 is a paper."""
    return path.stem.startswith("登记表") and path.suffix.lower() in _TABLES
