"""`evidence/<科室>/*.yaml`: one entry of the evidence ledger a file."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from fzjs.models.base import (
    BLANK,
    Amount,
    Date,
    Flag,
    Hash,
    Number,
    Period,
    Record,
    Text,
    Year,
    fail,
)

EntryKind = Literal[
    "情况说明", "制度文件", "文件", "目录", "清单", "汇总表", "名单", "案卷", "证书", "报告",
    "会议材料", "图片视频", "信息报道", "网络检索", "访谈", "考试", "统计数据", "佐证材料", "无此情形",
    "零报告",
]  # fmt: skip


class Claim(Record):
    """对应: what the entry proves, for which period, and where in it."""

    material: Text = Field(alias="资料")
    period: Period = Field(alias="年度")
    pages: Text | None = Field(None, alias="页")
    quote: Text | None = Field(None, alias="摘录")
    names: tuple[Text, ...] = Field((), alias="点到")


class Attachment(Record):
    """附件: a file beside the entry, or one kept elsewhere (库外) with only its hash here."""

    path: Text = Field(alias="路径")
    sha256: Hash = Field(alias="sha256")
    pages: Number | None = Field(None, alias="页数")
    words: Number | None = Field(None, alias="字数")
    outside: Flag = Field(default=False, alias="库外")


class WebPage(Record):
    """公开: where it is public and when one looked."""

    url: Text | None = Field(None, alias="网址")
    retrieved: Date | None = Field(None, alias="检索日期")
    title: Text | None = Field(None, alias="名称")


class WebSearch(Record):
    """网络检索: the negative form, what was searched for and what came back."""

    query: Text = Field(alias="检索词")
    date: Date = Field(alias="日期")
    result: Text = Field(alias="结果")
    platform: Text | None = Field(None, alias="平台")


class Lookup(Record):
    """查证 of a nil report: where one looked, when, and what was found."""

    where: Text = Field(alias="查阅")
    date: Date = Field(alias="日期")
    result: Text = Field(alias="结果")


class OutsideIssuer(Record):
    """外单位: a paper that another body must issue, and how the asking goes."""

    issuer: Text = Field(alias="出具")
    asked: Date | None = Field(None, alias="发函")
    reminded: tuple[Date, ...] = Field((), alias="催函")
    answered: Date | None = Field(None, alias="应答")
    received: Date | None = Field(None, alias="取得")


class CaseFile(Record):
    """案卷: a line of the case catalogue (附件1: 目录包括序号、案件文号和卷宗名称)."""

    order: Number | None = Field(None, alias="序号")
    case_no: Text | None = Field(None, alias="案件文号")
    title: Text | None = Field(None, alias="卷宗名称")
    department: Text | None = Field(None, alias="执法部门")
    three_systems: Flag | None = Field(None, alias="三项制度")
    stored: Text | None = Field(None, alias="存放")


class Opinion(Record):
    """An opinion voiced in an interview, and what became of it."""

    text: Text = Field(alias="内容")
    measure: Text | None = Field(None, alias="整改")
    closed: Date | None = Field(None, alias="办结")


class Interview(Record):
    """访谈."""

    population: Number = Field(alias="对象总数")
    sample: Number = Field(alias="样本")
    questionnaire: Text | None = Field(None, alias="问卷")
    opinions: tuple[Opinion, ...] = Field((), alias="意见")


class Exam(Record):
    """考试: each of the four papers by name, and how many should and did sit it."""

    notice: Text | None = Field(None, alias="通知")
    sign_in: Text | None = Field(None, alias="签到")
    paper: Text | None = Field(None, alias="试卷")
    marks: Text | None = Field(None, alias="成绩")
    expected: Number | None = Field(None, alias="应考")
    present: Number | None = Field(None, alias="参考")


class Secret(Record):
    """涉密: only where the paper is registered; nothing of what it says."""

    register_no: Text = Field(alias="登记号")
    level: Literal["秘密", "机密", "绝密"] = Field(alias="密级")
    keeper: Text = Field(alias="保管")


class Handover(Record):
    """交件: paper handed over; shown apart, never a reason for incompleteness."""

    date: Date = Field(alias="日期")
    copies: Number = Field(alias="份数")
    original: Flag = Field(default=False, alias="原件")
    signed: Text | None = Field(None, alias="签收")


class Figure(Record):
    """数据: a number that the paper states, as ratio, count or span of days."""

    item: Text = Field(alias="项目")
    year: Year | None = Field(None, alias="年度")
    numerator: Number | None = Field(None, alias="分子")
    denominator: Number | None = Field(None, alias="分母")
    amount: Amount | None = Field(None, alias="数")
    start: Date | None = Field(None, alias="起")
    end: Date | None = Field(None, alias="止")

    @model_validator(mode="after")
    def _one_form(self) -> Figure:
        given = {key for key in self.model_fields_set if key not in {"item"}}
        forms = ({"year", "numerator", "denominator"}, {"year", "amount"}, {"start", "end"})
        if given not in forms:
            fail(
                "数据的写法不全",
                "写 {项目, 年度, 分子, 分母}、{项目, 年度, 数} 或 {项目, 起, 止} 之一",
            )
        return self


class Correction(Record):
    """更正: a declared change after review."""

    date: Date = Field(alias="日期")
    reason: Text = Field(alias="理由")


class Evidence(Record):
    """An entry of the evidence ledger (佐证材料台账条目)."""

    subject: Text | None = Field(None, alias="事由")
    title: Text | None = Field(None, alias="标题")
    kind: EntryKind = Field(alias="种类")
    claims: tuple[Claim, ...] = Field(alias="对应", min_length=1)
    issuer: Text | None = Field(None, alias="出具单位")
    doc_no: Text | None = Field(None, alias="文号")
    dated: Date | None = Field(None, alias="落款日期")
    sealed: Flag | None = Field(None, alias="盖章")
    carriers: tuple[Text, ...] = Field((), alias="载体")
    copies: Number | None = Field(None, alias="份数")
    listed: Number | None = Field(None, alias="件数")
    body: Text | None = Field(None, alias="正文")
    attachments: tuple[Attachment, ...] = Field((), alias="附件")
    figures: tuple[Figure, ...] = Field((), alias="数据")
    web: tuple[WebPage, ...] = Field((), alias="公开")
    searches: tuple[WebSearch, ...] = Field((), alias="网络检索")
    lookups: tuple[Lookup, ...] = Field((), alias="查证")
    outside: OutsideIssuer | None = Field(None, alias="外单位")
    cases: tuple[CaseFile, ...] = Field((), alias="案卷")
    interview: Interview | None = Field(None, alias="访谈")
    exam: Exam | None = Field(None, alias="考试")
    secret: Secret | None = Field(None, alias="涉密")
    publicity: Literal["主动公开", "内部"] | None = Field(None, alias="公开属性")
    handover: Handover | None = Field(None, alias="交件")
    typed_by_coordinator: Flag = Field(default=False, alias="代录")
    corrections: tuple[Correction, ...] = Field((), alias="更正")
    withdrawal: Text | None = Field(None, alias="撤回理由")
    state: Literal["草稿", "已提交", "撤回"] = Field(alias="状态")
    sample: Flag = Field(default=False, alias="示例")

    @model_validator(mode="before")
    @classmethod
    def _subject_needed(cls, data: Any) -> Any:  # noqa: ANN401  # whatever the YAML holds
        """事由 is owed by every entry but a 涉密 one, which must not say what it is about."""
        if isinstance(data, dict) and "涉密" not in data and "事由" not in data:
            return {"事由": BLANK, **data}
        return data
