"""Whatever comes in: texts keep their characters, and nothing raises."""

import json
from contextlib import suppress
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import BadDate, UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources import report_from_text, reports
from detente.sources.encoding import mended
from detente.sources.json_lines import json_line
from detente.sources.markdown import markdown
from detente.sources.plain_text import plain_text
from detente.sources.publication_date import edtf_date, found_date, header_date
from detente.sources.raw import Raw
from detente.sources.readers import draft
from detente.sources.timeml import timeml

# Some English before it, for a text of a few random characters may well be in another script.
ENGLISH = "The envoys of both of the states said that they had agreed on the map of the river and that it was final. "
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
plain_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=200
)
# What XML can carry; a carriage return would have to be written as a reference.
xml_texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t"), max_size=200)
formats = st.sampled_from(["html", "text", "markdown", "email", "timeml", "pdf", "docx"])
fragments = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"<html>", b"<p>", b"</p>", b"<div ", b">", b"<script type='application/ld+json'>", b'{"@type":""}',
                b"<!--", b"&#0;", b"<TimeML>", b"<TEXT>", b"</TEXT>", b"<meta charset=utf-16>", b"\r\n\r\n",
                b"Content-Type: multipart/mixed; boundary=b\r\n", b"MIME-Version: 1.0\r\n", b"Date: x\r\n",
                b"From: =?utf-8?b?x?=\r\n", b"--b\r\n", b"---\ndate: 1\n---\n", b'{"text": ', b'"x"}', b"\xff\xfe",
                b"\xef\xbb\xbf", b"The minister said on Monday that it was over. ", "“é”".encode("cp1252"),
                b"From a@b.example Tue May  4 10:00:00 2021\n", b"%PDF-1.4\n", b"1 0 obj\n<< >>\n", b"PK\x03\x04",
                b"<rss version='2.0'><channel>", b"<item><title>x</title><description>", b"</description></item>",
                b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>", b"\n1 of 2 DOCUMENTS\n", b"\nEnd of Document\n",
                b"\nLENGTH: 2 words\n", b"\nBody\n", b"\nDocument ABCDEF0020210504eh540012x\n", b"\n80 words\n",
                b"\n4 May 2021\nPaper\nEnglish\n", b"\nHD   x\nWC   80 words\nLP   y\n",
            ]
        ),
        st.binary(max_size=30),
    ),
    max_size=12,
).map(b"".join)  # fmt: skip


@given(texts)
def test_json_lines_keep_every_character(text: str) -> None:
    for ascii_only in (True, False):
        line = json.dumps({"text": text}, ensure_ascii=ascii_only).encode()
        assert json_line(line).text == text


@given(plain_texts)
def test_text_files_keep_every_character_but_mojibake(text: str) -> None:
    for reader in (plain_text, markdown):
        content = mended(ENGLISH + text)
        assert reader(Raw((ENGLISH + text).encode(), "x")).text == content
        assert reader(Raw(content.replace("\n", "\r\n").encode("utf-8-sig"), "x")).text == content


@given(xml_texts, st.integers(0, 200))
def test_timeml_keeps_every_character_around_its_tags(text: str, at: int) -> None:
    marked = f'{escape(text[:at])}<EVENT eid="e1">{escape(text[at:])}</EVENT>'
    assert timeml(Raw(f"<TimeML><TEXT>{marked}</TEXT></TimeML>".encode(), "x")).text == text


@given(texts)
def test_given_texts_keep_every_character(text: str) -> None:
    assert report_from_text(ENGLISH + text).text == ENGLISH + text


@given(fragments, formats)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_readers_raise_nothing_but_their_reason(data: bytes, form: str) -> None:
    try:
        found = draft(Raw(data, "x", "x"), form)  # type: ignore[arg-type]
    except UnreadableReport as error:
        assert "\n" not in error.reason
    else:
        assert isinstance(found.text, str)


@given(
    fragments,
    st.sampled_from(
        ["a.html", "a.txt", "a.md", "a.eml", "a.tml", "a.jsonl", "a.pdf", "a.docx", "a.mbox", "a.rss", "a"]
    ),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_file_gives_reports_or_reasons(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = list(reports([folder]))
        assert found == list(reports([folder]))
    assert found or name == "a.jsonl"
    for item in found:
        if isinstance(item, Report):
            item.text.encode()
            assert item.text.strip()
        else:
            assert isinstance(item, SetAside)
            assert "\n" not in item.reason


@given(st.text(max_size=60))
def test_dates_are_days_or_nothing(value: str) -> None:
    for date in (found_date(value), header_date(value)):
        assert date is None or edtf_date(date) == date
    with suppress(BadDate):
        assert edtf_date(edtf_date(value)) == edtf_date(value)
