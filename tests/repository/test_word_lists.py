"""Words of English are data: no list of them in code, and no comparison with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.word_lists import word_lists

PACKAGE = Path(__file__).parents[2] / "src" / "detente"
ROOMS = ("reading", "dossier", "formats")
FILES = sorted(path.relative_to(PACKAGE).as_posix() for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


@pytest.mark.parametrize("file", FILES)
def test_words_are_data(file: str) -> None:
    found = [f"{file}:{line}: {words}" for line, words in word_lists((PACKAGE / file).read_text(encoding="utf-8"))]
    assert not found, "put them into knowledge/en:\n" + "\n".join(found)


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
