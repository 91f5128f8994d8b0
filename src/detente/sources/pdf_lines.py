"""A PDF's pages as lines with their places, in the order in which they were written."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import UnreadableReport

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage  # type: ignore[import-untyped]

HYPHEN = "\ufffe"  # PDFium's sign for a hyphen with which a line ends in the middle of a word
_LOCKED = 4  # PDFium's FPDF_ERR_PASSWORD
_PAGES = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; lengths are in points of the page, heights grow upwards from its foot."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    height: float  #: of the page

    @property
    def size(self) -> float:
        """The height of its letters with all that they may reach."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """How far it reaches."""
        return self.right - self.left


def pages(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and what the file says about itself. Raises UnreadableReport."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            if len(document) > _PAGES:
                raise UnreadableReport(f"is a PDF of {len(document):,} pages; at most {_PAGES:,} are read, so cut it")
            return [list(_page(document, number)) for number in range(len(document))], document.get_metadata_dict()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            raise UnreadableReport("is a PDF locked by a password; save it without one") from None
        raise UnreadableReport("is a PDF that is too broken to read; save its text and read that") from None


def _page(document: PdfDocument, number: int) -> Iterator[Line]:
    page: PdfPage = document[number]
    words: PdfTextPage = page.get_textpage()
    try:
        height = page.get_height()
        start = 0
        for text in words.get_text_range().split("\r\n"):
            # A hyphenated word's rest stands on the next line of print, but PDFium gives it with the first.
            for piece in _pieces(text):
                if piece.strip():
                    yield _line(words, piece, start, height)
                start += len(piece)
            start += len("\r\n")
    finally:
        words.close()
        page.close()


def _pieces(text: str) -> list[str]:
    before = text.split(HYPHEN)
    return [piece + HYPHEN for piece in before[:-1]] + before[-1:]


def _line(words: PdfTextPage, text: str, start: int, height: float) -> Line:
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip(f"{HYPHEN} \t")) - 1
    left, bottom, _, top = _box(words, first)
    _, bottom_of_last, right, top_of_last = _box(words, max(first, last))
    return Line(text, left, right, min(bottom, bottom_of_last), max(top, top_of_last), height)


def _box(words: PdfTextPage, at: int) -> tuple[float, float, float, float]:
    """Where a character of the text stands: left, bottom, right, top."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    index = pdfium.FPDFText_GetCharIndexFromTextIndex(words.raw, at)
    rectangle = pdfium.FS_RECTF()
    if index < 0 or not pdfium.FPDFText_GetLooseCharBox(words.raw, index, ctypes.byref(rectangle)):
        return 0.0, 0.0, 0.0, 0.0
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
