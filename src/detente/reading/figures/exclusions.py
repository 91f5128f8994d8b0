"""Which numbers are no figures: of documents, ranks, names, times and years."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from detente.reading.extensions import entity
from detente.reading.figures.lexicon import lexicon
from detente.reading.figures.numerals import Numeral

_YEARS = range(1100, 2101)
_NAMES = frozenset({"PRODUCT", "LAW", "ORG", "FAC", "EVENT", "WORK_OF_ART", "PERSON", "GPE", "LOC"})
_LISTED = re.compile(r"(?:^|\n)\s*[(\[]?$")


def is_excluded(doc: Doc, text: str, number: Numeral, span: Span, measured: bool) -> bool:
    """Whether a number at the tokens ``span`` is a name's, a document's, a clock's or a year."""
    if measured:
        return False
    behind = text[number.end : number.end + 12]
    if _is_label(doc, span) or _is_clock(behind):
        return True
    written = text[number.start : number.end]
    if number.upper is None and written.isdigit() and int(number.value) in _YEARS and len(written) == 4:
        return True
    if _LISTED.search(text[max(number.start - 4, 0) : number.start]) and re.match(r"[.)\]]\s", behind):
        return True
    if re.match(r"\s\d", behind):  # "one 52,000-barrel refinery"
        return True
    root = span.root
    return bool(root.ent_type_ in _NAMES and len(entity(root)) > len(span))


def _is_label(doc: Doc, span: Span) -> bool:
    """Whether the word before makes it a number of something: "Article 50", "No. 7", "Resolution 2254"."""
    if span.start == 0:
        return False
    before = doc[span.start - 1]
    if before.text in ("#", "№"):
        return True
    if before.pos_ == "PROPN" and before.ent_type_ not in ("PERSON", "NORP") and before.is_title | before.is_upper:
        return True  # "Planet 9"
    word = before.lower_ if before.text != "." else doc[max(span.start - 2, 0)].lower_
    return word in lexicon().labels and before.pos_ not in ("VERB", "ADP", "DET")


def _is_clock(behind: str) -> bool:
    words = behind.lower().split()
    return bool(words) and words[0].rstrip(",;:)") in lexicon().clock and behind[:1] in " ap"
