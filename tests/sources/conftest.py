"""Small documents, made as the tests need them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

Placed = tuple[float, float, float, str]  # left, height above the foot, size, words
MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """Pages of placed lines in Helvetica, 595 by 842 points, and fields of the document's information."""

    def make(*pages: list[Placed], **info: str) -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        encoding = "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>"
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>")
        objects.append("<< " + " ".join(f"/{name} ({_quoted(value)})" for name, value in info.items()) + " >>")
        kids = []
        for page in pages:
            drawn = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_quoted(words)}) Tj ET" for x, y, size, words in page)
            objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                f" /Contents {len(objects)} 0 R >>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        return _assembled(objects)

    return make


def _quoted(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: list[str]) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    """A document of the given paragraphs: words, or the XML of a paragraph's content where it begins with ``<``."""

    def make(*paragraphs: str, **parts: str) -> bytes:
        body = "".join(_paragraph(words) for words in paragraphs)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
            for name, content in parts.items():
                archive.writestr(f"word/{name}.xml", content)
        return out.getvalue()

    return make


def _paragraph(words: str) -> str:
    if words.startswith("<w:tbl>"):
        return words
    content = words if words.startswith("<") else f"<w:r><w:t>{escape(words)}</w:t></w:r>"
    return f"<w:p>{content}</w:p>"
