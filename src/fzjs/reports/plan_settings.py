"""What `fzjs.yaml` says of a plan, in the sentences that plans use and importers read again."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fzjs.reports.printed import Data
from fzjs.reports.wording import heading, long_date

GAP = "（待填）"
_ASSUMED = "（待定）"
TIERS = {"国家": "国家指标", "加省": "国家和省指标", "加市": "国家、省和市指标"}
_CARRIERS = {"纸质": "纸质版", "PDF": "电子文档（PDF格式）", "电子": "电子版"}
_QUOTED = re.compile("“([^“”]*(?:“[^“”]*”[^“”]*)*)”$")
"""出处 that ends in the plan's own words, as an import writes it."""
_NUMERALS = "零一二三四五六七八九十"


def issued(settings: Data) -> tuple[str, str, str]:
    """Return who issued the plan, on which day, and its title, as 体系.来源 says; "" where not."""
    source = settings["体系"].get("来源", "")
    found = re.match(r"(.*?)(\d{4}年\d{1,2}月\d{1,2}日)?印发(?:《(.+)》)?", source)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def is_own(settings: Data) -> bool:
    """Tell whether the unit issued the plan itself; one that names nobody is the unit's."""
    source = settings["体系"].get("来源", "")
    return not source or issued(settings)[0] == settings["单位"]


def basis(settings: Data) -> str:
    """Return what a plan made after another body's names: `某局印发的《方案》附件2（文号）`."""
    system = settings["体系"]
    issuer, day, title = issued(settings)
    inner = (title or system["名称"]).replace("《", "〈").replace("》", "〉")
    annex = re.search(r"附件?表?\d{1,2}$", system.get("来源", "")) if title else None
    number = f"（{system['文号']}）" if system.get("文号") else ""
    by = f"{issuer}{day}印发的" if issuer else ""
    return f"{by}《{inner}》{annex[0] if annex else ''}{number}"


def stages(settings: Data) -> list[str]:
    """Return 创建步骤: `（一）动员部署（2020年12月28日至2021年1月15日）。`, or its 原话."""
    mark = _mark(settings, "阶段")
    found = settings.get("阶段", ())
    return [_stage(place, stage) + mark + "。" for place, stage in enumerate(found, 1)]


def _stage(place: int, stage: Data) -> str:
    """Return a stage; 原话 is either its whole heading or, without days, what follows that."""
    quote, name = stage.get("原话", ""), re.escape(stage["名称"])
    lead = r"[（(]?第?[一二三四五六七八九十\d]*[）)]?(?:阶段|步)?[、.．：:\s]*"
    if re.match(rf"{lead}{name}(?:[（(：:，,]|$)", quote):
        return str(quote)
    named = heading(place, stage["名称"])
    return f"{named}。{quote}" if quote else named + _when(stage)


def _when(stage: Data) -> str:
    start, end = _day(stage.get("起", "")), _day(stage.get("止", ""))
    if start and end:
        return f"（{start}至{end}）"
    return f"（{end}前）" if end else f"（{start}起）" if start else ""


def demands(settings: Data, known: str) -> list[str]:
    """Return 工作要求: what is asked of material, years, last day, copies, methods, who reviews.

    What the plan says itself comes first: an import takes the first sentence that asks for a thing.
    A sentence that another one holds is not said twice.
    """
    asked = settings.get("要求", ())
    said = _unique(_line(e, f"上报材料要求：{e['名称']}", settings, "要求", known) for e in asked)
    return [
        *(a for a in said if not any(b != a and b.startswith(a.rstrip("。；;")) for b in said)),
        *span(settings),
        *_papers(settings),
        *_statement(settings),
        *_methods(settings),
        *_review(settings),
    ]


def span(settings: Data) -> list[str]:
    """Return the two sentences on the years that material covers and on its last day."""
    first, _, last = str(settings["窗口"]).partition("-")
    years = f"的资料应当按照从{first}年—{last}年时间顺序进行排列" if last else f"{first}年度的资料"
    return [
        f"提供{years}{_mark(settings, '窗口')}。",
        f"上报材料落款时间应为{_day(settings['截止'])}之前{_mark(settings, '截止')}。",
    ]


def _papers(settings: Data) -> Iterator[str]:
    default, mark = settings.get("默认", {}), _mark(settings, "默认")
    if "份数" in default:
        count = int(default["份数"])
        copies = _NUMERALS[count] if count < len(_NUMERALS) else str(count)
        yield f"上报材料一式{copies}份{mark}。"
    if default.get("载体"):
        names = "、".join(_CARRIERS.get(each, each) for each in default["载体"])
        yield f"上报材料同时提供{names}{mark}。"
    if default.get("出具单位", settings["单位"]) != settings["单位"]:
        yield f"落款需注明提供单位规范名称：{default['出具单位']}{mark}。"


def _statement(settings: Data) -> Iterator[str]:
    rule, mark = settings.get("情况说明", {}), _mark(settings, "情况说明")
    words, fonts = rule.get("字数", {}), rule.get("字体", {})
    counts = (("建议", "一般不超过"), ("上限", "最多不超过"))
    said = "，".join(f"{how}{words[key]}字" for key, how in counts if key in words)
    if said:
        yield f"情况说明{said}{mark}。"
    if "标题" in rule:
        title = rule["标题"].replace("{单位}", settings["单位"]).replace("{事由}", "……")
        yield f"情况说明标题为《{title.strip('《》')}》{mark}。"
    said = "，".join(f"{part}采用{fonts[part]}字体" for part in ("标题", "正文") if part in fonts)
    if said:
        yield f"情况说明{said}{mark}。"


def _methods(settings: Data) -> Iterator[str]:
    methods = settings.get("方法", ())
    if methods:
        names = "、".join(each["名称"] for each in methods)
        yield f"测评方法主要是{names}{_mark(settings, '方法')}。"
    yield from (
        f"本方案所称{'、'.join(each['别名'])}，即{each['名称']}。"
        for each in methods
        if each.get("别名")
    )


def _review(settings: Data) -> Iterator[str]:
    review, mark = settings.get("审核", {}), _mark(settings, "审核")
    if review:
        substitute = f"，该科室自己的材料请{review['代审']}代审" if "代审" in review else ""
        yield f"佐证材料由{review['科室']}负责审核{substitute}{mark}。"


def dates(settings: Data, known: str) -> list[str]:
    """Return what is due when: 期限, 批次, 周期任务; `known` are the words of the indicators."""
    batches = (f"{_batch(e)}{_mark(settings, '批次')}。" for e in settings.get("批次", ()))
    return _unique(
        (
            *(_line(e, _deadline(e), settings, "期限", known) for e in settings.get("期限", ())),
            *batches,
            *(
                _line(e, _duty(e), settings, "周期任务", known)
                for e in settings.get("周期任务", ())
            ),
        )
    )


def thresholds(settings: Data, known: str) -> list[str]:
    """Return 达标线: `（一）综合示范。符合国家和省指标80%以上`, or the plan's own sentence."""
    told = _unique(
        _line(each, _threshold(each), settings, "达标线", known, each["名称"])
        for each in settings.get("达标线", ())
    )
    names = (text.partition("\n") for text in told)
    return [f"{heading(place, name)}。{said}" for place, (name, _, said) in enumerate(names, 1)]


def _unique(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, lines)))


def _line(  # what is said, where else it is said, and under which name
    each: Data, said: str, settings: Data, key: str, known: str, name: str = ""
) -> str:
    """Return the plan's own words where 出处 quotes them, else `said`; `name` a line above.

    "" where these words are printed elsewhere. A clause that was cut from a longer sentence ends in
    a full stop here. Words that a person shortened (……), or a bare share, say too little alone.
    """
    quoted = _QUOTED.search(each.get("出处", ""))
    words = quoted[1] if quoted else ""
    if words and words in known:
        return ""
    source = f"（{each['出处']}）" if "出处" in each else ""
    text = words if words.endswith(("。", "；", ";")) else words.rstrip("，,、：:") + "。"
    short = "……" in words or (key == "达标线" and not words.endswith(tuple("。；;，,：:")))
    told = (f"{said}{source}。" if short or not words else text) + _mark(settings, key)
    return f"{name}\n{told}" if name else told


def _deadline(each: Data) -> str:
    return f"{each['名称']}：{_day(each['日期'])}前"


def _batch(batch: Data) -> str:
    named = [f"第{number}项" for number in batch.get("指标", ())]
    what = "、".join([*batch.get("科室", ()), *named])
    years = f"{batch['年度']}年，".replace("-", "—") if "年度" in batch else ""
    told = f"（{what}）" if what else ""
    return f"{batch['名称']}材料{told}：{years}{_day(batch['截止'])}前报送"


def _duty(duty: Data) -> str:
    month = f"{duty['月']}月" if "月" in duty else ""
    day = f"{duty['日']}日" if "日" in duty else ""
    return f"{duty['名称']}：{duty['周期']}{month}{day}{'前' if month or day else ''}一次"


def _threshold(each: Data) -> str:
    return f"符合{TIERS.get(each['层级'], each['层级'])}{each['比例']}以上"


def supervision(settings: Data) -> list[str]:
    """Return 监督, each in the plan's own words under its name."""
    mark = _mark(settings, "监督")
    found = settings.get("监督", ())
    return [
        f"{heading(place, each['名称'])}。{each['内容']}{mark}"
        for place, each in enumerate(found, 1)
    ]


def organisation(settings: Data) -> list[str]:
    """Return 组织领导: the coordinating office, and the offices with what else they are called.

    No line begins with 责任科室：, which would be read as the last indicator's.
    """
    groups = [office for office in settings.get("科室", ()) if "成员" in office]
    single = [office for office in settings.get("科室", ()) if "成员" not in office]
    names = "、".join(_called(each) for each in single)
    return [
        f"{_runs(settings)}{_mark(settings, '创建办')}。",
        *([f"参加创建的科室有{names}{_mark(settings, '科室')}。"] if names else []),
        *(f"“{_called(each)}”指{_members(each)}。" for each in groups),
        *(_people(single, "责任人")),
        *(_people(single, "联络人")),
    ]


def _runs(settings: Data) -> str:
    """Say who runs the campaign: where its 办公室 sits only where 组织 says that itself.

    创建办 is who coordinates, “统筹、催办、上报的科室”; a plan need not seat an 办公室 there. Both
    sentences are read back as 创建办, so the first stands only where it is that office.
    """
    seat = settings.get("组织", {}).get("办公室", {}).get("设在", "")
    if seat and seat == settings["创建办"]:
        return f"创建工作办公室设在{seat}"
    return f"创建工作由{settings['创建办']}统筹协调"


def _members(group: Data) -> str:
    members = group["成员"]
    return "、".join(members) if isinstance(members, (list, tuple)) else _ASSUMED


def _people(offices: Sequence[Data], key: str) -> list[str]:
    named = "、".join(f"{office['名称']}{office[key]}" for office in offices if key in office)
    return [f"各科室的{key}是{named}。"] if named else []


def _called(named: Data) -> str:
    others = "、".join(named.get("别名", ()))
    return f"{named['名称']}（以下简称{others}）" if others else str(named["名称"])


def _mark(settings: Data, key: str) -> str:
    return _ASSUMED if key in settings.get("待定", ()) else ""


def _day(value: Any) -> str:  # noqa: ANN401  # a date as YAML says it
    return long_date(datetime.date.fromisoformat(str(value))) if value else ""
