"""Where the text says that something happens: verbs, nouns, and nouns carried by light verbs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from detente.knowledge.loader import words as word_class
from detente.reading.english.clauses import OF, gives_a_name, is_definite, preps
from detente.reading.events.lexicon import IDIOM, Cue, lexicon, word_lists
from detente.reading.events.matching import Match, best_match
from detente.reading.events.obligation import DEMAND, OBLIGATIONS, demand

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: Acts of speech (and refusals): what is promised, demanded or threatened in them is theirs, not an event of its own.
SPEECH = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "pcomp", "prep", "pobj", "nsubjpass", "conj", "dative", "compound",
                          "amod", "nmod", "oprd", "attr", "acl", "agent", "poss"})  # fmt: skip
#: What is condemned or praised and stands with "the" has happened: "condemned the attack".
_FACTIVE = frozenset({"ACCUSE", "SUPPORT"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})
_TABLE = "en/events/triggers"
_OBLIQUE = word_class(_TABLE, "oblique")
_REFUSING = word_class(_TABLE, "refusing")
_INSISTING = word_class(_TABLE, "insisting")
_REQUESTING = word_class(_TABLE, "requesting")
_OF_REPORT = word_class(_TABLE, "of_report")
_ASKING = word_class(_TABLE, "asking")
_TOPICS = word_class(_TABLE, "topics")
_WHETHER = word_class(_TABLE, "whether")
_INTO = word_class(_TABLE, "into")
_STEPS = 4  # arcs between what is promised and the promise
_VERB, _NOUN, _ADJ, _AUX = (get_string_id(pos) for pos in ("VERB", "NOUN", "ADJ", "AUX"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """What an event rests on: the token whose syntax carries it, the cue, and its words.

    ``noun`` is the noun that names the happening where ``token`` is only a light verb.
    """

    token: Token
    cue: Cue
    words: tuple[Token, ...]
    noun: Token | None = None
    heads: tuple[Token, ...] = ()
    content: Cue | None = None  #: of what is demanded, refused or threatened in it
    odds: float = 0.0  #: of naming a happening, by the learned finder, in logarithms
    listed: bool = True  #: whether the lexicon has its cue

    @property
    def name(self) -> Token:
        """The word that names the happening."""
        return self.noun if self.noun is not None else self.token


@cache
def _keys() -> dict[tuple[int, int], tuple[Cue, ...]]:
    found = lexicon()
    parts = ((_VERB, found.verbs), (_NOUN, found.nouns), (_ADJ, found.adjectives))
    return {(pos, get_string_id(lemma)): cues for pos, table in parts for lemma, cues in table.items()}


@cache
def _lemmas() -> dict[int, frozenset[int]]:
    by_pos: dict[int, set[int]] = {}
    for pos, lemma in _keys():
        by_pos.setdefault(pos, set()).add(lemma)
    by_pos[_AUX] = {get_string_id(word) for word in OBLIGATIONS}
    return {pos: frozenset(lemmas) for pos, lemmas in by_pos.items()}


def candidates(doc: Doc) -> list[int]:
    """Indexes of the tokens whose lemma has a cue for their part of speech: the only pass over all tokens."""
    if not len(doc):
        return []
    found: list[int] = []
    table = doc.to_array(["POS", "LEMMA"])
    for pos, lemmas in sorted(_lemmas().items()):
        at = np.flatnonzero(table[:, 0] == pos)
        found += [i for i, lemma in zip(at.tolist(), table[at, 1].tolist(), strict=True) if lemma in lemmas]
    return sorted(found)


def in_sentence(sentence: Span, indexes: list[int]) -> list[Trigger]:
    """The triggers of one sentence, in order; ``indexes`` are the candidates of its Doc."""
    inside = indexes[bisect_left(indexes, sentence.start) : bisect_left(indexes, sentence.end)]
    return triggers(sentence, inside) if inside else []


def triggers(sentence: Span, indexes: list[int]) -> list[Trigger]:
    """The triggers of one sentence, in order; ``indexes`` are its candidates."""
    doc = sentence.doc
    matches: dict[int, Match] = {}
    for i in indexes:
        token = doc[i]
        if token.pos == _AUX:
            words = demand(token.head)
            if words is not None:
                matches[words[0].i] = Match(DEMAND, words)
            continue
        if token.dep_ in _MODIFIERS or i in matches or _asks_only(token) or _says_nothing(token):
            continue
        if gives_a_name(token):
            continue
        found = best_match(token, _keys()[(token.pos, token.lemma)])
        if found is not None and found.cue.type != IDIOM:
            matches[i] = found
    chosen = _carried(doc, matches)
    consumed = {word.i for trigger in chosen.values() for word in trigger.words}
    kept: dict[int, Trigger] = {}
    contents: dict[int, Cue] = {}
    for i, trigger in sorted(chosen.items()):
        outer = within(trigger, chosen)
        if outer is not None:
            contents.setdefault(outer.token.i, trigger.cue)
        elif i in consumed:
            kept[i] = trigger
    return _without_repeats([replace(t, content=contents.get(i)) for i, t in kept.items()])


def is_nothing(token: Token) -> bool:
    """Whether its words are known to name no happening: an idiom, sport, silence, a question, a name that is given."""
    if _asks_only(token) or _says_nothing(token) or gives_a_name(token):
        return True
    found = best_match(token, _keys().get((token.pos, token.lemma), ()))
    return found is not None and found.cue.type == IDIOM


def _says_nothing(token: Token) -> bool:
    """Whether somebody only keeps silent: "declined to comment"."""
    silences = word_lists("light")["silences"]
    return token.lemma_ in _REFUSING and any(c.dep_ == "xcomp" and c.lemma_ in silences for c in token.children)


def _asks_only(token: Token) -> bool:
    """Whether nothing is demanded: "asked about the talks", "asked whether", "insists that it is"."""
    if token.lemma_ in _INSISTING:  # "insists that it is open" claims and demands nothing
        return any(c.dep_ == "ccomp" and c.tag_ in ("VBZ", "VBP", "VBD") for c in token.children)
    if token.lemma_ in word_lists("light")["opining"]:  # "agree that it is grave" is of one opinion
        return any(c.dep_ == "ccomp" and _is_present(c) for c in token.children)
    if token.lemma_ in _REQUESTING and any(o.lemma_ in _OF_REPORT for _, o in preps(token, "for")):
        return True  # the report's own: "did not answer a request for comment"
    if token.lemma_ not in _ASKING:
        return token.dep_ == "oprd" and token.pos == _NOUN
    if token.dep_ == "advcl" and token.tag_ == "VBN":
        return True
    return any(
        (c.dep_ == "prep" and c.lower_ in _TOPICS)
        or (c.dep_ == "ccomp" and any(m.lower_ in _WHETHER for m in c.children))
        for c in token.children
    )


def _is_present(verb: Token) -> bool:
    """Whether a clause says what is, not what will or should be."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    first = helpers[0] if helpers else verb
    return first.tag_ in ("VBZ", "VBP")


def _carried(doc: Doc, matches: dict[int, Match]) -> dict[int, Trigger]:
    """Triggers by index; a noun that a light verb carries becomes one trigger with it."""
    chosen: dict[int, Trigger] = {}
    taken: set[int] = set()
    for i, match in sorted(matches.items()):
        token = doc[i]
        if token.pos == _NOUN:
            continue
        chosen[i] = Trigger(token, match.cue, match.words, heads=match.heads)
        taken.update(word.i for word in match.words if word.i != i)
    for i, match in sorted(matches.items()):
        token = doc[i]
        if token.pos != _NOUN or i in taken:
            continue
        verb = carrier(token)
        if verb is None:
            chosen[i] = Trigger(token, match.cue, match.words, heads=match.heads)
        elif verb.i not in chosen or not chosen[verb.i].heads:
            words = tuple(sorted({verb, *match.words}, key=lambda t: t.i))
            chosen[verb.i] = Trigger(verb, match.cue, words, noun=token, heads=(token,))
    return chosen


def unlisted(token: Token, type_: str, odds: float) -> Trigger:
    """What only the learned finder takes for a happening, with the light verb that carries it."""
    cue = Cue(type_, None, token.lemma_.lower())
    verb = carrier(token) if token.pos == _NOUN else None
    if verb is None:
        return Trigger(token, cue, (token,), odds=odds, listed=False)
    return Trigger(verb, cue, tuple(sorted((verb, token), key=lambda t: t.i)), token, (token,), odds=odds, listed=False)


def carrier(noun: Token) -> Token | None:
    """The light verb that carries a noun: "hold talks", "sanctions imposed by", "engage in talks"."""
    light = word_lists("light")
    measures = word_class("en/clauses", "measures")
    if noun.dep_ == "pobj" and noun.head.lower_ in OF and noun.head.head.lemma_ in measures:
        noun = noun.head.head  # "a new round of talks", "ten days of exercises"
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and head.lemma_ in light["carriers"] and not gives_a_name(head):
        return head
    if noun.dep_ == "pobj" and head.lower_ in _INTO and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ == "VERB" and governor.lemma_ in light["engaging"]:
            return governor
    for c in noun.children:
        if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in light["carriers"]:
            return c
    return None


def within(trigger: Trigger, chosen: dict[int, Trigger]) -> Trigger | None:
    """The trigger that promises, demands, rejects or praises what this one names, if any."""
    at = trigger.token
    if trigger.noun is not None and at.dep_ == "acl":
        at = trigger.noun
    if trigger.cue.type == "CONSULT" and at.tag_ == "VB" and at.dep_ in ("advcl", "xcomp", "acl"):
        outer = chosen.get(at.head.i)  # "met to discuss the dam": one meeting
        if outer is not None and outer.cue.type == "CONSULT":
            return outer
    for _ in range(_STEPS):
        if at.dep_ not in _COMPLEMENTS:
            return None
        if at.dep_ == "conj" and (at.pos_ == "VERB" and at.head.i in chosen):
            return None
        if at.dep_ == "acl" and at.tag_ != "VB":
            return None
        if at.dep_ == "prep" and at.lower_ not in _OBLIQUE:  # "during their talks" is no part of what was refused
            return None
        at = at.head
        outer = chosen.get(at.i)
        if outer is not None and outer is not trigger:
            if trigger.name in outer.words:
                return outer
            if outer.cue.type in SPEECH:
                return None if outer.cue.type in _FACTIVE and is_definite(trigger.name) else outer
    return None


def _without_repeats(found: list[Trigger]) -> list[Trigger]:
    seen: set[int] = set()
    kept = []
    for trigger in found:
        if trigger.name.i not in seen:
            seen.add(trigger.name.i)
            kept.append(trigger)
    return kept
