"""What the components leave on a spaCy ``Doc`` for one another, under ``doc._``.

=============================  ==============================================================================
``doc._.detente_key``          the report's key, part of every item's id; the text's hash if none is set
``doc._.detente_sentences``    the sentences as ids see them, cut when the first id is asked for
``doc._.detente_text``         the report's text; the Doc's own may differ in spaces and quotation marks, never in
                               length
``doc._.detente_zones``        the zones of the text, or none: then all of it is body
``doc._.detente_published``    ``Date`` of publication or its EDTF, or none
``doc._.detente_stated``       the day of publication that the front matter states without a year: ``DateCandidate``,
                               "XXXX-03-14", or none
``doc._.detente_inferred``     from ``detente_times``, where no date of publication was set: ``Published``, or none
``doc._.detente_times``        from ``detente_times``: ``Time`` items
``doc._.detente_party_mentions``   from ``detente_parties``: ``Mention``, in order, never overlapping
``doc._.detente_parties``      from ``detente_parties``: ``Party`` items
``doc._.detente_mentions``     from ``detente_people``: ``Mention`` of people and of parties, pronouns, counterparts and
                               group words resolved, in order
``doc._.detente_people``       from ``detente_people``: ``Person`` items
``doc._.detente_statements``   from ``detente_statements``: ``Statement`` items
``doc._.detente_events``       from ``detente_events``: ``Event`` items
``doc._.detente_ahead``        from ``detente_ahead``: ``Ahead`` items
``doc._.detente_terms``        from ``detente_terms``: ``Term`` items
``doc._.detente_agreements``   from ``detente_agreements``: ``Agreement`` items
``doc._.detente_territories``  from ``detente_territories``: ``Territory`` items
``doc._.detente_figures``      from ``detente_figures``: ``Figure`` items
``doc._.detente_pressures``    from ``detente_pressures``: ``Pressure`` items
``doc._.detente_positions``    from ``detente_positions``: ``Position`` items
=============================  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span, Token

from detente.errors import MissingComponent
from detente.model.date import Date
from detente.model.ids import hashed
from detente.model.report import Zone, ZoneSpan
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.reading.identity import Anchors, Sentences

_MENTIONS = ("party_mentions", "mentions")
_VALUES = ("key", "sentences", "text", "zones", "published", "stated", "inferred")  # codes: names of extensions


#: Under this key of ``doc.user_data`` a component leaves by what it found its items: a dict of ``FoundBy`` by id.
FOUND_BY = "detente_found_by"


def register() -> None:
    """Declare the extensions; called by every component's module, harmless when repeated."""
    for name in (*SECTIONS, *_MENTIONS, *_VALUES):
        if not Doc.has_extension(f"detente_{name}"):
            Doc.set_extension(f"detente_{name}", default=() if name in _MENTIONS else None)


def items(doc: Doc, section: str, by: str) -> tuple[Any, ...]:
    """The items of a section that the component of the section ``by`` needs. Raises MissingComponent without them."""
    found: tuple[Any, ...] | None = doc._.get(f"detente_{section}")
    if found is None:
        raise MissingComponent(f"detente_{by}", f"detente_{section}")
    return found


def require(doc: Doc, by: str) -> None:
    """Check that every component has run that a section needs. Raises MissingComponent, which names the first."""
    for section in SECTIONS[by].needs:
        items(doc, section, by)


def anchors(doc: Doc) -> Anchors:
    """What gives the items of one section their ids."""
    text = report_text(doc)
    if doc._.detente_sentences is None:
        doc._.detente_sentences = Sentences(text, doc._.detente_zones)
    return Anchors(doc._.detente_key or hashed(text), doc._.detente_sentences)


def publication(doc: Doc) -> Date | None:
    """The date of publication, as known or as inferred from the text. Raises NotADate where a bad text was set."""
    given: Date | str | None = doc._.detente_published
    if isinstance(given, str):
        return Date.parse(given)
    if given is None and doc._.detente_inferred is not None:
        inferred: Date | None = doc._.detente_inferred.date
        return inferred
    return given


def report_text(doc: Doc) -> str:
    """The text that evidence is cut from."""
    given: str | None = doc._.detente_text
    return doc.text if given is None else given


def words(doc: Doc, start: int, end: int) -> Words:
    """The report's words at the characters ``[start, end)``."""
    return Words.at(report_text(doc), start, end)


def entity(token: Token) -> Span:
    """The whole named entity that a token is in; the token alone where it is in none."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    span: Span = doc[start:end]
    return span


def sentences(doc: Doc, *zones: Zone) -> Iterator[Span]:
    """The sentences of the report's own prose: of the named zones, or of headline and body.

    Captions, credits and chrome never come up unless asked for. Without zones every sentence does.
    """
    spans: tuple[ZoneSpan, ...] | None = doc._.detente_zones
    if spans is None:
        yield from doc.sents
        return
    wanted = set(zones or (Zone.HEADLINE, Zone.BODY))
    at = 0
    for sentence in doc.sents:
        start = _first_word(sentence)
        while at < len(spans) and spans[at].end <= start:
            at += 1
        if at < len(spans) and spans[at].start <= start and spans[at].zone in wanted:
            yield sentence


def _first_word(sentence: Span) -> int:
    """Where the first token that is not white space begins; a sentence may start with the line ends before it."""
    return next((token.idx for token in sentence if not token.is_space), sentence.start_char)


register()
