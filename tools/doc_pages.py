"""docs/keys.md from the JSON Schema: every record with its keys, and the sets of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from fzjs.reports import schema

_HEAD = """\
# 键名表

<!-- 由 tools/make_docs.py 从 src/fzjs/models/ 生成，不要手改。 -->

每种文件有哪些键、写什么、是否必填。怎么写、为什么这样算，见 [format.md](format.md)。
编辑器里的提示和标错用的是同一份内容（`schema/`，`fzjs schema` 可重新写出）。

“写什么”一栏的词：

| 词 | 怎么写 | 例 |
|---|---|---|
| 文字 | 任何一段话，不能空 | `2020年度合法性审核` |
| 日期 | 年-月-日，补足两位 | `2021-03-02` |
| 整数、数 | 半角数字，不带单位 | `12`、`96.5` |
| 年份 | 四位 | `2020` |
| 起止年份 | 一年，或半角短横连两年 | `2020`、`2016-2021` |
| 年度 | 起止年份、半年，或一个词、第几件 | `2020`、`2020上`、`汇总`、`3` |
| 比例 | 半角百分号 | `80%` |
| 哈希 | 64 位小写十六进制 | |
| 列表 | 方括号里用半角逗号隔开，或每项一行以“- ”开头 | `[材料查证, 网络检索]` |
| 带链接的 | 一组“键: 值”，键见所链接的表 | `{科室: 办公室, 角色: 配合}` |

没有列出的键一律不认。必填一栏空着的键，没有内容就不写，不要留空。

| 文件 | 内容 |
|---|---|
"""
_INLINE = 6
"""Values of a set that still fit into a cell."""


class Values(NamedTuple):
    """A set of values too long for a cell, under the heading that the cell links to."""

    heading: str
    values: tuple[str, ...]


def keys_page() -> str:
    """Return docs/keys.md."""
    made = {name: schema.build(name) for name in schema.NAMES}
    index = "".join(
        f"| [`{schema.NAMES[name]}`](#{_root(each)['title']}) | {each['description']} |\n"
        for name, each in made.items()
    )
    sets: dict[str, Values] = {}
    sections = "".join(_kind(name, each, sets) for name, each in made.items())
    return _HEAD + index + sections + _value_sets(sets)


def _kind(name: str, made: dict[str, Any], sets: dict[str, Values]) -> str:
    intro = f"\n## {schema.NAMES[name]}\n"
    if made.get("type") == "array":
        intro += f"\n{made['description']}\n"
    return intro + "".join(_record(each, made, sets) for each in _records(made))


def _root(made: dict[str, Any]) -> dict[str, Any]:
    """Return the record that a file holds, or the one that its list holds."""
    if made.get("type") == "array":
        return _target(made["items"], made)
    return {**made, "title": made["title"].partition("（")[0]}


def _target(value: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return the record that a `$ref` (bare, or inside `allOf`) names."""
    reference = value.get("$ref") or value["allOf"][0]["$ref"]
    found: dict[str, Any] = made["definitions"][reference.rpartition("/")[2]]
    return found


def _records(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every record of a kind of file once, an outer one before those inside it."""
    waiting, seen = [_root(made)], set[str]()
    while waiting:
        record = waiting.pop(0)
        if record["title"] in seen:
            continue
        seen.add(record["title"])
        yield record
        inner = [_inner(value, made) for value in record["properties"].values()]
        waiting = [each for each in inner if each] + waiting


def _inner(value: dict[str, Any], made: dict[str, Any]) -> dict[str, Any] | None:
    """Return the record that a key holds, alone or in a list; None for anything else."""
    if "items" in value:
        return _inner(value["items"], made)
    if "anyOf" in value:
        return next((found for each in value["anyOf"] if (found := _inner(each, made))), None)
    return _target(value, made) if "$ref" in value or "allOf" in value else None


def _record(record: dict[str, Any], made: dict[str, Any], sets: dict[str, Values]) -> str:
    rows = "".join(
        f"| {key} | {_form(key, value, record, made, sets)} | {_needed(key, record)} "
        f"| {_said(value, made)} |\n"
        for key, value in record["properties"].items()
    )
    head = f"\n### {record['title']}\n\n{record['description']}\n\n"
    return f"{head}| 键 | 写什么 | 必填 | 说明 |\n|---|---|---|---|\n{rows}"


def _needed(key: str, record: dict[str, Any]) -> str:
    if key in record.get("required", []):
        return "是"
    conditions = [record.get("then", {}), record.get("else", {}), *record.get("anyOf", [])]
    return "看情况，见上" if any(key in each.get("required", []) for each in conditions) else ""


def _said(value: dict[str, Any], made: dict[str, Any]) -> str:
    said: str = value.get("description") or _target(value, made)["description"]
    if "default" in value and "不写" not in said:
        said += f"不写算 {value['default']}。"
    return said.replace("|", "\\|")


def _form(
    key: str,
    value: dict[str, Any],
    record: dict[str, Any],
    made: dict[str, Any],
    sets: dict[str, Values],
) -> str:
    if "items" in value:
        return "列表：" + _form(key, value["items"], record, made, sets)
    if "anyOf" in value:
        return "，或 ".join(_form(key, each, record, made, sets) for each in value["anyOf"])
    if "enum" in value or "const" in value:
        return _choice(key, value, record, sets)
    if "$ref" in value or "allOf" in value:
        title = _target(value, made)["title"]
        return f"[{title}](#{title})"
    return str(value["title"])


def _choice(
    key: str, value: dict[str, Any], record: dict[str, Any], sets: dict[str, Values]
) -> str:
    values = tuple(dict.fromkeys(map(str, value.get("enum", [value.get("const")]))))
    if len(values) <= _INLINE:
        return " / ".join(f"`{each}`" for each in values)
    heading = f"{record['title']}的{key}"
    sets[heading] = Values(heading, values)
    return f"[{len(values)} 种之一](#{heading})"


def _value_sets(sets: dict[str, Values]) -> str:
    lists = "".join(f"\n### {each.heading}\n\n{'、'.join(each.values)}\n" for each in sets.values())
    return f"\n## 值的范围\n{lists}"
