"""The names of the table of territories in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from detente.knowledge.territories import TerritoryName, TerritoryRecord, territories
from detente.knowledge.territory_words import TERRITORY

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the table at the tokens ``[start, end)``."""

    start: int
    end: int
    record: TerritoryRecord
    name: TerritoryName


class KnownNames:
    """Finds the names in one pass, whatever their number."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._names: dict[str, tuple[TerritoryRecord, TerritoryName]] = {}
        for record in territories().values():
            for name in record.names:
                key = f"{record.id}|{name.text}"
                self._names[key] = record, name
                forms = {name.text, name.text.upper()} if len(name.text) > 5 else {name.text}
                self._matcher.add(key, [nlp.make_doc(form) for form in sorted(forms)])

    def hits(self, doc: Doc) -> list[Hit]:
        """The names of the text, longest first where they overlap, in order; those inside other names left out."""
        spans: list[Span] = filter_spans(self._matcher(doc, as_spans=True))
        return [Hit(span.start, span.end, *self._names[span.label_]) for span in spans if not _is_hidden(doc, span)]


def named_with(name: str, noun: str) -> TerritoryRecord | None:
    """The record of a place named without its noun in a list: "Subi" among reefs."""
    return _by_name().get(f"{name} {noun.title()}")


@cache
def _by_name() -> dict[str, TerritoryRecord]:
    return {name.text: record for record in territories().values() for name in record.names}


def _names_somebody(doc: Doc, span: Span) -> bool:
    """Whether a name that looks like a person's stands in a longer one, or is a person's of the report."""
    around = (doc[span.start - 1] if span.start else None, doc[span.end] if span.end < len(doc) else None)
    if any(token is not None and token.ent_type_ == "PERSON" and not token.is_punct for token in around):
        return True
    return any(span.text in person.name.split() for person in doc._.detente_people)


def _is_hidden(doc: Doc, span: Span) -> bool:
    """Whether the name is part of another: a surname, "the Falklands War", "Sabah Airways"."""
    if span[0].ent_type_ == "PERSON" and _names_somebody(doc, span):
        return True
    before = doc[span.start - 1] if span.start else None
    if (
        before is not None
        and before.text in ("-", "–")
        and not before.whitespace_
        and not doc[before.i - 1].whitespace_
    ):
        return True
    if span.end >= len(doc):
        return False
    after = doc[span.end]
    if after.lower_ in TERRITORY.after or after.tag_ == "POS":
        return False
    return after.text.istitle() and after.pos_ in ("PROPN", "NOUN") and doc[span.end - 1].head.i >= span.end
