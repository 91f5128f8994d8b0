"""When, where and by whose word a quantity is told."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Span, Token

from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Time
from detente.reading.extensions import entity
from detente.reading.figures.lexicon import lexicon
from detente.reading.figures.quantities import Quantity
from detente.reading.time.basis import inferred
from detente.reading.within import Within

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_VERBS = ("VERB", "AUX")
_REACH = 8
_BEFORE = 10  # characters that a date before the quantity counts as farther than one behind it


def period(quantity: Quantity, around: Within, sentence: Span) -> tuple[Date | None, tuple[Inference, ...]]:
    """The date of the quantity's clause.

    Said with its verb; else that of its event; else the only date of its sentence, or, of what is told in the past
    tense, the last of the sentence before.
    """
    doc = sentence.doc
    dated = [time for time in around.times(sentence) if time.edtf is not None and time.type in ("DATE", "TIME")]
    verb = clause(quantity.top)
    at = quantity.start
    dated.sort(key=lambda time: abs(time.evidence.start - at) + (_BEFORE if time.evidence.start < at else 0))
    for time in dated:
        span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if span is not None and (clause(span.root) == verb or _within(span, quantity)):
            return time.edtf, inferred("period", time)
    for event in around.events(sentence):
        word = event.instance.word if event.instance is not None else event.what
        if event.date is not None and verb is not None and word.start <= verb.idx < word.end:
            return event.date, tuple(_renamed(each) for each in event.inferred if each.field == "date")
    times = [time for time in dated if not _compares(doc, time)]
    if not times and sentence.start and verb is not None and verb.tag_ in ("VBD", "VBN", "VBG"):
        times = [time for time in around.times(doc[sentence.start - 1].sent) if time.edtf is not None][-1:]
        times = [time for time in times if time.type == "DATE" and not _compares(doc, time)]
    if len(times) == 1:
        return times[0].edtf, (Inference("period", "context", times[0].evidence),)
    return None, ()


def _compares(doc: Doc, time: Time) -> bool:
    """Whether a date is a bound or something to compare with: "since 2014", "compared with 2011"."""
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    return span is None or (span.start > 0 and doc[span.start - 1].lower_ in lexicon().circumstances.not_then)


def _within(span: Span, quantity: Quantity) -> bool:
    """Whether the date describes what is counted: "trade of $14 billion in 1997"."""
    return quantity.top in span.root.ancestors and clause(span.root) == clause(quantity.top)


def _renamed(inference: Inference) -> Inference:
    basis: Literal["context", "report date"] = "report date" if inference.basis == "report date" else "context"
    return Inference("period", basis, inference.words)


def clause(token: Token) -> Token | None:
    """The verb of the clause that a word stands in."""
    for _ in range(_REACH):
        if token.pos_ in _VERBS:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def place(quantity: Quantity) -> str | None:
    """A place named with what is counted, or with the verb: "killed in Aleppo"."""
    verb = clause(quantity.top)
    for head in (quantity.top, verb):
        if head is None:
            continue
        for preposition in head.rights:
            if preposition.dep_ != "prep" or preposition.lower_ not in lexicon().circumstances.places:
                continue
            for inner in preposition.children:
                if inner.dep_ == "pobj" and inner.ent_type_ in _PLACES:
                    return " ".join(entity(inner).text.split())
    return None
