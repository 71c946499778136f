"""`fzjs.yaml`: the campaign, whole. Its parts stand in `models.unit` and `models.decided`."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, WithJsonSchema, field_validator

from fzjs.models.base import Date, Flag, Record, Text, Years, about, fail, one_as
from fzjs.models.decided import Exemption, Extension, RuleSetting, Ruling, Threshold, Weight
from fzjs.models.organisation import Organisation, PersonChange
from fzjs.models.unit import (
    AnnualPart,
    Batch,
    Deadline,
    Defaults,
    Demand,
    Duty,
    Method,
    Office,
    ReviewRule,
    Stage,
    StatementRule,
    Supervision,
    System,
)

Version = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]
Setting = Literal[
    "单位", "窗口", "截止", "创建办", "体系", "默认", "情况说明", "科室", "审核", "方法", "阶段",
    "周期任务", "批次", "达标线", "期限", "监督",
]  # fmt: skip


class Campaign(Record):
    """`fzjs.yaml`, whole (reference: docs/format.md)."""

    model_config = about("创建活动", "一个单位的一次创建：窗口、截止、科室、批次、口径等。")

    version: Version = Field(alias="格式", description="数据格式的版本，现在只有 1。")
    unit: Text = Field(alias="单位", description="单位全称，如 示例市司法局。")
    sample: Flag = Field(
        default=False, alias="示例", description="写“是”表示整个仓库是样例，出的文书都标“示例”。"
    )
    today: Date | None = Field(
        None, alias="基准日", description="样例或已结束的创建里当作“今天”的日期；进行中的不写。"
    )
    window: Years = Field(alias="窗口", description="材料要覆盖哪几年，如 2016-2021。")
    cutoff: Date = Field(alias="截止", description="材料截止日，含当天，如 2021-05-31。")
    coordinator: Text = Field(alias="创建办", description="统筹、催办、上报的科室。")
    system: System = Field(alias="体系", description="按哪份指标体系创建，出自哪里。")
    defaults: Defaults = Field(
        Defaults(), alias="默认", description="条目没写时按这里算：出具单位、载体、份数。"
    )
    statement: StatementRule = Field(
        StatementRule(), alias="情况说明", description="本单位对情况说明标题、字数、字体的要求。"
    )
    demands: tuple[Demand, ...] = Field(
        (), alias="要求", description="本方案对材料另有的要求：盖章、问卷、截图等；没有写的不要求。"
    )
    offices: tuple[Annotated[Office, one_as("名称", Office)], ...] = Field(
        (), alias="科室", description="全部科室；只有名称的可以只写名称。"
    )
    organisation: Organisation | None = Field(
        None, alias="组织", description="领导小组、办公室、专班和职责。"
    )
    changes: tuple[PersonChange, ...] = Field(
        (), alias="人员变动", description="换过的责任人、联络人，一次一条。"
    )
    review: ReviewRule | None = Field(None, alias="审核", description="哪个科室审核、谁代审。")
    methods: tuple[Annotated[Method, one_as("名称", Method)], ...] = Field(
        (), alias="方法", description="全部测评方法；只有名称的可以只写名称。"
    )
    stages: tuple[Stage, ...] = Field((), alias="阶段", description="创建分几段，各从哪天到哪天。")
    duties: tuple[Duty, ...] = Field(
        (), alias="周期任务", description="定期要办的事，如每月1日交工作台账。"
    )
    batches: tuple[Batch, ...] = Field(
        (), alias="批次", description="分批报送的期限；条件都符合的第一批算数。"
    )
    deadlines: tuple[Deadline, ...] = Field(
        (), alias="期限", description="方案另写的日子，如哪天前报联络员。"
    )
    supervision: tuple[Supervision, ...] = Field(
        (), alias="监督", description="方案写的督促、考核、问责，照抄。"
    )
    annual: tuple[AnnualPart, ...] = Field(
        (), alias="年度报告", description="哪些指标写进年度报告八项里的哪一项；不写的照一级标题分。"
    )
    thresholds: tuple[Threshold, ...] = Field(
        (), alias="达标线", description="上级的达标比例，写明是谁的。"
    )
    weights: tuple[Weight, ...] = Field(
        (), alias="权重", description="本单位方案写明的分值，算自评的加权比例；方案没有的不写。"
    )
    rulings: tuple[Ruling, ...] = Field(
        (), alias="口径", description="方案没说清的地方怎么读，谁定的。"
    )
    exemptions: tuple[Exemption, ...] = Field(
        (), alias="不适用", description="批准不报的指标、资料或年度。"
    )
    extensions: tuple[Extension, ...] = Field(
        (), alias="延期", description="批准推迟的指标、资料或应报件。"
    )
    rules: tuple[RuleSetting, ...] = Field(
        (), alias="规则", description="调整某条检查规则的级别，要写理由。"
    )
    assumed: tuple[Setting, ...] = Field(
        (),
        alias="待定",
        description="哪几项设置原文没有写、是先假定的，如 [窗口, 截止]；查明后从这里删去。",
    )

    @field_validator("cutoff")
    @classmethod
    def _within_the_window(cls, value: datetime.date, info: ValidationInfo) -> datetime.date:
        window = info.data.get("window")
        if window and value.year < window[0]:
            fail(f"截止 {value} 早于窗口的第一年 {window[0]}", "窗口和截止有一个写错了")
        return value
