"""What is said of a file's name; git on Windows could not hold some of these as cases."""

from __future__ import annotations

import pytest

from fzjs.repository.strays import stray

PLACE = "evidence/法制仲裁科"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2020-甲.yml", "把文件名末尾的“.yml”改成“.yaml”，改名为 2020-甲.yaml"),
        ("2020-甲.Yaml", "把文件名末尾的“.Yaml”改成“.yaml”，改名为 2020-甲.yaml"),
        ("2020-甲．yaml", "把文件名末尾的“．yaml”改成“.yaml”，改名为 2020-甲.yaml"),
        ("2020-甲.yml.txt", "把文件名末尾的“.txt”去掉，改名为 2020-甲.yaml"),
        ("2020-甲.yaml ", "把文件名末尾的空格去掉，改名为 2020-甲.yaml"),
        ("2020-甲.yaml.bak", "改名为 2020-甲.yaml；不用的备份就删去"),
        ("2020-甲.yaml~", "把文件名末尾的“~”去掉，改名为 2020-甲.yaml"),
    ],
)
def test_the_hint_fits_the_name(name: str, words: str) -> None:
    found = stray(f"{PLACE}/{name}")
    assert found
    assert (found.rule, words in found.hint) == ("file-wrong-suffix", True), found.hint


def test_a_backup_of_what_is_there_loses_nothing() -> None:
    found = stray(f"{PLACE}/甲.yaml.bak", {f"{PLACE}/甲.yaml"})
    assert found
    assert found.rule == "file-unread"


@pytest.mark.parametrize("name", ["README.md", "Thumbs.db", "~$甲.docx"])
def test_what_nobody_hands_in_is_not_mentioned(name: str) -> None:
    assert stray(f"{PLACE}/{name}") is None
