"""Templates and data: what comes out verbatim, what is refused, and where a fault is reported."""

from __future__ import annotations

import hashlib
import re
import sys
import time
import tracemalloc
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from fzjs.diagnostic import FzjsError
from fzjs.norm.fonts import width
from fzjs.render import reference, templates
from fzjs.render.measure import TITLE_WIDTH, balanced
from fzjs.render.word import DataFault, Properties, Template, TemplateFault, rare, render
from tools import run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties("标题", "示例市司法局", date(2021, 3, 2), "a1b2c3d")
NAME = "templates/x.md.j2"
DATA: dict[str, Any] = {
    "单位": "示例市司法局",
    "字典": {"名称": "甲"},
    "列": ["甲", "乙"],
    "空": None,
    "是": True,
}
HOSTILE = (
    "# x", "===", "---", "```", "~~~ x", "| a | b |", "|---|", "^^", ":::", "::: 标题", "> x",
    "- x", "1. x", "<w:p>", "</w:t><w:br/>", "]]>", "<!-- x", "&", "&lt;", "&#20013;",
    "{{ 单位 }}", "{% if %}", "{#", "**粗**", "**", "\\", "\\*", "[x](y)", "![x](y)", "`x`",
    "$x$", "｛｛ x ｝｝", "\U0010fff0", "\U0010fff00\U0010fff1", "\U0010fff27", "\ue000\uf8ff",
    "镕堃喆玥", "𠮷", "  空  格  ", "\u3000全角\u3000", "甲\n乙", "甲\n\n# 乙", "甲\t乙",
    "“引”——……", "PAGE \\* MERGEFORMAT", "%s %(x)s",
)  # fmt: skip


def rendered(text: str, data: dict[str, Any] | None = None) -> bytes:
    return render(Template(NAME, text), data or DATA, reference.build(), PROPERTIES)


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def words(element: etree._Element) -> str:
    """Give the text of an element as a reader sees it."""
    kinds = {f"{_W}br": "\n", f"{_W}tab": "\t"}
    return "".join(
        child.text or "" if child.tag == f"{_W}t" else kinds.get(str(child.tag), "")
        for child in element.iter()
    )


def paragraphs(document: bytes) -> list[str]:
    return [words(each) for each in part(document).iter(f"{_W}p")]


def fault(text: str, data: dict[str, Any] | None = None) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        rendered(text, data)
    assert str(caught.value).startswith(f"{NAME}:{caught.value.line}:{caught.value.column}: ")
    return caught.value


@pytest.mark.parametrize("text", HOSTILE)
def test_data_comes_out_verbatim_wherever_it_stands(text: str) -> None:
    template = """\
::: 发文机关标志
{{ 文 }}
:::

::: 主送
{{ 文 }}
:::

# {{ 文 }}

{{ 文 }}

{{ 文 }}{{ 文 }}
前{{ 文 }}后

**{{ 文 }}**

- {{ 文 }}

| 甲 | {{ 文 }} |
|---|---|
| {{ 文 }} | 乙 |
| {{ 文 }}{{ 文 }} | \\| |

::: 落款 盖章
{{ 文 }}
{{ 文 }}
:::
"""
    document = rendered(template, {"文": text})
    once, body = text, paragraphs(document)
    expected = [once, once, once, f"{once}{once}前{once}后", once, f"· {once}", "甲", once, once]
    assert body == [*expected, "乙", once + once, "|", "", once, once]
    assert words(part(document, "word/header1.xml")) == once
    assert paragraphs(rendered("::: 标题\n{{ 文 }}\n:::\n", {"文": text})) == [once]


@pytest.mark.parametrize(
    ("value", "printed"), [(None, "（待填）"), (True, "是"), (False, "否"), (0, "0"), ("", "")]
)
def test_values_print_in_chinese(value: object, printed: str) -> None:
    assert paragraphs(rendered("前{{ 值 }}后\n", {"值": value})) == [f"前{printed}后"]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"件": [{"名": "a\x0bb"}]}, "件[0].名"),
        ({"甲": "\x00"}, "甲"),
        ({"甲": "\ud800"}, "甲"),
        ({"甲": "\uffff"}, "甲"),
        ({"甲": {"\x1b": "x"}}, "甲"),
        ({"甲": Path("/")}, "甲"),
        ({"甲": 1.5}, "甲"),
        ({"甲": (1, 2)}, "甲"),
        ({"甲": type("Sly", (str,), {})("x")}, "甲"),
    ],
)
def test_a_value_no_document_can_hold_is_named(data: dict[str, Any], path: str) -> None:
    with pytest.raises(DataFault) as caught:
        rendered("x\n", data)
    assert str(caught.value).startswith(f"{path}：")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 单位.__class__ }}",
        "{{ 单位['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 单位|attr('__class__') }}",
        "{{ 列|map(attribute='__class__')|list|first }}",
        "{{ 单位.upper() }}",
        "{{ 字典.items() }}",
        "{{ 字典.keys }}",
        "{{ 列.append }}",
        "{{ '{0.__class__}'.format(单位) }}",
        "{{ '%s'|format(单位) }}",
        "{{ 单位|safe }}",
        "{{ 单位|tojson }}",
        "{{ range(9) }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ self }}",
        "{{ self._TemplateReference__context }}",
        "{% for 甲 in 列 %}{{ loop.__class__ }}{% endfor %}",
        "{% for 甲 in 列 %}{{ loop }}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% include 'x.md.j2' ignore missing %}",
        "{% import 'x' as x %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% macro m() %}{% endmacro %}",
        "{% set x %}# {{ 单位 }}{% endset %}",
        "{% filter upper %}x{% endfilter %}",
        "{% autoescape false %}x{% endautoescape %}",
        "{{ 'a' * 200000000 }}",
        "{{ 9 ** 99999999 }}",
        "{{ '%0999999999d' % 1 }}",
    ],
)
def test_the_sandbox_refuses_at_the_line(text: str) -> None:
    assert fault(f"第一行\n{text}\n").line == 2


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("甲\n{{ 单伟 }}\n", 2, "没有“单伟”这个变量（是不是“单位”？）"),
        ("甲\n\n{{ 字典.名 }}\n", 3, "这里没有“名”一项（是不是“名称”？）"),
        ("{{ 列 }}\n", 1, "join"),
        ("甲\n{{ 列 | jion('、') }}\n", 2, "没有“jion”这个过滤器（是不是“join”？）"),
        ("甲\n{{ 列 is odds }}\n", 2, "没有“odds”这个判断"),
        ("甲\n{{ 单位 \n", 2, "没有用 }} 结束"),
        ("甲\n{% if 单位 %}\n乙\n", 2, "endif"),
        ("甲\n{{ 列[9] }}\n", 2, "这一列只有2项，没有第10项"),
        ("甲\n{{ 单位 单位 }}\n", 2, "这里应是“}}”，却是“单位”"),
        ("甲\n{{ }}\n", 2, "这里少写了内容"),
        ("甲\n{{ 1 + '甲' }}\n", 2, "文字和数字"),
        ("甲\n{% for 乙 in 是 %}{% endfor %}\n", 2, "不是一列数据"),
        ("甲\n{% endfor %}\n", 2, "endfor"),
        ("甲\n｛｛ 单位 ｝｝\n", 2, "全角的“｛｛”（改成半角 {{）"),
        ("甲\n{％ if 单位 ％}\n", 2, "全角的“％”（改成半角 %）"),
        ("甲\n乙\x0b\n", 2, "U+000B"),
        ("甲\U0010fff0\n", 1, "U+10FFF0"),
        ("甲\n\n#### 四级\n", 3, "标题只有三级"),
        ("甲\n\n**乙\n", 3, "** 没有成对"),
        ("|甲|乙|\n|---|---|\n|1|2|\n|3|\n", 4, "表格这一行有1格，表头有2格"),
        ("|甲|乙|\n|---|---|\n|1|2|3|\n", 3, "表格这一行有3格，表头有2格"),
        ("|甲|乙|\n|---|---|\n|1|^^|\n", 3, "第一行上面没有格"),
        ("|甲|乙|\n|---|---|\n|1|**x|\n", 3, "** 没有成对"),
        ("|甲|乙|\n|---|---|\n|1|2|\n紧跟着的话\n", 4, "表格后面要空一行"),
        ("甲\n::: 标提\nx\n:::\n", 2, "没有“::: 标提”这种块（是不是“标题”？）"),
        ("甲\n::: 标题\nx\n\n\n", 2, "没有用 ::: 结束"),
        ("甲\n::: 标题\nx\n::: 主送\ny\n:::\n", 2, "没有用 ::: 结束"),
        ("甲\n:::\n", 2, "多了一个 :::"),
        ("::: 标题 大\nx\n:::\n", 1, "后面不能有“大”"),
        ("::: 落款 盖张\nx\ny\n:::\n", 1, "是不是“盖章”？"),
        ("甲\n::: 落款 盖章\nx\n:::\n", 2, "落款应有两行，这里有1行"),
        ("---\n文书: x\n纸型: 横向\n---\n", 3, "不认识设置“纸型”"),
        ("---\n纸张: 斜向\n---\n", 2, "只能是纵向、横向"),
        ("---\n文书: x\n", 1, "没有第二个 ---"),
        ("---\n文书: [\n---\n", 2, "不是有效的 YAML"),
        ("---\n文书: x\n---\n甲\n{{ 单伟 }}\n", 5, "单伟"),
        ("{% for 甲 in 列 %}\n第{{ 甲 }}个\n{% endfor %}\n\n#### 四\n", 5, "标题"),
        ("{% if 单位 -%}\n\n\n甲\n\n{%- endif %}\n\n\n#### 四\n", 9, "标题"),
        ("{# 注\n释 #}\n甲{{ 单位 }}\n\n{% set 乙 = 1 %}\n#### 四\n", 6, "标题"),
        ("甲\r\n\r\n#### 四\r\n", 3, "标题"),
    ],
)
def test_every_fault_has_its_line_and_a_hint(text: str, line: int, says: str) -> None:
    caught = fault(text)
    assert (caught.line, says in str(caught)) == (line, True), str(caught)
    assert re.search("[\u4e00-\u9fff]", caught.message)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# 一\n## 二\n### 三\n四\n", ["一", "二", "三", "四"]),
        ("甲\n乙\n\nabc\ndef  \n新行\n", ["甲乙", "abc def\n新行"]),
        ("1. 甲\n2. 乙\n\n- 丙\n", ["1.甲", "2.乙", "· 丙"]),
        ("    缩进\n\n> 引\n\n`码` <b>\n\n---\n", ["缩进", "> 引", "`码` <b>", "---"]),
        ("{% for 甲 in 列 %}\n{{ 甲 }}\n\n{% endfor %}\n", ["甲", "乙"]),
        ("{% for 甲 in 列 %}{{ 甲 }}{% if not loop.last %}、{% endif %}{% endfor %}\n", ["甲、乙"]),
        ("{{ 单位 }}{% if 是 %}。{% endif %}\n\n下段\n", ["示例市司法局。", "下段"]),
        ("{{ 列 | join('、') }}{{ 列 | length }}{{ 字典['名称'] }}{{ 列[1] }}\n", ["甲、乙2甲乙"]),
        ("{% raw %}{{ x }}{% endraw %} \\*\\*\\#\n", ["{{ x }} **#"]),
    ],
)
def test_the_small_markdown(text: str, lines: list[str]) -> None:
    assert paragraphs(rendered(text)) == lines


_TEN = '{% set a = "xxxxxxxxxx" %}\n'
GREEDY = {
    "for-in-for": ("{% for a in 列 or [1] %}\n" * 25 + "x" + "{% endfor %}" * 25, 16, "15层"),
    "if-in-if": ("{% if 单位 %}\n" * 150 + "x" + "{% endif %}" * 150, 16, "15层"),
    "if-without-end": ("{% if 单位 %}" * 700, 1, "endif"),
    "front-matter": ("---\n" + "[" * 3000 + "\n---\n", 2, "500字"),
    "front-matter-deep": ("---\n" + "[" * 490 + "\n---\n", 2, "YAML"),
    "front-matter-escape": ('---\n文书: "\\UFFFFFFFF"\n---\n', 2, "YAML"),
    "front-matter-surrogate": ('---\n文书: "\\ud800"\n---\n', 2, "U+D800"),
    "tilde": (_TEN + "{% set a = a ~ a %}\n" * 29, 18, "1000000字"),
    "plus": (_TEN + "{% set a = a + a %}\n" * 29, 18, "1000000字"),
    "plus-list": ("{% set a = [1] %}\n" + "{% set a = a + a %}\n" * 29, 19, "200000项"),
    "list-of-lists": ("{% set a = [1] %}\n" + "{% set a = [a, a] %}\n" * 40, 18, "200000项"),
    "list-printed": ("{% set a = [1] %}\n" + "{% set a = [a, a]|string %}\n" * 40, 13, "1000000字"),
    "batch": ("\n{{ 列|batch(999999999, 0)|length }}", 2, "不能超过1000"),
    "batch-named": ("\n{{ 列|batch(linecount=999999999, fill_with=0)|length }}", 2, "不能超过"),
    "slice": ("\n{{ 列|slice(999999999)|list }}", 2, "不能超过1000"),
    "map-slice": ("\n{{ 列|map('slice', 999999999)|list }}", 2, "不能超过1000"),
    "slice-nought": ("\n{{ 列|slice(0)|list }}", 2, "除数是零"),
    "replace": (_TEN + "{% set a = a|replace('', 'xxxxxxxxxx') %}\n" * 9, 6, "1000000字"),
    "join": (_TEN + "{% set a = a|join('xxxxxxxxxx') %}\n" * 9, 6, "1000000字"),
    "join-list": (_TEN + "{% set a = [a, a, a, a]|join %}\n" * 29, 10, "1000000字"),
    "sum-of-lists": ("\n{{ [[1], [2]]|sum(start=[]) }}", 2, "只能加数字"),
    "loops": (
        ("{% set a = 'x'|replace('x', 'xxxxxxxxxx')|join('y' ~ 'yyyyyyyyy') %}\n"
        "{% for i in 千 %}{% for j in 千 %}\n{% for k in 千 %}{% for l in 千 %}x"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}\n"),
        3,
        "200000次",
    ),
    "wide-loop": (
        "{% for i in 千 %}{% for j in 千 %}\n" + "{% set b = 1 %}\n" * 900
        + "{% endfor %}{% endfor %}\n",
        1,
        "太多",
    ),
    "much-printed": (
        ("{% set a = 千 ~ 千 ~ 千 ~ 千 ~ 千 ~ 千 ~ 千 ~ 千 ~ 千 ~ 千 %}\n"
        "{% for i in 千 %}{{ a }}{% endfor %}\n"),
        2,
        "5000000字",
    ),
    "compared": (
        ("{% set a = 千|list + 千|list %}\n{% set b = 千|list + 千|list %}\n"
        "{% for i in 千 %}{% for j in 千 %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}\n"),
        3,
        "太多",
    ),
    "digits": ("\n{{ " + "9" * 5000 + " // 3 }}", 2, "太大"),
    "hex": ("\n{{ 0x" + "f" * 5000 + " // 3 }}", 2, "太大"),
    "brackets": ("\n{{ " + "(" * 3000 + ")" * 3000 + " }}", 2, "30层"),
    "nots": ("\n{{ " + "not " * 2000 + "1 }}", 2, "太长"),
    "sum-of-ones": ("\n{{ 1" + " + 1" * 200 + " }}", 2, "60层"),
    "statements": ("{{ 1 }}\n" * 15_000, 10_000, "太多"),
    "too-large": ("甲\n" * 100_001, 1, "太大"),
    "one-line": ("\n" + "{%" * 99_000, 2, "10000字"),
    "open-tags": (("{%" * 4999 + "\n") * 19, 1, ""),
    "open-comments": (("{#" * 4999 + "\n") * 19, 1, ""),
    "rows": (
        "|甲|\n|---|\n{% for i in 千 %}{% for j in 千[:190] %}\n|x|\n{% endfor %}{% endfor %}\n",
        4,
        "20000行",
    ),
    "half-a-pair": ("\n{{ '\\ud800' }}", 2, "U+D800"),
    "fraction": ("\n{{ 1.5 }}", 2, "这个数带小数"),
    "quotient": ("\n{{ 3 / 2 }}", 2, "这个数带小数"),
    "divisible-by-nought": ("\n{{ 3 is divisibleby(0) }}", 2, "除数是零"),
    "dictsort": ("\n{{ 字典|dictsort(by='x') }}", 2, "dictsort"),
    "unpack": ("\n{% for a, b in [1] %}{% endfor %}", 2, "拆给"),
    "unpack-short": ("\n{% for a, b in ['x'] %}{% endfor %}", 2, "拆给"),
    "slice-of-number": ("\n{{ 1[:2] }}", 2, "一段"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "says"), GREEDY.values(), ids=GREEDY)
def test_a_greedy_template_ends_soon(text: str, line: int, says: str) -> None:
    before = time.process_time()
    caught = fault(text, DATA | {"千": "x" * 1000})
    assert (caught.line, says in str(caught)) == (line, True), str(caught)
    assert re.search("[\u4e00-\u9fff]", caught.message)
    assert time.process_time() - before < 10  # one or two where nothing else runs


@pytest.mark.parametrize(
    "name", ["tilde", "plus", "batch", "slice", "replace", "join", "join-list"]
)
def test_a_greedy_template_stays_small(name: str) -> None:
    tracemalloc.start()
    try:
        fault(GREEDY[name][0])
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{% for 甲 in 列 %}" * 15 + "x" + "{% endfor %}" * 15, ["x" * 2**15]),
        ("{% if 单位 %}" * 15 + "x" + "{% endif %}" * 15, ["x"]),
        ("{{ 列|map('upper')|join('、') }}{{ 列|batch(2, 0)|length }}", ["甲、乙1"]),
        ("{{ 典|join('、', attribute='名.长') }}", ["甲、乙"]),
        ("{{ '甲乙'|replace('乙', 3) }}{{ 'aaa'|replace('a', 'b', 2) }}", ["甲3bba"]),
        ("{{ [1, 2] == [1, 2] }}{{ 2 + 3 * 1 if 空 else 7 // 2 }}{{ 4 - 5 }}", None),
        ("{{ 单位[:3] ~ 1 ~ 列|length }}{{ 5 // 2 }}{{ [1, 2]|sum }}", ["示例市1223"]),
        ("{% for 甲 in 列|reverse %}{{ loop.length }}{{ 甲 }}{% endfor %}", ["2乙2甲"]),
        ("{{ 无 | default('没有') }}{{ 无 is defined }}{{ 单位 is string }}", ["没有否是"]),
        ("甲{# 注 #}{% if 单位 %}\n乙{% endif %}\n\n丙", ["甲乙", "丙"]),
    ],
)
def test_what_the_limits_leave_alone(text: str, lines: list[str] | None) -> None:
    data = DATA | {"典": [{"名": {"长": "甲"}}, {"名": {"长": "乙"}}]}
    if lines is None:
        assert fault(text, data).message == "模板里不能用乘号"
    else:
        assert paragraphs(rendered(text, data)) == lines


def test_same_input_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]; import test_render as t;"
        "print(hashlib.sha256(t.rendered('# {{ 单位 }}\\n')).hexdigest())"
    )
    done = run(sys.executable, "-c", code, str(Path(__file__).parent))
    assert done.stdout.strip() == hashlib.sha256(rendered("# {{ 单位 }}\n")).hexdigest(), (
        done.stderr
    )


def test_the_repositorys_template_goes_before_the_packaged_one(tmp_path: Path) -> None:
    packaged = templates.find("statement.md.j2", tmp_path)
    assert packaged == templates.find("statement.md.j2")
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates" / "statement.md.j2"
    own.write_bytes("\ufeff自己的\n".encode())
    assert templates.read("statement.md.j2", tmp_path).text == "自己的\n"
    own.write_bytes("自己的".encode("gbk"))
    with pytest.raises(FzjsError, match="UTF-8"):
        templates.read("statement.md.j2", tmp_path)


def test_a_template_never_comes_from_outside_the_repository(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "root" / "templates").mkdir(parents=True)
    (tmp_path / "root" / "templates" / "a.md.j2").symlink_to(tmp_path / "secret")
    for name in ("a.md.j2", "../secret", "no.md.j2", ""):
        with pytest.raises(FzjsError):
            templates.find(name, tmp_path / "root")


def test_characters_that_gb2312_fonts_lack_are_listed() -> None:
    assert rare({"名": ["朱镕基", {"甲": "李喆"}], "乙": "普通，字 A1"}) == ["喆", "镕"]


def test_titles_break_between_words_into_lines_of_like_length() -> None:
    title = "示例市司法局关于2020年度行政规范性文件合法性审核的情况说明"
    assert balanced(title) == ["示例市司法局关于2020年度", "行政规范性文件合法性审核的情况说明"]
    assert balanced("短标题") == ["短标题"]
    long = balanced("长" * 250)
    assert "".join(long) == "长" * 250
    assert max(map(width, long)) <= TITLE_WIDTH


def test_one_template_for_many_documents_knows_each_ones_own_data() -> None:
    text = "{% set 前 = 甲 %}\n{{ 前 }}{{ 项目 }}\n"
    assert paragraphs(rendered(text, {"甲": "一", "项目": "二"})) == ["一二"]
    assert fault(text, {"甲": "一", "项日": "二"}).hint == "是不是“项日”？"
    assert fault(text, {"甲": "一", "项木": "二"}).hint == "是不是“项木”？"
    assert paragraphs(rendered(text, {"甲": "三", "项目": "四"})) == ["三四"]
    for _ in range(2):
        assert fault("{{ 甲 | 打开 }}\n", {"甲": "一"}).line == 1
