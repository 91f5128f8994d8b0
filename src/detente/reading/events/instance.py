"""How an event is worded: the grammar that TimeML's MAKEINSTANCE keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from detente.knowledge.loader import words
from detente.model.items import Instance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Aspect, Status, Tense
    from detente.model.words import Words

_FINITE: dict[str, Tense] = {"VBD": "PAST", "VBZ": "PRESENT", "VBP": "PRESENT", "MD": "NONE"}
_BARE: dict[str, Tense] = {"VBG": "PRESPART", "VBN": "PASTPART", "VB": "INFINITIVE"}
_FUTURE = words("en/events/verb_group", "future")
_PERFECT = words("en/events/verb_group", "perfect")
_PROGRESSIVE = words("en/events/verb_group", "progressive")


class _Group(NamedTuple):
    tense: Tense
    aspect: Aspect
    modality: str | None


def instance_of(token: Token, word: Words, status: Status) -> Instance:
    """Part of speech, tense, aspect, polarity and modality of the word that carries an event."""
    negations = words("en/factuality", "negations")
    negated = status == "denied" or any(c.dep_ == "neg" or c.lower_ in negations for c in token.children)
    polarity: Literal["POS", "NEG"] = "NEG" if negated else "POS"
    if token.pos_ not in ("VERB", "AUX"):
        return Instance(word, "ADJECTIVE" if token.pos_ == "ADJ" else "NOUN", "NONE", "NONE", polarity, None)
    tense, aspect, modality = _group(token)
    return Instance(word, "VERB", tense, aspect, polarity, modality)


def is_past(token: Token) -> bool:
    """Whether it is a verb in the past tense or a perfect."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    tense, aspect, _ = _group(token)
    return tense == "PAST" or aspect.startswith("PERFECTIVE")


def _group(verb: Token) -> _Group:
    """Tense, aspect and modal verb of a verb with its auxiliaries, as in "has been meeting"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modality = next((a.lemma_ for a in auxiliaries if a.tag_ == "MD" and a.lower_ not in _FUTURE), None)
    perfect = any(a.lemma_ in _PERFECT for a in auxiliaries)
    progressive = any(a.lemma_ in _PROGRESSIVE for a in auxiliaries) and verb.tag_ == "VBG"
    aspect: Aspect = "NONE"
    if perfect:
        aspect = "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    elif progressive:
        aspect = "PROGRESSIVE"
    if modality is not None:
        return _Group("NONE", aspect, modality)
    if any(a.lower_ in _FUTURE for a in auxiliaries):
        return _Group("FUTURE", aspect, None)
    if any(a.tag_ == "TO" for a in auxiliaries):
        return _Group("INFINITIVE", aspect, None)
    for word in (*auxiliaries, verb):
        if word.tag_ in _FINITE:
            return _Group(_FINITE[word.tag_], aspect, None)
    return _Group(_BARE.get(verb.tag_, "NONE"), aspect, None)
