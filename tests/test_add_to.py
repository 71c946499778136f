"""`fzjs add … --to`, and what was looked up: real files, real git, real processes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

import mini
from conftest import ROOT, Run
from conftest import _git as git
from fzjs.actions.add import paper
from fzjs.check import check
from fzjs.tree import Tree

SCAN = ROOT / "evidence/法制仲裁科/附件/2016-2018-仲裁案件办理情况说明.pdf"
MADE = "evidence/乙科/2020-某项工作.yaml"
FILE = "evidence/乙科/附件/2020-某项工作.pdf"
ADD = ("--office", "乙科", "--for", "1-1/2020", "--subject", "某项工作")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "仓库 一")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "盖章 扫描(1).PDF"
    path.write_bytes(SCAN.read_bytes())
    return path


def snapshot(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def keep(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "有了")


WRITTEN = """\
# 先出文书
事由: 某项工作   # 照方案写
种类: 情况说明
对应:
- {资料: 1-1, 年度: 2020}
正文: |
  第一段。
  第二段。
状态: 草稿
"""


REGISTERED = """\
种类: 佐证材料
涉密: {登记号: 密1, 密级: 秘密, 保管: 机要室}
对应: [{资料: 7-1, 年度: 2020}]
状态: 草稿
"""


def test_a_scan_takes_the_place_of_the_text_it_was_printed_from(
    fzjs: Run, root: Path, scan: Path
) -> None:
    mini.put(root, MADE, WRITTEN)
    keep(root)
    more = ("--dated", "2021-02-20", "--sealed", "--for", "8-2/2020", "--pages", "1")
    done = fzjs("add", str(scan), "--to", "2020-某项工作", *more, at=root)
    assert done.returncode == 0, done.stderr
    digest, words = (
        hashlib.sha256(scan.read_bytes()).hexdigest(),
        paper.read(scan, Tree(root)).words,
    )
    assert (root / MADE).read_text("utf-8") == (
        "# 先出文书\n事由: 某项工作   # 照方案写\n种类: 情况说明\n"
        "对应:\n- {资料: 1-1, 年度: 2020}\n"
        "- {资料: 8-2, 年度: 2020, 页: 1}\n落款日期: 2021-02-20\n盖章: 是\n附件:\n"
        f"- {{路径: 附件/2020-某项工作.pdf, sha256: {digest}, 页数: 1, 字数: {words}}}\n"
        "状态: 草稿\n"
    )
    assert (root / FILE).read_bytes() == scan.read_bytes()
    assert "正文 删去，以附件为准" in done.stdout
    assert f"可以提交：fzjs submit {MADE}" in done.stdout
    assert fzjs("submit", MADE, at=root).returncode == 0
    before = snapshot(root)
    again = fzjs("add", str(scan), "--to", MADE, *more, at=root)
    assert (again.returncode, "本来就是这样" in again.stdout) == (0, True)
    assert snapshot(root) == before


def test_a_text_that_git_does_not_have_is_kept(fzjs: Run, root: Path, scan: Path) -> None:
    mini.put(root, MADE, WRITTEN)
    done = fzjs("add", str(scan), "--to", MADE, at=root)
    assert done.returncode == 0, done.stderr
    assert "第二段" in (root / MADE).read_text("utf-8")
    assert "正文 留着" in done.stdout


def test_a_returned_scan_gives_way_to_the_new_one(fzjs: Run, root: Path, scan: Path) -> None:
    assert (
        fzjs("add", str(scan), *ADD, "--dated", "2021-02-20", "--sealed", at=root).returncode == 0
    )
    keep(root)
    fzjs("submit", MADE, at=root)
    mini.review(root, MADE)
    scan.write_bytes(scan.read_bytes() + b"%")
    replaced = ("--replace", "附件/2020-某项工作.pdf")
    done = fzjs("add", str(scan), "--to", MADE, *replaced, at=root)
    assert done.returncode == 0, done.stderr
    assert (root / FILE).read_bytes() == scan.read_bytes()
    assert [path.name for path in (root / FILE).parent.iterdir()] == ["2020-某项工作.pdf"]
    assert hashlib.sha256(scan.read_bytes()).hexdigest() in (root / MADE).read_text("utf-8")
    assert "换下来了，git 里还有" in done.stdout
    assert f"fzjs submit {MADE} --reopen 理由" in done.stdout
    scan.write_bytes(scan.read_bytes() + b"%")
    done = fzjs("add", str(scan), "--to", MADE, *replaced, at=root)
    assert "没有提交过 git" in done.stdout
    assert (root / FILE).is_file()
    assert (root / FILE.replace(".pdf", "-2.pdf")).read_bytes() == scan.read_bytes()
    assert not check(Tree(root)).within(MADE).diagnostics


def test_what_another_entry_uses_is_not_taken_away(fzjs: Run, root: Path, scan: Path) -> None:
    assert fzjs("add", str(scan), *ADD, at=root).returncode == 0
    second = fzjs("add", str(scan), "--office", "乙科", "--for", "9-2/2020", "--again", at=root)
    assert second.returncode == 0, second.stderr
    keep(root)
    old = (root / FILE).read_bytes()
    scan.write_bytes(scan.read_bytes() + b"%")
    done = fzjs("add", str(scan), "--to", MADE, "--replace", "2020-某项工作.pdf", at=root)
    assert done.returncode == 0, done.stderr
    assert "还用着" in done.stdout
    assert (root / FILE).read_bytes() == old


@pytest.mark.parametrize(
    ("options", "words", "code"),
    [
        (("--to", "某事项"), "没有“某事项”这个条目", 2),
        (("--to", MADE, "--replace", "附件/没有.pdf"), "没有附件“附件/没有.pdf”", 2),
        (("--to", MADE, "--kind", "目录"), "不带--kind", 2),
        (("--to", MADE, "--for", "1-9/2020"), "没有“1-9”这项资料", 1),
        (("--to", MADE, "--dated", "2021.3.12"), "写成 2021-03-12", 1),
        (("--to", "撤回的"), "--reopen 理由", 1),
        (("--to", "密"), "是涉密条目", 1),
        (("--replace", "附件/旧.pdf"), "只和 --to 一起写", 2),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    fzjs: Run, root: Path, scan: Path, options: Sequence[str], words: str, code: int
) -> None:
    mini.put(root, MADE, WRITTEN)
    mini.put(root, "evidence/乙科/密.yaml", REGISTERED)
    away = {"状态": "撤回", "撤回理由": "重"}
    mini.put(root, "evidence/乙科/撤回的.yaml", mini.entry("8-2 2020", away))
    before = snapshot(root)
    done = fzjs("add", str(scan), *options, at=root)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert snapshot(root) == before


# What was looked up


def test_web_evidence_may_come_later_and_is_completed(fzjs: Run, root: Path, scan: Path) -> None:
    claim = ("--office", "乙科", "--for", "1-网络检索/2020", "--subject", "某项检索")
    done = fzjs("add", str(scan), *claim, at=root)
    assert done.returncode == 0, done.stderr
    made = "evidence/乙科/2020-某项检索.yaml"
    assert "提交前还缺：" in done.stdout
    assert f"fzjs add --url 网址 --looked 日期 --to {made}" in done.stdout
    page = ("--url", "https://example.org/a")
    assert fzjs("add", "--to", made, *page, at=root).returncode == 0
    done = fzjs("add", "--to", made, *page, "--looked", "2021-02-15", "--category", "公告", at=root)
    assert done.returncode == 0, done.stderr
    assert (
        '公开: [{网址: "https://example.org/a", 检索日期: 2021-02-15, 类别: 公告}]\n状态: 草稿\n'
    ) in (root / made).read_text("utf-8")
    done = fzjs("submit", made, at=root)
    assert done.returncode == 0, done.stderr


def test_a_search_and_a_nil_report_need_no_file(fzjs: Run, root: Path) -> None:
    found = ("--looked", "2021-02-15", "--result", "未检索到")
    search = ("--for", "1-网络检索/2020", "--subject", "某项检索", "--searched", "示例市 撤销")
    done = fzjs("add", "--office", "乙科", *search, *found, at=root)
    assert done.returncode == 0, done.stderr
    assert "网络检索:\n- {检索词: 示例市 撤销, 日期: 2021-02-15, 结果: 未检索到}\n" in (
        root / "evidence/乙科/2020-某项检索.yaml"
    ).read_text("utf-8")
    nil = ("--for", "1-2/2020", "--subject", "没有发生", "--checked", "收文登记簿", "--on-behalf")
    done = fzjs("add", "--office", "乙科", *nil, *found, at=root)
    assert done.returncode == 0, done.stderr
    assert (root / "evidence/乙科/2020-没有发生.yaml").read_text("utf-8") == (
        "事由: 没有发生\n种类: 零报告\n对应:\n- {资料: 1-2, 年度: 2020}\n"
        "查证:\n- {查阅: 收文登记簿, 日期: 2021-02-15, 结果: 未检索到}\n代录: 是\n状态: 草稿\n"
    )
    for made in ("2020-某项检索", "2020-没有发生"):
        done = fzjs("submit", made, at=root)
        assert done.returncode == 0, done.stderr
    half = fzjs("add", "--office", "乙科", *nil, at=root)
    assert (half.returncode, "还要写检索日期和结果" in half.stderr) == (2, True)


def test_a_hash_that_is_missing_is_given(root: Path, scan: Path) -> None:
    mini.put(root, FILE, scan.read_bytes())
    listed = "[{路径: 附件/2020-某项工作.pdf}, {路径: 附件/没有.pdf}, {路径: ../../fzjs.yaml}]"
    mini.put(root, MADE, mini.entry("1-1 2020", {"附件": listed}))
    hints = [d.hint for d in check(Tree(root)).diagnostics if d.rule == "schema-missing-key"]
    digest = hashlib.sha256(scan.read_bytes()).hexdigest()
    assert hints[0] == f"写上 sha256: {digest}"
    assert [hint.partition(":")[0] for hint in hints[1:]] == ["在“}”前面加上：, sha256"] * 2
