"""What each document's data may hold, whether or not this repository has any of it.

A template is read against it: an empty list in today's data does not show what its items are.
`名` is a text, a number or yes or no; `名[]` a list of them; `名[甲 乙]` a list of groups;
`名{甲 乙}` a group. A report not named here is known by its data alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_HEAD = "单位 标题 文件名 示例"
_COUNTS = "应报 已通过 待审 退回 待外单位 未报 逾期 不适用"
_RATES = f"{_COUNTS} 齐备[层级 齐备 总数 比率] 自评"
_GROUND = "已评 到期 检查问题"
_WORDS = "[种类 原话 引文 年度 条目 出处 存疑]"
_LEVELS = f"分项[标题 一级指标 指标数 齐备 {_COUNTS} 做法{_WORDS}]"
_GRID = "分工表{列[] 行[]}"
_OFFICE = f"""
序 科室 {_COUNTS} 到期 到期通过 逾期占比 台账应交 台账按时 未交台账[] 催办 问题逾期 说明 不排名 较好
有问题
"""

SHAPES: Mapping[str, str] = {
    "statement": f"""
        {_HEAD} 红头 落款单位 落款日期 关键词 事由 主送 正文[] 附件[名称] 盖章 待填[]
        指标[编号 代号 内容 年度]
    """,
    "summary": f"""
        {_HEAD} 基准日 总体{{{_RATES}}} {_LEVELS} 引用
        科室[科室 {_COUNTS}] 问题[] 下一步[] 尚欠 不完整 数据来源
    """,
    "self-assessment": f"""
        {_HEAD} 基准日 数据来源 不完整 引用 依据 总体{{{_RATES} {_GROUND} 指标数}} 层级
        达标线[名称 出处 层级 比例 总数 要达到 达标 达标率 达到 还差]
        权重{{名称 总分 达标分 达标率 齐备分 齐备率 没有权重[] 平均[] 出处[]}}
        分项[标题 总数 齐备 齐备率 达标 达标率 做法{_WORDS}]
        加分[编号 类别 结果 内容] 减分[编号 类别 结果 内容] 不达标[编号 名称 内容 原因[]]
        未评{{项数 材料没有齐备 材料齐备}} 下一步[]
    """,
    "self-inspection": f"""
        {_HEAD} 基准日 数据来源 不完整 引用 依据 期限[] 阶段[]
        总体{{{_RATES} {_GROUND} 未结}} {_LEVELS}
        成绩[标题 做法{_WORDS}] 短板[标题 条[] 整改[序号 说明 短板 科室 措施 时限]]
        整改[序号 说明 短板 科室 措施 时限]
    """,
    "annual": f"""
        {_HEAD} 基准日 数据来源 不完整 年度 存疑[] 期限[]
        事项[标题 措施{_WORDS} 成效{_WORDS} 另有] 履职{_WORDS} 问题[] 下一步[]
    """,
    "work-plan": f"""
        {_HEAD} 基准日 数据来源 不完整 年度 依据 总体{{{_COUNTS} 期限}} 目标[] 对照[]
        任务[标题 项[标题 指标 应报 延期 责任]] 步骤{{阶段[] 时限[]}} 保障[]
    """,
    "ledger": f"""
        {_HEAD} 月份 全单位 科室[科室 填表时间 草稿 行数 已完成 未完成] 未交[]
        合计{{行数 已完成 未完成}} 不完整 报送日 联系方式
        分工表[列[] 行[] 至少宽]
    """,
    "reminder": f"""
        {_HEAD} 基准日 数据来源 不完整 科室 次 催报日期 重印 催报 已报 {_COUNTS} 又退又逾 件数
        外单位[] 附件 限 落款单位 欠件[资料 内容 年度 缺什么 期限 来源] 接下来
    """,
    "request": f"""
        {_HEAD} 基准日 数据来源 红头 待填[] 不完整 上级 主送 依据 材料[内容 指标 年度] 前情[] 份数
        限 科室 落款单位 落款日期 接下来
    """,
    "problems": f"""
        {_HEAD} 基准日 数据来源 不完整 检查 科室
        合计{{问题 未销号 逾期 待整改 整改中 已延期 申请销号 退回 反弹 已销号}} 各状态
        问题[编号 问题 来源 针对 科室 措施 时限 佐证 情况 销号]
    """,
    "closing": f"""
        {_HEAD} 基准日 数据来源 不完整 编号 状态 问题 来源 发现日期 针对 要求 责任科室 责任人
        时限 措施 佐证 申请日期 处理 验收
    """,
    "catalogue": f"""
        {_HEAD} 基准日 数据来源 不完整 说明[] 部分[] 尚缺[资料 年度 科室 缺什么]
        分工表[列[] 行[] 靠左[] 至少宽]
    """,
    "circular": f"""
        {_HEAD} 季度 已结束 基准日 季度截至 不完整
        总体{{{_RATES} {_GROUND} 本季审核 本季通过 本季退回 本季催办}} 台账期[] 较好[{_OFFICE}]
        问题[{_OFFICE}] 不足
        检查{{标题 次[检查 日期 问题 销号 未销号 超时限] 发现 销号 反弹 未销号
        问题[编号 问题 科室 时限 情况]}} 下步[] 数据来源
    """,
    "assignments": f"{_HEAD} 所属 印发日期 要求[] 附件 文号 指标数 指标 {_GRID}",
    "plan": f"""
        {_HEAD} 待定[] 别处 文号 依据 印发日期 指标 形式 冒号 责任名 总述 任务标题
        组[一级 首级 二级 项[题 任务[] 责任 配合 资料[] 方法[]]] 章[标题 段[]] 附件 分工表标题
        {_GRID}
    """,
    "migration": f"""
        {_HEAD} 旧体系 新体系 小计 未确认 确认人 确认日期 换版 {_GRID}
        未带过来[条目 资料 年度 原因]
    """,
}
_PIECE = re.compile(r"\w+|[\[\]{}]")


def example(name: str) -> dict[str, Any] | None:
    """Return data of a report's shape, each list with one item; None where it is not named."""
    if name not in SHAPES:
        return None
    return _group(iter(_PIECE.findall(SHAPES[name])))


def _group(pieces: Iterator[str]) -> dict[str, Any]:
    """Read names up to the bracket that ends them."""
    found: dict[str, Any] = {}
    last = ""
    for piece in pieces:
        if piece in "]}":
            break
        if piece == "[":
            found[last] = [_group(pieces) or ""]
        elif piece == "{":
            found[last] = _group(pieces)
        else:
            last = piece
            found[last] = ""
    return found
