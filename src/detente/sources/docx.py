"""Word documents (DOCX): paragraphs, list items, table cells and notes in their order, as with all changes accepted.

Headers, footers, comments, pictures and what was struck out are left out.
"""

from __future__ import annotations

import io
import re
import zipfile

from detente.errors import UnreadableReport
from detente.sources.html_fragment import paragraphs
from detente.sources.limits import size
from detente.sources.raw import Draft, Raw

_UNPACKED = 100_000_000  # bytes; documents of hundreds of pages unpack to a tenth
_NOTE_MARK = re.compile(r'<sup><a [^>]*id="[^"]*note-ref-[^>]*>\[\d+\]</a></sup>|<a href="#[^"]*note-ref-[^>]*>↑</a>')


def docx(raw: Raw) -> Draft:
    """The document's text. Raises UnreadableReport for what is no Word document, and for one without a text."""
    import mammoth  # type: ignore[import-untyped]

    _refuse_bombs(raw.data)
    try:
        html: str = mammoth.convert_to_html(
            io.BytesIO(raw.data), convert_image=lambda _: [], include_default_style_map=True
        ).value
    except TimeoutError:
        raise
    except Exception:  # it raises errors of many kinds on broken documents
        raise UnreadableReport("is a Word document that is too broken to read; save its text and read that") from None
    found = paragraphs(_NOTE_MARK.sub("", html))
    if not found:
        raise UnreadableReport("is a Word document without a text")
    return Draft("\n\n".join(found), "docx")


def _refuse_bombs(data: bytes) -> None:
    """Raise UnreadableReport for what is no zip archive, and for one that unpacks without measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            unpacked = sum(
                entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))
            )
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise UnreadableReport("is not a Word document (DOCX); save its text and read that") from None
    if not any(name.startswith("word/") for name in names):
        raise UnreadableReport(
            "is a zip archive, not a Word document (DOCX); unpack it, or save its text and read that"
        )
    if unpacked > _UNPACKED:
        raise UnreadableReport(
            f"is a Word document that unpacks to {size(unpacked)}; at most {size(_UNPACKED)} are read"
        )
