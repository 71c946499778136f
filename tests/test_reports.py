"""Screens and documents of the shipped campaign: golden text, equal numbers, real Word files.

`FZJS_REWRITE=1 python3 tools/start.py test tests/test_reports.py` rewrites `tests/golden/`; the
difference is read in review.
"""

from __future__ import annotations

import json
import os
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from conftest import Run
from fzjs.reports import summary

GOLDEN = Path(__file__).with_name("golden")
SCREENS = {
    "status": ("status",),
    "status-level": ("status", "--by", "level"),
    "status-office": ("status", "--office", "法制仲裁科"),
    "todo": ("todo", "新闻宣传科"),
    "show-31": ("show", "31"),
    "show-32": ("show", "32"),
    "show-46": ("show", "46"),
    "show-deduction": ("show", "减分1"),
    "score": ("score",),
    "score-what-if": (
        "score",
        *("--what-if", "29"),
        *("--what-if", "73"),
        *("--what-if", "办公室/2016-2018-归集信用信息统计"),
    ),
    "explain": ("explain", "claim-ambiguous-material"),
}
DOCUMENTS = {
    "summary": ("report", "summary"),
    "circular": ("report", "circular", "--quarter", "2021-1"),
    "summary-office": ("report", "summary", "--office", "基层科"),
    "statement-entry": (
        "report", "statement", "evidence/法制仲裁科/2021-规范性文件合法性审核情况说明.yaml",
    ),
    "statement-blank": ("report", "statement", "★3-2", "--year", "2021"),
}  # fmt: skip


def compare(name: str, text: str) -> None:
    """Hold a text against its golden file; the commit's id is not part of it."""
    text = re.sub(r"(数据(?:版本)? )[0-9a-f]{7,}", r"\1‹提交›", text)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("FZJS_REWRITE") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), f"FZJS_REWRITE=1 rewrites {path.name}"


def report(fzjs: Run, shipped: Path, out: Path, arguments: tuple[str, ...]) -> bytes:
    done = fzjs(*arguments, "-o", str(out), at=shipped)
    assert done.returncode == 0, done.stderr
    (made,) = out.iterdir()
    assert str(made) in done.stdout
    return made.read_bytes()


def words(content: bytes) -> str:
    """Give a document's text in order, a paragraph or table row a line, styles named."""
    document = Document(BytesIO(content))
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", SCREENS)
def test_screens(fzjs: Run, shipped: Path, name: str) -> None:
    done = fzjs(*SCREENS[name], at=shipped)
    assert done.returncode == 0, done.stderr
    compare(name, done.stdout)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(fzjs: Run, shipped: Path, tmp_path: Path, name: str) -> None:
    content = report(fzjs, shipped, tmp_path / "out", DOCUMENTS[name])
    compare(name, words(content))
    assert content == report(fzjs, shipped, tmp_path / "again", DOCUMENTS[name])


def test_a_statement_with_a_text_has_no_gap(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    assert "（待填）" not in words(report(fzjs, shipped, tmp_path, DOCUMENTS["statement-entry"]))


def test_the_summary_has_the_numbers_of_status(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    data = json.loads(fzjs("status", "--json", at=shipped).stdout)
    text = words(report(fzjs, shipped, tmp_path, DOCUMENTS["summary"]))
    counts = data["合计"]
    for name in ("应报", "已通过", "待审", "退回", "未报", "逾期"):
        assert re.search(rf"{name}\D*{counts[name]}件", text)
    for row in data["齐备"]:
        tier = {"国家": "国家", "加省": "国家和省", "加市": "国家、省和市"}[row["层级"]]
        assert f"{tier} | {row['总数']} | {row['齐备']} | {row['比率']}" in text
        assert f"{tier}指标{row['总数']}项，齐备{row['齐备']}项，占{row['比率']}" in text
    for row in data["达标"]:
        assert f"指标{row['总数']}项，达标{row['达标']}项，占{row['比率']}" in text


@pytest.mark.parametrize("name", ["summary", "summary-office"])
def test_the_next_steps_account_for_all_that_is_owed(
    fzjs: Run, shipped: Path, tmp_path: Path, name: str
) -> None:
    screen = ("status", *DOCUMENTS[name][2:], "--json")
    counts = json.loads(fzjs(*screen, at=shipped).stdout)["合计"]
    text = words(report(fzjs, shipped, tmp_path, DOCUMENTS[name]))
    _, _, following = text.partition("四、下一步工作安排")
    owed = counts["未报"] + counts["退回"] + counts["待外单位"]
    assert f"尚未报齐的材料共{owed}件" in following
    steps = re.findall("[0-9]\\.(.*?)([0-9]+)件。", following)
    assert sum(int(count) for _, count in steps) == owed
    assert steps[0] == ("补报逾期材料", str(counts["逾期"]))
    assert all("经批准延期" in step for step, _ in steps if step.startswith("2021年6月"))


def test_the_summary_speaks_of_pieces_and_indicators_as_people_do(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    text = words(report(fzjs, shipped, tmp_path, DOCUMENTS["summary"]))
    assert "第73项（支持人民法院依法受理和审理行政案件）" in text
    assert "第73项第4件（2016—2021年度）、第74项第2件、" in text
    assert "经批准延期的材料1件" in text
    assert not re.search("加省|加市|[0-9]-[0-9]/|/汇总", text)
    headings = re.findall(r"\[二级标题\] (.*)", text)
    assert headings
    assert [line for line in headings if f"\n{line} | " not in text] == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("支持人民法院依法受理案件，负责人出庭。", "支持人民法院依法受理案件"),
        (
            "调解、仲裁、行政裁决、行政复议、诉讼等矛盾纠纷多元化解",
            "调解、仲裁、行政裁决、行政复议……",
        ),
        ("字" * 30, "字" * 18 + "……"),
        ("字" * 20 + "。", "字" * 20),
    ],
)
def test_an_indicator_is_named_by_its_first_clause(text: str, short: str) -> None:
    assert summary.short(text) == short


def test_a_document_names_commit_and_unit_in_its_properties(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    commit = json.loads(fzjs("status", "--json", at=shipped).stdout)["数据"]
    content = report(fzjs, shipped, tmp_path, DOCUMENTS["summary"])
    core = ZipFile(BytesIO(content)).read("docProps/core.xml").decode()
    assert re.fullmatch("[0-9a-f]{7,}", commit)
    assert commit in core
    assert "示例市司法局" in core
    assert "2021-03-02" in core


def test_a_statement_handed_in_as_an_attachment_is_not_written_anew(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    entry = "evidence/法制仲裁科/2016-2020-规范性文件制定和监督管理情况说明.yaml"
    for subject in (("29-1", "--year", "2020"), (entry,)):
        done = fzjs("report", "statement", *subject, "-o", str(tmp_path / "out"), at=shipped)
        assert done.returncode == 2
        assert f"{entry}（" in done.stderr
        assert "正文在附件里" in done.stderr
        assert "附件：附件/2016-2020-规范性文件制定和监督管理情况说明.pdf" in done.stderr
        assert "写“正文”" in done.stderr
    assert not (tmp_path / "out").exists()


def test_blank_statements_do_not_overwrite_one_another(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    for subject, year in (("84-3", "2020"), ("84-3", "2021"), ("★3-2", "2021")):
        done = fzjs("report", "statement", subject, "--year", year, "-o", str(tmp_path), at=shipped)
        assert done.returncode == 0, done.stderr
    title = "示例市司法局关于（待填）的情况说明"
    names = {f"{title}（{end}）.docx" for end in ("84-3-2020", "84-3-2021", "★3-2-2021")}
    assert {path.name for path in tmp_path.iterdir()} == names
    for path in tmp_path.iterdir():
        core = ZipFile(path).read("docProps/core.xml").decode()
        assert re.search("<cp:keywords>(84-3|★3-2)/20[12][0-9]<", core)
        assert not re.search("84-3|★3", words(path.read_bytes()))


def test_a_statement_that_breaks_the_rules_is_refused(fzjs: Run, campaign: Path) -> None:
    path = campaign / "evidence" / "法制仲裁科" / "长.yaml"
    path.write_text(
        "事由: 关于一件事\n种类: 情况说明\n对应: [{资料: 29-2, 年度: 2021}]\n"
        f"正文: {'字' * 1001}\n落款日期: 2021-06-01\n状态: 草稿\n示例: 是\n",
        "utf-8",
    )
    done = fzjs("report", "statement", "evidence/法制仲裁科/长.yaml", at=campaign)
    assert done.returncode == 2
    assert all(word in done.stderr for word in ("标题不合式", "超字数", "落款超期"))
    assert not (campaign / "out").exists()


def test_a_title_cannot_name_a_folder(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    path = campaign / "evidence" / "法制仲裁科" / "联合检查.yaml"
    path.write_text(
        "事由: 2020年度省/市../../../联合:检查?\n种类: 情况说明\n"
        "对应: [{资料: 29-2, 年度: 2021}]\n正文: 一段话。\n状态: 草稿\n示例: 是\n",
        "utf-8",
    )
    out = tmp_path / "甲" / "乙"
    done = fzjs("report", "statement", str(path), "-o", str(out), at=campaign)
    assert done.returncode == 0, done.stderr
    (made,) = (each for each in tmp_path.rglob("*.docx") if campaign not in each.parents)
    assert made.parent == out
    assert not set(made.name) & set('/\\:*?"<>|')


def test_a_document_that_somebody_changed_is_not_overwritten(
    fzjs: Run, shipped: Path, tmp_path: Path
) -> None:
    report(fzjs, shipped, tmp_path / "out", DOCUMENTS["summary"])
    (made,) = (tmp_path / "out").iterdir()
    made.write_bytes(b"changed by hand")
    again = (*DOCUMENTS["summary"], "-o", str(tmp_path / "out"))
    done = fzjs(*again, at=shipped)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert made.read_bytes() == b"changed by hand"
    assert fzjs(*again, "--force", at=shipped).returncode == 0
    assert made.read_bytes() != b"changed by hand"


def test_a_template_of_the_repository_is_used_and_its_mistake_located(
    fzjs: Run, campaign: Path
) -> None:
    path = campaign / "templates" / "summary.md.j2"
    path.write_text("---\n文书: 总结\n---\n\n{{ 单位 }}：{{ 总体.应抱 }}\n", "utf-8")
    done = fzjs("report", "summary", at=campaign)
    assert done.returncode == 2
    assert "templates/summary.md.j2:5" in done.stderr
    assert "应报" in done.stderr
