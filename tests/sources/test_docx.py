from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest

from detente.errors import UnreadableReport
from detente.sources.docx import docx
from detente.sources.raw import Raw

MakeBytes = Callable[..., bytes]


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def read(data: bytes) -> list[str]:
    draft = docx(Raw(data, "x"))
    assert draft.format == "docx"
    return draft.text.split("\n\n")


def test_paragraphs(make_docx: MakeBytes) -> None:
    assert read(
        make_docx("Joint statement", "", "The envoys of Peru & Chile met in Lima.", "São Tomé  sent none.")
    ) == [
        "Joint statement",
        "The envoys of Peru & Chile met in Lima.",
        "São Tomé sent none.",
    ]


def test_changes_count_as_accepted(make_docx: MakeBytes) -> None:
    changed = (
        run("They ")
        + f"<w:del w:id='1'><w:r><w:delText>will</w:delText></w:r></w:del><w:ins w:id='2'>{run('may')}</w:ins>"
    )
    assert read(make_docx(changed + run(" sign."))) == ["They may sign."]


def test_tables_by_cell(make_docx: MakeBytes) -> None:
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("Article 1", "The border is the river."))
    assert read(make_docx("Annex", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [
        "Annex",
        "Article 1",
        "The border is the river.",
    ]


def test_line_breaks_part_lines(make_docx: MakeBytes) -> None:
    assert read(make_docx(run("Lima") + "<w:r><w:br/></w:r>" + run("4 May 2021"))) == ["Lima", "4 May 2021"]


def test_a_document_without_text(make_docx: MakeBytes) -> None:
    with pytest.raises(UnreadableReport, match="is a Word document without a text"):
        docx(Raw(make_docx(""), "x"))


def test_other_archives() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UnreadableReport, match="is a zip archive, not a Word document"):
        docx(Raw(out.getvalue(), "x"))
    for data in (b"PK\x03\x04 and no more", b"words"):
        with pytest.raises(UnreadableReport, match="is not a Word document"):
            docx(Raw(data, "x"))


def test_a_broken_document(make_docx: MakeBytes) -> None:
    with pytest.raises(UnreadableReport, match="too broken to read"):
        docx(Raw(make_docx("<w:r>"), "x"))


def test_a_document_that_unpacks_without_measure(make_docx: MakeBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.sources.docx._UNPACKED", 20_000)
    with pytest.raises(UnreadableReport, match="unpacks to 31 kB; at most 20 kB are read"):
        docx(Raw(make_docx("words", footnotes="x" * 30_000), "x"))


def test_entities_are_not_expanded_without_measure(make_docx: MakeBytes) -> None:
    names = "abcdefghij"
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in pairwise(names)
    )
    data = make_docx("words")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name).decode()
            if name == "word/document.xml":
                content = f"<!DOCTYPE w [{bomb}]>" + content.replace("words", "&j;")
            changed.writestr(name, content)
    with pytest.raises(UnreadableReport):
        docx(Raw(out.getvalue(), "x"))
