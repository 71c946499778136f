"""Which tables there are, and each column's name, type and meaning: the one place that says it.

The rows, the JSON Schema, the page docs/export.md and what `fzjs rollup` accepts follow from it.
"""

from __future__ import annotations

from typing import NamedTuple

FORMAT = 1
"""格式 of the tables: raised when a column is renamed, dropped or means something else."""

WHOLE, SHARE, TEXT, DAY, YES, TEXTS = "整数", "小数", "文字", "日期", "是否", "文字列表"


class Column(NamedTuple):
    """A column of a table; only where `empty` may its value be null."""

    name: str
    kind: str
    meaning: str
    empty: bool = False


class Table(NamedTuple):
    """A table: what one line of it is, and its own columns, which follow the common ones."""

    line: str
    columns: tuple[Column, ...]


COMMON = (
    Column("格式", WHOLE, f"这些表的写法是第几版，现在是 {FORMAT}"),
    Column("单位", TEXT, "单位全称"),
    Column("日期", DAY, "按哪天算的"),
    Column("数据", TEXT, 'git 提交的前 7 位，有没提交的改动后面加 `+`；不在 git 里是 `""`'),
    Column("示例", YES, "是不是样例仓库"),
)
"""What every line of every table begins with, so that files of many units can be read as one."""

COUNTS = (
    Column("应报", WHOLE, "应报件，不算 不适用；等于下面五项之和"),
    Column("已通过", WHOLE, "审核通过的"),
    Column("待审", WHOLE, "已提交、合格，等审核的"),
    Column("退回", WHOLE, "退回的"),
    Column("待外单位", WHOLE, "等外单位出具的"),
    Column("未报", WHOLE, "没有报，或报的不合格"),
    Column("逾期", WHOLE, "过了期限还没有报好的，在后三项之中"),
    Column("不适用", WHOLE, "批准不适用的"),
)

REACH = {"国家": "国家", "加省": "国家、省", "加市": "国家、省、市"}
"""The cumulative tiers with columns of their own, and the 来源 that each counts."""


def _rates() -> tuple[Column, ...]:
    found = [
        Column("基础指标", WHOLE, "类别为基础、没有批准不适用的指标"),
        Column("齐备指标", WHOLE, "其中材料齐备的"),
        Column("达标指标", WHOLE, "其中自评达标的"),
    ]
    for tier, sources in REACH.items():
        none = "方案没有这些来源的是 null"
        found += [
            Column(
                f"{tier}总数", WHOLE, f"同“基础指标”，只数来源是{sources}的；{none}", empty=True
            ),
            Column(f"{tier}齐备", WHOLE, "其中材料齐备的", empty=True),
            Column(f"{tier}达标", WHOLE, "其中自评达标的", empty=True),
        ]
    return tuple(found)


_UNIT = (
    Column("版本", TEXT, "用哪一版 fzjs 算的"),
    Column("体系", TEXT, "按哪份指标体系创建；体系不同的单位不能比"),
    Column("文号", TEXT, '体系的文号，没有写是 `""`'),
    Column("窗口起", WHOLE, "材料从哪年起"),
    Column("窗口止", WHOLE, "到哪年止"),
    Column("截止", DAY, "材料截止日"),
    Column("待定", TEXTS, "哪几项设置是先假定的；有“截止”的，期限都不是定数"),
    Column("指标数", WHOLE, "指标，附加项也算；0 是还没有指标"),
    *COUNTS,
    Column("最久逾期天数", WHOLE, "逾期最久的一件过了几天；没有逾期是 0"),
    Column("即将到期", WHOLE, "30 天内到期、还没有报的"),
    *_rates(),
    Column("不达标指标", WHOLE, "数据没有达到量化要求的指标"),
    Column("加分有", WHOLE, "加分项中有的"),
    Column("减分未发生", WHOLE, "减分项中已经说明未发生的；其余待定"),
    Column("达标线", WHOLE, "`fzjs.yaml` 写了几条达标线"),
    Column("够达标线", WHOLE, "按自评达标率，其中达到几条"),
    Column("台账期", DAY, "最近一次工作台账的期限；不要求台账是 null", empty=True),
    Column("应交台账", WHOLE, "应交这一次的科室"),
    Column("未交台账", WHOLE, "其中没有交的"),
    Column("问题", WHOLE, "督导检查的问题"),
    Column("未销号问题", WHOLE, "其中没有销号的"),
    Column("逾期问题", WHOLE, "没有销号、过了时限的"),
    Column("条目", WHOLE, "佐证条目，草稿、撤回的也算"),
    Column("待审条目", WHOLE, "等审核、没有缺陷的，改后待复核的也算"),
    Column("待批", WHOLE, "申请了还没有批的不适用、延期、补报"),
    Column("口径未定", WHOLE, "还没有定的口径"),
    Column("审核保护", YES, "`fzjs.yaml` 写明了分支保护"),
    Column("未计入文件", WHOLE, "有错误、没有计入的文件"),
    Column("检查错误", WHOLE, "`fzjs check` 的错误"),
    Column("检查警告", WHOLE, "警告"),
    Column("检查提示", WHOLE, "提示"),
)

TABLES: dict[str, Table] = {
    "单位": Table("只有一行：这个单位的总数", _UNIT),
    "指标": Table(
        "一项指标",
        (
            Column("指标", TEXT, "编号，如 31、（5）、加分1"),
            Column("来源", TEXT, '国家、省、市 或 本单位；附加项是 `""`'),
            Column("类别", TEXT, "基础、加分 或 减分"),
            Column("一级指标", TEXT, "所在的一级标题"),
            Column("二级指标", TEXT, '所在的二级标题，没有是 `""`'),
            Column("内容", TEXT, "原话"),
            Column("测评方法", TEXTS, "全称；沿用的已经取来"),
            Column("责任科室", TEXTS, "责任和牵头的；沿用的已经取来"),
            Column("配合科室", TEXTS, "只是配合的"),
            Column("沿用", TEXT, '共用哪一项的资料，没有是 `""`；共用的，下面的件数是 0'),
            *COUNTS,
            Column("状态", TEXT, "不适用、未启动、正在推进、待审核、待补正 或 齐备"),
            Column("自评", TEXT, "达标、不达标 或 未评"),
        ),
    ),
    "应报件": Table(
        "一件应报件",
        (
            Column("应报件", TEXT, "如 31-2甲/2020"),
            Column("指标", TEXT, "同“指标”表"),
            Column("资料", TEXT, "如 31-2甲"),
            Column("年度", TEXT, "如 2020、汇总"),
            Column("种类", TEXT, "要哪种材料"),
            Column("内容", TEXT, "资料的原话"),
            Column("科室", TEXTS, "欠这件的全部科室"),
            Column("批次", TEXT, '期限按哪一批；按截止日的是 `""`'),
            Column("期限", DAY, "哪天为止"),
            Column("期限待定", YES, "期限按先假定的截止日，不是定数"),
            Column("状态", TEXT, "已通过、待审、退回、待外单位、未报 或 不适用"),
            Column("逾期", YES, "过了期限还没有报好"),
            Column("逾期天数", WHOLE, "过了几天；没有逾期是 0"),
            Column("缺什么", TEXT, '不缺是 `""`；不适用的是理由'),
            Column("条目", TEXTS, "说到这一件的条目，最好的在前"),
        ),
    ),
    "佐证": Table(
        "一个条目",
        (
            Column("条目", TEXT, "条目名，如 法制仲裁科/2020-合法性审核情况说明"),
            Column("科室", TEXT, "全称"),
            Column("种类", TEXT, "照条目写的"),
            Column("事由", TEXT, '照条目写的；没有写、涉密的是 `""`'),
            Column("落款日期", DAY, "照条目写的；没有写、涉密的是 null", empty=True),
            Column("涉密", YES, "涉密的只有条目名、科室、种类、对应和状态"),
            Column("条目示例", YES, "条目写明是示例"),
            Column("对应", TEXTS, "照条目写的，如 31-2甲/2020"),
            Column("附件数", WHOLE, "几个附件"),
            Column("网页数", WHOLE, "几个公开的网址"),
            Column("状态", TEXT, "草稿、撤回、待审核、待复核、已通过、已退回 或 待外单位"),
            Column("缺陷", TEXTS, "不合格的地方"),
            Column("退回理由", TEXTS, "为什么退回"),
            Column("审核日期", DAY, "最后一次算数的审核；没有是 null", empty=True),
        ),
    ),
    "科室": Table(
        "一个科室；共同负责的件在各科室都计，相加会比单位的合计多",
        (
            Column("科室", TEXT, "全称"),
            *COUNTS,
            Column("最早欠件", DAY, "最早到期的欠件；不欠是 null", empty=True),
            Column("负责指标", WHOLE, "责任或牵头的指标"),
            Column("配合指标", WHOLE, "只是配合的指标"),
            Column("台账", TEXT, '最近一次工作台账 已交、未交 或 今天到期；不要求是 `""`'),
            Column("催办", WHOLE, "催办过几次"),
        ),
    ),
    "问题": Table(
        "督导检查的一个问题",
        (
            Column("问题", TEXT, "编号，如 2021-02-双月检查/1"),
            Column("对象", TEXT, "哪个条目、资料或指标"),
            Column("说明", TEXT, '什么问题；说的是涉密条目的是 `""`'),
            Column("责任科室", TEXT, "全称"),
            Column("时限", DAY, "哪天前改好"),
            Column("销号", YES, "有没有销号"),
            Column("逾期", YES, "没有销号、过了时限"),
        ),
    ),
    "达标线": Table(
        "`fzjs.yaml` 写的一条达标线",
        (
            Column("名称", TEXT, "如 综合示范"),
            Column("层级", TEXT, "数哪些来源的指标，如 加省"),
            Column("比例", SHARE, "要达到百分之几"),
            Column("出处", TEXT, "谁定的"),
            Column("现在", SHARE, "自评达标率，百分之几；没有可数的指标是 null", empty=True),
            Column(
                "齐备", SHARE, "材料齐备率，百分之几，只供对照；没有可数的指标是 null", empty=True
            ),
            Column("够", YES, "自评达标率现在够不够"),
        ),
    ),
}


def columns_of(table: str) -> tuple[Column, ...]:
    """Return all columns of a table, in the order in which every line has them."""
    return (*COMMON, *TABLES[table].columns)
