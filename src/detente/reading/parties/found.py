"""A name found in a text and read: who it is, and whether it is meant as a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.surfaces import Surface
from detente.model.mention import Mention, MentionKind
from detente.reading.english.clauses import roots
from detente.reading.parties.extent import institution, with_article
from detente.reading.parties.hidden import is_hidden
from detente.reading.parties.metonymy import stands_for_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.parties.lexicon import Hit

_IN = words("en/function_words", "in")
_VISITING = words("en/parties/words", "visiting")
_AT_SEAT = words("en/parties/words", "at_seat")
_RULES = frozenset({"--", "—", "–", "-", "―", "_", "("})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with what is needed to settle it against the rest of the report."""

    mention: Mention
    surface: Surface
    tokens: tuple[int, int]
    group: bool = False  #: whether it is a group that has no row in the tables
    counts: bool = True  #: whether it makes a party of the report; a city's country ("Munich, Germany") does not

    def of(self, parties: tuple[str, ...]) -> Found:
        """The same words, meaning others."""
        return replace(self, mention=replace(self.mention, parties=parties))

    def joined_to(self, earlier: Found) -> Found:
        """One mention of both, where the words of this one take in those of an earlier one."""
        mention, other = self.mention, earlier.mention
        parties = tuple(dict.fromkeys((*other.parties, *mention.parties)))
        start = min(mention.start, other.start)
        return replace(
            self,
            mention=replace(mention, start=start, parties=parties),
            tokens=(min(self.tokens[0], earlier.tokens[0]), self.tokens[1]),
        )


def read_hit(doc: Doc, hit: Hit, sentence_start: int, previous: Found | None) -> Found | None:
    """A hit as a mention, or None where the words only look like a party."""
    surface = hit.surface
    root = roots(doc, hit.start, hit.end)[0]
    if is_hidden(doc, hit, root):
        return None
    if hit.within is not None:
        return _inside_token(doc, hit)
    start, end, kind = hit.start, hit.end, _kind(surface, root)
    dateline = _in_dateline(doc, hit, sentence_start)
    if kind in {"name", "adjective", "capital"} and not dateline:
        wider = institution(doc, start, end, root)
        if wider is not None and (
            previous is None or previous.tokens[1] <= wider[0] or doc[start - 1].lower_ not in _IN
        ):
            return _made(
                doc, *wider, Surface(surface.text, surface.parties, "group", weak=surface.weak), "group", False, True
            )
    qualifier = kind == "name" and _qualifies_city(doc, hit, root, previous)
    place = dateline or qualifier or _is_place(doc, hit, root, kind)
    if kind in {"name", "people", "seat", "group"}:
        start = with_article(doc, start, end, root, pair=len(surface.parties) > 1)
    return _made(doc, start, end, surface, kind, place, not qualifier and not dateline)


def _made(doc: Doc, start: int, end: int, surface: Surface, kind: MentionKind, place: bool, counts: bool) -> Found:
    last = doc[end - 1]
    mention = Mention(doc[start].idx, last.idx + len(last), kind, surface.parties, place=place)
    return Found(mention, surface, (start, end), counts=counts and not (place and surface.city))


def _inside_token(doc: Doc, hit: Hit) -> Found:
    assert hit.within is not None
    offset = doc[hit.start].idx
    kind = hit.surface.kind
    mention = Mention(offset + hit.within[0], offset + hit.within[1], kind, hit.surface.parties)
    return Found(mention, hit.surface, (hit.start, hit.end))


def _kind(surface: Surface, root: Token) -> MentionKind:
    """An adjective that stands for a noun is a people: "the Japanese"."""
    if surface.kind != "adjective" or root.tag_ in {"JJ", "VBN"}:
        return "people" if surface.kind == "adjective" and _heads_phrase(root) else surface.kind
    return "people" if _heads_phrase(root) else "adjective"


def _heads_phrase(root: Token) -> bool:
    return root.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "dative", "poss"} and not (
        root.i + 1 < len(root.doc) and root.nbor().text in _RULES
    )


def _is_place(doc: Doc, hit: Hit, root: Token, kind: MentionKind) -> bool:
    if hit.surface.city:
        return stands_for_place(doc, root, hit.start, hit.end, city=True)
    if kind == "seat":
        if root.dep_ == "dobj" and root.head.lemma_ in _VISITING:
            return True
        return root.dep_ == "pobj" and root.head.lower_ in _AT_SEAT
    return kind == "name" and hit.surface.land and stands_for_place(doc, root, hit.start, hit.end, city=False)


def _qualifies_city(doc: Doc, hit: Hit, root: Token, previous: Found | None) -> bool:
    """Whether a state only says where a city is: "in Munich, Germany,"."""
    at = hit.start - 1
    if at < 1 or doc[at].text != ",":
        return False
    city = doc[at - 1]
    if city.pos_ != "PROPN" or not city.text[:1].isupper():
        return False
    if previous is not None and previous.tokens[0] < at <= previous.tokens[1]:
        return previous.surface.kind == "capital" and previous.surface.parties == hit.surface.parties
    if city.ent_type_ not in {"GPE", "LOC", "FAC", ""}:
        return False
    return root.dep_ in {"appos", "npadvmod"} and root.head.i <= at and root.head.pos_ == "PROPN"


def _in_dateline(doc: Doc, hit: Hit, sentence_start: int) -> bool:
    """Whether a name stands before the dash or agency that ends a dateline: "MOSCOW, Feb. 5 -", "LIMA, Peru (AP)"."""
    first = doc[sentence_start]
    if hit.start - sentence_start > 8 or not first.is_upper or len(first) < 4:
        return False
    for token in doc[hit.end : hit.end + 9]:
        if token.text[0] == "(" or (token.text in _RULES and (token.text == "--" or doc[token.i - 1].whitespace_)):
            return True
        if token.is_lower and token.is_alpha:
            return False
    return False
