"""Draft `indicators/*.yaml` from the plan's rows, the cell splitter and the hand decisions.

Run once, from the project's root: `python tools/draft_indicators.py [OUT]`. What it wrote was read
and committed; from then on `indicators/` is the truth, and this only shows how it came about.
"""  # a script, no package

from __future__ import annotations

import json
import re
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from fzjs.importers.materials import Item, split

ROOT = Path(__file__).resolve().parent.parent
ROWS = ROOT / "tests/data/puyang-justice-2020.json"
DECISIONS = ROOT / "tools/puyang-decisions.yaml"
SCHEMA = "# yaml-language-server: $schema=../schema/indicators.json"
KEYS = {
    "code": "代号",
    "printed": "原序号",
    "text": "内容",
    "kind": "种类",
    "period": "年度",
    "since": "自",
    "until": "至",
    "words_limit": "字数上限",
    "copies": "份数",
    "each": "每",
    "issuer": "出具",
}
ORDER = [*KEYS.values(), "可代", "分别提供", "按", "同"]

Row = dict[str, Any]


def read_yaml(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    """Return a file's data with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def row_key(row: Row) -> str:
    """Return the row's 编号 as printed, with 加分/减分 before the additional items."""
    extra = re.match(r"\d\.(加分|减分)项", row["l2"])
    return (extra[1] if extra else "") + str(row["no"])


def item_mapping(item: Item, window_start: str) -> dict[str, str]:
    """Return an item under the keys of the format; 自 only where it narrows the window."""
    read = item._asdict()
    found = {key: read[name] for name, key in KEYS.items() if read[name]}
    if found.get("自") == window_start:
        del found["自"]
    return found


def materials(row: Row, decided: dict[str, dict[str, str]], window_start: str) -> list[Row]:
    """Return a row's 上报资料: what the splitter reads, with the decided keys over it."""
    result = []
    for item in split(row["materials"]).items:
        mapping = item_mapping(item, window_start)
        own = dict(decided.get(f"{row_key(row)}-{item.code}", {}))
        own.pop("理由", None)
        mapping.update(own)
        if "同" in own:
            del mapping["年度"]
        result.append({key: mapping[key] for key in ORDER if key in mapping})
    return result


def web(row: Row) -> str:
    """Return 网络检索 of a row as its words give it."""
    cell = split(row["materials"])
    if cell.web_item:
        return f"{row_key(row)}-{cell.web_item}"
    return "另附" if cell.web else ""


def offices(row: Row, usual: dict[str, str]) -> list[str | dict[str, str]]:
    """Return 责任科室: a name, or a mapping where role or person is not the usual one."""
    result: list[str | dict[str, str]] = []
    for name, person in zip(_roles(row["offices"]), row["persons"], strict=False):
        office, role = name
        if role:
            result.append({"科室": office, "角色": role, "责任人": person})
        elif usual.get(office) != person:
            result.append({"科室": office, "责任人": person})
        else:
            result.append(office)
    return result


def _roles(cells: list[str]) -> list[tuple[str, str]]:
    """Return (office, role) of each: `法制仲裁科牵头，办公室配合` is two."""
    parts = [part for cell in cells for part in cell.split("，")]
    found = [re.fullmatch(r"(.+?)(牵头|配合)?", part) for part in parts]
    return [(match[1], match[2] or "") for match in found if match]


def indicator(row: Row, decisions: Row, usual: dict[str, str], window_start: str) -> Row:
    """Return one 三级指标 with its keys in the order that the files keep."""
    key = row_key(row)
    decided = dict(decisions["行"].get(key, {}))
    decided.pop("理由", None)
    printed = {"科室": row["offices"], "责任人": row["persons"]}
    fields = {
        "编号": row["no"],
        **_origin(row),
        "内容": row["text"],
        "测评方法": row["methods"],
        "责任科室": [] if "责任说明" in decided else offices(row, usual),
        "责任说明": "",
        "上报资料": materials(row, decisions["资料"], window_start),
        "网络检索": web(row),
        "沿用": {},
        "应点到": [],
        "不需上报": "",
        "量化要求": decisions["量化要求"].get(key, []),
        "资料原文": row["materials"],
        "责任原文": printed if any(printed.values()) else {},
    }
    return {name: value for name, value in {**fields, **decided}.items() if value}


def _origin(row: Row) -> dict[str, str]:
    """Return 来源 (附件1 一.6: brackets are the province's, ★ the city's), or 类别 of an extra."""
    if row_key(row) != row["no"]:
        return {"类别": row_key(row)[:2]}
    mark = row["no"][0]
    return {"来源": "市" if mark == "★" else "省" if mark in "（(" else "国家"}


def usual_persons() -> dict[str, str]:
    """Return office or alias → its 责任人 in `fzjs.yaml`."""
    found = {}
    for office in read_yaml(ROOT / "fzjs.yaml")["科室"]:
        for name in [office["名称"], *office.get("别名", [])]:
            found[name] = office["责任人"]
    return found


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as YAML: plain where that is safe, else in double quotes.

    `，` and `：` in a flow list are quoted too, where they read like a full-width comma or colon.
    """
    risky = r",|\[|\]|\{|\}" if flow else r"(?!)"
    if re.search(rf"""^[\s"'&*!|>%@`#\-?:]|: |:$| #|\s$|\n|\t|{risky}""", text):
        return json.dumps(text, ensure_ascii=False)
    return text


def flow(value: str | list[Any] | dict[str, Any], *, listed: bool = False) -> str:
    """Return a value in flow style, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part, listed=True) for part in value) + "]"
    if listed and re.search("[，：]", value):
        return json.dumps(value, ensure_ascii=False)
    return scalar(value, flow=True)


def write_indicator(fields: Row) -> list[str]:
    """Return an indicator's lines; one line per material, target and printed paragraph."""
    lines = []
    for key, value in fields.items():
        if key in {"上报资料", "量化要求"}:
            lines += [f"{key}:", *(f"- {flow(part)}" for part in value)]
        elif key == "资料原文":
            lines += [f"{key}:", *(f"- {scalar(part)}" for part in value)]
        else:
            lines.append(f"{key}: {scalar(value) if isinstance(value, str) else flow(value)}")
    return [("  - " if place == 0 else "    ") + line for place, line in enumerate(lines)]


def write_file(rows: list[Row], drafted: dict[str, Row], notes: list[str]) -> str:
    """Return the text of one file: the blocks of one 一级 heading."""
    lines = [SCHEMA, *(f"# {note}" for note in notes)]
    for level2, group in groupby(rows, key=lambda row: str(row["l2"])):
        lines += [f"- 一级指标: {rows[0]['l1']}", f"  二级指标: {level2}", "  三级指标:"]
        for row in group:
            lines += write_indicator(drafted[row_key(row)])
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write every file of `indicators/` (or of the folder given)."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "indicators"
    rows: list[Row] = json.loads(ROWS.read_text(encoding="utf-8"))
    decisions = read_yaml(DECISIONS)
    usual = usual_persons()
    start = read_yaml(ROOT / "fzjs.yaml")["窗口"].partition("-")[0]
    drafted = {row_key(row): indicator(row, decisions, usual, start) for row in rows}
    notes = decisions["说明"]
    for place, (level1, group) in enumerate(groupby(rows, key=lambda row: str(row["l1"])), 1):
        title = re.sub(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", "", level1)
        text = write_file(list(group), drafted, notes if place == 1 else [])
        (out / f"{place:02}-{title}.yaml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
