"""Whether something happened, goes on, is to come, may come or did not come, and the word that says so.

Tense, modal verbs, negation and conditions speak for verbs; what governs an infinitive or a gerund, and what modifies
or carries a noun, for those. What one word says by itself is in ``signs``, its words in ``reality``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import words
from detente.reading.english.clauses import MEASURES, MEASURING, OF, is_aside, is_definite, parted
from detente.reading.english.labels import ACTIVE_SUBJECTS
from detente.reading.english.reality import MODIFYING, REALITY
from detente.reading.english.signs import condition, is_negotiated, made_of, negation, says
from detente.reading.english.stems import stem_of
from detente.reading.english.unreal import unreal

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Status

_STEPS = 6


class Ruling(NamedTuple):
    """A status and the word that it rests on, if any."""

    status: Status
    cue: Token | None = None


_OCCURRED = Ruling("occurred")


def status_of(token: Token, steps: int = _STEPS) -> Ruling:
    """The status of the happening that a verb or noun (or "ready", "due") names."""
    if steps <= 0:
        return _OCCURRED
    if (found := unreal(token)) is not None:
        return Ruling(found.status, found.cue)
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, steps)
    if token.pos_ == "ADJ":
        return _of_verb(token.head, steps) if token.head.pos_ in ("VERB", "AUX") else _OCCURRED
    return _of_noun(token, steps)


def _of_verb(verb: Token, steps: int) -> Ruling:
    waits = condition(verb)  # "if Kenya does not withdraw": whether it will is open
    if waits is not None:
        return Ruling("hypothetical", waits)
    denial = negation(verb)
    if denial is not None:
        return Ruling("denied", denial)
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not auxiliaries and (apart := parted(verb)) is not None:
        auxiliaries = [apart[1]]
    for aux in auxiliaries:
        word = aux.lower_
        if word in REALITY.future:
            return _future(verb, aux)
        if word in REALITY.would:
            return _would(verb, aux)
        if word in REALITY.modal and aux.tag_ == "MD":
            return Ruling("hypothetical", aux)
        if aux.tag_ == "TO":
            return _infinitive(verb, steps)
    if verb.dep_ == "conj" and not auxiliaries and verb.head.pos_ in ("VERB", "AUX") and not _own_subject(verb):
        return status_of(verb.head, steps - 1) if verb.tag_ == verb.head.tag_ or verb.tag_ == "VB" else _OCCURRED
    if verb.tag_ in ("VBG", "VBN") and not auxiliaries:
        return _participle(verb, steps)
    stem = stem_of(verb)
    if stem is not None:
        return Ruling(stem.status, stem.cue)
    if verb.tag_ == "VB" and not auxiliaries:
        if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in REALITY.same:
            return _governed(verb.head, steps, "occurred")  # "helped raise the wreck"
        return Ruling("hypothetical", verb.head if verb.head.i != verb.i else None)
    return _finite(verb, auxiliaries, steps)


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in ACTIVE_SUBJECTS or c.dep_ == "nsubjpass" for c in verb.children)


def _future(verb: Token, aux: Token) -> Ruling:
    for c in verb.children:
        if c.dep_ == "advmod" and c.lower_ in REALITY.doubt:
            return Ruling("hypothetical", c)
        if c.dep_ == "advcl" and c.i != verb.i:
            waits = condition(c)
            if waits is not None:
                return Ruling("hypothetical", waits)
    above = _condition_above(verb)
    return Ruling("hypothetical", above) if above is not None else Ruling("scheduled", aux)


def _condition_above(verb: Token) -> Token | None:
    """What doubts it: "whether he will", "doubts that he will"."""
    head = verb.head
    if verb.dep_ == "ccomp" and head.lemma_ in REALITY.hypothetical and not says(head):
        return head
    return None


def _would(verb: Token, aux: Token) -> Ruling:
    """After "said", "would" is the future seen from then; elsewhere, and with a condition, it is open."""
    for c in verb.children:
        if c.dep_ == "advcl" and condition(c) is not None:
            return Ruling("hypothetical", aux)
        if c.dep_ == "prep" and c.lower_ in REALITY.supposing:
            return Ruling("hypothetical", aux)
    head = verb.head
    if verb.dep_ == "conj":
        return (
            status_of(head, 2) if any(c.lower_ in REALITY.would for c in head.children) else Ruling("hypothetical", aux)
        )
    if (
        verb.dep_ == "ccomp"
        and says(head)
        and not any(c.lower_ in REALITY.modal or c.lower_ in REALITY.would for c in head.children)
    ):
        return Ruling("scheduled", aux)
    return Ruling("hypothetical", aux)


def _governed(governor: Token, steps: int, default: Status) -> Ruling:
    """The status that a governor's word and its own status give to what it governs."""
    listed = made_of(governor)
    own = status_of(governor, steps - 1)
    if governor.lemma_ in REALITY.same and listed is None:
        return own
    if listed is None:
        return Ruling(default, governor) if own.status in ("occurred", "ongoing") else own
    if listed == "denied":
        return Ruling("occurred", own.cue) if own.status == "denied" else Ruling("denied", governor)
    if own.status == "denied":
        return own
    if own.status in ("hypothetical", "scheduled"):
        return own
    return Ruling(listed, governor)


def _infinitive(verb: Token, steps: int) -> Ruling:
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return status_of(head, steps - 1)
    if head.i == verb.i:
        return Ruling("hypothetical")
    if head.lemma_ in REALITY.copula and dep in ("xcomp", "ccomp", "advcl"):
        if (waits := condition(head)) is not None:
            return Ruling("hypothetical", waits)  # "even if Kenya were to withdraw"
        noun = next((c for c in head.children if c.dep_ in ("attr", "acomp", "nsubj") and made_of(c)), None)
        return _governed(noun, steps, "scheduled") if noun is not None else Ruling("scheduled", head)
    if head.lemma_ in REALITY.going and head.tag_ == "VBG":
        own = status_of(head, steps - 1)
        return Ruling("scheduled", head) if own.status in ("ongoing", "occurred") else own
    if head.lemma_ in REALITY.having and dep == "xcomp":
        past = head.tag_ in ("VBD", "VBN") and negation(head) is None  # "had to flee" did so
        return status_of(head, steps - 1) if past else Ruling("hypothetical", head)
    if dep in ("acl", "relcl") and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN"):
        return Ruling("scheduled", verb)  # a headline: "Ministers to meet"
    if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN"):
        if any(c.lower_ in REALITY.ranks for c in head.children):
            return _OCCURRED
        return _governed(head, steps, "hypothetical")
    if dep == "advcl" and head.pos_ == "VERB" and made_of(head) is None:
        return Ruling("hypothetical", head)  # what something is done for
    return _governed(head, steps, "hypothetical")


def _participle(verb: Token, steps: int) -> Ruling:
    head, dep = verb.head, verb.dep_
    if dep == "csubj" and is_aside(verb):
        dep = "advcl"
    if dep == "pcomp":
        return _after_preposition(verb, head, steps)
    if dep in ("xcomp", "ccomp", "dobj", "nsubj", "csubj", "pobj") and head.i != verb.i:
        if dep == "pobj":
            return _after_preposition(verb, head, steps)
        return _governed(head, steps, "occurred") if dep != "ccomp" or verb.tag_ == "VBG" else _finite(verb, [], steps)
    if dep == "advcl" and verb.tag_ == "VBG":
        own = status_of(head, steps - 1)
        return own if own.status in ("scheduled", "hypothetical") else _OCCURRED
    if dep == "conj":
        return status_of(head, steps - 1)
    return _OCCURRED


def _after_preposition(token: Token, prep: Token, steps: int) -> Ruling:
    word, governor = prep.lower_, prep.head
    if word in REALITY.lacking or (word in OF and governor.lower_ in REALITY.short):
        return Ruling("denied", prep)
    if governor.i == prep.i:
        return _OCCURRED
    if prep.dep_ == "prep" and governor.dep_ == "prep":  # "out of", "because of"
        governor = governor.head
    if is_negotiated(token, governor):
        own = status_of(governor, steps - 1)
        return own if own.status in ("denied", "scheduled") else Ruling("hypothetical", governor)
    listed = made_of(governor)
    if listed is not None and word in REALITY.about:
        if listed == "denied" and governor.pos_ == "VERB" and word not in REALITY.kept_from:
            return _OCCURRED
        if listed == "scheduled" and governor.pos_ == "VERB" and word in REALITY.beside:
            return _OCCURRED
        return _governed(governor, steps, "occurred")
    if governor.pos_ in ("VERB", "AUX") and word in REALITY.with_event:
        own = status_of(governor, steps - 1)
        if own.status in ("scheduled", "hypothetical") and (word in REALITY.about_only or not is_definite(token)):
            return own
        if own.status in ("scheduled", "hypothetical") and word in REALITY.along:
            return Ruling("hypothetical", prep) if word in REALITY.once else own
    if governor.lemma_ in MEASURES and word in MEASURING:
        return status_of(governor, steps - 1)  # "will give two million dollars in aid"
    if governor.pos_ in ("NOUN", "PROPN") and word in OF:
        return status_of(governor, steps - 1) if governor.lemma_ in REALITY.stages else _OCCURRED
    return _OCCURRED


def _finite(verb: Token, auxiliaries: list[Token], steps: int) -> Ruling:
    head = verb.head
    if verb.dep_ in ("acl", "ccomp") and head.pos_ == "NOUN" and head.lemma_ in REALITY.claims:
        denied = (
            head.dep_ == "dobj" and head.head.lemma_ in REALITY.denials and status_of(head.head, 2).status != "denied"
        )
        return Ruling("denied", head.head) if denied else Ruling("hypothetical", head)
    if verb.dep_ == "ccomp" and head.i != verb.i:
        if head.lemma_ in REALITY.denials and status_of(head, 2).status != "denied":
            return Ruling("denied", head)
        if head.lemma_ in REALITY.hypothetical and not says(head):
            return Ruling("hypothetical", head)
    present = verb.tag_ in ("VBZ", "VBP") or any(a.lower_ in REALITY.present for a in auxiliaries)
    till = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in REALITY.till), None)
    if present and till is not None and till.i < verb.i:
        return Ruling("hypothetical", till)  # "once the border opens" speaks of what is to come
    if (
        verb.dep_ == "advcl"
        and present
        and any(c.lower_ in REALITY.later for c in verb.children if c.dep_ in ("mark", "advmod"))
    ):
        own = status_of(head, steps - 1)
        if own.status in ("scheduled", "hypothetical"):
            return own
    if verb.tag_ == "VBG" and present:
        return _progressive(verb)
    if present and verb.lemma_ in REALITY.ongoing:
        return Ruling("ongoing", verb)
    return _OCCURRED


def _progressive(verb: Token) -> Ruling:
    for c in verb.children:
        if c.dep_ in ("npadvmod", "advmod", "prep"):
            for t in (c, *c.children):
                if t.lower_ in REALITY.soon:
                    return Ruling("scheduled", t)
    return Ruling("ongoing", verb)


def _of_noun(noun: Token, steps: int) -> Ruling:
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" and made_of(noun.head) == "denied":
        stopped = _of_argument(noun, noun.head, steps)
        if stopped.status == "denied":
            return stopped  # "cancelled the planned talks"
    for c in noun.children:
        if c.dep_ in ("det", "amod", "neg", "compound", "acl", "advmod"):
            word = c.lower_
            for status, modifiers in MODIFYING.items():
                if word in modifiers and c.dep_ != "acl":
                    return Ruling(status, c)
            if c.dep_ == "acl" and c.tag_ == "VBN" and (listed := made_of(c)) is not None:
                return Ruling(listed, c)
            if c.dep_ == "acl" and c.tag_ == "VB":
                return Ruling("hypothetical", c) if noun.lemma_ in REALITY.hypothetical else _OCCURRED
        elif c.dep_ == "relcl" and c.lemma_ in REALITY.same:
            return status_of(c, steps - 1)
    head, dep = noun.head, noun.dep_
    if head.i == noun.i:
        return _OCCURRED
    if dep == "conj":
        return status_of(head, steps - 1) if head.pos_ in ("NOUN", "PROPN") else _OCCURRED
    if dep == "pobj":
        return _after_preposition(noun, head, steps)
    if dep in ("dobj", "nsubjpass", "nsubj", "attr", "dative") and head.pos_ in ("VERB", "AUX"):
        return _of_argument(noun, head, steps)
    if dep == "appos":
        return status_of(head, steps - 1) if head.pos_ == "NOUN" else _OCCURRED
    return _OCCURRED


def _of_argument(noun: Token, verb: Token, steps: int) -> Ruling:
    own = status_of(verb, steps - 1)
    light = verb.lemma_ in REALITY.same or verb.lemma_ in words("en/events/light", "carriers")
    if (light and made_of(verb) is None) or noun.dep_ == "attr":
        return own
    told = noun.dep_ in ("dobj", "dative") and any(c.dep_ == "ccomp" and c.i > noun.i for c in verb.children)
    hears = told and verb.lemma_ in REALITY.heard  # "told a meeting that"
    listed = made_of(verb) if noun.dep_ != "nsubj" and not hears else None
    if listed == "denied":
        if own.status == "denied":
            return _OCCURRED
        return Ruling("denied", verb) if own.status != "hypothetical" else own
    if listed is not None and not (is_definite(noun) and listed == "scheduled" and verb.lemma_ in REALITY.announcing):
        return own if own.status == "denied" else Ruling(listed, verb)
    if own.status in ("scheduled", "hypothetical") and not is_definite(noun):
        return own
    return _OCCURRED
