"""Who says what in short passages, whole: speaker, party, manner, words, and what else is known of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reading.attribution.told import told
from tests.reading.passage import missed, passages

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("text", "lines"), passages(Path(__file__).parent / "told.txt"))
def test_told(nlp: Language, text: str, lines: list[str]) -> None:
    assert missed(lines, told(nlp, text)) == []
