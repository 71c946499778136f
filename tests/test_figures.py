"""数据 against what the text says: sentences by hand, that must speak and that must be silent."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest

import mini
from fzjs.check import check
from fzjs.rules.stated import mentions
from fzjs.tree import Tree
from mini import entry, plan

TODAY = datetime.date(2021, 3, 2)
ROW = """\
{编号: 1, 来源: 国家, 测评方法: [材料查证], 责任科室: [乙科],\
 内容: 行政规范性文件的合法性审核率达100%；领导班子每年旁听庭审；司法建议、检察建议及时办理。,\
 上报资料: [{代号: 1, 内容: 材料, 种类: 佐证材料, 年度: 逐年可合并}],\
 量化要求: [{项目: 合法性审核率, 要求: ≥100%}, {项目: 司法建议办复率, 要求: ≥100%},\
 {项目: 检察建议办复率, 要求: ≥100%}, {项目: 旁听庭审, 要求: ≥1次/年},\
 {项目: 领导干部法治专题学习, 要求: ≥4次/年}, {项目: 执法人员专题培训, 要求: ≥40学时/年},\
 {项目: 审查时间, 要求: ≤7工作日}]}
"""
# 2020: 64/65 = 98.46%; 2019: 50/50.
DATA = """[{项目: 合法性审核率, 年度: 2020, 分子: 64, 分母: 65},\
 {项目: 检察建议办复率, 年度: 2020, 分子: 9, 分母: 10},\
 {项目: 旁听庭审, 年度: 2020, 数: 2}, {项目: 领导干部法治专题学习, 年度: 2020, 数: 4},\
 {项目: 执法人员专题培训, 年度: 2020, 数: 42.5}]"""


def _said(root: Path, changes: dict[str, str | None], claims: str = "1-1 2020 1") -> list[str]:
    files = {"indicators/01.yaml": plan(ROW), mini.ENTRY: entry(claims, changes)}
    mini.lay(root, files)
    found = check(Tree(root), TODAY).diagnostics
    assert not [each for each in found if each.rule.startswith(("schema", "yaml"))]
    return [each.message for each in found if each.rule == "figure-text-differs"]


def _quoted(root: Path, words: str) -> list[str]:
    claim = f'{{资料: 1-1, 年度: 2020, 摘录: "{words}"}}'
    return _said(root, {"数据": DATA}, claim)


@pytest.mark.parametrize(
    "words",
    [
        # agrees: rounded, cut, in full width, in words
        "全年审核行政规范性文件65件，审核率98.5%",
        "审核率98.46%",
        "审核率98.4%",
        "合法性审核率达98%",
        "合法性审核率为９８．５％",
        "合法性审核率达百分之九十八",
        "组织领导班子旁听庭审两次",
        "旁听庭审2次，开展领导干部法治专题学习四次",
        "开展培训42.5学时",
        # an aim, a limit, a comparison, about
        "合法性审核率要达到100%",
        "确保合法性审核率100%",
        "力争2020年合法性审核率达到100%",
        "合法性审核率不低于95%",
        "合法性审核率达95%以上",
        "合法性审核率约95%",
        "合法性审核率比上年提高5个百分点，达90%",
        "每人每年培训不少于40学时",
        "开展培训40余学时",
        "旁听庭审每半年1次",
        # of something else
        "重大行政决策合法性审核率100%",
        "公平竞争审查率100%",
        "执法决定法制审核9件，审核率100%",
        "全市合法性审核率平均90%",
        "司法建议办复率100%",
        "其中，乡镇合法性审核率100%",
        "组织律师培训12学时",
        "召开局务会议学习2次",
        "党员专题学习12次",
        "机关党员开展12次专题学习",
        "材料不齐的2件一次性告知",
        "办复率100%",
        # of part of the year, or of another year
        "第一季度合法性审核率100%",
        "截至6月30日，合法性审核率100%",
        "2020年上半年旁听庭审1次",
        "2018年合法性审核率100%",
        "2018年合法性审核率90%，2020年合法性审核率98.5%",
        "2016年以来，合法性审核率均为98.5%",
        # parts, ranges, ordinals, document numbers
        "3月旁听庭审1次，9月旁听庭审1次",
        "在甲法院旁听庭审1次，在乙法院旁听庭审1次",
        "全年组织旁听庭审1次，参加庭审观摩2次",
        "组织旁听庭审1次，旁听120人次",
        "第3次旁听庭审",
        "审核时间5至15个工作日",
        "合法性审核率、办复率分别为90%、80%",
        "整改前审核率90%，整改后审核率98.5%",
        "印发示司〔2020〕12号，旁听庭审2次",
    ],
)
def test_silent_where_it_agrees_or_may_be_of_something_else(words: str, tmp_path: Path) -> None:
    assert _quoted(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("全年审核行政规范性文件65件，审核率100%", "“审核率100%”"),
        ("合法性审核率达100%。", "“合法性审核率达100%”"),
        ("合法性审核率：98.3%", "“合法性审核率：98.3%”"),
        ("行政规范性文件的合法性审核率为百分之百", "98.46%（64/65）"),
        ("2020年度合法性审核率100％", "2020年“合法性审核率”"),
        ("2019年合法性审核率98.5%，2020年合法性审核率100%", "“合法性审核率100%”"),
        ("全年检察建议办复率100%", "90%（9/10）"),
        ("组织领导班子旁听庭审三次", "“旁听庭审”是 2次"),
        ("2020年旁听庭审活动共3次", "“旁听庭审”是 2次"),
        ("开展5次领导干部法治专题学习", "“领导干部法治专题学习”是 4次"),
        ("领导干部参加5次法治专题学习", "“领导干部法治专题学习”是 4次"),
        ("开展培训48学时", "“执法人员专题培训”是 42.5学时"),
        ("执法人员人均培训48学时", "“执法人员专题培训”是 42.5学时"),
    ],
)
def test_a_text_that_contradicts_its_data(words: str, said: str, tmp_path: Path) -> None:
    (message,) = _quoted(tmp_path, words)
    assert said in message


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("合法性审核率100%", False),
        ("两年合法性审核率均在98.4%", False),
        ("两年合法性审核率为99%", False),  # pooled 114/115
        ("两年合法性审核率为90%", True),
        ("2019—2020年，合法性审核率为90%", True),
        ("2016年以来，合法性审核率为90%", True),
        ("2019年合法性审核率99%", True),
        ("2019—2020年旁听庭审5次", False),  # 3 + 2
        ("2019—2020年旁听庭审6次", True),
        ("旁听庭审6次", False),
        ("2019—2021年旁听庭审6次", False),
    ],
)
def test_a_text_on_two_years(words: str, speaks: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a table
    more = (
        "{项目: 合法性审核率, 年度: 2019, 分子: 50, 分母: 50}, {项目: 旁听庭审, 年度: 2019, 数: 3}"
    )
    changes: dict[str, str | None] = {"数据": DATA.removesuffix("]") + f", {more}]"}
    claim = f'{{资料: 1-1, 年度: 2019-2020, 页: 1, 摘录: "{words}"}}'
    assert bool(_said(tmp_path, changes, claim)) is speaks


def test_the_line_of_the_body_is_named(tmp_path: Path) -> None:
    body = "|\n  2020年工作如下。\n  一是全面审核。共审核65件，审核率100%。\n"
    _said(tmp_path, {"数据": DATA, "正文": body, "附件": None})
    (found,) = (f for f in check(Tree(tmp_path), TODAY).diagnostics if "text" in f.rule)
    lines = (tmp_path / mini.ENTRY).read_text(encoding="utf-8").split("\n")
    assert lines[found.location.line - 1][found.location.column - 1 :].startswith("审核率100%")
    ((place, _),) = found.related
    assert "合法性审核率, 年度: 2020" in lines[place.line - 1][place.column - 1 :]


def test_a_long_text_without_a_stop_takes_no_longer_than_reading_it() -> None:
    text = "审核率98%、旁听庭审2次和" * 20_000
    began = time.perf_counter()
    assert len(list(mentions(text, ["次"]))) < 40
    assert time.perf_counter() - began < 5


def test_a_withdrawn_entry_may_say_what_it_says(tmp_path: Path) -> None:
    changes: dict[str, str | None] = {"数据": DATA, "状态": "撤回", "撤回理由": "重写"}
    assert _said(tmp_path, changes, "{资料: 1-1, 年度: 2020, 摘录: 合法性审核率100%}") == []
