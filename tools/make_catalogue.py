"""Put the national list of 2019 together from the two published plans that carry its items.

`python tools/make_catalogue.py` writes `src/fzjs/actions/catalogue/national-2019/indicators/`;
`--check` says which files differ from what the sources give. The first plan keeps the national
numbers; the other counts its own, so that each of its items is found by its words, and six by their
neighbours.
"""  # a script, no package

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rapidfuzz import fuzz

from fzjs.source.emit import Value, block

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/fzjs/actions/catalogue/national-2019/indicators"
FIRST = ROOT / "tests/data/puyang-justice-2020.json"
SECOND = ROOT / "tests/imports/sources/pingdingshan-education-2021.json"
DECISIONS = ROOT / "tools/catalogue-2019.yaml"
TARGETS = ROOT / "tools/puyang-decisions.yaml"

TOTAL = 100
ALIKE = 38
"""Below this likeness (0 to 100) two texts are not taken for the same item."""
CLEAR = 10
"""By how much the nearest text must be nearer than the next."""
MISSING = "（待补）"
SCHEMA = "# yaml-language-server: $schema=../schema/indicators.json"
HEAD = (
    "市县法治政府建设示范指标体系（2019年版）的国家项，由两份公开的任务分工方案拼成，出处写在各项上。",
    "两份都是市级部门的方案，词句按部门改写过（如“本部门”），与国家印发的原文可能不同，请对照原文核对。",
    "科室、上报资料、完成时限由本单位定，这里都没有；加分项、减分项不在100项之内，也没有收。",
    "量化要求是从“内容”里读出来的。",
)
NOTHING = (
    "第50项：两份方案都没有，内容不知道，属于三还是四也不知道。补上内容之前它不能齐备。",
    "对照国家印发的原文补上 一级指标、内容、测评方法，并注明 出处。",
)

Row = dict[str, Any]


class Item(NamedTuple):
    """One item of the catalogue; `level2` is "" where nothing says it, `notes` are comments."""

    number: int
    level1: str
    level2: str
    fields: dict[str, Value]
    notes: tuple[str, ...]


def read_yaml(path: Path) -> Row:
    """Return a file's data with every scalar as text."""
    found: Row = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text
    return found


def folded(text: str) -> str:
    """Return a text without punctuation and widths, for comparing."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


def first_rows() -> dict[int, Row]:
    """Return national number → row of the first plan: bare numbers, the additional items apart."""
    rows: list[Row] = json.loads(FIRST.read_text(encoding="utf-8"))
    return {int(r["no"]): r for r in rows if r["no"].isdigit() and "附加项" not in r["l1"]}


def second_rows() -> dict[int, Row]:
    """Return local number → row of the second plan."""
    rows: list[Row] = json.loads(SECOND.read_text(encoding="utf-8"))
    found = ((re.fullmatch(r"第(\d+)项指标", row["no"]), row) for row in rows)
    return {int(match[1]): row for match, row in found if match}


def mapping(first: dict[int, Row], second: dict[int, Row]) -> dict[int, int]:
    """Return local number of the second plan → national number.

    By words where the first plan has the item. The rest stand in the decisions, each with its
    neighbours, and must fit between them; numbers must rise. Raises ValueError otherwise.
    """
    guessed = read_yaml(DECISIONS)["推定"]
    result: dict[int, int] = {}
    for local, row in second.items():
        scores = sorted(
            ((fuzz.ratio(folded(row["text"]), folded(r["text"])), n) for n, r in first.items()),
            reverse=True,
        )
        (best, number), (next_best, _) = scores[:2]
        if best >= ALIKE and best - next_best >= CLEAR and str(local) not in guessed:
            result[local] = number
        else:
            result[local] = int(guessed[str(local)]["国家"])
    _check(result, guessed)
    return result


def _check(found: dict[int, int], guessed: dict[str, Row]) -> None:
    numbers = list(found.values())
    if numbers != sorted(set(numbers)):
        raise ValueError("the numbers do not rise")
    for local, said in guessed.items():
        if not int(said["前"]) < int(said["国家"]) < int(said["后"]):
            raise ValueError(f"{local} does not lie between its neighbours")


def items() -> Iterator[Item]:
    """Yield the items 1 to 100; the one that neither plan has is marked as missing."""
    first, second = first_rows(), second_rows()
    local = {national: number for number, national in mapping(first, second).items()}
    decided = read_yaml(DECISIONS)
    demands = {**decided["量化要求"], **read_yaml(TARGETS)["量化要求"]}
    for number in range(1, TOTAL + 1):
        level1 = next(
            (r["标题"] for r in decided["一级"] if int(r["起"]) <= number <= int(r["止"])), MISSING
        )
        targets = {"量化要求": demands[str(number)]} if str(number) in demands else {}
        if number in first:
            other = second[local[number]] if number in local else None
            note = _differs(first[number], other, local.get(number, 0))
            fields = {**_from_first(number, first), **targets}
            yield Item(number, level1, first[number]["l2"], fields, note)
        elif number in local:
            level2, notes = _heading(number, first)
            fields = {**_from_second(number, local[number], second), **targets}
            yield Item(number, level1, level2, fields, notes)
        else:
            fields = {"编号": str(number), "来源": "国家", "内容": MISSING}
            yield Item(number, level1, "", fields, NOTHING)


def _from_first(number: int, rows: dict[int, Row]) -> dict[str, Value]:
    """Return an item as the first plan prints it; a blank cell of methods is that of the row above.

    The row above may be blank too: the origin is named, never a row in between.
    """
    methods: list[str] = rows[number]["methods"]
    origin = next(n for n in range(number, 0, -1) if n in rows and rows[n]["methods"])
    return {
        "编号": str(number),
        "来源": "国家",
        "内容": rows[number]["text"],
        **({"测评方法": methods} if methods else {"沿用": {"方法": str(origin)}}),
        "出处": f"濮阳市司法局2020年方案附件2第{number}项",
    }


def _from_second(number: int, local: int, rows: dict[int, Row]) -> dict[str, Value]:
    found = f"平顶山市教育体育局2021年方案第{local}项（对照推定为国家第{number}项）"
    return {
        "编号": str(number),
        "来源": "国家",
        "内容": rows[local]["text"],
        "测评方法": [task["method"] for task in rows[local]["tasks"]],
        "出处": f"{found}；词句已按部门改写",
    }


def _differs(row: Row, other: Row | None, local: int) -> tuple[str, ...]:
    """Return a note where the two plans word an item differently, punctuation aside."""
    if other is None or folded(row["text"]) == folded(other["text"]):
        return ()
    return (f"平顶山市教育体育局2021年方案第{local}项的文字与此不同",)


def _heading(number: int, first: dict[int, Row]) -> tuple[str, tuple[str, ...]]:
    """Return the 二级 heading that encloses a number, "" where two meet there; and a note."""
    before = first[max(n for n in first if n < number)]["l2"]
    after = first[min(n for n in first if n > number)]["l2"]
    if before == after:
        return before, ("平顶山的方案不分一级、二级，标题按前后两项推定",)
    return "", (
        "平顶山的方案不分一级、二级：一级按前后两项推定；",
        f"二级是“{before}”还是“{after}”，待核对",
    )


def files() -> dict[str, str]:
    """Return file name → text, one file for each 一级 heading; 50 goes behind the one before it."""
    made: dict[str, list[str]] = {}
    name = ""
    for (level1, level2), group in groupby(items(), key=lambda item: (item.level1, item.level2)):
        if level1 != MISSING:
            title = level1.partition("、")[2]
            known = next((n for n in made if n.endswith(f"{title}.yaml")), "")
            name = known or f"{len(made) + 1:02}-{title}.yaml"
        head = [SCHEMA, *(f"# {line}" for line in (() if made else HEAD))]
        made.setdefault(name, head).extend(_block(level1, level2, list(group)))
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _block(level1: str, level2: str, group: list[Item]) -> Iterator[str]:
    yield f"- 一级指标: {level1}"
    if level2:
        yield f"  二级指标: {level2}"
    yield "  三级指标:"
    for item in group:
        yield from (f"  # {note}" for note in item.notes)
        lines = list(block(item.fields, 4))
        yield f"  - {lines[0].strip()}"
        yield from lines[1:]


def main(arguments: list[str]) -> int:
    """Write or check the files; return the exit code."""
    stale = {n: t for n, t in files().items() if not _same(OUT / n, t)}
    stray = sorted({path.name for path in OUT.glob("*.yaml")} - set(files()))
    if "--check" in arguments:
        for name in (*stale, *stray):
            print(f"{name} is stale: run tools/make_catalogue.py", file=sys.stderr)
        return int(bool(stale or stray))
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in stale.items():
        (OUT / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name} written")
    return 0


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
