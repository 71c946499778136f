"""`indicators/*.yaml`: the indicator system, block by block."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from fzjs.models.base import Flag, Number, Record, Text, Year, one_as

Kind = Literal[
    "情况说明", "制度文件", "文件", "目录", "清单", "汇总表", "名单", "案卷", "证书", "报告",
    "会议材料", "图片视频", "信息报道", "网络检索", "访谈", "考试", "统计数据", "佐证材料", "无此情形",
]  # fmt: skip
Rhythm = Literal[
    "每年", "逐年可合并", "上年度", "每2年", "每半年", "汇总", "时点", "现行", "有则报", "逐件"
]


class Material(Record):
    """One item of 上报资料."""

    code: Text = Field(alias="代号")
    printed: Text | None = Field(None, alias="原序号")
    text: Text = Field(alias="内容")
    kind: Kind = Field(alias="种类")
    rhythm: Rhythm | None = Field(None, alias="年度")
    since: Year | None = Field(None, alias="自")
    until: Year | None = Field(None, alias="至")
    words_limit: Number | None = Field(None, alias="字数上限")
    copies: Number | None = Field(None, alias="份数")
    each: Literal["执法部门"] | None = Field(None, alias="每")
    issuer: Text | None = Field(None, alias="出具")
    substitute: Literal["上级"] | None = Field(None, alias="可代")
    separately: Flag = Field(default=False, alias="分别提供")
    listed_in: Text | None = Field(None, alias="按")
    same_as: Text | None = Field(None, alias="同")
    revision: Number = Field(1, alias="修订")


class Responsible(Record):
    """A 科室 that answers for an indicator; 配合 does not owe material."""

    office: Text = Field(alias="科室")
    role: Literal["责任", "牵头", "配合"] = Field("责任", alias="角色")
    person: Text | None = Field(None, alias="责任人")


class Inherited(Record):
    """沿用: which blank cells are as in another row (its 编号), computed and never copied."""

    methods: Text | None = Field(None, alias="方法")
    materials: Text | None = Field(None, alias="资料")
    responsible: Text | None = Field(None, alias="责任")


class Target(Record):
    """A 量化要求, e.g. 合法性审核率 ≥100%."""

    item: Text = Field(alias="项目")
    demand: Text = Field(alias="要求")


class PrintedOwners(Record):
    """责任原文: the two cells as the plan prints them."""

    offices: tuple[Text, ...] = Field((), alias="科室")
    persons: tuple[Text, ...] = Field((), alias="责任人")


class Indicator(Record):
    """A 三级指标."""

    number: Text = Field(alias="编号")
    tier: Literal["国家", "省", "市", "本单位"] | None = Field(None, alias="来源")
    category: Literal["基础", "加分", "减分"] = Field("基础", alias="类别")
    text: Text = Field(alias="内容")
    methods: tuple[Text, ...] = Field((), alias="测评方法")
    responsible: tuple[Annotated[Responsible, one_as("科室")], ...] = Field((), alias="责任科室")
    duty_note: Text | None = Field(None, alias="责任说明")
    materials: tuple[Material, ...] = Field((), alias="上报资料")
    web: Text | None = Field(None, alias="网络检索")
    inherited: Inherited = Field(Inherited(), alias="沿用")
    named_in: tuple[Text, ...] = Field((), alias="应点到")
    no_report: Literal["是", "待定"] | None = Field(None, alias="不需上报")
    targets: tuple[Target, ...] = Field((), alias="量化要求")
    canonical: Text | None = Field(None, alias="规范号")
    previous: tuple[Text, ...] = Field((), alias="前身")
    materials_printed: tuple[Text, ...] = Field((), alias="资料原文")
    owners_printed: PrintedOwners | None = Field(None, alias="责任原文")


class Block(Record):
    """Consecutive indicators under one 一级 and 二级 heading."""

    level1: Text = Field(alias="一级指标")
    level2: Text = Field(alias="二级指标")
    indicators: tuple[Indicator, ...] = Field(alias="三级指标", min_length=1)


class IndicatorFile(RootModel[tuple[Block, ...]]):
    """One file of `indicators/`: a list of blocks; file name, then position, is the plan's order."""
