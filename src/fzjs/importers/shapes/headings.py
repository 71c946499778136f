"""What a table's heading means, by the usual names; and what a cell with a number looks like."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from fzjs.importers.words import groups

_WHO = r"(?:科室|单位|部门|处室|股室|机构|主体|机关|科|方)?"
_PAPER = r"(?:材料|资料|台账|档案)(?:清单|目录|要求|名称|内容)?"
_NO_PAPER = r"完成|取得|预期|数据|问题|责任|措施|整改|参考|政策|法规|培训|宣传|项目|任务|事项|目标"
"""What a heading opens with that ends like the papers' and names none to hand in."""

_WAY = r"(?:方式|方法|手段|形式|途径)(?:及说明)?"

NAMES: tuple[tuple[str, str], ...] = (
    ("ban", r"姓名|职务|职称|性别|阶段|(?:工作|实施|创建|时间)(?:阶段|步骤)|步骤"),
    ("number", r"序号|序|编号|号|条目|(?:三级)?指标(?:编号|序号|号)|任务(?:编号|序号)|项次|no\.?"),
    ("level1", r"一级(?:指标|项目|目录)?|指标(?:类别|类型|分类)|类别|任务类别|工作类别|项目类别"),
    ("level1", r"(?:考核|考评|评估|测评|评价|创建|检查|评分|考查)?(?:项目|大项|板块|领域|方面)"),
    ("level1", r"任务分类|专项行动|提升行动|行动|重点领域|一级指标及分值|考核类别"),
    ("level2", r"二级(?:指标|项目|目录)?|子项目?|小类|分项"),
    ("title", r"(?:三级)?指标名称|任务名称|事项名称|工作名称|任务标题"),
    ("text", r"三级(?:指标|目录|项目)?(?:内容)?|四级指标|内容|指标|任务|事项"),
    (
        "text",
        r"(?:指标|任务)?(?:内容|事项)(?:及|和|与|的)?(?:要求|标准|说明|目标|任务|措施)|重点工作",
    ),
    (
        "text",
        (
            r"(?:考核|考评|评估|测评|评价|创建|检查|工作|任务|指标|主要|具体|重点|评分|目标|推进|建设)"
            r"(?:内容|指标|任务|要点|事项|要求|措施|举措|目标|标准及要求)(?:及要求|和要求|及标准)?"
        ),
    ),
    ("text", r"(?:重点|主要|具体|目标)(?:工作|创建)?(?:任务|内容|措施|事项|举措|要求)|工作安排"),
    ("text", r"(?:创建|达标|建设|任务|指标|工作|示范)标准"),
    ("method", rf"(?:测评|考核|考评|评估|评价|印证|检查|核查|验收|查验|查证|验证|评查){_WAY}"),
    ("method", r"(?:测评|考核|考评|评估|评价|检查|验收)办法"),
    (
        "materials",
        (
            rf"(?:需|应|拟|所需|需要)?(?:上报|佐证|印证|提供|报送|提交|申报|证明|支撑|备查|迎检"
            rf"|查证|存档|准备|归档|收集)(?:的)?(?:佐证|印证|证明|支撑|相关)?{_PAPER}"
        ),
    ),
    ("materials", rf"{_PAPER}|(?:工作)?(?:成果|佐证)(?:形式|资料|清单)?|印证|查阅材料"),
    ("support", rf"(?:配合|协办|协同|协助|参与|参加|配合责任|责任配合){_WHO}"),
    ("lead", rf"(?:牵头|主办|主责|牵头责任|第一责任){_WHO}"),
    (
        "office",
        rf"(?:责任|承办|落实|实施|主管|主体责任|承担|负责|完成|任务){_WHO}(?:及(?:责任)?人)?",
    ),
    ("office", r"责任(?:分工|分解|落实)|科室|部门|单位|分工"),
    ("person", r"(?:直接|具体)?责任人(?:员)?(?:姓名)?(?:[及和](?:联系)?(?:方式|电话))?"),
    ("person", r"(?:具体)?负责人(?:员)?|经办人|承办人|联络人|联系人|负责同志|责任人员"),
    ("chief", r"(?:分管|责任|牵头|包保|主管|挂钩)(?:局|县|市)?(?:领导|负责人|局长)"),
    ("points", r"(?:标准|基本|基础|分项|指标)?分值|分数|标准分|满分|赋分|权重|基本分|总分|配分"),
    (
        "scoring",
        (
            r"(?:评分|扣分|计分|加分|减分|加减分|赋分|得分|打分|考评|考核|评价|测评|评定|[及和]){1,4}"
            r"(?:标准|办法|方法|细则|说明|规则|依据|要点)(?:及(?:办法|说明))?"
        ),
    ),
    ("year", r"年度|年份"),
    ("progress", r"(?:完成|进展|落实|推进|工作)(?:情况|进度)|是否完成|完成与否"),
    ("deadline", r"(?:完成|截止|办结|时间|工作|整改)?(?:时限|期限|节点|进度)(?:要求|安排)?"),
    ("deadline", r"(?:完成|截止)?(?:时间|日期)(?:要求|节点|安排)?"),
    ("got", r"(?:自评|考评|考核|复核|实际|实|最终)?(?:得分|评分|扣分|分)|自评|复核|考核结果"),
    ("phone", r"(?:联系|办公)?(?:电话|方式|手机)(?:号码)?|手机号?"),
    ("remark", r"备注|附注|说明|依据|来源"),
    ("text", r"[\u4e00-\u9fff]{1,6}(?:内容|任务|事项|要点|举措)|(?:重点)?(?:任务|事项|目标)清单"),
    (
        "materials",
        (
            rf"(?!{_NO_PAPER})(?:(?![及与和])[\u4e00-\u9fff]){{0,6}}(?:材料|资料|要件|成果|清单|佐证|台账|凭证)"
            r"(?:名称|清单|目录|要求|形式)?|(?:佐证|印证|证明|支撑|备查|验证|查证)(?:文件|依据)?|成果物"
        ),
    ),
)
"""A heading's name, spaces and a bracketed remark taken off, and the part it stands for."""

_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in NAMES)

TAKEN = ("level1", "level2", "number", "title", "text", "tasks", "method", "materials",
         "office", "lead", "support", "person", "points", "scoring")  # fmt: skip
"""The parts that a row has; other columns (a 分管领导 is nobody's 责任人) stay for a person."""

PROOF = frozenset(
    {"tasks", "method", "materials", "office", "lead", "support", "points", "scoring"}
)
"""A plan's table has one of these beside its text."""

_NUMBER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十百]{1,5}[）)、.．]{1,2}\s*)?"
    r"[★☆▲△※*＊●◆#＃]?\s*[（(\[【]?\s*[★☆▲△※]?\s*(?:第\s*|[A-Za-zＡ-Ｚ]{1,2}-?)?(?:\d{1,4}(?:[.．\-－]\d{1,3}){0,3}|[一二三四五六七八九十百零]{1,5}"
    r"|[①-⑳])\s*(?:项|条|号)?(?:指标)?\s*[）)\]】]?\s*[.．、]?\s*[★☆▲△※*]?(?:之\d{1,3})?"
)
"""A number, after that of its heading where it needs this to be told apart: 二、1."""

_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}")

LONGEST = 14
"""Longer words are no heading."""


_SIMPLE = str.maketrans(
    "級標測評責單門負聯絡項務類別內資證據導領時備註號編檢驗實創參與協辦準數權體證處機關牽頭進記錄舉點"
    "評審訪談場質業術應報送錢價質計減則細辦壓縮際題專領域間節選歸檔書櫃網絡電話職稱員務聘",
    "级标测评责单门负联络项务类别内资证据导领时备注号编检验实创参与协办准数权体证处机关牵头进记录举点"
    "评审访谈场质业术应报送钱价质计减则细办压缩际题专领域间节选归档书柜网络电话职称员务聘",
)
"""Traditional signs of headings, for recognising them only."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return words for comparing: no spaces, half-width where there are two widths."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=4096)
def role_of(heading: str) -> str:
    """Return the part that a heading names, "" where it is none of the known names.

    Of two things in one heading (`考核内容及评分标准`) the first counts.
    """
    if len(heading) > 4 * LONGEST:
        return ""
    name = plain(heading).casefold().strip(":：*")
    name = re.sub(r"^[(\[【](.*)[)\]】]$", r"\1", name)
    name = re.sub(r"[(\[【][^)\]】]*[)\]】]", "", name)
    name = re.sub(r"^(?:[省市县区局州盟旗][级直委本]?|主要)(?=責?责?任?[责責牵牽配])", "", name)
    if not name or len(name) > LONGEST:
        return ""
    name = name.translate(_SIMPLE)
    for part in (name, *re.split(r"[及与和、/&]", name)[:1]):
        role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(part)), "")
        if role:
            return role
    return ""


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Tell whether a cell holds an item's number and nothing else."""
    return bool(_NUMBER.fullmatch(text.strip()))


def is_people(text: str) -> bool:
    """Tell whether a cell holds names of people: two to four characters each, no office."""
    names = re.split(r"[\s、，,]+", text.strip())
    return all(_PERSON.fullmatch(name) and not groups.is_office(name) for name in names)


def gives_points(text: str) -> bool:
    """Tell whether words say how points are given or taken off."""
    return bool(re.search(r"[扣得加减计记][^，。；]{0,4}\d+(?:\.\d+)?\s*分|不得分|扣完为止", text))


def is_chinese(text: str) -> bool:
    """Tell whether a number is a Chinese numeral: 一, （二）, 三、."""
    return is_number(text) and not re.search(r"[\d①-⑳]", plain(text))
