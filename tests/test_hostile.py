"""What a hostile or unlucky repository must not do: run programs, leak, hang, crash, hide."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run

ENTRY = "事由: {事由}\n种类: 情况说明\n对应: [{{资料: 29-2, 年度: 2021}}]\n状态: 草稿\n示例: 是\n"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_git_configuration_runs_no_program(fzjs: Run, campaign: Path) -> None:
    flag = campaign.parent / "PWNED"
    config = ["git", "-C", str(campaign), "config", "core.fsmonitor", f"touch {flag}; false"]
    subprocess.run(config, check=True, timeout=30)
    assert fzjs("status", at=campaign).returncode == 0
    assert not flag.exists()


def test_another_repository_in_the_environment_is_not_asked(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    subprocess.run(("git", "init", "--quiet", str(other)), check=True, timeout=30)  # noqa: S607  # as the user has it
    here = fzjs("status", at=campaign).stdout
    assert fzjs("status", at=campaign, GIT_DIR=str(other / ".git")).stdout == here


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("日: 1,", "日: 32,", "一个月里没有32日"),
        ("窗口: 2016-2021", "窗口: 2022-2025", "早于窗口的第一年"),
        ("基准日: 2021-03-02", "基准日: 9999-12-31", "基准日"),
        ("{单位}关于{事由}的情况说明", "{单位}的说明", "没有 {事由}"),
        ("批次:", "规则: [{名称: schema-wrong-value, 级别: 关闭, 理由: 省事}]\n批次:", "不能改"),
        ("窗口: 2016-2021", "窗口: 2021-2016", "前后颠倒"),
    ],
)
def test_a_wrong_campaign_is_a_finding(
    fzjs: Run, campaign: Path, old: str, new: str, words: str
) -> None:
    change(campaign / "fzjs.yaml", old, new)
    done = fzjs("check", at=campaign)
    assert done.returncode == 1
    assert words in done.stdout
    assert done.stderr == ""
    assert fzjs("status", at=campaign).returncode == 2


def test_the_ledger_of_a_short_month_is_due_on_its_last_working_day(
    fzjs: Run, campaign: Path
) -> None:
    change(campaign / "fzjs.yaml", "日: 1,", "日: 31,")
    assert "台账：2-26应交的一份" in fzjs("status", at=campaign).stdout


def test_nothing_in_data_steers_the_terminal(fzjs: Run, campaign: Path) -> None:
    path = campaign / "evidence" / "立法科" / "甲\x1b[31m\n::error::乙.yaml"
    path.write_text(ENTRY.format(事由='"甲\\e[31m\\n::error::x\\u202e"'), "utf-8")
    for arguments in (("check",), ("check", "--format", "github"), ("status",), ("show", "29")):
        done = fzjs(*arguments, at=campaign)
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout
        assert "\n::error::" not in done.stdout
    wrong = fzjs("status", "--office", "甲\x1b[31m", at=campaign)
    assert "\x1b" not in wrong.stderr


def test_a_lookalike_of_an_lfs_pointer_is_hashed_itself(fzjs: Run, campaign: Path) -> None:
    digest = "0" * 64
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 5\n"
    folder = campaign / "evidence" / "立法科"
    entry = ENTRY.format(事由="一件事") + f"附件: [{{路径: 附件/甲.pdf, sha256: {digest}}}]\n"
    (folder / "甲.yaml").write_text(entry, "utf-8")
    attachment = folder / "附件" / "甲.pdf"
    attachment.write_text(pointer, "utf-8")
    assert "attachment-" not in fzjs("check", "立法科", at=campaign).stdout
    attachment.write_text(pointer + "more", "utf-8")
    assert "attachment-hash-differs" in fzjs("check", "立法科", at=campaign).stdout


def test_attachments_that_cannot_be_read_are_findings(fzjs: Run, campaign: Path) -> None:
    folder = campaign / "evidence" / "立法科"
    (folder / "附件" / "圈.pdf").symlink_to("圈.pdf")
    names = ["圈.pdf", "长" * 100 + ".pdf", "没有.pdf"]
    listed = ", ".join(f"{{路径: 附件/{name}, sha256: {'0' * 64}}}" for name in names)
    (folder / "甲.yaml").write_text(ENTRY.format(事由="一件事") + f"附件: [{listed}]\n", "utf-8")
    done = fzjs("check", "立法科", at=campaign)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.count("[attachment-") == len(names)


def test_what_is_left_out_is_said(fzjs: Run, campaign: Path, tmp_path: Path) -> None:
    (campaign / "evidence" / "立法科" / "坏.yaml").write_text("事由：坏\n", "utf-8")
    for arguments in (("todo",), ("show", "31"), ("export", "--json")):
        assert "1个文件有误、未计入" in fzjs(*arguments, at=campaign).stderr
    done = fzjs("report", "summary", "-o", str(tmp_path / "out"), at=campaign)
    assert "1个文件有误、未计入" in done.stderr


def test_without_its_problems_nothing_is_counted(fzjs: Run, campaign: Path) -> None:
    (campaign / "evidence" / "督导" / "2021-02-双月检查.yaml").write_text("类型：x\n", "utf-8")
    done = fzjs("status", at=campaign)
    assert done.returncode == 2
    assert "evidence/督导/2021-02-双月检查.yaml:1:3" in done.stderr


def test_a_linked_office_is_an_error(fzjs: Run, campaign: Path) -> None:
    folder = campaign / "evidence" / "立法科"
    folder.rename(campaign / "别处")
    folder.symlink_to("../别处")
    done = fzjs("check", "立法科", at=campaign)
    assert done.returncode == 1
    assert "file-unreadable" in done.stdout


def test_the_folder_given_must_be_one(fzjs: Run, campaign: Path) -> None:
    for folder in ("没有", "fzjs.yaml", "长" * 300):
        done = fzjs("-C", folder, "status", at=campaign)
        assert done.returncode == 2
        assert "不是文件夹" in done.stderr


@pytest.mark.parametrize("width", ["0", "1", "abc"])
def test_a_width_nobody_has_is_not_believed(fzjs: Run, shipped: Path, width: str) -> None:
    done = fzjs("status", at=shipped, COLUMNS=width)
    assert done.stdout == fzjs("status", at=shipped).stdout


@pytest.mark.skipif(os.name == "nt", reason="closed streams are a matter of POSIX shells")
@pytest.mark.parametrize("redirection", [">&-", ">/dev/full", "2>&-"])
def test_streams_that_take_nothing_are_no_traceback(shipped: Path, redirection: str) -> None:
    command = f'"{sys.executable}" -m fzjs check {redirection}'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=shipped, capture_output=True, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 2}


def test_an_error_stays_one_when_the_pipe_closes(campaign: Path) -> None:
    (campaign / "evidence" / "立法科" / "坏.yaml").write_text("事由：坏\n", "utf-8")
    command = f'"{sys.executable}" -m fzjs check; echo "$?" >&2'
    done = subprocess.run(
        ["/bin/sh", "-c", f"({command}) | true"],
        cwd=campaign, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr.strip() == b"1"
