"""The cue lexicon as the network sees it: of each token, whether its lemma is a cue and of what kind."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import StringStore

from detente.reading.attribution import lexicon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from detente.reading.attribution.lexicon import CueEntry

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

#: None, a verb that stands beside quotations, another verb of speech, of stance, of silence, a noun, an adjective.
KINDS = 7
_NOUN, _ADJECTIVE = 5, 6


def cue_kinds(lemmas: Hashes, kinds: Hashes) -> Ints:
    """The kind of cue [n] that lemmas [n] with parts of speech [n] are, 0 for none."""
    known, parts, values = _table()
    at = np.minimum(np.searchsorted(known, lemmas), len(known) - 1)
    found = np.zeros(len(lemmas), np.int64)
    for offset in range(3):  # one lemma may be verb, noun and adjective
        here = np.minimum(at + offset, len(known) - 1)
        found = np.where((known[here] == lemmas) & (parts[here] == kinds), values[here], found)
    return found


@cache
def _table() -> tuple[Hashes, Hashes, Ints]:
    """The lexicon sorted by lemma: hashes of lemmas, of parts of speech, and kinds."""
    strings = StringStore()
    rows = [(strings.add(lemma), strings.add("VERB"), _verbal(entry)) for lemma, entry in lexicon.verbs().items()]
    rows += [(strings.add(lemma), strings.add("NOUN"), _NOUN) for lemma in lexicon.nouns()]
    rows += [(strings.add(lemma), strings.add("ADJ"), _ADJECTIVE) for lemma in lexicon.adjectives()]
    lemmas, parts, values = zip(*sorted(rows), strict=True)
    return np.array(lemmas, np.uint64), np.array(parts, np.uint64), np.array(values, np.int64)


def _verbal(entry: CueEntry) -> int:
    if entry.kind == "speech":
        return 1 if "quote" in entry.frames else 2
    return 3 if entry.kind == "stance" else 4
