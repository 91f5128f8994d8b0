"""The words of an event: the trigger with its object, who does it to whom, and the clause that it stands in.

In: a trigger. Out: ``what`` ("has brought a case at the tribunal"), ``clause`` (its subject before it) as words of the
report, in several pieces where others stand between; the tokens of the whole clause, for evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model.words import Words
from detente.reading.english.clauses import OF
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from detente.reading.events.triggers import Trigger

_GAP = 4  # tokens from one word of a trigger to the next; an object that stands further off is left out
_LONGEST = 60  # tokens of a clause given as evidence
_WHOLE = 14  # tokens of a trigger with its object
_OBJECTS = frozenset({"dobj", "dative", "prt", "attr", "oprd", "acomp"})
_MORE = _OBJECTS | {"prep", "agent", "xcomp"}  # what a clause has besides
_OUTSIDE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "npadvmod", "parataxis"})
_TIMES = frozenset({"DATE", "TIME"})


def what_of(text: str, trigger: Trigger) -> Words:
    """The trigger with its object."""
    core = {trigger.token, trigger.name, *_verb_group(trigger.token)}
    words = {
        w for w in trigger.words if w not in trigger.heads or w.i > trigger.token.i or trigger.token.dep_ == "acl"
    } | core
    words |= set(_with_object(trigger, _OBJECTS))
    pieces = _pieces(sorted(words, key=lambda t: t.i))
    return Words.pieces(text, [_span(piece) for piece in pieces if core.intersection(piece)])


def clause_of(text: str, trigger: Trigger, what: Words) -> Words:
    """Who did what to whom: the subject, where one stands in the clause, and the trigger with its object."""
    spans = list(what.spans or ((what.start, what.end),))
    if rest := sorted(_with_object(trigger, _MORE), key=lambda t: t.i):
        spans += [_span(piece) for piece in _pieces(rest)]
    actor = next((c for c in trigger.token.lefts if c.dep_ in ACTIVE_SUBJECTS | PASSIVE_SUBJECTS), None)
    if actor is not None and actor.idx < what.start:
        spans.insert(0, _span(sorted({actor, *_phrase(actor, actor.left_edge.i)}, key=lambda t: t.i)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : max(start, joined[-1][1])].strip():
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return Words.pieces(text, joined)


def _with_object(trigger: Trigger, wanted: frozenset[str]) -> Iterator[Token]:
    """What follows the trigger and belongs to it, up to the first clause, comma or date."""
    last = max(trigger.token.i, trigger.name.i)
    for head in dict.fromkeys((trigger.token, trigger.name)):
        for c in head.rights:
            of = c.lower_ in OF and head.pos_ == "NOUN"
            if (c.dep_ not in wanted and not of) or _is_time(c):
                if c.dep_ == "advmod" or c.i < last:
                    continue
                break
            yield from _phrase(c, last, last + _WHOLE)


def _phrase(head: Token, first: int, end: int | None = None) -> Iterator[Token]:
    """A head and what stands with it, without clauses and what is joined to it."""
    rows = [head]
    for t in rows:
        if first <= t.i < (end if end is not None else first + _WHOLE):
            if not t.is_space:
                yield t
            rows += [c for c in t.children if c.dep_ not in _OUTSIDE and not _is_time(c)]


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or (token.dep_ == "prep" and any(o.ent_type_ in _TIMES for o in token.children))


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = [[tokens[0]]]
    for token in tokens[1:]:
        if token.i - pieces[-1][-1].i > _GAP:
            pieces.append([token])
        else:
            pieces[-1].append(token)
    return pieces


def _span(tokens: list[Token]) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _verb_group(token: Token) -> list[Token]:
    """Auxiliaries and negation right before the verb: "has not signed"; a noun's possessive: "their talks"."""
    group = []
    at = token.i - 1
    wanted = ("aux", "auxpass", "neg") if token.pos_ in ("VERB", "AUX") else ("poss", "compound", "amod")
    for c in reversed(list(token.lefts)):
        if c.i == at and c.dep_ in wanted and c.left_edge.i == c.i:
            group.append(c)
            at -= 1
    return group


def clause_span(doc: Doc, trigger: Trigger) -> tuple[int, int]:
    """The tokens of the trigger's clause: its verb's subtree without the clauses joined to it by "and"."""
    head = trigger.token
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    start = min(head.left_edge.i, trigger.token.left_edge.i)
    end = max(head.right_edge.i, trigger.token.right_edge.i) + 1
    for c in head.children:
        if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > trigger.token.i:
            end = min(end, max(c.left_edge.i, trigger.token.i + 1))
    if end - start > _LONGEST:
        start, end = max(start, trigger.token.i - _LONGEST // 2), min(end, trigger.token.i + _LONGEST // 2)
    return _trimmed(doc, start, end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return start, end
