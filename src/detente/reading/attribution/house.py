"""Whose somebody is whose own words a text is, where it does not say so: in his words, or above them.

"The United States is firm in our view", "Russia is ready to" speak for a state; else the one capital that stands above
the words, or the one state or organisation that is named there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.home import bodies_in, capitals_in
from detente.reading.people.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.speakers import Speakers

_TABLE = "en/attribution/documents"
_PRESENT = frozenset({"VBZ", "VBP"})


def stood_for(passage: Passage, speakers: Speakers, sentences: Iterable[Span]) -> str | None:
    """The state that sentences speak for more than for any other."""
    votes: Counter[str] = Counter()
    for sentence in sentences:
        if (state := _stands(passage, speakers, sentence)) is not None:
            votes[state] += 1
    top = votes.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None


def seat(passage: Passage, first: int) -> str | None:
    """Whose the one capital is that stands above a token, or the one state or organisation that is named there."""
    above = [fold(token.text) for token in passage.doc[:first]]
    for named in (capitals_in(above), bodies_in(above)):
        if len(set(named)) == 1:
            return named[0]
    return None


def _stands(passage: Passage, speakers: Speakers, sentence: Span) -> str | None:
    """The state that takes a stand in a sentence: by a verb of saying or wanting in the present, or as "we"."""
    root = sentence.root
    if root.tag_ not in _PRESENT:
        return None
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    mention = speakers.at(subject) if subject is not None else None
    if mention is None or len(mention.parties) != 1 or mention.people or not speakers.is_state(mention.parties[0]):
        return None
    own = root.lemma_ in words(_TABLE, "being") and any(t.lower_ in words(_TABLE, "first") for t in sentence)
    ready = any(child.lower_ in words(_TABLE, "ready") for child in root.rights)
    return mention.parties[0] if own or ready or root.i in passage.cues else None
