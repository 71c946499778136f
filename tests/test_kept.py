"""What is kept from run to run changes no answer, whatever happens to repository and cache."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import mini
from fzjs import beside, cache, identity, now
from fzjs.cli.answer import answered
from fzjs.cli.app import run
from fzjs.kept import Kept
from fzjs.norm import Expected, foreign
from fzjs.norm.foreign import examine
from fzjs.repository.memo import Known
from fzjs.rules import formatted
from fzjs.tree import Tree
from timeline import Timeline, begin
from wander import Wanderer

HISTORIES = int(os.environ.get("FZJS_HISTORIES", "16"))
"""Random histories; `FZJS_HISTORIES=1000 python -m pytest tests/test_kept.py` runs a thousand."""
IDENTITY = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
STEPS = 8
PARTS = 8
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--deadline", "--format", "line"),
    ("check", "乙科"),
    ("status",),
    ("status", "--json"),
    ("todo", "乙科"),
    ("show", "1"),
    ("score",),
)


def _said(monkeypatch: pytest.MonkeyPatch, arguments: list[str], kept: str) -> tuple[int, str, str]:
    """Run a command line, and give its exit code and what it printed to both streams."""
    monkeypatch.setenv("FZJS_CACHE", kept)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        code = answered(arguments, run)
    finally:
        sys.stdout, sys.stderr = streams
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(stream.read())
        stream.close()
    return code, texts[0], texts[1]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_random_history_has_the_same_answers_with_and_without_what_is_kept(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(part, HISTORIES, PARTS):
        folder, kept = tmp_path / f"{seed}", tmp_path / f"{seed}-kept"
        kept.mkdir()
        made = Wanderer(folder / "局", kept, seed)
        for _ in range(STEPS):
            made.step()
            monkeypatch.setattr(now, "today", lambda day=made.day: day)
            arguments = ["-C", str(made.root), *made.chance.choice(COMMANDS)]
            plain = _said(monkeypatch, arguments, "off")
            for _ in range(2):  # the first may compute it, the second finds it printed
                found = _said(monkeypatch, arguments, str(kept))
                assert found == plain, f"历史 {seed}：{made.done}，{arguments}"


# --- what is kept, and what is not


def _kept_files(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.rglob(f"*{suffix}"))


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small committed campaign, looked at once, with what was kept beside it."""
    made = begin(tmp_path / "局", {mini.ENTRY: mini.entry("1-1 2020")})
    made.commit()
    (tmp_path / "kept").mkdir()
    _said(monkeypatch, ["-C", str(made.root), "check"], str(tmp_path / "kept"))
    return made.root


PROBE = """
import sys
import time
from fzjs.__main__ import main
try:
    main()
finally:
    heavy = {"pydantic", "yaml", "typer", "rich", "sqlite3"} & {*sys.modules}
    sys.stderr.write(f"{sorted(heavy)}")
"""


def test_what_is_remembered_imports_neither_pydantic_nor_yaml(small: Path, tmp_path: Path) -> None:
    for expected in (False, True):
        done = subprocess.run(
            [sys.executable, "-c", PROBE, "-C", str(small), "status"],
            env={**os.environ, "FZJS_CACHE": str(tmp_path / "kept")},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        assert (done.stderr == "[]") is expected, done.stderr
        assert "应报" in done.stdout


def test_another_command_after_the_first_reads_no_file_again(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("fzjs.repository.reading.open_file", never)
    kept = str(tmp_path / "kept")
    assert _said(monkeypatch, ["-C", str(small), "status"], kept)[0] == 0
    mini.put(small, mini.OTHER, mini.entry("1-2 2020"))
    with pytest.raises(AssertionError):
        _said(monkeypatch, ["-C", str(small), "status"], kept)


def _is_known(monkeypatch: pytest.MonkeyPatch, root: Path, command: str, kept: Path) -> bool:
    """Tell whether a command is answered without being run; what it prints is as without memory."""
    asked: list[int] = []
    really = run

    def counted(arguments: Sequence[str]) -> int:
        asked.append(1)
        return really(arguments)

    arguments = ["-C", str(root), command]
    plain = _said(monkeypatch, arguments, "off")
    with monkeypatch.context() as patched:
        patched.setattr(sys.modules[__name__], "run", counted)
        assert _said(monkeypatch, arguments, str(kept)) == plain
    return not asked


def test_the_same_bytes_have_the_same_answer_whatever_git_says_of_them(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, entry = tmp_path / "kept", small / mini.ENTRY

    def known(command: str = "check") -> bool:
        return _is_known(monkeypatch, small, command, kept)

    def git(*words: str) -> None:
        command = ["git", "-C", str(small), *words]
        subprocess.run(command, check=True, timeout=60, capture_output=True)

    assert not known()  # to pytest this is another part of the test than what made the campaign
    assert not known("status")
    later = time.time() + 9
    os.utime(entry, (later, later))
    assert known()
    assert known("status")
    git("status")
    assert known()
    assert known("status")
    mini.put(small, mini.ENTRY, mini.entry("1-2 2020"))
    assert not known()
    assert not known("status")
    git("add", ".")
    assert known()
    git(*IDENTITY, "commit", "-qm", "示例")
    assert known()
    assert not known("status")  # it names the commit
    git(*IDENTITY, "commit", "-qm", "示例", "--allow-empty")
    assert known()
    git("checkout", "-q", "HEAD~2")
    assert known()  # as it was at first
    monkeypatch.setenv("TMUX_PANE", "%7")
    assert known()
    monkeypatch.setenv("COLUMNS", "50")
    assert not known()


ADVISED = Path(__file__).parent / "cases" / "attachment-format-advised"
PAPER = "evidence/法制仲裁科/附件/2019-合法性审核.docx"


@pytest.fixture
def with_word(tmp_path: Path) -> Path:
    """Give a campaign with a statement as .docx, of which the norm has something to say."""
    root = Path(shutil.copytree(ADVISED.parent / "_base", tmp_path / "局", symlinks=True))
    shutil.copytree(ADVISED, root, dirs_exist_ok=True)
    made = Timeline(root)
    made.git("init", "--quiet")
    made.commit()
    (tmp_path / "kept").mkdir()
    return root


def test_a_word_file_is_looked_at_again_only_where_it_changed(
    with_word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def counted(data: bytes, expected: Expected) -> object:
        looked.append(len(data))
        return examine(data, expected)

    monkeypatch.setattr(foreign, "examine", counted)
    arguments, kept = ["-C", str(with_word), "check"], str(tmp_path / "kept")
    said = []
    for number, expected in enumerate((1, 0, 0)):
        formatted._held.cache_clear()  # noqa: SLF001  # as in another process
        looked.clear()
        said.append(_said(monkeypatch, arguments, kept))
        assert len(looked) == expected
        mini.put(with_word, "evidence/信息化工作科/另.yaml", f"事由: {number}\n")
    assert "attachment-format-advised" in said[0][1]
    assert "attachment-format-advised" in said[2][1]
    mini.put(with_word, "fzjs.yaml", (with_word / "fzjs.yaml").read_text("utf-8") + "标签: {}\n")
    assert _said(monkeypatch, arguments, kept) == _said(monkeypatch, arguments, "off")


def test_a_word_file_that_comes_by_lfs_later_is_looked_at_then(
    with_word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, kept = ["-C", str(with_word), "check"], str(tmp_path / "kept")
    whole = (with_word / PAPER).read_bytes()
    pointer = (
        "version https://git-lfs.github.com/spec/v1\n"
        f"oid sha256:{hashlib.sha256(whole).hexdigest()}\nsize {len(whole)}\n"
    ).encode()
    said = []
    for content in (pointer, whole, pointer, whole):
        mini.put(with_word, PAPER, content)
        formatted._held.cache_clear()  # noqa: SLF001  # as in another process
        said.append(_said(monkeypatch, arguments, kept))
        assert said[-1] == _said(monkeypatch, arguments, "off")
    assert "attachment-format-advised" not in said[0][1]
    assert "attachment-format-advised" in said[1][1]


@pytest.mark.parametrize("spoilt", [None, b"", b"PK\0"])
def test_a_word_file_that_could_not_be_read_once_is_looked_at_the_next_time(
    spoilt: bytes | None, with_word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WPS has it open, or another program is just writing it; the disk tells nothing of that."""
    arguments, kept, read = ["-C", str(with_word), "check"], str(tmp_path / "kept"), Tree.read

    def refused(tree: Tree, file: str) -> bytes:
        if file != PAPER:
            return read(tree, file)
        if spoilt is None:
            raise PermissionError(13, "拒绝访问")
        return read(tree, file) + spoilt

    formatted._held.cache_clear()  # noqa: SLF001  # as in another process
    with monkeypatch.context() as patched:
        patched.setattr(Tree, "read", refused)
        once = _said(monkeypatch, arguments, kept)
    formatted._held.cache_clear()  # noqa: SLF001  # as in another process
    plain = _said(monkeypatch, arguments, "off")
    assert ("attachment-format-advised" in once[1]) is (spoilt == b"")
    assert _said(monkeypatch, arguments, kept) == plain
    assert "attachment-format-advised" in plain[1]


@pytest.mark.parametrize("words", ["* text=auto eol=lf", "* ident"])
def test_other_bytes_of_which_git_has_the_same_form_have_their_own_answer(
    words: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as each other, and clean to git: only their bytes differ."""
    pair = (b"one\r\ntwo\n", b"one\ntwo\r\n")
    if "ident" in words:
        pair = (b"$Id: aaaa $\n", b"$Id: bbbb $\n")
    known = hashlib.sha256(pair[0]).hexdigest()
    paper = "evidence/乙科/附件/甲.html"
    mini.put(small, ".gitattributes", words + "\n")
    mini.put(small, paper, pair[0])
    listed = f"[{{路径: 附件/甲.html, sha256: {known}}}]"
    mini.put(small, mini.ENTRY, mini.entry("1-1 2020", {"附件": listed}))
    made = Timeline(small)
    made.commit()
    kept, said = str(tmp_path / "kept"), []
    for number in range(6):
        mini.put(small, paper, pair[number % 2])
        later = time.time() - 60 + number  # not at once, as far as git can tell
        os.utime(small / paper, (later, later))
        made.git("add", "--all")
        made.git("status")
        for command in ("check", "status"):
            arguments = ["-C", str(small), command]
            said.append(_said(monkeypatch, arguments, kept))
            assert said[-1] == _said(monkeypatch, arguments, "off")
    assert said[0] == said[4]
    assert said[0] != said[2]
    assert "attachment-hash-differs" in said[2][1]


def test_a_locked_memory_harms_nobody(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base,) = _kept_files(tmp_path / "kept", ".sqlite")
    mini.put(small, mini.ENTRY, mini.entry("99-1 2020"))
    plain = _said(monkeypatch, ["-C", str(small), "check"], "off")
    with contextlib.closing(sqlite3.connect(base, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _said(monkeypatch, ["-C", str(small), "check"], str(tmp_path / "kept")) == plain


def test_two_runs_at_once_do_not_disturb_each_other(small: Path, tmp_path: Path) -> None:
    for number in range(3):
        mini.put(small, mini.OTHER, mini.entry(f"1-1 202{number}"))
        runs = [
            subprocess.Popen(
                [sys.executable, "-m", "fzjs", "-C", str(small), *words],
                env={**os.environ, "FZJS_CACHE": str(tmp_path / "kept")},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for words in (("check",), ("check",), ("status",))
        ]
        said = [(*run.communicate(timeout=60), run.returncode) for run in runs]
        assert said[0] == said[1]
        assert [each[1] for each in said] == [b""] * 3


def test_a_folder_that_others_may_write_to_is_not_believed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base,) = _kept_files(tmp_path / "kept", ".sqlite")
    base.parent.chmod(0o777)
    before = base.read_bytes()
    mini.put(small, mini.ENTRY, mini.entry("99-1 2020"))
    _said(monkeypatch, ["-C", str(small), "check"], str(tmp_path / "kept"))
    assert base.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("check", "--with-private"), ("check", "--report", "json=报告.json"), ("check", "-h")]
)
def test_some_answers_are_never_kept(
    words: tuple[str, ...], small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    before = _kept_files(kept, ".answer")
    monkeypatch.chdir(tmp_path)
    _said(monkeypatch, ["-C", str(small), *words], str(kept))
    assert _kept_files(kept, ".answer") == before


def test_a_link_is_followed_anew_each_time(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini.put(small, "库/乙.pdf", "甲")
    scan = small / "evidence/乙科/附件/甲.pdf"
    scan.parent.mkdir(parents=True)
    scan.symlink_to("../../../库/乙.pdf")
    attached = "附件: [{路径: 附件/甲.pdf, sha256: " + "a" * 64 + "}]"
    mini.put(small, mini.ENTRY, mini.entry("1-1 2020", {"附件": attached.partition(": ")[2]}))
    said = []
    for text in ("甲", "乙"):
        mini.put(small, "库/乙.pdf", text)
        arguments = ["-C", str(small), "check"]
        said.append(_said(monkeypatch, arguments, str(tmp_path / "kept")))
        assert said[-1] == _said(monkeypatch, arguments, "off")
    assert said[0] != said[1]


def test_what_is_kept_of_places_long_gone_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FZJS_CACHE", str(tmp_path))
    old, mine = Path(cache.folder_of("/甲")), tmp_path / "我的"
    mine.mkdir()
    for folder in (old, mine):
        os.utime(folder, (0, 0))
    new = Path(cache.folder_of("/乙"))
    assert (old.exists(), mine.exists(), new.exists()) == (False, True, True)


SHARED = """
import sys
import time
from fzjs import beside, check
from fzjs.repository import reading
from fzjs.__main__ import main

class Counted(beside.Beside):
    made = 0

    def __init__(self, work):
        Counted.made += 1
        super().__init__(FAILING or work)

FAILING = {failing}
reading._WORTH, reading._PORTION, check._MANY = 2, 3, 2
beside.processors, beside.Beside = lambda: 2, Counted
try:
    main()
finally:
    sys.stderr.write(str(Counted.made))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="只在 Linux 上分给几个进程读")
@pytest.mark.parametrize("failing", ["None", "lambda: 1 / 0"])
def test_several_processes_find_what_one_finds(
    failing: str, campaign: Path, tmp_path: Path
) -> None:
    mini.put(campaign, "evidence/办公室/坏.yaml", "事由：一\n")
    said = []
    for kept in ("off", *[str(tmp_path / "kept")] * 3):
        done = subprocess.run(
            [sys.executable, "-c", SHARED.format(failing=failing), "check", "--format", "json"],
            env={**os.environ, "FZJS_CACHE": kept, "COLUMNS": "100"},
            cwd=campaign,
            capture_output=True,
            timeout=120,
            check=False,
        )
        said.append((done.stdout, done.returncode))
        mini.put(campaign, "evidence/办公室/坏.yaml", "事由：一\n")
        # Reading plan and evidence, and the rules of the whole; the rules alone where the files are
        # known, nothing where the answer is.
        assert done.stderr == (b"2", b"6", b"2", b"0")[len(said) - 1]
        if len(said) == 2:
            for answer in _kept_files(tmp_path / "kept", ".answer"):
                answer.unlink()
    assert said[0] == said[1] == said[2] == said[3]
    assert said[0][1] == 1


@pytest.mark.parametrize(
    ("there", "committed"),
    [
        (b"a\nb\n", b"a\nb\n"),
        (b"a\r\nb\r\n", b"a\nb\n"),
    ],
)
def test_an_id_is_known_for_what_git_made_of_the_bytes(there: bytes, committed: bytes) -> None:
    known = f"{identity.id_of(committed).partition(':')[0]}:{len(there)}"
    assert identity.tells(known, "", "", there)
    for other in (there + b" ", there.replace(b"a", b"c"), b"a\r\nb\n"):
        assert not identity.tells(known, "", "", other)


def test_a_large_record_that_git_does_not_have_is_known_once_it_is_settled(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = mini.entry("1-1 2020") + "# 长\n" * 200_000
    mini.put(small, mini.OTHER, text)
    arguments = ["-C", str(small), "check"]
    plain = _said(monkeypatch, arguments, "off")
    for passed in (0.0, 10.0, 20.0):
        later = time.time() + passed
        monkeypatch.setattr("fzjs.identity.time.time", lambda later=later: later)
        assert _said(monkeypatch, arguments, str(tmp_path / "kept")) == plain
    mini.put(small, mini.OTHER, text.replace("1-1", "9-9"))
    changed = _said(monkeypatch, arguments, "off")
    assert _said(monkeypatch, arguments, str(tmp_path / "kept")) == changed != plain


# --- what git does not tell, and what it tells of other bytes


def _shut_off(root: Path) -> None:
    (root / "evidence/乙科/.git").mkdir()


def _pipe(root: Path) -> None:
    os.mkfifo(root / "evidence/乙科/管.yaml")


def _linked_folder(root: Path) -> None:
    outside = root.parent / "外面"
    (root / "evidence/乙科/附件").rename(outside)
    (root / "evidence/乙科/附件").symlink_to(outside)


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", root, *words], check=True, timeout=60)  # noqa: S607  # the user's


def _other_case(root: Path) -> None:
    _git(root, "config", "core.ignorecase", "true")
    mini.put(root, "evidence/乙科/ABC.yaml", "事由：一\n")


def _filtered(root: Path) -> None:
    """Let git keep other bytes, as many as there are: those that were looked at before."""
    mini.put(root, ".gitattributes", "条目.yaml filter=x\n")
    _git(root, "config", "filter.x.clean", "sed s/否/是/")
    path = root / mini.ENTRY
    path.write_bytes(path.read_bytes().replace("盖章: 是".encode(), "盖章: 否".encode()))
    os.utime(path, (10**9, 10**9))  # older than git's list: git believes the disk
    _git(root, "add", ".")


def _larger(root: Path) -> None:
    """Leave a record that is known by the disk's word."""
    path = root / "evidence/乙科/大.yaml"
    mini.put(root, "evidence/乙科/大.yaml", "事由：一\n" + "#" * 1_000_000)
    while path.stat().st_ctime > time.time() - 3.1:
        time.sleep(0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上没有管道文件，链接要特权")
@pytest.mark.parametrize(
    "change", [_shut_off, _pipe, _linked_folder, _other_case, _filtered, _larger]
)
def test_nothing_escapes_that_git_does_not_tell(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"附件": f"[{{路径: 附件/甲.pdf, sha256: {hashlib.sha256(b'1').hexdigest()}, 字数: 4}}]"}
    files = {
        mini.ENTRY: mini.entry("1-1 2020", own),
        "evidence/乙科/附件/甲.pdf": "1",
        "evidence/乙科/abc.yaml": mini.entry("1-1 2021"),
    }
    made = begin(tmp_path / "局", files)
    made.commit()
    kept = str(tmp_path / "kept")
    arguments = ["-C", str(made.root), "check", "--format", "line"]
    before = _said(monkeypatch, arguments, kept)
    change(made.root)
    plain = _said(monkeypatch, arguments, "off")
    assert plain != before
    assert [_said(monkeypatch, arguments, kept) for _ in range(2)] == [plain, plain]


def test_a_row_that_is_no_row_any_more_counts_as_not_there(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base,) = _kept_files(tmp_path / "kept", ".sqlite")
    arguments = ["-C", str(small), "check"]
    plain = _said(monkeypatch, arguments, "off")
    for spoil in (
        "UPDATE parts SET part = 1",
        "UPDATE parts SET part = 'x', drawer = 'y'",
        "UPDATE program SET name = CAST(x'ff' AS TEXT)",
    ):
        for old in _kept_files(tmp_path / "kept", ".answer"):
            old.unlink()
        with contextlib.closing(sqlite3.connect(base, isolation_level=None)) as other:
            other.execute(spoil)
        assert _said(monkeypatch, arguments, str(tmp_path / "kept")) == plain


def test_a_file_edited_again_and_again_does_not_fill_the_memory(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base,) = _kept_files(tmp_path / "kept", ".sqlite")
    for number in range(24):
        mini.put(small, mini.ENTRY, mini.entry(f"1-1 20{number:02}"))
        arguments = ["-C", str(small), "check"]
        assert _said(monkeypatch, arguments, str(tmp_path / "kept")) == _said(
            monkeypatch, arguments, "off"
        )
    with contextlib.closing(sqlite3.connect(base)) as other:
        parts = other.execute("SELECT COUNT(*) FROM parts GROUP BY drawer").fetchall()
    assert max(parts) < (8,)


@pytest.fixture
def drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Kept]:
    """Give what a further process sees of a memory of its own."""
    monkeypatch.setenv("FZJS_CACHE", str(tmp_path / "kept"))
    data = tmp_path / "data"
    for folder in (data, tmp_path / "kept"):
        folder.mkdir()

    def begun() -> Kept:
        memory = Kept(str(data))
        memory.begin()
        return memory

    return begun


def _key(number: int) -> tuple[str, str, str]:
    return "文件", "a.yaml", str(number)


def test_what_was_known_of_another_branch_is_known_when_it_comes_back(
    drawer: Callable[[], Kept],
) -> None:
    """Parts of a drawer are made one; what was not used is kept, a while."""
    for number in range(40):
        memory = drawer()
        assert [memory.recall(_key(old)) for old in range(number)] == [
            Known(whole=True, under=str(old)) for old in range(number)
        ]
        memory.keep(_key(number), Known(whole=True, under=str(number)))
        memory.save()
    for number in range(40, 99):
        memory = drawer()
        memory.keep(_key(number), ())
        memory.save()
    memory = drawer()
    known = [number for number in range(99) if memory.recall(_key(number)) is not None]
    assert 0 not in known
    assert {*range(85, 99)} <= {*known}


def test_as_many_idle_values_stay_as_are_in_use(drawer: Callable[[], Kept]) -> None:
    memory = drawer()
    for number in range(60):
        memory.keep(_key(number), ())
    memory.save()
    for more in range(60, 64):  # another branch, looked at often enough to make the parts one
        memory = drawer()
        for number in range(30, more):
            memory.recall(_key(number))
        memory.keep(_key(more), ())
        memory.save()
    memory = drawer()
    assert all(memory.recall(_key(number)) == () for number in range(64))


def test_values_of_another_program_are_never_believed(
    drawer: Callable[[], Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    for program, number in (("甲", 1), ("乙", 2), ("甲", 3)):
        monkeypatch.setattr(cache, "program", lambda name=program: name)
        memory = drawer()
        assert [memory.recall(_key(each)) for each in (1, 2, 3)] == [None] * 3
        memory.keep(_key(number), ())
        memory.save()
    assert [drawer().recall(_key(each)) for each in (1, 2, 3)] == [None, None, ()]


def test_a_part_with_one_other_byte_counts_as_not_there(
    drawer: Callable[[], Kept], tmp_path: Path
) -> None:
    memory = drawer()
    memory.keep(_key(1), Known(whole=True, under="某句话"))
    memory.save()
    (base,) = _kept_files(tmp_path / "kept", ".sqlite")
    with contextlib.closing(sqlite3.connect(base, isolation_level=None)) as other:
        ((part,),) = other.execute("SELECT part FROM parts")
        spoilt = part.replace("某句话".encode(), "某旬话".encode())
        assert spoilt != part
        other.execute("UPDATE parts SET part = ?", (spoilt,))
    assert drawer().recall(_key(1)) is None


def test_a_slower_run_takes_nobody_else_s_parts(drawer: Callable[[], Kept]) -> None:
    for number in range(4):
        memory = drawer()
        memory.keep(_key(number), ())
        memory.save()
    slow, quick = drawer(), drawer()
    quick.keep(_key(4), ())
    quick.save()  # makes all parts of the drawer one
    third = drawer()
    third.keep(("文件", "b.yaml", ""), ())
    third.save()
    slow.keep(_key(5), ())
    slow.save()
    memory = drawer()
    assert memory.recall(("文件", "b.yaml", "")) == ()
    assert [memory.recall(_key(number)) for number in range(6)] == [()] * 6


def test_a_pipe_in_place_of_what_is_kept_is_not_waited_for(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["-C", str(small), "check"]
    plain = _said(monkeypatch, arguments, "off")
    for path in (tmp_path / "kept").rglob("*.*"):
        path.unlink()
        os.mkfifo(path)
    assert _said(monkeypatch, arguments, str(tmp_path / "kept")) == plain


def test_a_name_like_a_line_of_git_s_list_hides_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository from elsewhere may hold any name: its own is the first of the list here."""
    odd = f"evidence/\n  size: 9\tflags: 0\nH 100644 {'0' * 40} 0\t{mini.OTHER}"
    made = begin(tmp_path / "局", {mini.ENTRY: mini.entry("1-1 2020"), odd: mini.entry("1-1 2019")})
    made.commit()
    (tmp_path / "kept").mkdir()
    for year in (2018, 2019, 2020):
        mini.put(made.root, mini.OTHER, mini.entry(f"99-1 {year}"))
        said = [
            _said(monkeypatch, ["-C", str(made.root), "check"], kept)
            for kept in ("off", str(tmp_path / "kept"), str(tmp_path / "kept"))
        ]
        assert said[0] == said[1] == said[2]
        assert "99-1" in said[0][1]


def test_nothing_is_kept_in_the_repository_nor_behind_a_link(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["-C", str(small), "check"]
    inner = small / "缓存"
    _said(monkeypatch, arguments, str(inner))
    assert not inner.exists()
    (place,) = (tmp_path / "kept").iterdir()
    place.rename(tmp_path / "别处")
    place.symlink_to(tmp_path / "别处")
    monkeypatch.setenv("FZJS_CACHE", str(tmp_path / "kept"))
    assert cache.folder_of(str(small)) == ""


def test_without_room_for_another_process_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse, raising=False)
    assert beside.Beside(lambda: b"1").result() is None


def test_where_a_link_goes_back_to_is_another_place(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = mini.lay(tmp_path / "别局", {mini.ENTRY: mini.entry("99-1 2020")})
    (small / "去").symlink_to(other / "evidence")
    arguments = ["-C", str(small / "去" / ".."), "check"]
    said = []
    for text in (mini.entry("99-1 2020"), mini.entry("1-1 2020")):
        mini.put(other, mini.ENTRY, text)
        said.append(_said(monkeypatch, arguments, str(tmp_path / "kept")))
        assert said[-1] == _said(monkeypatch, arguments, "off")
    assert said[0] != said[1]


@pytest.mark.parametrize("place", ["kept", "局/kept", "局/下/kept"])
def test_a_folder_inside_gits_repository_is_not_used(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = begin(tmp_path / "局")
    root = made.root / "下"
    root.mkdir()
    monkeypatch.setenv("FZJS_CACHE", str(tmp_path / place))
    assert bool(cache.folder_of(str(root))) is (place == "kept")
    monkeypatch.setenv("FZJS_CACHE", "OFF")
    assert cache.folder_of(str(root)) == ""
