"""Noun phrases of places: "the Japan-claimed four islands of A and B", "the disputed triangle", "the islands"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.territory_words import TERRITORY
from detente.reading.english.clauses import conjuncts
from detente.reading.english.grammar import OF
from detente.reading.territories.places import Sort, sort_of_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_BEFORE = frozenset(
    {"compound", "nmod", "amod", "nummod", "det", "poss", "punct", "npadvmod", "advmod", "predet", "quantmod"}
)


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A noun phrase headed by a word for a place; tokens ``[start, end)`` without what follows the head."""

    head: Token
    start: int
    end: int
    sort: Sort
    definite: bool
    number: int | None
    disputed: bool  #: "disputed", or with a party that claims or holds it
    named: bool  #: with a proper noun of its own among its modifiers
    described: bool  #: with other words that tell which: "the eastern islands"
    members: tuple[Token, ...]  #: "the islands of A, B and C"


def place_phrase(head: Token) -> PlacePhrase | None:
    """The phrase of a noun, if it names a place by its kind."""
    sort = sort_of_noun(head.lower_)
    if sort is None or head.pos_ not in ("NOUN", "PROPN"):
        return None
    doc, start = head.doc, head.i
    while start > 0 and _belongs(doc[start - 1], head):
        start -= 1
    words = [doc[i] for i in range(start, head.i)]
    inside = {word.lower_ for word in words}
    joined = {classes_ for word in words if (classes_ := joined_to(word)) is not None}
    disputed = bool(joined) or bool(inside & TERRITORY.disputed)
    number = next((TERRITORY.numbers[word] for word in inside if word in TERRITORY.numbers), None)
    hyphens = {word.i for word in words if word.text in ("-", "–")}
    plain = [
        word for word in words if word.i - 1 not in hyphens and word.i + 1 not in hyphens and word.i not in hyphens
    ]
    named = any(word.pos_ == "PROPN" for word in plain) or head.pos_ == "PROPN"
    described = any(
        word.pos_ in ("ADJ", "NOUN") and word.lower_ not in TERRITORY.disputed and word.lower_ not in TERRITORY.numbers
        for word in plain
    )
    return PlacePhrase(
        head,
        start,
        head.i + 1,
        sort,
        bool(inside & TERRITORY.definite),
        number,
        disputed,
        named,
        described,
        tuple(_members(head)),
    )


def joined_to(word: Token) -> str | None:
    """``claim`` or ``hold`` for the second part of "Ruritanian-held", ``Ruritania-claimed``."""
    if word.i < 2 or word.nbor(-1).text not in ("-", "–") or word.nbor(-1).whitespace_:
        return None
    if word.lower_ in TERRITORY.joined_hold:
        return "hold"
    return "claim" if word.lower_ in TERRITORY.joined_claim else None


def _belongs(word: Token, head: Token) -> bool:
    """Whether a word before a noun is part of its phrase, however deep in it."""
    if word.is_space or word.text in (",", ";", ":", "(", ")", '"'):
        return False
    for _ in range(4):
        if word.head.i == head.i:
            return word.dep_ in _BEFORE
        if word.head.i < word.i or word.dep_ not in _BEFORE:
            return word.dep_ in _BEFORE and head.i - word.i < 6 and word.head.head.i == head.i
        word = word.head
    return False


def _members(head: Token) -> Iterator[Token]:
    """What the phrase lists after "of", as an apposition, or before it: "the A and B islands"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in OF:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from conjuncts(inner)
        elif child.dep_ in ("appos", "compound", "nmod") and child.pos_ == "PROPN":
            yield from conjuncts(child)


def name_span(doc: Doc, phrase: PlacePhrase) -> tuple[int, int] | None:
    """The tokens of a proper name in the phrase: "Ferrel Islands" in "the disputed Ferrel Islands"."""
    start = phrase.head.i
    while (
        start > phrase.start and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ")
    ):
        start -= 1
    own = [doc[i] for i in range(start, phrase.head.i) if doc[i].ent_type_ != "NORP"]
    if not any(token.pos_ == "PROPN" for token in own):
        return None
    return (start, phrase.head.i + 1) if start < phrase.head.i else None
