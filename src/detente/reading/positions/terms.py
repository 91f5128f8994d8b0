"""A candidate -> on what its stance depends: a stretch of tokens, the connective included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.english.phrases import Phrases
from detente.reading.positions.lexicon import term_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from detente.reading.positions.candidates import Candidate

Stretch = tuple[int, int]
_CLAUSES = ("advcl", "ccomp", "pcomp", "acl", "relcl", "conj", "ROOT")
_VERBAL = ("VERB", "AUX")
_POINTS = frozenset({",", ";", ":", ".", "-", "–", "—", '"', "“", "”", "'", "’", "''", "``", "!", "?", ")", "("})
_STEPS = 12
_AHEAD = frozenset({"demands", "wishes", "rejects"})  # codes: stances on what is to be


@dataclass(frozen=True, slots=True)
class Terms:
    """What a stance depends on, and what is said to follow."""

    condition: Stretch | None = None
    opener: str = ""  #: what opens the condition


def terms(one: Candidate, claim: Stretch, stance: str) -> Terms:
    """The first condition in or around a claim."""
    doc = one.head.doc
    found = [
        (opener, stretch)
        for at, opener in _openers(doc, _reach(one, claim))
        if (stretch := _extent(doc, at, opener, one, claim, stance)) is not None
    ]
    if not found:
        return Terms()
    weak = term_words().clauses.future | term_words().phrases.future
    opener, stretch = min(found, key=lambda each: (each[0] in weak, each[1]))
    return Terms(stretch, opener)


def _reach(one: Candidate, claim: Stretch) -> Stretch:
    """The tokens in which a condition of the claim may stand: those of its sentences."""
    doc = one.head.doc
    return min(doc[claim[0]].sent.start, claim[0]), max(doc[claim[1] - 1].sent.end, claim[1])


def _openers(doc: Doc, reach: Stretch) -> Iterator[tuple[int, str]]:
    """Where words stand that may open a condition; of those that begin together the longest."""
    known, at = _conditions(), reach[0]
    while at < reach[1]:
        length = known.at(doc, at, reach[1])
        if length:
            yield at, " ".join(token.lower_ for token in doc[at : at + length])
        at += length or 1


@cache
def _conditions() -> Phrases:
    known = term_words()
    return Phrases((*known.clauses.result, *known.clauses.other, *known.phrases.heads))


def _extent(doc: Doc, at: int, opener: str, one: Candidate, claim: Stretch, stance: str) -> Stretch | None:
    """The whole of what an opener begins, where the claim depends on it."""
    known = term_words()
    last = at + len(opener.split()) - 1
    opened = _opened(doc, at, last, opener)
    if opened is None:
        return None
    host = _host(at, last, opened)
    if host is None or not _depends(host, one, claim):
        return None
    if (opener in known.clauses.future or opener in known.phrases.future) and (
        not (stance in _AHEAD or _ahead(host)) or (one.cue is not None and host.i == one.cue.i)
    ):
        return None
    start, end = at, max(opened.right_edge.i + 1, last + 1)
    if doc[at].dep_ == "prep":
        end = max(end, doc[at].right_edge.i + 1)
    end = _with_conjuncts(doc, opened, end, claim[1])
    if start > 0 and doc[start - 1].lower_ in term_words().clauses.before:
        start -= 1
    if start <= one.head.i < end:
        return None
    return trimmed(doc, (start, end))


def _with_conjuncts(doc: Doc, opened: Token, end: int, last: int) -> int:
    """Where a condition of several clauses ends, however the parse hangs them: "unless it stops …, and frees …"."""
    for token in doc[end:last] if opened.pos_ in _VERBAL else ():
        joined = token.dep_ == "conj" and token.tag_ == opened.tag_ and child(token, "nsubj", "nsubjpass") is None
        if joined and token.i >= end:
            end = min(token.right_edge.i + 1, last)
    return end


def _opened(doc: Doc, first: int, last: int, opener: str) -> Token | None:
    """The verb or noun at the head of what an opener begins."""
    token = doc[first]
    if opener == "should":
        verb = token.head
        subject = child(verb, "nsubj", "nsubjpass", "expl")
        opens = token.dep_ == "aux" and verb.i > token.i and subject is not None and subject.i > token.i
        return verb if opens else None
    if token.dep_ == "mark" and token.head.i > last:
        return token.head
    if token.dep_ == "advmod" and token.head.i > last and token.head.dep_ in ("advcl", "relcl", "ccomp"):
        return token.head
    for each in doc[first : last + 1]:
        for c in each.rights:
            if c.i > last and c.dep_ in ("pobj", "pcomp", "ccomp", "acl", "advcl", "prep", "relcl"):
                return c
        if each.dep_ == "mark" and each.head.i > last:
            return each.head
        if each.dep_ in ("prep", "mark") and each.head.dep_ in ("advcl", "pcomp") and each.head.i > last:
            return each.head
    return None


def _host(first: int, last: int, opened: Token) -> Token | None:
    """What the condition hangs on: the first word above it outside of it."""
    at = opened
    for _ in range(_STEPS):
        if at.head.i == at.i:
            return None
        above = at.head
        if not first <= above.i <= last and not opened.left_edge.i <= above.i <= opened.right_edge.i:
            return above
        at = above
    return None


def _depends(host: Token, one: Candidate, claim: Stretch) -> bool:
    """Whether a condition's host is of the claim, or is the verb that the claim hangs on."""
    if claim[0] <= host.i < claim[1] or host.i == one.head.i:
        return True
    if one.event is not None:
        return host in (one.head, *one.head.ancestors)
    return one.cue is not None and host.i == one.cue.i


def _ahead(host: Token) -> bool:
    """Whether a clause is on what will, must or is not to be: there "until" and "before" are conditions."""
    at, none = host, term_words().clauses.none
    for _ in range(_STEPS):
        if any(c.dep_ in ("aux", "neg") and (c.tag_ == "MD" or c.dep_ == "neg" or c.tag_ == "TO") for c in at.children):
            return True
        if any(word.dep_ == "det" and word.lower_ in none for c in (at, *at.children) for word in c.children):
            return True
        if at.head.i == at.i or at.dep_ in ("ccomp", "relcl"):
            return False
        at = at.head
    return False


def trimmed(doc: Doc, stretch: Stretch) -> Stretch:
    """A stretch without marks at its edges."""
    start, end = stretch
    while start < end and (doc[start].text in _POINTS or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in _POINTS or doc[end - 1].is_space):
        end -= 1
    return start, end
