"""Which item a correction is meant for, to the word."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from detente.model.words import Words
from detente.record.targets import moved, moved_to, overlapping, target

TEXT = "one two three four five six"


@dataclass(frozen=True)
class _Item:
    id: str
    evidence: Words


def _words(given: str) -> Words:
    return Words.at(TEXT, TEXT.index(given), TEXT.index(given) + len(given))


@pytest.mark.parametrize(
    ("evidence", "is_taken"),
    [
        ("two three four five", True),
        ("four five six", True),  # two of four
        ("five six", False),
        ("one two three", True),
        ("one two", False),
        ("one two three four five six", True),
        ("wo three", False),  # a word counts by its beginning
    ],
)
def test_half_of_the_words_are_enough(evidence: str, is_taken: bool) -> None:
    found = overlapping(_words("two three four five"), [_Item("a", _words(evidence))])
    assert bool(found) is is_taken


def test_words_in_pieces_count_where_they_stand() -> None:
    pieces = Words.pieces(TEXT, [(0, 3), (TEXT.index("six"), len(TEXT))])
    assert overlapping(pieces, [_Item("a", _words("two three four five"))]) == []
    assert overlapping(pieces, [_Item("a", _words("one two"))])
    assert overlapping(_words("two three"), [_Item("a", pieces)]) == []


def test_the_same_id_comes_first_then_the_only_one_near() -> None:
    near, far, same = (
        _Item("a", _words("two three")), _Item("b", _words("six")), _Item("c", _words("six")),
    )  # fmt: skip
    words = _words("two three")
    assert target("c", words, [near, far, same]) is same
    assert target("x", words, [near, far]) is near
    assert target("x", words, [far]) == []
    assert target("x", words, [near, _Item("d", _words("three"))]) == [near, _Item("d", _words("three"))]
    assert target("x", None, [near]) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [(TEXT, 0), (f"zero {TEXT}", 5), (TEXT[4:], -4), ("two three, two three", None), ("nothing", None)],
)
def test_words_move_where_they_stand_once(text: str, by: int | None) -> None:
    words = _words("two three")
    assert moved_to(words, text) == by
    if by:
        there = moved((words, "left", None), by, text)
        assert there is not None
        assert text[there[0].start : there[0].end] == "two three"
        assert moved((words, _words("one two three")), by, text.replace("one", "eno")) is None
