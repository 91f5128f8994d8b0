"""Feeds of disputes: what is new is read, what is known is not even fetched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import insert

from detente.record.schema import dispute
from detente.record.store import Store
from tests.cli.test_record import run, status

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    + "<p>Togo and Benin reopened a border crossing on Saturday, 8 May 2021, after three weeks of talks.</p>" * 3
    + "</article></body></html>"
)


class Server:
    """A paper on this machine; ``asked`` is what was fetched from it."""

    def __init__(self) -> None:
        self.titles = ["Crossing", "Lorries"]
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                body, kind = outer.answer(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path: str) -> tuple[bytes, str]:
        if path == "/feed.xml":
            links = "".join(f"<item><title>{t}</title><link>{self.address}/{t}</link></item>" for t in self.titles)
            feed = f'<rss version="2.0"><channel><title>Paper</title>{links}</channel></rss>'
            return feed.encode(), "application/rss+xml"
        title = path.removeprefix("/")
        return (PAGE.format(title=title).encode() if title in self.titles else b""), "text/html"


@pytest.fixture
def paper() -> Iterator[Server]:
    server = Server()
    yield server
    server.server.shutdown()
    server.server.server_close()


def test_update(paper: Server, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    with Store(record, create=True) as store, store.writing() as connection:
        rules = f'name = "Border"\nfeeds = ["{paper.address}/feed.xml"]\n'
        connection.execute(insert(dispute).values(name="Border", toml='feeds = ["http://127.0.0.1:1/"]', at="", by=""))
        connection.execute(insert(dispute).values(name="Border", toml=rules, at="", by=""))
    options = ("update", "--allow-private")
    first = run(record, *options)
    assert first.stdout == "Reports: 2 new, of which 1 near-copy; 0 changed, 0 known, 0 set aside.\n", first.stderr
    paper.titles.append("Talks")
    paper.asked.clear()
    assert run(record, *options, "Border").stdout == (
        "Reports: 1 new, of which 1 near-copy; 0 changed, 2 known, 0 set aside.\n"
    )
    assert paper.asked == ["/feed.xml", "/Talks"]
    assert run(record, *options, "--again").stdout == "Reports: 0 new, 0 changed, 3 known, 0 set aside.\n"
    assert status(record)["reports"] == 3


def test_a_feed_that_is_away_is_set_aside_until_it_is_back(paper: Server, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    rules = f'name = "Border"\nfeeds = ["{paper.address}/feed.xml"]\n'
    with Store(record, create=True) as store, store.writing() as connection:
        connection.execute(insert(dispute).values(name="Border", toml=rules, at="", by=""))
    assert run(record, "update").returncode == 1  # inside this machine's own network
    assert "feed.xml" in run(record, "aside").stdout
    assert run(record, "update", "--allow-private").returncode == 0
    assert run(record, "aside").stdout == "Nothing is set aside.\n"


def test_nothing_to_update(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    Store(record, create=True).close()
    assert "no dispute of the record names a feed" in run(record, "update").stderr
    nobody = run(record, "update", "Nobody")
    assert (nobody.returncode, "'Nobody' is no dispute" in nobody.stderr) == (2, True)
