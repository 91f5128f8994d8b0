"""Where something was said: the occasion or place that the words around a cue name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon
from detente.reading.attribution.setting import Hearer, governors, within
from detente.reading.attribution.words import SETTING
from detente.reading.english.grammar import OF

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.references import Reference
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_HEARERS = frozenset({"dobj", "dative", "iobj"})
_NO_PLACE = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "PERSON"})
_QUESTIONS = frozenset({"WDT", "WP", "WRB", "WP$"})
_LONGEST = 30  # tokens of a venue


@dataclass(frozen=True, slots=True)
class Venue:
    """The noun of a venue, and the characters ``[start, end)`` of its words."""

    noun: Token
    start: int
    end: int


def venue_of(doc: Doc, found: Attribution) -> Venue | None:
    """The occasion of saying, else the place of it; None where the words give neither."""
    if found.anchor is None:
        return None
    cue = doc[found.anchor]
    verbs = (cue, *governors(cue))
    noun = next((noun for verb in verbs for noun in _occasions(verb, found)), None)
    if noun is not None and not any(noun.left_edge.idx < a <= noun.idx for a, _ in found.content):
        return _extent(noun, noun.left_edge.idx, found)
    for verb in verbs:
        for child in verb.children:
            if child.dep_ == "prep" and (place := _place(child, found)) is not None:
                return place
    return None


def _occasions(verb: Token, found: Attribution) -> list[Token]:
    """Nouns of occasions that hang on a verb: "at a press conference", "told a briefing"."""
    nouns = [
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in SETTING.at
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    if found.entry is not None and "hear" in found.entry.frames and verb.i == found.anchor:
        nouns += [child for child in verb.children if child.dep_ in _HEARERS and child.i > verb.i]
    return [noun for noun in nouns if not within(noun, found) and is_occasion(noun)]


def _place(preposition: Token, found: Attribution) -> Venue | None:
    """The place in "outside the ministry", "on the steps of the consulate", "on leaving the hall", "in Geneva"."""
    for noun in preposition.children:
        if within(noun, found):
            continue
        if noun.dep_ == "pcomp" and noun.lower_ in lexicon.departures():
            place = next((child for child in noun.children if child.dep_ == "dobj"), None)
            return _extent(place, preposition.idx, found) if place is not None else None
        if noun.dep_ != "pobj" or noun.ent_type_ in _NO_PLACE or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        spot = noun.lower_ in lexicon.spots()
        word = preposition.lower_
        city = word in SETTING.in_city and noun.ent_type_ in {"GPE", "FAC", "LOC"}
        if word in SETTING.at_place and (spot or noun.lower_ not in lexicon.no_places()):
            return _extent(noun, noun.left_edge.idx, found)
        if word in SETTING.at_spot and (spot or city):
            return _extent(noun, noun.left_edge.idx, found)
    return None


def _extent(noun: Token, start: int, found: Attribution) -> Venue:
    """The words of a venue up to the statement's own words, and to a clause about it."""
    doc, last = noun.doc, min(noun.right_edge.i, noun.i + _LONGEST)
    clause = next(
        (i for i in range(noun.i + 1, last + 1) if doc[i].tag_ in _QUESTIONS or doc[i].lower_ in SETTING.clause),
        last + 1,
    )
    end = doc[clause - 1].idx + len(doc[clause - 1])
    inside = [a for a, _ in found.content if noun.idx < a < end]
    return Venue(noun, start, min(inside) if inside else end)


def is_occasion(noun: Token) -> bool:
    """Whether a noun is a place or occasion for saying things."""
    occasions = lexicon.occasions()
    if noun.lower_ in SETTING.parts:
        of = next((child for child in noun.children if child.lower_ in OF), None)
        return of is not None and any(is_occasion(inner) for inner in of.children)
    word = noun.lower_.rstrip(".")  # "on X."
    return word in occasions or noun.lemma_.lower() in occasions


def partner(noun: Token, speakers: Speakers, speaker: Reference | None) -> Hearer | None:
    """Whom a talk is with, where the occasion is one: 'at the outset of his meeting with Lavrov'."""
    for token in noun.subtree:
        if token.dep_ == "prep" and token.lower_ in SETTING.with_ and token.head.lemma_.lower() in lexicon.encounters():
            other = next((inner for inner in token.children if inner.dep_ == "pobj"), None)
            if other is not None:
                source = other.left_edge.i, other.i + 1
                found = speakers.resolve(other, source)
                if found.who is None or found.who == speaker or found.anonymous:
                    return None
                return Hearer(found.who, other, source)
    return None
