"""What others write about entries: reviews, inspections, rectifications, ledgers, applications."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from fzjs.models.base import Date, Flag, Number, Period, Record, Text, Year, fail

ReasonCode = Literal[
    "缺章", "缺落款日期", "落款超期", "标题不合式", "超字数", "无目录", "非原件", "缺年度", "文不对题",
    "总结式非说明式", "无数据", "链接失效", "份数不足", "出具方不对", "密级不当", "含个人信息", "数字不一",
    "其他",
]  # fmt: skip


class Reason(Record):
    """Why a review returns an entry; 其他 needs words."""

    code: ReasonCode = Field(alias="代码")
    note: Text | None = Field(None, alias="说明")

    @model_validator(mode="after")
    def _other_needs_words(self) -> Reason:
        if self.code == "其他" and not self.note:
            fail("退回理由写“其他”时要写说明", "加上 说明: …")
        return self


class ReviewedClaim(Record):
    """The state in which a claim was reviewed."""

    material: Text = Field(alias="资料")
    period: Period = Field(alias="年度")
    revision: Number = Field(1, alias="修订")
    fingerprint: Text = Field(alias="指纹")
    words: Text | None = Field(None, alias="文字")


class Review(Record):
    """One 审核 of an entry."""

    date: Date = Field(alias="日期")
    office: Text = Field(alias="科室")
    reviewer: Text = Field(alias="审核人")
    verdict: Literal["通过", "退回"] = Field(alias="结论")
    reasons: tuple[Reason, ...] = Field((), alias="理由")
    fingerprint: Text = Field(alias="指纹")
    claims: tuple[ReviewedClaim, ...] = Field((), alias="对应")

    @model_validator(mode="after")
    def _return_needs_reason(self) -> Review:
        if self.verdict == "退回" and not self.reasons:
            fail("退回要写理由", "加上 理由: [{代码: 缺章}]")
        return self


class ReviewFile(Record):
    """`evidence/审核/<科室>/<条目>.yaml`: the last review holds."""

    sample: Flag = Field(default=False, alias="示例")
    reviews: tuple[Review, ...] = Field(alias="审核", min_length=1)


class Handling(Record):
    """处理: a step in the life of a problem."""

    date: Date = Field(alias="日期")
    result: Literal["验收", "退回", "延期", "反弹"] = Field(alias="结果")
    inspector: Text = Field(alias="验收人")


class Problem(Record):
    """A 问题 that an inspection found."""

    number: Number = Field(alias="编号")
    entry: Text | None = Field(None, alias="条目")
    material: Text | None = Field(None, alias="资料")
    indicator: Text | None = Field(None, alias="指标")
    text: Text = Field(alias="问题")
    office: Text = Field(alias="责任科室")
    due: Date = Field(alias="时限")
    handling: tuple[Handling, ...] = Field((), alias="处理")

    @model_validator(mode="after")
    def _about_something(self) -> Problem:
        if not (self.entry or self.material or self.indicator):
            fail("问题没有写明针对什么", "加上 条目:、资料: 或 指标: 之一")
        return self


class Inspection(Record):
    """`evidence/督导/*.yaml`."""

    kind: Text = Field(alias="类型")
    date: Date = Field(alias="日期")
    sample: Flag = Field(default=False, alias="示例")
    problems: tuple[Problem, ...] = Field((), alias="问题")


class Rectification(Record):
    """`evidence/<科室>/整改/*.yaml`: the office's answer to a problem."""

    problem: Text = Field(alias="问题")
    measure: Text = Field(alias="措施")
    evidence: tuple[Text, ...] = Field((), alias="佐证")
    applied: Date | None = Field(None, alias="申请销号")
    sample: Flag = Field(default=False, alias="示例")


class LedgerLine(Record):
    """A line of the month's 工作台账."""

    year: Year = Field(alias="年度")
    indicator: Text = Field(alias="指标")
    done: Literal["已完成", "未完成"] = Field(alias="完成")
    note: Text = Field(alias="情况")


class Ledger(Record):
    """`evidence/<科室>/台账/YYYY-MM.yaml`; the month is that of handing in."""

    filled: Date = Field(alias="填表日期")
    sample: Flag = Field(default=False, alias="示例")
    lines: tuple[LedgerLine, ...] = Field(alias="行", min_length=1)


class Application(Record):
    """`evidence/<科室>/申请/*.yaml`: asked for, and without effect until approved in `fzjs.yaml`."""

    kind: Literal["不适用", "延期", "补报"] = Field(alias="类别")
    subject: Text = Field(alias="对象")
    until: Date | None = Field(None, alias="至")
    reason: Text = Field(alias="理由")
    date: Date = Field(alias="日期")
    sample: Flag = Field(default=False, alias="示例")


class Reminder(Record):
    """`evidence/催办/*.yaml`: a reminder that was sent."""

    office: Text = Field(alias="科室")
    count: Number = Field(alias="次")
    date: Date = Field(alias="日期")
    subjects: tuple[Text, ...] = Field((), alias="对象")
    sample: Flag = Field(default=False, alias="示例")
