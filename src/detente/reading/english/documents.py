"""What kind of document a report is: somebody's own words, one side's account of an exchange, or neither.

In goes a Doc with its zones, out come a :class:`Document` and the tokens of whose words it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from detente.knowledge.loader import classes
from detente.model.report import Zone
from detente.reading.english.labels import FINITE, SUBJECTS
from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_TABLE = "en/attribution/documents"
_OPENING = 6  # words of a title within which it says what it is
_NAMED = 20  # words of a title within which it says so behind whose it is
_SOON = 6  # sentences within which somebody says "we" of himself
_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Document:
    """``statement``: its own prose is what ``authors``, tokens of its title, say; ``account``: it tells of a talk."""

    kind: Literal["statement", "account"]
    authors: tuple[int, int] | None


def document(doc: Doc) -> Document | None:
    """The document that a report is, by the words of its title; None for news."""
    title = _title(doc)
    if title is None:
        return None
    words = classes(_TABLE)
    for token in title[:_OPENING]:
        following = doc[token.i + 1].lower_ if token.i + 1 < title.end else ""
        if token.lower_ in words["statements"]:
            if following in words["whose"]:
                return Document("statement", _authors(title, token.i + 1))
            return _by_opening(doc, title)
        if token.lower_ in words["accounts"]:
            return Document("account", None)
        if token.lower_ in words["exchanges"]:
            return Document("account", None) if following in words["talked"] else None
        if token.lower_ not in words["leading"]:
            break
    return _by_owner(doc, title)


def _by_owner(doc: Doc, title: Span) -> Document | None:
    """A document named after whose it is: "President A's address to the nation", in words of his own."""
    words = classes(_TABLE)
    if _is_sentence(title):
        return None
    at = next((t.i for t in title[1:_NAMED] if t.lower_ in words["statements"]), None)
    last = at
    while last is not None and last > title.start and doc[last - 1].lower_ in words["leading"] | words["owning"]:
        last -= 1
    if at is None or last is None or last == title.start or doc[last].lower_ not in words["owning"]:
        return None
    return Document("statement", (title.start, last)) if _is_own(doc) else None


def _is_own(doc: Doc) -> bool:
    """Whether the prose soon says "we" or "I" outside quotation marks."""
    words = classes(_TABLE)
    quoted = False
    for sentence in islice(sentences(doc, Zone.BODY), _SOON):
        for token in sentence:
            quoted ^= token.text == '"'
            if token.lower_ in words["first"] and not quoted:
                return True
    return False


def _by_opening(doc: Doc, title: Span) -> Document | None:
    """A document whose authors its first sentence names: "We, the ministers of A and B, condemn", "A condemns"."""
    first = next(sentences(doc, Zone.BODY), None)
    if first is None or _is_sentence(title):
        return None
    root = first.root
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or root.tag_ not in _PRESENT:
        return None
    start, end = subject.left_edge.i, subject.right_edge.i + 1
    if subject.lower_ in classes(_TABLE)["first"]:
        start = subject.i + 1 + (doc[subject.i + 1].text == ",")
        end = max((token.i for token in doc[start : root.i] if token.text == ","), default=start)
    elif subject.pos_ != "PROPN":
        return None
    return Document("statement", (start, end)) if start < end else None


def _is_sentence(title: Span) -> bool:
    """Whether a title is a headline that tells something: it has a finite verb."""
    return any(token.tag_ in FINITE | {"MD"} for token in title)


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
