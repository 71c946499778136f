"""What holds for every repository: found by trying many small ones over the plan of mini.py."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mini
from fzjs.assess import Assessment, Progress, State, assess
from fzjs.facts import fold, fold_reference
from fzjs.reports import status
from fzjs.repository import Repository, load

RANK = {state: -order for order, state in enumerate(State)}
# The same examples on every run, and no clock: a busy machine is no fault of the program.
STEADY = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
FAST = settings(STEADY, max_examples=30)


class Memory(NamedTuple):
    """A tree in memory that lists its files in the order given."""

    content: Mapping[str, bytes]

    def files(self, folder: str) -> list[str]:
        return [name for name in self.content if name.startswith(f"{folder}/")]

    def read(self, file: str) -> bytes:
        return self.content[file]

    def digest(self, file: str) -> str:
        return hashlib.sha256(self.content[file]).hexdigest() if file in self.content else ""

    def id_of(self, _: str) -> str:
        return ""

    def leaves(self, _: str) -> bool:
        return False

    def is_folder(self, _: str) -> bool:
        return False

    def commit(self) -> str:
        return ""


class Draft(NamedTuple):
    """An entry to be written, and the verdict of its review ("" for none)."""

    office: str
    claims: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    verdict: str


CLAIMS = [
    *(f"{code} {year} {year[-1]}" for code in ("1-1", "1-2", "1-3", "8-1", "8-2")
      for year in ("2019", "2020", "2021", "2019-2021")),
    *(f"{code} {year}" for code in ("1-1", "6-1", "7-1", "9-2", "10-2", "1-网络检索", "（4）-1")
      for year in ("2019", "2020", "2021", "2019-2020")),
    *("（4）-1 汇总", "（4）-2 1", "（4）-2 2", "（4）-3 现行", "9-1 汇总", "10-1 现行"),
    *("10-网络检索 2020", "★5-1 时点", "★5-2 2019上", "★5-2 2021上", "★5-3 2020", "★5-3 2021"),
    *("★5-4 有则报", "★5-4 2020"),
    "{资料: 1-2, 年度: 2019-2021, 页: 1, 点到: [2]}",
]  # fmt: skip
KINDS = [
    *("情况说明", "目录", "文件", "制度文件", "报告", "证书", "佐证材料", "无此情形", "零报告"),
    *("统计数据", "信息报道"),
]
NIL = "[{查阅: 登记簿, 日期: 2021-02-01, 结果: 无}]"
FILED = "[{序号: 1, 案件文号: 一号, 卷宗名称: 某案, 执法部门: 甲},\
 {序号: 2, 案件文号: 二号, 卷宗名称: 某案, 执法部门: 甲}]"
HALVES = ("2019上", "2019下", "2020上", "2020下", "2021上")
YEARS = ("2019", "2020", "2021")
WEB = "[{网址: https://example.org/a, 检索日期: 2021-02-15}]"
OPTIONS = [
    *(("公开", WEB), ("件数", "0"), ("件数", "2"), ("盖章", "否"), ("状态", "草稿")),
    *(("落款日期", "2021-06-30"), ("外单位", "{出具: 人民法院}"), ("出具单位", "人民法院")),
]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    claims = draw(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=6, unique=True))
    changes = dict(draw(st.lists(st.sampled_from(OPTIONS), max_size=2)))
    changes["种类"] = draw(st.sampled_from(KINDS))
    changes["查证"] = NIL
    verdict = draw(st.sampled_from(["", "通过", "退回"]))
    return Draft(draw(st.sampled_from(["甲科", "乙科", "丙科"])), tuple(claims),
                 tuple(changes.items()), verdict)  # fmt: skip


def _full(office: str, kind: str, *claims: str, **keys: str) -> Draft:
    return Draft(office, claims, (("种类", kind), ("查证", NIL), *keys.items()), "通过")


FULL = [
    _full("乙科", "情况说明", "1-1 2019-2021 1-6", 公开=WEB),
    _full("乙科", "无此情形", "{资料: 1-2, 年度: 2019-2021, 页: 1, 点到: [2]}"),
    _full("甲科", "目录", "（4）-1 汇总", 件数="2"),
    _full("甲科", "文件", "（4）-2 1", "（4）-2 2"),
    _full("甲科", "制度文件", "（4）-3 现行"),
    _full("丙科", "统计数据", "★5-1 时点"),
    _full("乙科", "信息报道", *(f"★5-2 {half}" for half in HALVES)),
    _full("乙科", "报告", "★5-3 2019-2020", "★5-3 2021"),
    _full("乙科", "零报告", "★5-4 有则报"),
    *(_full(office, "报告", f"6-1 {y}") for office in ("乙科", "丙科") for y in YEARS),
    *(_full("丙科", "会议材料", f"7-1 {y}") for y in YEARS),
    _full("乙科", "情况说明", "8-1 2019-2021 3", "8-2 2019-2021 1", 公开=WEB),
    _full("乙科", "情况说明", "9-1 汇总", 出具单位="人民法院"),
    *(_full("乙科", "案卷", f"9-2 {y}", 案卷=FILED) for y in YEARS),
    _full("乙科", "制度文件", "10-1 现行"),
    *(_full("乙科", "报告", f"10-2 {y}", 公开=WEB) for y in YEARS[:2]),
]
"""Everything that the small plan owes: 8 国家, 1 省 and 1 市 indicator are complete with it."""

SEVERAL = st.builds(
    lambda some, others: [*some, *others],
    st.one_of(
        st.just([]),
        st.lists(st.sampled_from(FULL), min_size=len(FULL) - 4, max_size=len(FULL), unique=True),
    ),
    st.lists(drafts(), max_size=6),
)


def _files(several: list[Draft]) -> dict[str, bytes]:
    texts = {
        f"evidence/{draft.office}/{number}.yaml": mini.entry(
            ";".join(draft.claims), dict(draft.changes)
        )
        for number, draft in enumerate(several)
    }
    base = {"fzjs.yaml": mini.CAMPAIGN, "indicators/01.yaml": mini.PLAN}
    return {name: text.encode() for name, text in (base | texts).items()}


def _load(files: Mapping[str, bytes]) -> Repository:
    loaded = load(Memory(files))
    assert not loaded.faults, loaded.faults
    assert loaded.repository
    return loaded.repository


def _assess(several: list[Draft], files: Mapping[str, bytes] | None = None) -> Assessment:
    """Read the entries, then again with the reviews of what was read."""
    laid = dict(files or _files(several))
    verdicts = {f"{draft.office}/{n}": draft.verdict for n, draft in enumerate(several)}
    for name, entry in _load(laid).entries.items():
        if verdicts[name]:
            text = mini.review_text(entry, verdicts[name])
            laid[f"evidence/审核/{name}.yaml"] = text.encode()
    return assess(_load(laid), datetime.date(2021, 3, 2))


def _answers(assessment: Assessment) -> tuple[object, ...]:
    return (
        assessment.met,
        dict(assessment.standings),
        dict(assessment.indicators),
        assessment.completeness,
        assessment.attainment,
    )


def test_the_whole_is_complete() -> None:
    assessment = _assess(FULL)
    assert {met.state for met in assessment.met} == {State.PASSED}
    assert [rate[:3] for rate in assessment.completeness] == [
        *(("国家", 8, 8), ("加省", 9, 9), ("加市", 10, 10)),
    ]


@FAST
@given(SEVERAL, st.one_of(drafts(), st.sampled_from(FULL)))
def test_adding_a_sound_entry_lowers_nothing(several: list[Draft], more: Draft) -> None:
    """Whatever else it brings to light: a list (件数) may show pieces that were not known."""
    before, after = _assess(several), _assess([*several, more])
    new = after.standings[f"{more.office}/{len(several)}"]
    sound = not new.faults and new.state in {"待审核", "已通过"}
    was = {met.due.key: met.state for met in before.met}
    now = {met.due.key: met.state for met in after.met}
    lowered = {key for key in was.keys() & now.keys() if RANK[now[key]] < RANK[was[key]]}
    assert not lowered  # even an unsound one hides nothing that was there
    if sound and was.keys() == now.keys():
        for key, judged in before.indicators.items():
            if judged.progress is Progress.COMPLETE:
                assert after.indicators[key].progress is Progress.COMPLETE
        for one, other in zip(before.completeness, after.completeness, strict=True):
            assert (one.tier, one.total) == (other.tier, other.total)
            assert one.met <= other.met
    # Only a list of pieces changes what is owed.
    assert {key.partition("/")[0] for key in was.keys() ^ now.keys()} <= {"(4)-2"}


@FAST
@given(SEVERAL, st.randoms(use_true_random=False))
def test_the_order_of_files_and_claims_does_not_matter(
    several: list[Draft], random: Random
) -> None:
    files = _files(several)
    names = list(files)
    random.shuffle(names)
    plain = _assess(several)
    assert _answers(_assess(several, {name: files[name] for name in names})) == _answers(plain)
    turned = [draft._replace(claims=draft.claims[::-1]) for draft in several]
    other = _assess(turned)
    assert [m.state for m in other.met] == [m.state for m in plain.met]
    assert other.completeness == plain.completeness


@FAST
@given(SEVERAL)
def test_the_same_repository_twice_gives_the_same(several: list[Draft]) -> None:
    assert _answers(_assess(several)) == _answers(_assess(several))


@FAST
@given(SEVERAL)
def test_sums_agree(several: list[Draft]) -> None:
    assessment = _assess(several)
    screen = status.build(assessment)
    total = screen["合计"]
    assert total["应报"] == sum(total[str(state)] for state in State) == len(assessment.counted)
    rows = {row["名称"]: row["应报"] for row in screen["分组"]}
    owners = Counter(owner for met in assessment.counted for owner in met.due.owners)
    assert {name: number for name, number in rows.items() if number} == owners
    offices = {
        office: {met.due.key for met in assessment.met if office in met.due.owners}
        for office in rows
    }
    assert set().union(*offices.values()) == {met.due.key for met in assessment.met}
    for by in ("level", "year"):
        groups = status.build(assessment, by=by)["分组"]
        assert sum(row["应报"] for row in groups) == total["应报"]
        assert sum(row["逾期"] for row in groups) == total["逾期"]


@STEADY
@given(st.integers(1, 999), st.sampled_from(["{}", "（{}）", "★{}"]))
def test_every_way_to_write_a_number_is_one_key(number: int, form: str) -> None:
    printed = form.format(number)
    wide = str(number).translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    ways = {
        *(printed, f"第{printed}项", f"第{printed}项指标", form.format(wide), f" {printed} "),
        *(printed.replace("（", "(").replace("）", ")"), printed.replace("（", "(")),
    }
    assert len({fold(way) for way in ways}) == 1
    assert fold(fold(printed)) == fold(printed)
    assert {fold_reference(f"{way}-2甲/2020") for way in ways if "第" not in way} == {
        f"{fold(printed)}-2甲/2020"
    }


@STEADY
@given(st.integers(1, 99), st.integers(1, 99))
def test_keys_of_different_rows_stay_apart(one: int, other: int) -> None:
    forms = [fold(str(one)), fold(f"（{one}）"), fold(f"★{one}")]
    forms += [fold(str(one), "加分"), fold(f"加分{one}", "加分"), fold(str(one), "减分")]
    assert len(set(forms)) == 5
    assert (fold(str(one)) == fold(str(other))) is (one == other)


@FAST
@given(SEVERAL)
def test_a_draft_or_an_unsound_entry_meets_nothing(several: list[Draft]) -> None:
    useless = [draft._replace(changes=(*draft.changes, ("状态", "草稿"))) for draft in several]
    useless = [d for d in useless if "外单位" not in dict(d.changes)]
    states = {met.state for met in _assess(useless).met}
    assert states == {State.MISSING}
