"""What a report says of claims and of holding: the words, whose they are, and what place they are about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from detente.knowledge.territory_words import TERRITORY
from detente.reading.english.clauses import conjuncts, patients, preps, subject, topic
from detente.reading.english.grammar import AS, IF, OF, TO, UNDER
from detente.reading.territories.beside import beside
from detente.reading.territories.phrases import joined_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from detente.reading.english.cast import Cast

CueKind = Literal["claim", "hold", "dispute"]
_NAMED_WITH = frozenset({"poss", "amod", "compound", "nmod"})
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """``things`` are the heads of the phrases that name the place; ``start`` and ``end`` the cue's tokens."""

    kind: CueKind
    things: tuple[Token, ...]
    parties: tuple[str, ...]
    start: int
    end: int


@cache
def cue_lemmas() -> frozenset[str]:
    """Every lemma or participle that may be a cue."""
    t = TERRITORY
    verbs = t.claim_verbs | t.dispute_verbs | t.hold_verbs | t.belong | t.taken
    nouns = t.claim_nouns | t.dispute_nouns | t.hold_nouns | t.under | t.belonging | t.cases
    return verbs | nouns | t.joined_claim | t.joined_hold | t.disputed


def cues_of(token: Token, cast: Cast) -> Iterator[Cue]:
    """The cues that a token heads."""
    joined = joined_to(token)
    if joined is not None:
        yield from _joined(token, joined, cast)
    elif token.pos_ == "VERB" or (token.dep_ == "relcl" and token.lemma_ in TERRITORY.claim_verbs):
        yield from _verb(token, cast)
        if token.dep_ == "amod" and token.lower_ in TERRITORY.disputed:
            yield Cue("dispute", (token.head,), (), token.i, token.i + 1)
    elif token.pos_ == "ADJ" and token.lower_ in TERRITORY.disputed and token.dep_ == "amod":
        yield Cue("dispute", (token.head,), (), token.i, token.i + 1)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _noun(token, cast)


def things(token: Token) -> tuple[Token, ...]:
    """The places that a phrase is about: its head, what is joined to it, and what "most of" it measures."""
    found: list[Token] = []
    for each in conjuncts(token):
        found.append(each)
        if each.lemma_.lower() in TERRITORY.measures or each.pos_ in ("NUM", "PRON", "DET"):
            for _, inner in preps(each, *OF):
                found += conjuncts(inner)
                for _, deeper in preps(inner, *OF):
                    found += conjuncts(deeper)
    return tuple(found)


def _joined(token: Token, joined: str, cast: Cast) -> Iterator[Cue]:
    doc = token.doc
    owner = doc[token.i - 2]
    parties = cast.named(owner, places=True).parties
    head = token.head
    for _ in range(_STEPS):
        if head.pos_ in ("NOUN", "PROPN") and head.i > token.i:
            break
        head = head.head
    if parties and head.i > token.i:
        yield Cue("claim" if joined == "claim" else "hold", (head,), parties, token.i - 2, token.i + 1)


def _verb(verb: Token, cast: Cast) -> Iterator[Cue]:
    lemma = verb.lemma_.lower()
    kind: CueKind | None = None
    if lemma in TERRITORY.claim_verbs:
        kind = "claim"
    elif lemma in TERRITORY.dispute_verbs:
        kind = "dispute"
    elif lemma in TERRITORY.hold_verbs or (lemma in TERRITORY.taken and verb.tag_ == "VBN"):
        kind = "hold"
    if kind is not None:
        if _is_unreal(verb) and kind == "hold":
            return
        about = tuple(thing for patient in patients(verb) for thing in things(patient))
        by = _who(subject(verb), cast)
        if about and about != tuple(conjuncts(verb)):
            yield Cue(kind, about, by, *_extent(verb))
    elif lemma in TERRITORY.belong and not _is_unreal(verb):
        own = topic(verb, _STEPS)
        for _, owner in preps(verb, *TO):
            if own is not None:
                yield Cue("claim", things(own), cast.named(owner, places=True).parties, *_extent(verb))


def _noun(noun: Token, cast: Cast) -> Iterator[Cue]:
    lemma = noun.lemma_.lower()
    if noun.dep_ == "pobj" and noun.head.lower_ in UNDER and lemma in TERRITORY.under:
        yield from _under(noun, cast)
        return
    if lemma in TERRITORY.belonging:
        yield from _belonging(noun, cast)
        return
    kind: CueKind | None = None
    if lemma in TERRITORY.claim_nouns:
        kind = "claim"
    elif lemma in TERRITORY.hold_nouns:
        kind = "hold"
    elif lemma in TERRITORY.dispute_nouns | TERRITORY.cases:
        kind = "dispute"
    if kind is None:
        return
    about = tuple(thing for _, inner in preps(noun, *TERRITORY.to_place) for thing in things(inner))
    about = about or tuple(thing for inner in beside(noun) for thing in things(inner))
    if not about and noun.head.dep_ == "relcl":
        return
    if about:
        parties = () if kind == "dispute" else _owner(noun, cast)
        end = max(noun.i, *(thing.i for thing in about)) + 1
        yield Cue(kind, about, parties, min(noun.left_edge.i, noun.i), end)


def _under(noun: Token, cast: Cast) -> Iterator[Cue]:
    """Read "the isles came under Ruritanian control", "an area under the control of Ruritania"."""
    parties = _owner(noun, cast)
    above = noun.head.head
    if above.pos_ in ("VERB", "AUX"):
        if _is_unreal(above):
            return
        own = topic(above, _STEPS)
        about = things(own) if own is not None else ()
    else:
        about = (above,)
    if about and parties:
        yield Cue("hold", about, parties, noun.head.i, noun.i + 1)


def _belonging(noun: Token, cast: Cast) -> Iterator[Cue]:
    """Read "X is Ruritania's inherent territory", "X is part of Ruritania"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in AS:  # "regards X as its own territory"
        verb = verb.head
        about = tuple(thing for patient in patients(verb) for thing in things(patient))
    elif noun.dep_ == "attr" and verb.lemma_ in TERRITORY.being:
        own = topic(verb, _STEPS)
        about = things(own) if own is not None else ()
    else:
        return
    marked = noun.lemma_ in TERRITORY.part or any(
        child.dep_ in _NAMED_WITH and (child.lemma_.lower() in TERRITORY.inherent or cast.named(child).parties)
        for child in noun.children
    )
    parties = _owner(noun, cast)
    if marked and about and parties and not any(child.dep_ == "neg" for child in verb.children):
        yield Cue(
            "claim",
            about,
            parties,
            verb.i,
            max(noun.i, noun.right_edge.i if noun.lemma_ in TERRITORY.part else noun.i) + 1,
        )


def _owner(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Whose claim or rule it is: by its owner or adjective, by "of" or "by", or by who has it."""
    for child in noun.children:
        if child.dep_ in _NAMED_WITH and (found := cast.named(child, places=True).parties):
            return found
    for _, inner in preps(noun, *TERRITORY.whose):
        if found := cast.named(inner).parties:
            return found
    head = noun.head
    if noun.dep_ in ("dobj", "pobj") and noun.lemma_ in TERRITORY.asserting:
        verb = head if noun.dep_ == "dobj" else head.head
        if verb.lemma_ in TERRITORY.having:
            return _who(subject(verb), cast)
    return ()


def _who(actor: Token | None, cast: Cast) -> tuple[str, ...]:
    return cast.named(actor, places=True).parties if actor is not None else ()


def _is_unreal(verb: Token) -> bool:
    """Whether it is only thought of, or denied."""
    unreal = TERRITORY.unreal
    return any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in unreal)
        or (child.dep_ == "mark" and child.lower_ in IF)
        for child in verb.children
    )


def _extent(verb: Token) -> tuple[int, int]:
    """The verb with its auxiliaries, and its agent: "is claimed by both countries"."""
    start, end = verb.i, verb.i + 1
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.i < verb.i:
            start = min(start, child.i)
        if child.dep_ == "agent":
            end = max(end, child.right_edge.i + 1)
    return start, min(end, verb.i + 12)


def extent_chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Tokens as characters, without white space at the ends."""
    while end - start > 1 and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)
