"""Between whom an agreement is: as its own words say, as the syntax around it says, and who else stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import STANDING
from detente.reading.english.clauses import conjuncts, preps, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.mention import Mention as PartyMention
    from detente.reading.agreements.mentions import Mention
    from detente.reading.english.cast import Cast

_MAKING = STANDING.signing | STANDING.agreeing | STANDING.ratifying | STANDING.negotiating
_PLACES = frozenset({"capital", "seat"})
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_STEPS = 4


def said_parties(mention: Mention, cast: Cast) -> tuple[str, ...]:
    """The parties that the report gives the agreement at this mention, in the order of the text."""
    head = mention.head
    found: dict[str, None] = {}
    inside = [cast.mention(token) for token in head.doc[mention.start : head.i]]
    before = [named for named in inside if named is not None and named.kind not in _PLACES and not named.place]
    if len({party for named in before for party in named.parties}) > 1 or any(n.kind == "adjective" for n in before):
        found.update(dict.fromkeys(party for named in before for party in named.parties))
    for child in head.children:
        if child.dep_ == "poss":
            found.update(dict.fromkeys(cast.named(child, places=True).parties))
    between = [inner for word, inner in preps(head, "between", "among")]
    for inner in between:
        found.update(dict.fromkeys(cast.named(inner, places=True).parties))
    partners = [p for _, inner in preps(head, "with") for p in cast.named(inner, places=True).parties]
    found.update(dict.fromkeys(partners))
    if not between:
        found.update(dict.fromkeys(_makers(mention, cast)))
    return tuple(found)


def described_parties(mention: Mention, cast: Cast) -> tuple[str, ...]:
    """Those between whom it is of whom only a description is given: "with world powers", "between clans and miners"."""
    found: dict[str, None] = {}
    with_ = [inner for _, inner in preps(mention.head, "with") if not cast.named(inner, places=True)]
    for inner in (*(inner for _, inner in preps(mention.head, "between", "among")), *with_):
        for noun in conjuncts(inner):
            if noun.pos_ == "NOUN" and not cast.named(noun, places=True) and noun.ent_type_ not in _NUMBERS:
                found[_phrase(noun)] = None
    verb = _maker(mention)
    for _, inner in preps(verb, "with") if verb is not None else ():
        if inner.tag_ == "NNS" and not cast.named(inner, places=True):
            found[_phrase(inner)] = None
    return tuple(found)


def _phrase(noun: Token) -> str:
    """A noun with what describes it, without article and clauses."""
    first = noun.i
    while first > noun.left_edge.i and noun.nbor(first - 1 - noun.i).dep_ in ("amod", "compound"):
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _makers(mention: Mention, cast: Cast) -> Iterator[str]:
    """Who signs, reaches or negotiates it: subject, agent, and with whom."""
    verb = _maker(mention)
    if verb is None:
        return
    if verb.lemma_ in STANDING.brokering:
        return
    actor = subject(verb)
    if actor is not None and _mediates(actor):
        return
    if actor is not None:
        yield from cast.named(actor).parties
    if verb.dep_ == "acl" or any(child.dep_ == "agent" for child in verb.children):
        for _, inner in preps(verb, "by"):
            yield from cast.named(inner).parties
    for _, inner in preps(verb, "with", "between"):
        yield from cast.named(inner, places=True).parties


def _mediates(actor: Token) -> bool:
    return actor.lemma_.lower() in STANDING.brokers


def brokers(mention: Mention, cast: Cast) -> tuple[str, ...]:
    """Who brought it about for others: "a deal brokered by Qatar", "mediators from Qatar announced a deal"."""
    verb = _maker(mention)
    if verb is not None and (actor := subject(verb)) is not None and _mediates(actor):
        return cast.named(actor).parties
    verbs = [c for c in mention.head.children if c.dep_ in ("acl", "relcl") and c.lemma_ in STANDING.brokering]
    return tuple(party for verb in verbs for _, inner in preps(verb, "by") for party in cast.named(inner).parties)


def _maker(mention: Mention) -> Token | None:
    head = mention.head
    for child in head.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _MAKING:
            return child
    token = head.head if mention.within else head
    for _ in range(_STEPS):
        token = token.head
        if token.pos_ == "VERB" and token.lemma_.lower() in _MAKING:
            return token
        if token.dep_ == "ROOT" or token.pos_ not in ("ADP", "NOUN", "VERB", "PART"):
            return None
    return None


def around(mentions: list[PartyMention], start: int, end: int) -> Iterator[str]:
    """The parties that the characters ``[start, end)`` name as parties."""
    for mention in mentions:
        if start <= mention.start < end and not mention.place:
            yield from mention.parties
