"""What is computed once and kept is what would be computed anew."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import mini
from fzjs.assess import Assessment, assess, sound
from fzjs.assess.supposed import suppose
from fzjs.check import check
from fzjs.facts import Shown
from fzjs.repository import load
from fzjs.tree import Tree
from mini import ELSEWHERE, ENTRY, OTHER, entry

HERE = Path(__file__).parent
DAY = datetime.date.fromisoformat(mini.TODAY)
NOTHING = Shown((), (), (), None, None, (), (), None, (), None)


def _assessed(root: Path) -> Assessment:
    repository = load(Tree(root)).repository
    assert repository
    return assess(repository, repository.campaign.today or DAY)


def _one_by_one(assessment: Assessment, name: str) -> tuple[str, ...]:
    """Ask every condition by itself."""
    one, catalogue = assessment.repository.entries[name], assessment.catalogue
    return tuple(each.rule for each in sound.CONDITIONS if each.broken(one, catalogue))


def test_what_an_entry_breaks_is_what_the_conditions_say_one_by_one() -> None:
    assessment = _assessed(HERE.parent)
    said = {
        name: sound.broken(one, assessment.catalogue)
        for name, one in assessment.repository.entries.items()
    }
    assert said == {name: _one_by_one(assessment, name) for name in said}
    assert any(said.values())
    assert not all(said.values())


def test_conditions_of_what_is_shown_hold_where_nothing_is() -> None:
    assessment = _assessed(HERE.parent)
    asked = [each for each in sound.CONDITIONS if each.shown]
    for one in assessment.repository.entries.values():
        bare = one._replace(shown=NOTHING)
        broken = [each.rule for each in asked if each.broken(bare, assessment.catalogue)]
        assert not broken, one.id


def test_an_entry_that_changes_is_judged_anew(tmp_path: Path) -> None:
    assessment = _assessed(mini.lay(tmp_path, {ENTRY: entry("1-1 2020")}))
    (one,) = assessment.repository.entries.values()
    catalogue = assessment.catalogue
    assert sound.broken(one, catalogue) == ()
    assert sound.broken(one._replace(sealed=False), catalogue) == ("evidence-unsealed",)
    assert sound.broken(one, catalogue) == ()


def test_what_is_supposed_is_judged_by_what_it_would_be(tmp_path: Path) -> None:
    waiting = entry("9-1 汇总", {"外单位": "{出具: 某法院, 发函: 2021-02-01}", "出具单位": None})
    assessment = _assessed(mini.lay(tmp_path, {ENTRY: waiting}))
    (name,) = assessment.repository.entries
    after = suppose(assessment, [name])
    fresh = assess(after.repository, after.today)
    assert after.standings == fresh.standings
    assert after.met == fresh.met
    assert after.standings[name] != assessment.standings[name]


@pytest.mark.parametrize("shared", [0, 1])
def test_of_several_of_one_name_the_surely_same_one_is_named(shared: int, tmp_path: Path) -> None:
    """The third has the paper of one of the two before it, and another material than both."""

    def papers(mark: str) -> dict[str, str | None]:
        return {"附件": f"[{{路径: 附件/{mark}.pdf, sha256: {mark * 64}, 库外: 是, 字数: 480}}]"}

    files = {
        ELSEWHERE: entry("1-1 2020", papers("0")),
        OTHER: entry("1-2 2020", papers("1")),
        ENTRY: entry("8-2 2020", papers(str(shared))),
    }
    found = check(Tree(mini.lay(tmp_path, files))).diagnostics
    (said,) = [each for each in found if each.rule == "evidence-duplicate"]
    pair = {said.location.file, said.related[0][0].file}
    assert pair == {ENTRY, (ELSEWHERE, OTHER)[shared]}
    assert len([each for each in found if each.rule == "evidence-alike"]) == 1
