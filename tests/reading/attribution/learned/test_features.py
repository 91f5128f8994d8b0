"""Long documents are read in blocks, and a block alone is as good as within the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from detente.reading.attribution.learned.features import BLOCK, blocks, features
from detente.reading.attribution.learned.network import weights
from detente.reading.attribution.quotations import quotations

if TYPE_CHECKING:
    from spacy.language import Language

PARAGRAPH = 'The envoy of Norland said the canal was open. "Nobody will close it," she added.\n\n'


def test_blocks_are_whole_paragraphs_and_leave_nothing_out(nlp: Language) -> None:
    text = PARAGRAPH * (2 * BLOCK // 18)
    where = [match.span() for match in re.finditer(r"[^\n]+\n*", text)]
    found = features(nlp(text), where, quotations(text, where), weights("default").vocabulary)
    cut = blocks(found)
    assert len(cut) > 1
    assert [first for first, _ in cut] == [0, *(last for _, last in cut[:-1])]
    assert cut[-1][1] == len(found.tokens)
    for first, last in cut:
        assert last - first <= BLOCK
        assert first == 0 or found.paragraph[first] != found.paragraph[first - 1]
        alone = found.rows(first, last)
        assert alone.neighbours.min() >= 0
        assert alone.neighbours.max() <= last - first
        assert np.array_equal(alone.tokens, found.tokens[first:last])
