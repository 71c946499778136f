"""Which YAML readers are fast, and whether they read what ours reads: the table of the survey.

Run `python benchmarks/yaml_readers.py [--venv FOLDER] [--entries 10000] [--fuzz 5000]
[--only READER…]`. Installs
the readers below into an environment of their own. Speed: that many entries, a text each, and one
document of about 10 MB. Agreement with libyaml, every scalar text: all YAML of this repository,
the broken ones of the tests too, and seeded mutations of them. docs/yaml-readers.md says what
follows from it.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from measure import HERE, ROOT, workplace

ENTRIES, FUZZ = 10_000, 5_000
SECONDS = 600
SILENCE = 60
BIG = 10_000_000
PARTS = ("indicators", "evidence", "examples", "schema", "templates", "tests")
LONG = 6_000
"""Longer texts are not mutated: a fault far down says nothing new."""
_MARKS = "：:-#&*!|>{}[],'\"\t%@`?~\n \\　，0é=\u200b"
PACKAGES = (
    "pyyaml==6.0.4", "ryaml==0.5.1", "yaml-rs==0.1.6", "py-yaml12==0.2.0", "fastyaml-rs==0.7.0",
    "rapidyaml==0.15.2", "deprecation", "ruamel.yaml==0.19.1", "ruamel.yaml.clib==0.2.15",
    "yamlcore==0.0.4", "strictyaml==1.7.3", "yamlium==0.3.1", "tree-sitter==0.26.1",
    "tree-sitter-yaml==0.7.2", "libfyaml==1.0.0b2", "pyrs-yaml==0.18.3", "typing-extensions",
    "oryaml==0.1.0", "rustyyaml==0.1.7", "pyyaml-rs==0.1.0", "rs-turboyaml==0.2.1",
)  # fmt: skip
READERS = {
    "compose": "PyYAML，libyaml 的节点树（本程序）", "base": "PyYAML CBaseLoader",
    "safe": "PyYAML CSafeLoader", "ryaml": "ryaml", "yaml-rs": "yaml-rs",
    "py-yaml12": "py-yaml12", "fastyaml-rs": "fastyaml-rs", "libfyaml": "libfyaml",
    "pyrs-yaml": "pyrs-yaml", "oryaml": "oryaml", "rustyyaml": "rustyyaml",
    "pyyaml-rs": "pyyaml-rs", "rs-turboyaml": "rs-turboyaml", "rapidyaml": "rapidyaml",
    "ruamel.yaml": "ruamel.yaml（C，base）", "yamlcore": "yamlcore（C）",
    "yamlium": "yamlium", "tree-sitter-yaml": "tree-sitter-yaml", "strictyaml": "strictyaml",
}  # fmt: skip


class Agreement(NamedTuple):
    """How many texts got each verdict, and the first example of each."""

    counts: Counter[str]
    examples: dict[str, tuple[str, str]]


def corpus() -> list[str]:
    """Return every YAML text of the repository that is UTF-8."""
    texts = []
    for part in PARTS:
        for path in (ROOT / part).rglob("*.yaml"):
            try:
                texts.append(path.read_bytes().decode("utf-8"))
            except (UnicodeDecodeError, OSError):
                continue
    return sorted(dict.fromkeys(text for text in texts if text))


def fuzzed(texts: list[str], count: int) -> list[str]:
    """Return mutations of the texts, the same for the same number."""
    chance = random.Random(20210302)  # noqa: S311  # reproducible texts, no secret
    short = [text for text in texts if len(text) <= LONG]
    return [_mutated(chance.choice(short), chance) for _ in range(count)]


def _mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(text) + 1)
        lines = text.splitlines(keepends=True)
        way = chance.randrange(6)
        if way == 0:
            text = text[:at] + text[at + 1 :]
        elif way in {1, 2}:
            text = text[:at] + chance.choice(_MARKS) + text[at:]
        elif way == 3 and lines:  # noqa: PLR2004  # one of six ways
            line = chance.randrange(len(lines))
            text = "".join([*lines[:line], lines[line], *lines[line:]])
        elif way == 4 and lines:  # noqa: PLR2004  # see above
            line = chance.randrange(len(lines))
            text = "".join([*lines[:line], " " * chance.randint(1, 3), *lines[line:]])
        else:
            text = text[: max(at, 1)]
    return text


def speed_texts(folder: Path, entries: int) -> tuple[Path, Path]:
    """Write the entries as a JSON list of texts, and as one large document; return both files."""
    command = (sys.executable, str(HERE / "entries.py"), str(folder / "c"), str(entries))
    env = {"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/local/bin:/usr/bin:/bin"}
    subprocess.run(command, check=True, timeout=SECONDS, env=env)  # noqa: S603  # a script beside this
    texts = [p.read_text("utf-8") for p in sorted((folder / "c" / "evidence").glob("*/*.yaml"))]
    good = [text for text in texts if "种类：" not in text]
    many, big = folder / "many.json", folder / "big.json"
    many.write_text(json.dumps(good), "utf-8")
    items: list[str] = []
    size = 0
    for text in good:
        items.append("- " + text.split("\n", 1)[1].replace("\n", "\n  ").rstrip(" "))
        size += len(items[-1].encode())
        if size > BIG:
            break
    big.write_text(json.dumps(["".join(items)]), "utf-8")
    return many, big


def timed(python: Path, reader: str, file: Path) -> str:
    """Return the seconds as text."""
    command = (str(python), str(HERE / "yaml_reader_one.py"), "speed", reader, str(file))
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # see above
    except subprocess.TimeoutExpired:
        return f"> {SECONDS} 秒"
    seconds = float(done.stdout) if done.returncode == 0 else -1.0
    return f"{seconds:.2f} 秒" if seconds >= 0 else "读不了"


def verdicts(python: Path, reader: str, file: Path, count: int) -> Iterator[list[str]]:
    """Yield a verdict for each text; `fell` for one on which the process died or hung."""
    script = str(HERE / "yaml_reader_one.py")
    done = 0
    while done < count:
        command = (str(python), script, "agree", reader, str(file), str(done))
        try:
            ran = subprocess.run(command, capture_output=True, timeout=SILENCE * 5, check=False)  # noqa: S603  # see above
            said, why = ran.stdout, f"ended with {ran.returncode}"
        except subprocess.TimeoutExpired as late:
            said, why = late.stdout or b"", "hung"
        for line in said.decode("utf-8").splitlines():
            yield json.loads(line)
            done += 1
        if done < count:
            yield ["fell", why]
            done += 1


def agreement(python: Path, reader: str, texts: list[str], folder: Path) -> Agreement:
    """Count the verdicts on some texts."""
    file = folder / "texts.json"
    file.write_text(json.dumps(texts), "utf-8")
    found = Agreement(Counter(), {})
    for text, (kind, said) in zip(texts, verdicts(python, reader, file, len(texts)), strict=True):
        found.counts[kind] += 1
        best = found.examples.get(kind)
        if best is None or len(text) < len(best[0]):
            found.examples[kind] = (text, said)
    return found


def installed(venv: Path) -> Path:
    """Return the Python of an environment that has the readers."""
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run((sys.executable, "-m", "venv", str(venv)), check=True, timeout=SECONDS)  # noqa: S603  # pip and venv
        pip = (str(python), "-m", "pip", "install", "--quiet", *PACKAGES)
        subprocess.run(pip, check=True, timeout=SECONDS)  # noqa: S603  # see above
    return python


KINDS = {
    "rejects": "多拒", "accepts": "多收", "differs": "数据不同", "typed": "不再是文字",
    "lost": "写法丢了", "twice-taken": "重复键照收", "fell": "崩溃",
}  # fmt: skip
HEADINGS = (
    "读取器", "逐个文件", "10 MB",
    *(f"{part}：{said}" for part in ("语料", "变异") for said in KINDS.values()),
)  # fmt: skip


def report(venv: Path, entries: int, fuzz: int, only: list[str]) -> None:
    """Print the table of all readers or some, then the shortest example of each disagreement."""
    say = sys.stdout.write
    python = installed(venv)
    texts = corpus()
    both = {"语料": texts, "变异": fuzzed(texts, fuzz)}
    say(f"语料 {len(texts)} 个，变异 {fuzz} 个，计时 {entries} 个条目\n\n")
    say(f"| {' | '.join(HEADINGS)} |\n{'| --- ' * len(HEADINGS)}|\n")
    examples: list[str] = []
    with workplace() as folder:
        many, big = speed_texts(folder, entries)
        for reader, name in READERS.items():
            if only and reader not in only:
                continue
            row = [name, timed(python, reader, many), timed(python, reader, big)]
            for part, given in both.items():
                found = agreement(python, reader, given, folder)
                row += [str(found.counts[kind]) for kind in KINDS]
                for kind in KINDS:
                    if kind in found.examples:
                        text, said = found.examples[kind]
                        examples.append(f"{reader} {part} {kind}: {text[-300:]!r}\n    {said}\n")
            say(f"| {' | '.join(row)} |\n")
            sys.stdout.flush()
    say("\n" + "".join(examples))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv", type=Path)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--fuzz", type=int, default=FUZZ)
    parser.add_argument("--only", nargs="*", choices=READERS, default=[])
    asked = parser.parse_args()
    with nullcontext(asked.venv.parent) if asked.venv else workplace() as place:
        report(asked.venv or place / "venv", asked.entries, asked.fuzz, asked.only)
