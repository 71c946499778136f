"""What `fzjs init` writes beside the records: CI, code owners, git, editor, templates."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

import fzjs as package
from conftest import Run
from fzjs.actions import init
from fzjs.models import Evidence, parse
from fzjs.render import templates
from fzjs.reports import schema
from fzjs.source import read
from mini import put

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 3, 2)


def _load(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def _run(fzjs: Run, at: Path, *arguments: str) -> str:
    done = fzjs(*arguments, at=at)
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


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


# The files beside the records


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new repository that no test changes."""
    root = tmp_path_factory.mktemp("库") / "局"
    answers = init.Answers(
        "某局", ("办公室", "规划 财务科", "法规#科"), "办公室", "2021", "2021-12-31"
    )
    init.start(root, "national-2019", answers, TODAY)
    _git(root, "init", "--quiet")
    return root


@pytest.mark.parametrize(
    "name", [".github/workflows/check.yml", ".gitlab-ci.yml", ".workflow/check.yml"]
)
def test_ci_installs_this_version_and_checks(made: Path, name: str) -> None:
    text = (made / name).read_text(encoding="utf-8")
    assert f"pip install {'--quiet ' * ('gitlab' in name)}fzjs=={package.__version__}\n" in text
    commands = re.findall(r"^ *(?:run: |- )?(fzjs check.*)$", text, re.MULTILINE)
    assert len(commands) == 2
    assert ["--base" in command for command in commands].count(True) == 1
    options = {word for command in commands for word in re.findall("--[a-z]+", command)}
    assert options <= {"--base", "--summary", "--format", "--report"}
    assert "目标分支的 fzjs.yaml" in text
    assert _load(made / name)


def test_the_readme_teaches_every_command_that_an_office_and_a_reviewer_use(
    fzjs: Run, made: Path
) -> None:
    text = (made / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"`fzjs ([a-z]+)((?: [^`]*)?)`", text)
    assert {name for name, _ in commands} >= {
        *("status", "todo", "show", "check", "add", "submit", "mv", "outside", "handover"),
        *("apply", "review", "approve", "report", "ledger", "problem", "remind", "calendar"),
        *("declare", "org", "score", "diff", "history", "migrate", "export", "rollup"),
    }
    assert "check --base origin/main" in text
    assert ".yaml` 文件，打" not in text, "an entry is not begun by hand"
    folders = text[text.index("## 文件夹") :]
    assert all(f"{name}/`" in folders for name in ("催办", "日程", "申报", "整改", "台账", "申请"))
    told: dict[tuple[str, ...], set[str]] = {}
    for name, rest in commands:
        under = (
            re.match(r" ([a-z]+)\b", rest) if name in {"ledger", "problem", "calendar"} else None
        )
        page = (name, *(under.groups() if under else ()))
        told.setdefault(page, set()).update(re.findall("--[a-z]+", rest))
    for words, options in told.items():
        assert options <= {*re.findall("--[a-z]+", _run(fzjs, made, *words, "--help"))}, words


def test_code_owners_have_lines_for_all_that_the_office_of_the_campaign_writes(made: Path) -> None:
    lines = (made / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    for path in (
        "/换版*.yaml",
        *(f"/evidence/{n}/" for n in ("审核", "督导", "催办", "日程", "申报")),
    ):
        assert f"# {path} @待填" in lines


@pytest.mark.parametrize("name", [".gitlab-ci.yml", ".workflow/check.yml"])
def test_ci_scripts_are_shell(made: Path, name: str) -> None:
    scripts = [
        line
        for line in _strings(_load(made / name))
        if line.startswith("if ") or "fzjs check" in line
    ]
    assert scripts
    for script in scripts:
        subprocess.run(["bash", "-n"], input=script.encode(), check=True, timeout=60)  # noqa: S607


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        (
            ".gitlab-ci.yml",
            {
                "CI_PIPELINE_SOURCE": "merge_request_event",
                "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            },
        ),
        (".workflow/check.yml", {"GITEE_PULL_ID": "1", "GITEE_BRANCH": "main"}),
    ],
)
def test_ci_checks_what_the_merge_would_be(
    made: Path, name: str, settings: dict[str, str], tmp_path: Path
) -> None:
    (script,) = [one for one in _strings(_load(made / name)) if one.startswith("if ")]
    work, stub = tmp_path / "局", tmp_path / "bin" / "fzjs"
    put(tmp_path, "bin/fzjs", "#!/bin/sh\nls\necho asked $*\n")
    stub.chmod(0o755)
    put(work, "甲.txt", "1\n")
    _git(work, "init", "--quiet", "--initial-branch=main")
    _commit(work)
    _git(work, "remote", "add", "origin", str(work))
    _git(work, "checkout", "--quiet", "-b", "改动")
    put(work, "乙.txt", "1\n")
    _commit(work)
    _git(work, "checkout", "--quiet", "main")
    put(work, "丙.txt", "1\n")
    _commit(work)
    _git(work, "checkout", "--quiet", "改动")
    environment = {**os.environ, **settings, "PATH": f"{stub.parent}:{os.environ['PATH']}"}
    run = partial(
        subprocess.run, ["bash", "-ec", script], cwd=work, env=environment, timeout=60,
        check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    done = run()
    assert done.returncode == 0, done.stderr
    assert {"乙.txt", "丙.txt"} <= set(done.stdout.split())
    assert "asked check --base origin/main" in done.stdout
    _git(work, "checkout", "--quiet", "main")
    put(work, "乙.txt", "2\n")
    _commit(work)
    _git(work, "checkout", "--quiet", "改动")
    done = run()
    assert done.returncode == 1
    assert "有冲突" in done.stdout
    assert "asked" not in done.stdout


def _commit(work: Path) -> None:
    _git(work, "add", "--all")
    _git(work, "commit", "--quiet", "--message", "一步")


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  # a file's data, whatever it holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def test_gitlab_gets_the_report_that_the_check_writes(made: Path) -> None:
    job = _load(made / ".gitlab-ci.yml")["check"]
    report = job["artifacts"]["reports"]["codequality"]
    assert "\n".join(job["script"]).count(f"--report gitlab={report}") == 2
    assert job["variables"]["GIT_DEPTH"] == "0"


def test_pre_commit_runs_the_check_of_this_version(made: Path) -> None:
    (repository,) = _load(made / ".pre-commit-config.yaml")["repos"]
    (hook,) = repository["hooks"]
    assert hook["entry"] == "fzjs check"
    assert hook["additional_dependencies"] == [f"fzjs=={package.__version__}"]
    (ours,) = _load(ROOT / ".pre-commit-hooks.yaml")
    same = {"id", "entry", "language", "pass_filenames", "files"}
    assert {key: hook[key] for key in same} == {key: ours[key] for key in same}
    for path in ("fzjs.yaml", "indicators/01.yaml", "evidence/甲/附件/a.pdf"):
        assert re.search(ours["files"], path)
    for path in ("README.md", "fzjs.yaml.md", "src/evidence/a.yaml"):
        assert not re.search(ours["files"], path)


def test_code_owners_by_office_wait_for_accounts(made: Path) -> None:
    text = (made / "CODEOWNERS").read_text(encoding="utf-8")
    assert all(line.startswith("#") or not line for line in text.splitlines())
    rules = [line for line in text.splitlines() if line.endswith(" @待填") and line[:3] == "# /"]
    paths = [line[2:].removesuffix(" @待填") for line in rules]
    for path in (
        "/evidence/办公室/",
        r"/evidence/规划\ 财务科/",
        r"/evidence/法规\#科/",
        "/evidence/审核/",
        "/evidence/督导/",
        "/fzjs.yaml",
        "/indicators/",
        "/templates/",
        "/.github/",
        "/.gitlab-ci.yml",
        "/.workflow/",
    ):
        assert path in paths
    assert paths.index("/evidence/审核/") > paths.index("/evidence/办公室/")


@pytest.mark.parametrize(
    ("path", "lfs"),
    [
        ("evidence/办公室/附件/扫描件.pdf", True),
        ("evidence/办公室/附件/扫描件.PDF", True),
        ("evidence/办公室/附件/通知.docx", True),
        ("evidence/办公室/附件/照片.Jpg", True),
        ("evidence/办公室/附件/视频.mp4", True),
        ("evidence/办公室/附件/汇总表.xlsx", True),
        ("evidence/办公室/附件/图.png", True),
        ("evidence/办公室/2021-某.yaml", False),
        ("templates/reference.docx", False),
    ],
)
def test_attachments_go_to_lfs_and_text_does_not(made: Path, path: str, *, lfs: bool) -> None:
    found = _git(made, "check-attr", "-z", "filter", "eol", "--", path).split("\0")
    assert found[2] == ("lfs" if lfs else "unspecified")
    if path.endswith(".yaml"):
        assert found[5] == "lf"


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("private/电话.yaml", True),
        ("out/通报.docx", True),
        ("日历.ics", True),
        ("换版.yaml", False),
        ("evidence/甲/附件/out/1.pdf", False),
        ("evidence/甲/1.yaml", False),
    ],
)
def test_private_and_output_are_ignored(made: Path, path: str, *, ignored: bool) -> None:
    put(made, path, "")
    shown = _git(made, "-c", "core.quotePath=false", "status", "--porcelain", "-uall", "-z")
    assert (f"?? {path}" not in shown.split("\0")) is ignored


def test_the_editor_knows_every_schema(made: Path) -> None:
    for name in schema.NAMES:
        shipped = (made / f"schema/{name}.json").read_text(encoding="utf-8")
        assert shipped == schema.text(name)
    settings = json.loads((made / ".vscode/settings.json").read_text(encoding="utf-8"))
    known = {Path(path).stem for path in settings["yaml.schemas"]}
    assert known == set(schema.NAMES) - {"evidence"}, "entries name theirs: no pattern tells them"
    extensions = json.loads((made / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def test_the_editors_skeleton_is_an_entry(made: Path) -> None:
    path = made / ".vscode/fzjs.code-snippets"
    body = json.loads(path.read_text(encoding="utf-8"))["佐证材料条目"]["body"]
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", "\n".join(body)).replace("\\$", "$")
    assert text.startswith("# yaml-language-server: $schema=../../schema/evidence.json\n")
    text = text.replace("64位哈希", "0" * 64)
    record, faults = parse(Evidence, read(text.encode(), "x.yaml").data)
    assert record, faults


def test_every_data_file_names_a_schema_that_is_there(made: Path) -> None:
    files = [made / "fzjs.yaml", *(made / "indicators").glob("*.yaml")]
    assert len(files) == 9
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named
        assert (path.parent / named[1]).is_file()


def test_templates_are_copied_only_on_request(fzjs: Run, tmp_path: Path) -> None:
    _run(fzjs, tmp_path, "init", "a", "--catalogue", "blank")
    assert [path.name for path in (tmp_path / "a/templates").iterdir()] == ["README.md"]
    said = _run(fzjs, tmp_path, "init", "a", "--templates")
    shipped = {p.name: p.read_bytes() for p in (ROOT / "templates").iterdir() if p.is_file()}
    assert set(templates.names()) == set(shipped)
    for name, content in shipped.items():
        assert f"templates/{name}" in said
        assert (tmp_path / "a/templates" / name).read_bytes() == content
