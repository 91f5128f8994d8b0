"""Who only brings others together: "Saudi mediation", "talks that Oman hosted", "brokered by the African Union".

In goes a word for that, out come the parties whose doing it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import STANDING
from detente.reading.english.clauses import preps, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.english.cast import Cast

_BESIDE = frozenset({"amod", "poss", "compound", "nmod"})


def mediating(word: Token, cast: Cast) -> tuple[str, ...]:
    """The parties that mediate or host by a noun or a verb of it; none for another word."""
    if word.pos_ == "NOUN" and word.lemma_.lower() in STANDING.mediation:
        beside = [child for child in word.lefts if child.dep_ in _BESIDE]
        whose = [*beside, *(inner for _, inner in preps(word, "of", "from", "by"))]
        actor = word.head if word.dep_ == "attr" else None
        whose += [s for s in (subject(actor),) if s is not None] if actor is not None else []
        return tuple(party for each in whose for party in cast.named(each, places=True).parties)
    brings = word.lemma_ in STANDING.brokering or (word.lemma_ in STANDING.hosting and _for_others(word))
    if word.pos_ == "VERB" and brings:
        by = [inner for _, inner in preps(word, "by")]
        actor = subject(word) if not by else None
        return tuple(p for each in (*by, actor) if each is not None for p in cast.named(each, places=True).parties)
    return ()


def _for_others(verb: Token) -> bool:
    """Whether who hosts has others talk: "hosted talks between Chad and Niger", not "hosted his guest"."""
    things = (child for child in verb.rights if child.dep_ == "dobj")
    return any(True for thing in things for _ in preps(thing, "between"))
