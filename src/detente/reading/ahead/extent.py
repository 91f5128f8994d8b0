"""The words of a plan: from who does it to the end of what is done, without the clauses that merely hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.ahead.cues import plan_words
from detente.reading.english.clauses import antecedent
from detente.reading.english.labels import AUXILIARIES, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.ahead.plans import Plan

_BREAKS = frozenset({";", ":", "--", "—"})
_BEFORE = frozenset({"det", "poss", "amod", "compound", "nmod"})
_OF_PART = SUBJECTS | {"det", "amod"}  # the parser may take "the first" for a modifier of "withdrawing"
_LONGEST = 180  # characters


def extent(plan: Plan) -> tuple[int, int]:
    """The tokens of a plan, from its doer's first to the last of what is done."""
    head = plan.head
    if head.pos_ == "NOUN":
        first = min((c.i for c in head.lefts if c.dep_ not in ("punct", "cc", "relcl")), default=head.i)
        if plan.doer.i < first:  # "Chile awaits a ruling by the court on Friday"
            topic = next((c for c in plan.doer.children if c.dep_ in SUBJECTS and c.i < plan.doer.i), plan.doer)
            last = max(end(head), end(plan.doer))
            whole = topic.left_edge.i if _is_short(head.doc, topic.left_edge.i, last) else plan.doer.i
            return whole, last
        return first, end(head)
    if plan.doer.pos_ == "NOUN" and plan.doer.i < head.i:  # "the decision of Peru to leave the treaty"
        return min((c.left_edge.i for c in plan.doer.lefts if c.dep_ in _BEFORE), default=plan.doer.i), end(head)
    start = min([head.i, *(c.i for c in head.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod"))])
    if head.dep_ == "conj":  # "will land and meet …": a joined deed without the one before it
        return start, end(head)
    start = min(start, plan.doer.i, *(c.i for c in plan.doer.children if c.dep_ in AUXILIARIES))
    subject = next((c for c in plan.doer.children if c.dep_ in SUBJECTS and c.i < start), None)
    last = end(head)
    if subject is None:
        return start, last
    first = subject.left_edge.i
    told_of = antecedent(subject)
    if told_of.i < first and _is_short(head.doc, told_of.left_edge.i, last):
        return told_of.left_edge.i, last  # "a truce that would take effect on Saturday"
    if head.doc[first:last].text.strip() and not _is_short(head.doc, first, last):
        first = start
    elif any(c.dep_ in ("relcl", "appos", "acl") for c in subject.children):
        # "Mr Roa, who will chair it, is to …": who does it, without what is told of him
        first = subject.left_edge.i if len(head.doc[first:start].text) <= _LONGEST // 2 else start
    return first, last


def _is_short(doc: Doc, start: int, end: int) -> bool:
    return len(doc[start:end].text) <= _LONGEST


def end(head: Token) -> int:
    """Where it ends: before the first clause on its right that only hangs on it."""
    doc, last = head.doc, head.right_edge.i + 1
    for token in doc[head.i + 1 : last]:
        if token.i >= last:
            break
        if not _within(token, head):
            continue
        if token.dep_ == "punct":
            last = min(last, token.i) if token.text in _BREAKS else last
        elif _hangs(token, head):
            last = min(last, token.left_edge.i)
    while last > head.i + 1 and (_is_loose(doc[last - 1]) or doc[last - 1].dep_ == "cc"):
        last -= 1
    while last > head.i + 1 and len(doc[head.i : last].text) > _LONGEST:
        cut = next((i for i in range(last - 1, head.i, -1) if doc[i].dep_ in ("prep", "punct", "cc")), head.i + 1)
        last = max(cut, head.i + 1)
    return _closed(doc, head.i, last)


def _closed(doc: Doc, first: int, last: int) -> int:
    """The end with the quotation mark that closes what is quoted, where it stands next."""
    if sum(token.is_quote for token in doc[first:last]) % 2:
        return next((token.i + 1 for token in doc[last : last + 2] if token.is_quote), last)
    return last


def _is_loose(token: Token) -> bool:
    return bool(token.is_space or (token.is_punct and not token.is_right_punct))


def _hangs(clause: Token, head: Token) -> bool:
    """Whether a clause only hangs on what is done: it says neither what nor when."""
    first = clause.left_edge.i
    if clause.dep_ == "ccomp":
        return first > head.i + 1 and head.doc[first - 1].is_punct
    if clause.dep_ == "advcl":
        return not _says_when(clause)
    if clause.dep_ == "prep" and is_part(clause):
        return True
    if clause.dep_ == "conj":
        return clause.head.i == head.i and clause.pos_ in VERBAL
    return clause.dep_ in ("relcl", "parataxis")


def is_part(prep: Token) -> bool:
    """Whether "with" tells by when parts of it are due: "in stages, with the first withdrawing by May"."""
    if prep.lower_ not in plan_words().beside:
        return False
    for c in prep.children:
        if c.dep_ == "pcomp" and any(s.dep_ in _OF_PART for s in c.lefts):
            return True
        named = plan_words().parts & {c.lower_, *(word.lower_ for word in c.lefts)}
        if c.dep_ == "pobj" and named:
            return True
    return False


def _within(token: Token, head: Token) -> bool:
    return any(up.i == head.i for up in token.ancestors)


def _says_when(clause: Token) -> bool:
    return any(
        c.dep_ in ("mark", "advmod") and c.lower_ in plan_words().when and c.i < clause.i for c in clause.children
    )
