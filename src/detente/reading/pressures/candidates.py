"""A sentence -> what may be pressures in it: each cue of the table with the two stretches that it joins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from detente.model.items import Pressing
from detente.reading.pressures.lexicon import Connective, lexicon
from detente.reading.pressures.spans import Stretch, clause_of, trimmed, whole, without

Kind = Literal["cause", "condition", "purpose", "verb", "participle", "noun"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_OBJECTS = ("dobj", "pobj", "ccomp", "xcomp", "pcomp", "oprd")
_VERBS = ("VERB", "AUX")
_COMPLETING = ("xcomp", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two stretches of a sentence and the cue that joins them, as tokens; ``at`` is the cue's own token."""

    kind: Kind
    at: Token
    cue: Stretch
    cause: Stretch
    effect: Stretch
    cause_head: Token
    effect_head: Token
    direction: Pressing
    words: str  #: of the cue, as the table has it


def candidates(sentence: Span) -> list[Candidate]:
    """The candidates of a sentence, by the place of their cues."""
    found: list[Candidate] = []
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken:
            continue
        connective = _connective(token, sentence)
        if connective is not None:
            joined = _joined(token, connective)
            if joined is not None:
                found.append(joined)
                taken.update(range(*joined.cue))
                continue
        if token.pos_ in _VERBS:
            found += _of_verb(token)
        elif token.pos_ == "NOUN":
            found += _of_noun(token)
    return [each for each in found if _told(each.cause, each.cause_head) and _told(each.effect, each.effect_head)]


def _told(stretch: Stretch, head: Token) -> bool:
    """Whether words tell something: not "it" alone."""
    length = stretch[1] - stretch[0]
    return length > 1 or (length == 1 and head.pos_ != "PRON")


def _connective(token: Token, sentence: Span) -> Connective | None:
    length = lexicon().phrases.at(token.doc, token.i, sentence.end)
    if not length:
        return None
    return lexicon().connectives[" ".join(word.lower_ for word in token.doc[token.i : token.i + length])]


def _joined(token: Token, connective: Connective) -> Candidate | None:
    """A connective's candidate: what it opens, and the clause that this hangs on."""
    doc = token.doc
    last = doc[token.i + len(connective.words) - 1]
    opened = _opened(token, last)
    if opened is None or (connective.clausal and opened.dep_ not in ("advcl", "ccomp", "relcl", "acl")):
        return None
    if connective.side == "cause" and last.dep_ == "aux":
        return None  # "due to expire"
    part = opened if opened.dep_ in ("advcl", "acl", "xcomp", "relcl") else token
    if part.head.i in range(token.i, last.i + 1):
        part = token  # "in order to": the clause hangs on the cue's own noun
    host = clause_of(part) if part.head != part else None
    if host is None or host == opened or _inside(host, opened):
        return None
    if connective.side == "purpose" and (host.pos_ not in (*_VERBS, "NOUN") or _completes(token, last, opened)):
        return None
    if not _fits(token, opened):
        return None
    inner = trimmed((max(whole(opened)[0], last.i + 1), whole(opened)[1]), opened, lexicon().opening)
    outer = trimmed(without(host, part), host)
    cue = (token.i, last.i + 1)
    if connective.side == "purpose":
        return _towards(connective, token, cue, host, outer, opened, inner)
    kind: Kind = connective.side
    return Candidate(kind, token, cue, inner, outer, opened, host, connective.direction, " ".join(connective.words))


def _completes(first: Token, last: Token, opened: Token) -> bool:
    """Whether a "to" is no purpose: before a noun, or what a word lacks without it ("want to", "force it to")."""
    if last.lower_ not in lexicon().infinitive:
        return False
    words, above = lexicon(), opened.head.lemma_.lower()
    if last.tag_ != "TO" or opened.lower_ in words.idioms:
        return True
    return first.i == last.i and opened.dep_ in _COMPLETING and (above in words.completed or above in words.verbs)


def _fits(token: Token, opened: Token) -> bool:
    """Whether a cue of many uses has that of a cause: "fined for", "won by waiting"."""
    words, lower = lexicon(), token.lower_
    if lower in words.verbal and token.head.pos_ not in _VERBS:
        return False
    return lower not in words.gerund or opened.dep_ == "pcomp"


def _opened(first: Token, last: Token) -> Token | None:
    """The head of the phrase or clause that a connective opens."""
    if last.dep_ in ("mark", "aux") and last.head.pos_ in _VERBS and last.head.i > last.i:
        return (
            last.head
            if last.dep_ == "mark" or (last.head.tag_ == "VB" and last.lower_ in lexicon().infinitive)
            else None
        )
    for token in (last, first):
        for child in token.rights:
            if child.dep_ in ("pobj", "pcomp", "xcomp") and child.i > last.i:
                return child
    if first.dep_ in ("advmod", "prep") and first.lower_ in lexicon().alone:
        return None
    if last.dep_ == "advmod" and last.head.dep_ == "advcl" and last.head.i > last.i:
        return last.head
    return None


def _inside(token: Token, head: Token) -> bool:
    return head.left_edge.i <= token.i <= head.right_edge.i and head in (token, *token.ancestors)


def _towards(
    connective: Connective, token: Token, cue: Stretch, host: Token, outer: Stretch, opened: Token, inner: Stretch
) -> Candidate | None:
    """A purpose: the deed presses towards it, or, "to avert" something, against that."""
    if opened.dep_ not in ("advcl", "acl", "xcomp", "pcomp", "relcl", "pobj", "conj"):
        return None
    words = " ".join(connective.words)
    if opened.lemma_.lower() in lexicon().easing:
        averted = next((child for child in opened.rights if child.dep_ in ("dobj", "ccomp", "xcomp")), None)
        if averted is not None:
            return Candidate(
                "purpose", token, (cue[0], opened.i + 1), outer, trimmed(whole(averted), averted), host, averted,
                "hampers", words,
            )  # fmt: skip
    return Candidate("purpose", token, cue, outer, inner, host, opened, "promotes", words)


def _of_verb(verb: Token) -> Iterator[Candidate]:
    """A verb of pressing: its subject, or the clause whose participle it is, presses on its object."""
    lemma = verb.lemma_.lower()
    if lemma in lexicon().reasons and verb.tag_ == "VBG":
        yield from _of_reason(verb)
    direction = lexicon().verbs.get(lemma)
    if direction is None:
        return
    parts = {child.dep_: child for child in verb.children}
    needed = lexicon().needed.get(lemma)
    objects = [child for child in verb.rights if child.dep_ in _OBJECTS]
    if needed is not None and not any(
        child.lower_ in needed or child.dep_ in needed
        for child in verb.subtree
        if child.head == verb or child.head.head == verb
    ):
        return
    agent = parts.get("agent")
    if agent is not None or "nsubjpass" in parts:
        cause = next((c for c in agent.children if c.dep_ in ("pobj", "pcomp")), None) if agent is not None else None
        effect = parts.get("nsubjpass")
        if effect is None and verb.dep_ in ("acl", "relcl"):
            effect = verb.head
        if cause is not None and effect is not None:
            first = whole(effect) if effect != verb.head else without(effect, verb)
            yield Candidate(
                "verb", verb, _cue(verb), trimmed(whole(cause), cause), trimmed(first, effect), cause, effect,
                direction, lemma,
            )  # fmt: skip
        return
    cause, stretch = _cause(verb)
    if cause is None:
        return
    effect = _effect(verb, objects)
    if effect is None:
        return
    kind: Kind = "participle" if verb.dep_ == "advcl" else "verb"
    start, end = whole(effect)
    last = max([end, *(whole(each)[1] for each in objects if each.i > effect.i)])
    yield Candidate(
        kind, verb, _cue(verb), trimmed(stretch, cause), trimmed((start, last), effect), cause, effect,
        direction, lemma,
    )  # fmt: skip


def _of_reason(verb: Token) -> Iterator[Candidate]:
    """A participle that tells why: "they marched, demanding his release"; what is demanded presses."""
    wanted = _effect(verb, [child for child in verb.rights if child.dep_ in _OBJECTS])
    if wanted is None or verb.dep_ not in ("advcl", "acl") or verb.head == verb:
        return
    host = verb.head
    yield Candidate(
        "cause", verb, _cue(verb), trimmed(whole(wanted), wanted), trimmed(without(host, verb), host), wanted, host,
        "promotes", verb.lemma_.lower(),
    )  # fmt: skip


def _cause(verb: Token) -> tuple[Token | None, Stretch]:
    """What presses: the subject, the noun of a relative clause, the clause before a participle."""
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head, without(verb.head, verb)
    if subject is not None:
        return subject, whole(subject)
    head = verb.head
    if verb.dep_ in ("advcl", "acl") and verb.tag_ == "VBG" and head.pos_ in (*_VERBS, "NOUN", "PROPN"):
        return head, without(head, verb)
    if verb.dep_ in ("conj", "xcomp") and head.pos_ in _VERBS:
        return _cause(head)
    return None, (0, 0)


def _effect(verb: Token, objects: list[Token]) -> Token | None:
    direct = next((child for child in objects if child.dep_ == "dobj"), None)
    clause = next((child for child in objects if child.dep_ in ("ccomp", "xcomp", "oprd")), None)
    if direct is not None or clause is not None:
        return direct or clause
    for child in verb.rights:
        if child.dep_ in ("prep", "prt", "dative") and child.lower_ in lexicon().onto:
            return next((inner for inner in child.children if inner.dep_ in ("pobj", "pcomp")), None)
    return None


def _cue(verb: Token) -> Stretch:
    """The verb with its auxiliaries and adverbs before it: "could adversely affect"."""
    first = min(
        (c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass", "advmod", "neg") and verb.i - c.i <= 4), default=verb.i
    )
    return first, verb.i + 1


def _of_noun(noun: Token) -> Iterator[Candidate]:
    """Join the two sides of a noun: "A is the result of B", "the reason for A is B", "a threat to A"."""
    lemma = noun.lemma_.lower()
    words = lexicon()
    if lemma not in words.cause_of and lemma not in words.effect_of:
        return
    other = next((i for c in noun.rights if c.dep_ == "prep" for i in c.children if i.dep_ in ("pobj", "pcomp")), None)
    verb = noun.head
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS and c != noun), None)
    if other is None or subject is None or verb.pos_ not in _VERBS or noun.dep_ != "attr":
        return
    one, two = trimmed(whole(subject), subject), trimmed(whole(other), other)
    cue = (noun.i, other.left_edge.i)
    direction: Pressing = "hampers" if lemma in words.hampering else "promotes"
    if lemma in words.cause_of:
        yield Candidate("noun", noun, cue, two, one, other, subject, direction, lemma)
    else:
        yield Candidate("noun", noun, cue, one, two, subject, other, direction, lemma)
