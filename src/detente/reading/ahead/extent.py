"""The words of a plan: from who does it to the end of what is done, without the clauses that merely hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.ahead.cues import plan_words
from detente.reading.english.labels import AUXILIARIES, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.ahead.plans import Plan

_BREAKS = frozenset({";", ":", "--", "—"})
_LONGEST = 180  # characters


def extent(plan: Plan) -> tuple[int, int]:
    """The tokens of a plan, from its doer's first to the last of what is done."""
    head = plan.head
    if head.pos_ == "NOUN":
        first = min((c.i for c in head.lefts if c.dep_ not in ("punct", "cc", "relcl")), default=head.i)
        if plan.doer.i < first:  # "awaits a ruling by the court on Friday"
            return plan.doer.i, max(_end(head), _end(plan.doer))
        return first, _end(head)
    start = min([head.i, *(c.i for c in head.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod"))])
    if head.dep_ == "conj":  # "will land and meet …": a joined deed without the one before it
        return start, _end(head)
    start = min(start, plan.doer.i, *(c.i for c in plan.doer.children if c.dep_ in AUXILIARIES))
    subject = next((c for c in plan.doer.children if c.dep_ in SUBJECTS and c.i < start), None)
    end = _end(head)
    if subject is None:
        return start, end
    first = subject.left_edge.i
    if head.doc[first:end].text.strip() and len(head.doc[first:end].text) > _LONGEST:
        first = start
    elif any(c.dep_ in ("relcl", "appos", "acl") for c in subject.children):
        # "Mr Roa, who will chair it, is to …": who does it, without what is told of him
        first = subject.left_edge.i if len(head.doc[first:start].text) <= _LONGEST // 2 else start
    return first, end


def _end(head: Token) -> int:
    """Where it ends: before the first clause on its right that only hangs on it."""
    doc, end = head.doc, head.right_edge.i + 1
    for token in doc[head.i + 1 : end]:
        if token.i >= end:
            break
        if not _within(token, head):
            continue
        if token.dep_ == "punct":
            end = min(end, token.i) if token.text in _BREAKS else end
        elif _hangs(token, head):
            end = min(end, token.left_edge.i)
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while end > head.i + 1 and len(doc[head.i : end].text) > _LONGEST:
        cut = next((i for i in range(end - 1, head.i, -1) if doc[i].dep_ in ("prep", "punct", "cc")), head.i + 1)
        end = max(cut, head.i + 1)
    return end


def _hangs(clause: Token, head: Token) -> bool:
    """Whether a clause only hangs on what is done: it says neither what nor when."""
    first = clause.left_edge.i
    if clause.dep_ == "ccomp":
        return first > head.i + 1 and head.doc[first - 1].is_punct
    if clause.dep_ == "advcl":
        return not _says_when(clause)
    if clause.dep_ == "conj":
        return clause.head.i == head.i and clause.pos_ in VERBAL
    return clause.dep_ in ("relcl", "parataxis")


def _within(token: Token, head: Token) -> bool:
    return any(up.i == head.i for up in token.ancestors)


def _says_when(clause: Token) -> bool:
    return any(
        c.dep_ in ("mark", "advmod") and c.lower_ in plan_words().when and c.i < clause.i for c in clause.children
    )
