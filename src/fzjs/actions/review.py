"""`fzjs review`: pass an entry or return it, in a file of the reviewing office's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from fzjs.actions import newfile
from fzjs.actions.desk import Desk
from fzjs.actions.names import NONE
from fzjs.actions.submit import lacking
from fzjs.assess import Standing
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import FzjsError, RefusedError
from fzjs.models.followup import ReasonCode
from fzjs.nearest import nearest
from fzjs.reports.export import fingerprints
from fzjs.reports.named import document, office_named
from fzjs.source.emit import Value
from fzjs.store import Change, append
from fzjs.visible import in_shell

CODES: tuple[str, ...] = get_args(ReasonCode)


class Said(NamedTuple):
    """What the reviewer typed; no reasons: it passes. "" of office or day follows from the data."""

    reasons: tuple[dict[str, str], ...] = ()
    by: str = ""
    office: str = ""
    day: str = ""


def reasons(typed: Iterable[str]) -> tuple[dict[str, str], ...]:
    """Return 理由 from `缺章` or `缺章:第2页`; the colon of either width.

    Raises FzjsError with the nearest code, or where 其他 has no words.
    """
    return tuple(_reason(each) for each in typed)


def _reason(typed: str) -> dict[str, str]:
    code, _, note = (part.strip() for part in typed.replace("：", ":", 1).partition(":"))
    if code not in CODES:
        guess = nearest(code, CODES)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"没有“{code}”这个退回理由。{hint}可以写：{'、'.join(CODES)}。{NONE}")
    if code == "其他" and not note:
        raise FzjsError(f"退回理由写“其他”时要写说明，如 --return 其他:缺第3页。{NONE}")
    return {"代码": code, "说明": note} if note else {"代码": code}


def review(desk: Desk, typed: str, said: Said) -> list[str]:
    """Write a review of an entry as it stands: 通过, or 退回 where there are reasons.

    Raises RefusedError where the entry is not to be reviewed, or not by that office; FzjsError
    for names and dates.
    """
    standing = desk.entry(typed)
    name = standing.entry.id
    office = _office(desk, standing, said.office)
    day = desk.day(said.day, "--date")
    _refuse(desk, standing, passing=not said.reasons)
    by, doubt = _reviewer(desk, standing, office, said.by)
    marks = fingerprints(desk.assessment, standing.entry)
    if not said.reasons and standing.state == "已通过":
        return [f"{name} 已经通过，内容没有变。{NONE}"]
    item = {
        "日期": day.isoformat(),
        "科室": office,
        "审核人": by,
        "结论": "退回" if said.reasons else "通过",
        "理由": list(said.reasons),
        "指纹": marks["指纹"],
        "对应": [{key: str(value) for key, value in each.items()} for each in marks["对应"]],
    }
    item = {key: value for key, value in item.items() if value}
    if _same(_last(desk, name), item):
        return [f"{name} 上一次就是这样审的，内容也没有变。{NONE}"]
    change = _change(desk, standing, item)
    verb = "已改" if change.before else "新建"
    lines = [f"{verb} {change.file}：{item['结论']}（{office} {by}，{day}）{_why(said.reasons)}"]
    closing = "接下来：审核是单独的一次合并请求，只提交这个审核文件，不和条目放在一起。"
    return [*lines, *doubt, *desk.carry_out([change], [*_problems(standing), closing])]


def _last(desk: Desk, name: str) -> object:
    """Return the last review of an entry as it is written, None where there is none."""
    found = desk.data(f"evidence/审核/{name}.yaml")
    return found["审核"][-1] if found else None


def _same(last: object, item: Mapping[str, Value]) -> bool:
    """Tell whether a review says again, on another day perhaps, what the last one says."""
    return isinstance(last, dict) and {**last, "日期": ""} == {**item, "日期": ""}


def _why(reasons: Sequence[dict[str, str]]) -> str:
    each = (f"{r['代码']}（{r['说明']}）" if "说明" in r else r["代码"] for r in reasons)
    return "：" + "、".join(each) if reasons else ""


def _problems(standing: Standing) -> list[str]:
    found = [reason for reason in standing.reasons if reason.startswith("问题未销号")]
    return [f"  {reason}：销号以前，这个条目仍是“已退回”" for reason in found]


def _office(desk: Desk, standing: Standing, typed: str) -> str:
    """Return the reviewing office.

    附件1 四.1: “所报相关资料报规范性文件管理科审核”; DESIGN section 4: "A named substitute
    reviews the reviewing office's own entries".
    """
    catalogue = desk.assessment.catalogue
    due = reviewer_of(standing.entry.office, catalogue)
    own = catalogue.folder_office(standing.entry.office)
    office = office_named(desk.assessment, typed) if typed else due
    if not office:
        raise FzjsError(f"fzjs.yaml 里没有写由谁审核{own}的条目，用 --office 写明。{NONE}")
    if office == own:
        other = f"应由{due}审核" if due and due != own else "在 fzjs.yaml 的 审核 里写上 代审"
        raise RefusedError(f"{office}不能审核自己的条目：{other}。{NONE}")
    if due and office != due:
        raise RefusedError(f"{own}的条目应由{due}审核，{office}审的不作数。{NONE}")
    return office


def _reviewer(desk: Desk, standing: Standing, office: str, typed: str) -> tuple[str, list[str]]:
    """Return who reviews, as typed, and the doubt whether they may.

    A name that nobody gave would be invented; a person of the entry's own office does not review
    it, unless the same person heads the reviewing office too. Raises FzjsError, RefusedError.
    """
    by = "".join(typed.split())
    head = _head(desk, office)
    if not by:
        raise FzjsError(f"写明谁审的，如 --by {head or '某某'}。{NONE}")
    own = desk.assessment.catalogue.office(standing.entry.office) or standing.entry.office
    role = _people(desk, own).get(by)
    if role and by != "".join(head.split()):
        raise RefusedError(f"{by}是{own}的{role}，不能审自己科室的条目，由{office}的人审。{NONE}")
    return by, [f"  注意：{by}也是{own}的{role}，等于自己审自己，最好另找人审"] if role else []


def _head(desk: Desk, office: str) -> str:
    offices = desk.assessment.repository.campaign.offices
    return next((each.person for each in offices if each.name == office), "")


def _people(desk: Desk, office: str) -> dict[str, str]:
    """Return who is known to belong to an office, from fzjs.yaml and the indicators."""
    rows = desk.assessment.catalogue.rows.values()
    found = {r.person: "责任人" for row in rows for r in row.responsible if r.office == office}
    campaign = document(desk.assessment, "fzjs.yaml")
    for each in campaign.record.offices if campaign else ():
        if each.name == office:
            found |= {each.liaison: "联络人", each.person: "责任人"}
    return {"".join(name.split()): role for name, role in found.items() if name}


def _refuse(desk: Desk, standing: Standing, *, passing: bool) -> None:
    """Raise RefusedError where there is nothing to review, or what lacks something would pass."""
    entry = standing.entry
    if standing.state in {"草稿", "撤回"}:
        raise RefusedError(f"{entry.id} 是{standing.state}，没有可审的。{NONE}")
    if standing.state == "待外单位":
        raise RefusedError(f"{entry.id} 还在等{entry.waits_for}出具，取得以后再审。{NONE}")
    missing = lacking(desk, entry.file)
    if passing and missing:
        raise RefusedError(
            f"{entry.id} 不合要求，不能通过：{'、'.join(missing)}。{NONE}\n"
            f"退回：fzjs review {in_shell(entry.id)} --return 代码:说明 --by 审核人\n"
            f"细处看 fzjs check {in_shell(entry.file)}"
        )


def _change(desk: Desk, standing: Standing, item: dict[str, Value]) -> Change:
    """Return the review file with one review more, made where there is none."""
    file = f"evidence/审核/{standing.entry.id}.yaml"
    desk.refuse_broken(file)
    if (desk.tree.root / file).exists():
        raw = desk.raw(file)
        last = desk.assessment.repository.reviews.get(standing.entry.id)
        if last is None:
            raise RefusedError(f"{file} 在，却没有读到。先看 fzjs check 怎么说。{NONE}")
        if str(item["日期"]) < last.date.isoformat():
            raise RefusedError(f"上一次审核是 {last.date}，这一次不能早于它：改 --date。{NONE}")
        return Change(file, raw, append(raw, file, ("审核",), item))
    sample = standing.entry.sample or desk.assessment.repository.campaign.sample
    return Change(
        file, None, newfile.text(desk.tree, file, "review", {"审核": [item]}, sample=sample)
    )
