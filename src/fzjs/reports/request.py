"""商请函 as data: what an outside body is asked to issue, for which years, and since when.

Some material others must issue, and it takes longest: 附件2 73 “人民法院关于被诉行政机关
负责人出庭率达到100%的情况说明及佐证材料”. One letter gathers all that one body is asked for.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from fzjs.assess import Assessment, Standing, State
from fzjs.assess.handover import copies
from fzjs.assess.period import SUMMARY, has_year
from fzjs.diagnostic import FzjsError
from fzjs.facts import Entry
from fzjs.nearest import nearest
from fzjs.reports import gaps, printed
from fzjs.reports.dated import day_asked
from fzjs.reports.framing import doubts, frame
from fzjs.reports.named import entry_named
from fzjs.reports.plan_settings import GAP
from fzjs.reports.statements import Unwritten
from fzjs.reports.summary import numbered
from fzjs.reports.wording import long_date, numeral, periods
from fzjs.repository.layout import name_of
from fzjs.visible import in_shell

_WAITS = "待外单位"


def build(
    assessment: Assessment, typed: str, due: str = "", here: Path | None = None, left_out: int = 0
) -> dict[str, Any]:
    """Return the letter to an outside body, named itself or by an entry that waits for it.

    `due` is the day by which it is asked to answer, as typed. Raises FzjsError for names and
    dates, and for an entry that waits for nobody.
    """
    waiting = _waiting(assessment)
    issuer = _issuer(assessment, typed, waiting, here)
    until = day_asked(due, "--due") if due else None
    if until and until <= assessment.today:
        raise FzjsError(f"--due：{until} 不晚于今天 {assessment.today}，对方来不及办。")
    return _letter(assessment, issuer, waiting[issuer], until, left_out)


def build_all(
    assessment: Assessment, due: str = "", left_out: int = 0
) -> Iterator[dict[str, Any] | Unwritten]:
    """Yield the letter to every body that is waited for, then what nobody has entered yet."""
    for issuer in _waiting(assessment):
        yield build(assessment, issuer, due, None, left_out)
    for gap in gaps.gather(assessment, (met for met in assessment.met if not met.proofs)):
        material = assessment.catalogue.materials.get(gap.material)
        if material and material.issuer and gap.met[0].state is State.MISSING:
            what = f"{gap.label} {gap.periods}（{material.issuer}）"
            yield Unwritten(what, "方案写明由外单位出具，还没有登记条目")


def _waiting(assessment: Assessment) -> dict[str, list[Standing]]:
    """Return the entries that wait, by the body that they wait for, in plan order of the first."""
    order = {key: place for place, key in enumerate(assessment.catalogue.materials)}
    found: defaultdict[str, list[Standing]] = defaultdict(list)
    waits = [each for each in assessment.standings.values() if each.state == _WAITS]

    def first(standing: Standing) -> tuple[int, str, str]:
        entry = standing.entry
        claim = entry.claims[0]
        key = assessment.catalogue.material(claim.material)
        return order.get(key, len(order)), claim.period, entry.id

    for standing in sorted(waits, key=first):
        found[standing.entry.waits_for].append(standing)
    return dict(found)


def _issuer(
    assessment: Assessment, typed: str, waiting: dict[str, list[Standing]], here: Path | None
) -> str:
    """Return the body that a text means. Raises FzjsError."""
    if typed in waiting:
        return typed
    found = [issuer for issuer in waiting if typed in issuer]
    if len(found) == 1:
        return found[0]
    if found:
        raise FzjsError(f"“{typed}”不止一个：{'、'.join(found)}。写全。")
    known = f"待出具的单位：{'；'.join(waiting)}。" if waiting else _none(assessment)
    if "/" not in typed and not typed.endswith(".yaml"):
        guess = nearest(typed, waiting)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"没有等“{typed}”出具的条目。{hint}\n{known}")
    file = entry_named(assessment, here or assessment.repository.tree.root, typed).file
    standing = assessment.standings.get(name_of(file))
    if standing is None:
        raise FzjsError(f"{file} 有误，先按 fzjs check 的提示改好。")
    if standing.state != _WAITS:
        raise FzjsError(
            f"{file}（{standing.state}）不在等外单位出具，不用发函。\n"
            "要由外单位出具的，先写“外单位”：fzjs outside 条目 --issuer 单位"
        )
    return standing.entry.waits_for


def _none(assessment: Assessment) -> str:
    """Say that nothing is waited for, and what the plan wants of others all the same."""
    named = [m for m in assessment.catalogue.materials.values() if m.issuer]
    plan = f"方案写明由外单位出具的资料有{len(named)}件，" if named else ""
    return (
        f"没有待外单位出具的条目。{plan}先登记条目，再写由谁出具：fzjs outside 条目 --issuer 单位"
    )


def refuse_none(assessment: Assessment) -> None:
    """Raise FzjsError where nothing is waited for, so that an empty set of letters is no answer."""
    if not _waiting(assessment):
        raise FzjsError(_none(assessment))


def _letter(
    assessment: Assessment,
    issuer: str,
    waiting: Sequence[Standing],
    until: datetime.date | None,
    left_out: int,
) -> dict[str, Any]:
    campaign, today = assessment.repository.campaign, assessment.today
    entries = [standing.entry for standing in waiting]
    again = any(_asked(entry, today) for entry in entries)
    unit = campaign.unit
    title = f"{unit}关于{'再次' if again else ''}商请出具示范创建有关材料的函"
    lacks = ["发文字号", *([] if until else ["办理期限"]), "联系人"]
    return {
        **frame(assessment, title),
        "文件名": f"{title}（{issuer}）",
        "红头": campaign.letterhead,
        "示例": campaign.sample or any(entry.sample for entry in entries),
        "待填": lacks,
        "不完整": doubts(assessment, left_out),
        "上级": _is_above(issuer, unit),
        "主送": issuer,
        "依据": _basis(assessment),
        "材料": _materials(assessment, entries),
        "前情": _history(entries, today),
        "份数": _copies(assessment, entries),
        "限": long_date(until) if until else GAP,
        "科室": _offices(assessment, entries),
        "落款单位": unit,
        "落款日期": long_date(today),
        "接下来": _next(entries, today),
    }


def _is_above(issuer: str, unit: str) -> bool:
    """Tell whether a letter (函) is the wrong form: it goes to a government or the own 厅 or 部.

    党政机关公文处理工作条例 第八条: 函 “适用于不相隶属机关之间”.
    """
    if issuer.endswith("人民政府"):
        return True
    mine, theirs = (re.sub("^.*[省市县区旗州]", "", name) for name in (unit, issuer))
    return theirs[-1:] in {"厅", "部"} and theirs[:-1] == mine.rstrip("局厅委")


def _next(entries: Sequence[Entry], today: datetime.date) -> str:
    """Say how to record that the letter was sent: an entry is asked for once, urged after that."""
    said = []
    for option, asked in (("--asked", False), ("--reminded", True)):
        names = [in_shell(each.id) for each in entries if bool(_asked(each, today)) is asked]
        said += [f"fzjs outside {name} {option} 日期" for name in names]
    return "发出后记一次：" + "；".join(said)


def _asked(entry: Entry, today: datetime.date) -> datetime.date | None:
    """Return the day of the letter that was sent, None before."""
    return entry.asked if entry.asked and entry.asked <= today else None


def _basis(assessment: Assessment) -> str:
    """Return what the unit acts on: where its indicators come from, with the number."""
    system = printed.campaign(assessment.repository)["体系"]
    number = system.get("文号", "")
    return (system.get("来源") or f"《{system['名称']}》") + (f"（{number}）" if number else "")


def _materials(assessment: Assessment, entries: Iterable[Entry]) -> list[dict[str, str]]:
    """Return each material once, with its periods and the plan's own words."""
    catalogue, found = assessment.catalogue, dict[str, list[str]]()
    for entry in entries:
        for claim in entry.claims:
            found.setdefault(catalogue.material(claim.material), []).append(claim.period)
    rows = []
    for key, labels in found.items():
        material = catalogue.materials.get(key)
        row = catalogue.rows.get(key.partition("-")[0])
        text = material.text if material else row.indicator.text if row else catalogue.label(key)
        number = row.indicator.number if row else ""
        rows.append(
            {
                "内容": text.rstrip("。；"),
                "指标": numbered(number).removesuffix("指标") if number else "",
                "年度": _periods(assessment, labels),
            }
        )
    return rows


def _periods(assessment: Assessment, labels: Sequence[str]) -> str:
    """Say the periods as a letter does: 2016—2021年度; one paper for the window is 汇总."""
    first, last = assessment.catalogue.campaign.window
    named = sorted(set(labels))
    years = [label for label in named if has_year(label)]
    said = [f"{periods(years, '—')}年度"] if years else []
    said += [f"{first}—{last}年度，汇总一份"] if SUMMARY in named else []
    said += [label for label in named if label not in {*years, SUMMARY}]
    return "；".join(said)


def _history(entries: Sequence[Entry], today: datetime.date) -> list[str]:
    """Say since when the body has been asked, how often it was urged and what it answered."""
    said: dict[str, int] = {}
    for entry in entries:
        said[_since(entry, today)] = said.get(_since(entry, today), 0) + 1
    if len(said) == 1:
        (only,) = said
        return [f"上述材料，我单位{only}。"] if only else []
    return [f"其中{count}份，我单位{each or '此前没有发函'}。" for each, count in said.items()]


def _since(entry: Entry, today: datetime.date) -> str:
    asked = _asked(entry, today)
    if not asked:
        return ""
    text = f"已于{long_date(asked)}函商"
    urged = [long_date(day) for day in sorted(set(entry.reminded)) if day <= today]
    text += f"，{'、'.join(urged)}催请" if urged else ""
    if entry.answered and entry.answered <= today:
        return f"{text}，{long_date(entry.answered)}收到答复，材料尚未取得"
    return f"{text}，至今未收到答复"


def _copies(assessment: Assessment, entries: Iterable[Entry]) -> str:
    """附件1 一.1: “各种创建材料均一式三份”; what the plan asks for, "" where nothing."""
    most = max(copies(entry, assessment.catalogue) for entry in entries)
    return f"一式{numeral(most)}份" if most > 1 else ""


def _offices(assessment: Assessment, entries: Iterable[Entry]) -> str:
    return "、".join(dict.fromkeys(assessment.catalogue.folder_office(e.office) for e in entries))
