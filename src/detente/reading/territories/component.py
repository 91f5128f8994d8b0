"""The spaCy component ``detente_territories``: who claims and who holds which place, as said and as known."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.language import Language

from detente.knowledge.territory_words import TERRITORY
from detente.reading.english.cast import Cast
from detente.reading.english.grammar import OF
from detente.reading.extensions import register, require, sentences
from detente.reading.territories.again import group_of, told_again
from detente.reading.territories.beside import is_at_issue
from detente.reading.territories.cues import Cue, cue_lemmas, cues_of, extent_chars
from detente.reading.territories.items import territories_of_report
from detente.reading.territories.known import Hit, KnownNames, named_with
from detente.reading.territories.listed import listing_of
from detente.reading.territories.phrases import PlacePhrase, name_span, place_phrase
from detente.reading.territories.places import SORTS, Place, Places, Said, sort_of_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

register()
_STEPS = 4
_NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", ""})


class Territories:
    """Finds territories. Reads parties, people and mentions; sets ``doc._.detente_territories``."""

    def __init__(self, nlp: Language) -> None:
        self._known = KnownNames(nlp)
        strings = nlp.vocab.strings
        self._nouns = {strings.add(each) for words in SORTS.values() for word in words for each in (word, f"{word}s")}
        self._cues = {strings.add(word) for word in cue_lemmas()}
        self._acting = {strings.add(word) for word in TERRITORY.of_territory}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its territories. Raises MissingComponent without parties and people."""
        require(doc, "territories")
        if doc.has_annotation("DEP"):
            doc._.detente_territories = territories_of_report(doc, self._read(doc))
        return doc

    def _meant(self, doc: Doc, hits: list[Hit], lemmas: list[int]) -> list[Hit]:
        """The hits that mean a territory: weak names in company, names that also act where words of territory stand."""
        if not hits:
            return hits
        parties = {party.id for party in doc._.detente_parties}
        named = {hit.record.id for hit in hits if not hit.name.weak}
        sure = {hit.record.id for hit in hits if not hit.name.acts and not hit.name.weak}
        sure |= {hit.record.id for hit in hits if not hit.name.weak and self._is_territory(doc, hit, lemmas)}
        sure |= {hit.record.id for hit in hits if hit.name.acts and is_at_issue(doc[hit.end - 1])}
        with_company = [
            hit
            for hit in hits
            if hit.name.weak and (hit.record.id in named or not parties.isdisjoint(hit.record.claimed_by))
        ]
        sure |= {hit.record.id for hit in with_company if self._is_territory(doc, hit, lemmas)}
        return [hit for hit in hits if hit.record.id in sure or hit in with_company]

    def _is_territory(self, doc: Doc, hit: Hit, lemmas: list[int]) -> bool:
        """Whether a word of territory governs the name or describes it: "sovereignty over X", "X's status"."""
        token = doc[hit.end - 1]
        for _ in range(_STEPS):
            if any(lemmas[child.i] in self._acting for child in token.children if child.dep_ in ("amod", "appos")):
                return True
            if token.dep_ in ("nsubj", "ROOT") or token.head is token:
                return token.dep_ == "nsubj" and any(
                    c.dep_ == "attr" and lemmas[c.i] in self._acting for c in token.head.children
                )
            token = token.head
            if lemmas[token.i] in self._acting:
                return True
        return False

    def _read(self, doc: Doc) -> Places:
        hits, places, cast = self._known.hits(doc), Places(), Cast(doc)
        lemmas, lowers = doc.to_array("LEMMA").tolist(), doc.to_array("LOWER").tolist()
        hits = self._meant(doc, hits, lemmas)
        starts = [hit.start for hit in hits]
        nouns, cues = self._nouns, self._cues
        for sentence in sentences(doc):
            span = range(sentence.start, sentence.end)
            inside = hits[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            _take(doc, places, inside)
            heads = [doc[i] for i in span if lowers[i] in nouns]
            cued = [doc[i] for i in span if lemmas[i] in cues or lowers[i] in cues]
            if heads:
                phrases = [phrase for head in heads if (phrase := place_phrase(head)) is not None]
                for phrase in phrases:
                    if not _take_list(doc, places, phrase):
                        _tell_again(doc, places, phrase)
            for token in cued:
                for cue in cues_of(token, cast):
                    _attach(doc, places, cue, sentence)
        return places


def _take(doc: Doc, places: Places, hits: list[Hit]) -> None:
    for hit in hits:
        place = places.known(hit.record)
        place.names.append(extent_chars(doc, hit.start, hit.end))
        for i in range(hit.start, hit.end):
            places.at[i] = place


def _take_list(doc: Doc, places: Places, phrase: PlacePhrase) -> bool:
    """Note the places that a phrase lists: each by itself if the table has them all, else together, by the phrase."""
    listing = listing_of(phrase)
    if listing is None or sum(_is_party(doc, span) for span in listing.names) * 2 >= len(listing.names):
        return False
    known = [next((places.at[i] for i in range(*span) if i in places.at), None) for span in listing.names]
    for k, span in enumerate(listing.names):
        if known[k] is None and (record := named_with(doc[span[0] : span[1]].text, phrase.head.lemma_)) is not None:
            place = known[k] = places.known(record)
            place.names.append(extent_chars(doc, *span))
            places.at.update(dict.fromkeys(range(*span), place))
    named = tuple(place for place in known if place is not None)
    if len(named) == len(known):
        if len({id(place) for place in named}) < 2:
            return False
    else:
        start = next((i for i in range(phrase.start, phrase.end) if doc[i].pos_ not in ("DET", "PRON")), phrase.start)
        group = places.made(None, phrase.sort)
        group.members = tuple(doc[a:b].text for a, b in listing.names)
        group.noun = phrase.head.lemma_.lower()
        group.names.append(extent_chars(doc, start, phrase.end))
        named = (group,)
    for i in range(phrase.head.i, listing.end):
        if i not in places.at:
            places.lists[i] = named
    places.lists[phrase.head.i] = named
    return True


def _tell_again(doc: Doc, places: Places, phrase: PlacePhrase) -> None:
    """Note which place a phrase means, if it has no name of its own."""
    if phrase.head.i in places.at:
        return
    place = group_of(phrase, places) or told_again(phrase, places)
    if place is None:
        return
    places.at[phrase.head.i] = place
    place.others.append(extent_chars(doc, phrase.start, phrase.end))


def _attach(doc: Doc, places: Places, cue: Cue, sentence: Span) -> None:
    """Give a cue to the places that it is about; a place that no table knows is made from it."""
    parties = cue.parties
    if not parties and cue.kind == "claim":
        parties = _both(doc, cue, sentence)
    things = [(thing, place) for thing in cue.things for place in places.lists.get(thing.i, (None,))]
    for thing, listed in things:
        place = listed or _place_at(places, thing)
        if place is None and (cue.kind != "hold" or parties):
            place = _new(doc, places, thing, cue)
        if place is None:
            continue
        place.disputed = True
        start, end = extent_chars(doc, cue.start, cue.end)
        for party in parties:
            if cue.kind == "claim":
                place.claims.append(Said(party, start, end))
            elif cue.kind == "hold":
                place.holdings.append(Said(party, start, end))


def _place_at(places: Places, thing: Token) -> Place | None:
    """The place that a phrase with this head means: by its head, or by a name right inside it."""
    place = places.at.get(thing.i)
    if place is not None:
        return place
    for child in thing.children:
        if child.dep_ in ("compound", "nmod", "appos") and child.i in places.at:
            return places.at[child.i]
        if child.dep_ == "prep" and child.lower_ in OF and sort_of_noun(thing.lower_):
            for inner in child.children:
                if inner.i in places.at:
                    return places.at[inner.i]
    if thing.dep_ == "appos" and thing.head.i in places.at:
        return places.at[thing.head.i]
    if thing.dep_ == "attr":
        return next((places.at[c.i] for c in thing.head.children if c.dep_ == "nsubj" and c.i in places.at), None)
    return None


def _new(doc: Doc, places: Places, thing: Token, cue: Cue) -> Place | None:
    """A place known from the report alone: a proper name with a word for a place, or one that is claimed."""
    phrase = place_phrase(thing)
    if phrase is not None:
        span = name_span(doc, phrase)
        sort = phrase.sort
    elif thing.pos_ == "PROPN" and _names_place(doc, cue) and thing.ent_type_ in ("LOC", "GPE", "FAC"):
        start = thing.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head.i == thing.i:
            start -= 1
        span, sort = (start, thing.i + 1), "land"
    else:
        return None
    if span is None or _is_party(doc, span):
        return None
    place = places.new(doc[span[0] : span[1]].text, sort)
    place.names.append(extent_chars(doc, *span))
    for i in range(*span):
        places.at[i] = place
    return place


def _names_place(doc: Doc, cue: Cue) -> bool:
    """Whether a cue makes a bare name a place in dispute: a claim, "the disputed …", "Ruritanian-held …"."""
    word = doc[cue.end - 1].lower_
    return cue.kind == "claim" or word in TERRITORY.disputed | TERRITORY.joined_hold


def _is_party(doc: Doc, span: tuple[int, int]) -> bool:
    """Whether the name is a party's: what China claims of Japan is no territory."""
    start, end = extent_chars(doc, *span)
    return any(m.start <= start and end <= m.end for m in doc._.detente_party_mentions)


def _both(doc: Doc, cue: Cue, sentence: Span) -> tuple[str, ...]:
    """The two parties of the sentence, where "both" claim something."""
    if not any(
        token.lower_ in TERRITORY.both for token in doc[max(cue.start - 4, sentence.start) : min(cue.end + 1, len(doc))]
    ):
        return ()
    first, last = sentence.start_char, sentence.end_char
    found = dict.fromkeys(p for m in doc._.detente_party_mentions if first <= m.start < last for p in m.parties)
    return tuple(found) if len(found) == 2 else ()


@Language.factory("detente_territories", assigns=["doc._.detente_territories"], requires=["token.dep", "token.lemma"])
def _territories(nlp: Language, name: str) -> Territories:  # noqa: ARG001 - the factory's signature is spaCy's
    return Territories(nlp)
