"""What every document says in the same words: which day and commit, what its figures lack."""

from __future__ import annotations

from typing import Any

from fzjs.assess import Assessment
from fzjs.reports import printed
from fzjs.reports.wording import long_date, tier_name

BASIS = frozenset({"窗口", "截止", "科室", "方法", "批次"})
"""Settings that the figures rest on."""


def frame(assessment: Assessment, title: str, *, unit: str = "") -> dict[str, Any]:
    """Return what all templates know: 单位, 标题, 文件名, 基准日, 示例 and 数据来源.

    A report that files under another name, or holds more samples, overwrites what differs.
    """
    campaign = assessment.repository.campaign
    return {
        "单位": unit or campaign.unit,
        "标题": title,
        "文件名": title,
        "基准日": long_date(assessment.today),
        "示例": campaign.sample,
        "数据来源": source(assessment),
    }


def system_named(assessment: Assessment) -> str:
    """Return the indicator system's name in 《》, and its number, as a first sentence names it."""
    system = printed.campaign(assessment.repository)["体系"]
    inner = system["名称"].replace("《", "〈").replace("》", "〉")
    number = f"（{system['文号']}）" if system.get("文号") else ""
    return f"《{inner}》{number}"


def source(assessment: Assessment) -> str:
    """Return an internal document's last line: the day, the rates of that day, the commit."""
    said = [f"数字截至{long_date(assessment.today)}"]
    if rates := completeness(assessment):
        said.append(f"全单位材料齐备率：{rates}")
    if commit := assessment.repository.commit:
        said.append(f"数据版本 {commit}")
    return "；".join(said)


def completeness(assessment: Assessment) -> str:
    """Return 材料齐备率 by tier, as the file's properties have it: 国家31/93，国家和省34/117."""
    return "，".join(f"{tier_name(r)}{r.met}/{r.total}" for r in assessment.completeness)


def doubts(assessment: Assessment, left_out: int, basis: frozenset[str] = BASIS) -> str:
    """Return what the figures do not hold and what they rest on, a sentence each; "" if nothing.

    `left_out` are files that have faults, `basis` the settings in question. DESIGN section 6: a
    document from incomplete data “says so on its first page”.
    """
    text = f"另有{left_out}个文件有误，没有计入。" if left_out else ""
    if not assessment.indicators:
        text += "还没有指标，没有可以统计的。"
    assumed = [name for name in assessment.repository.campaign.assumed if name in basis]
    return text + (
        f"{'、'.join(assumed)}原文没有写，是先假定的，本件的数字据此算出。" if assumed else ""
    )
