"""What kind of document a report is: somebody's own words, one side's account of an exchange, or neither.

In goes a Doc with its zones, out come a :class:`Document` and the tokens of whose words it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.knowledge.loader import classes
from detente.model.report import Zone
from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_TABLE = "en/attribution/documents"
_OPENING = 6  # words of a title within which it says what it is


@dataclass(frozen=True, slots=True)
class Document:
    """``statement``: its own prose is what ``authors``, tokens of its title, say; ``account``: it tells of a talk."""

    kind: Literal["statement", "account"]
    authors: tuple[int, int] | None


def document(doc: Doc) -> Document | None:
    """The document that a report is, by the first words of its title; None for news."""
    title = _title(doc)
    if title is None:
        return None
    words = classes(_TABLE)
    for token in title[:_OPENING]:
        if token.lower_ in words["statements"]:
            following = doc[token.i + 1].lower_ if token.i + 1 < title.end else ""
            return Document("statement", _authors(title, token.i + 1)) if following in words["whose"] else None
        if token.lower_ in words["accounts"]:
            return Document("account", None)
        if token.lower_ in words["exchanges"]:
            following = doc[token.i + 1].lower_ if token.i + 1 < title.end else ""
            return Document("account", None) if following in words["talked"] else None
        if token.lower_ not in words["leading"]:
            return None
    return None


def _title(doc: Doc) -> Span | None:
    """The headline; of a text without zones its first line, if that is no sentence."""
    if doc._.detente_zones is None:
        line = next((token.i for token in doc if "\n" in token.text or "\n" in token.whitespace_), None)
        return doc[:line] if line and doc[line - 1].text not in {".", "!", "?"} else None
    shown = next(sentences(doc, Zone.HEADLINE), None)
    return shown if shown is not None else _first_line(doc)


def _first_line(doc: Doc) -> Span | None:
    """The first line of the prose where it is a title for all its length, and none was told from the text."""
    text = report_text(doc)
    first = next(sentences(doc, Zone.BODY), None)
    end = text.find("\n", first.start_char) if first is not None else -1
    if first is None or end < 0 or text[first.start_char : end].rstrip().endswith((".", "!", "?")):
        return None
    return doc.char_span(first.start_char, end, alignment_mode="contract")


def _authors(title: Span, at: int) -> tuple[int, int] | None:
    """The tokens behind "by" or "from", up to what it is about."""
    doc, words = title.doc, classes(_TABLE)
    start = at + 1
    end = start
    while end < title.end and doc[end].lower_ not in words["ending"] and not (doc[end].is_space and end > start):
        end += 1
    return (start, end) if end > start else None
