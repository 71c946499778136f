"""The answer as a summary for a forge, at most LONGEST characters.

Whatever comes from data stands in code spans: there a forge reads no link, mention, number of an
issue, picture or HTML. Lists, not tables, carry data, so that no `|` breaks one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fzjs.diagnostic import Diagnostic, Severity
from fzjs.facts.change import Outcome, Piece, TouchedFile
from fzjs.output.change.parts import compared, cut, headline, numbers, reviewers, sections, states
from fzjs.visible import one_line

LONGEST = 60_000
_WIDEST = 160
"""Characters of one value that are shown."""


def render(outcome: Outcome) -> str:
    """Return the summary; lines that do not fit are counted."""
    lines = list(_lines(outcome))
    room = LONGEST - 40
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept.append(f"\n……太长，后面{len(lines) - len(kept)}行没有列出")
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def _lines(outcome: Outcome) -> Iterator[str]:
    yield f"## fzjs：{headline(outcome)}"
    yield ""
    yield code(compared(outcome))
    yield ""
    yield from (f"- 注意：{code(note)}" for note in outcome.notes)
    found = list(numbers(outcome))
    if found:
        yield from ("", "| | 改动前 | 现在 |", "|---|---|---|")
        # Figures and the program's own words, but for a tier's label, which is one of 来源.
        yield from (f"| {word} | {old} | {new} |" for word, old, new in found)
    yield from _findings(outcome)
    for title, pieces in sections(outcome):
        yield from ("", f"### {title} {len(pieces)}件", "")
        shown, more = cut(pieces)
        yield from (f"- {_piece(piece)}" for piece in shown)
        yield from (f"- ……另有{more}件" for _ in range(bool(more)))
    yield from _files(outcome)


def _findings(outcome: Outcome) -> Iterator[str]:
    order = list(Severity)
    found = sorted(outcome.report.diagnostics, key=lambda one: order.index(one.severity))
    if not found:
        return
    yield from ("", f"### 发现 {len(found)}处", "")
    shown, more = cut(found)
    for one in shown:
        yield f"- **{one.severity}** {_finding(one)}"
    if more:
        yield f"- ……另有{more}处，运行 `fzjs check --base` 看全部"


def _finding(one: Diagnostic) -> str:
    hint = f"，改法：{code(one.hint)}" if one.hint else ""
    place = f"{one.location.file}:{one.location.line}"
    return f"{code(place)} {code(one.message)}{hint} {code(one.rule)}"


def _piece(piece: Piece) -> str:
    said = [code(piece.label), states(piece), code("、".join(piece.owners))]
    return " ".join([*said, code(piece.note)] if piece.note else said)


def _files(outcome: Outcome) -> Iterator[str]:
    if not outcome.files:
        return
    yield from ("", "### 要谁批", "")
    shown_offices, more = cut(reviewers(outcome))
    for office, count, accounts in shown_offices:
        named = f"（{code('、'.join(accounts))}）" if accounts else ""
        yield f"- {code(office)}：{count}个文件{named}"
    yield from (f"- ……另有{more}家" for _ in range(bool(more)))
    yield from ("", f"### 改动的文件 {len(outcome.files)}个", "")
    shown, more = cut(outcome.files)
    yield from (f"- {_file(each)}" for each in shown)
    yield from (f"- ……另有{more}个" for _ in range(bool(more)))


def _file(each: TouchedFile) -> str:
    was = f"，原名 {code(each.was)}" if each.was else ""
    return f"{each.how}{each.kind} {code(each.file)}{was}，{code(each.office or '？')}"


def code(text: str) -> str:
    """Return a text from data as a code span: nothing in it is markup."""
    line = one_line(text.replace("\t", " ")).strip() or "（空）"
    line = line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
    fence = "`" * (max((len(run) for run in re.findall(r"`+", line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"
