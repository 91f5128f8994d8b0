from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources import Limits, reports
from detente.sources.fetch import USER_AGENT, fetch

PROSE = "The envoys of Peru and Chile met in Lima on Monday, and signed nothing that day or the next. " * 3
PAGE = f"<html><head><title>Envoys</title></head><body><h1>Envoys meet</h1><p>{PROSE}</p></body></html>".encode()
BOMB = gzip.compress(b" " * 30_000_000)
SHORT = Limits(file_bytes=100_000, connect_seconds=0.5, fetch_seconds=1.0)


class Paper(BaseHTTPRequestHandler):
    """A server with one page of each bad habit."""

    def do_GET(self) -> None:
        name, _, rest = self.path.strip("/").partition("/")
        try:
            getattr(self, f"send_{name}", self.send_404)(rest)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_404(self, _: str) -> None:
        self.answer(b"gone", status=404)

    def send_page(self, _: str) -> None:
        self.answer(PAGE)

    def send_agent(self, _: str) -> None:
        self.answer(str(self.headers["User-Agent"]).encode(), "text/plain")

    def send_host(self, _: str) -> None:
        self.answer(str(self.headers["Host"]).encode(), "text/plain")

    def send_latin(self, _: str) -> None:
        self.answer(
            "São Tomé and Príncipe signed the treaty with Gabon.".encode("latin-1"), "text/plain; charset=latin-1"
        )

    def send_lines(self, _: str) -> None:
        self.answer(b'{"text": "It was over by noon."}\n{}\n', "application/x-ndjson")

    def send_picture(self, _: str) -> None:
        self.answer(b"\x89PNG", "image/png")

    def send_zip(self, _: str) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def send_bomb(self, _: str) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def send_broken(self, _: str) -> None:
        self.answer(b"no gzip at all", Content_Encoding="gzip")

    def send_cut(self, _: str) -> None:
        self.answer(gzip.compress(PAGE)[:-20], Content_Encoding="gzip")

    def send_members(self, _: str) -> None:
        self.answer(gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:]), Content_Encoding="gzip")

    def send_odd(self, _: str) -> None:
        self.answer(PAGE, Content_Encoding="br")

    def send_big(self, _: str) -> None:
        self.answer(b"", Content_Length="50000000")

    def send_endless(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def send_silent(self, _: str) -> None:
        time.sleep(3)

    def send_drip(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _number in range(30):
            self.wfile.write(b"X")
            self.wfile.flush()
            time.sleep(0.1)

    def send_trickle(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _number in range(30):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def send_hops(self, rest: str) -> None:
        left = int(rest)
        self.answer(b"", status=302, Location=f"/hops/{left - 1}" if left else "/page")

    def send_circle(self, _: str) -> None:
        self.answer(b"", status=301, Location="/circle")

    def send_login(self, _: str) -> None:
        self.answer(str(self.headers["Authorization"]).encode(), "text/plain")

    def send_away(self, rest: str) -> None:
        self.answer(b"", status=307, Location=rest)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class Quiet(ThreadingHTTPServer):
    """Says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def paper() -> Iterator[str]:
    server = Quiet(("127.0.0.1", 0), Paper)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page(paper: str) -> None:
    [report] = reports([f"{paper}/page"], allow_private_addresses=True)
    assert isinstance(report, Report)
    assert report.text.startswith("Envoys meet\n\nThe envoys of Peru")
    assert (report.source, report.url, report.format) == (f"{paper}/page", f"{paper}/page", "html")


def test_it_says_who_asks_and_whom(paper: str) -> None:
    assert fetch(f"{paper}/agent", SHORT, allow_private=True).data.decode() == USER_AGENT
    assert "detente" in USER_AGENT
    assert fetch(f"{paper}/host", SHORT, allow_private=True).data.decode() == paper.removeprefix("http://")


def test_the_name_is_asked_for_and_the_checked_address_connected_to(
    paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def check(host: str, port: int, *, allow_private: bool) -> list[str]:  # noqa: ARG001
        asked.append(host)
        return ["127.0.0.1"]

    # The name does not exist: only a connection to the checked address can succeed.
    monkeypatch.setattr("detente.sources.fetch.checked_addresses", check)
    address = paper.replace("127.0.0.1", "paper.invalid")
    assert fetch(f"{address}/host", SHORT).data.decode() == address.removeprefix("http://")
    assert asked == ["paper.invalid"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_the_certificate_must_be_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    options = [
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=paper.test",
        "-addext",
        "subjectAltName=DNS:paper.test",
    ]
    subprocess.run(["openssl", "req", *options, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Quiet(("127.0.0.1", 0), Paper)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setattr("detente.sources.fetch.checked_addresses", lambda *_, **__: ["127.0.0.1"])
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    try:
        assert fetch(f"https://paper.test:{server.server_port}/page", SHORT).data == PAGE
        with pytest.raises(UnreadableReport, match=r"certificate is not valid for 'other\.test'"):
            fetch(f"https://other.test:{server.server_port}/page", SHORT)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))
        with pytest.raises(UnreadableReport, match="cannot be fetched"):
            fetch(f"https://paper.test:{server.server_port}/page", SHORT)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_another_address_is_tried(paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.sources.fetch.checked_addresses", lambda *_, **__: ["127.0.0.9", "127.0.0.1"])
    assert fetch(f"{paper}/page", SHORT).data == PAGE


def test_other_formats(paper: str) -> None:
    [latin] = reports([f"{paper}/latin"], allow_private_addresses=True)
    assert isinstance(latin, Report)
    assert latin.text.startswith("São Tomé and Príncipe")
    line, aside = reports([f"{paper}/lines"], allow_private_addresses=True)
    assert isinstance(line, Report)
    assert (line.source, line.format) == (f"{paper}/lines:1", "jsonl")
    assert isinstance(aside, SetAside)


def test_packed_pages_are_unpacked(paper: str) -> None:
    assert fetch(f"{paper}/zip", SHORT, allow_private=True).data == PAGE
    assert fetch(f"{paper}/members", SHORT, allow_private=True).data == PAGE


def test_redirects_are_followed_a_few_times(paper: str) -> None:
    raw = fetch(f"{paper}/hops/4", SHORT, allow_private=True)
    assert (raw.data, raw.url, raw.source) == (PAGE, f"{paper}/page", f"{paper}/hops/4")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone", "the server answers 404 Not Found"),
        ("picture", "is image/png, not a page or a text"),
        ("bomb", "has more than 100 kB"),
        ("broken", "gzip data are broken"),
        ("cut", "gzip data are cut off"),
        ("odd", "packed in a way that was not asked for"),
        ("big", "has 50.0 MB; at most 100 kB are read"),
        ("endless", "has more than 100 kB"),
        ("silent", "took too long"),
        ("drip", "took too long"),
        ("trickle", "took too long"),
        ("circle", "redirects more than 5 times"),
        ("hops/5", "redirects more than 5 times"),
        ("away/ftp://paper.example/", "must begin with http"),
        ("away/file:///etc/passwd", "must begin with http"),
    ],
)
def test_bad_servers(paper: str, path: str, reason: str) -> None:
    began = time.monotonic()
    [aside] = reports([f"{paper}/{path}"], allow_private_addresses=True, limits=SHORT)
    assert isinstance(aside, SetAside)
    assert reason in aside.reason
    assert "\n" not in aside.reason
    assert time.monotonic() - began < 2.5


def test_private_addresses_are_not_asked(paper: str) -> None:
    with pytest.raises(UnreadableReport, match="own network"):
        fetch(f"{paper}/page", SHORT)


def test_nor_reached_by_a_redirect(paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import detente.sources.fetch as fetching
    from detente.sources import address

    real: Callable[..., list[str]] = address.checked_addresses

    def check(host: str, port: int, *, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if host == "paper.invalid" else real(host, port, allow_private=allow_private)

    monkeypatch.setattr(fetching, "checked_addresses", check)
    outside = paper.replace("127.0.0.1", "paper.invalid")
    for inside in (f"{paper}/page", "http://169.254.169.254/latest/meta-data/", "http://[::1]:80/", "//localhost/"):
        with pytest.raises(UnreadableReport, match="own network"):
            fetch(f"{outside}/away/{inside}", SHORT)


@pytest.mark.parametrize(
    "address", ["http://", "http:///x", "https://[::1", "http://a b/", "http://\x00/", "http://x:99999/"]
)
def test_addresses_that_are_none(address: str) -> None:
    [aside] = reports([address])
    assert isinstance(aside, SetAside)
    assert "\n" not in aside.reason


def test_names_and_passwords_are_sent_and_not_kept(paper: str) -> None:
    inside = paper.replace("http://", "http://anna:hidden@")
    raw = fetch(f"{inside}/away/{inside}/page", SHORT, allow_private=True)
    assert (raw.source, raw.url) == (f"{paper}/away/{inside}/page", f"{paper}/page")
    [report] = reports([f"{inside}/page"], allow_private_addresses=True)
    assert isinstance(report, Report)
    assert "hidden" not in repr(report)
    assert fetch(f"{inside}/login", SHORT, allow_private=True).data == b"Basic YW5uYTpoaWRkZW4="


def test_no_connection() -> None:
    [aside] = reports(["http://127.0.0.1:1/"], allow_private_addresses=True, limits=SHORT)
    assert isinstance(aside, SetAside)
    assert "no connection" in aside.reason
