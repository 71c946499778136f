"""The answer as one JSON object (docs/json.md)."""

from __future__ import annotations

import json
from typing import Any, TextIO

from fzjs.diagnostic import Severity
from fzjs.facts.change import Outcome, Piece, Share, Totals, TouchedFile
from fzjs.output.json import plain
from fzjs.visible import escaped


def write(outcome: Outcome, stream: TextIO) -> None:
    """Print {通过, 对照, 起点, 日期, …, 发现: […]}."""
    report = outcome.report
    data = {
        "通过": outcome.accepted,
        "对照": outcome.revision,
        "起点": outcome.base,
        "日期": outcome.today.isoformat(),
        "注意": list(outcome.notes),
        "改动前": _totals(outcome.before),
        "现在": _totals(outcome.after),
        "齐备": [_share(share) for share in outcome.shares],
        "新满足": _pieces(outcome.met),
        "设置满足": _pieces(outcome.by_settings),
        "新通过": _pieces(outcome.passed),
        "待复核": _pieces(outcome.again),
        "又缺": _pieces(outcome.opened),
        "不再欠": _pieces(outcome.gone),
        "新欠": _pieces(outcome.new),
        "改动": [_file(each) for each in outcome.files],
        "逾期不通过": outcome.late,
        **{str(severity): report.count(severity) for severity in Severity},
        "发现": [plain(found) for found in report.diagnostics],
    }
    stream.write(escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")


def _totals(totals: Totals | None) -> dict[str, int] | None:
    if totals is None:
        return None
    return {
        "应报": totals.owed,
        "已通过": totals.passed,
        "待审": totals.pending,
        "逾期": totals.overdue,
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "层级": share.label,
        **{
            when: {"齐备": part[0], "总数": part[1]} if part else None
            for when, part in (("改动前", share.before), ("现在", share.after))
        },
    }


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    return [
        {
            "应报件": piece.label,
            "内容": piece.text,
            "科室": list(piece.owners),
            "改动前": piece.before,
            "现在": piece.after,
            "说明": piece.note,
        }
        for piece in pieces
    ]


def _file(each: TouchedFile) -> dict[str, Any]:
    return {
        "文件": each.file,
        "怎么": each.how,
        "原名": each.was,
        "是": each.kind,
        "科室": each.office,
        "账号": list(each.accounts),
        "原科室": each.lost_by,
    }
