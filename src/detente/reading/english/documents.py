"""What kind of document a report is: somebody's own words, one side's account of an exchange, or neither.

In goes a Doc with its zones, out come a :class:`Document` and the tokens of whose words it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
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
_NUMBERED = 14  # words of a title within which a number and a day stand
_SIGN = 3  # letters of a word that is none: "QA", "No", "of"
_HEAD = 5  # lines in which a letterhead stands
_PART = 2  # of a text, what may stand before the text that it quotes
_STOPS = (".", "!", "?")
_SOON = 6  # sentences within which somebody says "we" of himself
_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Document:
    """``statement``: its own prose is what ``authors``, tokens of its title, say; ``account``: it tells of a talk."""

    kind: Literal["statement", "account"]
    authors: tuple[int, int] | None
    begins: int = 0  #: the character from which the prose is theirs


def document(doc: Doc) -> Document | None:
    """The document that a report is, by the words of its title; None for news."""
    title = _title(doc)
    if title is None:
        return None
    words = classes(_TABLE)
    if (issued := _issued_together(doc, title)) is not None:
        return issued
    bare = _unnumbered(title)
    for token in bare[:_OPENING]:
        if token.lower_ in words["releases"] and doc[token.i - 1].lower_ in words["releasing"]:
            return _issued(doc, title)
        following = doc[token.i + 1].lower_ if token.i + 1 < title.end else ""
        if token.lower_ in words["statements"]:
            if following in words["whose"]:
                return Document("statement", _authors(title, token.i + 1))
            return _by_opening(doc, title) or _issued(doc, title)
        if token.lower_ in words["accounts"]:
            return Document("account", None)
        if token.lower_ in words["exchanges"]:
            return Document("account", None) if following in words["talked"] else None
        if token.lower_ not in words["leading"]:
            break
    return _by_owner(doc, title) or _issued(doc, title)


def _unnumbered(title: Span) -> Span:
    """A title without the number and the day before it: "QA-7, 4 May 2019, Statement of the Spokesperson"."""
    words, first = classes(_TABLE), title.start
    comma = max((t.i + 1 for t in title[:_NUMBERED] if t.text == ","), default=first)
    before = title.doc[first:comma]
    numbered = any(t.like_num for t in before) and all(
        t.is_punct or t.like_num or any(c.isdigit() for c in t.text) or t.ent_type_ == "DATE" or len(t) <= _SIGN
        or t.lower_ in words["numbering"] for t in before
    )  # fmt: skip
    return title.doc[comma : title.end] if numbered else title


def letterhead(doc: Doc) -> tuple[int, int] | None:
    """The tokens of the line near the title that says which ministry or the like a text is from."""
    title = _title(doc)
    issued = _issued(doc, title) if title is not None else None
    return issued.authors if issued is not None else None


def _issued(doc: Doc, title: Span) -> Document | None:
    """A text with a letterhead: a line near the title, with no sentence in it, that names a ministry or the like."""
    text = report_text(doc)
    body = next((s for s in sentences(doc, Zone.BODY) if s.text.rstrip().endswith(_STOPS)), None)
    end = body.start_char if body is not None else len(text)
    named = title.start_char, title.start_char + len(title.text.rstrip())
    at, lines = 0, 0
    while at < end and lines < _HEAD:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = doc.char_span(at, stop, alignment_mode="contract") if text[at:stop].strip() else None
        if line is not None and not named[0] <= at < named[1]:
            lines += 1
            if _is_letterhead(line):
                return Document("statement", (line.start, line.end))
        at = stop + 1
    return None


def _is_letterhead(line: Span) -> bool:
    words = classes(_TABLE)
    longer = [token for token in line if len(token) > _SIGN and token.is_alpha]
    if len(line) > _NAMED or ":" in line.text or not all(token.text[:1].isupper() for token in longer):
        return False
    pairs = {f"{a.lower_} {b.lower_}" for a, b in pairwise(line)}
    return any(token.lower_ in words["issuers"] for token in line) or not pairs.isdisjoint(words["issuers"])


def _issued_together(doc: Doc, title: Span) -> Document | None:
    """News that is nothing but a joint text in quotation marks: "Presidents of A and B Issue Joint Statement"."""
    words = classes(_TABLE)
    at = next((t.i for t in title if t.lower_ in words["joint"] and t.i + 1 < title.end), None)
    if at is None or doc[at + 1].lower_ not in words["statements"]:
        return None
    last = at - 1
    while last > title.start and doc[last].lower_ in words["leading"]:
        last -= 1
    begins = _quoted_from(doc)
    if last <= title.start or doc[last].lower_ not in words["issuing"] or begins is None:
        return None
    return Document("statement", (title.start, last), begins)


def _quoted_from(doc: Doc) -> int | None:
    """The character near the beginning from which to the end everything stands in quotation marks."""
    text = report_text(doc)
    opening = text.find("\n“")
    quoted = 0 <= opening < len(text) // _PART and text.rstrip().endswith(("”", "”."))
    return opening if quoted else None


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
