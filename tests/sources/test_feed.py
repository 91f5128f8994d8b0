from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources import reports
from detente.sources.feed import entries
from detente.sources.raw import Raw

SENTENCE = "The envoys of Togo and Benin met in Lomé on Monday and agreed on the map of the river. "
WHOLE = (
    f"<p>{SENTENCE * 4}</p><p>A ferry&nbsp;opens in <b>June</b>.</p><script>x()</script><figure>Map</figure>"
    f"<p>{SENTENCE * 4}</p>"
)
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>River Paper</title><link>{site}/</link><language>en-gb</language>
<item><title>Envoys agree &amp;amp; sign</title><link>{site}/agree</link><dc:creator>Ama Doe</dc:creator>
<pubDate>Tue, 04 May 2021 23:10:00 -0400</pubDate><description>Short…</description>
<content:encoded><![CDATA[{whole}]]></content:encoded></item>
<item><title>Ferry to open</title><link>{site}/ferry</link><pubDate>Wed, 05 May 2021 08:00:00 GMT</pubDate>
<description>The ferry at Grand-Popo is to open again in June, the two mayors said on Wednesday.</description></item>
<item><title>Gone</title><link>{site}/gone</link></item>
</channel></rss>
"""
PAGE = (
    "<html><head><title>Ferry to open in June</title></head><body><h1>Ferry to open in June</h1>"
    f"<p>{SENTENCE * 3}</p></body></html>"
)


def rss(site: str = "https://river.example") -> bytes:
    return RSS.format(site=site, whole=WHOLE).encode()


def test_an_entry_that_carries_its_text() -> None:
    entry = entries(Raw(rss(), "feed.rss"))[0]
    assert entry.whole
    assert entry.draft.text == "\n\n".join(
        ["Envoys agree & sign", (SENTENCE * 4).strip(), "A ferry opens in June.", (SENTENCE * 4).strip()]
    )
    assert (entry.draft.title, entry.draft.publisher, entry.draft.language) == (
        "Envoys agree & sign",
        "River Paper",
        "en-gb",
    )
    assert (entry.draft.url, entry.draft.authors) == ("https://river.example/agree", ("Ama Doe",))
    # The day as it is written, though it is the next one in Greenwich.
    assert [(date.date, date.source) for date in entry.draft.dates] == [("2021-05-04", "feed published")]


def test_an_entry_with_a_teaser() -> None:
    entry = entries(Raw(rss(), "feed.rss"))[1]
    assert not entry.whole
    assert entry.link == "https://river.example/ferry"
    assert entry.draft.text.startswith("Ferry to open\n\nThe ferry at Grand-Popo")


def test_a_long_text_that_is_cut_off_is_a_teaser() -> None:
    data = (
        rss()
        .replace(b"</b>.</p>", b"</b>.</p>")
        .replace((SENTENCE * 4 + "</p>]]>").encode(), (SENTENCE * 4 + "[…]</p>]]>").encode())
    )
    assert not entries(Raw(data, "feed.rss"))[0].whole


def test_atom() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ministry</title>
    <entry><title type="html">A &lt;i&gt;map&lt;/i&gt;</title><id>https://m.example/1</id>
    <updated>2021-05-04T23:30:00+02:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>{SENTENCE * 7}</p></div></content></entry></feed>"""
    [entry] = entries(Raw(atom.encode(), "feed.atom"))
    assert entry.whole
    assert (entry.draft.title, entry.link, entry.draft.publisher) == ("A map", "https://m.example/1", "Ministry")
    assert [(date.date, date.source) for date in entry.draft.dates] == [("2021-05-04", "feed updated")]


def test_relative_links_are_those_of_the_feeds_address() -> None:
    data = rss().replace(b"https://river.example/ferry", b"/ferry")
    assert entries(Raw(data, "x", url="https://river.example/rss.xml"))[1].link == "https://river.example/ferry"
    assert entries(Raw(data, "x"))[1].link is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<rss version='2.0'><channel></channel></rss>", "is a feed without entries"),
        (b"<list/>", "is not a feed"),
        (b"words", "is not a feed"),
    ],
)
def test_no_entries(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        entries(Raw(data, "x"))


def test_hostile_entities() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    file = '<!ENTITY f SYSTEM "file:///etc/passwd">'
    data = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}{file}]>'.encode() + rss()[39:].replace(
        b"Ferry to open", b"&e11;&f;Ferry"
    )
    found = entries(Raw(data, "x"))
    assert "root" not in (found[1].draft.title or "")
    assert len(found[1].draft.title or "") < 1000


@pytest.fixture
def site() -> Iterator[str]:
    """A server with a feed, one page that it leads to, and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = f"http://{self.headers['Host']}"
            bodies = {"/feed": (rss(host), "application/rss+xml"), "/ferry": (PAGE.encode(), "text/html")}
            body, kind = bodies.get(self.path, (b"", "text/plain"))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_feeds_address_fetches_what_the_feed_only_names(site: str) -> None:
    carried, fetched, gone = reports([f"{site}/feed"], allow_private_addresses=True)
    assert isinstance(carried, Report)
    assert (carried.format, carried.url) == ("feed", f"{site}/agree")
    assert isinstance(fetched, Report)
    assert (fetched.format, fetched.url, fetched.title) == ("html", f"{site}/ferry", "Ferry to open in June")
    assert [date.date for date in fetched.dates] == ["2021-05-05"]  # the page has none of its own
    assert str(gone) == f"{site}/gone: cannot be fetched: the server answers 404 Not Found"


def test_a_feeds_file_fetches_nothing(tmp_path: Path, site: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(site))
    carried, teaser, bare = reports([str(path)], allow_private_addresses=True)
    assert isinstance(carried, Report)
    assert isinstance(teaser, Report)
    assert (teaser.format, teaser.source, teaser.url) == ("feed", f"{path}:2", f"{site}/ferry")
    assert isinstance(bare, SetAside)
    assert str(bare) == f"{path}:3: has no text in the feed; give its address to fetch it: {site}/gone"
