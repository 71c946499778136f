"""`fzjs.yaml`: the campaign, its offices, rules and rulings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fzjs.models.base import Date, Flag, Number, Record, Share, Text, Years, one_as


class System(Record):
    """体系: the indicator system and where it comes from."""

    name: Text = Field(alias="名称")
    doc_no: Text | None = Field(None, alias="文号")
    source: Text | None = Field(None, alias="来源")


class Defaults(Record):
    """默认: what holds for every entry unless it says otherwise."""

    issuer: Text | None = Field(None, alias="出具单位")
    carriers: tuple[Text, ...] = Field((), alias="载体")
    copies: Number | None = Field(None, alias="份数")


class WordCount(Record):
    """字数 of a statement: 500 advised, 1000 the limit (附件1: 一般不超过500字，最多不超过1000字)."""

    advised: Number | None = Field(None, alias="建议")
    limit: Number | None = Field(None, alias="上限")


class Fonts(Record):
    """字体: the unit's own rule that templates are checked against."""

    title: Text | None = Field(None, alias="标题")
    body: Text | None = Field(None, alias="正文")


class StatementRule(Record):
    """情况说明: title form, length and fonts that the unit asks for."""

    title: Text | None = Field(None, alias="标题")
    words: WordCount | None = Field(None, alias="字数")
    fonts: Fonts | None = Field(None, alias="字体")


class Office(Record):
    """A 科室 with the names it also goes by."""

    name: Text = Field(alias="名称")
    aliases: tuple[Text, ...] = Field((), alias="别名")
    person: Text | None = Field(None, alias="责任人")
    liaison: Text | None = Field(None, alias="联络人")


class ReviewRule(Record):
    """审核: who reviews, who stands in, and whether the forge's branch protection is on."""

    office: Text = Field(alias="科室")
    substitute: Text | None = Field(None, alias="代审")
    protected: Literal["有", "无"] | None = Field(None, alias="保护")


class Method(Record):
    """A 测评方法 with the names it also goes by."""

    name: Text = Field(alias="名称")
    aliases: tuple[Text, ...] = Field((), alias="别名")


class Stage(Record):
    """A 阶段 of the campaign; both dates included."""

    name: Text = Field(alias="名称")
    start: Date = Field(alias="起")
    end: Date = Field(alias="止")


class Duty(Record):
    """A 周期任务."""

    name: Text = Field(alias="名称")
    cycle: Literal["每月", "每两月", "每季度", "每半年", "每年"] = Field(alias="周期")
    day: Number | None = Field(None, alias="日")
    source: Text | None = Field(None, alias="出处")


class Batch(Record):
    """A 批次: all conditions given must match, the first batch that matches holds."""

    name: Text = Field(alias="名称")
    years: Years | None = Field(None, alias="年度")
    offices: tuple[Text, ...] = Field((), alias="科室")
    indicators: tuple[Text, ...] = Field((), alias="指标")
    due: Date = Field(alias="截止")


class Threshold(Record):
    """A 达标线 and whose it is."""

    name: Text = Field(alias="名称")
    tier: Literal["国家", "加省", "加市"] = Field(alias="层级")
    share: Share = Field(alias="比例")
    source: Text = Field(alias="出处")


class Decision(Record):
    """Who decided or approved, and when."""

    person: Text = Field(alias="人")
    date: Date = Field(alias="日期")


class Ruling(Record):
    """A 口径: how a phrase is read. Open until 读法, 依据 and 决定 all stand."""

    number: Text = Field(alias="编号")
    subjects: tuple[Text, ...] = Field(alias="对象", min_length=1)
    question: Text = Field(alias="问题")
    reading: Text | None = Field(None, alias="读法")
    basis: Text | None = Field(None, alias="依据")
    decision: Decision | None = Field(None, alias="决定")


class Exemption(Record):
    """不适用: an indicator, material or year that does not apply, with reason and approval."""

    subject: Text = Field(alias="对象")
    reason: Text = Field(alias="理由")
    approval: Decision = Field(alias="批准")


class Extension(Record):
    """延期: a due date moved, with reason and approval."""

    subject: Text = Field(alias="对象")
    until: Date = Field(alias="至")
    reason: Text = Field(alias="理由")
    approval: Decision = Field(alias="批准")


class RuleSetting(Record):
    """规则: the severity of a rule in this campaign, and why."""

    name: Text = Field(alias="名称")
    level: Literal["错误", "警告", "提示", "关闭"] = Field(alias="级别")
    reason: Text = Field(alias="理由")


class Campaign(Record):
    """`fzjs.yaml`, whole (reference: docs/format.md)."""

    version: Literal["1"] = Field(alias="格式")
    unit: Text = Field(alias="单位")
    sample: Flag = Field(default=False, alias="示例")
    today: Date | None = Field(None, alias="基准日")
    window: Years = Field(alias="窗口")
    cutoff: Date = Field(alias="截止")
    coordinator: Text = Field(alias="创建办")
    system: System = Field(alias="体系")
    defaults: Defaults = Field(Defaults(), alias="默认")
    statement: StatementRule = Field(StatementRule(), alias="情况说明")
    offices: tuple[Annotated[Office, one_as("名称")], ...] = Field(alias="科室", min_length=1)
    review: ReviewRule | None = Field(None, alias="审核")
    methods: tuple[Annotated[Method, one_as("名称")], ...] = Field(alias="方法", min_length=1)
    stages: tuple[Stage, ...] = Field((), alias="阶段")
    duties: tuple[Duty, ...] = Field((), alias="周期任务")
    batches: tuple[Batch, ...] = Field((), alias="批次")
    thresholds: tuple[Threshold, ...] = Field((), alias="达标线")
    rulings: tuple[Ruling, ...] = Field((), alias="口径")
    exemptions: tuple[Exemption, ...] = Field((), alias="不适用")
    extensions: tuple[Extension, ...] = Field((), alias="延期")
    rules: tuple[RuleSetting, ...] = Field((), alias="规则")
