"""What an entry shows besides its papers, as facts."""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.facts import shown as facts
from fzjs.models import Evidence
from fzjs.models.proof import Exam, Interview, Lookup, WebSearch
from fzjs.models.records import NameList
from fzjs.source import Places
from fzjs.tree import inside

_FIELDS = {
    *("searches", "lookups", "cases", "interview", "exam"),
    *("certificates", "pictures", "name_list", "totals", "onsite"),
}
"""The fields of an entry that are read here."""
_NOTHING = facts.Shown((), (), (), None, None, (), (), None, (), None)
"""What most entries show: one for all of them."""


def shown(record: Evidence, places: Places) -> facts.Shown:
    """Return the facts of all that some kinds of material list, with their places."""
    if not _FIELDS & record.model_fields_set:
        return _NOTHING
    return facts.Shown(
        searches=_looked("网络检索", record.searches, places),
        lookups=_looked("查证", record.lookups, places),
        cases=tuple(
            facts.CaseFile(
                bool(c.order and c.case_no and c.title), c.case_no or "",
                c.department or "", c.three_systems, places.locate(("案卷", i)),
            )
            for i, c in enumerate(record.cases)
        ),
        interview=_interview(record.interview, places) if record.interview else None,
        exam=_exam(record.exam, places) if record.exam else None,
        certificates=tuple(
            facts.Certificate(
                c.name, c.level or "", c.issuer or "", c.date, places.locate(("证书", i))
            )
            for i, c in enumerate(record.certificates)
        ),
        pictures=tuple(
            facts.Picture(p.when, bool(p.where), places.locate(("影像", i)))
            for i, p in enumerate(record.pictures)
        ),
        name_list=_name_list(record.name_list, places) if record.name_list else None,
        totals=tuple(
            facts.Total(
                t.item, t.amount, t.numerator, t.denominator, places.locate(("合计", i))
            )
            for i, t in enumerate(record.totals)
        ),
        onsite=facts.OnSite(record.onsite.catalogue or "", record.onsite.volume or "")
        if record.onsite
        else None,
    )  # fmt: skip


def _looked(
    key: str, records: Iterable[WebSearch | Lookup], places: Places
) -> tuple[facts.Looked, ...]:
    return tuple(
        facts.Looked(
            record.date,
            record.result,
            (record.screenshot or "") if isinstance(record, WebSearch) else "",
            places.locate((key, i)),
        )
        for i, record in enumerate(records)
    )


def _interview(record: Interview, places: Places) -> facts.Interview:
    opinions = tuple(
        facts.Opinion(bool(o.measure), o.closed, places.locate(("访谈", "意见", i)))
        for i, o in enumerate(record.opinions)
    )
    return facts.Interview(
        record.population,
        record.sample,
        bool(record.questionnaire),
        opinions,
        places.locate(("访谈",)),
    )


def _exam(record: Exam, places: Places) -> facts.Exam:
    named = {
        "通知": record.notice,
        "签到": record.sign_in,
        "试卷": record.paper,
        "成绩": record.marks,
    }
    missing = tuple(name for name, said in named.items() if not said)
    return facts.Exam(missing, record.expected, record.present, places.locate(("考试",)))


def _name_list(record: NameList, places: Places) -> facts.NameList:
    return facts.NameList(
        record.count, record.sha256, inside("", record.stored), places.locate(("名单",))
    )
