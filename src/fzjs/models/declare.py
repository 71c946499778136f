"""`evidence/申报/*.yaml`: an application for a title, and what is owed once it is given."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from fzjs.models.base import Date, Flag, Hash, Number, Record, Text, Year, about, as_text, fail
from fzjs.models.followup import SAMPLE

_COMMIT = (40, 64)
"""Hexadecimal digits of a full id (SHA-1, SHA-256)."""


def _commit(value: object) -> str:
    text = as_text(value)
    if len(text) in _COMMIT and not set(text) - set("0123456789abcdef"):
        return text
    return fail("数据要写 git 提交的全部编号（40 位）", "用 fzjs declare freeze 写，不手填")


CommitId = Annotated[
    str,
    BeforeValidator(_commit),
    WithJsonSchema(
        {
            "title": "提交编号",
            "type": ["string", "number"],
            "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$",
            "patternErrorMessage": "git 提交的全部编号，40 位",
        }
    ),
]
"""A commit's full id: a short one may come to mean another."""


def _part(value: object) -> tuple[int, int]:
    if isinstance(value, tuple):
        return value
    met, stroke, total = as_text(value).partition("/")
    if stroke and met.isascii() and met.isdigit() and total.isascii() and total.isdigit():
        return int(met), int(total)
    return fail("符合要写“几项/共几项”", "写成 85/100")


Part = Annotated[
    tuple[int, int],
    BeforeValidator(_part),
    PlainSerializer(lambda v: f"{v[0]}/{v[1]}", return_type=str),
    WithJsonSchema(
        {
            "title": "几项/共几项",
            "type": ["string"],
            "pattern": r"^\d+/\d+$",
            "patternErrorMessage": "写成 85/100",
        }
    ),
]
"""How many of how many indicators are met."""


class Paper(Record):
    """文件: what a step left on paper."""

    model_config = about("文件", "这一步的文件；放在 evidence/申报/附件/ 的写路径和 sha256。")

    title: Text = Field(alias="题名", description="文件的题名，如 关于申报……的请示。")
    doc_no: Text | None = Field(None, alias="文号", description="有文号的照写。")
    path: Text | None = Field(None, alias="路径", description="如 附件/推荐意见.pdf。")
    sha256: Hash | None = Field(None, alias="sha256", description="文件的 SHA-256，由程序写。")

    @model_validator(mode="after")
    def _path_with_its_hash(self) -> Paper:
        if (self.path is None) != (self.sha256 is None):
            missing = "sha256" if self.path else "路径"
            fail(f"文件缺少“{missing}”", "路径和 sha256 一起写；没有电子件的都不写")
        return self


class Step(Record):
    """A 步骤 of the application (Hegang 三: 自愿申报 … 典型推广)."""

    model_config = about("申报的一步", "一步一条；名称照 fzjs.yaml 的“阶段”。")

    name: Text = Field(alias="名称", description="照“阶段”里的名称，如 实地核查。")
    date: Date = Field(alias="日期", description="有结果的日子；还在办的，开始的日子。")
    result: Literal["通过", "未通过", "办理中"] = Field(alias="结果", description="到哪一步。")
    papers: tuple[Paper, ...] = Field((), alias="文件", description="凭什么说通过，一份一条。")
    commit: CommitId | None = Field(
        None, alias="数据", description="报出去时的数据：git 提交编号，由 fzjs declare freeze 写。"
    )
    note: Text | None = Field(None, alias="说明", description="补充一句。")


class Opinion(Record):
    """意见 of an evaluation, and what was done about it."""

    model_config = about("评估意见", "评估组提的一条意见和怎么改的。")

    text: Text = Field(alias="内容", description="评估组的话。")
    indicator: Text | None = Field(None, alias="指标", description="说的是哪项，如 31。")
    mended: Text | None = Field(None, alias="整改", description="怎么改的；没改好的不写。")


class Evaluation(Record):
    """第三方评估 (Hegang 三（二）: “按照指标体系……进行评估并提出意见”)."""

    model_config = about("第三方评估", "一家机构的一次评估。")

    agency: Text = Field(alias="机构", description="谁评的。")
    date: Date = Field(alias="日期", description="出结论的日子。")
    report: Text | None = Field(None, alias="报告", description="评估报告的题名。")
    verdict: Text | None = Field(None, alias="结论", description="照报告写。")
    met: Part | None = Field(None, alias="符合", description="符合几项/共几项，如 85/100。")
    opinions: tuple[Opinion, ...] = Field((), alias="意见", description="一条意见一条。")


class Survey(Record):
    """满意度测评 (Hegang 三（三）: “人民群众满意度测评”); the rate is computed, never typed."""

    model_config = about("满意度测评", "一次测评；满意度由程序算。")

    agency: Text = Field(alias="机构", description="谁测评的。")
    date: Date = Field(alias="日期", description="出结果的日子。")
    sample: Number = Field(alias="样本", description="有效样本多少人。")
    satisfied: Number = Field(alias="满意", description="其中满意的多少人。")


class Naming(Record):
    """命名 (Hegang 三（六）: “对符合要求的示范单位予以命名”)."""

    model_config = about("命名", "批下来的名称。")

    date: Date = Field(alias="日期", description="命名的日子。")
    name: Text = Field(alias="名称", description="如 示例省法治政府建设示范县（区）。")
    doc_no: Text | None = Field(None, alias="文号", description="命名文件的文号。")


class Annual(Record):
    """年度报告 (Hegang 四（一）: “将上一年度法治政府建设情况……报……，并向社会公布”)."""

    model_config = about("年度报告", "命名以后每年报的上一年度情况。")

    year: Year = Field(alias="年度", description="报的是哪一年的情况。")
    date: Date = Field(alias="日期", description="报出的日子。")
    published: Text | None = Field(None, alias="公布", description="公布的网址；没公布的不写。")


class Revisit(Record):
    """回访 (Hegang 四（二）: “每年结合考核，组织对示范地区进行复核确认”)."""

    model_config = about("回访", "命名以后每年的复核确认。")

    year: Year = Field(alias="年度", description="哪一年的回访。")
    date: Date = Field(alias="日期", description="回访的日子。")
    result: Literal["符合", "不符合"] = Field(alias="结果", description="还符不符合条件和要求。")
    note: Text | None = Field(None, alias="说明", description="补充一句。")


class Ground(Record):
    """摘牌情形, looked at (Hegang 四（三）: “有下列情形之一的……应当撤销省级示范命名”)."""

    model_config = about("摘牌情形", "对一种摘牌情形的一次排查。")

    ground: Text = Field(alias="情形", description="方案里的第几种，写 一、二、三、四。")
    date: Date = Field(alias="日期", description="排查的日子。")
    result: Literal["未发生", "发生"] = Field(alias="结果", description="查下来有没有。")
    basis: Text = Field(alias="依据", description="凭什么这样说：查了哪里、问了谁。")


class Declaration(Record):
    """`evidence/申报/*.yaml`, owned by the coordinator."""

    model_config = about("申报", "一次申报：步骤、评估、测评、命名和命名以后的事。")

    name: Text = Field(alias="名称", description="如 示例县2019年综合示范申报。")
    applicant: Text | None = Field(None, alias="申报单位", description="不写是本单位。")
    kind: Literal["综合示范", "单项示范"] = Field(alias="类型", description="申报哪一类。")
    project: Text | None = Field(None, alias="项目", description="单项示范的项目。")
    sample: Flag = Field(default=False, alias="示例", description=SAMPLE)
    steps: tuple[Step, ...] = Field((), alias="步骤", description="办到的步骤，一步一条。")
    evaluations: tuple[Evaluation, ...] = Field((), alias="第三方评估", description="一次一条。")
    surveys: tuple[Survey, ...] = Field((), alias="满意度测评", description="一次一条。")
    naming: Naming | None = Field(None, alias="命名", description="命名了的才写。")
    annual: tuple[Annual, ...] = Field((), alias="年度报告", description="一年一条。")
    revisits: tuple[Revisit, ...] = Field((), alias="回访", description="一年一条。")
    grounds: tuple[Ground, ...] = Field((), alias="摘牌情形", description="查一次一条。")
