"""双月检查 and what follows: found, mended, closed, returned, put off, come back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial

from stage import ROOT, Stage

_Day = datetime.date
_MINUTES = "政治部/2016-党委会会议纪要"
_INSPECTORS, _HEAD = "督导检查组", "刘乙"
_FEB, _APRIL, _JUNE = "2021-02-双月检查", "2021-04-双月检查", "2021-06-专项督察"
_AUGUST, _OCTOBER = "2021-08-双月检查", "2021-10-双月检查"


def acts(stage: Stage) -> list[tuple[_Day, Callable[[], None]]]:
    """Return every step in the life of every problem; the first three are the shipped ones."""
    shipped = partial(_shipped, stage)
    add, by = partial(_add, stage), partial(_by_inspectors, stage)
    apply = partial(_apply, stage)
    return [
        (_Day(2021, 2, 24), partial(_found_in_february, stage)),
        (_Day(2021, 2, 26), partial(shipped, "普法与依法治理科", f"{_FEB}-1")),
        (_Day(2021, 2, 26), partial(shipped, "基层工作指导科", f"{_FEB}-3")),
        (_Day(2021, 3, 1), partial(by, "close", f"{_FEB}/1")),
        (_Day(2021, 3, 9), partial(apply, f"{_FEB}/2", "政治部", "45", "补写列席意见的记录")),
        (_Day(2021, 3, 11), partial(by, "close", f"{_FEB}/2")),
        (_Day(2021, 3, 16), partial(apply, f"{_FEB}/3", "基层工作指导科", "85", "逐人核对人数")),
        (_Day(2021, 3, 18), partial(by, "return", f"{_FEB}/3", "--reason", "一个镇的人数仍对不上")),
        (_Day(2021, 3, 23), partial(apply, f"{_FEB}/3", "基层工作指导科", "85", "更正该镇人数")),
        (_Day(2021, 3, 25), partial(by, "close", f"{_FEB}/3")),
        (_Day(2021, 4, 22), partial(add, _APRIL, _MINUTES, "政治部", 14, "缺签发页")),
        (_Day(2021, 4, 22), partial(add, _APRIL, "65", "法制仲裁科", 20, "案卷评查结果没有通报")),
        (_Day(2021, 4, 22), partial(add, _APRIL, "81-4/2018", "办公室", 20, "答复书没有编号")),
        (_Day(2021, 5, 13), partial(apply, f"{_APRIL}/1", "政治部", "45", "调出签发页补入")),
        (_Day(2021, 5, 18), partial(by, "close", f"{_APRIL}/1")),
        (_Day(2021, 5, 20), partial(by, "extend", f"{_APRIL}/2", "--until", "2021-06-15",
                                    "--reason", "等县区报送评查结果")),
        (_Day(2021, 6, 10), partial(apply, f"{_APRIL}/2", "法制仲裁科", "65", "印发评查通报")),
        (_Day(2021, 6, 15), partial(by, "close", f"{_APRIL}/2")),
        (_Day(2021, 6, 24), partial(apply, f"{_APRIL}/3", "办公室", "81", "逐份补编号")),
        (_Day(2021, 6, 24), partial(add, _JUNE, "92", "普法与依法治理科", 14, "基地标牌破损")),
        (_Day(2021, 6, 24), partial(add, _JUNE, "86-5", "法制仲裁科", 14, "汇总表少两件")),
        (_Day(2021, 6, 29), partial(by, "close", f"{_APRIL}/3")),
        (_Day(2021, 7, 6), partial(apply, f"{_JUNE}/1", "普法与依法治理科", "92", "更换标牌")),
        (_Day(2021, 7, 6), partial(apply, f"{_JUNE}/2", "法制仲裁科", "86", "补登两件")),
        (_Day(2021, 7, 13), partial(by, "close", f"{_JUNE}/1")),
        (_Day(2021, 7, 13), partial(by, "close", f"{_JUNE}/2")),
        (_Day(2021, 8, 26), partial(by, "reopen", f"{_JUNE}/1", "--until", "2021-09-15",
                                    "--reason", "新标牌又脱落")),
        (_Day(2021, 8, 26), partial(add, _AUGUST, "56", "法制仲裁科", 30, "执法数据公开页打不开")),
        (_Day(2021, 9, 7), partial(apply, f"{_JUNE}/1", "普法与依法治理科", "92", "改用钢标牌")),
        (_Day(2021, 9, 14), partial(by, "close", f"{_JUNE}/1")),
        (_Day(2021, 10, 21), partial(add, _OCTOBER, "73", "法制仲裁科", 30, "两件应诉材料未归档")),
    ]  # fmt: skip


def _found_in_february(stage: Stage) -> None:
    """The shipped inspection, as it was before anything of it was mended."""
    file = f"evidence/督导/{_FEB}.yaml"
    text = (ROOT / file).read_text(encoding="utf-8")
    stage.put(file, re.sub(r"  处理: .*\n", "", text).encode())
    stage.commit(_INSPECTORS, f"{_FEB}：3个问题")


def _shipped(stage: Stage, office: str, name: str) -> None:
    """What an office says of how a problem is mended, as shipped."""
    file = f"evidence/{office}/整改/{name}.yaml"
    stage.put(file, (ROOT / file).read_bytes())
    stage.commit(office, f"{name}整改")


def _add(stage: Stage, inspection: str, about: str, office: str, days: int, text: str) -> None:
    """Record a problem that an inspection of today found."""
    kind, due = inspection[8:], stage.day + datetime.timedelta(days=days)
    said = ("--type", kind, "--office", office, "--due", str(due), "--text", text)
    stage.fzjs("problem", "add", about, *said)
    stage.commit(_INSPECTORS, f"{inspection}：{text}")


def _apply(stage: Stage, problem: str, office: str, number: str, measure: str) -> None:
    """Say how a problem was mended; the proof is the office's paper on that indicator."""
    proof = next(
        entry["条目"]
        for entry in stage.data("export", "--json")["佐证"]
        if entry["科室"] == office
        and not entry["缺陷"]
        and entry["现状"] in {"已通过", "待审核", "待复核", "已退回"}
        and any(claim["资料"].startswith(f"{number}-") for claim in entry["对应"])
    )
    stage.fzjs("problem", "apply", problem, "--measure", measure, "--proof", proof)
    stage.commit(office, f"{problem}申请销号")


def _by_inspectors(stage: Stage, verb: str, problem: str, *said: str) -> None:
    stage.fzjs("problem", verb, problem, "--by", _HEAD, *said)
    stage.commit(_INSPECTORS, f"{problem} {verb}")
