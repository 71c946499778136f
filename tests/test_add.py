"""`fzjs add` as a clerk meets it: real files, real processes, a terminal that asks."""

from __future__ import annotations

import hashlib
import os
import re
import select
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

import mini
from conftest import ROOT, Run
from fzjs.actions.add import cells, naming, paper, table
from fzjs.check import check
from fzjs.diagnostic import FzjsError
from fzjs.tree import Tree

SCAN = ROOT / "evidence/法制仲裁科/附件/2016-2018-仲裁案件办理情况说明.pdf"
"""A PDF of one page, with text that ends in a date."""
MADE = "evidence/乙科/2020-某项工作.yaml"
FILE = "evidence/乙科/附件/2020-某项工作.pdf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "仓库 一")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "某局关于某项工作的情况说明（定稿）.PDF"
    path.write_bytes(SCAN.read_bytes())
    return path


LOCK = "密"


def statement(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def blank(path: Path, pages: int = 2, password: str = "") -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    writer.write(path)
    return path


def snapshot(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


ADD = ("--office", "乙科", "--for", "1-1/2020", "--subject", "某项工作")


def test_an_entry_and_its_attachment_are_written(fzjs: Run, root: Path, scan: Path) -> None:
    done = fzjs(
        "add", str(scan), *ADD, "--pages", "1", "--dated", "2021-02-20", "--sealed", at=root
    )
    assert done.returncode == 0, done.stderr
    digest = hashlib.sha256(scan.read_bytes()).hexdigest()
    assert (root / FILE).read_bytes() == scan.read_bytes()
    words = paper.read(scan, Tree(root)).words
    assert (root / MADE).read_text("utf-8") == (
        "事由: 某项工作\n种类: 情况说明\n对应:\n- {资料: 1-1, 年度: 2020, 页: 1}\n"
        "落款日期: 2021-02-20\n盖章: 是\n附件:\n"
        f"- {{路径: 附件/2020-某项工作.pdf, sha256: {digest}, 页数: 1, 字数: {words}}}\n"
        "状态: 草稿\n"
    )
    assert f"已登记 {MADE}（草稿）" in done.stdout
    assert not check(Tree(root)).within(MADE).diagnostics
    assert set(snapshot(root)) == {"fzjs.yaml", "indicators/01.yaml", MADE, FILE}


def test_a_sample_says_so_and_names_its_schema(fzjs: Run, campaign: Path, scan: Path) -> None:
    (campaign / "schema").mkdir()
    (campaign / "schema/evidence.json").write_text("{}", "utf-8")
    scan.write_bytes(scan.read_bytes() + b"%")
    named = ("--subject", "某项调解")
    done = fzjs("add", str(scan), "--office", "基层科", "--for", "84-3/2020", *named, at=campaign)
    assert done.returncode == 0, done.stderr
    (made,) = (campaign / "evidence/基层工作指导科").glob("2020-某项调解.yaml")
    text = made.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/evidence.json\n")
    assert text.endswith("状态: 草稿\n示例: 是\n")


def test_the_date_in_the_paper_is_said_and_not_taken(fzjs: Run, root: Path, scan: Path) -> None:
    done = fzjs("add", str(scan), *ADD, at=root)
    assert "没有写落款日期：文件末尾写的是 2021-01-29" in done.stdout
    assert "落款日期" not in (root / MADE).read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "words", "code"),
    [
        (("--office", "乙科"), "缺少 --for", 2),
        (("--for", "1-1/2020"), "缺少 --office", 2),
        (("--office", "乙课", "--for", "1-1/2020"), "是不是“乙科”？", 2),
        (("--office", "乙科", "--for", "1-9/2020"), "第1项有：1-1、1-2、1-3、1-网络检索", 1),
        (("--office", "乙科", "--for", "1-1：2020年"), "如 1-1/2020。", 2),
        (("--office", "乙科", "--for", "1-1"), "如 1-1/2019。", 2),
        (("--office", "乙科", "--for", "★5-2"), "如 ★5-2/2019上。", 2),
        ((*ADD, "--result", "无"), "只写了它们的日期或结果", 2),
        ((*ADD, "--url", "https://a", "--checked", "簿"), "只写一样", 2),
        (("--office", "乙科", "--for", "1-1/2018"), "不在应报的 2019 至 2021 之内", 1),
        (("--office", "乙科", "--for", "★5-2/2020"), "写 2020上 或 2020下", 1),
        ((*ADD, "--kind", "目录"), "种类改为 情况说明", 1),
        ((*ADD, "--kind", "情况说名"), "是不是“情况说明”？", 1),
        ((*ADD, "--dated", "2021.3.12"), "写成 2021-03-12", 1),
        ((*ADD, "--submit"), "盖了的写 --sealed", 1),
        ((*ADD, "--pages", "1", "--pages", "2"), "配不上", 2),
        ((*ADD, "--link"), "去掉 --link", 2),
        ((*ADD, "--link", "--copy"), "只写一个", 2),
        ((*ADD, "--quote", "联系电话：1" + "38" * 5), "号", 1),
        (("--secret", "密1号", "--level", "秘密", "--keeper", "机要室"), "不能带文件", 2),
        (("--secret", "密1号"), "三样都要写", 2),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    fzjs: Run, root: Path, scan: Path, options: Sequence[str], words: str, code: int
) -> None:
    before = snapshot(root)
    done = fzjs("add", str(scan), *options, at=root)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(root) == before


def test_of_two_materials_with_one_number_both_are_named(
    fzjs: Run, campaign: Path, scan: Path
) -> None:
    done = fzjs("add", str(scan), "--office", "法制仲裁科", "--for", "31-2", at=campaign)
    assert done.returncode == 2
    assert re.search(r"“31-2”不止一项.*31-2甲/20\d\d .*；31-2乙/20\d\d ", done.stderr)


def test_a_file_whose_name_says_nothing_needs_its_matter(
    fzjs: Run, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "扫描件.pdf").write_bytes(b"%PDF-1.4 x")
    claim = ("--office", "乙科", "--for", "1-1/2020")
    done = fzjs("add", str(tmp_path / "扫描件.pdf"), *claim, at=root)
    assert done.returncode == 2
    assert "加上 --subject" in done.stderr
    assert not (root / "evidence/乙科").exists()


@pytest.mark.parametrize("name", ["没有.pdf", "空.pdf"])
def test_no_file_and_an_empty_one(fzjs: Run, root: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "空.pdf").write_bytes(b"")
    done = fzjs("add", str(tmp_path / name), *ADD, at=root)
    assert done.returncode == 2
    assert re.search("没有“.*没有.pdf”这个文件|是空文件", done.stderr)


def test_registered_once(fzjs: Run, root: Path, scan: Path) -> None:
    assert fzjs("add", str(scan), *ADD, at=root).returncode == 0
    same = fzjs("add", str(scan), *ADD, at=root)
    other = fzjs("add", str(scan), "--office", "乙科", "--for", "8-2/2020", at=root)
    assert (same.returncode, other.returncode) == (0, 1)
    assert f"已经登记过：{MADE}" in same.stdout
    assert "没有改动" in same.stdout
    assert f"fzjs add --to {MADE} --for 8-2/2020" in other.stderr
    assert "--again" in other.stderr
    volume = fzjs("add", str(scan), "--office", "乙科", "--for", "9-2/2020", "--again", at=root)
    assert volume.returncode == 0, volume.stderr
    assert [path.name for path in (root / "evidence/乙科/附件").iterdir()] == ["2020-某项工作.pdf"]
    again = fzjs("add", str(scan), "--office", "丙科", "--for", "8-2/2020", "--again", at=root)
    assert again.returncode == 0, again.stderr
    assert (
        "与“乙科/2020-某项工作”的" in again.stdout or "attachment-registered-twice" in again.stdout
    )
    assert "8-2 由乙科负责，这里登记在丙科名下" in again.stdout


def test_what_is_there_already_is_named_and_never_to_be_deleted(
    fzjs: Run, root: Path, scan: Path
) -> None:
    there = mini.entry("1-1 2020", {"事由": "某项工作", "附件": None, "状态": "草稿"})
    mini.put(root, MADE, there)
    before = snapshot(root)
    done = fzjs("add", str(scan), *ADD, "--for", "8-2/2020", at=root)
    assert done.returncode == 1
    assert f"这件已经登记在 {MADE}（草稿）" in done.stderr
    assert f'fzjs add "{scan}" --to {MADE} --for 8-2/2020' in done.stderr or (
        f"fzjs add {scan} --to {MADE} --for 8-2/2020" in done.stderr
    )
    assert "删去" not in done.stderr
    assert "-2" not in done.stderr.replace("8-2", "").replace(str(scan), "")
    assert snapshot(root) == before


def test_of_two_alike_the_one_without_a_number_is_kept(root: Path) -> None:
    alike = mini.entry("1-1 2020", {"状态": "草稿"})
    mini.put(root, MADE.replace(".yaml", "-2.yaml"), alike)
    mini.put(root, MADE, alike)
    found = [d for d in check(Tree(root)).diagnostics if d.rule == "evidence-duplicate"]
    assert [d.hint.partition("，")[0] for d in found] == ["留“乙科/2020-某项工作”"]


def test_a_file_of_the_same_name_is_never_overwritten(fzjs: Run, root: Path, scan: Path) -> None:
    mini.put(root, FILE, b"another")
    mini.put(root, MADE, mini.entry("8-2 2020", {"事由": "别的事"}))
    done = fzjs("add", str(scan), *ADD, at=root)
    assert done.returncode == 0, done.stderr
    assert (root / FILE).read_bytes() == b"another"
    assert (root / FILE.replace(".pdf", "-2.pdf")).read_bytes() == scan.read_bytes()
    assert "附件/2020-某项工作-2.pdf" in (root / MADE.replace(".yaml", "-2.yaml")).read_text(
        "utf-8"
    )


def test_a_file_among_the_offices_own_is_registered_where_it_lies(fzjs: Run, root: Path) -> None:
    mini.put(root, "evidence/乙科/附件/旧名 (1).pdf", SCAN.read_bytes())
    done = fzjs("add", "evidence/乙科/附件/旧名 (1).pdf", "--for", "1-1/2020", at=root)
    assert done.returncode == 0, done.stderr
    assert [p.name for p in (root / "evidence/乙科/附件").iterdir()] == ["旧名 (1).pdf"]
    rules = {found.rule for found in check(Tree(root)).diagnostics}
    assert rules.isdisjoint({"attachment-missing", "attachment-unlisted"})
    (made,) = (root / "evidence/乙科").glob("*.yaml")
    assert "路径: 附件/旧名 (1).pdf" in made.read_text("utf-8")


def test_a_large_file_stays_elsewhere_with_its_hash(fzjs: Run, root: Path, tmp_path: Path) -> None:
    video = tmp_path / "录像.mp4"
    video.write_bytes(b"\0" * 3_000_000)
    done = fzjs("add", str(video), *ADD, "--elsewhere", at=root)
    assert done.returncode == 0, done.stderr
    digest = hashlib.sha256(video.read_bytes()).hexdigest()
    assert f"{{路径: 附件/录像.mp4, sha256: {digest}, 库外: 是}}" in (root / MADE).read_text(
        "utf-8"
    )
    assert not (root / "evidence/乙科/附件").exists()


def test_a_secret_paper_is_only_registered(fzjs: Run, root: Path) -> None:
    secret = ("--secret", "示密〔2020〕1号", "--level", "秘密", "--keeper", "机要室")
    done = fzjs("add", *secret, "--office", "乙科", "--for", "7-1/2020", at=root)
    assert done.returncode == 0, done.stderr
    (made,) = (root / "evidence/乙科").rglob("*.*")
    assert made.name == "涉密登记-示密〔2020〕1号.yaml"
    assert made.read_text("utf-8") == (
        "种类: 佐证材料\n涉密: {登记号: 示密〔2020〕1号, 密级: 秘密, 保管: 机要室}\n"
        "对应:\n- {资料: 7-1, 年度: 2020}\n状态: 草稿\n"
    )


def test_what_another_body_must_issue_waits_for_it(fzjs: Run, root: Path) -> None:
    outside = ("--outside", "示例市人民法院", "--subject", "败诉率", "--for", "9-1/汇总")
    done = fzjs("add", *outside, "--office", "乙科", at=root)
    assert done.returncode == 0, done.stderr
    assert "外单位: {出具: 示例市人民法院}" in (root / "evidence/乙科/败诉率.yaml").read_text(
        "utf-8"
    )
    assert "还没有发函" in done.stdout


def test_nothing_is_left_where_the_disk_refuses(fzjs: Run, root: Path, scan: Path) -> None:
    if os.geteuid() == 0:
        mini.put(root, "evidence", "a file where a folder should be")
    else:
        (root / "evidence").mkdir(mode=0o500)
    before = snapshot(root)
    done = fzjs("add", str(scan), *ADD, at=root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert snapshot(root) == before


# What a file tells of itself


def test_a_scan_a_locked_and_a_broken_pdf(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    scanned = paper.read(blank(tmp_path / "扫描.pdf"), tree)
    assert (scanned.pages, scanned.words) == (2, None)
    assert "扫描件" in scanned.note
    locked = paper.read(blank(tmp_path / "密.pdf", password=LOCK), tree)
    assert (locked.pages, "密码" in locked.note) == (None, True)
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 nonsense")
    broken = paper.read(tmp_path / "坏.pdf", tree)
    assert (broken.pages, "坏了" in broken.note) == (None, True)


def test_word_text_and_a_pointer(tmp_path: Path) -> None:
    lines = ("示例市某局关于某项工作的情况说明", "正文 一段。", "示例市某局", "2021年2月12日")
    read = paper.read(statement(tmp_path / "说明.docx", *lines), Tree(tmp_path))
    assert read.words == len("".join(lines).replace(" ", ""))
    assert (read.pages, read.ends) == (None, "2021-02-12")
    (tmp_path / "旧.txt").write_bytes("某局 二〇二〇年总结".encode("gbk"))
    assert paper.read(tmp_path / "旧.txt", Tree(tmp_path)).words == 9
    oid = "a" * 64
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 9\n"
    (tmp_path / "大.pdf").write_text(pointer, "utf-8")
    found = paper.read(tmp_path / "大.pdf", Tree(tmp_path))
    assert (found.sha256, "指针" in found.note) == (oid, True)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("示例市某局关于学法培训的情况说明（定稿）.docx", "学法培训"),
        ("2020年度关于学法培训情况说明-扫描件.pdf", "2020年度学法培训"),
        ("2016-2020 学法培训(2).pdf", "2016—2020年学法培训"),
        ("20210212学法培训.pdf", "学法培训"),
        ("学法培训2021年2月12日盖章版.pdf", "学法培训"),
        ("情况说明.pdf", "情况说明"),
    ],
)
def test_a_subject_from_a_file_name(name: str, subject: str, tmp_path: Path) -> None:
    campaign = mini.given(tmp_path).repository.campaign
    assert naming.from_file(name, campaign) == subject


@pytest.mark.parametrize(
    ("subject", "stem"),
    [
        ('一:二/三*"四"', "2020-一-二-三-四"),
        ("nul", "2020-nul"),
        ("x" * 90, "2020-" + "x" * 45),
        ("2020年度学法", "2020-学法"),
    ],
)
def test_a_file_name_that_every_system_takes(subject: str, stem: str) -> None:
    assert naming.stem(subject, {2020}) == stem
    assert naming.stem("nul", set()) == "nul-"


# Asking


def talk(root: Path, answers: Sequence[str], *arguments: str, editor: str = "") -> tuple[str, int]:
    """Run in a terminal of its own, and type an answer wherever it waits for one."""
    pty = pytest.importorskip("pty")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(root)
        os.environ.update(EDITOR=editor, VISUAL="", TERM="dumb", PYTHONIOENCODING="utf-8")
        os.execv(sys.executable, [sys.executable, "-m", "fzjs", "add", *arguments])  # noqa: S606  # fzjs itself
    said, left, quiet = b"", list(answers), time.monotonic()
    while time.monotonic() - quiet < 60:
        if not select.select([terminal], [], [], 0.2)[0]:
            if left and said.endswith(b": "):
                os.write(terminal, f"{left.pop(0)}\n".encode())
            continue
        try:
            said += os.read(terminal, 65536)
        except OSError:  # the other end has gone
            break
        quiet = time.monotonic()
    else:
        os.kill(child, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return said.decode("utf-8", "replace"), status


def test_a_terminal_asks_and_proposes(root: Path, scan: Path) -> None:
    answers = ["乙课", "乙科", "1-9/2020", "1-1/2020；8-2/2020", "1", "", "2", "某句"]
    answers += ["", "某项工作", "2021.2.12", "", "对", "是"]
    said, status = talk(root, answers, str(scan), "--no-edit")
    assert status == 0, said
    assert "是不是“乙科”？" in said
    assert "没有“1-9”这项资料" in said
    assert "种类 [情况说明]" in said
    assert "读自文件末尾，核对原件（没有就写 无） [2021-01-29]" in said
    assert "写成 2021-02-12" in said
    text = (root / MADE).read_text("utf-8")
    assert (
        "- {资料: 1-1, 年度: 2020, 页: 1}\n- {资料: 8-2, 年度: 2020, 页: 2, 摘录: 某句}\n" in text
    )
    assert "落款日期: 2021-01-29\n盖章: 是\n" in text


def test_what_the_rules_refuse_is_asked_again(root: Path, scan: Path) -> None:
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020", {"事由": "重的"}))
    flags = ("--office", "乙科", "--for", "1-1/2020", "--dated", "2021-02-20", "--sealed")
    said, status = talk(root, ["", "重的", "", "某项工作", "", ""], str(scan), *flags, "--no-edit")
    assert status == 0, said
    assert "这件已经登记在 evidence/乙科/条目.yaml（待审核）" in said
    assert (root / MADE).is_file()


def test_what_cannot_be_handed_in_is_kept_as_a_draft(root: Path, scan: Path) -> None:
    flags = (*ADD, "--kind", "情况说明", "--dated", "2021-02-20", "--submit", "--no-edit")
    said, status = talk(root, ["", ""], str(scan), *flags)
    assert status == 0, said
    assert "先存成草稿？ [Y/n]" in said
    assert "状态: 草稿" in (root / MADE).read_text("utf-8")


def test_an_answer_that_is_refused_twice_ends_it(root: Path, scan: Path) -> None:
    flags = ("--office", "乙科", "--for", "1-1/2018", "--kind", "情况说明", "--no-edit")
    said, status = talk(root, ["某项工作", "", "", "", "", "", "", ""], str(scan), *flags)
    assert status == 1, said
    assert "不在应报的 2019 至 2021 之内" in said
    assert not (root / "evidence").exists()


def test_a_terminal_asks_what_was_looked_up(root: Path) -> None:
    flags = ("--office", "乙科", "--for", "1-2/2020", "--no-edit", "--kind", "零报告")
    answers = ["收文登记簿", "无此情形", "2021.2.1", "2021-02-01", "没有发生"]
    said, status = talk(root, answers, *flags)
    assert status == 0, said
    text = (root / "evidence/乙科/2020-没有发生.yaml").read_text("utf-8")
    assert "查证:\n- {查阅: 收文登记簿, 日期: 2021-02-01, 结果: 无此情形}\n" in text
    flags = ("--office", "乙科", "--for", "1-网络检索/2020", "--no-edit", "--kind", "网络检索")
    said, status = talk(root, ["无", "某词", "未检索到", "2021-02-01", "某项检索"], *flags)
    assert status == 0, said
    text = (root / "evidence/乙科/2020-某项检索.yaml").read_text("utf-8")
    assert "网络检索:\n- {检索词: 某词, 日期: 2021-02-01, 结果: 未检索到}\n" in text


def test_the_editor_opens_and_a_change_is_checked(root: Path, scan: Path) -> None:
    script = root.parent / "改 一下.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text('utf-8').replace('草稿', '已提交'), 'utf-8')\n",
        "utf-8",
    )
    flags = (*ADD, "--dated", "2021-02-20", "--kind", "情况说明")
    said, status = talk(root, [""], str(scan), *flags, editor=f'"{sys.executable}" "{script}"')
    assert status == 0, said
    assert "改过了，再查一遍" in said
    assert "情况说明没有盖章" in said


# A folder through a table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "现有材料"
    (where / "2020").mkdir(parents=True)
    (where / "2020" / "学法.pdf").write_bytes(SCAN.read_bytes())
    statement(where / "工作.docx", "示例市某局关于某项工作的情况说明", "正文", "2021年2月12日")
    blank(where / "=扫描.pdf")
    (where / "~$工作.docx").write_bytes(b"lock")
    return where


def read(folder: Path) -> list[dict[str, str]]:
    rows = cells.read(folder / "登记表-乙科.csv")
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def fill(folder: Path, lines: dict[str, dict[str, str]], encoding: str = "utf-8-sig") -> None:
    rows = read(folder)
    made = [{**row, **lines.get(row["文件"], {})} for row in rows]
    made += [
        {**dict.fromkeys(rows[0], ""), **line} for name, line in lines.items() if name[:1] == "+"
    ]
    text = cells.write([list(rows[0]), *(list(row.values()) for row in made)]).decode("utf-8-sig")
    (folder / "登记表-乙科.csv").write_bytes(text.encode(encoding))


def test_the_table_has_what_can_be_known_and_no_claim(fzjs: Run, root: Path, folder: Path) -> None:
    before = snapshot(root)
    done = fzjs("add", str(folder), "--office", "乙科", at=root)
    assert done.returncode == 0, done.stderr
    assert (folder / "登记表-乙科.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = {row["文件"]: row for row in read(folder)}
    assert set(rows) == {"2020/学法.pdf", "工作.docx", "./=扫描.pdf"}
    assert rows["工作.docx"]["事由"] == "某项工作"
    assert "2021-02-12" in rows["工作.docx"]["说明"]
    assert rows["./=扫描.pdf"]["页数"] == "2"
    assert all(not row[key] for row in rows.values() for key in ("资料", "年度", "落款日期"))
    assert snapshot(root) == before


def test_filled_lines_are_registered_and_only_once(fzjs: Run, root: Path, folder: Path) -> None:
    add = ("add", str(folder), "--office", "乙科")
    fzjs(*add, at=root)
    lines = {
        "工作.docx": {"资料": "1-1；8-2", "年度": "2020", "落款日期": "2021/2/12", "盖章": "是"},
        "./=扫描.pdf": {"资料": "1月1日", "年度": "2019", "页": "1月2日", "事由": "扫描"},
        "+": {"文件": "工作.docx", "资料": "8-2/2021", "摘录": "甲；乙"},
    }
    fill(folder, lines, "gbk")
    done = fzjs(*add, at=root)
    assert done.returncode == 0, done.stdout
    text = (root / "evidence/乙科/2020-2021-某项工作.yaml").read_text("utf-8")
    assert "- {资料: 8-2, 年度: 2020}\n- {资料: 8-2, 年度: 2021, 摘录: 甲；乙}\n" in text
    assert "落款日期: 2021-02-12\n" in text
    assert "按 1-1 读" in done.stdout
    assert "{资料: 1-1, 年度: 2019, 页: 1-2}" in (root / "evidence/乙科/2019-扫描.yaml").read_text(
        "utf-8"
    )
    assert {row["已登记"] for row in read(folder)} == {
        "乙科/2020-2021-某项工作",
        "乙科/2019-扫描",
        "",
    }
    (folder / "新来.txt").write_text("新", "utf-8")
    before = snapshot(root)
    again = fzjs(*add, at=root)
    assert (again.returncode, "以前登记过" in again.stdout) == (0, True)
    assert snapshot(root) == before
    assert "新来.txt" in {row["文件"] for row in read(folder)}


def test_every_slip_is_said_at_once_with_row_and_column(
    fzjs: Run, root: Path, folder: Path
) -> None:
    add = ("add", str(folder), "--office", "乙科")
    fzjs(*add, at=root)
    rows = [row["文件"] for row in read(folder)]
    number = {name: position for position, name in enumerate(rows, 2)}
    fill(
        folder,
        {
            "工作.docx": {"资料": "1-9", "年度": "2020", "盖章": "√"},
            "./=扫描.pdf": {"资料": "1-1", "年度": "2012"},
            "2020/学法.pdf": {"资料": "1-1；8-2；7-1", "年度": "2020；2021"},
            "+": {"文件": "没有.pdf", "资料": "1-1", "年度": "2020"},
            "+2": {"文件": "../别处.pdf", "资料": "1-1", "年度": "2020"},
        },
    )
    before = snapshot(root)
    done = fzjs(*add, at=root)
    assert done.returncode == 1
    for place in (
        f"第{number['./=扫描.pdf']}行“年度”：年度“2012”不在",
        f"第{number['2020/学法.pdf']}行“年度”：“资料”有3件，“年度”有2个",
        f"第{number['工作.docx']}行“盖章”：",
        f"第{len(rows) + 2}行“文件”：没有“",
        f"第{len(rows) + 3}行“文件”：“../别处.pdf”不在",
    ):
        assert place in done.stdout
    assert snapshot(root) == before


def test_one_file_under_two_names_is_registered_once(fzjs: Run, root: Path, folder: Path) -> None:
    (folder / "副本.docx").write_bytes((folder / "工作.docx").read_bytes())
    fzjs("add", str(folder), "--office", "乙科", at=root)
    claim = {"资料": "1-1", "年度": "2020"}
    fill(folder, {"工作.docx": claim, "副本.docx": {"资料": "8-2", "年度": "2020"}})
    done = fzjs("add", str(folder), "--office", "乙科", at=root)
    assert (done.returncode, "是同一个文件" in done.stdout) == (1, True)
    table = fzjs("add", str(folder / "登记表-乙科.csv"), *ADD, at=root)
    assert (table.returncode, "是登记表，不是材料" in table.stderr) == (2, True)
    assert not (root / "evidence").exists()


def test_lines_of_what_was_looked_up_need_no_file(fzjs: Run, root: Path, folder: Path) -> None:
    add = ("add", str(folder), "--office", "乙科")
    fzjs(*add, at=root)
    day = {"检索日期": "2021/2/15"}
    lines = {
        "工作.docx": {"资料": "1-网络检索", "年度": "2020", "事由": "某项检索", **day}
        | {"网址": "https://example.org/a"},
        "+1": {"文件": "工作.docx", "资料": "8-1/2020", "网址": "https://example.org/b", **day},
        "+2": {"文件": "", "资料": "1-2/2020", "事由": "没有发生", "查阅": "登记簿", **day},
    }
    fill(folder, lines)
    done = fzjs(*add, at=root)
    number = len(read(folder)) + 1
    assert done.returncode == 1
    assert f"第{number}行“查阅”：写了查阅，还要写检索日期和结果" in done.stdout
    lines = {"": {"结果": "无此情形"}}
    fill(folder, lines)
    done = fzjs(*add, at=root)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (root / "evidence/乙科/2020-某项检索.yaml").read_text("utf-8")
    assert (
        '公开:\n- {网址: "https://example.org/a", 检索日期: 2021-02-15}\n'
        '- {网址: "https://example.org/b", 检索日期: 2021-02-15}\n'
    ) in text
    nil = "evidence/乙科/2020-没有发生.yaml"
    assert "查证:\n- {查阅: 登记簿, 日期: 2021-02-15, 结果: 无此情形}\n" in (root / nil).read_text(
        "utf-8"
    )
    assert f"齐了的，提交：fzjs submit evidence/乙科/2020-某项检索.yaml {nil}" in done.stdout
    before = snapshot(root)
    again = fzjs(*add, at=root)
    assert (again.returncode, "3 行以前登记过" in again.stdout) == (0, True)
    assert snapshot(root) == before


def test_a_table_is_its_offices_and_its_folders_own(fzjs: Run, root: Path, folder: Path) -> None:
    mini.put(root, "evidence/乙科/附件/旧.txt", "旧")
    mini.put(root, "evidence/丙科/附件/别的.txt", "别")
    elsewhere = folder.parent / "别处"
    elsewhere.mkdir()
    for office in ("乙科", "丙科"):
        where = str(root / f"evidence/{office}/附件")
        done = fzjs("-C", str(root), "add", where, at=elsewhere)
        assert done.returncode == 0, done.stderr
    assert {path.name for path in root.iterdir() if path.is_file()} == {
        "fzjs.yaml", "登记表-乙科.csv", "登记表-丙科.csv",
    }  # fmt: skip
    assert not list(elsewhere.iterdir())
    table = ("--table", str(root / "登记表-乙科.csv"))
    done = fzjs("add", str(folder), "--office", "乙科", *table, at=root)
    assert (done.returncode, "一个也不在" in done.stderr) == (2, True)
    scanned = folder / "登记表.pdf"
    scanned.write_bytes(SCAN.read_bytes())
    done = fzjs("add", str(scanned), *ADD, at=root)
    assert done.returncode == 0, done.stderr


def test_a_slip_says_what_to_fill_in(fzjs: Run, root: Path, folder: Path) -> None:
    add = ("add", str(folder), "--office", "乙科")
    fzjs(*add, at=root)
    fill(folder, {"工作.docx": {"资料": "1-1", "年度": "2020"}})
    done = fzjs(*add, "--submit", at=root)
    assert done.returncode == 1
    assert "照原件填“落款日期”" in done.stdout
    assert "盖了章的，“盖章”填 是" in done.stdout
    assert "这一行" not in done.stdout
    done = fzjs(*add, at=root)
    assert done.returncode == 0, done.stderr
    assert "提交前还缺：情况说明没有盖章；情况说明没有落款日期" in done.stdout


def test_an_xlsx_table_is_read(fzjs: Run, root: Path, folder: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["文件", "资料", "年度", "事由"])
    book.active.append(["工作.docx", "1-1", 2020, "某项工作"])
    book.save(folder.parent / "表.xlsx")
    table = ("--table", str(folder.parent / "表.xlsx"))
    done = fzjs("add", str(folder), "--office", "乙科", *table, at=root)
    assert done.returncode == 0, done.stderr + done.stdout
    assert (root / MADE).is_file()


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("1月2日", "1-2"), ("2-Jan", "1-2"), ("2020/1/2", "1-2/2020"), ("31-2甲", "31-2甲")],
)
def test_what_a_spreadsheet_made_a_date_of(typed: str, read_as: str) -> None:
    assert cells.reference(typed) == read_as


def test_a_table_is_no_formula_and_reads_back_what_was_written(tmp_path: Path) -> None:
    rows = [["文件", "资料", "年度"], ["=cmd.pdf", "-1", "'引"], ["甲\udcff.pdf", "", ""]]
    path = tmp_path / "表.csv"
    path.write_bytes(cells.write(rows))
    assert "'=cmd.pdf,'-1,'引" in path.read_text("utf-8-sig")
    assert cells.read(path)[1] == ["=cmd.pdf", "-1", "'引"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('文件,资料,年度\n甲.pdf,"少引号,2020\n乙.pdf,1-1,2020\n', "可能少了一个引号"),
        ("文件,资料,年度,摘录,摘录\n甲.pdf,1-1,2020,,\n", "有两列都叫“摘录”"),
    ],
)
def test_a_table_that_would_lose_what_was_typed_is_refused(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "表.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(FzjsError, match=told):
        table.load(path)


def test_columns_of_the_clerks_own_stay(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("文件,资料,年度,备注\n甲.pdf,,,我的,超出\n", "utf-8")
    sheet = table.load(path)
    table.save(path, [row.cells for row in sheet.rows], sheet.columns)
    assert "我的" in path.read_text("utf-8-sig")
    assert "超出" in path.read_text("utf-8-sig")
