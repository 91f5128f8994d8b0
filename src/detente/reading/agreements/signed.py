"""What two sign is an agreement, whatever it is called: "signed papers of accession", "ratified the entry of Fiji".

In: a verb of signing. Out: what was signed, how it stands, and by whom; none for what one signs alone, as a law.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.model.words import Words
from detente.reading.agreements.partners import named_and_described
from detente.reading.english.clauses import child, preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import AgreementStatus
    from detente.reading.english.cast import Cast

_TWO = 2
_LONGEST = 10  # tokens of what it is called


@dataclass(frozen=True, slots=True)
class Signed:
    """Something signed: its words, its noun, the status, and the parties."""

    words: Words
    thing: Token
    status: AgreementStatus
    parties: tuple[str, ...]


def signed(verb: Token, cast: Cast) -> Signed | None:
    """What a verb of signing or ratifying says was signed; None where it is no agreement, or not done."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None or thing.pos_ != "NOUN" or status_of(verb).status != "occurred":
        return None
    topics = {noun.lemma_.lower() for _, noun in preps(thing, *CALLED.name_goes_on)} | {
        c.lemma_.lower() for c in thing.lefts
    }
    kind = thing.lemma_.lower()
    joins = kind in CALLED.joining or bool(topics & CALLED.joining)
    ratified = verb.lemma_ in STANDING.ratifying
    if kind in CALLED.heads or kind in CALLED.signed_alone or (not joins and (ratified or not _tells(thing))):
        return None
    actor = subject(verb)
    signers = [*([actor] if actor is not None else []), *(noun for _, noun in preps(verb, *PROVIDED.agreed_with))]
    parties, _ = named_and_described(signers, cast)
    if ratified:
        parties = ()  # one that ratifies is but one of many
    elif len(parties) < _TWO and not joins:
        return None
    return Signed(_called(thing), thing, "ratified" if ratified else "signed", parties)


def _tells(thing: Token) -> bool:
    """Whether it is told what it is about."""
    return any(True for _ in preps(thing, *CALLED.name_goes_on)) or any(
        True for _ in preps(thing.head, *PROVIDED.agreed_on)
    )


def _called(thing: Token) -> Words:
    """Its words, without an article and what comes after a comma."""
    doc, first, last = thing.doc, thing.left_edge.i, min(thing.right_edge.i, thing.i + _LONGEST)
    while first < thing.i and (doc[first].tag_ in ("DT", "PRP$") or doc[first].is_punct):
        first += 1
    comma = next((t.i for t in doc[thing.i : last + 1] if t.is_punct), last + 1)
    end = doc[comma - 1]
    return Words.at(report_text(doc), doc[first].idx, end.idx + len(end))
