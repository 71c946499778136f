"""What a paper may prove besides: open, of a kind and year that fit, never claimed by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from conftest import ROOT, Run
from fzjs.assess import Assessment, assess
from fzjs.assess.suggest import ENOUGH, MOST, Query, suggest, years_of
from fzjs.repository import load_sound
from fzjs.tree import Tree

ROWS = """
{编号: 1, 内容: 学法, 测评方法: [材料查证], 责任科室: [乙科], 上报资料: [
  {代号: 1, 内容: 领导干部学法培训的情况说明, 种类: 情况说明, 年度: 逐年可合并},
  {代号: 2, 内容: 领导干部学法培训的佐证材料, 种类: 佐证材料, 年度: 逐年可合并},
  {代号: 3, 内容: 领导干部学法培训目录, 种类: 目录}]}
{编号: 2, 内容: 其他, 测评方法: [材料查证], 责任科室: [丙科], 上报资料: [
  {代号: 1, 内容: 干部学法培训的情况说明, 种类: 情况说明, 年度: 逐年可合并},
  {代号: 2, 内容: 领导干部学法培训的情况说明, 种类: 情况说明, 年度: 每年, 分别提供: 是}]}
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Assessment:
    rows = ROWS.replace("[\n  {", "[{").replace(",\n  {", ", {")
    passed = mini.entry("1-2 2019", {"事由": "不相干", "种类": "佐证材料"})
    root = mini.lay(tmp_path, {"indicators/01.yaml": mini.plan(rows), mini.ENTRY: passed})
    mini.review(root)
    return mini.assessed(root)


def found(assessment: Assessment, **changes: object) -> dict[str, tuple[str, ...]]:
    base = Query(("领导干部学法培训",), frozenset({2019, 2020}), "情况说明", "乙科")
    said = suggest(base._replace(**changes), assessment)
    return {each.label: each.periods for each in said}


def test_kind_years_and_office_must_fit(campaign: Assessment) -> None:
    assert found(campaign) == {"1-1": ("2019", "2020"), "1-2": ("2020",), "2-1": ("2019", "2020")}
    assert "1-3" in found(campaign, kind="目录")
    assert found(campaign, years=frozenset()) == {}
    assert found(campaign, years=None)["1-1"] == ("2019", "2020", "2021")
    assert "2-2" in found(campaign, office="丙科")


def test_what_is_claimed_is_not_suggested(campaign: Assessment) -> None:
    assert "1-1" not in found(campaign, claimed=frozenset({"1-1"}))


def test_the_offices_own_come_first_and_say_why(campaign: Assessment) -> None:
    query = Query(("干部学法培训",), frozenset({2020}), "情况说明", "乙科")
    said = suggest(query, campaign)
    assert [each.own for each in said] == sorted((each.own for each in said), reverse=True)
    assert said[0].reason == "干部学法培训"
    assert all(ENOUGH <= each.score <= 100 for each in said)


def test_words_of_every_plan_are_no_likeness(campaign: Assessment) -> None:
    assert found(campaign, words=("2020年度相关工作的情况说明和佐证材料", "")) == {}


def test_years_of_claims() -> None:
    assert years_of(["2019", "2020-2021", "现行"], (2019, 2021)) == {2019, 2020, 2021}
    assert years_of(["汇总"], (2019, 2021)) == {2019, 2020, 2021}
    assert years_of(["现行", "时点", "3"], (2019, 2021)) == frozenset()


def test_most_claims_of_the_shipped_campaign_would_be_suggested() -> None:
    """Were nothing met yet, seven in ten of the materials that entries claim would be shown."""
    repository, _ = load_sound(Tree(ROOT))
    assert repository.campaign.today
    assessment = assess(repository, repository.campaign.today)
    opened = assessment._replace(
        given=tuple(each._replace(state=type(each.state)("未报")) for each in assessment.met)
    )
    hits = total = 0
    for entry in repository.entries.values():
        claimed = {assessment.catalogue.material(c.material) for c in entry.claims}
        if entry.secret or any("网络检索" in key for key in claimed):
            continue
        periods = years_of((c.period for c in entry.claims), repository.campaign.window)
        said = suggest(Query((entry.subject,), periods, entry.kind, entry.office), opened)
        assert len(said) <= MOST
        total += len(claimed)
        hits += len(claimed & {each.material for each in said})
    assert hits > 0.7 * total, (hits, total)


def test_show_names_them_for_an_entry(fzjs: Run, shipped: Path) -> None:
    done = fzjs("show", "权责清单和公共服务事项清单", at=shipped)
    assert "可能还能证明" in done.stdout
    assert "7-2/2020-2021" in done.stdout
