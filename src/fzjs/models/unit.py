"""Parts of `fzjs.yaml` that say how the unit works: offices, methods, stages, batches."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from fzjs.models.base import Date, Day, Month, Number, Record, Share, Text, Years, about, fail


class System(Record):
    """体系: the indicator system and where it comes from."""

    model_config = about("体系", "按哪份指标体系创建，出自哪里。")

    name: Text = Field(alias="名称", description="指标体系或分工表的名称。")
    doc_no: Text | None = Field(None, alias="文号", description="如 濮司〔2020〕50号。")
    source: Text | None = Field(None, alias="来源", description="谁在哪天印发，是哪份附件。")
    since: Date | None = Field(
        None, alias="换版", description="哪天换成这份体系的，由 fzjs migrate 写；没换过的不写。"
    )


class Defaults(Record):
    """默认: what holds for every entry unless it says otherwise."""

    model_config = about("默认", "条目没写时按这里算。")

    issuer: Text | None = Field(None, alias="出具单位", description="本单位材料落款的名称。")
    carriers: tuple[Text, ...] = Field((), alias="载体", description="如 [纸质, PDF]。")
    copies: Number | None = Field(None, alias="份数", description="纸质材料一式几份，如 3。")


class WordCount(Record):
    """字数 of a statement (附件1: 一般不超过500字，最多不超过1000字)."""

    model_config = about("情况说明的字数", "建议多少字以内，最多多少字。")

    advised: Number | None = Field(None, alias="建议", description="超过只提示，如 500。")
    limit: Number | None = Field(None, alias="上限", description="超过就不合格，如 1000。")


class Fonts(Record):
    """字体: the unit's own rule that templates are checked against."""

    model_config = about("情况说明的字体", "本单位对字体字号的要求。")

    title: Text | None = Field(None, alias="标题", description="如 2号小标宋。")
    body: Text | None = Field(None, alias="正文", description="如 3号仿宋_GB2312。")


class StatementRule(Record):
    """情况说明: title form, letterhead, length and fonts that the unit asks for."""

    model_config = about("情况说明的要求", "本单位对情况说明标题、红头、字数、字体的要求。")

    title: Text | None = Field(
        None, alias="标题", description="标题格式，如 {单位}关于{事由}的情况说明；要加引号。"
    )
    letterhead: Text | None = Field(
        None, alias="红头", description="便签上的红头，如 示例市司法局；不写就是单位名称。"
    )
    words: WordCount | None = Field(None, alias="字数", description="建议字数和上限。")
    fonts: Fonts | None = Field(None, alias="字体", description="标题和正文的字体字号。")

    @field_validator("title")
    @classmethod
    def _names_the_matter(cls, value: str | None) -> str | None:
        if value is not None and "{事由}" not in value:
            fail("标题格式里没有 {事由}", '写成 "{单位}关于{事由}的情况说明"')
        return value


_UNDECIDED = "待定"


def _members(value: object) -> object:
    if value == _UNDECIDED:
        return ()
    if isinstance(value, str) or value == []:
        fail("成员应写科室的名称，或写 待定", "写成 [甲科, 乙科]；还不知道是哪些的写 待定")
    return value


Members = Annotated[
    tuple[Text, ...],
    BeforeValidator(
        _members,
        json_schema_input_type=Literal["待定"] | Annotated[tuple[Text, ...], Field(min_length=1)],
    ),
    PlainSerializer(lambda v: list(v) or _UNDECIDED),
]
"""The offices that a group noun stands for; empty where 待定."""


class Office(Record):
    """A 科室 with the names it also goes by, or a group noun with its members."""

    model_config = about("科室", "一个科室，及它的别名和负责的人；集合名词写成员。")

    name: Text = Field(alias="名称", description="科室全称，也是 evidence/ 下的文件夹名。")
    aliases: tuple[Text, ...] = Field((), alias="别名", description="简称，如 [基层科]。")
    person: Text | None = Field(None, alias="责任人", description="科室负责人；不写电话。")
    liaison: Text | None = Field(None, alias="联络人", description="报材料的人；不写电话。")
    members: Members | None = Field(
        None,
        alias="成员",
        description="只用于“相关责任科室”这样的集合名词：指哪些科室；还不知道的写 待定。",
    )


class ReviewRule(Record):
    """审核: who reviews, who stands in, and whether the forge's branch protection is on."""

    model_config = about("审核安排", "谁审核，审核科室自己的材料由谁代审。")

    office: Text = Field(alias="科室", description="审核材料的科室。")
    substitute: Text | None = Field(
        None, alias="代审", description="审核科室自己的条目由哪个科室审。"
    )
    protected: Literal["有", "无"] | None = Field(
        None, alias="保护", description="代码平台是否设了分支保护；没有时输出写“审核未受保护”。"
    )


DemandName = Literal[
    "落款", "盖章", "检索目录", "检索截图", "电子文档", "材料目录", "原件", "备查", "案卷目录",
    "三项制度", "一案一卷", "访谈问卷", "意见整改", "访谈率", "考试材料", "参考率", "问卷整改",
    "证书级别", "影像时地", "上级文件可代",
]  # fmt: skip
_WITH_SHARE = {"访谈率", "参考率"}


class Demand(Record):
    """要求: what this plan asks of material besides what every plan does, and in which words."""

    model_config = about(
        "要求", "本方案对材料另有的要求，照原话写出处；没有写在这里的，程序不要求。"
    )

    name: DemandName = Field(alias="名称", description="哪一种要求，如 盖章。")
    subjects: tuple[Text, ...] = Field(
        (), alias="对象", description="只管哪些指标或资料，如 [58, 59-4]；不写管全部。"
    )
    share: Share | None = Field(
        None, alias="比例", description="访谈率、参考率要写，如 90%；其余不写。"
    )
    source: Text = Field(alias="出处", description="哪份文件哪句话。")

    @model_validator(mode="after")
    def _share_where_it_is_one(self) -> Demand:
        if (self.share is not None) != (self.name in _WITH_SHARE):
            needed = self.name in _WITH_SHARE
            said = f"“{self.name}”{'没有写' if needed else '不用写'}比例"
            fail(said, "写成 比例: 90%" if needed else "把 比例 删去")
        return self


class Method(Record):
    """A 测评方法 with the names it also goes by."""

    model_config = about("测评方法", "一种测评方法和它的别名。")

    name: Text = Field(alias="名称", description="如 随机访谈。")
    aliases: tuple[Text, ...] = Field((), alias="别名", description="别的叫法，如 [随机走访]。")


class Stage(Record):
    """A 阶段 of the campaign; both dates included, either may be unknown."""

    model_config = about("阶段", "创建的一段时间，首尾两天都算在内。")

    name: Text = Field(alias="名称", description="如 全面自查。")
    start: Date | None = Field(None, alias="起", description="第一天；方案没写的不写。")
    end: Date | None = Field(None, alias="止", description="最后一天；方案没写的不写。")
    quote: Text | None = Field(
        None, alias="原话", description="方案写时间的原话，如 2021年4月至5月。"
    )


_OFFICES = "哪些科室各自要办；不写就不分科室，谁都看得到。"
_ELSEWHERE = "别的文件写的是另一个日子：照抄出处和日子，不影响计算，check 会提示。"


class OtherDay(Record):
    """他处 of a 周期任务: the day that another source gives."""

    model_config = about("他处的日子", "同一件周期任务，别的文件写的日子；按周期任务自己的日子算。")

    source: Text = Field(alias="出处", description="哪份文件哪句话。")
    month: Month | None = Field(None, alias="月", description="几月，如 2。")
    day: Day | None = Field(None, alias="日", description="几日；月底写 31。")

    @model_validator(mode="after")
    def _names_a_day(self) -> OtherDay:
        if self.month is None and self.day is None:
            fail("他处没有写日子", "加上 月: 和 日:，如 {出处: …, 月: 2, 日: 28}")
        return self


class OtherDate(Record):
    """他处 of a 期限: the date that another source gives."""

    model_config = about("他处的日期", "同一件事，别的文件写的日期；按期限自己的日期算。")

    source: Text = Field(alias="出处", description="哪份文件哪句话。")
    date: Date = Field(alias="日期", description="那里写的最后一天。")


class Duty(Record):
    """A 周期任务."""

    model_config = about("周期任务", "定期要办的事。")

    name: Text = Field(alias="名称", description="如 工作台账；这个名称用来算台账交没交。")
    cycle: Literal["每月", "每两月", "每季度", "每半年", "每年", "每2年"] = Field(
        alias="周期", description="多久一次。"
    )
    month: Month | None = Field(None, alias="月", description="每年、每2年的写几月，如 3。")
    day: Day | None = Field(None, alias="日", description="几日，如 1。")
    source: Text | None = Field(None, alias="出处", description="哪份文件哪句话要求的。")
    offices: tuple[Text, ...] = Field((), alias="科室", description=_OFFICES)
    elsewhere: tuple[OtherDay, ...] = Field((), alias="他处", description=_ELSEWHERE)


class Batch(Record):
    """A 批次: all conditions given must match, the first batch that matches holds."""

    model_config = about("批次", "一批材料的期限；写出的条件都要符合，第一个符合的批次算数。")

    name: Text = Field(alias="名称", description="如 第一批。")
    years: Years | None = Field(None, alias="年度", description="哪几年的材料，如 2016-2018。")
    offices: tuple[Text, ...] = Field((), alias="科室", description="只管这些科室；不写管全部。")
    indicators: tuple[Text, ...] = Field(
        (), alias="指标", description="只管这些编号的指标；不写管全部。"
    )
    due: Date = Field(alias="截止", description="这一批的最后一天。")


class Deadline(Record):
    """期限: a day that the plan sets for something other than material."""

    model_config = about("期限", "方案另写的一个日子，如报联络员、报方案；不影响材料的期限。")

    name: Text = Field(alias="名称", description="哪天前办什么，如 报送联络员名单。")
    date: Date = Field(alias="日期", description="最后一天，含当天。")
    source: Text | None = Field(None, alias="出处", description="哪份文件哪句话。")
    offices: tuple[Text, ...] = Field((), alias="科室", description=_OFFICES)
    elsewhere: tuple[OtherDate, ...] = Field((), alias="他处", description=_ELSEWHERE)


class Supervision(Record):
    """监督: a rule of supervision in the plan's words; nothing is computed from it."""

    model_config = about("监督", "方案写的一条督促、考核、问责的规矩，照抄，不参加计算。")

    name: Text = Field(alias="名称", description="如 双月检查。")
    text: Text = Field(alias="内容", description="方案的原话。")


AnnualItem = Annotated[
    Literal["1", "2", "3", "4", "5", "6", "7", "8"],
    WithJsonSchema({"enum": [n for each in range(1, 9) for n in (each, str(each))]}),
]


class AnnualPart(Record):
    """年度报告: which indicators belong to an item of the yearly report; the rest go by words."""

    model_config = about("年度报告", "年度报告八项中的一项写哪些指标；不写的照标题的字分。")

    number: AnnualItem = Field(alias="项", description="八项中的第几项，1 至 8。")
    subjects: tuple[Text, ...] = Field(
        alias="对应", min_length=1, description="一级指标、二级指标的标题，或指标编号。"
    )
