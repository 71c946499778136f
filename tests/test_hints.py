"""A hint on a value, typed as it stands, makes the entry sound; an example says it is one."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

import mini
from fzjs.check import check
from fzjs.models import Evidence, SchemaFault, parse
from fzjs.models.base import Record, Year, Years
from fzjs.source import read
from fzjs.tree import Tree

CASES = Path(__file__).parent / "cases"
ENTRY = """事由: 2020年度合法性审核
种类: 情况说明
落款日期: 2021-02-12
载体: [纸质]
公开属性: 内部
对应:
- {资料: 29-1, 年度: 2020}
附件: [{路径: 附件/a.pdf, sha256: HASH}]
状态: 草稿
""".replace("HASH", "ab" * 32)


def faults(text: str) -> list[SchemaFault]:
    source = read(text.encode(), "a.yaml")
    assert source.faults == ()
    return parse(Evidence, source.data)[1]


def mistyped(right: str, wrong: str) -> str:
    assert ENTRY.count(right) == 1
    return ENTRY.replace(right, wrong)


def test_the_entry_itself_is_sound() -> None:
    assert faults(ENTRY) == []


DATE, PERIOD = "落款日期: 2021-02-12", "年度: 2020}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        *(
            (DATE, f"落款日期: {typed}")
            for typed in ("20210212", "2021/2/12", "2021年2月12日", "2021年02月12号", "2021.2.12",
                          "２０２１－０２－１２", "２０２１０２１２", "2021-2-12", "2021、2、12")
        ),
        *((PERIOD, f"年度: {typed}}}") for typed in ("2020年", "2020年度", "２０２０", "2020 年")),
    ],
)  # fmt: skip
def test_a_hint_on_a_value_is_what_to_type(right: str, wrong: str) -> None:
    (fault,) = faults(mistyped(right, wrong))
    assert fault.rule == "schema-wrong-value"
    typed = right.partition(": ")[2].rstrip("}")
    assert fault.hint == f"写成 {typed}"


@pytest.mark.parametrize(
    "typed", ["21-2-12", "202102", "20211332", "2021-2-30", "2021年2月", "2月12日", "去年"]
)
def test_digits_that_give_no_date_get_an_example_that_says_so(typed: str) -> None:
    (fault,) = faults(mistyped(DATE, f"落款日期: {typed}"))
    assert "写成如 2021-03-12 的样子" in fault.hint
    assert "写成 2" not in fault.hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2016年至2020年", "写成 2016-2020"),
        ("2016—2020", "写成 2016-2020"),
        ("2020-2016年", "写成 2016-2020"),
        ("2020年上半年", "写成 2020上"),
        ("2020、2021", "写成 2020、2016-2021、2020上、汇总、时点、现行 或 有则报"),
        ("12020", "写成 2020、2016-2021、2020上、汇总、时点、现行 或 有则报"),
        ("全部", "写成 2020、2016-2021、2020上、汇总、时点、现行 或 有则报"),
    ],
)
def test_a_period_is_guessed_only_where_it_is_plain(typed: str, meant: str) -> None:
    (fault,) = faults(mistyped(PERIOD, f"年度: {typed}}}"))
    assert fault.hint == meant


class Window(Record):
    """The two other kinds of year, which `fzjs.yaml` and 数据 use."""

    year: Year = 2020
    years: Years = (2020, 2020)


@pytest.mark.parametrize(
    ("key", "typed", "hint"),
    [
        ("year", "2020年", "写成 2020"),
        ("year", "2016-2020", "写四位年份，如 2020"),
        ("years", "2016年－2021年", "写成 2016-2021"),
        ("years", "汇总", "写成 2016-2021 或 2020"),
    ],
)
def test_a_year_and_a_span_have_hints_of_their_own(key: str, typed: str, hint: str) -> None:
    assert [fault.hint for fault in parse(Window, {key: typed})[1]] == [hint]


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("AB" * 32, "大写字母", "改成小写，开头写成 abababab"),
        (f'"{"ab " * 31}ab"', "空格", "删去空格，都用小写，开头写成 abababab"),
        ("ab" * 31, "有 62 个字", "sha256sum"),
        ("AB" * 33, "有 66 个字", "sha256sum"),
        ("xb" * 32, "有“x”", "sha256sum"),
    ],
)
def test_a_hash_is_told_what_is_wrong_with_it(typed: str, message: str, hint: str) -> None:
    (fault,) = faults(mistyped("ab" * 32, typed))
    assert message in fault.message
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("种类: 情况说明", "种类: 说明", "种类：不能写“说明”"),
        ("公开属性: 内部", "公开属性: 公开", "公开属性：不能写“公开”"),
    ],
)
def test_a_word_that_is_not_allowed_names_its_key(right: str, wrong: str, message: str) -> None:
    assert [fault.message for fault in faults(mistyped(right, wrong))] == [message]


CLAIM = "- {资料: 29-1, 年度: 2020}"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("  资料: 29-1\n  年度: 2020", "“- {资料: 29-1, 年度: 2020}”"),
        ("  {资料: 29-1, 年度: 2020}", "“- {资料: 29-1, 年度: 2020}”"),
        ('  资料: 29-1\n  年度: 2020\n  摘录: "甲: 乙"', "“- {资料: 29-1, 年度: 2020, 摘录: …}”"),
        ("  29-1 2020", "“- {资料: …, 年度: …}”"),
    ],
)
def test_what_should_be_a_list_of_records_is_shown_as_one(wrong: str, line: str) -> None:
    (fault,) = faults(mistyped(CLAIM, wrong))
    assert fault.rule == "schema-wrong-shape"
    assert line in fault.hint
    assert "[甲, 乙]" not in fault.hint


def test_the_way_in_lines_mends_a_record_too() -> None:
    (fault,) = faults(mistyped(CLAIM, "  资料: 29-1\n  年度: 2020"))
    assert "在“资料”前加“- ”，它下面的键再缩进两格" in fault.hint
    assert faults(mistyped(CLAIM, "  - 资料: 29-1\n    年度: 2020")) == []


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("载体: 纸质", "写成 [纸质]"),
        ("载体: 纸质，PDF", '写成 [纸质, PDF]；若本是一个名称，写成 ["纸质，PDF"]'),
        ("载体: 见 [1]", "写成 [甲, 乙]，或每项一行、以“- ”开头"),
    ],
)
def test_what_should_be_a_list_of_names_is_shown_as_one(wrong: str, hint: str) -> None:
    assert [fault.hint for fault in faults(mistyped("载体: [纸质]", wrong))] == [hint]


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("- （资料：29-1，年度：2020）", "{资料: 29-1, 年度: 2020}"),
        ("- (资料：29-1； 年度:2020)", "{资料: 29-1, 年度: 2020}"),
        ("- 29-1", "{键: 值}"),
        ("- （见附件）", "{键: 值}"),
    ],
)
def test_a_record_in_round_brackets_is_shown_in_braces(wrong: str, hint: str) -> None:
    (fault,) = faults(mistyped(CLAIM, wrong))
    assert hint in fault.hint


PATHS = {
    "附件\\2020说明.pdf": ("路径里用了反斜杠", "把“\\”改成“/”，写成 附件/2020说明.pdf"),
    "..\\说明.pdf": ("“..”", "附件/说明.pdf"),
    "附件/../../说明.pdf": ("“..”", "附件/说明.pdf"),
    "/home/说明.pdf": ("绝对路径", "附件/说明.pdf"),
    "\\\\server\\share\\说明.pdf": ("绝对路径", "附件/说明.pdf"),
    "~/说明.pdf": ("绝对路径", "附件/说明.pdf"),
    "~$说明.docx": ("临时文件", "附件/说明.docx"),
    "D:\\材料\\说明.pdf": ("盘符", "附件/说明.pdf"),
    "附件/12:30.pdf": ("冒号", "附件/1230.pdf"),
    "https://example.org/说明.pdf": ("网址", "附件/说明.pdf"),
    "../12:30.pdf": ("“..”", "附件/1230.pdf"),
    "附件/con.pdf": ("设备名", "附件/说明.pdf"),
    "..": ("“..”", "附件/文件名"),
    ".": ("没有写文件名", "附件/文件名"),
}


def test_an_unsafe_path_is_told_its_own_cause(tmp_path: Path) -> None:
    root = tmp_path / "仓库"
    shutil.copytree(CASES / "_base", root)
    entry = root / "evidence" / "法制仲裁科" / "2019-合法性审核.yaml"
    files = "".join(f"- {{路径: '{path}', sha256: {'ab' * 32}}}\n" for path in PATHS)
    head = (
        "事由: 2019年度合法性审核\n种类: 情况说明\n状态: 草稿\n对应: [{资料: 31-2甲, 年度: 2019}]\n"
    )
    entry.write_text(f"{head}附件:\n{files}", encoding="utf-8")
    found = {
        one.location.line: one
        for one in check(Tree(root), datetime.date(2021, 3, 2)).diagnostics
        if one.rule == "attachment-outside-repository"
    }
    for line, (path, (cause, mended)) in enumerate(PATHS.items(), 6):
        assert f"附件路径“{path}”" in found[line].message
        assert cause in found[line].message
        assert found[line].hint.endswith(mended)
    assert len(found) == len(PATHS)


def test_an_item_that_is_empty_is_called_so() -> None:
    (fault,) = faults(mistyped("- {资料: 29-1, 年度: 2020}", "- {资料: 29-1, 年度: 2020}\n-"))
    assert fault.message == "这里应是“键: 值”，却是空的"
    assert "把这一行删去" in fault.hint


@pytest.mark.parametrize(
    ("kind", "claims", "hint"),
    [
        ("佐证材料", "8-1 2019", "；事后整理的，种类改为 情况说明 或 目录 或 汇总表"),
        ("报告", "8-1 2019; 8-2 2019", "；事后整理的，种类改为 情况说明"),
        ("会议材料", "9-2 2019", ""),
        ("无此情形", "1-2 2019", None),
    ],
)
def test_only_kinds_that_the_claims_take_are_offered(
    kind: str, claims: str, hint: str | None, tmp_path: Path
) -> None:
    root = mini.lay(tmp_path, {mini.ENTRY: mini.entry(claims, {"种类": kind})})
    found = check(Tree(root), datetime.date(2021, 3, 2)).diagnostics
    hints = [each.hint for each in found if each.rule == "evidence-dated-afterwards"]
    assert hints == ([] if hint is None else [f"照原件的落款日期写{hint}"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("状态: 草稿\n", "加上一行：状态: 草稿（照实写；还可以写 已提交、撤回）"),
        ("种类: 情况说明\n", "加上一行：种类: 情况说明（照实写；还可以写 制度文件、文件、目录"),
        ("对应:\n- {资料: 29-1, 年度: 2020}\n", "加上一行：对应: [{资料: …, 年度: …}]"),
    ],
)
def test_a_key_that_is_missing_comes_with_what_may_stand_behind_it(line: str, words: str) -> None:
    (fault,) = faults(mistyped(line, ""))
    assert fault.hint.startswith(words)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{资料: 29-1}", "在“}”前面加上：, 年度: …（写成 2020 的样子）"),
        ("{}", "在“}”前面加上：资料: …"),
        ("资料: 29-1", "加上一行：年度: …（写成 2020 的样子）"),
    ],
)
def test_in_braces_there_is_no_line_to_add(tmp_path: Path, written: str, words: str) -> None:
    text = mistyped("{资料: 29-1, 年度: 2020}", written)
    shutil.copytree(CASES / "_base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "evidence/法制仲裁科/甲.yaml").write_text(text, encoding="utf-8")
    found = check(Tree(tmp_path), datetime.date(2021, 3, 2)).diagnostics
    assert words in [each.hint for each in found if each.rule == "schema-missing-key"]
