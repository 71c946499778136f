"""`indicators/*.yaml`: the indicator system, block by block."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from fzjs.models.base import Flag, Number, Record, Text, Texts, Year, about, one_as
from fzjs.models.mark import Mark

Kind = Literal[
    "情况说明", "制度文件", "文件", "目录", "清单", "汇总表", "名单", "案卷", "证书", "报告",
    "会议材料", "图片视频", "信息报道", "网络检索", "访谈", "考试", "统计数据", "佐证材料",
    "无此情形",
]  # fmt: skip
Rhythm = Literal[
    "每年", "逐年可合并", "上年度", "每2年", "每半年", "汇总", "时点", "现行", "有则报", "逐件"
]


class Material(Record):
    """One item of 上报资料."""

    model_config = about("上报资料", "一项指标要报的一件资料。")

    code: Mark = Field(
        alias="代号", description="在本项指标内不重复；方案把 2 印了两次的写 2甲、2乙。"
    )
    printed: Text | None = Field(None, alias="原序号", description="方案印的序号，与代号不同时写。")
    text: Text = Field(alias="内容", description="方案的原话。")
    kind: Kind = Field(alias="种类", description="要的是哪一种材料；条目的种类要与它相同。")
    rhythm: Rhythm | None = Field(
        None, alias="年度", description="按什么报；不写时按种类定（见格式说明）。"
    )
    since: Year | None = Field(None, alias="自", description="从哪年起报，如 2018；不写按窗口。")
    until: Year | None = Field(None, alias="至", description="报到哪年为止；不写按窗口。")
    words_limit: Number | None = Field(
        None, alias="字数上限", description="原话对这件写明的字数，如 2000。"
    )
    copies: Number | None = Field(None, alias="份数", description="要几份，如 2。")
    each: Literal["执法部门"] | None = Field(
        None, alias="每", description="份数是每个执法部门各几份。"
    )
    issuer: Text | None = Field(
        None, alias="出具", description="必须由外单位出具的，写单位，如 市中级人民法院。"
    )
    substitute: Literal["上级"] | None = Field(
        None, alias="可代", description="上级的文件可以顶替时写“上级”。"
    )
    separately: Flag = Field(
        default=False, alias="分别提供", description="几个责任科室各报一份时写“是”。"
    )
    listed_in: Text | None = Field(None, alias="按", description="逐件的件数看哪件清单，如 29-3。")
    same_as: Text | None = Field(
        None, alias="同", description="与本项另一件是同一件，写它的代号，如 2甲；不另外欠。"
    )
    method: Text | None = Field(
        None, alias="方法", description="属于哪一种测评方法；方案按方法列材料的才写。"
    )
    basis: Texts = Field(
        (), alias="依据", description="年度、自、种类依哪句原话定，而内容里没有这句的，抄在这里。"
    )
    revision: Number = Field(1, alias="修订", description="代号改作他用、或原话改了意思时加 1。")
    previous: Texts = Field(
        (), alias="前身", description="上一版体系里的哪几件，如 [31-2甲]，换版时由程序写。"
    )


class Responsible(Record):
    """A 科室 that answers for an indicator; 配合 does not owe material."""

    model_config = about("责任科室", "对一项指标负责的科室；配合科室不欠材料。")

    office: Text = Field(alias="科室", description="科室全称或别名。")
    role: Literal["责任", "牵头", "配合"] = Field(
        "责任", alias="角色", description="不写算“责任”；“配合”不欠材料，也不催。"
    )
    person: Text | None = Field(None, alias="责任人", description="与科室的责任人不是一位时写。")


class Inherited(Record):
    """沿用: which blank cells are as in another row (its 编号), computed and never copied."""

    model_config = about("沿用", "方案空着的格子同哪一项，写那一项的编号；写源头，不写中间的。")

    methods: Text | None = Field(None, alias="方法", description="测评方法同哪一项，如 31。")
    materials: Text | None = Field(None, alias="资料", description="与哪一项共用资料，如 31。")
    responsible: Text | None = Field(None, alias="责任", description="责任科室同哪一项，如 31。")


class Target(Record):
    """A 量化要求, e.g. 合法性审核率 ≥100%."""

    model_config = about("量化要求", "指标里的一个数。")

    item: Text = Field(alias="项目", description="如 合法性审核率；条目的“数据”用同一名称。")
    demand: Text = Field(alias="要求", description="如 ≥100%、≥4次/年、≤15工作日。")
    quote: Text | None = Field(None, alias="原话", description="从哪句话读出来的，照抄。")
    start: Text | None = Field(
        None, alias="起算", description="从哪件事起算，如 公布之日；数据里的“起”就是那一天。"
    )


class Task(Record):
    """工作任务: what the plan says is to be done under one method."""

    model_config = about("工作任务", "方案按测评方法写的任务，一种方法一条。")

    method: Text = Field(alias="方法", description="照方案写的方法名，如 网络检索。")
    text: Text = Field(alias="内容", description="方案的原话。")


class PrintedOwners(Record):
    """责任原文: the cells as the plan prints them."""

    model_config = about("责任原文", "方案里责任科室、责任人、配合单位几格印的原样。")

    offices: tuple[Text, ...] = Field((), alias="科室", description="科室那一格，一段一条。")
    persons: tuple[Text, ...] = Field((), alias="责任人", description="责任人那一格，一段一条。")
    support: tuple[Text, ...] = Field((), alias="配合", description="配合单位那一格，一段一条。")


class Indicator(Record):
    """A 三级指标."""

    model_config = about("三级指标", "一项三级指标：原话、方法、责任科室和要报的资料。")

    number: Mark = Field(alias="编号", description="照方案写，如 31、（5）、★1；括号全角半角都认。")
    tier: Literal["国家", "省", "市", "本单位"] | None = Field(
        None, alias="来源", description="哪一级提出的；加分、减分项不写。"
    )
    category: Literal["基础", "加分", "减分"] = Field(
        "基础", alias="类别", description="加分项的 1 在别处写作 加分1，减分项写作 减分1。"
    )
    title: Text | None = Field(
        None, alias="标题", description="方案在内容之外另印的标题；没有的不写。"
    )
    text: Text = Field(alias="内容", description="方案的原话，一字不改。")
    methods: tuple[Text, ...] = Field(
        (), alias="测评方法", description="如 [材料查证, 网络检索]；名称都在 fzjs.yaml 的“方法”里。"
    )
    responsible: tuple[Annotated[Responsible, one_as("科室", Responsible)], ...] = Field(
        (), alias="责任科室", description="如 [法制仲裁科]，或 {科室: 办公室, 角色: 配合}。"
    )
    tasks: tuple[Task, ...] = Field(
        (), alias="工作任务", description="方案按测评方法分写的任务，一种方法一条。"
    )
    duty_note: Text | None = Field(
        None, alias="责任说明", description="责任格里不是科室的话，如“如有所列情形发生……”。"
    )
    materials: tuple[Material, ...] = Field(
        (), alias="上报资料", description="要报的资料，一件一条。"
    )
    web: Text | None = Field(
        None,
        alias="网络检索",
        description="“以上同时提供网络检索”写 另附；某件本身就是的写它，如 87-7；没有不写。",
    )
    inherited: Inherited = Field(
        Inherited(), alias="沿用", description="空着的格子同哪一项，如 {资料: 31, 责任: 31}。"
    )
    named_in: tuple[Text, ...] = Field(
        (), alias="应点到", description="共用的哪件资料要写到本项，如 [31-2乙]。"
    )
    no_report: Literal["是", "待定"] | None = Field(
        None,
        alias="不需上报",
        description="写“是”：没有列出材料，按测评方法分类整理、装订成册（附件1第四部分）；写“待定”：口径定下来之前也这样算。",
    )
    targets: tuple[Target, ...] = Field((), alias="量化要求", description="指标里的数，一个一条。")
    canonical: Text | None = Field(None, alias="规范号", description="对应国家体系的哪一项。")
    previous: tuple[Text, ...] = Field(
        (), alias="前身", description="上一版体系里的哪几项，换版时由程序写。"
    )
    materials_printed: tuple[Text, ...] = Field(
        (), alias="资料原文", description="上报资料那一格印的原样，一段一条。"
    )
    owners_printed: PrintedOwners | None = Field(
        None, alias="责任原文", description="责任科室、责任人、配合单位几格印的原样。"
    )
    points: Text | None = Field(None, alias="分值", description="方案印的分值，照抄，不参加计算。")
    scoring: Text | None = Field(
        None, alias="评分办法", description="方案印的评分、扣分办法，照抄，不参加计算。"
    )
    origin: Text | None = Field(
        None, alias="出处", description="内容出自哪份文件哪一项，如 某市分工表第31项。"
    )


class Block(Record):
    """Consecutive indicators under one 一级 and 二级 heading."""

    model_config = about("一组指标", "同一个一级、二级标题下连着的几项；标题可以再次出现。")

    level1: Text = Field(alias="一级指标", description="一级标题，照方案写。")
    level2: Text | None = Field(
        None, alias="二级指标", description="二级标题，照方案写；方案没有二级的不写。"
    )
    indicators: tuple[Indicator, ...] = Field(
        alias="三级指标", min_length=1, description="这一组里的指标，照方案的顺序。"
    )


class IndicatorFile(RootModel[tuple[Block, ...]]):
    """One file of `indicators/`; file name, then position, is the plan's order."""

    model_config = about("指标文件", "一组接一组的指标；文件名、再按位置，就是方案的顺序。")
