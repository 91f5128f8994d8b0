from __future__ import annotations

import numpy as np
from spacy.strings import StringStore

from detente.reading.attribution.learned.cues import KINDS, cue_kinds


def kinds(*words: tuple[str, str]) -> list[int]:
    strings = StringStore()
    lemmas, parts = zip(*((strings.add(lemma), strings.add(part)) for lemma, part in words), strict=True)
    found: list[int] = cue_kinds(np.array(lemmas, np.uint64), np.array(parts, np.uint64)).tolist()
    return found


def test_the_kind_of_a_cue_is_that_of_its_lemma_and_part_of_speech() -> None:
    assert kinds(("say", "VERB"), ("decline", "VERB"), ("claim", "NOUN"), ("eager", "ADJ")) == [1, 4, 5, 6]
    assert kinds(("say", "NOUN"), ("ferry", "NOUN"), ("", "VERB")) == [0, 0, 0]
    assert max(kinds(("claim", "VERB"), ("claim", "NOUN"))) < KINDS
