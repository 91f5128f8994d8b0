"""What the words around a date say of when the report was published."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from detente.knowledge.loader import words
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed

_NEAR = 8  # expressions looked at on either side of a year
_LONGEST = 9  # words of a constraint as it is shown
_CLIMB = 4
_BESIDE = ("DT", "JJ", "NN", "NNP", "PRP$", "POS")


def says(doc: Doc, expression: Expression, *, ahead: bool) -> str:
    """A constraint in a few words of the report: "the meeting on Feb. 16 is past", "expire on November 15: ahead"."""
    head = _head(doc, expression)
    start = expression.start
    while start > 0 and expression.start - start < 3 and doc[start - 1].tag_ in ("IN", "DT") and doc[start - 1].i:
        start -= 1
    noun = False
    if head is not None and head.i < expression.start and expression.end - head.i <= _LONGEST:
        noun = head.pos_ in ("NOUN", "PROPN")
        start = head.i
        while noun and start > expression.sentence and doc[start - 1].tag_ in _BESIDE:
            start -= 1
    words = " ".join(doc[start : expression.end].text.split())
    if ahead:
        return f"{words} is ahead" if noun else f"{words}: ahead"
    return f"{words} is past" if noun else f"{words}: past"


def set_up(doc: Doc, expression: Expression) -> bool:
    """Whether a participle told of as done governs the date: "a commission set up in 2000"."""
    head = _head(doc, expression)
    return (
        head is not None
        and head.tag_ in ("VBN", "VBD")
        and head.lower_ in listed("set_up")
        and head.i + 1 < len(doc)
        and head.nbor(1).lower_ not in listed("to_or_for")
    )


def _head(doc: Doc, expression: Expression) -> Token | None:
    """The noun or verb that the date hangs on."""
    at = doc[expression.start]
    for _ in range(_CLIMB):
        if not expression.start <= at.i < expression.end and at.pos_ in ("NOUN", "PROPN", "VERB", "AUX"):
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def new_figures(doc: Doc, expression: Expression, expressions: Sequence[Expression]) -> bool:
    """Whether a year is that of figures which the same sentence says have just come out."""
    if expression.year is None or len(expression.year) != 4:
        return False
    figures, released = words("en/time/inference", "figures"), words("en/time/inference", "released")
    token = doc[expression.start]
    if token.i < 2 or token.nbor(-1).lower_ not in listed("figures_for"):
        if token.i + 1 >= len(doc) or token.nbor(1).lower_ not in figures:
            return False
    elif token.nbor(-2).lower_ not in figures:
        return False
    sentence = _sentence(doc, expression.sentence)
    if not any(word.lower_ in released and word.tag_ in ("VBN", "VBD") for word in sentence):
        return False
    return any(
        other.sentence == expression.sentence
        and (other.kind in ("today", "weekday") or other.relation in ("this", "last"))
        for other in _around(expressions, expression)
    )


def _sentence(doc: Doc, start: int) -> Span:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def _around(expressions: Sequence[Expression], expression: Expression) -> Sequence[Expression]:
    """The expressions near one, its sentence's among them."""
    at = bisect_left(expressions, expression.start, key=lambda each: each.start)
    return expressions[max(0, at - _NEAR) : at + _NEAR + 1]
