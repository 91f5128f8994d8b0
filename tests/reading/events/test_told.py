"""What happens in short passages, whole: who does what to whom, when, where, by whose word, and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reading.events.told import told
from tests.reading.passage import missed, passages

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("text", "lines"), passages(Path(__file__).parent / "told.txt"))
def test_told(nlp: Language, text: str, lines: list[str]) -> None:
    assert missed(lines, told(nlp, text)) == []
