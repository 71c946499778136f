"""`换版.yaml`: what became of each indicator in a new edition, proposed, then confirmed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from fzjs.models.base import Amount, Date, Flag, Number, Period, Record, Text, Texts, about, fail

TO_FILL = "待填"
"""What stands where a person has to write something."""
NEW_OFFICE = "新设"
"""An office of the new system that this unit takes over as it is."""

_PARTS = {
    "相同": ((1, 1), (1, 1)),
    "改写": ((1, 1), (1, 1)),
    "拆分": ((1, 1), (2, 99)),
    "合并": ((2, 99), (1, 1)),
    "取消": ((1, 1), (0, 0)),
    "新增": ((0, 0), (1, 1)),
}
"""How many items of the old and of the new system each relation has."""


class SystemMark(Record):
    """Which system is meant, and its state when the proposal was made."""

    model_config = about("换版的一边", "旧体系或新体系：哪一份，对照时是什么样。")

    name: Text = Field(alias="名称", description="体系的名称；新体系没有写明的，换版前填上。")
    doc_no: Text | None = Field(None, alias="文号", description="如 濮司〔2020〕50号。")
    source: Text | None = Field(None, alias="来源", description="谁在哪天印发，是哪份附件。")
    place: Text | None = Field(
        None, alias="位置", description="新体系在哪里，从数据仓库算起；搬动了的，改这里。"
    )
    count: Number = Field(alias="项数", description="共多少项指标。")
    mark: Text = Field(alias="指纹", description="对照时全部指标的指纹，由程序写；变了要重新对照。")


class OfficeRead(Record):
    """An office that only the new system names: which of the unit's own it is."""

    model_config = about("科室对照", "新体系写的、本单位没有的科室，算本单位哪个科室。")

    name: Text = Field(alias="新", description="新体系里的科室名。")
    own: Text = Field(
        alias="作", description="本单位的科室名，写进它的别名；照搬的写 新设；由人填。"
    )


class MaterialPair(Record):
    """What became of a material."""

    model_config = about("材料对照", "一件资料换版后是哪一件；没有的不写 旧 或 新。")

    old: Text | None = Field(None, alias="旧", description="旧体系的资料，如 31-2甲。")
    new: Text | None = Field(None, alias="新", description="新体系的资料，如 24-1。")
    relation: Literal["相同", "改写", "取消", "新增"] = Field(
        alias="关系", description="相同：审核照旧算数；改写：材料带过去，待复核。"
    )
    score: Amount | None = Field(None, alias="相似", description="文字的相似程度，0 到 1。")

    @model_validator(mode="after")
    def _sides(self) -> MaterialPair:
        wanted = {"取消": (True, False), "新增": (False, True)}.get(self.relation, (True, True))
        if (self.old is not None, self.new is not None) != wanted:
            fail(
                f"材料写“{self.relation}”，旧、新不合",
                "取消只写 旧，新增只写 新，相同、改写两个都写",
            )
        return self


class ItemPair(Record):
    """What became of an indicator."""

    model_config = about("指标对照", "旧体系的指标换版后是哪一项；看过的把 确认 改成 是。")

    old: Texts = Field((), alias="旧", description="旧体系的编号，如 [31]；新增的不写。")
    new: Texts = Field((), alias="新", description="新体系的编号，如 [24]；取消的不写。")
    relation: Literal["相同", "改写", "拆分", "合并", "取消", "新增"] = Field(
        alias="关系", description="一对一的相同、改写；一变几的拆分；几变一的合并；取消；新增。"
    )
    score: Amount | None = Field(None, alias="相似", description="文字的相似程度，0 到 1。")
    doubt: Text | None = Field(None, alias="拿不准", description="程序哪里拿不准。")
    changes: Text | None = Field(
        None, alias="不同", description="不同的字：〔删：…〕是旧的有，〔增：…〕是新的有。"
    )
    materials: tuple[MaterialPair, ...] = Field(
        (), alias="材料", description="这几项的资料各是哪一件。"
    )
    confirmed: Flag = Field(alias="确认", description="人看过、改对了，写 是。")

    @model_validator(mode="after")
    def _parts(self) -> ItemPair:
        for count, (least, most), side in zip(
            (len(self.old), len(self.new)), _PARTS[self.relation], ("旧", "新"), strict=True
        ):
            if not least <= count <= most:
                wanted = {0: "不写", 1: "写一项"}.get(most, "写两项以上")
                fail(
                    f"关系写“{self.relation}”，{side}有{count}项",
                    f"{self.relation}的 {side} {wanted}；或改 关系",
                )
        return self


class Former(Record):
    """A claim that no material of the new system takes over."""

    model_config = about("未带过来", "换版时没有对应资料的一条对应，由程序写。")

    entry: Text = Field(alias="条目", description="哪个条目。")
    material: Text = Field(alias="资料", description="原来证明哪件资料。")
    period: Period = Field(alias="年度", description="哪个年度。")
    reason: Text = Field(alias="原因", description="为什么没有带过来。")


class Carried(Record):
    """That the migration was carried out."""

    model_config = about("已换", "换版已经做了，由程序写。")

    date: Date = Field(alias="日期", description="哪天换的。")
    kept: Number = Field(alias="审核照旧", description="几条审核过的对应照旧算数。")
    again: Number = Field(alias="待复核", description="几条审核过的对应要再审。")
    left: tuple[Former, ...] = Field((), alias="未带过来", description="没有带过来的对应。")


class Original(Record):
    """A text of one of the systems."""

    model_config = about("一条原话", "一项指标或一件资料的原话。")

    key: Text = Field(alias="编号", description="指标的编号，或资料，如 31-2甲。")
    text: Text = Field(alias="内容", description="原话。")


class Originals(Record):
    """The texts of both systems, for the 换版对照表."""

    model_config = about("原文", "两边的原话，出对照表用，由程序写。")

    old: tuple[Original, ...] = Field((), alias="旧", description="旧体系的原话。")
    new: tuple[Original, ...] = Field((), alias="新", description="新体系的原话。")


class Migration(Record):
    """`换版.yaml`, whole."""

    model_config = about("换版", "旧体系的每项指标在新体系里是哪一项；人确认以后才换。")

    old: SystemMark = Field(alias="旧体系", description="现在用的体系。")
    new: SystemMark = Field(alias="新体系", description="要换成的体系。")
    person: Text = Field(alias="确认人", description="谁确认的；待填 的换不了。")
    date: Text = Field(alias="确认日期", description="哪天确认的，如 2021-03-02；待填 的换不了。")
    offices: tuple[OfficeRead, ...] = Field(
        (), alias="科室", description="新体系里本单位没有的科室，各算哪个科室。"
    )
    pairs: tuple[ItemPair, ...] = Field(alias="对照", min_length=1, description="一组一条。")
    proposal: Text = Field(alias="提案", description="程序提出时的指纹；看有没有人改过。")
    texts: Originals = Field(Originals(), alias="原文", description="两边的原话。")
    done: Carried | None = Field(None, alias="已换", description="换过以后由程序写。")
