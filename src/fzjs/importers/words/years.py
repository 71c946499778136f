"""The 年度 and the years that words name: of an item, or of the indicator that it is for.

Rules of `reference/screens.md`: annual work by year, what another office issues once,
rules in force once, lists once with every year in them, events as they come.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.words.numerals import fold

_SAID = (
    (r"当前|现有|目前|截至目前|时点", "时点"),
    (r"每隔?(?:2|两|二)年|(?:两|2)年[一1]次", "每2年"),
    (r"每半年|半年[一1]次|半年度", "每半年"),
    (r"上一?年度|前一年度|上一年[的工情全]", "上年度"),
    (r"年度|每年|逐年|历年|分年|按年|各年", "每年"),
)
_ONCE = re.compile(r"^(?:提供|由|须由)?(?:上级[^，。；]{0,8}|(?:中级|高级|基层)?人民法院|法院)出具")
_EVENTS = re.compile(
    r"(?:获得?|荣获|受到?|取得)[^，。；]{0,24}(?:表彰|奖励|表扬|荣誉|奖项)[^，。；]{0,8}$|经验[^，。；]{0,12}推广"
    r"|移送清单$|争议较大的[^，。；]{0,24}(?:报告|材料|资料|文件)$"
)
"""What exists only where something happened (有则报)."""
_YEARLY = (
    re.compile(r"(?:学习|工作|培训|年度|检查|普法|执法)计划|工作要点"),
    re.compile(
        r"[0-9]{1,2}[.·．][0-9]{1,2}[^0-9]{0,8}[日周]|[0-9]{1,2}月[0-9]{1,2}日[^，。；]{0,8}活动|国家宪法[日周]|宣传[日周月]"
    ),
)
"""What returns every year by its nature: plans of work, days of the calendar."""
_BY_KIND = {
    "制度文件": "现行",
    "文件": "现行",
    "目录": "汇总",
    "清单": "汇总",
    "汇总表": "汇总",
    "会议材料": "每年",
}
_YEAR = r"((?:19|20)[0-9]{2})"
_DAY = r"(?:[0-9]{1,2}月份?(?:[0-9]{1,2}日)?|[./][0-9]{1,2}(?:[./][0-9]{1,2})?(?![0-9]))?"
_SINCE = re.compile(
    rf"(?:自|从)?{_YEAR}(?:年度?)?{_DAY}(?:(?:以来|来|至今|以后|开始)|起(?![草诉点]))"
)
_RANGE = re.compile(
    rf"(?<![0-9]){_YEAR}年?度?{_DAY}[初底末]?\s?(?:[-—–－~～至到]{{1,2}})\s?{_YEAR}(?![0-9])年?"
)
_LIST = re.compile(
    rf"(?<![0-9])(?:{_YEAR}年?度?\s?[、,，/和及与]\s?){{1,20}}{_YEAR}年(?:度|全年)?(?![0-9来起至到以—–~-])"
)
"""Years one by one: 2021、2022年, 2019年、2020年和2021年."""
_NAMED = re.compile(
    rf"(?<![0-9]){_YEAR}(?=年|[./][0-9]{{1,2}}(?![0-9])|\s?[、,，/和及与至到—–~-]\s?(?:19|20)[0-9]{{2}})"
)
_SHORT = re.compile(r"(?:^|(?<=[年、,，和及与至到—–~-]))[12][0-9]年(?![以之内来期规计行发制])")
_CHINESE = re.compile(
    r"二[零〇○][零〇○一二三四五六七八九]{2}(?=年)|一九[零〇○一二三四五六七八九]{2}(?=年)"
)
_FIGURES = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_ONE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?:度|全年)?(?![0-9来起至到以—–~-])(?!度)")
_DOCUMENT = re.compile(r"《[^《》]{0,80}》|〔[^〔〕]{0,8}〕|印发[^，。；]{0,4}$")
RELATIVE = re.compile(
    r"(?:近|最近|过去)[一二两三四五六1-6]年|本年度|本年(?!度)|当年|今年|上半年|下半年|每季度|每月"
)
LEAST_SHARED = 4


_RECENT = 256
"""Texts kept: each item's words are asked for several times in turn."""
_ANY_SAID = re.compile("|".join(pattern for pattern, _ in _SAID))
_PLAN = re.compile(r"年度(?:工作)?计划")
_PLANS = re.compile(r"工作安排|工作部署|计划(?!生育)|要点")
_ENDS = re.compile(r"[。；;\n]")


class Years(NamedTuple):
    """A period with what fixed it: `evidence` are the indicator's words, "" if the item's own."""

    period: str
    since: str = ""
    until: str = ""
    evidence: str = ""


@lru_cache(maxsize=_RECENT)
def said(text: str) -> str:
    """Return the period that words name themselves, "" where none."""
    folded = fold(text)
    if not _ANY_SAID.search(folded):
        return ""
    return next((period for pattern, period in _SAID if re.search(pattern, folded)), "")


def own_period(text: str, kind: str) -> str:
    """Return the period of an item by its own words, else by its kind.

    - 当前, 现有: the state at hand; 每2年, 每半年: as said; 上年度: its report comes a year later.
    - 年度, 每年 otherwise: annual work. What happens only sometimes: 有则报.
    - issued by others (出具): one paper for the window; they will not issue six.
    - silent: rules in force once, lists once with every year in them, the rest by year
      (附件1 三.2: “每个年度的说明务必做到清晰完整”).
    """
    named = said(text)
    if kind == "案卷" and "案卷目录" in text:
        return "汇总"
    if named:
        return named
    if _ONCE.search(text):
        return "汇总"
    if _EVENTS.search(text):
        return "有则报"
    if kind != "制度文件" and _is_yearly(fold(text)):
        return "每年"
    return _BY_KIND.get(kind, "逐年可合并")


def _is_yearly(folded: str) -> bool:
    # A few characters that each of them has are looked for in a tenth of the time.
    plans, days = _YEARLY
    named = ("计划" in folded or "要点" in folded) and plans.search(folded)
    dated = ("日" in folded or "周" in folded or "月" in folded) and days.search(folded)
    return bool(named or dated)


@lru_cache(maxsize=_RECENT)
def window(text: str) -> tuple[str, str]:
    """Return the first and the last year that words name: 2018年以来, 2018年1月至2020年12月."""
    folded = _without_titles(text)
    spans = _RANGE.search(folded)
    if spans and int(spans[1]) <= int(spans[2]):
        return spans[1], spans[2]
    listed = _LIST.search(folded)
    if listed:
        years = [int(year) for year in re.findall(_YEAR, listed[0])]
        inarow = years == list(range(years[0], years[0] + len(years)))
        return (str(years[0]), str(years[-1])) if inarow else ("", "")
    since = _SINCE.search(folded)
    if since:
        return since[1], ""
    ones = set(_ONE.findall(folded))
    return (min(ones), max(ones)) if len(ones) == 1 else ("", "")


def not_understood(text: str) -> str:
    """Return the first year that words name and `window` does not cover, "" where it covers all.

    So 2019年、2021年 (not 2020), 2018年第一季度至2020年, and 21年, of which no century is said.
    """
    folded = _without_titles(text)
    since, until = window(text)
    for named in _NAMED.finditer(folded):
        if not since or not int(since) <= int(named[1]) <= int(until or named[1]):
            return named[0]
    short = _SHORT.search(folded)
    return short[0] if short else ""


@lru_cache(maxsize=_RECENT)
def _without_titles(text: str) -> str:
    """Return words in half width, Chinese years in figures, without titles and issue numbers."""
    arabic = _CHINESE.sub(lambda year: year[0].translate(_FIGURES), fold(text))
    return _DOCUMENT.sub("", arabic)


def by_indicator(text: str, kind: str, indicator: str) -> Years | None:
    """Return the period that the indicator's words give an item that does not settle it itself.

    A report of which the indicator says that it is on the year before; minutes and examinations of
    which it says every half year, two years or year; a work plan where it names the yearly plan.
    """
    own = said(text)
    for sentence, period, evidence in rhythms(indicator):
        if period == "上年度" and own in {"", "每年"} and _reports(text):
            return Years(period, evidence=evidence)
        if own:
            continue
        if period in {"每半年", "每2年"} and kind != "制度文件" and shares(text, sentence):
            return Years(period, evidence=evidence)
        named = _PLAN.search(sentence)
        if named and _PLANS.search(text):
            return Years("每年", evidence=named[0])
        if period == "每年" and kind in {"会议材料", "考试"} and shares(text, sentence):
            return Years("每年", evidence=evidence)
    return None


@lru_cache(maxsize=64)
def rhythms(indicator: str) -> tuple[tuple[str, str, str], ...]:
    """Return (sentence, period, the clause that says it) of an indicator's sentences with one."""
    sentences = [sentence.strip() for sentence in _ENDS.split(indicator)]
    named = [(sentence, said(sentence)) for sentence in dict.fromkeys(sentences)]
    return tuple((words, period, _words(words, period)) for words, period in named if period)


def shares(text: str, sentence: str) -> bool:
    """Tell whether two phrases have four characters in a row in common, names of papers aside."""
    plain = re.sub(r"情况说明|佐证材料|相关材料|法治政府|[，、。；：,;:（）()\s]", "|", text)
    size = LEAST_SHARED
    parts = {plain[i : i + size] for i in range(len(plain) - size + 1)}
    parts = {part for part in parts if "|" not in part}
    return any(sentence[i : i + size] in parts for i in range(len(sentence) - size + 1))


def _reports(text: str) -> bool:
    """Tell whether an item is a report of the year's work, not a request or an audit's report."""
    return (
        bool(re.search(r"(?<!请示)(?<!评估)(?<!审计)(?<!调研)报告(?!制度)", text))
        and "请示" not in text
    )


def _words(sentence: str, period: str) -> str:
    """Return the clause of a sentence that names its period."""
    return next((part for part in re.split(r"[，,]", sentence) if said(part) == period), sentence)
