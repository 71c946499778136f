"""考试: the four papers of one, and how many sat it."""

from __future__ import annotations

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import below, demand
from fzjs.facts import Entry


def exam_papers_missing(entry: Entry, catalogue: Catalogue) -> bool:
    """附件2 ★5: “试卷成绩单等相关资料”, （7）: “会议通知、会议签到表”: 通知, 签到, 试卷, 成绩."""
    exam = entry.shown.exam
    return bool(exam and exam.missing and demand("考试材料", entry, catalogue))


def exam_rate_low(entry: Entry, catalogue: Catalogue) -> bool:
    """平顶山教体局 第59项: “开展行政执法人员全员考试”; a number not given is not 全员."""
    exam = entry.shown.exam
    asked = demand("参考率", entry, catalogue) if exam else None
    if exam is None or asked is None or asked.share is None:
        return False
    return below(exam.present or 0, exam.expected or 0, asked.share)


def exam_miscounted(entry: Entry, _: Catalogue) -> bool:
    """No more sit an exam than are to (减分项2: “故意编造、虚构有关数据”)."""
    exam = entry.shown.exam
    if exam is None or exam.expected is None or exam.present is None:
        return False
    return exam.present > exam.expected
