"""Every Word document that `fzjs report` writes: its name, and what it is for.

A new report is its module in this folder, its template, its command in `cli/report/` and its line
here (DESIGN section 6 has the list).
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A document: the command's word, the document's own name, who reads it and what it holds."""

    name: str
    title: str
    readers: str
    holds: str


KINDS = (
    Kind("statement", "情况说明", "评估组", "由条目，或由指标和年度；--all 全部出"),
    Kind("summary", "完成情况总结", "上级", "全单位，或一个科室"),
    Kind("self-assessment", "自评报告", "依法治市办", "申报用：达标率、举措和成效、亮点、加分减分"),
    Kind("self-inspection", "自查报告", "办公室", "底数、短板、整改措施和时限，全单位或一个科室"),
    Kind("annual", "年度报告", "党委、政府和社会", "一年的举措和成效八项、问题、下年安排"),
    Kind("work-plan", "年度工作计划", "各科室、上级", "目标、任务和责任科室、步骤、保障措施"),
    Kind("ledger", "工作台账", "办公室", "附件3 的样子，全单位一个科室一张表，或一个科室"),
    Kind("reminder", "催办单", "被催的科室", "第几次催、欠哪几件、差什么、逾期几天，附回执"),
    Kind("request", "商请函", "法院、上级、审计等", "请对方出具哪些材料、哪几年、何时发过函催过"),
    Kind(
        "problems",
        "问题清单和整改台账",
        "督导组、领导小组",
        "问题、措施、责任、时限、佐证、整改、销号",
    ),
    Kind("closing", "销号单", "督导组", "一个问题一页，照登记填好，留给科室和验收人签字"),
    Kind("catalogue", "材料目录", "评估组", "网络检索目录、案卷目录、备查材料目录，按年度和指标"),
    Kind("circular", "季度点评通报", "各科室、领导小组", "进展、各科室逾期和台账、检查问题及销号"),
    Kind("assignments", "责任分工表", "各科室", "全部指标一张表，谁负责、报什么"),
    Kind("plan", "任务分工方案", "各科室", "由指标和设置写回方案"),
    Kind("migration", "换版对照表", "创建办", "旧指标在新体系里是哪一项，差哪些字，谁确认的"),
)
"""In the order of `fzjs report --list`."""

BY_NAME = {kind.name: kind for kind in KINDS}
