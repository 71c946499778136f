"""What meets an 应报件: tiny repositories, the answers worked out from the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from mini import ELSEWHERE, ENTRY, OTHER, entry, find, given, plan, states

PENDING, PASSED, RETURNED, OUTSIDE, MISSING = "待审", "已通过", "退回", "待外单位", "未报"
YEARS = ("2019", "2020", "2021")
Files = dict[str, str]
Wanted = dict[str, str]

NIL = {"种类": "零报告", "查证": "[{查阅: 收文登记簿, 日期: 2021-02-01, 结果: 未发现}]"}
WEB = {"公开": "[{网址: https://example.org/a, 检索日期: 2021-02-15}]"}
UNDATED_WEB = {"公开": "[{网址: https://example.org/a}]"}
SEARCH = {"网络检索": "[{检索词: 通报, 日期: 2021-02-15, 结果: 无}]"}
SEARCH_2017 = {"网络检索": "[{检索词: 通报, 日期: 2017-02-15, 结果: 无}]"}
SEARCH_FOUND = {"网络检索": "[{检索词: 通报, 日期: 2021-02-15, 结果: 检索到负面信息5条}]"}
ASKED = {
    "外单位": "{出具: 人民法院, 发函: 2021-01-10}",
    "附件": None,
    "盖章": None,
    "落款日期": None,
}
SECRET = {
    **dict.fromkeys(("事由", "落款日期", "盖章", "附件")),
    "涉密": "{登记号: 〔2020〕1号, 密级: 秘密, 保管: 档案室}",
}


def _kind(kind: str) -> dict[str, str | None]:
    return {"种类": kind}


def _years(material: str, *wanted: str) -> Wanted:
    return {f"{material}/{year}": state for year, state in zip(YEARS, wanted, strict=True)}


SATISFIED: dict[str, tuple[Files, Wanted]] = {
    # --- years of a claim
    "one year": ({ENTRY: entry("1-1 2020")}, _years("1-1", MISSING, PENDING, MISSING)),
    "the best entry wins": (
        {ENTRY: entry("1-1 2020", {"状态": "草稿"}), OTHER: entry("1-1 2020")},
        _years("1-1", MISSING, PENDING, MISSING),
    ),
    "a range with a page meets each year": (
        {ENTRY: entry("1-1 2019-2021 1-6")},
        _years("1-1", PENDING, PENDING, PENDING),
    ),
    "a range with a quote meets each year": (
        {ENTRY: entry("{资料: 1-1, 年度: 2019-2020, 摘录: 两年都审}")},
        _years("1-1", PENDING, PENDING, MISSING),
    ),
    "a range without either meets none": (
        {ENTRY: entry("1-1 2019-2021")},
        _years("1-1", MISSING, MISSING, MISSING),
    ),
    "so do years one by one: each needs its passage": (
        {ENTRY: entry("1-1 2019 1;1-1 2020;1-1 2021 3")},
        _years("1-1", PENDING, MISSING, PENDING),
    ),
    "several materials are not several years": (
        {ENTRY: entry("1-1 2020;8-2 2020")},
        _years("1-1", MISSING, PENDING, MISSING) | _years("8-2", MISSING, PENDING, MISSING),
    ),
    "每年 takes one year": (
        {ENTRY: entry("7-1 2019-2020 1-2"), OTHER: entry("7-1 2021")},
        _years("7-1", MISSING, MISSING, PENDING),
    ),
    "每年 takes one year an entry: two claims are no better than a range": (
        {ENTRY: entry("7-1 2019 1;7-1 2020 2")},
        _years("7-1", MISSING, MISSING, MISSING),
    ),
    "上年度 takes one year, and 2021 is not owed": (
        {ENTRY: entry("10-2 2020", _kind("报告"))},
        {"10-2/2019": MISSING, "10-2/2020": PENDING},
    ),
    "汇总 by itself": ({ENTRY: entry("（4）-1 汇总", _kind("目录"))}, {"（4）-1/汇总": PENDING}),
    "汇总 by a range": (
        {ENTRY: entry("（4）-1 2019-2021", _kind("目录"))},
        {"（4）-1/汇总": PENDING},
    ),
    "汇总 by years of several entries": (
        {
            ENTRY: entry("（4）-1 2019;（4）-1 2020", _kind("目录")),
            OTHER: entry("（4）-1 2021", _kind("目录")),
        },
        {"（4）-1/汇总": PENDING},
    ),
    "汇总 with a year missing": (
        {ENTRY: entry("（4）-1 2019;（4）-1 2021", _kind("目录"))},
        {"（4）-1/汇总": MISSING},
    ),
    "汇总 with the year filled by an unsound entry": (
        {
            ENTRY: entry("（4）-1 2019-2020", _kind("目录")),
            OTHER: entry("（4）-1 2021", {"种类": "目录", "附件": None}),
        },
        {"（4）-1/汇总": MISSING},
    ),
    "汇总 with the year filled by a nil report": (
        {ENTRY: entry("（4）-1 2019-2020", _kind("目录")), OTHER: entry("（4）-1 2021", NIL)},
        {"（4）-1/汇总": PENDING},
    ),
    # --- other rhythms
    "现行": ({ENTRY: entry("（4）-3 现行", _kind("制度文件"))}, {"（4）-3/现行": PENDING}),
    "现行 takes no year": (
        {ENTRY: entry("（4）-3 2021", _kind("制度文件"))},
        {"（4）-3/现行": MISSING},
    ),
    "时点": ({ENTRY: entry("★5-1 时点", _kind("统计数据"))}, {"★5-1/时点": PENDING}),
    "每半年": (
        {ENTRY: entry("★5-2 2020上", _kind("信息报道"))},
        {"★5-2/2020上": PENDING, "★5-2/2020下": MISSING, "★5-2/2021上": MISSING},
    ),
    "每半年 takes no whole year": (
        {ENTRY: entry("★5-2 2020", _kind("信息报道"))},
        {"★5-2/2020上": MISSING, "★5-2/2020下": MISSING},
    ),
    "每2年 by one of its years": (
        {ENTRY: entry("★5-3 2020", _kind("报告"))},
        {"★5-3/2019-2020": PENDING, "★5-3/2021": MISSING},
    ),
    "每2年 by its own name": (
        {ENTRY: entry("★5-3 2019-2020", _kind("报告"))},
        {"★5-3/2019-2020": PENDING, "★5-3/2021": MISSING},
    ),
    **{
        f"每2年 takes no {period}: it lies in no one of its spans": (
            {ENTRY: entry(f"★5-3 {period}", _kind("报告"))},
            {"★5-3/2019-2020": MISSING, "★5-3/2021": MISSING},
        )
        for period in ("2019-2021", "2020-2021", "2018-2019")
    },
    "有则报 by one event": (
        {ENTRY: entry("★5-4 2020", _kind("证书"))},
        {"★5-4/有则报": PENDING},
    ),
    "逐件: each piece by its number": (
        {
            ENTRY: entry("（4）-1 汇总", {"种类": "目录", "件数": "3"}),
            OTHER: entry("（4）-2 1;（4）-2 3", _kind("文件")),
        },
        {"（4）-2/1": PENDING, "（4）-2/2": MISSING, "（4）-2/3": PENDING},
    ),
    "逐件: a list of none leaves a nil report": (
        {
            ENTRY: entry("（4）-1 汇总", {"种类": "目录", "件数": "0"}),
            OTHER: entry("（4）-2 1", NIL),
        },
        {"（4）-2/1": PENDING},
    ),
    "逐件: a nil report is no piece of a list that names some": (
        {
            ENTRY: entry("（4）-1 汇总", {"种类": "目录", "件数": "2"}),
            OTHER: entry("（4）-2 1", NIL),
        },
        {"（4）-2/1": MISSING, "（4）-2/2": MISSING},
    ),
    # --- kinds
    "a nil report for 无此情形": ({ENTRY: entry("1-2 2020", NIL)}, {"1-2/2020": PENDING}),
    "a nil report does not stand for a statement": (
        {ENTRY: entry("1-1 2020", NIL)},
        {"1-1/2020": MISSING},
    ),
    "a nil report without where one looked": (
        {ENTRY: entry("1-2 2020", _kind("零报告"))},
        {"1-2/2020": MISSING},
    ),
    "one nil report for 有则报": ({ENTRY: entry("★5-4 有则报", NIL)}, {"★5-4/有则报": PENDING}),
    "a nil report on one year does not speak for the window": (
        {ENTRY: entry("★5-4 2020", NIL)},
        {"★5-4/有则报": MISSING},
    ),
    "nil reports on every year do": (
        {ENTRY: entry("★5-4 2019-2020", NIL), OTHER: entry("★5-4 2021", NIL)},
        {"★5-4/有则报": PENDING},
    ),
    "佐证材料 takes any kind": (
        {
            ENTRY: entry("7-1 2019"),
            OTHER: entry("7-1 2020", _kind("图片视频")),
            ELSEWHERE: entry("7-1 2021", NIL),
        },
        _years("7-1", PENDING, PENDING, PENDING),
    ),
    "another kind does not count": (
        {ENTRY: entry("1-1 2020", _kind("报告")), OTHER: entry("（4）-3 现行")},
        {"1-1/2020": MISSING, "（4）-3/现行": MISSING},
    ),
    "同: a claim on 1-3 counts as 1-1": (
        {ENTRY: entry("1-3 2020")},
        _years("1-1", MISSING, PENDING, MISSING),
    ),
    "同: the same year by both names is one year": (
        {ENTRY: entry("1-3 2020;1-1 2020")},
        _years("1-1", MISSING, PENDING, MISSING),
    ),
    "a 涉密 entry with nothing but its place": (
        {ENTRY: entry("1-1 2019;1-1 2020", SECRET)},
        _years("1-1", PENDING, PENDING, MISSING),
    ),
    # --- web evidence
    "公开 on an entry meets the row's web evidence for its years": (
        {ENTRY: entry("1-1 2020", WEB)},
        _years("1-网络检索", MISSING, PENDING, MISSING),
    ),
    "公开 without a retrieval date does not, nor does its entry": (
        {ENTRY: entry("1-1 2020", UNDATED_WEB)},
        {"1-网络检索/2020": MISSING, "1-1/2020": MISSING},
    ),
    "公开 retrieved after today does not": (
        {ENTRY: entry("1-1 2020", {"公开": WEB["公开"].replace("2021-02-15", "2021-03-03")})},
        {"1-网络检索/2020": MISSING, "1-1/2020": PENDING},
    ),
    "公开 retrieved before a year began shows none of it, and the paper itself counts": (
        {ENTRY: entry("1-1 2019 1;1-1 2020 2", {"公开": WEB["公开"].replace("2021", "2019")})},
        _years("1-网络检索", PENDING, MISSING, MISSING) | _years("1-1", PENDING, PENDING, MISSING),
    ),
    "a search before the year began does not": (
        {ENTRY: entry("1-网络检索 2020", {"种类": "网络检索", **SEARCH_2017})},
        _years("1-网络检索", MISSING, MISSING, MISSING),
    ),
    "a search that found something does not": (
        {ENTRY: entry("1-1 2020", SEARCH_FOUND)},
        {"1-网络检索/2020": MISSING, "1-1/2020": PENDING},
    ),
    **{
        f"公开 at {address} does not, nor does its entry": (
            {ENTRY: entry("1-1 2020", {"公开": WEB["公开"].replace("https://", address)})},
            {"1-网络检索/2020": MISSING, "1-1/2020": MISSING},
        )
        for address in ("", "ftp://", "www.")
    },
    "公开 beside a claim that the kind cannot meet does not": (
        {ENTRY: entry("1-1 2020", {"种类": "报告", **WEB})},
        {"1-网络检索/2020": MISSING, "1-1/2020": MISSING},
    ),
    "公开 beside a claim whose period does not fit does not": (
        {ENTRY: entry("10-2 2019-2020", {"种类": "报告", **WEB})},
        {"10-网络检索/2019": MISSING, "10-网络检索/2020": MISSING},
    ),
    "公开 beside a claim on nothing that is owed does not": (
        {ENTRY: entry("1-9 2020", WEB)},
        {"1-网络检索/2020": MISSING},
    ),
    "公开 on another indicator's entry does not": (
        {ENTRY: entry("8-2 2020", WEB)},
        _years("1-网络检索", MISSING, MISSING, MISSING),
    ),
    "a web entry of its own": (
        {ENTRY: entry("1-网络检索 2019-2020 1-2", {"种类": "网络检索", **WEB})},
        _years("1-网络检索", PENDING, PENDING, MISSING),
    ),
    "a search that found nothing": (
        {ENTRY: entry("1-网络检索 2021", {"种类": "网络检索", **SEARCH})},
        _years("1-网络检索", MISSING, MISSING, PENDING),
    ),
    "an entry without an address is no web evidence": (
        {ENTRY: entry("1-网络检索 2020", _kind("佐证材料"))},
        _years("1-网络检索", MISSING, MISSING, MISSING),
    ),
    "公开 on what is 现行 stands in the last year only": (
        {ENTRY: entry("10-1 现行", {"种类": "制度文件", **WEB})},
        {"10-1/现行": PENDING, "10-网络检索/2019": MISSING, "10-网络检索/2020": MISSING},
    ),
    "a material that is the web debt itself": (
        {ENTRY: entry("8-1 2020", WEB), OTHER: entry("8-1 2021")},
        _years("8-1", MISSING, PENDING, MISSING),
    ),
    "it has to be claimed: 公开 beside another claim is not enough": (
        {ENTRY: entry("8-2 2020", WEB)},
        _years("8-1", MISSING, MISSING, MISSING) | _years("8-2", MISSING, PENDING, MISSING),
    ),
    # --- offices
    "any office's entry": ({ELSEWHERE: entry("1-1 2020")}, {"1-1/2020": PENDING}),
    "分别提供: each office its own": (
        {ENTRY: entry("6-1 2020")},
        {"6-1/2020/乙科": PENDING, "6-1/2020/丙科": MISSING},
    ),
    # --- states of an entry
    "草稿": ({ENTRY: entry("1-1 2020", {"状态": "草稿"})}, {"1-1/2020": MISSING}),
    "撤回": (
        {ENTRY: entry("1-1 2020", {"状态": "撤回", "撤回理由": "重写"})},
        {"1-1/2020": MISSING},
    ),
    "待外单位, 草稿 or not": (
        {
            ENTRY: entry("9-1 汇总", ASKED),
            OTHER: entry("8-2 2020", {**ASKED, "状态": "草稿"}),
        },
        {"9-1/汇总": OUTSIDE, "8-2/2020": OUTSIDE},
    ),
    "撤回 while others were asked": (
        {ENTRY: entry("9-1 汇总", {**ASKED, "状态": "撤回", "撤回理由": "不再需要"})},
        {"9-1/汇总": MISSING},
    ),
    "取得: no seal or title of one's own is asked of the court": (
        {
            ENTRY: entry(
                "9-1 汇总",
                {
                    "外单位": "{出具: 示例市中级人民法院, 发函: 2021-01-10, 取得: 2021-02-20}",
                    "标题": "关于履行生效裁判的说明",
                    "盖章": None,
                    "落款日期": None,
                },
            )
        },
        {"9-1/汇总": PENDING},
    ),
}


@pytest.mark.parametrize("case", SATISFIED)
def test_satisfied(case: str, tmp_path: Path) -> None:
    files, wanted = SATISFIED[case]
    assessment = given(tmp_path, files)
    assert dict(zip(wanted, states(assessment, *wanted), strict=True)) == wanted


def test_a_list_says_which_years_it_lacks(tmp_path: Path) -> None:
    files = {
        ENTRY: entry("（4）-1 2020", {"种类": "目录"}),
        OTHER: entry("（4）-1 2021", {"种类": "目录", "附件": None}),
    }
    assert find(given(tmp_path, files), "（4）-1/汇总").gap == "年度不齐（缺2019、2021）"


@pytest.mark.parametrize("name", ["实地核验", "实地核查", "材料查证", "某法"])
def test_what_is_owed_by_method_goes_by_every_name_of_it(name: str, tmp_path: Path) -> None:
    rows = "{编号: （16）, 来源: 省, 内容: 某项, 测评方法: [材料查证, 实地核查], 责任科室: [乙科]}"
    files = {"indicators/01.yaml": plan(rows), ENTRY: entry(f"（16）-{name} 汇总", _kind("报告"))}
    met = {met.due.label: str(met.state) for met in given(tmp_path, files).met}
    assert met == {
        "（16）-材料查证/汇总": PENDING if name == "材料查证" else MISSING,
        "（16）-实地核验/汇总": PENDING if name.startswith("实地") else MISSING,
    }
