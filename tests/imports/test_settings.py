"""Settings from prose: the four sources, written out by hand first, and texts of other wording."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from fzjs.importers.document import Document, Doubt, Paragraph, Place
from fzjs.importers.draft import Draft, Owner, Row, Task
from fzjs.importers.settings import Settings, read
from fzjs.models import Campaign
from fzjs.personal import mask

SOURCES = Path(__file__).parent / "sources"
ROOT = Path(__file__).parents[2]


def document(text: str, name: str = "方案.txt") -> Document:
    blocks = tuple(
        Paragraph(line.removeprefix("\t"), Place(i, f"第{i + 1}行"), line.startswith("\t"))
        for i, line in enumerate(text.split("\n"))
    )
    return Document(name, blocks)


def plain(text: str, rows: Sequence[Row] = ()) -> Settings:
    return read(document(text), Draft(tuple(rows)))


def row(number: str, text: str, owner: str = "办公室", person: str = "", **more: object) -> Row:
    made = Row(number, text, Place(9_000, "表1"), owners=(Owner(owner, "责任", person),))
    return made._replace(**more)


def doubts(settings: Settings, kind: str) -> list[Doubt]:
    return [doubt for doubt in settings.doubts if doubt.kind == kind]


def lines_of(name: str) -> list[str]:
    return (SOURCES / name).read_text(encoding="utf-8").split("\n")


def used_from(lines: list[str], opens: str, closes: str) -> frozenset[int]:
    inside = False
    found = set()
    for at, line in enumerate(lines):
        inside = bool(re.match(opens, line)) or (inside and not re.match(closes, line))
        if inside:
            found.add(at)
    return frozenset(found)


def hegang() -> tuple[Document, Draft]:
    return document("\n".join(lines_of("hegang-opinion-2019.txt"))), Draft(())


def pingdingshan() -> tuple[Document, Draft]:
    lines = lines_of("pingdingshan-education-2021.txt")
    found = json.loads((SOURCES / "pingdingshan-education-2021.json").read_text(encoding="utf-8"))
    rows = tuple(
        Row(
            one["no"], one["text"], Place(20 + at, f"第{21 + at}行"),
            tasks=tuple(Task(t["method"], t["text"]) for t in one["tasks"]),
            owners=tuple(Owner(name) for name in one["offices"]),
        )
        for at, one in enumerate(found)
    )  # fmt: skip
    used = used_from(lines, r"第\d+项指标|附加项", r"三、")
    return document("\n".join(lines)), Draft(rows, (), used)


def wuzhong() -> tuple[Document, Draft]:
    lines = lines_of("wuzhong-eight-actions-2023.txt")
    found = json.loads((SOURCES / "wuzhong-eight-actions-2023.json").read_text(encoding="utf-8"))
    rows = tuple(
        Row(
            f"{one['no']}.", f"{one['title']}。{one['text']}", Place(15 + at, f"第{16 + at}行"),
            owners=tuple(Owner(o) for o in re.findall(r"(?:[^,、(]|\([^)]*\))+", one["lead"])),
        )
        for at, one in enumerate(found)
    )  # fmt: skip
    used = used_from(lines, r"\d+\.", r"[(（][一二三四五六七八]|三、")
    return document("\n".join(lines)), Draft(rows, (), used)


def puyang() -> tuple[Document, Draft]:
    lines = lines_of("puyang-justice-2020.txt")
    rows: list[Row] = []
    for file in sorted((ROOT / "indicators").glob("*.yaml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8")):
            for item in block["三级指标"]:
                rows.append(_item(item, len(rows)))
    used = used_from(lines, "\t一级指标", "附件3")
    return document("\n".join(lines)), Draft(tuple(rows), (), used)


def _item(item: dict[str, object], at: int) -> Row:
    named = item.get("责任科室", [])
    assert isinstance(named, list)
    who = [one if isinstance(one, dict) else {"科室": one} for one in named]
    methods = item.get("测评方法", [])
    assert isinstance(methods, list)
    return Row(
        str(item["编号"]), str(item["内容"]), Place(210 + at, f"第{211 + at}行"),
        methods=tuple(methods),
        materials=tuple(str(item.get("资料原文", "")).split("\n")),
        owners=_owners(item, who),
    )  # fmt: skip


def _owners(item: dict[str, object], who: list[dict[str, str]]) -> tuple[Owner, ...]:
    printed = item.get("责任原文", {})
    assert isinstance(printed, dict)
    persons = printed.get("责任人", [])
    persons = persons if len(persons) == len(who) else [""] * len(who)
    return tuple(
        Owner(one["科室"], one.get("角色", "责任"), one.get("责任人", person))
        for one, person in zip(who, persons, strict=True)
    )


SOURCE = {"hegang": hegang, "pingdingshan": pingdingshan, "wuzhong": wuzhong, "puyang": puyang}

EXPECTED: dict[str, dict[str, object]] = {
    "puyang": {
        "格式": "1",
        "单位": "濮阳市司法局",
        "窗口": "2016-2021",
        "截止": "2021-05-31",
        "创建办": "规范性文件管理科",
        "待定": ["创建办"],
        "体系": {
            "名称": "濮阳市司法局法治政府建设示范市创建工作责任分工表",
            "文号": "濮司〔2020〕50号",
            "来源": "濮阳市司法局2020年12月28日印发"
            "《濮阳市司法局法治政府建设示范市创建工作方案》附件2",
        },
        "默认": {"载体": ["纸质", "PDF"], "份数": "3"},
        "情况说明": {
            "标题": "{单位}关于{事由}的情况说明",
            "字数": {"建议": "500", "上限": "1000"},
            "字体": {"标题": "2号小标宋", "正文": "3号仿宋GB2312"},
        },
        "审核": {"科室": "规范性文件管理科"},
    },
    "pingdingshan": {
        "格式": "1",
        "单位": "平顶山市教育体育局",
        "窗口": "2016-2021",
        "截止": "2021-05-31",
        "创建办": "政策法规科",
        "待定": ["窗口", "截止"],
        "体系": {
            "名称": "平顶山市教育体育局创建全国法治政府建设示范市工作方案",
            "来源": "平顶山市教育体育局2021年4月8日印发",
        },
        "方法": [
            {"名称": name}
            for name in ("网络检索", "材料查证", "随机访谈", "实地核验", "案卷评查", "随机抽考")
        ],
        "阶段": [
            {"名称": "动员部署", "止": "2021-04-20", "原话": "(一)动员部署(2021年4月中旬前)"},
            {"名称": "全面自查", "止": "2021-05-31", "原话": "(二)全面自查(2021年5月底前)"},
            {"名称": "限期整改", "止": "2021-06-30", "原话": "(三)限期整改(2021年6月底前)"},
            {"名称": "督察指导", "止": "2021-07-31", "原话": "(四)督察指导(2021年7月底前)"},
            {"名称": "迎接考评", "止": "2021-10-31", "原话": "(五)迎接考评(2021年10月底前)"},
        ],
    },
    "wuzhong": {
        "格式": "1",
        "单位": "吴忠市人民政府办公室",
        "窗口": "2021-2025",
        "截止": "2025-12-31",
        "创建办": "市委依法治市办",
        "待定": ["窗口", "截止", "创建办"],
        "体系": {
            "名称": "吴忠市贯彻落实《自治区关于推进法治政府建设“八大提升行动”实施方案》"
            "任务分工方案",
            "来源": "吴忠市人民政府办公室2023年8月15日印发",
        },
    },
    "hegang": {
        "格式": "1",
        "单位": "中共鹤岗市委全面依法治市委员会办公室",
        "窗口": "2019",
        "截止": "2019-12-31",
        "创建办": "市委全面依法治市委员会办公室",
        "待定": ["窗口", "截止"],
        "体系": {
            "名称": "关于开展2019年度鹤岗市法治政府建设示范创建活动的实施意见",
            "文号": "鹤法办发〔2019〕9号",
            "来源": "中共鹤岗市委全面依法治市委员会办公室印发",
        },
        "科室": [{"名称": "市委全面依法治市委员会办公室", "别名": ["依法治市办"]}],
    },
}


@pytest.mark.parametrize("name", SOURCE)
def test_what_a_careful_person_would_write(name: str) -> None:
    settings = read(*SOURCE[name]())
    wanted = EXPECTED[name]
    assert {key: settings.data.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("name", SOURCE)
def test_every_source_gives_a_valid_campaign_and_few_doubts(name: str) -> None:
    settings = read(*SOURCE[name]())
    Campaign.model_validate(settings.data)
    assert 3 <= len(settings.doubts) < 40
    said = "".join(d.words + d.assumed + d.why for d in settings.doubts)
    written = json.dumps(settings.data, ensure_ascii=False)
    assert (mask(said), mask(written)) == (said, written)
    for key in settings.data.get("待定", []):
        assert [d for d in settings.doubts if d.about == key and d.kind == "没有写明"], key


def named(settings: Settings, key: str) -> list[tuple[str, ...]]:
    found = settings.data.get(key, [])
    assert isinstance(found, list)
    keys = {
        "周期任务": ("名称", "周期", "月", "日"), "达标线": ("名称", "层级", "比例"),
        "期限": ("名称", "日期"), "监督": ("名称",),
    }[key]  # fmt: skip
    return [tuple(one[k] for k in keys if k in one) for one in found]


def test_puyang_duties() -> None:
    assert named(read(*puyang()), "周期任务") == [
        ("双月检查", "每两月"),
        ("季度点评", "每季度"),
        ("工作台账", "每月", "1"),
        ("有立法权的市政府报告上年度立法工作情况", "每年", "3", "31"),
        ("公开本机关上年度行政执法总体情况", "每年", "1", "31"),
        ("报告上一年度法治政府建设情况", "每年", "3", "31"),
        ("听取法治政府建设工作汇报", "每半年"),
    ]


def test_puyang_has_no_stage_threshold_or_supervision() -> None:
    assert not {"阶段", "达标线", "监督", "期限"} & set(read(*puyang()).data)


def test_pingdingshan_deadlines() -> None:
    settings = read(*pingdingshan())
    assert named(settings, "期限") == [
        ("自查报告和相关材料", "2021-05-31"),
        ("联络人信息", "2021-04-11"),
    ]
    assert "达标线" not in settings.data
    assert ("督导推进机制",) in named(settings, "监督")


def test_wuzhong_thresholds_and_duties() -> None:
    settings = read(*wuzhong())
    assert named(settings, "达标线") == [
        ("国家级综合示范地区", "国家", "90%"),
        ("自治区级法治政府建设达标地区", "加省", "60%"),
        ("自治区级综合示范地区", "加省", "90%"),
    ]
    found = named(settings, "周期任务")
    assert ("法治政府建设工作情况", "每年", "2", "20") in found
    assert ("公开法治政府建设工作情况", "每年", "4", "1") in found
    assert ("法治政府建设督察", "每年") in found
    assert named(settings, "监督") == [("加大督察力度",)]


def test_hegang_steps_thresholds_and_supervision() -> None:
    settings = read(*hegang())
    stages = settings.data["阶段"]
    assert isinstance(stages, list)
    assert [s["名称"] for s in stages] == [
        "自愿申报", "第三方评估", "人民群众满意度测评", "实地核查",
        "媒体公示", "批准命名", "推荐上报", "典型推广",
    ]  # fmt: skip
    assert all("起" not in s and "止" not in s and s["原话"] for s in stages)
    assert named(settings, "达标线") == [
        ("综合示范创建", "国家", "80%"),
        ("推荐上报", "国家", "90%"),
    ]
    assert named(settings, "监督") == [("年度报告制度",), ("回访核查制度",), ("摘牌退出制度",)]
    assert ("上一年度法治政府建设情况", "每年", "1", "31") in named(settings, "周期任务")
    withdrawal = settings.data["监督"]
    assert isinstance(withdrawal, list)
    assert withdrawal[2]["内容"].endswith("4.其他应当撤销示范命名的情形。")


def test_holes_of_hegang() -> None:
    words = "".join(d.words for d in doubts(read(*hegang()), "占位"))
    assert "2019 年715" in words
    assert "\u2802" in words


def test_puyang_cites_one_document_by_two_numbers() -> None:
    found = doubts(read(*puyang()), "文号矛盾")
    assert len(found) == 1
    assert "濮政法" in found[0].why
    assert "濮法政" in found[0].why
    assert doubts(read(*puyang()), "优先次序")


def test_furniture_is_told_and_taken() -> None:
    settings = read(*pingdingshan())
    found = doubts(settings, "残留文字")
    assert len(found) == 1
    for words in ("今天是", "繁体", "责任编辑", "版权所有"):
        assert words in found[0].words
    assert doubts(read(*wuzhong()), "残留文字")[0].words.count("扫一扫") == 1
