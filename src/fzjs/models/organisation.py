"""组织 and 人员变动 of `fzjs.yaml`: who leads, who does what, who took over from whom."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from fzjs.models.base import Date, Number, Record, Text, Texts, about


class Leaders(Record):
    """领导小组."""

    model_config = about("领导小组", "组长、副组长、成员；不写电话。")

    heads: Texts = Field((), alias="组长", description="一位或几位。")
    deputies: Texts = Field((), alias="副组长", description="一位或几位。")
    members: Texts = Field((), alias="成员", description="照方案的先后。")


class Bureau(Record):
    """办公室 of the 领导小组 (“领导小组下设办公室”)."""

    model_config = about("领导小组办公室", "设在哪个科室，谁是主任。")

    at: Text | None = Field(None, alias="设在", description="哪个科室；方案没写的不写。")
    head: Text | None = Field(None, alias="主任", description="谁兼主任。")
    deputies: Texts = Field((), alias="副主任", description="一位或几位。")


class Team(Record):
    """专班 with its 工作职责."""

    model_config = about("专班", "一个专班：组长、成员、职责。")

    name: Text = Field(alias="名称", description="如 督导检查组。")
    heads: Texts = Field((), alias="组长", description="一位或几位；不写电话。")
    members: Texts = Field((), alias="成员", description="照方案的先后。")
    duties: Texts = Field((), alias="职责", description="一条一条，照方案的话。")


class Organisation(Record):
    """组织: the plan's 组织领导."""

    model_config = about("组织", "领导小组、办公室、专班，照方案写；电话一概不写。")

    leaders: Leaders | None = Field(None, alias="领导小组", description="组长、副组长、成员。")
    bureau: Bureau | None = Field(None, alias="办公室", description="领导小组的办公室。")
    teams: tuple[Team, ...] = Field((), alias="专班", description="一个专班一条。")
    source: Text | None = Field(None, alias="出处", description="哪份文件哪一部分。")


class HandedOver(Record):
    """移交: how much of what was handed over on the day."""

    model_config = about("移交", "移交那天手上有多少；由 fzjs org change 写。")

    owed: Number = Field(0, alias="欠件", description="没有报的应报件。")
    late: Number = Field(0, alias="逾期", description="其中逾期的。")
    returned: Number = Field(0, alias="退回", description="被退回的条目。")
    drafts: Number = Field(0, alias="草稿", description="没有提交的条目。")
    outside: Number = Field(0, alias="待外单位", description="等外单位出具的条目。")
    problems: Number = Field(0, alias="问题", description="没有销号的问题。")


class PersonChange(Record):
    """人员变动: an office's 责任人 or 联络人 changes hands."""

    model_config = about("人员变动", "一个科室换了责任人或联络人；用 fzjs org change 记。")

    office: Text = Field(alias="科室", description="哪个科室。")
    role: Literal["责任人", "联络人"] = Field("责任人", alias="角色", description="换的是哪一个。")
    former: Text | None = Field(None, alias="原", description="原来是谁；新报的不写。")
    present: Text = Field(alias="现", description="现在是谁。")
    date: Date = Field(alias="日期", description="哪天起。")
    handed: HandedOver | None = Field(None, alias="移交", description="移交了多少，由程序数。")
