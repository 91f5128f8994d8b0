"""What a report tells of an agreement in a clause that only refers to it: a mention -> provisions.

"Either side may call a vote, according to the pact", "The removal of the posts was a key part of the pact".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED
from detente.model.items import Provision
from detente.model.words import Words
from detente.reading.agreements.provisions import clause
from detente.reading.english.clauses import child
from detente.reading.english.grammar import AS, BE, OF, TO
from detente.reading.english.labels import SUBJECTS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.agreements.mentions import Mention

_FEWEST = 2  # words of a provision


def by_reference(text: str, mention: Mention) -> list[Provision]:
    """The clause that the agreement lays down, or the thing that is a part of it."""
    prep = mention.head.head
    if mention.head.dep_ != "pobj":
        return []
    told = _laid_down(text, prep) if prep.lower_ not in OF else _part(text, prep.head)
    return [told] if told is not None else []


def _laid_down(text: str, prep: Token) -> Provision | None:
    """Read "… may vote, according to the pact", "… as laid down by the pact"."""
    by = prep.head
    if (prep.lower_ in TO and by.lower_ in PROVIDED.according) or (
        by.lemma_ in PROVIDED.lays_down and any(c.lower_ in AS for c in by.lefts)
    ):
        verb = by.head
    else:
        return None
    if verb.pos_ not in VERBAL or by.i < verb.i:
        return None
    first = by.left_edge
    found = clause(text, verb, until=first.i)
    return found if found is not None and found.text.end <= first.idx else None


def _part(text: str, part: Token) -> Provision | None:
    """Read "X was a key part of the pact", "A key part of the pact is X"."""
    be = part.head
    if part.lemma_ not in PROVIDED.aspects or be.lemma_ not in BE or any(c.dep_ == "neg" for c in be.children):
        return None
    thing = child(be, *SUBJECTS) if part.dep_ == "attr" else child(be, "attr")
    if thing is None or thing.i == part.i or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    first, last = thing.left_edge, thing.right_edge
    if last.i - first.i < _FEWEST or last.i >= max(be.i, part.i) > first.i:
        return None
    return Provision(Words.at(text, first.idx, last.idx + len(last)))
