"""The JSON Schema that editors use agrees with what `fzjs check` accepts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from fzjs.cli.app import app
from fzjs.models import parse
from fzjs.reports import schema
from fzjs.repository.layout import Role, role_of
from fzjs.source import read

ROOT = Path(__file__).parents[1]

_KIND = {
    Role.ENTRY: "evidence",
    Role.REVIEW: "review",
    Role.INSPECTION: "inspection",
    Role.RECTIFICATION: "rectification",
    Role.LEDGER: "ledger",
    Role.APPLICATION: "application",
    Role.AGENDA: "agenda",
    Role.REMINDER: "reminder",
    Role.DECLARATION: "declaration",
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read: `no`, `12:30` and dates are text."""


CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first)
    )


def typed(text: str) -> object:
    return yaml.load(text, Loader=CoreLoader)  # noqa: S506  # a SafeLoader with fewer types


def kind_of(file: str) -> str:
    if file == "fzjs.yaml":
        return "fzjs"
    if file.startswith("indicators/"):
        return "indicators"
    return _KIND.get(role_of(file), "")


def shipped() -> list[str]:
    found = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("evidence/**/*.yaml")]
    system = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("indicators/*.yaml")]
    return ["fzjs.yaml", *sorted(system), *sorted(found)]


def faults(kind: str, text: str) -> list[str]:
    return [error.message for error in Draft7Validator(schema.build(kind)).iter_errors(typed(text))]


def accepted(kind: str, text: str) -> bool:
    """What the program itself says of the same text."""
    source = read(text.encode(), "x.yaml")
    record, broken = parse(schema._MODELS[kind], source.data)  # noqa: SLF001  # one table for both
    return record is not None and not broken and not source.faults


@pytest.mark.parametrize("kind", schema.NAMES)
def test_is_a_draft_07_schema(kind: str) -> None:
    made = schema.build(kind)
    Draft7Validator.check_schema(made)
    assert '"null"' not in json.dumps(made)
    assert made["title"].endswith(f"（{schema.NAMES[kind]}）")


def records(made: dict[str, Any]) -> list[dict[str, Any]]:
    found = [made, *made.get("definitions", {}).values()]
    return [each for each in found if each.get("type") == "object"]


@pytest.mark.parametrize("kind", schema.NAMES)
def test_every_record_and_key_says_in_chinese_what_it_is(kind: str) -> None:
    made = schema.build(kind)
    for record in records(made):
        assert record["additionalProperties"] is False
        assert re.search("[一-龥]", record["title"])
        assert re.search("[一-龥].*。$", record["description"]), record["description"]
        for key, value in record["properties"].items():
            name = value.get("$ref", "").rpartition("/")[2]
            said = value.get("description") or made["definitions"][name]["description"]
            assert re.search("[一-龥].*。$", said), (record["title"], key)


def test_every_shipped_file_validates() -> None:
    validators = {kind: Draft7Validator(schema.build(kind)) for kind in schema.NAMES}
    wrong = {
        file: [error.message for error in validators[kind_of(file)].iter_errors(data)]
        for file in shipped()
        for data in [typed((ROOT / file).read_text(encoding="utf-8"))]
    }
    assert {file: found for file, found in wrong.items() if found} == {}
    assert len(wrong) > 12


CAMPAIGN = """
格式: 1
单位: 示例市司法局
窗口: 2016-2021
截止: 2021-05-31
创建办: 办公室
体系: {名称: 示例体系}
科室: [办公室, {名称: 政治部}]
方法: [网络检索]
"""
INDICATOR = """
- 一级指标: 一、甲
  二级指标: 1.乙
  三级指标:
  - 编号: 31
    内容: 丙
    责任科室: [法制仲裁科, {科室: 办公室, 角色: 配合}]
    上报资料: [{代号: 1, 内容: 丁, 种类: 报告, 年度: 每年, 自: 2018}]
"""
ENTRY = """
事由: 2020年度合法性审核
种类: 情况说明
对应: [{资料: 31-2甲, 年度: 2020, 页: 1}]
落款日期: 2021-02-12
盖章: 是
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
合计: [{项目: 全年审核, 分子: 24, 分母: 25}, {项目: 文件, 数: 24.5}]
证书: [{名称: 先进集体, 级别: 省部级, 颁发: 示例省人民政府, 日期: 2019-03-15}]
影像: [{时间: 2020-12-04, 地点: 示例市法治公园, 内容: 展板, 附件: 第2页}]
名单:
  人数: 3
  存放: private/甲/名单.xlsx
  sha256: abababababababababababababababababababababababababababababababab
状态: 已提交
"""
CLASSIFIED = """
种类: 文件
对应: [{资料: 31-1, 年度: 2020}]
涉密: {登记号: 示密〔2020〕1号, 密级: 秘密, 保管: 机要室}
状态: 已提交
"""
REVIEW = """
审核:
- {日期: 2021-03-01, 科室: 办公室, 审核人: 甲, 结论: 退回, 理由: [{代码: 缺章}], 指纹: v1:00}
"""
INSPECTION = """
类型: 双月检查
日期: 2021-02-26
问题: [{编号: 1, 指标: 31, 问题: 缺章, 责任科室: 办公室, 时限: 2021-03-20}]
"""
LEDGER = """
填表日期: 2021-02-26
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 待盖章}]
"""
SOUND = {
    "fzjs": CAMPAIGN,
    "indicators": INDICATOR,
    "evidence": ENTRY,
    "review": REVIEW,
    "inspection": INSPECTION,
    "ledger": LEDGER,
}


@pytest.mark.parametrize(("kind", "text"), [*SOUND.items(), ("evidence", CLASSIFIED)])
def test_sound_files_pass_both(kind: str, text: str) -> None:
    assert faults(kind, text) == []
    assert accepted(kind, text)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("fzjs", "格式: 1", "格式: 2"),
        ("fzjs", "单位: 示例市司法局", "单位名: 示例市司法局"),
        ("fzjs", "截止: 2021-05-31", "截止: 2021年5月31日"),
        ("fzjs", "窗口: 2016-2021", "窗口: 2016—2021"),
        ("fzjs", "科室: [办公室, {名称: 政治部}]", "科室: 办公室"),
        ("fzjs", "{名称: 政治部}", "{名称: 政治部, 成员: []}"),
        ("fzjs", "{名称: 政治部}", "{名称: 政治部, 成员: 待查}"),
        ("fzjs", "体系: {名称: 示例体系}", "体系: {名称: 示例体系}\n待定: [期间]"),
        ("indicators", "编号: 31", "编号:"),
        ("indicators", "角色: 配合", "角色: 协办"),
        ("indicators", "年度: 每年", "年度: 年年"),
        ("indicators", "自: 2018", "自: 18"),
        ("evidence", "事由: 2020年度合法性审核", "标题: 说明"),
        ("evidence", "年度: 2020, 页: 1", "年度: 2020年"),
        ("evidence", "盖章: 是", "盖章: true"),
        ("evidence", "盖章: 是", "盖章: 已盖"),
        ("evidence", "种类: 情况说明", "种类: 说明"),
        ("evidence", "分子: 12, 分母: 12", "分子: 12"),
        ("evidence", "分母: 12", "分母: 12件"),
        ("evidence", "分母: 12", "分母: 12, 数: 1"),
        ("evidence", "分子: 24, 分母: 25", "分子: 24"),
        ("evidence", "分子: 24, 分母: 25", "分子: 24, 分母: 25, 数: 24"),
        ("evidence", "数: 24.5", "数: 24件"),
        ("evidence", "级别: 省部级", "级别: 省级"),
        ("evidence", "时间: 2020-12-04", "时间: 2020.12.4"),
        ("evidence", "  人数: 3\n", ""),
        *(
            ("evidence", "private/甲/名单.xlsx", place)
            for place in (
                "附件/名单.xlsx",
                "private",
                "private/",
                "private/../名单.xlsx",
                "/private/甲",
            )
        ),
        ("evidence", "状态: 已提交", "状态: 已通过"),
        ("review", ", 理由: [{代码: 缺章}]", ""),
        ("review", "代码: 缺章", "代码: 其他"),
        ("inspection", "指标: 31, ", ""),
        ("ledger", "年度: 2020", "年度: 2016-2020"),
    ],
)
def test_wrong_files_fail_both(kind: str, old: str, new: str) -> None:
    text = SOUND[kind]
    assert text.count(old) == 1
    wrong = text.replace(old, new)
    assert faults(kind, wrong) != []
    assert not accepted(kind, wrong)


def test_secret_entry_says_nothing_more() -> None:
    assert faults("evidence", CLASSIFIED + "文号: 示司〔2020〕1号\n")


def test_command_writes_every_schema(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["schema", "-o", str(tmp_path / "schema")])
    assert done.exit_code == 0, done.output
    written = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("schema/*")}
    assert written == {name: schema.text(name) for name in (*schema.NAMES, *schema.PRINTED)}
    kept = {path.stem: path.read_text(encoding="utf-8") for path in ROOT.glob("schema/*.json")}
    assert kept == written
