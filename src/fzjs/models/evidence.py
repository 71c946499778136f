"""`evidence/<科室>/*.yaml`: one entry of the evidence ledger a file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from fzjs.models.base import BLANK, Date, Flag, Hash, Number, Period, Record, Text, about, fail
from fzjs.models.proof import (
    CaseFile,
    Exam,
    Figure,
    Interview,
    Lookup,
    OnSite,
    OutsideIssuer,
    Secret,
    WebPage,
    WebSearch,
)
from fzjs.models.records import Certificate, NameList, Picture, Total

EntryKind = Literal[
    "情况说明", "制度文件", "文件", "目录", "清单", "汇总表", "名单", "案卷", "证书", "报告",
    "会议材料", "图片视频", "信息报道", "网络检索", "访谈", "考试", "统计数据", "佐证材料",
    "无此情形", "零报告",
]  # fmt: skip


_MOST_PIECES = 2000


def _pieces(value: int) -> int:
    if value > _MOST_PIECES:
        fail(f"件数“{value}”太大", f"写清单列了几件，不超过 {_MOST_PIECES}，不是日期或文号")
    return value


Pieces = Annotated[
    Number,
    AfterValidator(_pieces),
    WithJsonSchema(
        {
            "title": "件数",
            "type": ["string", "integer"],
            "pattern": "^0*(1?[0-9]{1,3}|2000)$",
            "patternErrorMessage": f"只写半角数字，如 12，不超过 {_MOST_PIECES}",
            "minimum": 0,
            "maximum": _MOST_PIECES,
        }
    ),
]


class Claim(Record):
    """对应: what the entry proves, for which period, and where in it."""

    model_config = about("对应", "这份材料证明哪件资料、哪个年度，在第几页。")

    material: Text = Field(
        alias="资料", description="编号-代号，如 31-2甲；网络检索写 31-网络检索。"
    )
    period: Period = Field(
        alias="年度",
        description="如 2020、2016-2020、2020上、汇总、时点、现行、有则报，逐件写第几件。",
    )
    pages: Text | None = Field(None, alias="页", description="在第几页，如 1-2。")
    quote: Text | None = Field(None, alias="摘录", description="证明的那句话，照抄。")
    names: tuple[Text, ...] = Field(
        (), alias="点到", description="文中还写到的共用指标，如 [32]；指标写了“应点到”时要填。"
    )


class Attachment(Record):
    """附件: a file beside the entry, or one kept elsewhere (库外) with only its hash here."""

    model_config = about("附件", "一个附件文件；不放进仓库的写“库外: 是”，只留哈希。")

    path: Text = Field(alias="路径", description="从条目所在文件夹算起，如 附件/2020-说明.pdf。")
    sha256: Hash = Field(
        alias="sha256", description="文件的 SHA-256，64 位小写十六进制；文件一变就对不上。"
    )
    title: Text | None = Field(
        None, alias="名称", description="附件的题目，用于材料目录，如 〔2019〕3号文。"
    )
    pages: Number | None = Field(None, alias="页数", description="一共几页。")
    words: Number | None = Field(None, alias="字数", description="正文多少字，用来核对字数上限。")
    outside: Flag = Field(default=False, alias="库外", description="文件不在仓库里时写“是”。")


class Handover(Record):
    """交件: paper handed over; shown apart, never a reason for incompleteness."""

    model_config = about("交件", "纸质材料交了没有；单独显示，不影响材料是否齐备。")

    date: Date = Field(alias="日期", description="哪天交的。")
    copies: Number = Field(alias="份数", description="交了几份。")
    original: Flag = Field(default=False, alias="原件", description="交的是原件写“是”。")
    signed: Text | None = Field(None, alias="签收", description="谁签收的。")


class Correction(Record):
    """更正: a declared change after review."""

    model_config = about("更正", "审核后改动的说明。")

    date: Date = Field(alias="日期", description="哪天改的。")
    reason: Text = Field(alias="理由", description="改了什么，为什么。")


class Evidence(Record):
    """An entry of the evidence ledger (佐证材料台账条目)."""

    model_config = about(
        "佐证材料台账条目",
        "一份材料：是什么、证明什么、附件在哪里。涉密的只写登记，其余的都要写事由。",
        **{
            "if": {"required": ["涉密"]},
            "then": {"propertyNames": {"enum": ["种类", "对应", "状态", "示例", "涉密"]}},
            "else": {"required": ["事由"]},
        },
    )

    subject: Text | None = Field(
        None, alias="事由", description="年度和所办的事，如 2020年度行政规范性文件合法性审核。"
    )
    title: Text | None = Field(
        None, alias="标题", description="与“单位关于事由的情况说明”不同时才写。"
    )
    kind: EntryKind = Field(
        alias="种类", description="要与所对应资料的种类相同；没有情形写 零报告。"
    )
    claims: tuple[Claim, ...] = Field(
        alias="对应", min_length=1, description="证明哪几件资料，一件一个年度一条。"
    )
    issuer: Text | None = Field(None, alias="出具单位", description="不写就是本单位。")
    doc_no: Text | None = Field(None, alias="文号", description="如 示司〔2020〕12号。")
    dated: Date | None = Field(None, alias="落款日期", description="不晚于截止日。")
    sealed: Flag | None = Field(None, alias="盖章", description="盖了单位印章写“是”。")
    carriers: tuple[Text, ...] = Field((), alias="载体", description="与默认不同时写，如 [PDF]。")
    copies: Number | None = Field(None, alias="份数", description="与默认不同时写。")
    listed: Pieces | None = Field(
        None, alias="件数", description="清单列了几件；别的资料“按”它逐件报时用，最多 2000。"
    )
    body: Text | None = Field(
        None, alias="正文", description="只有由 fzjs 出文书的情况说明才写；已有附件的不写。"
    )
    attachments: tuple[Attachment, ...] = Field(
        (), alias="附件", description="附件，一个文件一条。"
    )
    figures: tuple[Figure, ...] = Field((), alias="数据", description="材料里的数，用来自评达标。")
    web: tuple[WebPage, ...] = Field(
        (), alias="公开", description="公开的网页；同时算所对应指标的网络检索。"
    )
    searches: tuple[WebSearch, ...] = Field(
        (), alias="网络检索", description="检索过而没有结果的写在这里。"
    )
    lookups: tuple[Lookup, ...] = Field(
        (), alias="查证", description="零报告必写：查了哪里、哪天、结果。"
    )
    outside: OutsideIssuer | None = Field(
        None, alias="外单位", description="要由外单位出具的，写发函、催函、取得的日期。"
    )
    cases: tuple[CaseFile, ...] = Field((), alias="案卷", description="案卷目录，一卷一条。")
    interview: Interview | None = Field(None, alias="访谈", description="访谈的人数和意见。")
    exam: Exam | None = Field(None, alias="考试", description="考试的材料和人数。")
    certificates: tuple[Certificate, ...] = Field(
        (), alias="证书", description="一张证书一条：名称、级别、颁发、日期。"
    )
    pictures: tuple[Picture, ...] = Field(
        (), alias="影像", description="图片、视频，一处一条：时间、地点、内容。"
    )
    name_list: NameList | None = Field(
        None, alias="名单", description="有姓名、电话的名单：只写人数、哈希、放在 private/ 哪里。"
    )
    totals: tuple[Total, ...] = Field(
        (), alias="合计", description="汇总表印的合计，要与“数据”各行相加一致。"
    )
    onsite: OnSite | None = Field(
        None, alias="备查", description="供实地核验的：目录、装订成哪一册、存放。"
    )
    secret: Secret | None = Field(
        None, alias="涉密", description="涉密材料只写登记号、密级、保管。"
    )
    publicity: Literal["主动公开", "内部"] | None = Field(
        None, alias="公开属性", description="“内部”的不进公开网页；与密级是两回事。"
    )
    handover: Handover | None = Field(None, alias="交件", description="纸质材料交了没有。")
    typed_by_coordinator: Flag = Field(
        default=False, alias="代录", description="创建办替科室录入的写“是”。"
    )
    corrections: tuple[Correction, ...] = Field(
        (), alias="更正", description="审核后改过的，写哪天、为什么。"
    )
    withdrawal: Text | None = Field(None, alias="撤回理由", description="状态是“撤回”时写。")
    state: Literal["草稿", "已提交", "撤回"] = Field(
        alias="状态", description="只写这三种；通过、退回由审核文件得出。"
    )
    sample: Flag = Field(default=False, alias="示例", description="写“是”表示这是样例。")

    @model_validator(mode="before")
    @classmethod
    def _subject_needed(cls, data: Any) -> Any:  # noqa: ANN401  # whatever the YAML holds
        """事由 is owed by every entry but a 涉密 one, which must not say what it is about."""
        if isinstance(data, dict) and "涉密" not in data and "事由" not in data:
            return {"事由": BLANK, **data}
        return data
