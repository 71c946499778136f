"""自评报告、自查报告、年度报告、年度工作计划: golden text, equal numbers, words to the letter."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import mini
from conftest import ROOT, Run
from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError
from fzjs.reports import annual, self_assessment, self_inspection, summary, words, work_plan
from fzjs.reports.annual_items import place
from mini import entry, given, plan
from test_reports import compare, report
from test_reports import words as printed
from tools import page_texts, schema_faults, to_pdf

DOCUMENTS = {
    "self-assessment": ("report", "self-assessment"),
    "self-inspection": ("report", "self-inspection"),
    "self-inspection-office": ("report", "self-inspection", "--office", "基层科"),
    "annual": ("report", "annual", "--year", "2020"),
    "annual-running": ("report", "annual", "--year", "2021"),
    "work-plan": ("report", "work-plan", "--year", "2021"),
}
TIERS = {"国家": "国家", "加省": "国家和省", "加市": "国家、省和市"}
FEWEST = 60
"""Characters of a page below which it holds but a signature, or less."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(fzjs: Run, shipped: Path, tmp_path: Path, name: str) -> None:
    content = report(fzjs, shipped, tmp_path / "out", DOCUMENTS[name])
    compare(name, printed(content))
    assert content == report(fzjs, shipped, tmp_path / "again", DOCUMENTS[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_open(fzjs: Run, shipped: Path, tmp_path: Path, name: str) -> None:
    content = report(fzjs, shipped, tmp_path / "out", DOCUMENTS[name])
    assert schema_faults(content, tmp_path) == []
    pages = page_texts(to_pdf(content, tmp_path))
    assert "示例" in pages[0]
    assert "（待填）" in pages[0]  # the first page says that there are gaps
    short = [page for page in pages if len(re.sub(r"\s|（数字截至.*", "", page)) < FEWEST]
    assert short == [page for page in pages[-1:] if "（待填）" in page and page in short]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_internal_documents_print_their_version(name: str) -> None:
    text = (ROOT / "tests/golden" / f"{name}.txt").read_text("utf-8")
    internal = name.startswith(("self-inspection", "work-plan"))
    assert text.splitlines()[-1].startswith("[小注] （数字截至2021年3月2日；") is internal
    assert not re.search("[年月]0[0-9]|加省|加市", text)


def test_figures_are_those_of_status_and_score(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    counts = json.loads(fzjs("status", "--json", at=shipped).stdout)["合计"]
    score = json.loads(fzjs("score", "--json", at=shipped).stdout)
    made = {
        name: printed(report(fzjs, shipped, tmp_path / name, DOCUMENTS[name]))
        for name in ("self-assessment", "self-inspection", "work-plan")
    }
    assessment, inspection = made["self-assessment"], made["self-inspection"]
    assert f"应报材料{counts['应报']}件，已通过审核{counts['已通过']}件" in assessment
    for name in ("应报", "已通过", "待审", "退回", "未报", "逾期"):
        assert re.search(rf"{name}\D*{counts[name]}件", inspection)
    for row in score["达标"]:
        tier = TIERS[row["层级"]]
        said = f"{tier}指标{row['总数']}项，达标{row['达标']}项，占{row['比率']}"
        assert said in assessment
        assert said in inspection
    for line in score["达标线"]:
        told = next(each for each in assessment.splitlines() if line["出处"] in each)
        assert f"指标{line['总数']}项，要求{line['比例']}以上，即{line['要达到']}项" in told
        assert f"达标{line['达标']}项，占{line['现在']}，未达到，还差{line['还差']}项" in told
    for level in score["一级指标"]:
        widest = level["层级"][-1]
        cells = ("总数", "齐备", "齐备率", "达标", "达标率")
        row = f"{level['名称']} | " + " | ".join(str(widest[cell]) for cell in cells)
        assert re.sub("^.*?[、）]", "", row) in assessment
    for extra in score["附加项"]:
        assert re.search(rf"{extra['编号']}（.*）：{extra['结果']}。", assessment)
    assert f"2021年应报材料{counts['应报']}件：" in made["work-plan"]
    tasks = re.findall(r"应报([0-9]+)件[。，].*（", made["work-plan"])
    assert sum(map(int, tasks)) == counts["应报"]


@pytest.mark.parametrize("name", ["summary", "self-assessment", "self-inspection", "annual"])
def test_what_is_quoted_stands_in_its_entry(
    fzjs: Run, shipped: Path, tmp_path: Path, name: str
) -> None:
    documents = {"summary": ("report", "summary"), **DOCUMENTS}
    text = printed(report(fzjs, shipped, tmp_path, documents[name]))
    source = r"（(?:[^（）]*?，)?([^，（）]+/[^，]*?)）。$"
    quotes = re.findall(rf"[.）]“([^”]+)”{source}", text, re.MULTILINE)
    numbers = re.findall(rf"[.）]([^\d“]+)[\d.]+%（(\d+)/(\d+)）{source}", text, re.MULTILINE)
    assert numbers
    assert quotes or name == "annual"
    for quote, where in quotes:
        assert quote in (shipped / "evidence" / f"{where}.yaml").read_text("utf-8")
    for item, upper, lower, where in numbers:
        stated = (shipped / "evidence" / f"{where}.yaml").read_text("utf-8")
        assert re.search(rf"{re.escape(item)}, .*分子: {upper}, 分母: {lower}", stated)


@pytest.mark.parametrize(
    "example",
    ["pingdingshan-education", "wuzhong-eight-actions", "hegang-application", "county-application"],
)
def test_every_campaign_has_them(fzjs: Run, tmp_path: Path, example: str) -> None:
    at = ROOT / "examples" / example
    window = re.search(r"^窗口: (\d{4})", (at / "fzjs.yaml").read_text("utf-8"), re.MULTILINE)
    assert window
    for name in ("self-assessment", "self-inspection", "annual", "work-plan"):
        year = ("--year", window[1]) if name in {"annual", "work-plan"} else ()
        done = fzjs("report", name, *year, "-o", str(tmp_path), at=at)
        assert done.returncode == 0, done.stderr
    texts = [printed(path.read_bytes()) for path in tmp_path.iterdir()]
    assert len(texts) == 4
    assert all("（待填）" in text for text in texts)
    assert not any(re.search(r"None|\[\]|（）|：。|、。|100\.0%", text) for text in texts)


# --- the words of entries

QUOTED = "{资料: 1-1, 年度: 2020, 页: 1, 摘录: 逐件审核}"
BODY = {"正文": "|\n  2020年全部审核。没有例外。\n  2019年也审核。", "附件": None}


def passed(root: Path, files: dict[str, str], today: str = mini.TODAY) -> Assessment:
    """Give files with every entry passed in review."""
    given(root, files, today)
    for name in files:
        if name.startswith("evidence/") and "督导" not in name and "整改" not in name:
            mini.review(root, name)
    return mini.assessed(root, today)


def texts(assessment: Assessment, *, public: bool = False) -> list[str]:
    return [each.text for each in words.spoken(assessment, public=public).words]


def test_only_what_passed_speaks(tmp_path: Path) -> None:
    files = {mini.ENTRY: entry(QUOTED)}
    assert texts(given(tmp_path / "a", files)) == []
    assert texts(passed(tmp_path / "b", files)) == ["逐件审核"]
    mini.put(tmp_path / "b", mini.ENTRY, entry(QUOTED.replace("逐件", "全部")))
    assert texts(mini.assessed(tmp_path / "b")) == []  # changed since
    mini.put(tmp_path / "b", mini.ENTRY, files[mini.ENTRY])
    mini.review(tmp_path / "b", verdict="退回")
    assert texts(mini.assessed(tmp_path / "b")) == []


def test_a_claim_without_review_is_not_quoted_beside_one_that_passed(tmp_path: Path) -> None:
    passed(tmp_path, {mini.ENTRY: entry(QUOTED)})
    more = entry(f"{QUOTED}; {{资料: 1-1, 年度: 2021, 页: 2, 摘录: 没有审过}}")
    mini.put(tmp_path, mini.ENTRY, more)
    assert texts(mini.assessed(tmp_path)) == ["逐件审核"]


def test_internal_words_are_marked_and_never_public(tmp_path: Path) -> None:
    assessment = passed(tmp_path, {mini.ENTRY: entry(QUOTED, {"公开属性": "内部"})})
    (said,) = words.spoken(assessment).words
    assert "内部材料，对外不引用" in words.plain(said)["出处"]
    assert texts(assessment, public=True) == []
    data = annual.build(assessment, "2020")
    assert "逐件审核" not in json.dumps(data, ensure_ascii=False)


def test_secret_entries_and_numbers_of_persons_are_not_quoted(tmp_path: Path) -> None:
    secret = (
        "种类: 情况说明\n涉密: {登记号: 密登1号, 密级: 秘密, 保管: 保密室}\n"
        f"对应: [{QUOTED.replace('逐件审核', '不可说')}]\n状态: 已提交\n"
    )
    files = {
        mini.ENTRY: entry(QUOTED.replace("逐件审核", "打13912345678问")),
        mini.OTHER: secret,
    }
    assessment = passed(tmp_path, files)
    assert texts(assessment) == []
    assert "有1句原话里有电话或证件号码，没有引用。" in summary.build(assessment)["不完整"]
    assert "不可说" not in json.dumps(annual.build(assessment, "2020"), ensure_ascii=False)


def test_a_body_gives_its_first_sentence(tmp_path: Path) -> None:
    assessment = passed(tmp_path, {mini.ENTRY: entry("1-1 2020", BODY)})
    (part, *_) = summary.build(assessment)["分项"]
    assert [(each["原话"], each["出处"]) for each in part["做法"]] == [
        ("2020年全部审核。", "2020年度，乙科/条目")
    ]


def test_the_newest_sentences_come_first_and_few(tmp_path: Path) -> None:
    claims = "; ".join(
        f"{{资料: {material}, 年度: {year}, 页: 1, 摘录: {material}的{year}}}"
        for material, year in (("1-1", 2019), ("1-1", 2021), ("8-2", 2019), ("8-2", 2020))
    )
    (level, other) = summary.build(passed(tmp_path, {mini.ENTRY: entry(claims)}))["分项"]
    assert [each["原话"] for each in level["做法"]] == ["1-1的2021"]
    assert [each["原话"] for each in other["做法"]] == ["8-2的2020"]


def test_a_list_has_each_text_once_and_every_indicator_first(tmp_path: Path) -> None:
    claims = "; ".join(
        f"{{资料: {material}, 年度: {year}, 页: 1, 摘录: {text}}}"
        for material, year, text in (
            ("1-1", 2019, "甲"), ("1-1", 2020, "甲"), ("1-3", 2021, "乙"), ("8-2", 2020, "丙"),
        )
    )  # fmt: skip
    found = words.spoken(passed(tmp_path, {mini.ENTRY: entry(claims)})).words
    assert [each.text for each in found] == ["甲", "甲", "乙", "丙"]
    taken, more = words.spread(found, 2)
    assert ([each.text for each in taken], more) == (["甲", "丙"], 1)


def test_a_half_year_is_spelled(tmp_path: Path) -> None:
    claim = "{资料: ★5-2, 年度: 2020上, 页: 1, 摘录: 听取汇报}"
    (said,) = words.spoken(passed(tmp_path, {mini.ENTRY: entry(claim, {"种类": "信息报道"})})).words
    assert words.plain(said)["出处"] == "2020年上半年，乙科/条目"


TARGETED = plan(
    "{编号: 1, 来源: 国家, 内容: 审核率, 测评方法: [材料查证], 责任科室: [乙科], "
    '量化要求: [{项目: 审核率, 要求: "≥90%"}], 上报资料: [{代号: 1, 内容: 说明, '
    "种类: 情况说明, 年度: 逐年可合并}]}"
)


def counted(*rows: tuple[int, int, int]) -> str:
    figures = ", ".join(
        f"{{项目: 审核率, 年度: {year}, 分子: {upper}, 分母: {lower}}}"
        for year, upper, lower in rows
    )
    claims = "; ".join(f"1-1 {year} {place}" for place, (year, *_) in enumerate(rows, 1))
    return entry(claims, {"数据": f"[{figures}]"})


def test_a_number_that_fails_is_a_problem_and_no_success(tmp_path: Path) -> None:
    files = {"indicators/01.yaml": TARGETED, mini.ENTRY: counted((2019, 19, 20), (2020, 5, 10))}
    assessment = passed(tmp_path, files)
    assert summary.build(assessment)["分项"][0]["做法"] == []
    failed = annual.build(assessment, "2020")
    assert failed["问题"] == ["审核率50.0%（5/10），没有达到要求（审核率要求≥90%）（乙科/条目）。"]
    assert all(not item["成效"] for item in failed["事项"])
    kept = annual.build(assessment, "2019")
    assert kept["问题"] == []
    (told,) = [each for item in kept["事项"] for each in item["成效"]]
    assert told["原话"] == "审核率95.0%（19/20）"
    (why,) = self_assessment.build(assessment)["不达标"]
    assert why["原因"] == ["审核率要求≥90%，2020年没有达到"]


def test_numbers_that_differ_are_marked(tmp_path: Path) -> None:
    files = {
        "indicators/01.yaml": TARGETED,
        mini.ENTRY: counted((2020, 19, 20)),
        mini.OTHER: counted((2020, 20, 20)),
    }
    found = words.spoken(passed(tmp_path, files)).words
    assert {each.doubt for each in found} == {"各条目数字不一，待核"}


# --- 年度报告


def test_a_year_is_told_by_its_own_words(tmp_path: Path) -> None:
    files = {
        mini.ENTRY: entry(
            "{资料: 1-1, 年度: 2019-2020, 页: 1, 摘录: 两年审核54件}; "
            "{资料: 1-3, 年度: 2020, 页: 1, 摘录: 逐件审核}",
        ),
        mini.OTHER: entry("1-1 2019 1; 1-1 2020 2", BODY),
    }
    data = annual.build(passed(tmp_path, files), "2020")
    told = [each["原话"] for item in data["事项"] for each in item["措施"]]
    assert sorted(told) == ["2020年全部审核。没有例外。", "逐件审核"]
    assert "另有2句原话说的是包括2020年在内的几个年度，没有引用" in data["存疑"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2018", "2018年不在里面：创建的年度（窗口）是2019-2021年。可以写 --year 2019。"),
        ("2022", "2022年还没有开始，今天是2021-03-02，没有可报告的。可以写 --year 2021。"),
        ("20", "“20”不是年份。写成 --year 2020。"),
        ("今年", "“今年”不是年份。写成 --year 2020。"),
    ],
)
def test_years_that_make_no_report(tmp_path: Path, typed: str, said: str) -> None:
    with pytest.raises(FzjsError, match=re.escape(said)):
        annual.build(given(tmp_path), typed)


@pytest.mark.parametrize("typed", ["2020", "２０２０", "2020年", " 2020年度 "])
def test_a_year_by_its_names(tmp_path: Path, typed: str) -> None:
    assert annual.build(given(tmp_path), typed)["年度"] == 2020


def test_a_running_year_says_until_when(tmp_path: Path) -> None:
    assert annual.build(given(tmp_path), "2021")["不完整"] == (
        "2021年还没有结束，本件截至2021年3月2日。"
    )


HEADED = (
    "- {{一级指标: {}, 三级指标: [{{编号: 1, 来源: 国家, 内容: 某事, "
    "测评方法: [材料查证], 责任科室: [乙科]}}]}}\n"
)


@pytest.mark.parametrize(
    ("heading", "item", "doubt"),
    [
        ("一、重大行政决策科学民主合法", 1, ""),
        ("(二)实施政府立法质量提升行动", 2, ""),
        ("三、政府职能依法全面履行", 3, ""),
        ("社会矛盾纠纷依法有效化解", 4, ""),
        ("四、行政执法严格规范公正文明", 5, ""),
        ("（二）政务公开水平不断提升", 6, ""),
        ("七、政府工作人员法治思维和依法行政能力全面提高", 7, ""),
        ("八、法治政府建设组织领导落实到位", 8, ""),
        ("行政执法监督", 5, "“行政执法监督”可归第5项、第6项，暂归第5项"),
        ("二、具体任务", 8, "指标1对不上八项，暂归第8项"),
    ],
)
def test_headings_go_to_the_eight_items(
    tmp_path: Path, heading: str, item: int, doubt: str
) -> None:
    placed = place(given(tmp_path, {"indicators/01.yaml": HEADED.format(heading)}))
    assert placed.items == {"1": item}
    assert placed.doubts == ((doubt,) if doubt else ())


def test_what_the_settings_say_comes_first(tmp_path: Path) -> None:
    settings = "年度报告: [{项: 6, 对应: [一、制度]}, {项: 3, 对应: [（4）, 无此标题]}]\n"
    placed = place(given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + settings}))
    assert [placed.items[key] for key in ("1", "(4)", "★5")] == [6, 3, 6]
    assert placed.doubts[0] == "年度报告的对应“无此标题”不是标题，也不是编号，没有用上"
    mini.put(tmp_path, "fzjs.yaml", mini.CAMPAIGN + settings.replace("项: 6", "项: 9"))
    assert "9" in mini.said(tmp_path, "check", code=1)


def test_the_first_person_has_a_chapter(tmp_path: Path) -> None:
    row = plan(
        "{编号: 1, 来源: 国家, 内容: 履行第一责任人职责, 测评方法: [材料查证], 责任科室: [乙科], "
        "上报资料: [{代号: 1, 内容: 说明, 种类: 情况说明, 年度: 逐年可合并}]}"
    )
    data = annual.build(
        passed(tmp_path, {"indicators/01.yaml": row, mini.ENTRY: entry(QUOTED)}), "2020"
    )
    assert [each["原话"] for each in data["履职"]] == ["逐件审核"]
    assert not any(item["措施"] for item in data["事项"])


def inspected(subject: str, text: str = "缺页") -> str:
    return (
        "类型: 双月检查\n日期: 2021-02-10\n"
        f"问题: [{{编号: 1, {subject}, 问题: {text}, 责任科室: 乙科, 时限: 2021-03-20}}]\n"
    )


@pytest.mark.parametrize("subject", ["条目: 乙科/条目", "资料: 1-1", '指标: "1"'])
def test_a_problem_of_what_is_not_public_stays_inside(tmp_path: Path, subject: str) -> None:
    files = {mini.ENTRY: entry(QUOTED), mini.INSPECTION: inspected(subject)}
    shown = annual.build(passed(tmp_path / "a", files), "2021")
    assert shown["问题"] == ["缺页（2021年2月10日检查发现，正在整改）。"]
    assert shown["下一步"] == ["2021年3月20日前整改：缺页。"]
    files[mini.ENTRY] = entry(QUOTED, {"公开属性": "内部"})
    hidden = annual.build(passed(tmp_path / "b", files), "2021")
    assert (hidden["问题"], hidden["下一步"]) == ([], [])
    assert "有1个问题涉及不公开的材料，没有列入" in hidden["存疑"]
    assert annual.build(mini.assessed(tmp_path / "a"), "2020")["问题"] == []


def test_a_problem_of_an_entry_that_cannot_be_read_is_not_shown(tmp_path: Path) -> None:
    files = {mini.INSPECTION: inspected("条目: 乙科/读不了")}
    assert annual.build(given(tmp_path, files), "2021")["问题"] == []


def test_the_report_says_when_the_plan_wants_it(tmp_path: Path) -> None:
    duty = "周期任务: [{名称: 法治政府建设工作情况, 周期: 每年, 月: 2, 日: 20, 出处: 指标7}]\n"
    data = annual.build(given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + duty}), "2020")
    assert data["期限"] == ["法治政府建设工作情况：每年2月20日前（指标7）"]


# --- 自查报告


def rows(data: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(r["短板"], r["科室"], r["措施"], r["时限"]) for r in data["整改"]]


def test_each_shortfall_has_an_office_a_measure_and_a_day(tmp_path: Path) -> None:
    files = {
        mini.ENTRY: entry("1-1 2021 1"),
        "evidence/丙科/条目.yaml": entry("★5-3 2019-2020", {"种类": "报告"}),
        mini.OTHER: (
            "事由: 法院说明\n种类: 情况说明\n对应: [{资料: 9-1, 年度: 汇总}]\n"
            "外单位: {出具: 人民法院, 发函: 2021-02-01}\n状态: 草稿\n"
        ),
        mini.INSPECTION: inspected("指标: ★5", "人数不符"),
        mini.ANSWER: "问题: 2021-02-双月检查/1\n措施: 逐人核对\n",
    }
    given(tmp_path, files)
    mini.review(tmp_path, verdict="退回")
    data = self_inspection.build(mini.assessed(tmp_path))
    found = rows(data)
    assert ("退回没有补正1件", "乙科", "（待填）", "2021年5月31日前") in found
    assert ("外单位没有出具1件", "乙科", "（待填）", "2021年5月31日前") in found
    assert (
        "检查发现“人数不符”（2021-02-双月检查/1，整改中）",
        "乙科",
        "逐人核对",
        "2021年3月20日前",
    ) in found
    late = next(row for row in found if row[0].startswith("逾期未报"))
    assert late[2:] == ("（待填）", "（待填）")
    told = [line for level in data["短板"] for line in level["条"]]
    assert any("人民法院2021年2月1日发函，没有答复。" in line for line in told)
    said = [re.search(r"逾期未报(\d+)件|其中逾期(\d+)件", row[0]) for row in found]
    assert sum(int(each[1] or each[2]) for each in said if each) == data["总体"]["逾期"]


def test_a_day_that_has_passed_is_no_day_by_which_to_mend(tmp_path: Path) -> None:
    late = inspected("指标: ★5", "人数不符").replace("2021-03-20", "2021-03-01")
    (row,) = [
        row
        for row in rows(self_inspection.build(given(tmp_path, {mini.INSPECTION: late})))
        if "人数不符" in row[0]
    ]
    assert row[-1] == "（待填）"


def test_without_data_there_is_no_good_word(fzjs: Run, tmp_path: Path) -> None:
    settings = f"{mini.CAMPAIGN}示例: 是\n基准日: {mini.TODAY}\n"
    root = mini.lay(tmp_path / "局", {"fzjs.yaml": settings, "indicators/01.yaml": "[]\n"})
    for name in ("self-assessment", "self-inspection"):
        text = printed(report(fzjs, root, tmp_path / name, ("report", name)))
        assert "尚无可评的数据" in text
        assert not re.search("没有不达标的指标|没有逾期", text)


def test_an_office_reports_its_own(tmp_path: Path) -> None:
    files = {mini.INSPECTION: inspected("指标: ★5", "人数不符")}
    mine = self_inspection.build(given(tmp_path, files), "丙科")
    assert mine["单位"] == "丙科"
    assert mine["总体"]["应报"] == len(
        [met for met in mini.assessed(tmp_path).met if "丙科" in met.due.owners]
    )
    assert not any("人数不符" in row["短板"] for row in mine["整改"])
    with pytest.raises(FzjsError, match="没有“丁科”这个科室"):
        self_inspection.build(mini.assessed(tmp_path), "丁科")


def test_the_plans_own_days_of_the_inspection(tmp_path: Path) -> None:
    settings = (
        "阶段: [{名称: 动员, 止: 2021-04-20}, {名称: 全面自查, 起: 2021-04-21, 止: 2021-05-31}]\n"
        "期限: [{名称: 自查报告, 日期: 2021-05-31, 出处: 第三部分}]\n"
    )
    data = self_inspection.build(given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + settings}))
    assert data["阶段"] == ["全面自查（2021年4月21日至2021年5月31日）。"]
    assert data["期限"] == ["自查报告：2021年5月31日前（第三部分）"]


# --- 年度工作计划


def test_a_plan_holds_what_is_due_or_of_the_year(tmp_path: Path) -> None:
    assessment = given(tmp_path)
    every = [met for met in assessment.met if not met.due.excused]
    assert work_plan.build(assessment, "2021")["总体"]["应报"] == len(every)  # all is due in 2021
    of_2020 = [met for met in every if re.match("2020[上下]?$", met.due.span.label)]
    past = work_plan.build(assessment, "2020")
    assert past["总体"]["应报"] == len(of_2020)
    assert past["不完整"].startswith("2020年已经过去，本件是补写的。")
    assert past["步骤"]["时限"] == []


def test_a_plan_names_offices_by_their_roles(tmp_path: Path) -> None:
    data = work_plan.build(given(tmp_path), "2021")
    tasks = [task for level in data["任务"] for task in level["项"]]
    assert [(task["标题"], task["指标"]) for task in tasks] == [
        ("1.文件", "第1、2、3、（4）、★5项"),
        ("1.其他", "第6、7、8、9、10项"),
    ]
    assert tasks[0]["责任"] == "责任科室：乙科、甲科、丙科"
    assert tasks[1]["责任"] == "牵头：乙科；责任科室：丙科"


def test_the_years_of_a_plan(tmp_path: Path) -> None:
    stages = "阶段: [{名称: 迎检, 止: 2022-10-31}, {名称: 另定, 原话: 另行通知}]\n"
    assessment = given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + stages})
    later = work_plan.build(assessment, "2022")
    assert later["步骤"]["阶段"] == ["（一）迎检（2022年10月31日前）。", "（二）另定。另行通知。"]
    assert later["目标"] == []
    with pytest.raises(
        FzjsError, match="2023年不在里面：创建的安排在2019-2022年。可以写 --year 2022。"
    ):
        work_plan.build(assessment, "2023")


def test_what_others_ask_for_is_no_goal_of_the_plan(tmp_path: Path) -> None:
    lines = """达标线:
- {名称: 自己的, 层级: 国家, 比例: 90%, 出处: 第2项指标“完成90%以上”}
- {名称: 外省的, 层级: 国家, 比例: 80%, 出处: 某法办发〔2019〕9号（某市）“80%以上”}
- {名称: 以后的, 层级: 国家, 比例: 60%, 出处: 某市2023年8月15日分工方案“60%以上”}
"""
    data = work_plan.build(given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + lines}), "2021")
    assert [text[:3] for text in data["目标"][1:]] == ["自己的"]
    assert [text[:3] for text in data["对照"]] == ["外省的"]


def test_safeguards_are_the_plans_own_words(tmp_path: Path) -> None:
    settings = "监督: [{名称: 通报, 内容: 每季度通报一次。}]\n"
    data = work_plan.build(given(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + settings}), "2021")
    assert data["保障"] == ["（一）通报。每季度通报一次。"]
    assert work_plan.build(given(tmp_path / "b"), "2021")["保障"] == []
