"""The commands that change records, as offices and reviewers use them: real processes, real git."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import mini
from conftest import Run
from fzjs.cli.app import run

DRAFT = "法制仲裁科/2021-规范性文件合法性审核情况说明"
WAITING = "行政财务装备科/2016-审计决定落实证明（待出具）"
PENDING = "行政财务装备科/2019-年度审计报告"
PASSED = "行政财务装备科/内部审计监督制度"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "core.quotepath=false", "-c", "core.autocrlf=false"]
    done = subprocess.run(
        [*command, *arguments], check=True, capture_output=True, encoding="utf-8", timeout=60
    )
    return done.stdout


def diff(folder: Path) -> list[str]:
    """Give the lines that git sees taken away and added, in all files."""
    git(folder, "add", "--all", "--intent-to-add")
    return changed_lines(git(folder, "diff", "-U0", "--no-renames"))


def changed_lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [each for each in lines if each[:1] in "+-" and each[:3] not in {"+++", "---", ""}]


def test_a_draft_with_windows_line_ends_is_handed_in(campaign: Path, fzjs: Run) -> None:
    path = campaign / f"evidence/{DRAFT}.yaml"
    text = path.read_text(encoding="utf-8").replace("状态: 草稿", "盖章: 是\n状态:  草稿   # 等章")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    done = fzjs("submit", DRAFT, at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_bytes() == before.replace("状态:  草稿".encode(), "状态:  已提交".encode())
    assert f"已改 evidence/{DRAFT}.yaml：状态 草稿 → 已提交" in done.stdout
    assert f"条目 {DRAFT}：草稿 → 待审核" in done.stdout
    assert "由规范性文件管理科审核" in done.stdout
    again = fzjs("submit", f"evidence/{DRAFT}.yaml", at=campaign)
    assert (again.returncode, "没有改动" in again.stdout) == (0, True)


def test_what_is_missing_is_listed_as_check_says_it(campaign: Path, fzjs: Run) -> None:
    done = fzjs("submit", DRAFT, "法制仲裁科/2021-行政复议工作情况说明", at=campaign)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{DRAFT}.yaml 还不能提交：缺章" in done.stderr
    assert "还不能提交：缺落款日期、缺章、没有附件" in done.stderr
    assert "[evidence-unsealed]" in done.stderr
    assert diff(campaign) == []


def test_an_entry_is_withdrawn_and_comes_back_with_its_history(campaign: Path, fzjs: Run) -> None:
    done = fzjs("submit", PASSED, "--withdraw", "重复: 与法制仲裁科的", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert "应报件 78-1/现行：已通过 → 未报" in done.stdout
    assert diff(campaign) == [
        "-状态: 已提交",
        "+状态: 撤回",
        '+撤回理由: "重复: 与法制仲裁科的"',
    ]
    assert "撤回（重复: 与法制仲裁科的）" in fzjs("show", "78", at=campaign).stdout
    refused = fzjs("submit", PASSED, at=campaign)
    assert (refused.returncode, "--reopen" in refused.stderr) == (1, True)
    assert fzjs("submit", PASSED, "--reopen", "核对过，不重复", at=campaign).returncode == 0
    assert diff(campaign) == [
        "-状态: 已提交",
        "+状态: 草稿",
        "+更正:",
        '+- {日期: 2021-03-02, 理由: "核对过，不重复（曾撤回：重复: 与法制仲裁科的）"}',
    ]
    handed = fzjs("submit", PASSED, at=campaign)
    assert f"条目 {PASSED}：草稿 → 已通过" in handed.stdout  # what was reviewed has not changed


def test_a_correction_is_declared_once_a_day(campaign: Path, fzjs: Run) -> None:
    for _ in range(2):
        assert fzjs("submit", PASSED, "--reopen", "人数写错", at=campaign).returncode == 0
    assert diff(campaign) == ["+更正:", "+- {日期: 2021-03-02, 理由: 人数写错}"]
    assert "；更正1次" in fzjs("show", "78", at=campaign).stdout


def test_a_reviewer_passes_and_returns(campaign: Path, fzjs: Run) -> None:
    done = fzjs("review", PENDING, "--pass", "--by", "张某丙", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert "通过（规范性文件管理科 张某丙，2021-03-02）" in done.stdout
    assert "应报件 78-2/2019：待审 → 已通过" in done.stdout
    assert "单独的一次合并请求" in done.stdout
    path = campaign / f"evidence/审核/{PENDING}.yaml"
    first = path.read_bytes()
    assert first.startswith("示例: 是\n审核:\n- 日期: 2021-03-02\n  科室: 规".encode())
    back = fzjs(
        "review", PENDING, "--return", "缺章：第2页", "--return", "其他:少: 一页", "--by", "王某",
        at=campaign,
    )  # fmt: skip
    assert (back.returncode, "已通过 → 退回" in back.stdout) == (0, True)
    assert path.read_bytes().startswith(first)
    rows = json.loads(fzjs("export", "--json", at=campaign).stdout)["佐证"]
    row = next(each for each in rows if each["条目"] == PENDING)
    assert row["现状"] == "已退回"
    assert row["退回理由"] == ["缺章（第2页）", "其他（少: 一页）"]
    assert row["审核指纹"]["指纹"].encode() in path.read_bytes()
    same = fzjs("review", PENDING, "--return", "缺章:第2页", "--return", "其他：少: 一页",
                "--by", "王某", at=campaign)  # fmt: skip
    assert (same.returncode, "没有改动" in same.stdout) == (0, True)


def test_the_substitute_reviews_what_is_the_reviewers_own(campaign: Path, fzjs: Run) -> None:
    folder = campaign / "evidence/规范性文件管理科"
    rows = json.loads(fzjs("export", "--json", at=campaign).stdout)["佐证"]
    waiting = next(r["条目"] for r in rows if r["科室"] == folder.name and r["现状"] == "待审核")
    done = fzjs("review", waiting, "--pass", "--by", "王某戊", at=campaign)
    assert "通过（法制仲裁科 王某戊，2021-03-02）" in done.stdout
    assert "错误 0" in fzjs("check", at=campaign).stdout


def test_steps_of_the_asking_and_paper_are_kept(campaign: Path, fzjs: Run) -> None:
    fzjs("outside", WAITING, "--reminded", "2021-03-01", at=campaign)
    done = fzjs("outside", WAITING, "--received", "2021-03-02", at=campaign)
    assert "还缺：没有附件" in done.stdout
    fzjs("handover", PASSED, "--copies", "2", at=campaign)
    done = fzjs("handover", PASSED, "--copies", "3", "--original", "--signed", "徐甲", at=campaign)
    assert "交件 份数 2 → 3，原件 是，签收 徐甲" in done.stdout
    asked = "出具: 示例市审计局, 发函: 2021-02-22"
    assert sorted(diff(campaign)) == sorted(
        [
            "+交件: {日期: 2021-03-02, 份数: 3, 原件: 是, 签收: 徐甲}",
            f"-外单位: {{{asked}}}",
            f"+外单位: {{{asked}, 催函: [2021-03-01], 取得: 2021-03-02}}",
        ]
    )


def test_an_application_is_approved_and_comments_stay(campaign: Path, fzjs: Run) -> None:
    done = fzjs("apply", "补报", "85-5/2016", "--office", "基层科", "--reason", "档案重印",
                "--until", "2021-03-20", at=campaign)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    name = "evidence/基层工作指导科/申请/2021-03-补报-85-5-2016.yaml"
    assert f"新建 {name}" in done.stdout
    assert "补报待批1：85-5/2016" in fzjs("status", at=campaign).stdout
    done = fzjs("approve", name, "--by", "张某丙", at=campaign)
    assert "延期至2021-03-20" in done.stdout
    git(campaign, "add", name)
    assert diff(campaign) == [
        "+- {对象: 85-5/2016, 至: 2021-03-20, 理由: 档案重印, 批准: {人: 张某丙, 日期: 2021-03-02}}"
    ]
    assert "补报待批" not in fzjs("status", at=campaign).stdout
    again = fzjs("approve", "85-5/2016", "--by", "张某丙", at=campaign)
    assert (again.returncode, "已经批到 2021-03-20" in again.stdout) == (0, True)
    own = fzjs("approve", "19-1/2016", "--by", "杨某甲", at=campaign)
    assert "申请科室行政财务装备科的责任人" in own.stdout
    assert "应报件 19-1/2016：未报，逾期 → 不适用" in own.stdout


def test_an_entry_moves_with_all_that_names_it(campaign: Path, fzjs: Run) -> None:
    old, new = "普法与依法治理科/2016-2019-青少年法治宣传材料", "普法与依法治理科/2016-2019-普法"
    findings = fzjs("check", at=campaign).stdout
    review = (campaign / f"evidence/审核/{old}.yaml").read_bytes()
    done = fzjs("mv", old, "2016-2019-普法.yaml", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert (campaign / f"evidence/审核/{new}.yaml").read_bytes() == review
    assert not (campaign / f"evidence/{old}.yaml").exists()
    assert fzjs("check", at=campaign).stdout == findings
    git(campaign, "add", "--all")
    assert changed_lines(git(campaign, "diff", "--cached", "-M", "-U0")) == [
        f"-佐证: [{old}]",
        f"+佐证: [{new}]",
        f"-  条目: {old}",
        f"+  条目: {new}",
    ]


def test_an_unreviewed_entry_goes_to_another_office_with_its_papers(
    campaign: Path, fzjs: Run
) -> None:
    (campaign / "evidence/立法科/附件/2019-年度审计报告.pdf").unlink(missing_ok=True)
    done = fzjs("mv", PENDING, "立法科/2019-年度审计报告", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert "→ evidence/立法科/附件/" in done.stdout
    assert "立法科不欠这一件" in done.stdout
    assert "错误 0" in fzjs("check", at=campaign).stdout


def test_a_reviewed_entry_stays_in_its_office(campaign: Path, fzjs: Run) -> None:
    done = fzjs("mv", PASSED, "立法科/x", at=campaign)
    assert done.returncode == 1
    assert f"先 fzjs submit {PASSED} --withdraw 理由" in done.stderr
    assert git(campaign, "status", "--porcelain") == ""


def test_an_office_that_was_renamed(campaign: Path, fzjs: Run) -> None:
    done = fzjs("mv", "--folder", "基层科", "促进法治科", at=campaign)
    assert (done.returncode, done.stderr) == (0, "")
    assert "{名称: 促进法治科, 别名: [基层工作指导科]}" in done.stdout
    path = campaign / "fzjs.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("名称: 基层工作指导科", "名称: 促进法治科").replace(
            "[基层科]", "[基层科, 基层工作指导科]"
        ),
        encoding="utf-8",
    )
    assert "错误 0" in fzjs("check", at=campaign).stdout
    assert not list((campaign / "evidence").rglob("基层工作指导科"))


REFUSED = [
    (["submit", "法制仲裁科/2021-行政复议工作情况"], 2, "2021-行政复议工作情况说明”？"),
    (["submit", "规范性文件合法性审核"], 2, f"“{DRAFT}”"),
    (["submit", f"evidence/审核/{PASSED}.yaml"], 2, "那是审核文件"),
    (["submit", PASSED, "--withdraw", " "], 2, "--withdraw 后面是空的"),
    (["submit", PASSED, "--withdraw", "甲", "--reopen", "乙"], 2, "只写一个"),
    (["review", PENDING], 2, "写 --pass 或 --return"),
    (["review", PENDING, "--pass"], 2, "写明谁审的，如 --by 张某丙"),
    (["review", PENDING, "--pass", "--return", "缺章"], 2, "只写一种"),
    (["review", PENDING, "--return", "无章"], 2, "是不是“缺章”"),
    (["review", PENDING, "--return", "其他"], 2, "要写说明"),
    (["review", PENDING, "--pass", "--date", "2021.3.1"], 2, "写成 2021-03-01"),
    (["review", PENDING, "--pass", "--date", "2021-03-12"], 2, "还没有到"),
    (["review", PENDING, "--pass", "--office", "基层科"], 1, "应由规范性文件管理科审核"),
    (["review", PENDING, "--pass", "--office", "行政财务装备科"], 1, "不能审核自己的条目"),
    (["review", DRAFT, "--pass"], 1, "是草稿，没有可审的"),
    (["review", WAITING, "--return", "缺章"], 1, "还在等示例市审计局出具"),
    (
        ["review", PASSED, "--return", "缺章", "--by", "张某丙", "--date", "2021-01-05"],
        1,
        "不能早于",
    ),
    (["mv", PENDING, "内部审计监督制度"], 1, "不覆盖"),
    (["mv", PENDING, "财务科/x"], 2, "是不是“行政财务装备科”"),
    (["mv", PENDING, "基层科/台账/x"], 2, "专用的文件夹名"),
    (["mv", PENDING, "../x"], 2, "没有“..”这个科室"),
    (["mv", PENDING, "a:b"], 2, "不能作文件名"),
    (["mv", PENDING, "名" * 100], 2, "名字太长"),
    (["mv", "--folder", "法制仲裁科", "办公室"], 1, "不覆盖"),
    (["mv", "--folder", "法制仲裁科", "审核"], 2, "专用"),
    (["mv", "--folder", "法制科", "某科"], 2, "是不是“法制仲裁科”"),
    (["outside", WAITING], 2, "至少写一个"),
    (["outside", DRAFT, "--asked", "2021-03-01"], 2, "--issuer"),
    (["outside", WAITING, "--received", "2021-01-01"], 1, "早于发函"),
    (["outside", WAITING, "--asked", "20210301"], 2, "写成 2021-03-01"),
    (["handover", PASSED, "--copies", "0"], 2, "不能小于 1"),
    (["handover", PASSED, "--copies", "1", "--date", "2021年3月1日"], 2, "写成 2021-03-01"),
    (["apply", "不适", "19-1/2017", "--reason", "甲"], 2, "是不是“不适用”"),
    (["apply", "不适用", "31-2", "--reason", "甲"], 2, "31-2甲、31-2乙"),
    (["apply", "不适用", "19-1/2017", "--reason", "甲"], 2, "用 --office 写明"),
    (["apply", "不适用", "19-1/2017", "--reason", "甲", "--office", "基层科"], 1, "不欠这一件"),
    (["apply", "延期", "78-2/2020", "--reason", "甲"], 2, "--until"),
    (["apply", "延期", "78-2/2020", "--reason", "甲", "--until", "2021-03-05"], 2, "现在的期限"),
    (["approve", "85-5/2016", "--by", "张某丙"], 2, "现有的申请"),
    (["approve", "19-1/2016", "--by", ""], 2, "--by 后面是空的"),
    (["approve", "19-1/2016", "--by", "张某丙", "--date", "2021-02-01"], 2, "早于申请"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED)
def test_a_mistake_changes_nothing_and_says_what_to_type(
    shipped: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    assert run(["-C", str(shipped), *arguments]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err
    assert git(shipped, "status", "--porcelain") == ""


def test_a_broken_file_is_mended_first(tmp_path: Path, fzjs: Run) -> None:
    entry = mini.entry("1-1 2020 2").replace("状态: 已提交", "状态: 草稿")
    mini.lay(tmp_path, {mini.ENTRY: entry.replace("事由: ", "事由：")})
    for command in (["submit"], ["review", "--pass"], ["mv"], ["handover", "--copies", "3"]):
        rest = ["新名"] if command == ["mv"] else []
        done = fzjs(command[0], "乙科/条目", *command[1:], *rest, at=tmp_path)
        assert done.returncode == 1
        assert f"{mini.ENTRY}:1:" in done.stderr
        assert "全角" in done.stderr
        assert "没有改动" in done.stderr


def test_a_secret_entry_says_no_more_than_its_register(tmp_path: Path, fzjs: Run) -> None:
    text = (
        "种类: 佐证材料\n对应: [{资料: 7-1, 年度: 2020}]\n状态: 已提交\n"
        "涉密: {登记号: 某密〔2020〕1号, 密级: 秘密, 保管: 机要室}\n"
    )
    path = mini.lay(tmp_path, {mini.ENTRY: text}) / mini.ENTRY
    done = fzjs("submit", "条目", "--withdraw", "不再需要", at=tmp_path)
    assert "登记簿" in done.stdout
    assert path.read_text(encoding="utf-8") == text.replace("已提交", "撤回")
    assert fzjs("handover", "条目", "--copies", "1", at=tmp_path).returncode == 1
    assert fzjs("submit", "条目", "--reopen", "要用", at=tmp_path).returncode == 0
    assert path.read_text(encoding="utf-8") == text.replace("已提交", "草稿")


def test_an_attachment_that_two_entries_use_stays(tmp_path: Path, fzjs: Run) -> None:
    hashed = "5dde896887f6754c9b15bfe3a441ae4806df2fde94001311e08bf110622e0bbe"
    both = {"附件": f"[{{路径: 附件/甲.pdf, sha256: {hashed}, 字数: 400}}]"}
    mini.lay(
        tmp_path,
        {
            mini.ENTRY: mini.entry("1-1 2020 2", both),
            mini.OTHER: mini.entry("1-1 2019 2", both),
            "evidence/乙科/附件/甲.pdf": "甲",
        },
    )
    done = fzjs("mv", "乙科/条目", "丙科/条目", at=tmp_path)
    assert (done.returncode, "还用在 乙科/另一条" in done.stderr) == (1, True)
    assert fzjs("mv", "乙科/条目", "改名", at=tmp_path).returncode == 0


def test_a_bare_name_that_two_offices_have_is_asked_for(tmp_path: Path, fzjs: Run) -> None:
    text = mini.entry("1-1 2020 2")
    mini.lay(tmp_path, {mini.ENTRY: text, mini.ELSEWHERE: text})
    done = fzjs("submit", "条目", at=tmp_path)
    assert (done.returncode, "不止一个：丙科/条目、乙科/条目" in done.stderr) == (2, True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path, fzjs: Run) -> None:
    mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020 2")})
    folder = (tmp_path / mini.ENTRY).parent
    folder.chmod(0o500)
    try:
        done = fzjs("handover", "条目", "--copies", "3", at=tmp_path)
    finally:
        folder.chmod(0o700)
    assert (done.returncode, "没有权限。没有改动" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("handover", PASSED, "--copies", "9" * 20), "不是整数"),
        (("handover", PASSED, "--copies", "3", "--signed", "1" + "38" * 5), "手机号"),
        (("submit", PASSED, "--reopen", "1" + "38" * 5), "手机号"),
    ],
)
def test_nothing_is_written_that_check_would_reject(
    words: tuple[str, ...], told: str, shipped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(shipped), *words]) == 1
    err = capsys.readouterr().err
    assert told in err
    assert "没有改动" in err
    assert git(shipped, "status", "--porcelain") == ""
