"""Templates of a repository's own are rendered elsewhere: killed when they take too much."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fzjs.diagnostic import FzjsError
from fzjs.render import reference, templates
from fzjs.render.press import Limits, Press
from fzjs.render.word import DataFault, Properties, ReferenceFault, TemplateFault, render

PROPERTIES = Properties("标题", "示例市司法局", date(2021, 3, 2), "a1b2c3d")
DATA: dict[str, Any] = {"单位": "示例市司法局", "列": ["甲"] * 50, "长": "一二三" * 99}
GRID = {"列": ["甲"] * 7, "行": [[["字" * 100]] * 7] * 5000}
needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="the system holds no limit")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path


def put(root: Path, text: str, name: str = "summary") -> str:
    (root / "templates" / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return f"{name}.md.j2"


def pressed(root: Path, name: str, data: dict[str, Any]) -> bytes:
    with Press(root) as press:
        return press.render(name, data, PROPERTIES)


def process(press: Press) -> int:
    running = press.process
    assert running
    return running.pid


def test_the_bytes_are_those_of_rendering_here_and_one_process_serves_all(root: Path) -> None:
    name = put(root, "# {{ 单位 }}\n\n{{ 列 | join('、') }}\n")
    here = render(templates.read(name, root), DATA, reference.build(), PROPERTIES)
    with Press(root) as press:
        assert press.render(name, DATA, PROPERTIES) == here
        first = process(press)
        assert all(press.render(name, DATA, PROPERTIES) == here for _ in range(20))
        assert process(press) == first
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_templates_that_come_with_the_program_are_rendered_here(root: Path) -> None:
    data = {"单位": "甲", "红头": "甲", "标题": "乙", "落款单位": "甲", "落款日期": "2021年1月1日"}
    data |= {"正文": ["丙"], "附件": [], "待填": [], "指标": []}  # type: ignore[dict-item]
    packed = templates.packed("statement.md.j2")
    assert packed
    (root / "templates" / "statement.md.j2").write_bytes(packed.replace(b"\n", b"\r\n"))
    (root / "templates" / "reference.docx").write_bytes(reference.build())
    with Press(root) as press:
        assert press.render("statement.md.j2", data | {"示例": 1, "盖章": True}, PROPERTIES)
        assert press.process is None
        other = templates.packed("summary.md.j2")
        assert other
        put(root, other.decode() + "x")
        with pytest.raises(TemplateFault):
            press.render("summary.md.j2", {"标题": "x"}, PROPERTIES)
        assert press.process


def test_faults_come_back_as_they_are(root: Path) -> None:
    name = put(root, "甲\n乙{{ 单伟 }}\n")
    with Press(root) as press:
        with pytest.raises(TemplateFault) as caught:
            press.render(name, DATA, PROPERTIES)
        assert str(caught.value) == (
            "templates/summary.md.j2:2:5: 没有“单伟”这个变量（是不是“单位”？）"
        )
        with pytest.raises(DataFault, match=r"件\[0\]：第2个字是控制字符 U\+000B"):
            press.render(name, {"件": ["a\x0b"]}, PROPERTIES)
        with pytest.raises(DataFault, match=r"PosixPath|WindowsPath"):
            press.render(name, {"件": Path("/")}, PROPERTIES)
    (root / "templates" / "reference.docx").write_bytes(b"PK no zip")
    with pytest.raises(ReferenceFault, match="不是完好的"):
        pressed(root, name, {"单伟": "x"})


@needs_limits
@pytest.mark.parametrize(
    ("text", "data", "limits", "says"),
    [
        (
            "{% for i in 列 %}{% for j in 列 %}\n::: 标题\n{{ 长 }}\n:::\n" + "{% endfor %}" * 2,
            {},
            Limits(seconds=2),
            "时间不够",
        ),
        ("::: 分工表\n:::\n" * 100, {"分工表": GRID}, Limits(300_000_000), "内存不够"),
    ],
)  # fmt: skip
def test_what_the_counting_lets_through_ends_with_the_process_limits(
    root: Path, text: str, data: dict[str, Any], limits: Limits, says: str
) -> None:
    name, fine = put(root, text), put(root, "{{ 单位 }}\n", "ledger")
    with Press(root, limits) as press:
        with pytest.raises(TemplateFault, match=says) as caught:
            press.render(name, DATA | data, PROPERTIES)
        assert str(caught.value).startswith("templates/summary.md.j2:1:1: ")
        assert press.render(fine, DATA, PROPERTIES)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to stop a process with")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_process_that_dies_or_hangs_is_an_error_and_replaced(
    root: Path, how: signal.Signals
) -> None:
    name = put(root, "{{ 单位 }}\n")
    with Press(root, Limits(seconds=0)) as press:
        press.render(name, DATA, PROPERTIES)
        first = process(press)
        os.kill(first, how)
        with pytest.raises(TemplateFault, match=r"^templates/summary.md.j2:1:1: .*已停下"):
            press.render(name, DATA, PROPERTIES)
        assert press.render(name, DATA, PROPERTIES)
        assert process(press) != first


def test_a_template_writes_no_two_gigabytes(root: Path) -> None:
    loops = "{% for i in 列 %}{% for j in 列 %}{% for k in 列 %}\n"
    name = put(root, loops + ("字" * 8000 + "\n") * 20 + "{% endfor %}" * 3)
    with pytest.raises(TemplateFault, match="写出的内容太多"):
        pressed(root, name, DATA)


@needs_limits
def test_the_process_runs_no_module_of_the_folder_it_is_started_in(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "jinja2.py").write_text("open('ran', 'w').close()\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert pressed(root, put(root, "{{ 单位 }}\n"), DATA)
    assert not (root / "ran").exists()


def test_a_link_out_of_the_repository_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "templates" / "summary.md.j2").symlink_to("/etc/hostname")
    with pytest.raises(FzjsError, match="仓库之外"):
        pressed(tmp_path, "summary.md.j2", DATA)
