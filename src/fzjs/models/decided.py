"""Parts of `fzjs.yaml` that somebody decided: thresholds, weights, rulings, waivers, severities."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from fzjs.models.base import Amount, Date, Record, Share, Text, about, fail

_HARMLESS = frozenset({"yaml-bom", "yaml-crlf", "file-unread"})
"""Findings of reading that change no value and lose no entry."""


class Threshold(Record):
    """A 达标线 and whose it is."""

    model_config = about("达标线", "达到多少比例算过线，是谁定的。")

    name: Text = Field(alias="名称", description="如 综合示范。")
    tier: Literal["国家", "加省", "加市", "加本单位"] = Field(
        alias="层级", description="比的是哪些指标：国家的、加上省的、再加上市的、再加上本单位的。"
    )
    share: Share = Field(alias="比例", description="如 80%。")
    source: Text = Field(alias="出处", description="哪份文件哪句话。")


class Weight(Record):
    """权重: the points that the campaign's own plan gives to a heading or an indicator."""

    model_config = about(
        "权重", "本单位方案写明的分值，只用来算自评的加权比例；方案没有写的不写，程序不造分。"
    )

    level1: Text | None = Field(
        None, alias="一级指标", description="给整个一级指标的分，标题照指标体系写全。"
    )
    indicator: Text | None = Field(
        None, alias="指标", description="给一项指标的分，写编号，如 31。"
    )
    points: Amount = Field(alias="分", description="方案给的分，如 10 或 2.5。")
    source: Text = Field(alias="出处", description="哪份文件哪句话。")

    @model_validator(mode="after")
    def _of_one_thing(self) -> Weight:
        if bool(self.level1) == bool(self.indicator):
            said = "两样都写了" if self.level1 else "一样也没有写"
            fail(
                f"权重要写给“一级指标”还是“指标”，{said}", "留一样，如 一级指标: 一、…… 或 指标: 31"
            )
        if not self.points:
            fail("权重是 0 分", "方案没有给分的不写，把这一条删去")
        return self


class Decision(Record):
    """Who decided or approved, and when."""

    model_config = about("决定", "谁在哪天定的或批的。")

    person: Text = Field(alias="人", description="作决定或批准的人。")
    date: Date = Field(alias="日期", description="哪一天。")


class Ruling(Record):
    """A 口径: how a phrase is read. Open until 读法, 依据 and 决定 all stand."""

    model_config = about("口径", "方案没说清的一处；读法、依据、决定都写了才算定。")

    number: Text = Field(alias="编号", description="如 K1，不重复。")
    subjects: tuple[Text, ...] = Field(
        alias="对象", min_length=1, description='说的是哪些指标或资料，如 ["32", 31-2乙]。'
    )
    question: Text = Field(alias="问题", description="哪里没说清。")
    reading: Text | None = Field(None, alias="读法", description="定下来怎么读。")
    basis: Text | None = Field(None, alias="依据", description="凭什么这样读。")
    decision: Decision | None = Field(None, alias="决定", description="谁在哪天定的。")


class Exemption(Record):
    """不适用: an indicator, material or year that does not apply, with reason and approval."""

    model_config = about("不适用", "批准不报的指标、资料或年度；不进分子也不进分母。")

    subject: Text = Field(alias="对象", description="如 19-1/2016、31 或 31-2甲/2016-2018。")
    reason: Text = Field(alias="理由", description="为什么不用报。")
    approval: Decision = Field(alias="批准", description="谁在哪天批的。")


class Extension(Record):
    """延期: a due date moved, with reason and approval."""

    model_config = about("延期", "批准推迟的期限。")

    subject: Text = Field(alias="对象", description="如 74-2/汇总、31-2甲 或 31。")
    until: Date = Field(alias="至", description="推迟到哪天，含当天。")
    reason: Text = Field(alias="理由", description="为什么推迟。")
    approval: Decision = Field(alias="批准", description="谁在哪天批的。")


class RuleSetting(Record):
    """规则: the severity of a rule in this campaign, and why."""

    model_config = about("规则级别", "本次创建里一条检查规则按什么级别算。")

    name: Text = Field(alias="名称", description="规则名，如 evidence-unsealed。")
    level: Literal["错误", "警告", "提示", "关闭"] = Field(
        alias="级别", description="写“关闭”的不查，也不再影响材料是否合格。"
    )
    reason: Text = Field(alias="理由", description="为什么这样改。")

    @field_validator("name")
    @classmethod
    def _never_of_reading(cls, value: str) -> str:
        fixed = value.startswith(("yaml-", "schema-", "file-")) and value not in _HARMLESS
        if fixed:
            fail(f"“{value}”的级别不能改：读不了的条目不能不声不响地不算", "删去这一条")
        return value
