"""A template read for its mistakes: all of them at once, in every branch, at line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fzjs.render import kinds, proof, templates
from fzjs.render.model import Template
from fzjs.reports import shapes

DATA: dict[str, Any] = {
    "单位": "示例市司法局",
    "示例": True,
    "空": "",
    "列": ["甲"],
    "指标": [{"编号": "31", "年度": "2021", "件": [{"名称": "甲"}]}],
    "总体": {"应报": 1},
    "没有": [],
}


def found(text: str, data: dict[str, Any] | None = None) -> list[tuple[int, int, str]]:
    faults = proof.check(Template("x.md.j2", text), [DATA if data is None else data])
    return [(each.line, each.column, each.message + each.hint) for each in faults]


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("甲\n乙{{ 单位 }\n", 2, 2, "没有用 }} 结束"),
        ("甲{{ 单位 %}\n", 1, 2, "却用 %} 结束"),
        ("{% if 单位 }}\n{% endif %}\n", 1, 1, "却用 }} 结束"),
        ("甲\n{% if 单位 %\n乙\n{% endif %}\n", 2, 1, "没有用 %} 结束"),
        ("甲 {# 注\n\n", 1, 3, "注释没有用 #} 结束"),
        ("{% raw %}x\n", 1, 1, "endraw"),
        ("甲\n  {% if 单位 %}\n乙\n", 2, 3, "{% if %} 没有用 {% endif %}"),
        ("{% for 甲 in 列 %}\n{% if 甲 %}\n{% endfor %}\n", 2, 1, "{% if %} 没有用"),
        ("甲\n{% endif %}\n", 2, 1, "多了一个 {% endif %}"),
        ("甲{% else %}\n", 1, 2, "不在 {% if %} 里"),
        ("{% if 单位 %}{% ednif %}\n", 1, 12, "是不是“endif”"),
        ("{% for 甲 in 列 %}{{ 甲 }}{% endof %}\n", 1, 24, "是不是“endfor”"),
        ("{% ofr 甲 in 列 %}{{ 甲 }}{% endfor %}\n", 1, 1, "没有 {% ofr %}"),
        ("甲{{ 单位 单位 }}\n", 1, 8, "应是“}}”"),
        ("甲\n  ｛｛ 单位 }}\n", 2, 3, "全角"),
        ("{% macro x() %}{% endmacro %}\n", 1, 4, "macro"),
        ("甲 {{ 单伟 }}\n", 1, 6, "没有“单伟”这个变量是不是“单位”？"),
        ("{% if not 示例 %}\n{{ 单伟 }}\n{% endif %}\n", 2, 4, "单伟"),
        ("{% for 件 in 没有 %}{% else %}{{ 单伟 }}{% endfor %}\n", 1, 31, "单伟"),
        ("{% for 项 in 指标 %}\n{{ 项.编好 }}\n{% endfor %}\n", 2, 6, "是不是“编号”"),
        ("{{ 指标[0]['编好'] }}\n", 1, 10, "没有“编好”一项"),
        ("{% for a in 指标 %}{% for 件 in a.件 %}{{ 件.名 }}" + "{% endfor %}" * 2, 1, 41, "名称"),
        ("{% for a in 指标|sort(attribute='年渡') %}{{ a.编号 }}{% endfor %}\n", 1, 31, "年度"),
        ("{{ 指标|map(attribute='编好')|join }}\n", 1, 21, "编号"),
        ("{{ 指标|selectattr('编好')|list|length }}\n", 1, 18, "编号"),
        ("{% for 年, 组 in 指标|groupby('年度') %}{{ 组[0].编好 }}{% endfor %}\n", 1, 43, "编号"),
        ("{{ 总体.应抱 }}\n", 1, 7, "应报"),
        ("{{ 指标 }}\n", 1, 4, "一组数据"),
        ("{{ 单位.名称 }}\n", 1, 7, "不是一组数据"),
        ("{{ 指标.编号 }}\n", 1, 7, "逐项取"),
        ("{{ 列 | jion('、') }}\n", 1, 8, "join"),
        ("{{ 单位 is sting }}\n", 1, 7, "string"),
        ("{% for 甲 in 列 %}{{ loop.idx }}{% endfor %}\n", 1, 25, "index"),
        ("{% if 示例 %}\n::: 标提\nx\n:::\n{% endif %}\n", 2, 5, "标题"),
        ("{% if 示例 %}\n::: 标题\nx\n{% endif %}\n甲\n", 2, 5, "没有用 ::: 结束"),
        ("{% if 示例 %}\n:::\n{% endif %}\n", 2, 1, "多了一个 :::"),
        ("::: 标题 大\nx\n:::\n", 1, 8, "后面不能有"),
        ("{% if not 示例 %}\n::: 分工表\n:::\n{% endif %}\n", 2, 5, "数据里没有“分工表”"),
        ("---\n文书: x\n纸型: 横向\n---\n", 3, 1, "不认识设置"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_at_its_line_and_column(
    text: str, line: int, column: int, says: str
) -> None:
    (only,) = found(text)
    assert only[:2] == (line, column), only
    assert says in only[2]


@pytest.mark.parametrize(
    "text",
    [
        "{% for 件 in 没有 %}{{ 件.什么 }}{% endfor %}\n",
        "{% if 无 is defined %}x{% endif %}{{ 无 | default('') }}\n",
        "{% set 名 = 指标 | first %}{{ 名.编号 }}\n",
        "{% for 甲, 乙 in 总体 | items %}{{ 甲 }}{{ 乙 }}{% endfor %}\n",
        "{% for 组 in 指标 | batch(2) %}{% for 项 in 组 %}{{ 项.编号 }}{% endfor %}{% endfor %}\n",
        "{{ (没有 or ['正文']) | join('、') }}{{ 1 if 示例 else 2 }}\n",
        "{% if 示例 %}\n::: 落款 盖章\n{% else %}\n::: 落款\n{% endif %}\n甲\n乙\n:::\n",
        "{% if 示例 %}\n::: 标题\n{% endif %}\n甲\n{% if 示例 %}\n:::\n{% endif %}\n",
        "{% for 甲 in 列 %}\n::: 标题\n{{ 甲 }}\n:::\n{% endfor %}\n",
        "{% raw %}{{ 单伟 }}{% endraw %}\n{# {{ 单伟 }} ::: 标提 #}\n",
        "{{ {'a': {'b': 单位}}['a']['b'] }}\n",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_all_mistakes_of_a_file_are_found_at_once() -> None:
    text = (
        "---\n文书: x\n---\n{{ 单位 }\n::: 标提\n｛｛ 单位 ｝｝\n:::\n{% if 示例 %}\n{{ 单伟 }}\n"
        "{% for 项 in 指标 %}\n{{ 项.编好 }}\n{% endfor %}\n{{ 列 | jion }}\n"
    )
    assert [(line, column) for line, column, _ in found(text)] == [
        (4, 1), (5, 5), (6, 1), (6, 7), (8, 1), (9, 4), (11, 6), (13, 8),
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(shapes.SHAPES))
def test_the_packaged_templates_name_only_what_their_data_may_hold(name: str) -> None:
    """The declared shape alone: nothing is forgiven because no example shows it."""
    example = shapes.example(name)
    assert example
    packed = templates.packed(f"{name}.md.j2")
    assert packed
    assert proof.check(Template(name, packed.decode()), [example]) == []


def test_what_no_example_shows_is_not_complained_of() -> None:
    assert kinds.learn({"甲": []}) == kinds.Group({"甲": kinds.Rows(kinds.UNKNOWN)})
    merged = kinds.merge([kinds.learn({"甲": []}), kinds.learn({"甲": [{"乙": 1}]})])
    assert merged == kinds.learn({"甲": [{"乙": "x"}]})
    assert proof.check(Template("x", "{{ 随便 }}\n"), []) == []


def test_the_guide_shows_a_place_as_messages_do() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    assert "templates/statement.md.j2:12:4: 没有“单伟”这个变量（是不是“单位”？）" in guide


def test_a_heading_without_its_blank_is_found() -> None:
    assert found("---\n文书: x\n---\n# 一、好\n##（一）不好\n") == [
        (5, 3, "# 后面没有空格，会照样印出来写成“## （一）不好……”")
    ]
