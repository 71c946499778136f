"""Parts of a ledger entry by which some kinds of material prove: searches, cases, interviews."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from fzjs.models.base import Amount, Date, Flag, Number, Record, Text, Year, about, fail


class WebPage(Record):
    """公开: where it is public and when one looked."""

    model_config = about("公开", "公开在哪个网页，哪天检索到；网址和检索日期都有才算。")

    url: Text | None = Field(None, alias="网址", description="完整网址，https:// 开头。")
    retrieved: Date | None = Field(None, alias="检索日期", description="哪天打开看过。")
    title: Text | None = Field(None, alias="名称", description="网页的标题，用于检索目录。")
    category: Text | None = Field(
        None, alias="类别", description="检索目录里归哪一类，如 规范性文件、规章、公告。"
    )
    published: Date | None = Field(
        None, alias="发布日期", description="网页写的发布日期，用于检索目录。"
    )


class WebSearch(Record):
    """网络检索: the negative form, what was searched for and what came back."""

    model_config = about("检索无结果", "用来证明没有：检索了什么，结果如何。")

    query: Text = Field(alias="检索词", description="输入的词，如 示例市 规范性文件 撤销。")
    date: Date = Field(alias="日期", description="检索的日子。")
    result: Text = Field(alias="结果", description="如 未检索到相关信息。")
    platform: Text | None = Field(None, alias="平台", description="在哪里检索，如 中国裁判文书网。")
    screenshot: Text | None = Field(
        None, alias="截图", description="结果截图，照抄“附件”里的一个路径。"
    )


class Lookup(Record):
    """查证 of a nil report: where one looked, when, and what was found."""

    model_config = about("查证", "零报告的依据：查了哪里、哪天查的、结果如何。")

    where: Text = Field(alias="查阅", description="查了什么，如 2020年收文登记簿。")
    date: Date = Field(alias="日期", description="哪天查的。")
    result: Text = Field(alias="结果", description="如 无此情形。")


class OutsideIssuer(Record):
    """外单位: a paper that another body must issue, and how the asking goes."""

    model_config = about("外单位", "要由外单位出具的材料，办到哪一步；没写“取得”就是待外单位。")

    issuer: Text = Field(alias="出具", description="谁出具，如 示例市中级人民法院。")
    asked: Date | None = Field(None, alias="发函", description="商请函哪天发的。")
    reminded: tuple[Date, ...] = Field((), alias="催函", description="催过几次写几个日期。")
    answered: Date | None = Field(None, alias="应答", description="对方哪天答复的。")
    received: Date | None = Field(None, alias="取得", description="材料哪天到手的。")


class CaseFile(Record):
    """案卷: a line of the case catalogue (附件1: 目录包括序号、案件文号和卷宗名称)."""

    model_config = about("案卷", "案卷目录的一行；序号、案件文号、卷宗名称三样要齐。")

    order: Number | None = Field(None, alias="序号", description="如 1。")
    case_no: Text | None = Field(None, alias="案件文号", description="如 示司罚决〔2020〕1号。")
    title: Text | None = Field(None, alias="卷宗名称", description="不写当事人姓名。")
    department: Text | None = Field(
        None, alias="执法部门", description="要求“每个执法部门几份”时写是哪个部门的。"
    )
    three_systems: Flag | None = Field(
        None, alias="三项制度", description="是否落实了行政执法三项制度。"
    )
    stored: Text | None = Field(None, alias="存放", description="原卷放在哪里。")


class Opinion(Record):
    """An opinion voiced in an interview, and what became of it."""

    model_config = about("访谈意见", "访谈中提的一条意见，后来怎样。")

    text: Text = Field(alias="内容", description="提了什么，不写姓名。")
    measure: Text | None = Field(None, alias="整改", description="怎么改的。")
    closed: Date | None = Field(None, alias="办结", description="哪天办结的。")


class Interview(Record):
    """访谈."""

    model_config = about("访谈", "一次访谈：多少人里访了多少人，提了什么。")

    population: Number = Field(alias="对象总数", description="一共多少人。")
    sample: Number = Field(alias="样本", description="访谈了多少人。")
    questionnaire: Text | None = Field(None, alias="问卷", description="问卷或提纲的名称、附件。")
    opinions: tuple[Opinion, ...] = Field((), alias="意见", description="提的意见，一条一项。")


class Exam(Record):
    """考试: each of the four papers by name, and how many should and did sit it."""

    model_config = about("考试", "一次考试：通知、签到、试卷、成绩和人数。")

    notice: Text | None = Field(None, alias="通知", description="考试通知的文号或附件。")
    sign_in: Text | None = Field(None, alias="签到", description="签到表在哪里，如 附件第2至5页。")
    paper: Text | None = Field(None, alias="试卷", description="试卷在哪里。")
    marks: Text | None = Field(None, alias="成绩", description="成绩单在哪里；不写姓名。")
    expected: Number | None = Field(None, alias="应考", description="应考人数。")
    present: Number | None = Field(None, alias="参考", description="参考人数。")


def _form(*keys: str) -> dict[str, object]:
    """Return the JSON Schema for 项目 with these keys and no other."""
    return {"required": list(keys), "maxProperties": len(keys) + 1}


class Figure(Record):
    """数据: a number that the paper states, as ratio, count or span of days."""

    model_config = about(
        "数据",
        "材料里的一个数：分子分母、一个数、或起止日期，三种写法选一种。",
        anyOf=[_form("年度", "分子", "分母"), _form("年度", "数"), _form("起", "止")],
    )

    item: Text = Field(alias="项目", description="与指标“量化要求”的项目同名，如 合法性审核率。")
    year: Year | None = Field(None, alias="年度", description="哪一年的数。")
    numerator: Number | None = Field(None, alias="分子", description="如 12。")
    denominator: Number | None = Field(None, alias="分母", description="如 12。")
    amount: Amount | None = Field(None, alias="数", description="次数、学时等，如 4 或 96.5。")
    start: Date | None = Field(None, alias="起", description="一件事从哪天起，当天不算；算时限用。")
    end: Date | None = Field(None, alias="止", description="到哪天止，当天算。")

    @model_validator(mode="after")
    def _one_form(self) -> Figure:
        given = {key for key in self.model_fields_set if key != "item"}
        forms = ({"year", "numerator", "denominator"}, {"year", "amount"}, {"start", "end"})
        if given not in forms:
            fail(
                "数据的写法不全",
                "写 {项目, 年度, 分子, 分母}、{项目, 年度, 数} 或 {项目, 起, 止} 之一",
            )
        return self


class OnSite(Record):
    """备查: where an assessor finds the bound volume (附件1 四.1: 列出目录、装订成册)."""

    model_config = about("备查", "备实地核验的册子：目录在哪里、装订成哪一册、放在哪里。")

    catalogue: Text | None = Field(
        None, alias="目录", description="目录在哪里，如 附件/目录.pdf、卷首第1页。"
    )
    volume: Text | None = Field(None, alias="卷册", description="装订成哪一册，如 备查第3册。")
    stored: Text | None = Field(None, alias="存放", description="册子放在哪里，如 档案室3号柜。")


class Secret(Record):
    """涉密: only where the paper is registered; nothing of what it says."""

    model_config = about("涉密", "只写登记在哪里；题目、内容、附件一概不写。")

    register_no: Text = Field(alias="登记号", description="涉密登记簿上的号。")
    level: Literal["秘密", "机密", "绝密"] = Field(alias="密级", description="定密的级别。")
    keeper: Text = Field(alias="保管", description="保管的科室或地方。")
