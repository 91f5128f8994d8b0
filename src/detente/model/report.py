"""A report as it was read: one canonical text, and where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from detente.model.date import Date
from detente.model.ids import hashed
from detente.model.words import Words


class Zone(StrEnum):
    """What a stretch of a report's text is. Only headline and body are the report's own prose."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    CHROME = "chrome"


class DateBasis(StrEnum):
    """On what a date of publication rests, best first."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that the report may have been published on, and what says so."""

    date: str  #: EDTF; a dateline's day without its year as "XXXX-03-14"
    basis: DateBasis
    source: str  #: what names it: a metadata field, the dateline's words, a constraint from the text
    evidence: Words | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A piece of reporting as read; ``text`` never changes after this.

    ``key`` says which piece it is, whatever becomes of it: its address in canonical form, else the id that its source
    gave, qualified by that source, else the hash of its headline and body as first seen. ``version`` is the hash of
    headline and body: another menu or time stamp makes no other version. Both are empty until the headline and body are
    known (:func:`detente.reading.identity.identified`), but for a key that the source gives.
    """

    text: str
    source: str  #: the file, address or line it came from
    format: str  #: html, text, markdown, email, jsonl, timeml, pdf, docx, feed, nexis or factiva
    raw_sha256: str  #: of the bytes as they came
    title: str | None = None  #: as given beside the text (metadata, a JSON line's title, an e-mail's subject)
    url: str | None = None
    publisher: str | None = None
    language: str | None = None  #: ISO 639-1
    dates: tuple[DateCandidate, ...] = ()  #: given and metadata dates, best first
    authors: tuple[str, ...] = ()  #: as given by metadata
    given_id: str | None = None  #: as its source calls it: a JSON line's id, an e-mail's Message-ID
    key: str = ""
    version: str = ""

    @property
    def text_sha256(self) -> str:
        """The hash of the text in UTF-8, as hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """The id of this version of it: ``report-`` and a hash of key and version."""
        return f"report-{hashed(self.key or self.text_sha256, self.version)}"


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read as a report, and why, in one line."""

    source: str  #: the file, address or line
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication: an EDTF date or interval, or none, and on what it rests."""

    date: Date | None
    basis: DateBasis
    candidates: tuple[DateCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """A place of writing, from the report's dateline."""

    place: str
    evidence: Words


@dataclass(frozen=True, slots=True)
class ZoneSpan:
    """A stretch of the report's text and what it is; zones are in order and never overlap."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Front:
    """What stands around a report's body, and which stretches of the text are what."""

    headline: Words | None
    published: Published
    dateline: tuple[Dateline, ...]
    chrome: tuple[Words, ...]
    captions: tuple[Words, ...]
    credits: tuple[Words, ...]
    zones: tuple[ZoneSpan, ...]
    authors: tuple[str, ...] = ()
    translated_from: str | None = None  #: ISO 639-1, from a credit such as "Japanese original by"
