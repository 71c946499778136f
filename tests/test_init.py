"""`fzjs init` as a user sees it: what it makes passes the check, and nothing counts as done."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
from pathlib import Path

import pytest

from conftest import Run
from fzjs.actions import init
from fzjs.diagnostic import FzjsError
from fzjs.models import Campaign, parse
from fzjs.source import read
from mini import assessed, put

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 3, 2)


def _run(fzjs: Run, at: Path, *arguments: str) -> str:
    done = fzjs(*arguments, at=at)
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


@pytest.mark.parametrize(("catalogue", "indicators"), [("national-2019", 100), ("blank", 0)])
def test_a_new_repository_passes_and_starts_at_nothing(
    fzjs: Run, tmp_path: Path, catalogue: str, indicators: int
) -> None:
    folder = tmp_path / "新的 仓库"
    said = _run(fzjs, tmp_path, "init", folder.name, "--catalogue", catalogue)
    assert "还没有定的：单位、窗口、截止、创建办、科室" in said
    for commit in (False, True):
        if commit:
            _git(folder, "init", "--quiet")
            _git(folder, "add", "-A")
            _git(folder, "commit", "--quiet", "-m", "新建")
            assert _git(folder, "status", "--porcelain") == ""
        assert "错误 0" in _run(fzjs, folder, "check")
        data = json.loads(_run(fzjs, folder, "export", "--json"))
        assert len(data["指标"]) == indicators
        assert not [due for due in data["应报件"] if due["状态"] != "未报"]
        assert bool(data["应报件"]) is bool(indicators)
    if indicators:
        assert "国家 0/100  自评达标 国家 0/100" in _run(fzjs, folder, "status")


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],  # noqa: S607  # git as the user has it
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout


def test_every_item_owes_something_but_the_blank_one(tmp_path: Path) -> None:
    init.start(tmp_path / "a", "national-2019", init.Answers(), TODAY)
    found = assessed(tmp_path / "a", "2026-03-02")
    owing = {met.due.indicator for met in found.met}
    assert owing == {str(number) for number in range(1, 101)} - {"50"}
    assert all(met.due.owners == (init.NO_COORDINATOR,) for met in found.met)


def test_the_blank_item_stays_open_when_all_else_is_done(tmp_path: Path) -> None:
    root = tmp_path / "a"
    init.start(root, "national-2019", init.Answers(), TODAY)
    owed = [met.due for met in assessed(root, "2026-03-02").met]
    for place, due in enumerate(owed):
        kind = "网络检索" if due.web else "佐证材料"
        web = "公开: [{网址: https://example.invalid/a, 检索日期: 2026-02-01}]\n" if due.web else ""
        attached = f"{{路径: 附件/{place}.pdf, sha256: {'0' * 64}, 库外: 是}}"
        put(
            root,
            f"evidence/{init.NO_COORDINATOR}/{place:03}.yaml",
            f"事由: 第{place}件\n种类: {kind}\n落款日期: 2026-02-01\n盖章: 是\n{web}状态: 已提交\n"
            f"对应: [{{资料: {due.material}, 年度: 汇总, 页: 1}}]\n附件: [{attached}]\n",
        )
    found = assessed(root, "2026-03-02")
    assert {str(met.state) for met in found.met} == {"待审"}
    states = {key: str(judged.progress) for key, judged in found.indicators.items()}
    assert states.pop("50") == "未启动"
    assert set(states.values()) == {"待审核"}


def test_what_was_said_is_written_and_the_rest_is_open(tmp_path: Path) -> None:
    offices = ("办公室", "法规科")
    answers = init.Answers("某市某局", offices, "法规科", "2021-2025", "2025-12-31", "法规科")
    assert init.start(tmp_path / "a", "national-2019", answers, TODAY).assumed == ()
    campaign = _campaign(tmp_path / "a")
    assert (campaign.unit, campaign.coordinator) == ("某市某局", "法规科")
    assert [office.name for office in campaign.offices] == ["办公室", "法规科"]
    assert (campaign.window, str(campaign.cutoff)) == ((2021, 2025), "2025-12-31")
    some = init.Answers(offices=("办公室",), window="2019-2021")
    assert init.start(tmp_path / "b", "blank", some, TODAY).assumed == (
        "单位",
        "截止",
        "创建办",
        "审核",
        "体系",
    )
    campaign = _campaign(tmp_path / "b")
    assert campaign.assumed == ("单位", "截止", "创建办", "审核", "体系")
    assert campaign.unit == "（待填）"
    assert [office.name for office in campaign.offices] == [init.NO_COORDINATOR, "办公室"]
    assert str(campaign.cutoff) == "2026-12-31", "an assumed day is never overdue at once"


def _campaign(root: Path) -> Campaign:
    record, faults = parse(Campaign, read((root / "fzjs.yaml").read_bytes(), "fzjs.yaml").data)
    assert record, faults
    return record


def test_a_unit_that_reads_like_yaml_stays_a_text(tmp_path: Path) -> None:
    unit = 'a: [b] # "c" @窗口@\n格式: 2'
    init.start(tmp_path / "a", "blank", init.Answers(unit=unit), TODAY)
    assert _campaign(tmp_path / "a").unit == unit


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (init.Answers(window="2025-2021"), "颠倒"),
        (init.Answers(window="二〇二一"), "窗口|年度"),
        (init.Answers(cutoff="2025-02-30"), "这一天"),
        (init.Answers(window="2021-2025", cutoff="2019-12-31"), "早于"),
        (init.Answers(offices=("..",)), "科室名"),
        (init.Answers(offices=("甲/乙",)), "科室名"),
        (init.Answers(coordinator="审核"), "文件夹名"),
        (init.Answers(offices=("con",)), "科室名"),
        (init.Answers(offices=(" ",)), "空"),
    ],
)
def test_an_answer_that_the_format_refuses_writes_nothing(
    tmp_path: Path, answers: init.Answers, words: str
) -> None:
    with pytest.raises(FzjsError, match=words):
        init.start(tmp_path / "a", "national-2019", answers, TODAY)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_catalogue_is_refused_with_the_known(fzjs: Run, tmp_path: Path) -> None:
    done = fzjs("init", "a", "--catalogue", "national-2018", at=tmp_path)
    assert done.returncode == 2
    assert "是不是 national-2019？" in done.stderr
    assert "blank" in done.stderr
    assert init.names() == ("blank", "national-2019")
    assert list(tmp_path.iterdir()) == []


def test_the_example_of_the_blank_catalogue_is_sound(fzjs: Run, tmp_path: Path) -> None:
    """The commented block, with its marks taken off, passes the check."""
    _run(fzjs, tmp_path, "init", "a", "--catalogue", "blank", "--office", "某某科")
    path = tmp_path / "a/indicators/01-指标.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = [line[2:] for line in lines[2:] if line.startswith(("# -", "#  "))]
    path.write_text("\n".join((*lines[:2], *shown, "")), encoding="utf-8")
    campaign = tmp_path / "a/fzjs.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text.replace(", 某某科]", ", 某某科, 办公室]"), encoding="utf-8")
    assert "错误 0" in _run(fzjs, tmp_path / "a", "check")
    shown_item = _run(fzjs, tmp_path / "a", "show", "1")
    assert "某某制度文件" in shown_item


# A folder that has data already


def test_what_is_missing_is_added_and_nothing_else_is_touched(
    fzjs: Run, campaign: Path, tmp_path: Path
) -> None:
    put(campaign, ".gitignore", "我自己的\n")
    before = {p: p.read_bytes() for p in _files(campaign)}
    said = _run(fzjs, tmp_path, "init", campaign.name)
    after = {p: p.read_bytes() for p in _files(campaign)}
    assert {p: after[p] for p in before} == before
    new = sorted(str(p.relative_to(campaign)) for p in set(after) - set(before))
    assert [line.strip() for line in said.splitlines()[1:]] == new
    assert "CODEOWNERS" in new
    assert ".gitignore" not in new
    assert "evidence/.gitkeep" not in new, "there are entries already"
    owners = (campaign / "CODEOWNERS").read_text(encoding="utf-8")
    assert "# /evidence/基层工作指导科/ @待填" in owners
    assert "错误 0" in _run(fzjs, campaign, "check")
    assert "不缺文件" in _run(fzjs, tmp_path, "init", campaign.name)
    assert {p: p.read_bytes() for p in _files(campaign)} == after


def test_force_renews_the_supporting_files_and_keeps_the_data(fzjs: Run, tmp_path: Path) -> None:
    _run(fzjs, tmp_path, "init", "a", "--catalogue", "national-2019")
    root = tmp_path / "a"
    put(root, ".editorconfig", "旧的\n")
    data = (root / "fzjs.yaml").read_bytes() + b"# \xe6\x94\xb9\xe8\xbf\x87\n"
    (root / "fzjs.yaml").write_bytes(data)
    _run(fzjs, tmp_path, "init", "a")
    assert (root / ".editorconfig").read_text(encoding="utf-8") == "旧的\n"
    _run(fzjs, tmp_path, "init", "a", "--force")
    assert "旧的" not in (root / ".editorconfig").read_text(encoding="utf-8")
    assert (root / "fzjs.yaml").read_bytes() == data


def _files(root: Path) -> list[Path]:
    return [p for p in root.rglob("*") if p.is_file() and ".git" not in p.parts]


def test_a_group_of_offices_owns_no_folder(tmp_path: Path) -> None:
    init.start(tmp_path / "a", "blank", init.Answers(offices=("甲科",)), TODAY)
    path = tmp_path / "a/fzjs.yaml"
    text = path.read_text(encoding="utf-8")
    grouped = text.replace(", 甲科]", ", 甲科, {名称: 相关科室, 成员: 待定}]")
    assert grouped != text
    path.write_text(grouped, encoding="utf-8")
    (tmp_path / "a/CODEOWNERS").unlink()
    init.complete(tmp_path / "a")
    owners = (tmp_path / "a/CODEOWNERS").read_text(encoding="utf-8")
    assert "/evidence/甲科/" in owners
    assert "相关科室" not in owners


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("init", "有的", "--catalogue", "blank"), "已经有文件"),
        (("init", "有的", "--unit", "某局"), "已经有 fzjs.yaml"),
        (("init", "空的"), "没有 fzjs.yaml"),
        (("init", "没有"), "没有 fzjs.yaml"),
        (("init", "文件", "--catalogue", "blank"), "不是文件夹"),
        (("init", "文件/里面", "--catalogue", "blank"), "不是文件夹"),
        (("init", "..", "--catalogue", "blank"), "已经有文件"),
        (("init", "有的/.git/库", "--catalogue", "blank"), "git 自己的"),
        (("init", "坏的"), "fzjs.yaml"),
        (("init",), "缺少“文件夹”"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(
    fzjs: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    work = tmp_path / "工作"
    put(work, "有的/fzjs.yaml", "格式: 1\n单位: 某局\n")
    put(work, "坏的/fzjs.yaml", "格式: 1\n单位: [\n")
    put(work, "文件", "内容")
    (work / "空的").mkdir()
    (work / "有的/.git").mkdir()
    before = sorted(p for p in tmp_path.rglob("*"))
    done = fzjs(*arguments, at=work)
    assert done.returncode == 2, done.stdout
    assert re.search(words, done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(p for p in tmp_path.rglob("*")) == before


def test_force_does_not_mix_two_lists(fzjs: Run, tmp_path: Path) -> None:
    _run(fzjs, tmp_path, "init", "a", "--catalogue", "blank")
    done = fzjs("init", "a", "--catalogue", "national-2019", "--force", at=tmp_path)
    assert done.returncode == 2
    assert "01-指标.yaml" in done.stderr
    assert "体系: {名称: 市县" not in (tmp_path / "a/fzjs.yaml").read_text(encoding="utf-8")
    (tmp_path / "a/indicators/01-指标.yaml").unlink()
    _run(fzjs, tmp_path, "init", "a", "--catalogue", "national-2019", "--force")
    assert "错误 0" in _run(fzjs, tmp_path / "a", "check")


def test_a_fresh_clone_may_be_filled(fzjs: Run, tmp_path: Path) -> None:
    root = tmp_path / "克隆"
    root.mkdir()
    _git(root, "init", "--quiet")
    _run(fzjs, root, "init", ".", "--catalogue", "blank")
    assert "错误 0" in _run(fzjs, root, "check")
    assert not [p for p in root.iterdir() if p.name.startswith(".fzjs-")]


def test_the_folder_is_relative_to_dash_c(fzjs: Run, tmp_path: Path) -> None:
    (tmp_path / "里").mkdir()
    _run(fzjs, tmp_path, "-C", "里", "init", "新", "--catalogue", "blank")
    assert (tmp_path / "里/新/fzjs.yaml").is_file()


def test_who_reviews_is_asked_for_and_never_assumed(fzjs: Run, tmp_path: Path) -> None:
    said = _run(fzjs, tmp_path, "init", "甲", "--catalogue", "blank")
    assert "还没有定的：单位、窗口、截止、创建办、科室、审核" in said
    settings = (tmp_path / "甲/fzjs.yaml").read_text("utf-8")
    assert "\n审核:" not in settings
    assert "“审核”还没有定，也没有写" in _run(fzjs, tmp_path / "甲", "check")
    words = ("--office", "办公室", "--reviewer", "法规科", "--substitute", "办公室")
    said = _run(fzjs, tmp_path, "init", "乙", "--catalogue", "blank", *words)
    settings = (tmp_path / "乙/fzjs.yaml").read_text("utf-8")
    assert "审核" not in said
    assert "\n审核: {科室: 法规科, 代审: 办公室}\n" in settings
    assert "科室: [创建办（待定）, 办公室, 法规科]" in settings


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--substitute", "办公室"), "也要用 --reviewer"),
        (("--reviewer", "办公室", "--substitute", "办公室"), "代审的是另一个科室"),
    ],
)
def test_a_substitute_stands_in_for_somebody_else(
    fzjs: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = fzjs("init", "甲", "--catalogue", "blank", *words, at=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert not (tmp_path / "甲").exists()


def test_what_the_plan_has_to_say_is_commented_out_and_works_when_it_is_not(
    tmp_path: Path,
) -> None:
    init.start(tmp_path / "a", "blank", init.Answers(), TODAY)
    text = (tmp_path / "a/fzjs.yaml").read_text("utf-8")
    record, _ = parse(Campaign, read(text.encode(), "fzjs.yaml").data)
    assert record
    assert (record.statement.title, record.statement.words, record.demands) == (None, None, ())
    lines = text.partition("# 下面几项")[2].splitlines(keepends=True)[1:]
    on = text.partition("# 下面几项")[0] + "".join(line.removeprefix("# ") for line in lines)
    record, faults = parse(Campaign, read(on.encode(), "fzjs.yaml").data)
    assert record, faults
    assert record.statement.title == "{单位}关于{事由}的情况说明"
    assert [demand.name for demand in record.demands] == ["盖章", "落款"]
