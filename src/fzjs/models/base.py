"""The ground of every record: frozen, closed, with scalars typed by types of our own.

The reader hands over text only (DESIGN section 3, "Text first"); each type here turns that text
into a value or says, in Chinese, what to type instead. Faults are `PydanticCustomError`s whose
context carries the `hint`.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, NoReturn

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from fzjs.models import mend

TEXT_SCHEMA = {"title": "文字", "type": ["string", "number", "boolean"], "pattern": r"\S"}
"""An editor types `31` as a number where the reader keeps text: both must pass there."""

_LONGEST = 20
"""Characters of a typed value that a message shows."""

_DATE = re.compile(r"(19|20)\d{2}-\d{2}-\d{2}", re.ASCII)  # once: a look-up is half its time
_WHOLE_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Blank:
    """Stands for a key with nothing behind it, so that it is never taken for "not given"."""

    def __repr__(self) -> str:
        """Return what a message shows for it."""
        return "（空）"


BLANK = Blank()


def fail(message: str, hint: str = "") -> NoReturn:
    """Raise the fault that `models.faults` turns into a finding."""
    raise PydanticCustomError("fzjs", "{message}", {"message": message, "hint": hint})


def shown(value: object) -> str:
    """Return a value as a clerk typed it, shortened for a message."""
    text = "列表" if isinstance(value, list) else "映射" if isinstance(value, dict) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def as_text(value: object) -> str:
    """Return the text of a scalar; anything else is a fault."""
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, (list, tuple)):
        fail("这里应是一段文字，却写成了列表", "去掉方括号或行首的“- ”")
    if isinstance(value, dict):
        fail("这里应是一段文字，却写成了“键: 值”", "文字里有“: ”时，整段用英文双引号括起来")
    return fail("这里是空的", "填上内容；没有就把这一行删去")


def _date(value: object) -> datetime.date:
    text = value.isoformat() if isinstance(value, datetime.date) else as_text(value)
    if _DATE.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return fail(f"没有“{text}”这一天", "查一下日历，写成如 2021-02-28")
    meant = mend.date(text)
    if meant == text:
        return fail(f"没有“{text}”这一天可写", "年份写 1900 至 2099，看是不是打错了")
    hint = f"写成 {meant}" if meant else "年四位、月两位、日两位，写成如 2021-03-12 的样子"
    return fail(f"日期“{shown(text)}”的写法不对", hint)


def _number(value: object) -> int:
    text = str(value) if type(value) is int else as_text(value)
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return fail(f"“{shown(text)}”不是整数", "只写半角数字，如 12；不写单位、逗号和小数点")


def _day(value: object) -> int:
    day = _number(value)
    if 1 <= day <= 31:  # noqa: PLR2004  # the days of a month
        return day
    return fail(f"一个月里没有{day}日", "写 1 至 31；比当月天数大的，按当月最后一天算")


def _month(value: object) -> int:
    month = _number(value)
    if 1 <= month <= 12:  # noqa: PLR2004  # the months of a year
        return month
    return fail(f"没有{month}月", "写 1 至 12")


def _amount(value: object) -> float:
    text = as_text(str(value) if isinstance(value, (int, float)) else value)
    if re.fullmatch(r"\d{1,12}(\.\d{1,6})?", text, re.ASCII):
        return float(text)
    return fail(f"“{shown(text)}”不是数", "只写半角数字，如 12 或 96.5；不写单位和百分号")


def _year(value: object) -> int:
    text = str(value) if type(value) is int else as_text(value)
    if re.fullmatch(r"(19|20)\d\d", text, re.ASCII):
        return int(text)
    meant = mend.years(text)
    hint = f"写成 {meant}" if len(meant) == len("2020") else "写四位年份，如 2020"
    return fail(f"年度“{shown(text)}”的写法不对", hint)


def _years(value: object) -> tuple[int, int]:
    if isinstance(value, tuple):
        return value
    text = as_text(value)
    parts = re.fullmatch(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?", text, re.ASCII)
    if not parts:
        return fail(f"年度“{shown(text)}”的写法不对", f"写成 {mend.years(text) or _YEARS}")
    first, last = int(parts[1]), int(parts[2] or parts[1])
    if last < first:
        return fail(f"年度“{text}”前后颠倒", f"写成 {last}-{first}")
    return first, last


_YEARS = "2016-2021 或 2020"
_PERIODS = "写成 2020、2016-2021、2020上、汇总、时点、现行 或 有则报"
PERIOD = re.compile(
    r"(?:(?:19|20)\d\d(?:-(?:19|20)\d\d|[上下])?|汇总|时点|现行|有则报|[1-9]\d{0,3})", re.ASCII
)


def _period(value: object) -> str:
    text = as_text(value)
    if PERIOD.fullmatch(text):
        return text
    meant = mend.period(text)
    return fail(f"年度“{shown(text)}”的写法不对", f"写成 {meant}" if meant else _PERIODS)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if text in {"是", "否"}:
        return text == "是"
    return fail(f"“{shown(text)}”应写“是”或“否”", "写 是 或 否")


def _hash(value: object) -> str:
    text = as_text(value)
    if _SHA256.fullmatch(text):
        return text
    wanted = "sha256 应是 64 位小写十六进制"
    meant = re.sub(r"\s", "", text).lower()
    if _SHA256.fullmatch(meant):
        what = "大写字母" if meant == text.lower() else "空格"
        hint = "改成小写" if meant == text.lower() else "删去空格，都用小写"
        return fail(f"{wanted}，这里有{what}", f"{hint}，开头写成 {meant[:8]}，其余照改")
    strange = re.search(r"[^0-9a-fA-F]", text)
    what = f"有 {len(text)} 个字" if len(text) != 64 or not strange else f"有“{strange[0]}”"  # noqa: PLR2004  # the length of a SHA-256
    hint = "用 sha256sum 文件名（Windows：certutil -hashfile 文件名 SHA256）取得"
    return fail(f"{wanted}，这里{what}", hint)


def _share(value: object) -> float:
    text = f"{value:g}%" if isinstance(value, float) else as_text(value)
    parts = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%", text, re.ASCII)
    if parts and float(parts[1]) <= 100:  # noqa: PLR2004  # a share has a hundred parts
        return float(parts[1])
    return fail(f"比例“{shown(text)}”的写法不对", "写成 80%（半角百分号）")


def _scalar(title: str, types: list[str], pattern: str, hint: str, **limits: int) -> WithJsonSchema:
    """Return what an editor checks: `pattern` binds text, `limits` bind numbers."""
    return WithJsonSchema(
        {"title": title, "type": types, "pattern": pattern, "patternErrorMessage": hint} | limits
    )


_ANY_NUMBER, _WHOLE = ["string", "number"], ["string", "integer"]

Text = Annotated[str, BeforeValidator(as_text), WithJsonSchema(TEXT_SCHEMA)]
Date = Annotated[
    datetime.date,
    BeforeValidator(_date),
    _scalar("日期", ["string"], r"^\d{4}-\d{2}-\d{2}$", "日期写成 2021-03-12"),
]
Number = Annotated[
    int,
    BeforeValidator(_number),
    _scalar("整数", _WHOLE, r"^\d{1,9}$", "只写半角数字，如 12", minimum=0),
]
Day = Annotated[
    int,
    BeforeValidator(_day),
    _scalar("日", _WHOLE, r"^\d{1,2}$", "写 1 至 31", minimum=1),
]
Month = Annotated[
    int,
    BeforeValidator(_month),
    _scalar("月", _WHOLE, r"^\d{1,2}$", "写 1 至 12", minimum=1, maximum=12),
]
Amount = Annotated[
    float,
    BeforeValidator(_amount),
    _scalar("数", _ANY_NUMBER, r"^\d{1,12}(\.\d{1,6})?$", "只写半角数字，如 96.5", minimum=0),
]
Year = Annotated[
    int,
    BeforeValidator(_year),
    _scalar("年份", _WHOLE, r"^(19|20)\d\d$", "写四位年份，如 2020", minimum=1900, maximum=2099),
]
Years = Annotated[
    tuple[int, int],
    BeforeValidator(_years),
    PlainSerializer(lambda v: str(v[0]) if v[0] == v[1] else f"{v[0]}-{v[1]}", return_type=str),
    _scalar(
        "起止年份",
        _WHOLE,
        r"^(19|20)\d\d(-(19|20)\d\d)?$",
        f"写成 {_YEARS}",
        minimum=1900,
        maximum=2099,
    ),
]
Period = Annotated[
    str,
    BeforeValidator(_period),
    _scalar("年度", _WHOLE, f"^{PERIOD.pattern}$", _PERIODS, minimum=1, maximum=9999),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    PlainSerializer(lambda v: "是" if v else "否", return_type=str),
    WithJsonSchema({"enum": ["是", "否"]}),
]
Hash = Annotated[
    str,
    BeforeValidator(_hash),
    _scalar("哈希", _ANY_NUMBER, "^[0-9a-f]{64}$", "64 位小写十六进制"),
]
Share = Annotated[
    float,
    BeforeValidator(_share),
    PlainSerializer(lambda v: f"{v:g}%", return_type=str),
    _scalar("比例", ["string"], r"^\d{1,3}(\.\d+)?%$", "写成 80%（半角百分号）"),
]


def about(title: str, text: str, **conditions: Any) -> ConfigDict:  # noqa: ANN401  # JSON Schema
    """Say in a record's JSON Schema, in Chinese, what it is; `conditions` hold between its keys."""
    return ConfigDict(title=title, json_schema_extra={"description": text, **conditions})


def _alone(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_alone, json_schema_input_type=Text | tuple[Text, ...]),
]
"""Several texts; one alone needs no brackets."""


def one_as(key: str, record: type[BaseModel]) -> BeforeValidator:
    """Let a plain text stand for a record with one key: `法制仲裁科` for `{科室: 法制仲裁科}`."""

    def widen(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(widen, json_schema_input_type=Text | record)


class Record(BaseModel):
    """A mapping of the YAML; Chinese keys are aliases, unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _mark_blanks(cls, data: Any) -> Any:  # noqa: ANN401  # whatever the YAML holds
        """A key with nothing behind it is a fault of its own, never a silent default."""
        if isinstance(data, dict) and None in data.values():
            return {key: BLANK if value is None else value for key, value in data.items()}
        return data

    def plain(self) -> dict[str, Any]:
        """Return the record as the YAML says it: Chinese keys, absent keys left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)
