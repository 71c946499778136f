"""A month's 工作台账 as an office finds it: the unchanged as it was, the rest from the facts."""

from __future__ import annotations

import re
from typing import NamedTuple

from fzjs.actions import newfile
from fzjs.actions.desk import Desk
from fzjs.actions.since import Past, Since
from fzjs.assess import Met
from fzjs.assess.ledgers import Key, handed, lines
from fzjs.facts import LedgerLine, LedgerMonth
from fzjs.reports.named import document, office_folder
from fzjs.reports.progress import fact, is_done, standing
from fzjs.rules.ledger_line_hollow import is_hollow
from fzjs.source import read
from fzjs.source.emit import Value, flow
from fzjs.store import Change

MARK = "请核对"
"""The comment behind a line that was not carried over as it was."""
_EACH = "逐行核对"
_ALL_IN = re.compile(r"应报\d+件材料已报齐，(?:审核通过|待审核|\d+件审核通过、\d+件待审核)")
"""What `fact` says of a line with nothing missing: a review since does not make it the office's."""
_NOTE = r"(?<=\}})  # {mark}(?=\r?$)|^# (?:\d{{4}}-\d\d 的台账，预填于|已完成的写上月具体做了).*\n"
"""What `new` writes for whoever reads the draft."""


class Made(NamedTuple):
    """An office's prefilled ledger: how many lines, how many of them to look at, and from what."""

    office: str
    change: Change
    rows: int
    look: int
    before: LedgerMonth | None
    why: str


def made(desk: Desk, office: str, month: str, past: Past) -> Made:
    """Return an office's draft of a month: every line that it owes, as `_line` says.

    Raises FzjsError where git runs and takes too long.
    """
    before = next(reversed(handed(desk.assessment, office)), None)
    since = past.since(before) if before else Since({}, {}, "以前没有交过台账")
    said = {(line.year, line.indicator): line for line in before.lines} if before else {}
    rows, look = [], 0
    for key, met in lines(desk.assessment, office).items():
        line, carried = _line(desk, key, met, said.get(key), since)
        mark = "" if carried or since.why else f"  # {MARK}"
        look += not carried
        rows.append(f"- {flow(line)}{mark}\n")
    file = f"evidence/{office_folder(desk.assessment, office)}/台账/{month}.yaml"
    text = _head(desk, file, month, since) + "行:\n" + "".join(rows)
    return Made(office, Change(file, None, text.encode()), len(rows), look, before, since.why)


def _line(
    desk: Desk, key: Key, met: tuple[Met, ...], last: LedgerLine | None, since: Since
) -> tuple[dict[str, Value], bool]:
    """Return a line, and whether it is the last month's as it was.

    It is carried over where nothing about it has changed since it was written, and where it does
    not contradict the records; else the records alone speak.
    """
    year, indicator = key
    number = desk.assessment.catalogue.rows[indicator].indicator.number
    done, note = is_done(met), ""
    carried = last is not None and since.is_same(met) and _stands(last, done=done)
    if last is not None and carried:
        done, note = last.done, standing(last.note)
    note = note or fact(desk.assessment, met, since.moves)
    word = "已完成" if done else "未完成"
    return {"年度": str(year), "指标": number, "完成": word, "情况": note}, carried


def _stands(line: LedgerLine, *, done: bool) -> bool:
    return not is_hollow(line.note) and (done or not line.done)


def to_look_at(desk: Desk, office: str, month: str, file: str) -> dict[tuple[str, str], bool]:
    """Return a draft's lines that were to be looked at, and whether they stand as prefilled.

    Those are the marked ones; all of them where nothing was known of the month before, as the
    draft then says. What was prefilled is worked out once more, as nothing of it is kept.
    Raises FzjsError as `made`.
    """
    text = desk.raw(file).decode("utf-8").splitlines()
    found = document(desk.assessment, file)
    if found is None or found.record is None:
        return {}
    whole = any(line.startswith("#") and _EACH in line for line in text)
    after = made(desk, office, month, Past(desk)).change.after
    again = read(after if isinstance(after, bytes) else b"", file).data
    now = again["行"] if isinstance(again, dict) else []
    lines: dict[tuple[str, str], bool] = {}
    for i, line in enumerate(desk.data(file)["行"]):
        marked = text[found.source.locate(("行", i)).line - 1].rstrip().endswith(f"# {MARK}")
        if whole or marked:
            untouched = line in now or bool(_ALL_IN.fullmatch(line["情况"]))
            lines[line["年度"], line["指标"]] = untouched
    return lines


def _head(desk: Desk, file: str, month: str, since: Since) -> str:
    sample = desk.assessment.repository.campaign.sample
    data = {"填表日期": desk.today.isoformat(), "状态": "草稿"}
    text = newfile.text(desk.tree, file, "ledger", data, sample=sample).decode()
    how = (
        f"各行按现在的材料预填，{_EACH}。"
        if since.why
        else f"行尾标“{MARK}”的有变化，或上一份没有，按现在的材料预填；其余照上一份。"
    )
    note = f"# {month} 的台账，预填于 {desk.today}。{how}\n"
    note += "# 已完成的写上月具体做了什么，未完成的写正在怎么推进；改好用 fzjs ledger submit。\n"
    first, newline, rest = text.partition("\n")
    schema = first.startswith("#")
    return f"{first}{newline}{note}{rest}" if schema else note + text


def unmarked(raw: bytes, file: str) -> bytes:
    """Return a draft without the comments that `new` wrote for its reader; others stay."""
    note = re.compile(_NOTE.format(mark=re.escape(MARK)), re.MULTILINE)
    after = note.sub("", raw.decode("utf-8")).encode("utf-8")
    return after if read(after, file).data == read(raw, file).data else raw
