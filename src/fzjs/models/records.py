"""Parts of a ledger entry that some kinds list: certificates, pictures, name lists, totals."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from fzjs.models.base import TEXT_SCHEMA, Amount, Date, Hash, Number, Record, Text, about, fail

_FOLDER = "private"
_WHERE = "名单放在 private/ 里，写成 private/2020-调解员名单.xlsx"


def _private(value: str) -> str:
    parts = PurePosixPath(value).parts
    outside = parts[:1] != (_FOLDER,) or len(parts) == 1 or ".." in parts
    if outside or value.endswith("/") or "\\" in value or ":" in value:
        fail(f"存放“{value}”不是 private/ 里的一个文件", _WHERE)
    return value


PrivateFile = Annotated[
    Text,
    AfterValidator(_private),
    WithJsonSchema(
        {
            **TEXT_SCHEMA,
            "title": "private/ 里的文件",
            "pattern": r"^private/(?!(.*/)?\.\.(/|$))[^\\:]*[^\\:/]$",
            "patternErrorMessage": _WHERE,
        }
    ),
]
"""A file below the folder that git leaves out."""


class Certificate(Record):
    """证书: one award, by whom and at which level (加分项: 获得省部级以上表彰、奖励)."""

    model_config = about("证书", "一张证书：什么奖、哪一级、谁颁发、哪天。")

    name: Text = Field(alias="名称", description="如 法治宣传教育先进集体。")
    level: Literal["国家级", "省部级", "市厅级", "县处级"] | None = Field(
        None, alias="级别", description="颁发机关的级别；省委、省政府和国家部委的是省部级。"
    )
    issuer: Text | None = Field(None, alias="颁发", description="照证书落款写全称。")
    date: Date | None = Field(None, alias="日期", description="证书落款的日子。")


class Picture(Record):
    """影像: a photograph or recording, when and where it was taken."""

    model_config = about("影像", "一张图片或一段录像：什么时候、在哪里、拍的什么。")

    when: Date | None = Field(None, alias="时间", description="哪天拍的。")
    where: Text | None = Field(None, alias="地点", description="在哪里拍的，如 示例市法治公园。")
    shows: Text | None = Field(None, alias="内容", description="拍的什么；不写姓名。")
    attachment: Text | None = Field(None, alias="附件", description="是哪个附件、第几页。")


class NameList(Record):
    """名单: how many are on it; the list itself stays in `private/`, here is only its hash."""

    model_config = about(
        "名单", "有姓名、电话的名单不进仓库：原件放在 private/，这里只写人数和哈希。"
    )

    count: Number = Field(alias="人数", description="名单上有多少人（或多少家）。")
    sha256: Hash = Field(alias="sha256", description="名单文件的 SHA-256，64 位小写十六进制。")
    stored: PrivateFile = Field(
        alias="存放", description="在 private/ 里的哪个文件，如 private/2020-调解员名单.xlsx。"
    )


class Total(Record):
    """合计: what a summary table prints as the sum of its lines."""

    model_config = about(
        "合计",
        "汇总表上印的合计：一个数，或分子、分母；要与“数据”各行相加一致。",
        anyOf=[
            {"required": ["数"], "maxProperties": 2},
            {"required": ["分子", "分母"], "maxProperties": 3},
        ],
    )

    item: Text = Field(alias="项目", description="与“数据”的项目同名，如 应诉案件。")
    amount: Amount | None = Field(None, alias="数", description="各年度的数相加。")
    numerator: Number | None = Field(None, alias="分子", description="各年度的分子相加。")
    denominator: Number | None = Field(None, alias="分母", description="各年度的分母相加。")

    @model_validator(mode="after")
    def _one_form(self) -> Total:
        given = self.model_fields_set - {"item"}
        if given not in ({"amount"}, {"numerator", "denominator"}):
            fail("合计要么写“数”，要么写“分子”和“分母”", "写 {项目, 数} 或 {项目, 分子, 分母} 之一")
        return self
