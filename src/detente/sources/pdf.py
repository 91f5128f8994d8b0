"""PDF: its paragraphs, joined over lines and pages, without running heads, page numbers and hyphens at line ends."""

from __future__ import annotations

import re
import unicodedata

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.pdf_paragraphs import joined, without_furniture
from detente.sources.pdf_process import pages_apart
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw

# What fonts give that do not say which letters theirs are.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def pdf(raw: Raw) -> Draft:
    """The document's text. Raises UnreadableReport where it is locked, broken, without a text, or a bomb."""
    if b"%PDF-" not in raw.data[:1024]:
        raise UnreadableReport("is not a PDF, whatever its name says")
    found, told = pages_apart(raw.data)
    paragraphs = [_clean(paragraph) for paragraph in joined(without_furniture(found))]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise UnreadableReport(
            "is a PDF without a text, as scanners make; have its text recognised (OCR) and read that"
        )
    title = " ".join(told.get("Title", "").split())
    # Many titles are the name of a file or of a template; one that is printed is the document's.
    printed = title and title.casefold() in " ".join(text.split()).casefold()
    day = found_date(told.get("CreationDate", "").removeprefix("D:")[:8])
    return Draft(
        text,
        "pdf",
        title=title if printed else None,
        # The day on which the file was made: often the publication's, but any date in the text is better.
        dates=(DateCandidate(day, DateBasis.INFERRED, "PDF CreationDate"),) if day else (),
    )


def _clean(paragraph: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _CONTROL.sub("", paragraph)).split())
