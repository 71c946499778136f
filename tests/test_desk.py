"""What the commands that change records refuse, doubt and tell next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.cells import cell_len

import mini
from conftest import Run
from fzjs.cli.app import app, run
from fzjs.store import Move, Staged, apply
from fzjs.tree import Tree
from test_edits import DRAFT, PASSED, PENDING, diff


def said(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, str, str]:
    """Run a command in this process; give its code, what it prints and what it complains of."""
    code = run(["-C", str(root), *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_what_is_passed_is_not_made_to_wait_in_silence(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("outside", PASSED, "--issuer", "市审计局", "--asked", "2021-02-22")
    code, out, err = said(capsys, campaign, *asked)
    assert (code, out, diff(campaign)) == (1, "", [])
    assert "已通过，记下外单位它就不再算数" in err
    assert f"fzjs submit {PASSED} --reopen 理由" in err
    assert said(capsys, campaign, "submit", PASSED, "--reopen", "应由审计局出具")[0] == 0
    code, out, _ = said(capsys, campaign, *asked)
    assert (code, f"条目 {PASSED}：已通过 → 待外单位" in out) == (0, True)


def test_what_is_handed_in_with_papers_is_not_made_to_wait_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020 2")})
    asked = ("outside", "条目", "--issuer", "某院", "--asked", "2021-02-22")
    code, _, err = said(capsys, tmp_path, *asked)
    assert (code, "已经提交，也有附件" in err) == (1, True)
    mini.put(tmp_path, mini.ENTRY, mini.entry("1-1 2020 2", {"状态": "草稿"}))
    code, out, _ = said(capsys, tmp_path, *asked)
    assert (code, "用 --received 写哪天取得" in out) == (0, True)
    assert said(capsys, tmp_path, "outside", "条目", "--reminded", "2021-03-01")[0] == 0


def test_nobody_reviews_what_their_own_office_made(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(capsys, campaign, "review", PENDING, "--pass", "--by", "杨某甲")
    assert (code, diff(campaign)) == (1, [])
    assert "杨某甲是行政财务装备科的责任人，不能审自己科室的条目" in err


def _people(reviewing: str, own: str) -> str:
    return mini.CAMPAIGN.replace("{名称: 甲科, ", f"{{名称: 甲科, {reviewing}, ").replace(
        " 乙科, 丙科]", f" {{名称: 乙科, {own}}}, 丙科]"
    )


@pytest.mark.parametrize("typed", ["赵某", "赵 某"])
def test_a_liaison_does_not_review_either(
    typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = _people("责任人: 钱某", "联络人: 赵某")
    mini.lay(tmp_path, {"fzjs.yaml": people, mini.ENTRY: mini.entry("1-1 2020 2")})
    code, _, err = said(capsys, tmp_path, "review", "条目", "--pass", "--by", typed)
    assert (code, "赵某是乙科的联络人" in err) == (1, True)
    assert said(capsys, tmp_path, "review", "条目", "--pass", "--by", "钱某")[0] == 0


def test_who_heads_both_offices_is_doubted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = _people("责任人: 赵某", "责任人: 赵某")
    mini.lay(tmp_path, {"fzjs.yaml": people, mini.ENTRY: mini.entry("1-1 2020 2")})
    code, out, _ = said(capsys, tmp_path, "review", "条目", "--pass", "--by", "赵某")
    assert (code, "注意：赵某也是乙科的责任人，等于自己审自己" in out) == (0, True)


def test_the_refusal_to_pass_says_a_command_that_works(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = campaign / f"evidence/{PENDING}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("附件/2019", "附件/没有"), encoding="utf-8")
    _, _, err = said(capsys, campaign, "review", PENDING, "--pass", "--by", "张某丙")
    assert f"fzjs review {PENDING} --return 代码:说明 --by 审核人" in err


def test_a_draft_is_not_told_to_become_one(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(capsys, campaign, "submit", DRAFT)
    assert code == 1
    assert "改法：盖好章后写 盖章: 是\n" in err
    assert "改回" not in err


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["review", "x", "--by"], "fzjs review"),
        (["report", "summary", "--office"], "fzjs report summary"),
        (["-C"], "fzjs"),
        (["mv"], "fzjs mv"),
    ],
)
def test_a_usage_error_names_the_help_of_its_command(
    arguments: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert f"用 {command} --help 看用法" in capsys.readouterr().err


def _pages() -> Iterator[tuple[str, ...]]:
    commands: dict[str, Any] = getattr(typer.main.get_command(app), "commands", {})
    yield ()
    for name, command in commands.items():
        yield (name,)
        yield from ((name, below) for below in getattr(command, "commands", ()))


@pytest.mark.parametrize("words", tuple(_pages()), ids=" ".join)
def test_a_help_page_fits_the_screen_and_is_chinese(
    words: tuple[str, ...], fzjs: Run, tmp_path: Path
) -> None:
    page = fzjs(*words, "--help", at=tmp_path).stdout
    assert page.startswith(f"用法：{' '.join(('fzjs', *words))} ")
    assert max(map(cell_len, page.splitlines())) <= 80
    assert not re.search(r"<[a-z ]+>|\[x|required|default|Show|Options", page)


def test_the_help_of_review_says_that_a_name_is_needed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["review", "--help"])
    assert "谁审的，必填" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["con", "CON.2", "行政财务装备科/nul"])
def test_the_name_of_a_device_is_told_as_one(
    name: str, shipped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(capsys, shipped, "mv", PENDING, name)
    assert (code, "Windows 留给设备的名字" in err) == (2, True)


def test_a_move_tells_what_becomes_of_the_entry_as_status_will(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {"种类": "佐证材料"}
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry("6-1 2020; 7-1 2020", own)})
    code, out, _ = said(capsys, root, "mv", "条目", "丙科/改名")
    assert code == 0
    assert "应报件 6-1/2020/乙科：待审 → 未报" in out
    assert "应报件 6-1/2020/丙科：未报" in out
    assert out.count("7-1 由乙科负责，丙科不欠这一件") == 1
    assert mini.states(mini.assessed(root), "6-1/2020/丙科") == ["待审"]
    code, out, _ = said(capsys, root, "mv", "改名", "又改名")
    assert (code, "→ 待审" in out, "不欠" in out) == (0, False, False)


def test_a_tree_with_moves_reads_as_the_moved_tree_does(campaign: Path) -> None:
    changed = {"evidence/基层工作指导科/附件/新.pdf": "0" * 64}
    moves = [Move("evidence/基层工作指导科", "evidence/某科")]
    staged = Staged.over(campaign, (), changed, moves)
    before = [name for name in staged.files("evidence") if name not in changed]
    assert not any(name.startswith("evidence/基层工作指导科") for name in before)
    with pytest.raises(OSError, match="文件不在"):
        staged.read("evidence/基层工作指导科/附件")
    seen = {name: (staged.digest(name), staged.is_folder(name)) for name in before}
    apply(Tree(campaign), (), moves)
    tree = Tree(campaign)
    assert before == tree.files("evidence")
    assert seen == {name: (tree.digest(name), tree.is_folder(name)) for name in before}


APPLY = ("apply", "延期", "85-5/2016", "--office", "基层科", "--reason")


def test_another_application_for_the_same_is_refused_until_the_first_is_taken_back(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = (*APPLY, "档案重印", "--until", "2021-03-20")
    file = "evidence/基层工作指导科/申请/2021-03-延期-85-5-2016.yaml"
    assert said(capsys, campaign, *first)[0] == 0
    before = (campaign / file).read_bytes()
    code, out, _ = said(capsys, campaign, *first)
    assert (code, f"已经申请过了（{file}）" in out) == (0, True)
    for other, words in (
        ((*APPLY, "另有原因", "--until", "2021-03-20"), "写的是：理由 档案重印"),
        ((*APPLY, "档案重印", "--until", "2021-03-25"), "写的是：至 2021-03-20"),
    ):
        code, out, err = said(capsys, campaign, *other)
        assert (code, out, (campaign / file).read_bytes()) == (1, "", before)
        assert file in err
        assert words in err
        assert "fzjs apply 延期 85-5/2016 --withdraw" in err
    code, out, _ = said(capsys, campaign, "apply", "延期", "85-5/2016", "--withdraw")
    assert (code, f"已删 {file}" in out, (campaign / file).exists()) == (0, True, False)
    assert said(capsys, campaign, *APPLY, "另有原因", "--until", "2021-03-25")[0] == 0


def test_only_what_waits_is_taken_back(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, campaign, "apply", "延期", "85-5/2016", "--withdraw")
    assert (code, "没有 85-5/2016 的延期申请" in err) == (2, True)
    code, _, err = said(capsys, campaign, "apply", "不适用", "20-1/2016", "--withdraw")
    assert (code, "已经批准" in err, diff(campaign)) == (1, True, [])
    code, _, err = said(capsys, campaign, "apply", "延期", "85-5/2016", "--office", "基层科")
    assert (code, "写明为什么：--reason" in err) == (2, True)


PROVEN = {mini.ENTRY: mini.entry("8-2 2019 2; 8-2 2020 2")}


def _apply(kind: str, subject: str, *rest: str) -> tuple[str, ...]:
    return ("apply", kind, subject, "--reason", "甲", "--date", "2021-03-02", *rest)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (_apply("不适用", "8-2/2020"), "8-2/2020 已通过，由 乙科/条目 证明"),
        (_apply("不适用", "8-2"), "其余的写明年度再申请"),
        (_apply("延期", "8-2/2020", "--until", "2031-01-01"), "用不着延期"),
    ],
)
def test_what_is_proven_needs_no_application(
    arguments: tuple[str, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = mini.lay(tmp_path, {"fzjs.yaml": mini.CAMPAIGN + "基准日: 2021-03-02\n", **PROVEN})
    mini.review(root)
    code, _, err = said(capsys, root, *arguments)
    assert (code, words in err) == (1, True)
    assert not list(root.glob("evidence/*/申请/*"))
    assert said(capsys, root, *_apply("不适用", "8-2/2021"))[0] == 0


@pytest.mark.parametrize(
    ("kind", "until", "words"),
    [("不适用", "", "已通过，由 乙科/条目 证明"), ("延期", "2021-03-01", "")],
)
def test_an_approval_looks_again(
    kind: str, until: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = f"类别: {kind}\n对象: 8-2/2020\n理由: 甲\n日期: 2021-03-01\n"
    asked += f"至: {until}\n" if until else ""
    files = {
        "fzjs.yaml": mini.CAMPAIGN + "基准日: 2021-03-02\n",
        "evidence/乙科/申请/a.yaml": asked,
    }
    root = mini.lay(tmp_path, {**files, **(PROVEN if words else {})})
    if words:
        mini.review(root)
    before = (root / "fzjs.yaml").read_bytes()
    code, _, err = said(capsys, root, "approve", "8-2/2020", "--by", "某")
    assert (code, (words or "现在的期限已经是 2021-03-15") in err) == (1, True)
    assert (root / "fzjs.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("changes", "verdict", "words", "command"),
    [
        ({"状态": "草稿"}, "", "提交", "fzjs submit 乙科/条目"),
        ({"状态": "草稿", "盖章": None}, "", "补齐（缺章），再提交", "fzjs submit 乙科/条目"),
        ({}, "", "", ""),
        ({}, "退回", "照退回的理由改，直接改文件", "fzjs add 文件 --to 乙科/条目"),
        ({"文号": "某〔2021〕1号"}, "退回", "由甲科复核", "fzjs review 乙科/条目 --pass --by"),
        ({}, "通过", "要改的，先声明更正", "fzjs submit 乙科/条目 --reopen 理由"),
        ({"状态": "撤回", "撤回理由": "重复"}, "", "要重新用", "fzjs submit 乙科/条目 --reopen"),
        (
            {"外单位": "{出具: 某院, 发函: 2021-02-01}"},
            "",
            "拿到了",
            "fzjs outside 乙科/条目 --received 日期",
        ),
    ],
)
def test_an_entry_says_what_to_do_next(
    changes: dict[str, str | None],
    verdict: str,
    words: str,
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020 2")})
    if verdict:
        mini.review(root, verdict=verdict)
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 2", changes))
    _, out, _ = said(capsys, root, "show", "条目")
    assert ("接下来：" in out) == bool(words)
    assert words in out
    assert f"\n  {command}" in out if command else "fzjs" not in out


def test_what_was_returned_is_told_at_the_foot_of_todo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry("1-1 2020 2")})
    assert "退回1个" not in said(capsys, root, "todo", "乙科")[1]
    mini.review(root, verdict="退回")
    lines = said(capsys, root, "todo", "乙科")[1].splitlines()
    assert "退回1个，看理由和改法：fzjs show 乙科/条目" in lines
    assert max(map(cell_len, lines)) <= 80
    assert "退回1个" not in said(capsys, root, "todo", "丙科")[1]
