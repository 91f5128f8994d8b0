"""Where an event takes place: a place named with a preposition in its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words as word_class
from detente.reading.english.clauses import OF, antecedent, conjuncts, patients, subject
from detente.reading.events.lexicon import word_lists
from detente.reading.extensions import entity
from detente.reading.time.lexicon import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from detente.reading.events.triggers import Trigger

AT = word_class("en/events/places", "at")  #: prepositions of any place
_TIMES = frozenset({"DATE", "TIME", "CARDINAL"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CLIMB = 3
_FAR = 20  # tokens from a word to the place that it takes place at
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # of what is said the object is elsewhere
_GIVEN = frozenset({"AID", "AGREE", "COOPERATE"})  # "sent wheat to Mali" names whom it is for
_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "conj", "parataxis"})
_WITH = frozenset({"xcomp", "advcl", "conj", "prep", "pobj", "pcomp", "dobj"})
_JOURNEYS = word_class("en/events/places", "journeys")
_TOWARD = word_class("en/events/places", "toward")
_MOVING = word_class("en/events/places", "moving")
_GOALS = word_class("en/events/places", "goals")
_LEAVING = word_class("en/events/places", "leaving")
_ABOUT = word_class("en/events/places", "about")
_MISSIONS = word_class("en/events/places", "missions")
_HOLDING = word_class("en/events/places", "holding")
_ARTICLES = word_class("en/events/places", "articles")


def place_of(trigger: Trigger) -> Span | None:
    """The place that the event's own clause names; none for one without a name ("at the border")."""
    token = trigger.token
    if trigger.cue.mode == "seize" and (taken := _taken(trigger)) is not None:
        return taken
    words = tuple(dict.fromkeys((trigger.name, token)))
    stands = [c for word in words for c in _prepositions(word) if c.lower_ in AT]
    for c in stands:
        if (found := _named(c)) is not None:
            return found
    if trigger.name.lemma_ in _JOURNEYS and (found := _goal(trigger.name)) is not None:
        return found
    if (found := _there(trigger)) is not None:
        return found
    if trigger.cue.type in _WORDS:
        return None
    if token.pos_ == "VERB" and token.lemma_ not in _ABOUT:
        for o in patients(token):
            if (found := _inside(o)) is not None:
                return found
    if trigger.name.pos_ == "NOUN" and (found := _inside(trigger.name) or _city_before(trigger.name)) is not None:
        return found
    return _of_clause(token) or _toward(trigger) or _behind(token) or _of_doer(token)


def _of_doer(verb: Token) -> Span | None:
    """Where those are who do it: "police in the Comoros raided two homes"."""
    if verb.pos_ != "VERB" or verb.lemma_ in _ABOUT:
        return None
    doer = subject(verb)
    if doer is None or doer.pos_ != "NOUN":
        return None
    stands = (c for c in doer.children if c.dep_ == "prep" and c.lower_ in AT)
    return next((f for c in stands if (f := _named(c)) is not None), None)


def _toward(trigger: Trigger) -> Span | None:
    """Where somebody or something goes: "sent an envoy to Mali", "left Benin", "arrived in Lima"."""
    for word in dict.fromkeys((trigger.token, trigger.name)):
        if word.lemma_.lower() in _MOVING and trigger.cue.type not in _GIVEN:
            for c in _prepositions(word):
                if c.lower_ in _GOALS and (found := _named(c)) is not None:
                    return found
            for o in (each for patient in patients(word) for each in conjuncts(patient)):
                for c in o.children:  # "moved troops and a fleet into the Gulf": the parser hung it on the fleet
                    if c.dep_ == "prep" and c.lower_ in _GOALS and (found := _named(c)) is not None:
                        return found
        if word.pos_ == "VERB" and word.lemma_.lower() in _LEAVING:
            return next((_entity(o) for o in patients(word) if o.ent_type_ in _PLACES), None)
    return None


def _behind(token: Token) -> Span | None:
    """The first place behind a verb or noun that its own words name, wherever the parser hung it."""
    for c in token.doc[token.i + 1 : min(token.right_edge.i + 1, token.i + _FAR)]:
        if c.pos_ in ("VERB", "AUX") and c.dep_ in _CLAUSES:
            return None
        if c.dep_ == "prep" and c.lower_ in AT and (found := _named(c)) is not None:
            return found
    return None


def _there(trigger: Trigger) -> Span | None:
    """Where forces go, or what is attacked, if it is a place by name: "sent troops to Mali", "invaded Benin"."""
    goals = word_lists("places").get(trigger.cue.type.lower(), ())
    for word in dict.fromkeys((trigger.name, trigger.token)):
        for c in _prepositions(word):
            if c.lower_ in goals and (found := _named(c)) is not None:
                return found
    if trigger.cue.type != "ASSAULT" or trigger.token.pos_ != "VERB":
        return None
    return next((_entity(o) for o in patients(trigger.token) if o.ent_type_ in _PLACES), None)


def _of_clause(token: Token) -> Span | None:
    """The place of the clause that a participle or infinitive goes with: "met in Lima, agreeing to open the border"."""
    at = token
    for _ in range(_CLIMB):
        if at.dep_ not in _WITH or at.head.i == at.i:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            stands = (c for c in _prepositions(at) if c.lower_ in AT)
            if (found := next((f for c in stands if (f := _named(c))), None)) is not None:
                return found
    return None


def _prepositions(word: Token) -> Iterator[Token]:
    """Its prepositions, and those that the parser hung on a time beside it: "met for two hours in Lima"."""
    for c in word.children:
        if c.dep_ == "prep":
            yield c
            for o in c.children:
                if o.ent_type_ in _TIMES:
                    yield from (d for d in o.children if d.dep_ == "prep")
        elif c.dep_ == "npadvmod" and c.ent_type_ in _TIMES:
            yield from (d for d in c.children if d.dep_ == "prep")


def _goal(name: Token) -> Span | None:
    """Where a journey goes: "visited Lima", "a trip to Lima"."""
    for o in patients(name) if name.pos_ == "VERB" else ():
        if o.ent_type_ in _PLACES or _unknown_name(o):
            return _entity(o)
    return next((_named(c) for c in name.children if c.dep_ == "prep" and c.lower_ in _TOWARD), None)


def _inside(noun: Token, depth: int = 3) -> Span | None:
    """A place within an object, the parser having hung it there: "signed a treaty on trade in Lima"."""
    for c in noun.children:
        if c.dep_ == "prep":
            found = _named(c) if c.lower_ in AT else None
            if found is None and depth > 0:
                found = next((f for o in c.children if o.dep_ == "pobj" and (f := _inside(o, depth - 1))), None)
            if found is not None:
                return found
    return None


def _taken(trigger: Trigger) -> Span | None:
    """What is annexed or occupied, if it is a place by name."""
    name = trigger.name
    if name.pos_ == "VERB":
        return next((_entity(o) for o in map(antecedent, patients(name)) if o.ent_type_ in _PLACES), None)
    return next((_named(c) for c in name.children if c.dep_ == "prep" and c.lower_ in OF), None)


def _named(prep: Token) -> Span | None:
    for o in prep.children:
        if o.dep_ == "pobj":
            if o.ent_type_ in _PLACES or _unknown_name(o):
                name = _entity(o)
                return None if meaning("month", name[0].text) else name  # "In July Tunis protested"
            if o.lemma_ in word_lists("places")["holders"]:
                return _held(o)
            if (found := _owner(o) or _city_before(o)) is not None:
                return found
    return None


def _held(holder: Token) -> Span | None:
    """The name of a place that has a word for what it is: "the city of Lima", "the capital, Lima", "a Berlin park"."""
    for c in holder.children:
        if c.dep_ == "prep" and c.lower_ in _HOLDING and (found := _named(c)) is not None:
            return found
        if c.dep_ == "appos" and (c.ent_type_ in _PLACES or _unknown_name(c)):
            return _entity(c)
    if holder.lemma_ in _MISSIONS:
        return None  # "at the Peruvian embassy": whose it is, not where
    named = (c for c in holder.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ in _PLACES)
    return next((_entity(c) for c in named), None) or _owner(holder)


def _owner(noun: Token) -> Span | None:
    """A place whose part something is: "through Havana's streets", "at Lima's airport"."""
    owners = (c for c in noun.lefts if c.dep_ == "poss" and (c.ent_type_ in _PLACES or _unknown_name(c)))
    return next((_entity(c) for c in owners), None)


def _city_before(noun: Token) -> Span | None:
    """A city that names an occasion: "the Madrid summit"; states and groups name whose it is."""
    if noun.lemma_ not in word_class("en/events/places", "occasions"):
        return None
    parties = {m.start for m in noun.doc._.detente_party_mentions or () if m.kind != "capital"}
    named = (_entity(c) for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ in _PLACES)
    return next((name for name in named if name.start_char not in parties), None)


def _unknown_name(token: Token) -> bool:
    """A name that the pipeline did not know: after "in" or "near" it is a place."""
    return token.pos_ == "PROPN" and not token.ent_type_ and token.is_title


def _entity(token: Token) -> Span:
    """The entity that a token is in, without its article."""
    whole = entity(token)
    return whole[1:] if whole[0].lower_ in _ARTICLES and len(whole) > 1 else whole
