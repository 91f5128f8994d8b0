from __future__ import annotations

import pytest
from spacy.language import Language

from detente.reading.english.phrases import Phrases

KNOWN = Phrases(["as long as", "as", "or else", "or"])


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [(0, 9, 3), (0, 2, 1), (0, 3, 3), (2, 9, 1), (6, 10, 2), (6, 7, 1), (3, 9, 0)],
)
def test_the_longest_that_ends_in_time(nlp: Language, start: int, end: int, length: int) -> None:
    doc = nlp.make_doc("As long as they pay, Or else they leave")
    assert KNOWN.at(doc, start, end) == length
