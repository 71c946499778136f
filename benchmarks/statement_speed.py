"""How long statements (情况说明) take in Word: one alone, and a thousand in one run.

Run `python benchmarks/statement_speed.py [statements] [--tries 5]`. Makes a campaign of as many
entries that have a text (正文) to be written, the same bytes for the same number, in a git
repository, and measures whole processes from outside, in turn: one statement and all of them, each
into a new folder with nothing kept, and typer's empty application, which is what starting costs.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import argparse
import random
import shutil
import sys
from itertools import count
from pathlib import Path

from measure import ROOT, Fzjs, Result, Row, Run, duration, rounds, run, show, workplace

STATEMENTS = 1000
TRIES = 5
A_SECOND = 50
"""Documents of one run that are to be written in a second, beyond the first one's whole process."""
_OFFICE = "法制仲裁科"
_SHIPPED = f"evidence/{_OFFICE}/2021-规范性文件合法性审核情况说明.yaml"
_YEARS = ("2019", "2020", "2021")
_SENTENCES = (
    "一是全面审核。收到送审文件{n}件，审核{n}件，其中提出修改意见{m}条，起草科室全部采纳。",
    "二是守住时限。每件审核时间在5个至15个工作日之间，最长{m}个工作日，没有超期。",
    "三是规范程序。送审材料附起草说明、制定依据、公开征求意见和采纳情况；不齐的{n}件一次告知。",
    "四是留存档案。审核意见书一件一号，与送审稿、会议纪要一并归档，可按文号查到每一条意见。",
    "群众代表和法律顾问参加评议{n}次，意见{m}条逐条答复，答复情况已在单位网站公开。",
    "下一步，继续坚持应审尽审，并在每季度末向局党委报告审核情况。",
)


def entry(number: int) -> str:
    """Return the text of entry `number`; it depends on nothing else."""
    chance = random.Random(number)  # noqa: S311  # reproducible texts, no secret
    said = chance.sample(_SENTENCES, k=chance.randint(3, len(_SENTENCES)))
    body = "".join(f"  {each.format(n=number % 40 + 1, m=number % 14 + 1)}\n" for each in said)
    return (
        f"事由: 第{number}批行政规范性文件合法性审核\n种类: 情况说明\n对应:\n"
        f"- {{资料: 29-1, 年度: {chance.choice(_YEARS)}}}\n落款日期: 2021-03-02\n"
        f"正文: |\n{body}状态: 草稿\n示例: 是\n"
    )


def make(campaign: Path, statements: int) -> Path:
    """Write the campaign, a git repository with one commit; return one of its entries."""
    offices = campaign / "evidence" / _OFFICE
    offices.mkdir(parents=True)
    shutil.copytree(ROOT / "indicators", campaign / "indicators")
    shutil.copy(ROOT / "fzjs.yaml", campaign)
    shutil.copy(ROOT / _SHIPPED, offices)
    for number in range(1, statements):
        (offices / f"{number:06}.yaml").write_text(entry(number), "utf-8")
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    for words in (("init", "-q"), ("add", "."), (*identity, "commit", "-q", "-m", "示例")):
        run(("git", "-C", campaign, *words))
    return campaign / _SHIPPED


def measured(statements: int, tries: int) -> tuple[Result, Result, Result]:
    """Return the empty application, one statement and all of them."""
    with workplace() as folder:
        fzjs, turn = Fzjs(folder), count()
        campaign = folder / "campaign"
        file = make(campaign, statements)

        def written(subject: str, expected: int) -> Run:
            out = folder / f"out{next(turn)}"
            done = fzjs(campaign, "report", "statement", subject, "-o", str(out))
            made = sum(1 for _ in out.glob("*.docx"))
            if made != expected:
                raise RuntimeError(f"{made} of {expected} statements are there")
            shutil.rmtree(out)
            return done

        got = rounds(
            {
                "empty": fzjs.empty_app,
                "one": lambda: written(str(file), 1),
                "all": lambda: written("--all", statements),
            },
            tries,
        )
    return got["empty"], got["one"], got["all"]


def report(statements: int, tries: int) -> None:
    """Measure and print the table, and the documents a second."""
    empty, one, every = measured(statements, tries)
    show(
        [
            Row("一份情况说明", one, "空的 typer 程序", empty.seconds, most_seconds=0.8),
            Row(f"{statements} 份情况说明", every, "一份情况说明", one.seconds),
        ]
    )
    beyond = every.seconds - one.seconds
    speed = (statements - 1) / beyond
    told = "达到" if speed >= A_SECOND else "没有达到"
    say = sys.stdout.write
    say(f"\n一份以外，每秒 {speed:.1f} 份（{duration(beyond)}），目标 ≥ {A_SECOND} 份：{told}；")
    say(f"连启动一起，每秒 {statements / every.seconds:.1f} 份。\n")
    say(f"处理器最少：一份 {duration(one.cpu)}，{statements} 份 {duration(every.cpu)}。\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", type=int, nargs="?", default=STATEMENTS)
    parser.add_argument("--tries", type=int, default=TRIES)
    asked = parser.parse_args()
    report(asked.statements, asked.tries)
