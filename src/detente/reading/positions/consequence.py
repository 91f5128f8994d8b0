"""A candidate, its stance and its condition -> what its party says will follow: the deed that it threatens, as tokens.

What follows is told without its connective and, where the party itself will do it, without "we will": "close the
border". What others will do or suffer is told with them: "the talks will end".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.english.labels import ACTIVE_SUBJECTS
from detente.reading.english.phrases import Phrases
from detente.reading.positions.clause_traits import SUBJECTS, is_own
from detente.reading.positions.lexicon import term_words
from detente.reading.positions.terms import Stretch, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.positions.candidates import Candidate


def consequence(one: Candidate, claim: Stretch, condition: Stretch | None, stance: str) -> Stretch | None:
    """What is said to follow: else, or, of a threat, if the condition is met; none where nothing is."""
    doc = one.head.doc
    if (otherwise := _otherwise(doc, claim) or _or_else(one.head)) is not None:
        return _without_saying(otherwise, one.cue)
    if stance != "threatens":
        return None
    rest = _main(claim, condition) if condition is not None else claim
    return _deed(one, _without_saying(rest, one.cue)) if rest[0] < rest[1] else None


def _otherwise(doc: Doc, claim: Stretch) -> Stretch | None:
    """What "or else", "otherwise" opens, up to the end of its sentence; of "or face" the verb stays."""
    known, kept = _alternatives(), term_words().consequences.verbs
    end = doc[claim[1] - 1].sent.end
    for at in range(claim[0] + 1, end):
        if length := known.at(doc, at, len(doc)):
            start = at + length
            return trimmed(doc, (start - 1 if doc[start - 1].lower_ in kept else start, end))
    return None


@cache
def _alternatives() -> Phrases:
    return Phrases(term_words().consequences.heads)


def _or_else(head: Token) -> Stretch | None:
    """The second of two clauses, where it is what will be: "leave the hill or we will shell it"."""
    alternatives = term_words().consequences.joined
    if not any(c.dep_ == "cc" and c.lower_ in alternatives for c in head.children):
        return None
    for clause in head.conjuncts:
        subject = child(clause, *SUBJECTS)
        if clause.i > head.i and subject is not None and any(c.tag_ == "MD" for c in clause.children):
            return trimmed(head.doc, (subject.left_edge.i, clause.right_edge.i + 1))
    return None


def _main(claim: Stretch, condition: Stretch) -> Stretch:
    """The claim without its condition: the longer of the parts that are left."""
    before, after = (claim[0], min(condition[0], claim[1])), (max(condition[1], claim[0]), claim[1])
    return before if before[1] - before[0] > max(after[1] - after[0], 0) else after


def _deed(one: Candidate, stretch: Stretch) -> Stretch:
    """A clause on the party itself without its subject and "will"."""
    head, (start, end) = one.head, trimmed(one.head.doc, stretch)
    if not start <= head.i < end:
        return start, end
    subject = child(head, *ACTIVE_SUBJECTS)
    if subject is not None and not (start <= subject.i < head.i and is_own(one, head)):
        return start, end
    last = subject.right_edge.i if subject is not None else -1
    before = [c.i for c in head.children if c.dep_ == "aux" and c.tag_ in ("MD", "TO") and start <= c.i < head.i]
    return max([start, *(at + 1 for at in (last, *before))]), end


def _without_saying(stretch: Stretch, cue: Token | None) -> Stretch:
    """A stretch without the clause of saying in it, "the minister said": the longer of the parts that are left."""
    start, end = stretch
    if cue is None or not start <= cue.i < end:
        return stretch
    subject = child(cue, *ACTIVE_SUBJECTS)
    first = min(cue.i, subject.left_edge.i if subject is not None else cue.i)
    last = max(cue.i, subject.right_edge.i if subject is not None else cue.i)
    before, after = (start, max(first, start)), (min(last + 1, end), end)
    kept = before if before[1] - before[0] > after[1] - after[0] else after
    return trimmed(cue.doc, kept) if kept[0] < kept[1] else stretch
