"""Who is read in short passages, whole: people, their parties and offices, and whom other words stand for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reading.passage import missed, passages
from tests.reading.people.told import told

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("text", "lines"), passages(Path(__file__).parent / "told.txt"))
def test_told(nlp: Language, text: str, lines: list[str]) -> None:
    assert missed(lines, told(nlp, text)) == []
