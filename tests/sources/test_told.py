import pytest

from detente.sources.raw import Format
from detente.sources.told import is_media_type, told


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("a.html", b"no tags", "html"),
        ("A.HTM", b"", "html"),
        ("a.txt", b"<html>", "text"),
        ("a.md", b"# x", "markdown"),
        ("a.eml", b"", "email"),
        ("a.ndjson", b"", "jsonl"),
        ("a.tml", b"", "timeml"),
        ("a", b"\xef\xbb\xbf\n <!DOCTYPE HTML PUBLIC", "html"),
        ("a", b"<!---->" * 500 + b"<html>", "html"),
        ("a", b'<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<body>', "html"),
        ("a", b"<!---->" * 500 + b"x", "text"),
        ("a", b"<!--" * 1000, "text"),
        ("a.php", b"<!-- saved --><html lang=en>", "html"),
        ("a", b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("a.xml", b'<?xml version="1.0" ?>\n<TimeML xmlns:xsi="x">', "timeml"),
        ("a.xml", b'<?xml version="1.0"?><catalogue><entry>', "timeml"),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0"><channel>', "feed"),
        ("a", b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ("a", b'<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
        ("news.atom", b"", "feed"),
        ("a.rss", b"", "feed"),
        ("box.mbox", b"", "mbox"),
        ("a", b"From ann@x.example Tue May  4 10:00:00 2021\nFrom: ann@x.example\n", "mbox"),
        ("a", b"From Monday at 10:00 on, in 2021, all is new.\n\nOr so.", "text"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("a", b"PK\x03\x04..word/document.xml", "docx"),
        ("a.zip", b"PK\x03\x04..report.txt", "text"),
        ("a.pdf", b"", "pdf"),
        ("a.html", b"%PDF-1.7", "pdf"),
        ("a", b"<div class=story><p>words", "html"),
        ("a", b"<pre-war levels", "text"),
        ("a.json", b'{"id": "1", "text": "x"}\n{"id"', "jsonl"),
        ("a", b'{"text": "' + b"x" * 5000, "jsonl"),
        ("a", b"{not json}", "text"),
        ("a", b"MIME-Version: 1.0\r\nFrom: a@b.example\r\n\r\nx", "email"),
        ("a", b"From: the editor\nSubject: talks\n\nReceived: nothing", "text"),
        ("a.log", b"plain words", "text"),
    ],
)
def test_by_ending_then_by_content(name: str, head: bytes, form: Format) -> None:
    assert told(name, None, head[:4096]) == form


def test_a_declared_type_goes_first_unless_it_is_vague() -> None:
    assert told("story", "text/html", b"words") == "html"
    assert told("story.md", "text/plain", b"words") == "markdown"
    assert told("story", "application/octet-stream", b"<html>") == "html"
    assert told("story", "application/rss+xml", b"") == "feed"
    assert told("story.html", "application/pdf", b"") == "pdf"


def test_a_type_with_an_x_before_it_is_the_one_without() -> None:
    assert told("feed", "application/x-rss+xml", b"") == "feed"
    assert told("story.html", "application/x-pdf", b"") == "pdf"
    assert told("feed", "application/vnd.paper+xml", b"<rss version='2.0'>") == "feed"


@pytest.mark.parametrize(
    ("media_type", "may"),
    [
        ("application/x-rss+xml", True),
        ("application/vnd.paper+xml", True),
        ("application/x-ndjson", True),
        ("text/calendar", True),
        ("image/svg+xml", False),
        ("image/png", False),
        ("application/zip", False),
    ],
)
def test_which_declared_types_may_hold_a_report(media_type: str, may: bool) -> None:
    assert is_media_type(media_type) is may
