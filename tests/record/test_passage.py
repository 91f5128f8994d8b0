"""The sentence around words, and what in it fits."""

from __future__ import annotations

import pytest

from detente.record.passage import fitting, paragraph, sentence
from detente.record.search_query import Term

TEXT = """Quota talks

Mr. Dahl of the U.S. Embassy left early. "We will be back," he said. Fishermen of Å­lesund waited!
They had the fishing quotas in hand.

Nobody paid."""


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Embassy", "Mr. Dahl of the U.S. Embassy left early."),
        ("be back", '"We will be back," he said.'),
        ("waited", "Fishermen of Å­lesund waited!"),
        ("quotas", "They had the fishing quotas in hand."),
        ("Quota talks", "Quota talks"),
        ("paid", "Nobody paid."),
        ('back," he said. Fishermen', '"We will be back," he said. Fishermen of Å­lesund waited!'),
    ],
)
def test_the_sentence_around_words(words: str, whole: str) -> None:
    start = TEXT.index(words)
    assert sentence(TEXT, start, start + len(words)).text.rstrip() == whole


def test_words_are_marked_whatever_their_accents_and_case() -> None:
    text = "The cafe\u0301 in ŁÓDŹ sold Łódźka, not lodz's fish."
    found = [text[start:end] for start, end in fitting(text, [Term(("lodz",)), Term(("cafe",))])]
    assert found == ["cafe\u0301", "ŁÓDŹ", "lodz"]


def test_a_phrase_is_marked_whole_and_only_where_it_stands_together() -> None:
    text = "Fishing rights; rights fishing; fishing rightsholders."
    assert [text[s:e] for s, e in fitting(text, [Term(("fishing", "rights"))])] == ["Fishing rights"]
    assert [text[s:e] for s, e in fitting(text, [Term(("fishing", "right"), prefix=True)])] == [
        "Fishing rights",
        "fishing rightsholders",
    ]


def test_the_pieces_of_a_passage_are_its_text() -> None:
    passage = sentence(TEXT, TEXT.index("fishing"), TEXT.index("in hand"), [Term(("fishing",)), Term(("hand",))])
    assert "".join(piece for piece, _ in passage.pieces()) == passage.text
    assert [piece for piece, is_marked in passage.pieces() if is_marked] == ["fishing", "hand"]


def test_a_paragraph_ends_at_an_empty_line() -> None:
    start, end = paragraph(TEXT, TEXT.index("They"), TEXT.index("They") + 4)
    assert TEXT[start:end].startswith("Mr. Dahl")
    assert TEXT[start:end].endswith("in hand.")


def test_a_text_without_sentences_is_cut() -> None:
    assert len(sentence("a " * 5_000, 5_000, 5_002).text) < 1_300
