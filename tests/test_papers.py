"""催办单, 商请函, 问题清单, 销号单 and 材料目录: their words, their figures, what they refuse."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import mini
from conftest import ROOT, Run
from mini import said
from test_reports import compare, report, words
from tools import page_texts, schema_faults, to_pdf

PAPERS = {
    "reminder": ("report", "reminder", "政治部", "--due", "2021-03-09"),
    "reminder-again": ("report", "reminder", "法制仲裁科", "--times", "2"),
    "request": ("report", "request", "示例市中级人民法院"),
    "problems": ("report", "problems"),
    "closing": ("report", "closing", "2021-02-双月检查/1"),
    "closing-early": ("report", "closing", "2"),
    "catalogue-web": ("report", "catalogue", "--kind", "web", "--office", "法制仲裁科"),
    "catalogue-cases": ("report", "catalogue", "--kind", "cases"),
    "catalogue-onsite": ("report", "catalogue", "--kind", "onsite", "--office", "基层科"),
}
INTERNAL = sorted(PAPERS.keys() - {"request"})
COURT = "外单位: {出具: 示例市中级人民法院, 发函: 2021-02-20}"
CAMPAIGN = mini.CAMPAIGN + f"基准日: {mini.TODAY}\n示例: 是\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "局", {"fzjs.yaml": CAMPAIGN})


def made(root: Path, *arguments: str) -> str:
    """Give the words of the one document that a command writes."""
    out = root.parent / "out"
    said(root, "report", *arguments, "-o", str(out), "--force")
    (path,) = out.glob("*.docx")
    text = words(path.read_bytes())
    path.unlink()
    return text


def waits(root: Path, name: str, claims: str, outside: str = COURT) -> None:
    """Write an entry that waits for another body."""
    text = f"事由: 某事\n种类: 情况说明\n对应: {claims}\n{outside}\n状态: 已提交\n示例: 是\n"
    mini.put(root, f"evidence/乙科/{name}.yaml", text)


@pytest.mark.parametrize("name", PAPERS)
def test_papers(fzjs: Run, shipped: Path, tmp_path: Path, name: str) -> None:
    content = report(fzjs, shipped, tmp_path / "out", PAPERS[name])
    compare(f"paper-{name}", words(content))
    assert content == report(fzjs, shipped, tmp_path / "again", PAPERS[name])


@pytest.mark.parametrize("name", PAPERS)
def test_papers_in_libreoffice(fzjs: Run, shipped: Path, tmp_path: Path, name: str) -> None:
    content = report(fzjs, shipped, tmp_path / "out", PAPERS[name])
    assert schema_faults(content, tmp_path) == []
    pages = page_texts(to_pdf(content, tmp_path))
    assert "示例" in pages[0]
    # No page holds the page's number alone, and a slip to sign stays whole.
    assert all(len(re.sub(r"[\s—\d]", "", page)) > 20 for page in pages)
    if name.startswith("closing"):
        assert len(pages) == 1
    if name.startswith("reminder"):
        assert "裁开" in pages[-1]
        assert "负责人（签字）" in pages[-1]


@pytest.mark.parametrize("name", PAPERS)
def test_what_stays_inside_names_its_source(
    fzjs: Run, shipped: Path, tmp_path: Path, name: str
) -> None:
    text = words(report(fzjs, shipped, tmp_path, PAPERS[name]))
    assert ("数字截至2021年3月2日；全单位材料齐备率" in text) == (name in INTERNAL)


def test_a_reminder_has_the_figures_of_status(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    for office in ("法制仲裁科", "政治部"):
        counts = json.loads(fzjs("status", "--office", office, "--json", at=shipped).stdout)["合计"]
        out = tmp_path / office
        text = words(report(fzjs, shipped, out, ("report", "reminder", office)))
        named = f"应报材料{counts['应报']}件，其中逾期{counts['逾期']}件、退回{counts['退回']}件"
        assert named in text
        both = re.search(r"两样都是的(\d+)件", text)
        total = counts["逾期"] + counts["退回"] - (int(both[1]) if both else 0)
        assert f"共{total}件" in text
        assert "请于（待填）前报送" in text


def test_a_reminder_lists_what_remind_records(root: Path) -> None:
    text = made(root, "reminder", "乙科")
    said(root, "remind", "乙科")
    (row,) = json.loads(said(root, "remind", "--json"))["催办"]
    assert f"共{len(row['对象'])}件" in text
    for label in row["对象"]:
        assert f"| {label.partition('/')[0]} |" in text


def test_reminders_are_numbered_by_what_is_recorded(root: Path) -> None:
    assert "（第1次）" in made(root, "reminder", "乙科")
    assert "（第1次）" in made(root, "reminder", "乙科")
    said(root, "remind", "乙科", "--date", "2021-02-05")
    assert "（第2次）" in made(root, "reminder", "乙科")
    again = made(root, "reminder", "乙科", "--times", "1")
    assert "（第1次）" in again
    assert "2021年2月5日第1次催报的" in again
    # What was recorded today is printed as it was recorded, and not counted once more.
    said(root, "remind", "乙科", "--subject", "1-1/2019")
    today = made(root, "reminder", "乙科")
    assert "（第2次）" in today
    assert "催报的材料1件" in today
    assert re.findall(r"^\d+ \| (\S+) \|", today, re.MULTILINE) == ["1-1"]


def test_a_reminder_records_nothing_and_says_how(root: Path) -> None:
    out = str(root.parent / "out")
    printed = said(root, "report", "reminder", "乙科", "-o", out)
    assert printed.splitlines()[-1] == "发出后记一次：fzjs remind 乙科"
    assert not (root / "evidence").exists()
    said(root, "remind", "乙科")
    assert "发出后" not in said(root, "report", "reminder", "乙科", "-o", out, "--force")


def test_all_reminders_and_who_needs_none(root: Path) -> None:
    out = root.parent / "out"
    printed = said(root, "report", "reminder", "--all", "-o", str(out))
    assert printed.startswith("已写好2份")
    assert "发出后各记一次：fzjs remind 科室" in printed
    assert sorted(path.stem for path in out.glob("*.docx")) == [
        "催办单（丙科第1次）",
        "催办单（乙科第1次）",
    ]
    left = (out / "没写的催办单.txt").read_text("utf-8")
    assert re.search(r"^没有逾期或退回的，用不着催\n  甲科（没到期\d+件）$", left, re.MULTILINE)


def test_a_reminder_of_what_is_all_handed_in_is_not_printed_again(root: Path) -> None:
    said(root, "remind", "乙科", "--subject", "1-1/2019", "--date", "2021-02-05")
    mini.put(root, mini.ENTRY, mini.entry("1-1 2019 1"))
    printed = said(root, "report", "reminder", "乙科", "--times", "1", code=2)
    assert "第1次催的都已经报了" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("乙料",), "是不是“乙科”？"),
        (("甲办",), "甲科没有逾期或退回的，用不着催；没到期的还有"),
        (("乙科", "--times", "3"), "不写 --times 就是第1次"),
        (("乙科", "--due", "明天"), "--due：没有“明天”这样的日期"),
        (("乙科", "--due", "2021.3.2"), "来不及报送"),
        (("乙科", "--all"), "--all 是各科室全部出"),
        ((), "没有写催哪个科室"),
    ],
)
def test_reminders_that_are_refused(root: Path, arguments: tuple[str, ...], message: str) -> None:
    out = root.parent / "out"
    assert message in said(root, "report", "reminder", *arguments, "-o", str(out), code=2)
    assert not out.exists()


def test_one_letter_gathers_all_that_a_body_is_asked_for(root: Path) -> None:
    waits(root, "甲", "[{资料: 9-1, 年度: 汇总}]")
    waits(root, "乙", "[{资料: 8-2, 年度: 2019}]", COURT.replace("}", ", 催函: [2021-03-01]}"))
    for typed in ("示例市中级人民法院", "法院", "乙科/甲", "evidence/乙科/乙.yaml"):
        text = made(root, "request", typed)
        assert "[主送] 示例市中级人民法院：" in text
        assert "“法院说明”（第9项指标，2019—2021年度，汇总一份）" in text
        assert "“情况说明”（第8项指标，2019年度）" in text
        assert "其中1份，我单位已于2021年2月20日函商，2021年3月1日催请，至今未收到答复。" in text
    assert "再次商请" in text


def test_a_first_letter_says_nothing_of_an_earlier_one(root: Path) -> None:
    waits(root, "甲", "[{资料: 9-1, 年度: 汇总}]", "外单位: {出具: 示例市中级人民法院}")
    text = made(root, "request", "法院")
    assert "再次" not in text
    assert "函商" not in text
    printed = said(root, "report", "request", "法院", "-o", str(root.parent / "out"))
    assert "发出后记一次：fzjs outside 乙科/甲 --asked 日期" in printed


def test_all_letters_and_what_nobody_has_entered(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    needs = json.loads(fzjs("status", "--json", at=shipped).stdout)["需我办"]
    bodies = next(each["对象"] for each in needs if each["事项"] == "待外单位")
    done = fzjs("report", "request", "--all", "-o", str(tmp_path), at=shipped)
    letters = list(tmp_path.glob("*.docx"))
    assert done.stdout.startswith(f"已写好{len(letters)}份")
    for path in letters:
        body = path.stem.partition("（")[2].rstrip("）")
        assert any(each.startswith(body) for each in bodies)
    assert "方案写明由外单位出具，还没有登记条目" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("税务局",), "没有等“税务局”出具的条目"),
        (("乙科/丁",), "没有“乙科/丁”这个条目"),
        (("乙科/条目",), "不在等外单位出具"),
        (("法院", "--due", "2021-02-01"), "来不及办"),
        (("法院", "--all"), "--all 是各单位全部出"),
        ((), "没有写商请哪个单位"),
    ],
)
def test_letters_that_are_refused(root: Path, arguments: tuple[str, ...], message: str) -> None:
    waits(root, "甲", "[{资料: 9-1, 年度: 汇总}]")
    mini.put(root, mini.ENTRY, mini.entry("1-1 2019 1"))
    out = root.parent / "out"
    assert message in said(root, "report", "request", *arguments, "-o", str(out), code=2)
    assert not out.exists()


def test_the_problems_are_those_of_problem_list(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    data = json.loads(fzjs("problem", "list", "--all", "--json", at=shipped).stdout)
    counts = data["合计"]
    text = words(report(fzjs, shipped, tmp_path, PAPERS["problems"]))
    assert (
        f"发现问题{counts['问题']}个，已销号{counts['已销号']}个，未销号{counts['未销号']}个"
        in text
    )
    assert f"其中逾期{counts['逾期']}个" in text
    assert len(re.findall(r"^\d+ \| ", text, re.MULTILINE)) == counts["问题"]
    for each in data["问题"]:
        assert each["问题"] in text
        assert each["责任科室"] in text


def test_problems_of_one_office_and_one_inspection(root: Path) -> None:
    mini.problem(root, handling="{日期: 2021-02-28, 结果: 退回, 验收人: 张某, 说明: 没有改}")
    mini.put(root, mini.ENTRY, mini.entry("1-1 2019 1"))
    text = made(root, "problems", "--inspection", "双月", "--office", "乙科")
    assert "2021年2月28日退回：没有改" in text
    assert "退回" in text
    assert "没有丙科的问题" in said(
        root, "report", "problems", "--inspection", "双月", "--office", "丙科", code=2
    )
    assert "是不是“2021-02-双月检查”？" in said(
        root, "report", "problems", "--inspection", "2021-03-双月检查", code=2
    )


def test_a_sheet_is_for_what_is_applied_for(root: Path) -> None:
    mini.problem(root)
    assert "没有申请销号" in said(root, "report", "closing", "--all", "-o", str(root.parent / "a"))
    mini.put(root, mini.ENTRY, mini.entry("1-1 2019 1"))
    text = made(root, "closing", "1")
    assert "申请销号日期 | 2021年2月27日" in text
    assert "（待填）" not in text
    assert "不能作为销号的依据" not in text
    assert "没有“2”这个问题" in said(root, "report", "closing", "2", code=2)


def test_internal_and_secret_entries_stay_out_of_the_catalogues(root: Path) -> None:
    page = "公开: [{网址: https://a.example/1, 检索日期: 2021-02-01, 名称: 甲页}]\n"
    mini.put(root, mini.ENTRY, mini.entry("10-1 现行", {"种类": "制度文件"}) + page)
    mini.put(
        root,
        mini.OTHER,
        mini.entry("10-1 现行", {"种类": "制度文件"})
        + page.replace("/1", "/2")
        + "公开属性: 内部\n",
    )
    mini.put(
        root,
        "evidence/乙科/密.yaml",
        "种类: 佐证材料\n涉密: {登记号: 密登1号, 密级: 秘密, 保管: 保密室}\n"
        "对应: [{资料: 7-1, 年度: 2019}]\n状态: 已提交\n示例: 是\n",
    )
    text = made(root, "catalogue", "--kind", "web")
    assert "https://a.example/1" in text
    assert "https://a.example/2" not in text
    assert "公开属性是内部的条目1个，不列入" in text
    assert "涉密登记1个" in text
    onsite = made(root, "catalogue", "--kind", "onsite")
    for written in (text, onsite):
        assert not re.search("密登1号|保密室|7-1", written.partition("尚缺的")[0])


def test_addresses_stand_once_in_the_order_of_their_days(root: Path) -> None:
    dated = (
        "{{网址: https://a.example/{}, 检索日期: 2021-02-01, 名称: 页, 类别: 规章, 发布日期: {}}}"
    )
    bare = "{网址: https://a.example/c, 检索日期: 2021-02-02}"
    pages = (dated.format("b", "2020-05-01"), dated.format("a", "2019-05-01"), bare)
    for name, kept in (("条目", pages), ("另一条", pages[:1])):
        text = mini.entry("10-1 现行", {"种类": "制度文件"})
        mini.put(root, f"evidence/乙科/{name}.yaml", f"{text}公开: [{', '.join(kept)}]\n")
    said_ = made(root, "catalogue", "--kind", "web")
    assert re.findall("https://a.example/(.)", said_) == ["a", "b", "c"]
    assert "1处没有写名称、类别或发布日期" in said_
    offices = json.loads(said(root, "todo", "--json"))["科室"]
    owed = [row for office in offices for row in office["欠件"]]
    web = {row["资料"] for row in owed if "网络检索" in row["缺什么"]}
    assert web
    assert all(f"\n{label} | " in said_.partition("尚缺的")[2] for label in web)


def test_the_volume_leads_from_the_indicator_to_the_page(root: Path) -> None:
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 3; 8-2 2019 4-5"))
    mini.put(root, mini.OTHER, mini.entry("1-1 2021 1", {"状态": "草稿"}))
    text = made(root, "catalogue", "--kind", "onsite")
    assert text.index("[一级标题] 2019年") < text.index("[一级标题] 2020年")
    title = "示例市某局关于某项工作的情况说明（待审核）"
    assert f"8 | 8-2 | 2019 | {title} | 甲.pdf（库外） | 4-5" in text
    assert f"1 | 1-1 | 2020 | {title} | 甲.pdf（库外） | 3" in text
    assert "2021年" not in re.findall(r"\[一级标题\] (.*)", text)


def test_the_cases_stand_by_department_and_lack_what_is_not_registered(root: Path) -> None:
    cases = (
        "案卷: [{序号: 1, 案件文号: 示罚〔2019〕1号, 卷宗名称: 某案, 执法部门: 某局},"
        " {序号: 2, 卷宗名称: 另一案, 执法部门: 另一局}, {序号: 3, 案件文号: 丙, 卷宗名称: 丙案}]\n"
    )
    mini.put(root, mini.ENTRY, mini.entry("9-2 2019", {"种类": "案卷"}) + cases)
    text = made(root, "catalogue", "--kind", "案卷目录")
    headings = re.findall(r"\[一级标题\] (.*)", text)
    assert headings == ["某局", "另一局", "乙科", "尚缺的"]
    assert "2 | （待填） | 另一案 | — | （待填）" in text
    assert "1卷的序号、案件文号、卷宗名称不全" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kind", "webb"), "是不是“web”？"),
        (("--kind", "web"), "没有登记公开的网页"),
        (("--kind", "cases"), "没有登记案卷"),
        (("--kind", "onsite", "--office", "乙科"), "乙科没有提交的材料"),
    ],
)
def test_catalogues_that_are_refused(root: Path, arguments: tuple[str, ...], message: str) -> None:
    out = root.parent / "out"
    assert message in said(root, "report", "catalogue", *arguments, "-o", str(out), code=2)
    assert not out.exists()


@pytest.mark.parametrize(
    "example",
    ["county-application", "hegang-application", "pingdingshan-education", "wuzhong-eight-actions"],
)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("reminder", "--all"), 0),
        (("request", "--all"), 2),
        (("problems",), 2),
        (("closing", "--all"), 2),
        (("catalogue",), 0),
    ],
)
def test_a_campaign_without_evidence_gets_a_clear_word(
    tmp_path: Path, example: str, arguments: tuple[str, ...], code: int
) -> None:
    printed = said(
        ROOT / "examples" / example, "report", *arguments, "-o", str(tmp_path), code=code
    )
    assert re.search("没有", printed)
    assert not list(tmp_path.glob("*.docx"))


def test_files_with_faults_are_named_on_the_first_page(root: Path) -> None:
    mini.put(root, "evidence/乙科/坏.yaml", "事由：坏\n")
    assert "另有1个文件有误，没有计入。" in made(root, "reminder", "乙科").partition("[标题]")[0]


@pytest.mark.parametrize(
    ("issuer", "wrong"),
    [
        ("示例市人民政府", True),
        ("示例省司法厅", True),
        ("示例市公安局", False),
        ("示例市中级人民法院", False),
    ],
)
def test_a_letter_to_who_stands_above_is_the_wrong_form(
    root: Path, issuer: str, *, wrong: bool
) -> None:
    settings = root / "fzjs.yaml"
    settings.write_text(
        re.sub("单位: .*", "单位: 示例市司法局", settings.read_text("utf-8"), count=1), "utf-8"
    )
    waits(root, "甲", "[{资料: 9-1, 年度: 汇总}]", f"外单位: {{出具: {issuer}}}")
    assert ("请改文种" in made(root, "request", issuer)) is wrong
