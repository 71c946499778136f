"""Days that stand in the records: stages, batches, cutoff, 期限, 延期, problems, outside papers."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

from fzjs.assess.assessment import Assessment
from fzjs.assess.awaited import reminded, silence
from fzjs.assess.calendar import liaisons
from fzjs.assess.calendar.item import UNRECORDED, Date, Item
from fzjs.assess.calendar.records import done_for, without
from fzjs.assess.followed import APPLIED
from fzjs.assess.owe import speaks
from fzjs.assess.ownership import owner_offices
from fzjs.assess.satisfy import GOOD, Met

PATIENCE = 30
"""Days without a word after which one asks an outside body again (outside-unanswered)."""


def stages(assessment: Assessment) -> Iterator[Item]:
    """Yield the first and last day of each 阶段; once they are past nothing is missed by them."""
    for stage in assessment.catalogue.campaign.stages:
        source = f"fzjs.yaml 阶段“{stage.name}”"
        for word, day in (("开始", stage.start), ("结束", stage.end)):
            if day:
                past = day < assessment.today
                yield Item("阶段", f"{stage.name}{word}", "", day, "", source, done=past)


def batches(assessment: Assessment, office: str) -> Iterator[Item]:
    """Yield each 批次, the 截止 and each 延期 with the number of 应报件 that are still owed."""
    campaign = assessment.catalogue.campaign
    for batch in campaign.batches:
        owed = _owed(office, (m for m in assessment.met if m.due.batch == batch.name))
        yield _open(f"{batch.name}报送", batch.due, owed, f"fzjs.yaml 批次“{batch.name}”", "批次")
    rest = _owed(office, (m for m in assessment.met if not m.due.batch))
    cutoff = _open("材料截止", campaign.cutoff, rest, "fzjs.yaml 截止", "截止")
    if "截止" not in campaign.assumed:
        yield cutoff
    elif campaign.cutoff >= assessment.today:  # nobody is late by a day that was only assumed
        yield cutoff._replace(note="截止待定，是先假定的")
    for waiver in campaign.extensions:
        if waiver.until:
            late = (
                m
                for m in assessment.met
                if m.due.due == waiver.until and speaks(waiver, m.due, m.due.indicator)
            )
            label = assessment.catalogue.label(waiver.subject)
            owed = _owed(office, late)
            yield _open(f"{label}延期到期", waiver.until, owed, "fzjs.yaml 延期", "延期")


def _owed(office: str, met: Iterable[Met]) -> list[Met]:
    return [
        each
        for each in met
        if each.state not in GOOD
        and not each.due.excused
        and (not office or office in each.due.owners)
    ]


def _open(name: str, due: Date, owed: list[Met], source: str, kind: str) -> Item:
    owners = tuple(dict.fromkeys(owner for met in owed for owner in met.due.owners))
    state = f"还欠{len(owed)}件" if owed else "没有欠件"
    return Item(kind, name, "", due, state, source, owners, done=not owed, certain=True)


def deadlines(assessment: Assessment) -> Iterator[Item]:
    """Yield each 期限; that of the 联络人 is done as well where `fzjs.yaml` names them all."""
    catalogue = assessment.catalogue
    roster = liaisons.deadline(assessment)
    for each in catalogue.campaign.deadlines:
        owners = tuple(dict.fromkeys(o for name in each.offices for o in catalogue.members(name)))
        records = done_for(assessment, each.name)
        if each == roster:
            owners = owners or liaisons.answering(assessment)
            lacking = tuple(o for o in liaisons.unreported(assessment) if o in owners)
            done = not lacking
        else:
            lacking = without(assessment, owners, records)
            done = bool(records) and not lacking
        state = UNRECORDED
        if done:
            state = f"{min(r.date for r in records)}办" if records else "联络人都填了"
        elif lacking and (records or (each == roster and lacking != owners)):
            state = f"{'、'.join(lacking)}{UNRECORDED}"
        yield Item(
            "期限", each.name, "", each.date, state, each.source, lacking or owners, done=done
        )


def problems(assessment: Assessment) -> Iterator[Item]:
    """Yield the 时限 of each problem that is not closed; its words stay in the inspection.

    What waits for 验收 is done, as far as the offices can do it.
    """
    for each in assessment.followed:
        if each.is_open:
            applied, owners = (
                each.state == APPLIED,
                owner_offices(each.problem, assessment.catalogue),
            )
            yield Item(
                "问题", f"问题 {each.problem.id} 整改", "", each.problem.due,
                "待验收" if applied else "没有销号", "检查记录的时限",
                tuple(sorted(owners)), done=applied, certain=True,
            )  # fmt: skip


def outside(assessment: Assessment) -> Iterator[Item]:
    """Yield, for the papers that an outside body owes, the day on which to ask again.

    Papers of one material that were asked for on one day are one line.
    """
    catalogue = assessment.catalogue
    found: Counter[tuple[str, str, str, Date, Date | None]] = Counter()
    for entry in assessment.repository.entries.values():
        if (
            not entry.asked
            or entry.asked > assessment.today
            or entry.answered
            or entry.received
            or entry.state == "撤回"
        ):
            continue
        again = reminded(entry, assessment.today)
        named = "、".join(dict.fromkeys(catalogue.label(c.material) for c in entry.claims))
        found[entry.waits_for, named, catalogue.office(entry.office), entry.asked, again] += 1
    for (issuer, named, office, asked, again), count in found.items():
        last = max(asked, again or asked)
        due = last + datetime.timedelta(days=PATIENCE)
        state = silence(asked, again, assessment.today) + (f"，{count}件" if count > 1 else "")
        yield Item(
            "外单位", f"再催{issuer}{named}", str(last), due, state, f"{last}去的函",
            (office,) if office else (), certain=True,
        )  # fmt: skip
