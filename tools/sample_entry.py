"""A row of the tables in `tools/sample/` to a ledger entry and the paper it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sample_pdf import Page, paginate

UNIT = "示例市司法局"
SITE = "https://sfj.shili.example"
STATEMENT = "情况说明"
LETTERS = "甲乙丙丁"
HELPERS = frozenset(
    {"名", "分年", "未审", "导语", "逐年", "数", "结语", "页", "审", "无附件", "外待"}
)
"""Keys of a row that are no keys of an entry."""

Row = dict[str, Any]
Save = Callable[[str, list[Page]], tuple[str, str]]


class Paper(NamedTuple):
    """The entry as its file will say it."""

    entry: Row


def expand(row: Row) -> Iterator[Row]:
    """Yield the row, or with 分年 one row for each year, its numbers put in."""
    if "分年" not in row:
        yield row
        return
    held = row.get("未审", ())
    for year, numbers in row["数"].items():
        one = {key: _fill(value, year, numbers) for key, value in row.items() if key != "数"}
        one["数"] = {year: numbers}
        if year in held:
            one["审"] = "无"
        yield one


def _fill(value: Any, year: str, numbers: str) -> Any:  # noqa: ANN401  # any part of a row
    if isinstance(value, dict):
        return {key: _fill(item, year, numbers) for key, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, year, numbers) for item in value]
    text = str(value).replace("{年}", year).replace("{次年}", str(int(year) + 1))
    for letter, number in zip(LETTERS, numbers.split(), strict=False):
        text = text.replace("{" + letter + "}", number)
    return text


def paper(row: Row, save: Save) -> Paper:
    """Return the entry of a row; `save` writes its PDF and returns path and hash."""
    entry = {key: value for key, value in row.items() if key not in HELPERS}
    entry["状态"] = row.get("状态", "已提交")
    entry["示例"] = "是"
    if row["种类"] == STATEMENT and entry["状态"] == "已提交" and "出具单位" not in row:
        entry.setdefault("盖章", "否" if "外单位" in row else "是")
    if entry.get("盖章") == "否" and "外单位" in row:
        del entry["盖章"]
    by_year: dict[str, str] = {}
    if not {"涉密", "无附件", "外待"} & row.keys():
        by_year = _print(row, entry, save)
    if isinstance(row["对应"], str):
        entry["对应"] = [_claim(text, by_year) for text in row["对应"].split(";")]
    if isinstance(row.get("数据"), dict):
        entry["数据"] = list(_figures(row))
    if isinstance(row.get("公开"), dict):
        entry["公开"] = list(_pages(row))
    return Paper(entry)


def _print(row: Row, entry: Row, save: Save) -> dict[str, str]:
    """Print the paper; return the pages of each year, and under "" those of the whole."""
    parts, first = _parts(row)
    issuer = row.get("出具单位") or row.get("外单位", {}).get("出具") or UNIT
    kind = row["种类"]
    title = row.get("标题") or (
        f"{UNIT}关于{row['事由']}的情况说明" if kind == STATEMENT else row["事由"]
    )
    closing = [issuer, _long(row["落款日期"])] if row.get("落款日期") else [issuer]
    pages = paginate(title, parts, closing)
    text = title + "".join(line for part in parts for line in part) + "".join(closing)
    _quotes(row, text)
    path, digest = save(title, pages)
    attached = {"路径": path, "sha256": digest, "页数": str(len(pages))}
    if kind == STATEMENT:
        attached["字数"] = str(len(re.sub(r"\s", "", text)))
    entry["附件"] = [attached, *row.get("附件", ())]
    whole = "1" if len(pages) == 1 else f"1-{len(pages)}"
    return {"": whole, **{year: str(number) for year, number in first.items()}}


def _parts(row: Row) -> tuple[list[list[str]], dict[str, int]]:
    """Return the paragraphs by page group: a statement flows, a compilation has a page a year."""
    sentence = row.get("逐年", "")
    lead = [row["导语"]] if isinstance(row.get("导语"), str) else row.get("导语", [])
    lead = [*lead, *(f"{c['序号']}. {c['案件文号']}　{c['卷宗名称']}" for c in row.get("案卷", ()))]
    passages = {year: _fill(sentence, year, numbers) for year, numbers in row.get("数", {}).items()}
    passages = {year: text for year, text in passages.items() if text}
    closing = [row["结语"]] if "结语" in row else []
    flows = row["种类"] in {STATEMENT, "报告"} or row.get("页") == "连排"
    if flows or len(passages) < 2:  # noqa: PLR2004  # one passage needs no page of its own
        return [[*lead, *passages.values(), *closing]], {}
    parts = [[*lead], *([text] for text in passages.values())]
    parts[-1] += closing
    return parts, {year: number for number, year in enumerate(passages, start=2)}


def _claim(text: str, by_year: dict[str, str]) -> Row:
    """Return a claim from `31-2乙 2016-2020 @32 “quote” p3`."""
    found = re.fullmatch(r"\s*(\S+) (\S+)(?: @(\S+))?(?: “(.+)”)?(?: p(\S+))?\s*", text)
    if not found:
        raise SystemExit(f"看不懂：{text}")
    material, period, named, quote, pages = found.groups()
    claim: Row = {"资料": material, "年度": period}
    where = pages or _where(period, by_year)
    if where:
        claim["页"] = where
    if quote:
        claim["摘录"] = quote
    if named:
        claim["点到"] = named.split(",")
    return claim


def _where(period: str, by_year: dict[str, str]) -> str:
    years = re.findall(r"\d{4}", period)
    if years and years[0] in by_year and years[-1] in by_year:
        first, last = by_year[years[0]], by_year[years[-1]]
        return first if first == last else f"{first}-{last}"
    return by_year.get("", "") if years else ""


def _quotes(row: Row, text: str) -> None:
    """A quote that the paper does not hold would be a lie."""
    said = row["对应"] if isinstance(row["对应"], str) else ""
    for quote in re.findall(r" “(.+?)”(?: p\S+)?\s*(?:;|$)", said):
        if quote not in text:
            raise SystemExit(f"{row['名']}：摘录不在文中：{quote}")


def _figures(row: Row) -> Iterator[Row]:
    """Yield a figure for each year from `合法性审核率: 甲/乙` or `学法: 甲`."""
    for item, form in row["数据"].items():
        for year, numbers in row["数"].items():
            values = dict(zip(LETTERS, numbers.split(), strict=False))
            upper, slash, lower = form.partition("/")
            if slash:
                pair = {"分子": values[upper], "分母": values[lower]}
                yield {"项目": item, "年度": year, **pair}
            else:
                yield {"项目": item, "年度": year, "数": values[upper]}


def _pages(row: Row) -> Iterator[Row]:
    said = row["公开"]
    first, _, last = said.get("年", "").partition("-")
    years = range(int(first), int(last or first) + 1) if first else [0]
    for year in years:
        address = f"{SITE}/{said['栏目']}/" + (f"{year}/" if year else "")
        name = said["名称"].replace("{年}", str(year))
        yield {"网址": address, "检索日期": said["日"], "名称": name}


def _long(date: str) -> str:
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}年{month}月{day}日"
