"""Words of English are data: no list of them in code, and no comparison with one.

``word_lists.toml`` says how many are left in which file; it only ever shrinks.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.repository.word_lists import word_lists

PACKAGE = Path(__file__).parents[2] / "src" / "detente"
LEFT: dict[str, int] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ROOMS = ("reading", "dossier", "formats")
FILES = sorted(path.relative_to(PACKAGE).as_posix() for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


@pytest.mark.parametrize("file", FILES)
def test_words_are_data(file: str) -> None:
    found = [f"{file}:{line}: {words}" for line, words in word_lists((PACKAGE / file).read_text(encoding="utf-8"))]
    most = LEFT.get(file, 0)
    assert len(found) <= most, f"at most {most}, found {len(found)}; put them into knowledge/en:\n" + "\n".join(found)


def test_what_is_left_is_left_in_files_that_there_are() -> None:
    assert sorted(set(LEFT) - set(FILES)) == []
    assert min(LEFT.values(), default=1) > 0


@pytest.mark.parametrize(
    "source",
    [
        "X = frozenset({'along', 'toward', 'over'})",
        "X = ['prime minister', 'envoy', 'the envoy']",
        "X = 'along toward over'.split()",
        "X = {'one': 1, 'two': 2, 'three': 3}",
        "X = {1: 'one', 2: 'two', 3: 'three'}",
        "x = token.lower_ == 'of'",
        "x = child.lemma_ in ('go', 'come')",
        "x = tokens.lower[i] != 'the'",
        "x = word.lower() in {'no', 'not'}",
    ],
)
def test_words_are_found(source: str) -> None:
    assert [line for line, _ in word_lists(source)] == [1]


@pytest.mark.parametrize(
    "source",
    [
        "X = frozenset({'nsubj', 'nsubjpass', 'csubj'})",
        "X = {'VERB', 'AUX', 'NOUN', 'VBD'}",
        "X = ('name', 'capital', 'seat', 'group')",  # kinds of mentions
        "X = {'about', 'over'}",
        "x = {'what': one.what, 'when': str(one.when), 'where': one.place}",
        "X = (  # codes: names of features\n'before', 'after', 'head')",
        "x = mention.kind == 'name'",
        "x = token.dep_ == 'nsubj'",
        "x = word.pos_ == 'VERB'",
        "x = token.text == ','",
        "X = Literal['direct', 'indirect', 'mine']",
        "__all__ = ['Parties', 'People', 'Other']",
    ],
)
def test_what_is_no_word_is_not_found(source: str) -> None:
    assert list(word_lists(source)) == []
