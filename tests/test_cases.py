"""Every rule on its own small repository: what it must say, where, and nothing else."""

from __future__ import annotations

import ast
import datetime
import hashlib
import re
import shutil
from pathlib import Path

import pytest

from fzjs.assess import sound
from fzjs.check import check
from fzjs.rules import RULES, Scope, page, rules
from fzjs.source import read
from fzjs.tree import Tree

HERE = Path(__file__).parent
CASES = HERE / "cases"
SOURCE = HERE.parent / "src" / "fzjs"
TODAY = datetime.date(2021, 3, 2)
ON_THEIR_OWN = {
    "attachment-registered-twice",
    "due-overdue",
    "evidence-words-unknown",
    "ledger-line-missing",
    "ruling-open",
}
"""What speaks in many cases: all attach the same sheet, and ledgers list a line or two."""
NAMES = sorted(folder.name for folder in CASES.iterdir())

Spoken = set[tuple[str, int, str]]


def _about(case: str) -> str:
    return case.partition("--")[0]


def _lay(case: str, root: Path) -> Path:
    """Copy the base, and the case over it; links stay links."""
    shutil.copytree(CASES / "_base", root, symlinks=True)
    ignore = shutil.ignore_patterns("expected")
    shutil.copytree(CASES / case, root, symlinks=True, dirs_exist_ok=True, ignore=ignore)
    return root


def _wanted(case: str) -> Spoken:
    """Read the marks `# ! rule` at the ends of lines, and the sidecar `expected`."""
    wanted: Spoken = set()
    for path in (CASES / case).rglob("*"):
        if path.is_file() and path.name != "expected":
            text = path.read_bytes().decode("utf-8", "replace")
            for number, line in enumerate(text.split("\n"), 1):
                mark = re.search(r"# ! ([a-z -]+?)\s*$", line)
                file = path.relative_to(CASES / case).as_posix()
                wanted |= {(file, number, rule) for rule in (mark[1].split() if mark else ())}
    sidecar = CASES / case / "expected"
    lines = sidecar.read_text(encoding="utf-8").splitlines() if sidecar.exists() else []
    for line in lines:
        place, _, rule = line.rpartition(" ")
        file, _, line_number = place.rpartition(":")
        wanted.add((file, int(line_number), rule))
    return wanted


def _found(root: Path, case: str) -> Spoken:
    own = {_about(case)}
    return {
        (found.location.file, found.location.line, found.rule)
        for found in check(Tree(root), TODAY, private=True).diagnostics
        if found.rule not in ON_THEIR_OWN - own
    }


@pytest.mark.parametrize("case", NAMES)
def test_a_rule_speaks_where_it_must_and_nowhere_else(case: str, tmp_path: Path) -> None:
    wanted = _wanted(case)
    assert case == "_base" or any(rule == _about(case) for _, _, rule in wanted)
    assert _found(_lay(case, tmp_path / "仓库"), case) == wanted


@pytest.mark.parametrize("case", NAMES)
def test_a_finding_says_what_to_type(case: str, tmp_path: Path) -> None:
    for found in check(Tree(_lay(case, tmp_path / "仓库")), TODAY, private=True).diagnostics:
        assert found.message
        assert found.hint
        assert found.location.column >= 1


def test_the_place_of_a_number_is_the_number_and_the_message_masks_it(tmp_path: Path) -> None:
    root = _lay("text-personal-data", tmp_path / "仓库")
    said = [f for f in check(Tree(root), TODAY).diagnostics if f.rule == "text-personal-data"]
    assert said
    for found in said:
        lines = (root / found.location.file).read_text(encoding="utf-8").split("\n")
        written = lines[found.location.line - 1][found.location.column - 1 :]
        assert re.match(r"[\d０-９]", written)
        assert not re.search(r"\d{4}", found.message)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("claim-unknown-material", "31-1、31-2甲、31-2乙、31-3、31-网络检索"),
        ("claim-ambiguous-material", "31-2甲：加强规范性文件管理的情况说明；31-2乙：没有发生"),
        ("claim-not-named", "点到: [32]"),
        ("claim-wrong-period", "2020上"),
        ("claim-outside-window", "2020"),
        ("evidence-unknown-office", "改名为“基层工作指导科”"),
        ("evidence-title-form", "《示例市司法局关于……的情况说明》"),
        ("evidence-too-long", "删到1000字以内"),
        ("attachment-missing", "样张.txt 是同样的文件：改成 路径: 附件/样张.txt"),
        ("attachment-missing", "在 evidence/法制仲裁科/附件/样张.txt 有同样的文件，复制到这里"),
        ("attachment-missing", "核对文件名"),
        ("attachment-missing", "附件/改名.txt 是同样的文件"),
        ("attachment-registered-twice", "与“法制仲裁科/2020-合法性审核”的 附件/样张.txt 是同一个"),
        ("attachment-hash-differs", hashlib.sha256("样张".encode()).hexdigest()),
        ("indicator-unknown-office", "法制仲裁科"),
        ("indicator-unknown-method", "材料查证"),
        ("indicator-unknown-reference", "31-2甲、31-2乙"),
        ("campaign-unknown-rule", "evidence-unsealed"),
        ("campaign-unknown-subject", "31-2甲、31-2乙"),
        ("evidence-unknown-issuer", "外单位的写 外单位: {出具: …}"),
        ("evidence-doubtful-issuer", "示例市中级人民法院出具，这里写的是“示例市财政局”"),
        ("evidence-dated-late--extended", "超过截止 2021-05-31"),
        ("evidence-dated-late--extended", "超过批准的延期 2021-06-03"),
        ("evidence-words-unknown", "是否超过上限1000字没有查"),
        ("file-wrong-suffix", "把文件名末尾的“.txt”去掉，改名为 2019-备案.yaml"),
        ("file-wrong-suffix", "把文件名末尾的“.yml”改成“.yaml”，改名为 2019-合法性审核.yaml"),
        ("file-wrong-suffix", "把文件名末尾的“.YAML”改成“.yaml”，改名为 2019-规章.yaml"),
        ("file-wrong-suffix", "把文件名末尾的“.bak”去掉，改名为 2019-清理.yaml；不用的备份就删去"),
        ("file-misplaced", "移到负责的科室的文件夹：evidence/科室名/2019-放错.yaml"),
        ("file-misplaced", "移到 evidence/科室名/台账/2021-03.yaml"),
        ("file-misplaced", "移到 evidence/科室名/2019-在附件里.yaml"),
        ("file-misplaced", "移到 evidence/法制仲裁科/台账/2021-03.yaml"),
        ("file-unread", "这是 2020-合法性审核.yaml 的备份：删去"),
        ("interview-rate-low", "至少访谈 414 人"),
        ("interview-rate-low", "写上对象一共多少人"),
        ("exam-rate-low", "至少 62 人参考"),
        ("exam-rate-low", "没有写应考、参考人数"),
        ("exam-papers-missing", "考试没有写签到、成绩"),
        ("survey-unsettled", "问卷调查没有列意见和整改"),
        ("evidence-cases-short--whole", "要3份案卷，这里列了2份 再列1份"),
        ("cases-miscounted", "件数写 3，案卷列了 2 卷"),
        ("total-differs", "合计数是 20，各行相加是 20.5 各行没有错的，合计改为 20.5"),
        ("total-differs", "合计分子、分母是 20、20，各行相加是 19、20"),
        ("total-differs", "“数据”里没有“应诉”的数"),
        ("nil-looked-early", "2021 年或以后再查一次"),
        ("evidence-kind-incomplete--list", "名单本身放进 private/"),
        ("outside-disordered", "取得 2020-03-01 早于发函 2021-02-20"),
        ("outside-unanswered", "等示例市中级人民法院出具已56天，没有催过"),
        ("outside-unanswered", "已91天，最近一次催函已过56天"),
        ("problem-duplicate-number", "3"),
        ("problem-unknown-subject", "资料“31-9”不存在"),
        ("ruling-open", "照读法改指标（责任科室、资料、不需上报）"),
        ("review-unknown-entry", "法制仲裁科/2020-合法性审核"),
        ("review-own-office", "规范性文件管理科"),
        ("ledger-unknown-indicator", "31"),
        ("campaign-unknown-member", "成员“法治仲裁科”不在“科室”里 是不是“法制仲裁科”？"),
        ("campaign-unknown-member", "成员“各有关部门”又是集合名词"),
        (
            "campaign-assumed",
            "“截止”是先假定的，原文没有写：2021-05-31 查明后改好，并从“待定”里删去",
        ),
        ("office-members-open", "涉及1项指标"),
        ("figure-unknown-item", "是不是“合法性审核率”？数据的项目要与量化要求同名才算数"),
        ("figure-wrong-form", "写成 {项目: 合法性审核率, 年度: 2019, 分子: …, 分母: …}"),
        ("figure-wrong-form", "写成 {项目: 审查时间, 起: 2020-03-02, 止: 2020-03-10}，一件一条"),
        ("figure-outside-period", "的数据是2019年的，这个条目报的是 2020"),
        ("figure-differs", "2020年这里是 11/12，“法制仲裁科/一月”是 12/12"),
        ("figure-text-differs", "摘录写“审核率98%”，数据里2020年“合法性审核率”是 100%（12/12）"),
        ("figure-text-differs", "正文写“旁听庭审3次”，数据里2021年“旁听庭审”是 2次"),
        ("indicator-nothing-owed", "第40、41项不欠任何材料"),
    ],
)
def test_a_hint_names_what_is_meant(case: str, words: str, tmp_path: Path) -> None:
    found = check(Tree(_lay(case, tmp_path / "仓库")), TODAY).diagnostics
    said = [f"{one.message} {one.hint}" for one in found if one.rule == _about(case)]
    assert any(words in text for text in said), said


@pytest.mark.parametrize("name", RULES)
def test_the_right_example_of_a_page_reads_without_a_fault(name: str) -> None:
    found = page(name)
    assert found is not None
    right = found.body.partition("**对**")[2]
    for block in re.findall(r"```yaml\n(.*?)```", right, re.DOTALL):
        assert read(block.encode(), name).faults == ()


def test_a_case_for_every_rule_and_a_rule_for_every_case() -> None:
    # What a change does needs two states: test_cases_gate.py.
    of_one_state = {rule.name for rule in rules() if rule.scope is not Scope.CHANGE}
    assert {_about(case) for case in NAMES} - {"_base"} == of_one_state


def test_a_module_for_every_rule_and_a_rule_for_every_module() -> None:
    written = {
        path.stem.replace("_", "-")
        for path in (SOURCE / "rules").glob("*.py")
        if "\nSEVERITY = " in path.read_text(encoding="utf-8")
    }
    assert written == set(RULES)
    assert len(RULES) == len(set(RULES))


def test_a_heading_for_every_rule_in_the_order_of_the_registry() -> None:
    text = (HERE.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == RULES


def test_every_rule_found_while_reading_is_registered() -> None:
    emitted = {
        node.value
        for folder in ("source", "models", "repository")
        for path in (SOURCE / folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"(?:yaml|schema|file)-[a-z-]+", node.value)
    }
    reading = {rule.name for rule in rules() if rule.find is None}
    assert emitted == reading
    assert {rule.name for rule in rules() if rule.scope.value == "reading"} == reading


def test_every_condition_of_soundness_has_a_rule() -> None:
    assert {condition.rule for condition in sound.CONDITIONS} <= set(RULES)


def test_what_silences_a_rule_is_a_rule() -> None:
    assert {name for rule in rules() for name in rule.silenced_by} <= set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_a_page_has_all_its_parts(name: str) -> None:
    found = page(name)
    assert found is not None
    parts = ("**查什么**", "**为什么**", "**错**", "**对**", "**怎么改**")
    places = [found.body.index(part) for part in parts]
    assert places == sorted(places)
    assert 2 < len(found.title) < 30


def test_a_name_that_no_rule_has_has_no_page() -> None:
    assert page("evidence-unheard-of") is None
