"""日程: what was carried out on time, and the events that start a limit."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from fzjs.models import mend
from fzjs.models.base import Date, Flag, Record, Text, about, as_text, fail, shown
from fzjs.models.followup import SAMPLE

TERM = re.compile(
    r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])|-(?:1-2|3-4|5-6|7-8|9-10|11-12)月|-[1-4]季度|[上下]"
    r"|-(?:19|20)\d\d)?",
    re.ASCII,
)
_TERMS = "每月的写 2021-03，每两月 2021-3-4月，每季度 2021-1季度，每半年 2021上，每年 2021"
_QUARTER = re.compile(r"((?:19|20)\d\d)\s*年?\s*-?\s*(?:第?([一二三四1-4])季度?|[Qq]([1-4]))")
_MONTHS = re.compile(r"((?:19|20)\d\d)\s*[-年./]\s*(\d\d?)\s*(?:[-—–至到]\s*(\d\d?))?\s*月?份?")
_NUMERALS = "一二三四"
_MOMENT = re.compile(r"((?:19|20)\d{2}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):([0-5]\d))?", re.ASCII)
_TYPED = re.compile(
    r"(?P<day>\d{4}\s*[-/.年]\s*\d\d?\s*[-/.月]\s*\d\d?\s*日?|\d{8})[\sT,，]*"
    r"(?P<half>上午|下午|晚上?)?\s*(?P<hour>\d\d?)\s*[:.点时]\s*"
    r"(?P<minute>\d\d?|半)?\s*分?(?::\d\d)?"
)
_NOON = 12


class Moment(NamedTuple):
    """A day, and the time on it where that is known."""

    day: datetime.date
    time: datetime.time | None

    def __str__(self) -> str:
        """Return it as it is typed."""
        return f"{self.day} {self.time:%H:%M}" if self.time else self.day.isoformat()


def meant_term(text: str) -> str:
    """Return the 期 that `2021年第一季度`, `2021年3月` or `2021年上半年` means, "" where none."""
    folded = unicodedata.normalize("NFKC", text).strip()
    quarter, months = _QUARTER.fullmatch(folded), _MONTHS.fullmatch(folded)
    if quarter:
        named = quarter[2] or quarter[3]
        number = _NUMERALS.index(named) + 1 if named in _NUMERALS else named
        return f"{quarter[1]}-{number}季度"
    if months:
        first, last = int(months[2]), months[3]
        meant = f"{months[1]}-{first}-{int(last)}月" if last else f"{months[1]}-{first:02}"
        return meant if TERM.fullmatch(meant) else ""
    return mend.period(text)


def _term(value: object) -> str:
    text = as_text(value)
    if TERM.fullmatch(text):
        return text
    meant = meant_term(text)
    return fail(f"期“{shown(text)}”的写法不对", f"写成 {meant}" if meant else _TERMS)


def meant_moment(text: str) -> str:
    """Return what `2021.3.12 9点` or `2021-03-12 下午3:30` means, "" where a part is missing."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return mend.date(text)
    day, hour = mend.date(found["day"].replace(" ", "")), int(found["hour"])
    if found["half"] in {"下午", "晚", "晚上"} and hour < _NOON:
        hour += _NOON
    minute = 30 if found["minute"] == "半" else int(found["minute"] or 0)
    meant = f"{day} {hour:02}:{minute:02}"
    return meant if _MOMENT.fullmatch(meant) else ""


def _moment(value: object) -> Moment:
    if isinstance(value, Moment):
        return value
    text = as_text(value)
    found = _MOMENT.fullmatch(text)
    if not found:
        meant = meant_moment(text)
        if meant == text:
            return fail(f"没有“{text}”这一天可写", "年份写 1900 至 2099，看是不是打错了")
        wanted = "先写日期再写时间，如 2021-03-01 09:30；不按小时算的只写日期"
        return fail(f"时间“{shown(text)}”的写法不对", f"写成 {meant}" if meant else wanted)
    try:
        day = datetime.date.fromisoformat(found[1])
    except ValueError:
        return fail(f"没有“{found[1]}”这一天", "查一下日历，写成如 2021-02-28")
    return Moment(day, datetime.time(int(found[2]), int(found[3])) if found[2] else None)


Term = Annotated[
    str,
    BeforeValidator(_term),
    WithJsonSchema(
        {
            "title": "期",
            "type": ["string", "integer"],
            "pattern": f"^(?:{TERM.pattern})$",
            "patternErrorMessage": _TERMS,
            "minimum": 1900,
            "maximum": 2099,
        }
    ),
]
When = Annotated[
    Moment,
    BeforeValidator(_moment),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "title": "时间",
            "type": ["string"],
            "pattern": f"^{_MOMENT.pattern}$",
            "patternErrorMessage": "写成 2021-03-01 或 2021-03-01 09:30",
        }
    ),
]


class Done(Record):
    """办理: that a duty was carried out, for one of its periods."""

    model_config = about("办理", "一件周期任务、期限的事，哪天办的。")

    duty: Text = Field(
        alias="任务",
        description="照“周期任务”“期限”的名称，或有日子的量化要求的项目，如 季度点评。",
    )
    term: Term | None = Field(
        None,
        alias="期",
        description="哪一期：2021-03、2021-3-4月、2021-1季度、2021上、2021、2020-2021；期限不写。",
    )
    date: Date = Field(alias="日期", description="办的日子。")
    note: Text | None = Field(None, alias="说明", description="办了什么，一句话。")
    proof: Text | None = Field(None, alias="凭据", description="条目、文号或存放的地方。")


class Event(Record):
    """事件: something that happened and starts a limit."""

    model_config = about(
        "事件",
        "发生了一件限时要办的事；限在哪项量化要求里就写 指标、项目，不在的写 限、出处。",
        anyOf=[{"required": ["指标", "项目"]}, {"required": ["限", "出处"]}],
    )

    name: Text = Field(alias="事项", description="什么事，不写个人信息，如 某办法合法性审核。")
    indicator: Text | None = Field(None, alias="指标", description="限写在哪项指标，如 31。")
    item: Text | None = Field(
        None, alias="项目", description="那项指标的量化要求的项目，如 合法性审核时间。"
    )
    limit: Text | None = Field(
        None, alias="限", description="不在指标里的限，如 ≤15工作日、≤5小时。"
    )
    source: Text | None = Field(None, alias="出处", description="限出自哪份文件哪句话。")
    start: When = Field(
        alias="起", description="哪天起算，如 2021-03-01；按小时的写 2021-03-01 09:30。"
    )
    end: When | None = Field(None, alias="止", description="哪天办结；没有办结不写。")

    @model_validator(mode="after")
    def _has_one_limit(self) -> Event:
        if self.item and self.limit:
            fail("项目和限只写一种", "指标里有的留 指标、项目，删去 限")
        if self.item and not self.indicator:
            fail("写了项目，没有写是哪项指标的", "加上 指标: 31")
        if self.limit and not self.source:
            fail("写了限，没有写出处", "加上 出处: 哪份文件哪句话")
        if not (self.item or self.limit):
            fail("没有写限多久", "加上 指标: 31 和 项目: 合法性审核时间，或 限: ≤5小时 和 出处")
        return self


class Agenda(Record):
    """`evidence/日程/*.yaml` and `evidence/<科室>/日程/*.yaml`."""

    model_config = about(
        "日程",
        "办过的周期任务，和限时要办的事；创建办的放 evidence/日程/，科室的放自己的 日程/。",
        anyOf=[{"required": ["办理"]}, {"required": ["事件"]}],
    )

    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
    done: tuple[Done, ...] = Field((), alias="办理", description="办过的，一次一条。")
    events: tuple[Event, ...] = Field((), alias="事件", description="限时要办的事，一件一条。")

    @model_validator(mode="after")
    def _says_something(self) -> Agenda:
        if not (self.done or self.events):
            fail("日程里没有办理，也没有事件", "写上 办理: 或 事件:，或把文件删去")
        return self
