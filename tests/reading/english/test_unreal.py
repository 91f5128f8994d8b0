"""The table of constructions that keep a happening from being real: every example of it, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.english.factuality import status_of
from detente.reading.english.unreal import constructions

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLES = [
    pytest.param(*example, id=f"{name}-{example[0]}")
    for name in constructions().__struct_fields__
    for example in getattr(constructions(), name).examples
]


@pytest.mark.parametrize(("sentence", "word", "status"), EXAMPLES)
def test_an_example_of_the_table_has_its_status(nlp: Language, sentence: str, word: str, status: str) -> None:
    token = next(token for token in nlp(sentence) if token.text == word)
    assert status_of(token).status == status
