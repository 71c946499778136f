"""The questions of `fzjs add` in a terminal, each with what is proposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from fzjs.actions.add.looked import Looked
from fzjs.assess import sound
from fzjs.cli.adding import saying
from fzjs.cli.adding.given import Given
from fzjs.cli.session import console, emit
from fzjs.diagnostic import FzjsError
from fzjs.models import mend
from fzjs.render.screen import entry as entry_screen
from fzjs.reports import entry as entry_report
from fzjs.reports.named import office_named
from fzjs.rules.claimed import asked_of
from fzjs.visible import visible

if TYPE_CHECKING:
    from fzjs.actions.add.claims import Said
    from fzjs.actions.add.paper import Paper
    from fzjs.actions.add.single import Answers
    from fzjs.assess import Assessment


def answers(given: Given, office: str, claims: tuple[Said, ...]) -> Answers:
    """Return the options as they were typed, nothing asked."""
    from fzjs.actions.add import draft, single  # noqa: PLC0415  # heavy, as in `one`

    secret = draft.Secret(*given.secret) if any(given.secret) else None
    return single.Answers(
        office=office,
        claims=claims,
        kind=given.kind,
        subject=given.subject,
        dated=given.dated,
        sealed=given.sealed,
        issuer=given.outside,
        name=given.name,
        how=saying.how(given),
        secret=secret,
        submitted=given.submit,
        looked=given.looked,
        on_behalf=given.on_behalf,
    )


def ask(
    given: Given, paper: Paper | None, office: str, claims: tuple[Said, ...], assessment: Assessment
) -> Answers:
    """Ask for all that the options leave open; of a 涉密 paper only whose it is and for what."""
    from fzjs.actions.add import propose, single  # noqa: PLC0415  # as above

    office = office or _office(assessment)
    claims = claims or _claims(given, paper, office, assessment)
    said = answers(given, office, claims)
    kind = said.kind or _ask("种类", single.kind_for(said, assessment))
    said = said._replace(kind=kind)
    if said.secret:
        return said
    if not any(said.looked):
        said = said._replace(looked=_looked(kind, claims, assessment))
    proposed = propose.subject(paper, claims, assessment) if paper else ""
    return said._replace(
        subject=said.subject or _ask("事由", proposed, needed=True),
        dated=said.dated or (_dated(paper) if paper else ""),
        sealed=said.sealed or (_sealed() if paper else ""),
    )


def mend_answers(said: Answers, paper: Paper | None) -> Answers:
    """Ask again for all but office and claims, with what was said before as proposals."""
    kind = _ask("种类", said.kind)
    if said.secret:
        return said._replace(kind=kind)
    subject = _ask("事由", said.subject, needed=True)
    dated = _dated(paper, said.dated) if paper else ""
    return said._replace(kind=kind, subject=subject, dated=dated, sealed=_sealed(said.sealed))


def _ask(question: str, proposed: str = "", *, needed: bool = False) -> str:
    """Ask until there is an answer, where one is needed."""
    while True:
        shown = visible(question)
        typed = str(typer.prompt(shown, default=proposed, show_default=bool(proposed))).strip()
        if typed or not needed:
            return typed
        emit("这一项要写。\n")


def _office(assessment: Assessment) -> str:
    while True:
        try:
            return office_named(assessment, _ask("科室", needed=True))
        except FzjsError as error:
            emit(visible(f"{error}\n"))


def _claims(
    given: Given, paper: Paper | None, office: str, assessment: Assessment
) -> tuple[Said, ...]:
    """Ask what the paper proves, until the rules have nothing against it; then the pages."""
    from fzjs.actions.add import claims, propose, single  # noqa: PLC0415  # as above

    if paper:
        fits = entry_report.suggested(propose.fitting(paper, office, assessment))
        emit(entry_screen.suggestions(fits, console().width, "从文件名和标题看，可能证明："))
    while True:
        typed = _ask("证明哪件资料、哪个年度（如 31-2甲/2020，几件的用；隔开）", needed=True)
        try:
            parts = [part for part in re.split(r"[；;\s]+", typed) if part]
            said = [claims.parse(each, assessment) for each in parts]
        except FzjsError as error:
            emit(visible(f"{error}\n"))
            continue
        wrong = single.wrong_claims(said, office, assessment)
        if not wrong:
            break
        emit(visible("".join(f"{each.message}。{each.hint}\n" for each in wrong)))
    if any(given.secret) or given.pages or given.quotes:
        return tuple(claims.spread(said, given.pages, given.quotes))
    return tuple(_passage(each) for each in said)


def _passage(said: Said) -> Said:
    where = f"{said.material}/{said.period}"
    pages = _ask(f"{where} 在第几页（如 1-2；没有就回车）")
    return said._replace(pages=pages, quote=_ask(f"{where} 摘录（证明的那句话；没有就回车）"))


def _looked(kind: str, claims: tuple[Said, ...], assessment: Assessment) -> Looked:
    """Ask what was looked up, where the kind or what is claimed needs it."""
    needs = (asked_of(each.key, assessment.catalogue) for each in claims)
    if kind == "零报告":
        checked = _ask("查了哪里（如 2020年收文登记簿；以后再写就回车）")
        if not checked:
            return Looked()
        result = _ask("查的结果（如 无此情形）", needed=True)
        return Looked(checked=checked, day=_day("哪天查的（如 2021-02-15）"), result=result)
    if kind != "网络检索" and not any(need and need.web for need in needs):
        return Looked()
    url = _url()
    if url == "无":
        searched = _ask("检索词", needed=True)
        result = _ask("检索的结果（如 未检索到相关信息）", needed=True)
        return Looked(searched=searched, day=_day("哪天检索的（如 2021-02-15）"), result=result)
    if not url:
        return Looked()
    return Looked(
        url,
        title=_ask("网页的标题（检索目录用；没有就回车）"),
        category=_ask("归哪一类（如 公告；没有就回车）"),
        published=_day("网页写的发布日期（没有就回车）", needed=False),
        day=_day("哪天检索的（如 2021-02-15；没有就回车）", needed=False),
    )


def _url() -> str:
    while True:
        typed = _ask("网址，照浏览器地址栏（没有检索到的写 无；以后再写就回车）")
        if typed in {"", "无"} or sound.is_address(typed):
            return typed
        emit("从浏览器地址栏照抄，以 http:// 或 https:// 开头。\n")


def _day(question: str, *, needed: bool = True) -> str:
    while True:
        typed = _ask(question, needed=needed)
        if not typed or re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
            return typed
        emit(f"写成 {mend.date(typed) or '2021-03-12 的样子'}。\n")


def _dated(paper: Paper, before: str = "") -> str:
    """Ask for the date of signing; only the paper's own end proposes one, and says so."""
    question = "落款日期，照原件（如 2021-02-12；没有就回车）"
    if paper.ends and not before:
        question = "落款日期，读自文件末尾，核对原件（没有就写 无）"
    while True:
        typed = _ask(question, before or paper.ends)
        if typed in {"", "无"}:
            return ""
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
            return typed
        emit(f"写成 {mend.date(typed) or '2021-03-12 的样子'}。\n")


def _sealed(before: str = "") -> str:
    while True:
        typed = _ask("盖了单位印章没有（是/否；不清楚就回车）", before)
        if typed in {"", "是", "否"}:
            return typed
        emit("写 是 或 否。\n")
