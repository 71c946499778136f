"""访谈 and 问卷调查: who was asked, how many, and what became of what they said."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import Places, below, demand, materials_of
from fzjs.facts import Entry, Interview

_SURVEY = "问卷调查"


def questionnaire_missing(entry: Entry, catalogue: Catalogue) -> bool:
    """平顶山教体局 第1项: “随机访谈：制定调查问卷，向办事群众访谈”."""
    interview = entry.shown.interview
    if interview is None or interview.questionnaire:
        return False
    return demand("访谈问卷", entry, catalogue) is not None


def opinions_open(entry: Entry, catalogue: Catalogue) -> Places:
    """平顶山教体局 第1项: “对群众提出的意见建议及时整改”."""
    interview = entry.shown.interview
    if interview is None or not demand("意见整改", entry, catalogue):
        return ()
    return _open(interview)


def interview_rate_low(entry: Entry, catalogue: Catalogue) -> bool:
    """平顶山教体局 第58项: “访谈率不低于全部管理和服务对象总数的90%”."""
    interview = entry.shown.interview
    asked = demand("访谈率", entry, catalogue) if interview else None
    if interview is None or asked is None or asked.share is None:
        return False
    return below(interview.sample, interview.population, asked.share)


def interview_miscounted(entry: Entry, _: Catalogue) -> bool:
    """Nobody can ask more than there are (减分项2: “故意编造、虚构有关数据”)."""
    interview = entry.shown.interview
    return interview is not None and interview.sample > interview.population


def survey_unsettled(entry: Entry, catalogue: Catalogue) -> Places:
    """附件2 （13）: a survey lists what people said, and each is mended and closed.

    “模拟问卷调查，收集群众……意见和建议；从群众最不满意的问题入手，建立整改工作方案和台账，
    对标对表，逐项整改销号”. Without an opinion the 访谈 itself is the place.
    """
    interview = entry.shown.interview
    if interview is None or not demand("问卷整改", entry, catalogue):
        return ()
    if not is_survey(entry, catalogue):
        return ()
    return _open(interview) if interview.opinions else (interview.place,)


def is_survey(entry: Entry, catalogue: Catalogue) -> bool:
    """Tell whether what an entry proves is judged by 问卷调查, or asks for 问卷 in its words."""
    if entry.kind != "访谈":
        return False
    keys = {catalogue.material(claim.material).partition("-")[0] for claim in entry.claims}
    method = catalogue.method(_SURVEY)
    by_method = any(method in catalogue.rows[key].methods for key in keys if key in catalogue.rows)
    return by_method or any("问卷" in each.text for each in materials_of(entry, catalogue))


def _open(interview: Interview) -> Places:
    return tuple(o.place for o in interview.opinions if not (o.mended and o.closed))
