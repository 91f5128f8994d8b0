"""Places told of by a list: "four villages - A, B, C and D - held by …", "two enclaves (A and B)"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.territory_words import TERRITORY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.territories.phrases import PlacePhrase

_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSING = _DASHES | {".", ";", ")"}
_FARTHEST = 7  # tokens from the noun to its list: "strips of the border between them - …"
_LONGEST = 60  # tokens of a list
_NAME = 5  # tokens of one name


@dataclass(frozen=True, slots=True)
class Listing:
    """The names of a list as tokens ``[start, end)``, and where all of it ends."""

    names: tuple[tuple[int, int], ...]
    end: int


def listing_of(phrase: PlacePhrase) -> Listing | None:
    """The list that names the places of a plural phrase."""
    head = phrase.head
    if head.tag_ not in ("NNS", "NNPS"):
        return None
    at = _opening(head)
    if at is None:
        return None
    opener = head.doc[at].text
    names, end = _names(head.doc, at + 1, head.sent.end)
    if len(names) < 2 or (phrase.number is not None and phrase.number != len(names)):
        return None
    closed = end >= head.sent.end or head.doc[end].text in _CLOSING
    if opener == "," or opener in TERRITORY.naming:
        return Listing(names, end) if phrase.number is not None else None
    return Listing(names, end) if closed else None


def _opening(head: Token) -> int | None:
    """Where the mark stands that a list begins with, right after the noun or after what "of" adds to it."""
    doc = head.doc
    for i in range(head.i + 1, min(head.i + _FARTHEST, head.sent.end)):
        token = doc[i]
        if token.text in _DASHES and doc[i - 1].whitespace_ and token.whitespace_:
            return i
        if token.text in ("(", ":", "—") or token.lower_ in TERRITORY.naming:
            return i
        if token.text == ",":
            following = doc[i + 1].lower_ if i + 1 < head.sent.end else ""
            return i + 1 if following in TERRITORY.naming else i
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            return None
    return None


def _names(doc: Doc, at: int, end: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """The names from a token on, and the token after the last one."""
    found: list[tuple[int, int]] = []
    last = at
    while at < min(end, last + _LONGEST):
        while at < end and doc[at].lower_ in TERRITORY.beside_names:
            at += 1
        start = at
        while at < end and at - start < _NAME and _is_of_name(doc, start, at):
            at += 1
        while at > start and doc[at - 1].lower_ in TERRITORY.in_names:
            at -= 1
        if at == start:
            break
        found.append((start, at))
        last = at
        if at >= end or doc[at].lower_ not in TERRITORY.between_names:
            break
    return tuple(found), last


def _is_of_name(doc: Doc, start: int, at: int) -> bool:
    token = doc[at]
    if token.text in _DASHES and (token.whitespace_ or doc[at - 1].whitespace_):
        return False
    if token.text[:1].isupper():
        return True
    if token.like_num and at == start:  # "14-Mile Area"
        return at + 2 < len(doc) and doc[at + 1].text == "-" and doc[at + 2].text[:1].isupper()
    return (
        token.lower_ in TERRITORY.in_names
        and at + 1 < len(doc)
        and (at > start or token.lower_ in TERRITORY.begins_name)
    )
