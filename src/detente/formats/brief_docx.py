"""A brief -> a Word document (DOCX): a heading for each section, its lines in a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from detente.controls import harmless
from detente.dossier.brief import Brief
from detente.dossier.page.line import BriefLine
from detente.formats.printed_items import flat

if TYPE_CHECKING:
    from docx.document import Document as Page

_EPOCH = datetime(2000, 1, 1)  # of no hour of its own, so that equal briefs are equal bytes
_STAMP = (2000, 1, 1, 0, 0, 0)
_WIDTHS = (1.1, 1.6, 4.3)  # inches: when, what about, what


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a brief: its title, PNG, and lines that say what its marks stand for."""

    title: str
    png: bytes
    notes: tuple[str, ...]


def brief_docx(made: Brief, pictures: Sequence[Picture] = ()) -> bytes:
    """The brief as the bytes of a document, with pictures behind it; the same brief gives the same bytes."""
    from docx import Document
    from docx.shared import Inches

    page = Document()
    page.core_properties.title = _plain(made.title)
    page.core_properties.author = ""
    page.core_properties.created = page.core_properties.modified = _EPOCH
    page.add_heading(_plain(made.title), level=0)
    page.add_paragraph(made.subtitle)
    _table(page, made.top)
    for section in made.sections:
        page.add_heading(section.title, level=1)
        _table(page, section.lines)
    for one in pictures:
        page.add_heading(one.title, level=1)
        page.add_picture(io.BytesIO(one.png), width=Inches(sum(_WIDTHS)))
        for note in one.notes:
            page.add_paragraph(_plain(note))
    out = io.BytesIO()
    page.save(out)
    return _without_times(out.getvalue())


def _plain(text: str) -> str:
    """Words on one line that XML may hold; a report may have other characters, too."""
    return harmless(flat(text)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _table(page: Page, lines: Sequence[BriefLine]) -> None:
    from docx.shared import Inches

    columns = [bool(any(line.date for line in lines)), bool(any(line.lead for line in lines)), True]
    table = page.add_table(rows=0, cols=sum(columns))
    table.autofit = False
    for line in lines:
        cells = iter(table.add_row().cells)
        for shown, text, width in zip(columns, (line.date, _plain(line.lead), ""), _WIDTHS, strict=True):
            if shown:
                cell = next(cells)
                cell.width = Inches(width if sum(columns) == len(columns) else width + (0 if text else 1.0))
                cell.paragraphs[0].add_run(text).bold = bool(line.lead and text == _plain(line.lead))
        words = cell.paragraphs[0]
        words.add_run(_plain(line.text))
        for mark in line.marks:
            words.add_run(f" [{_plain(mark)}]").italic = True
        if line.sources:
            words.add_run(f" [{', '.join(map(str, line.sources))}]")


def _without_times(data: bytes) -> bytes:
    """The same archive with one hour for all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in sorted(given.namelist()):
            made.writestr(zipfile.ZipInfo(part, _STAMP), given.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
