"""What others write about entries: reviews, inspections, rectifications, ledgers, applications."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from fzjs.models.base import Date, Flag, Number, Period, Record, Text, Year, about, fail

ReasonCode = Literal[
    "缺章", "缺落款日期", "落款超期", "标题不合式", "超字数", "无目录", "非原件", "缺年度",
    "文不对题", "总结式非说明式", "无数据", "链接失效", "份数不足", "出具方不对", "密级不当",
    "含个人信息", "数字不一", "其他",
]  # fmt: skip

SAMPLE = "写“是”表示这是样例。"
_NEEDS = {"延期": "至", "退回": "说明", "反弹": "说明"}
"""What a 处理 must say besides, by its result."""


def _when(key: str, value: str, needed: str) -> dict[str, Any]:
    """Return the JSON Schema for "where this key has this value, that key is needed"."""
    return {
        "if": {"properties": {key: {"const": value}}, "required": [key]},
        "then": {"required": [needed]},
    }


class Reason(Record):
    """Why a review returns an entry; 其他 needs words."""

    model_config = about(
        "退回理由", "为什么退回；“其他”要写说明。", **_when("代码", "其他", "说明")
    )

    code: ReasonCode = Field(alias="代码", description="选一个，如 缺章。")
    note: Text | None = Field(None, alias="说明", description="补充一句，如 第2页。")

    @model_validator(mode="after")
    def _other_needs_words(self) -> Reason:
        if self.code == "其他" and not self.note:
            fail("退回理由写“其他”时要写说明", "加上 说明: …")
        return self


class ReviewedClaim(Record):
    """The state in which a claim was reviewed."""

    model_config = about("审核过的对应", "审核时这条对应的样子；由 fzjs 写，不用手填。")

    material: Text = Field(alias="资料", description="哪件资料，如 31-2甲。")
    period: Period = Field(alias="年度", description="审的是哪个年度。")
    revision: Number = Field(1, alias="修订", description="审核时这件资料的修订，不写算 1。")
    fingerprint: Text = Field(alias="指纹", description="这条对应审核时的指纹，v1: 开头。")
    words: Text | None = Field(None, alias="文字", description="审核时资料原话的指纹，留着对照。")


class Review(Record):
    """One 审核 of an entry."""

    model_config = about(
        "审核", "对一个条目的一次审核；退回要写理由。", **_when("结论", "退回", "理由")
    )

    date: Date = Field(alias="日期", description="审核的日子。")
    office: Text = Field(alias="科室", description="哪个科室审的。")
    reviewer: Text = Field(alias="审核人", description="谁审的。")
    verdict: Literal["通过", "退回"] = Field(alias="结论", description="通过，或退回。")
    reasons: tuple[Reason, ...] = Field(
        (), alias="理由", description="退回的理由，如 [{代码: 缺章}]。"
    )
    fingerprint: Text = Field(
        alias="指纹", description="审的是哪一版内容，v1: 开头；条目改了就成“待复核”。"
    )
    claims: tuple[ReviewedClaim, ...] = Field(
        (), alias="对应", description="审了哪几条对应，一条一条算。"
    )

    @model_validator(mode="after")
    def _return_needs_reason(self) -> Review:
        if self.verdict == "退回" and not self.reasons:
            fail("退回要写理由", "加上 理由: [{代码: 缺章}]")
        return self


class ReviewFile(Record):
    """`evidence/审核/<科室>/<条目>.yaml`: the last review holds."""

    model_config = about("审核文件", "一个条目的全部审核，最后一次算数。")

    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
    reviews: tuple[Review, ...] = Field(
        alias="审核", min_length=1, description="一次一条，新的写在后面。"
    )


class Handling(Record):
    """处理: a step in the life of a problem."""

    model_config = about(
        "处理",
        "督导组对问题的一次处理；最后一次是“验收”就算销号。",
        allOf=[_when("结果", result, key) for result, key in _NEEDS.items()],
    )

    date: Date = Field(alias="日期", description="处理的日子。")
    result: Literal["验收", "退回", "延期", "反弹"] = Field(
        alias="结果", description="验收即销号；退回要重新申请；反弹是销号后又出现。"
    )
    inspector: Text = Field(alias="验收人", description="谁处理的；不能是责任科室自己的人。")
    office: Text | None = Field(
        None, alias="科室", description="验收人是哪个科室的；不能是责任科室。"
    )
    until: Date | None = Field(
        None, alias="至", description="改到哪天前整改好；延期要写，退回、反弹可以写。"
    )
    note: Text | None = Field(
        None, alias="说明", description="退回、反弹要写为什么；别的可以写一句。"
    )

    @model_validator(mode="after")
    def _needs(self) -> Handling:
        if self.result == "延期" and not self.until:
            fail("延期没有写延到哪天", "加上 至: 2021-03-31")
        if _NEEDS.get(self.result) == "说明" and not self.note:
            fail(f"{self.result}没有写为什么", "加上 说明: …")
        if self.result == "验收" and self.until:
            fail("验收不写“至”", "删去 至；要宽限的另加一次 结果: 延期")
        return self


class Problem(Record):
    """A 问题 that an inspection found."""

    model_config = about(
        "问题",
        "检查发现的一个问题；条目、资料、指标至少写一个。",
        anyOf=[{"required": [key]} for key in ("条目", "资料", "指标")],
    )

    number: Number = Field(alias="编号", description="本次检查里的序号，如 1。")
    entry: Text | None = Field(
        None, alias="条目", description="针对哪个条目，如 法制仲裁科/2020-合法性审核情况说明。"
    )
    material: Text | None = Field(
        None,
        alias="资料",
        description="或针对哪件资料，如 31-2甲；只针对一个年度的写 31-2甲/2020。",
    )
    indicator: Text | None = Field(None, alias="指标", description="或针对哪项指标，如 31。")
    text: Text = Field(alias="问题", description="什么问题。")
    source: Text | None = Field(
        None, alias="来源", description="与检查的类型不同才写，如 模拟问卷、访谈、网上信息排查。"
    )
    asked: Text | None = Field(None, alias="要求", description="督导组要求怎么改。")
    office: Text = Field(alias="责任科室", description="由谁改。")
    due: Date = Field(alias="时限", description="哪天前改好，含当天；延期写在处理里，这里不改。")
    handling: tuple[Handling, ...] = Field(
        (), alias="处理", description="处理过几次写几条；没有处理过写 [] 或不写。"
    )

    @model_validator(mode="after")
    def _about_something(self) -> Problem:
        if not (self.entry or self.material or self.indicator):
            fail("问题没有写明针对什么", "加上 条目:、资料: 或 指标: 之一")
        return self


class Inspection(Record):
    """`evidence/督导/*.yaml`."""

    model_config = about("检查", "一次检查和发现的问题，由督导检查组写。")

    kind: Text = Field(
        alias="类型", description="如 双月检查、自查、专项督察、第三方评估、回访核查。"
    )
    date: Date = Field(alias="日期", description="检查的日子。")
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
    problems: tuple[Problem, ...] = Field((), alias="问题", description="发现的问题，一个一条。")


class Rectification(Record):
    """`evidence/<科室>/整改/*.yaml`: the office's answer to a problem."""

    model_config = about("整改", "科室对一个问题的整改，由科室写。")

    problem: Text = Field(alias="问题", description="检查文件名加“/编号”，如 2021-02-双月检查/1。")
    measure: Text = Field(alias="措施", description="怎么改的。")
    evidence: tuple[Text, ...] = Field(
        (), alias="佐证", description="改好的条目，如 [法制仲裁科/2020-合法性审核情况说明]。"
    )
    applied: Date | None = Field(
        None,
        alias="申请销号",
        description="哪天申请销号；没申请不写，退回、反弹以后改成再申请的日子。",
    )
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)


class LedgerLine(Record):
    """A line of the month's 工作台账."""

    model_config = about("台账的一行", "一项指标一个年度的进度。")

    year: Year = Field(alias="年度", description="如 2020。")
    indicator: Text = Field(alias="指标", description="编号，如 31。")
    done: Literal["已完成", "未完成"] = Field(alias="完成", description="完成进度。")
    note: Text = Field(
        alias="情况", description="已完成的写上月具体做了什么，未完成的写正在怎么推进。"
    )


class Ledger(Record):
    """`evidence/<科室>/台账/YYYY-MM.yaml`; the month is that of handing in."""

    model_config = about("工作台账", "一个科室一个月的工作台账；文件名是交的那个月，如 2021-03。")

    filled: Date = Field(alias="填表日期", description="填好的日子。")
    state: Literal["草稿", "已提交"] = Field(
        "已提交", alias="状态", description="预填的是草稿，不算交了；不写算已提交。"
    )
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
    lines: tuple[LedgerLine, ...] = Field(
        alias="行", min_length=1, description="一项指标一个年度一行。"
    )


class Application(Record):
    """`evidence/<科室>/申请/*.yaml`: without effect until approved in `fzjs.yaml`."""

    model_config = about("申请", "科室的申请；批准写进 fzjs.yaml 之前不起作用。")

    kind: Literal["不适用", "延期", "补报"] = Field(alias="类别", description="申请什么。")
    subject: Text = Field(alias="对象", description="哪项指标、资料或应报件，如 19-1/2016。")
    until: Date | None = Field(None, alias="至", description="想推迟到哪天；申请延期时写。")
    reason: Text = Field(alias="理由", description="为什么。")
    date: Date = Field(alias="日期", description="申请的日子。")
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)


class Answer(Record):
    """答复 of a reminder, as the 回执 of a 催办单 gives it (□按期 □申请延期 □申请不适用)."""

    model_config = about("催办答复", "科室哪天怎么答复的。")

    date: Date = Field(alias="日期", description="答复的日子。")
    reply: Text | None = Field(None, alias="意见", description="如 按期、申请延期、申请不适用。")


class Reminder(Record):
    """`evidence/催办/*.yaml`: a reminder that was sent."""

    model_config = about("催办记录", "发过的一次催办。")

    office: Text = Field(alias="科室", description="催的是哪个科室。")
    count: Number = Field(alias="次", description="第几次，如 2。")
    date: Date = Field(alias="日期", description="发出的日子。")
    subjects: tuple[Text, ...] = Field(
        (), alias="对象", description="催了哪些应报件，如 [31-2甲/2018]。"
    )
    answer: Answer | None = Field(
        None, alias="答复", description="科室的答复；没有答复的不写，用 fzjs remind 记。"
    )
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
