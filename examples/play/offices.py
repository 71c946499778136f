"""What the offices and the reviewing office do in a week: hand in, mend, review."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from papers import paper, pdf, review, yaml
from stage import ROOT, Stage

SHOWN_UNTIL = datetime.date(2021, 3, 2)
"""Until this day the play is the shipped campaign: its entries come when their dates say."""

_ANY_DAY = re.compile(r"20(?:20|21)-\d\d-\d\d")
_HASH = re.compile(r"sha256: ([0-9a-f]{64})")
_PATH = re.compile(r"路径: (附件/[^,}]+)")
_REASONS = ("无数据", "缺年度", "文不对题", "超字数", "链接失效")
_OWN = "规范性文件管理科"
_REVIEWERS = {True: ("法制仲裁科", "王某戊"), False: (_OWN, "张某丙")}
_AUTHORS = {"审核": _OWN, "催办": _OWN, "日程": _OWN}
_PLAYED = {"台账", "督导", "整改"}
"""Records that are not handed in with the papers: ledgers.py and inspections.py play them."""
_LATE, _NEVER, _RETURNED = 12, 4, 8
"""How many of a hundred come after their date, never come, are returned at first."""


def _chance(*words: object) -> int:
    """Return a number below 100 that is the same in every play."""
    return int(hashlib.sha256("|".join(map(str, words)).encode()).hexdigest()[:8], 16) % 100


class Offices:
    """The offices of the sample unit, with what the shipped campaign holds of them."""

    def __init__(self, stage: Stage) -> None:
        """Read the shipped records and the day on which each comes."""
        self._stage = stage
        self._waiting = sorted(_arrivals())

    def hand_in(self) -> None:
        """Hand in what comes by today, one commit an office."""
        mine: defaultdict[str, list[Path]] = defaultdict(list)
        while self._waiting and self._waiting[0][0] <= self._stage.day:
            _, file = self._waiting.pop(0)
            parts = file.relative_to(ROOT / "evidence").parts
            mine[_AUTHORS.get(parts[0], parts[0])].append(file)
        for office, files in sorted(mine.items()):
            for file in files:
                self._stage.put(file.relative_to(ROOT).as_posix(), file.read_bytes())
                if file.suffix == ".yaml":
                    self._attach(file)
            self._stage.commit(office, f"{office}：{len(files)}件")
        if self._stage.day > SHOWN_UNTIL:
            self._made_up()

    def _attach(self, file: Path) -> None:
        for path in _PATH.findall(file.read_text(encoding="utf-8")):
            found = file.parent / path
            if found.is_file():
                self._stage.put(found.relative_to(ROOT).as_posix(), found.read_bytes())

    def _made_up(self) -> None:
        """Hand in the sample papers whose day has come, and mend what was returned."""
        stage = self._stage
        data = stage.data("export", "--json")
        groups: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        web = {row.get("网络检索") for row in data["指标"]}
        issued = {
            f"{row['编号']}-{material['代号']}"
            for row in data["指标"]
            for material in row.get("上报资料", ())
            if "出具" in material
        }
        for owed in data["应报件"]:
            ours = owed["资料"] not in issued
            if owed["状态"] == "未报" and not owed["条目"] and owed["科室"] and ours:
                single = owed["年度"] if owed["种类"] in {"会议材料", "信息报道"} else ""
                groups[owed["资料"], owed["期限"], single].append(owed)
        made: defaultdict[str, int] = defaultdict(int)
        for (material, due, single), owed in groups.items():
            if _comes(material, due, single) <= stage.day:
                done = paper(owed, stage.day, on_web=material in web)
                stage.write(f"evidence/{done.office}/{done.name}.yaml", done.data)
                stage.put(f"evidence/{done.office}/附件/{done.name}.pdf", done.pdf)
                made[done.office] += len(owed)
        for entry in data["佐证"]:
            if entry["现状"] == "已退回" and not any("问题未销号" in r for r in entry["退回理由"]):
                self._mend(entry["条目"])
        stage.commit("各科室", f"本周报送{sum(made.values())}件（{len(made)}个科室）")

    def _mend(self, entry: str) -> None:
        """Put a new attachment in place of the returned one; the entry is 待复核 again."""
        stage, file = self._stage, f"evidence/{entry}.yaml"
        text = (stage.folder / file).read_text(encoding="utf-8")
        found, path = _HASH.search(text), _PATH.search(text)
        if found and path:
            again = pdf(f"{entry}/{stage.day}/补正")
            stage.replace(file, found[1], hashlib.sha256(again).hexdigest())
            stage.put(f"evidence/{entry.split('/', maxsplit=1)[0]}/{path[1]}", again)

    def review(self) -> None:
        """Review what waits, in the reviewing office's own commit."""
        stage = self._stage
        if stage.day <= SHOWN_UNTIL:
            return
        counts = {"通过": 0, "退回": 0}
        for entry in stage.data("export", "--json")["佐证"]:
            if entry["现状"] not in {"待审核", "待复核"}:
                continue
            file = stage.folder / "evidence/审核" / f"{entry['条目']}.yaml"
            office, person = _REVIEWERS[entry["科室"] == _OWN]
            first = not file.exists()
            reasons = [{"代码": "其他", "说明": entry["缺陷"][0]}] if entry["缺陷"] else []
            if first and not reasons and _chance("退回", entry["条目"]) < _RETURNED:
                reasons = [{"代码": _REASONS[_chance(entry["条目"]) % len(_REASONS)]}]
            done = review(entry, stage.day, office, person, reasons)
            counts[done["结论"]] += 1
            file.parent.mkdir(parents=True, exist_ok=True)
            head = "示例: 是\n审核:\n" if first else file.read_text(encoding="utf-8")
            file.write_text(head + _item(done), encoding="utf-8")
        stage.commit(_OWN, f"审核：通过{counts['通过']}，退回{counts['退回']}")


def _item(data: dict[str, Any]) -> str:
    lines = yaml(data).splitlines()
    return "".join(f"{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))


def _comes(material: str, due: str, single: str) -> datetime.date:
    """Return when a paper comes: mostly in the month before its date, some late, a few never."""
    chance = _chance(material, due, single)
    if chance < _NEVER:
        return datetime.date.max
    day = datetime.date.fromisoformat(due)
    spread = _chance("日", material, due, single)
    if chance < _NEVER + _LATE:
        return day + datetime.timedelta(days=5 + spread // 3)
    return day - datetime.timedelta(days=spread // 3)


def _arrivals() -> list[tuple[datetime.date, Path]]:
    """Return every shipped record that is handed in, with the day on which it comes."""
    found: list[tuple[datetime.date, Path]] = []
    days: dict[str, datetime.date] = {}
    folder = ROOT / "evidence"
    files = sorted(f for f in folder.rglob("*.yaml") if not _PLAYED & set(f.parts))
    start = datetime.date(2021, 1, 11)
    for file in sorted(files, key=lambda f: f.relative_to(folder).parts[0] == "审核"):
        text = file.read_text(encoding="utf-8")
        dates = [datetime.date.fromisoformat(d) for d in _ANY_DAY.findall(text)]
        past = [day for day in dates if start <= day <= SHOWN_UNTIL]
        name = file.relative_to(folder).as_posix().removeprefix("审核/")
        spread = datetime.timedelta(days=_chance(name) // 4)
        day = max([*(past or [start + spread]), days.get(name, start)])
        days[name] = day
        found.append((day, file))
    return found
