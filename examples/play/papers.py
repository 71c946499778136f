"""Papers that a sample office would hand in for what it owes: entries, reviews, small PDFs.

Everything is marked 示例 and speaks for no real office. Which words stand in a paper does not
matter to the play; what matters is that each kind carries what its kind must carry, so that the
numbers of every month come from the rules and not from here.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Data = dict[str, Any]


_BOUND = {"备查": {"目录": "卷首第1页", "卷册": "备查第9册"}}


class Paper(NamedTuple):
    """An entry: its name below the office's folder, what it says, and its attachment."""

    office: str
    name: str
    data: Data
    pdf: bytes


def yaml(data: Mapping[str, Any]) -> str:
    """Return a record as a clerk lays it out: one line a key, lists one line an item."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key}:", *(f"- {_flow(item)}" for item in value)]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:  # noqa: ANN401  # whatever a record holds
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = str(value)
    plain = not set(text) & set("{}[],#\"'&*!|>%@`") and ": " not in text and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def pdf(title: str) -> bytes:
    """Return a PDF of one blank page; the title in its comment gives each its own hash."""
    mark = hashlib.sha256(title.encode()).hexdigest()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    body = b"%PDF-1.4\n%" + mark.encode() + b"\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    count = len(objects) + 1
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return body + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


SEALED_BY = datetime.date(2021, 5, 28)
"""The last day on which a paper was sealed; the cutoff is 31 May."""
_WRITTEN_UP = {"情况说明", "目录", "汇总表", "清单", "网络检索", "无此情形"}


def paper(owed: list[Data], day: datetime.date, *, on_web: bool) -> Paper:
    """Return one entry for the open 应报件 of one material and office, handed in on a day.

    `on_web` where the material is itself the web evidence that its indicator asks for (87-7).
    """
    first = owed[0]
    office, kind, material = first["科室"][0], first["种类"], first["资料"]
    periods = [each["年度"] for each in owed]
    years = f"{periods[0]}-{periods[-1]}" if len(periods) > 1 else periods[0]
    name = f"{years}-第{material.replace('/', '-')}件"
    dated = _dated(periods, day, kind)
    claims = [
        {"资料": material, "年度": period, "页": 1, "摘录": f"{period}的情况见本页（示例）"}
        for period in periods
    ]
    file = pdf(f"{office}/{name}/{day}")
    data: Data = {
        "事由": f"{years}第{material}件（示例材料）",
        "种类": kind,
        "对应": claims,
        "落款日期": dated,
        "盖章": "是",
        "附件": [
            {
                "路径": f"附件/{name}.pdf",
                "sha256": hashlib.sha256(file).hexdigest(),
                "页数": 1,
                **({"字数": 420} if kind == "情况说明" else {}),
            }
        ],
        **_besides("网络检索" if on_web else kind, periods, day),
        **(_BOUND if "-材料查证" in material or "-实地核验" in material else {}),
        "状态": "已提交",
        "示例": "是",
    }
    return Paper(office, name, data, file)


def _dated(periods: Iterable[str], day: datetime.date, kind: str) -> str:
    """A paper made at the time carries its year's date; what is written up now, today's.

    What comes after the cutoff was sealed before it and handed in late: nothing is dated back.
    """
    last = list(periods)[-1][:4]
    written = min(day, SEALED_BY)
    if kind in _WRITTEN_UP or not last.isdigit():
        return str(written)
    return str(written) if int(last) >= day.year else f"{last}-12-20"


def _besides(kind: str, periods: list[str], day: datetime.date) -> Data:
    years = [p[:4] for p in periods if p[:4].isdigit()] or [str(y) for y in range(2016, 2022)]
    looked = str(min(day, SEALED_BY) - datetime.timedelta(days=1))
    if kind == "网络检索":
        return {"公开": [_page(year, looked) for year in years]}
    if kind == "无此情形":
        return {"查证": [{"查阅": "收文登记簿、信访登记", "日期": looked, "结果": "未发现"}]}
    if kind == "案卷":
        cases = [(year, which) for year in years for which in (1, 2)]
        return {"案卷": [_case(n, year, which) for n, (year, which) in enumerate(cases, 1)]}
    if kind == "考试":
        papers = {"通知": "示例司办通知", "签到": "附件第1页", "试卷": "一份", "成绩": "分数段"}
        return {"考试": {**papers, "应考": 60, "参考": 60}}
    if kind == "图片视频":
        return {"影像": [{"时间": looked, "地点": "示例市法治公园", "内容": "活动现场"}]}
    if kind == "访谈":
        opinion = {"内容": "办事指南不好找", "整改": "门户网站改版", "办结": looked}
        asked = {"对象总数": 100, "样本": 95, "问卷": "满意度问卷（示例）"}
        return {"访谈": {**asked, "意见": [opinion]}}
    if kind == "名单":
        hashed = hashlib.sha256(f"{periods}{day}".encode()).hexdigest()
        kept = f"private/{periods[0]}-{hashed[:6]}.xlsx"
        return {"名单": {"人数": 12, "sha256": hashed, "存放": kept}}
    return {}


def _page(year: str, looked: str) -> Data:
    published = f"{year}-12-16" if int(year) < int(looked[:4]) else looked
    return {
        "网址": f"https://sfj.shili.example/gk/{year}/",
        "检索日期": looked,
        "名称": f"{year}年公开事项（示例）",
        "类别": "工作信息",
        "发布日期": published,
    }


def _case(number: int, year: str, which: int) -> Data:
    return {
        "序号": number,
        "案件文号": f"示例司案〔{year}〕{number}号",
        "卷宗名称": f"{year}年示例案卷之{which}",
        "执法部门": "示例市司法局",
        "三项制度": "是",
        "存放": "B-09",
    }


def review(entry: Data, day: datetime.date, office: str, person: str, reasons: list[Data]) -> Data:
    """Return a review of an entry as `fzjs export --json` shows it; no reasons: 通过."""
    seen = entry["审核指纹"]
    return {
        "日期": str(day),
        "科室": office,
        "审核人": person,
        "结论": "退回" if reasons else "通过",
        **({"理由": reasons} if reasons else {}),
        "指纹": seen["指纹"],
        "对应": seen["对应"],
    }
