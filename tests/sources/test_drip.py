"""Servers that answer for ever, a byte now and then, over TLS: each ends when the time for one address is over."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.errors import UnreadableReport
from detente.sources import Limits
from detente.sources.fetch import fetch
from detente.time_limit import time_limit

LIMITS = Limits(connect_seconds=1.0, fetch_seconds=0.8)
WAIT = 0.1  # seconds between two bytes; no single read waits for long
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
# What is sent at once, and what is then sent over and over.
DRIPS = {
    "status": (b"", b"H"),
    "headers": (HEAD + b"X-Long: ", b"x"),
    "header after header": (HEAD, b"X: y\r\n"),
    "body": (HEAD + b"\r\n", b"x"),
    "declared body": (HEAD + b"Content-Length: 90000\r\n\r\n", b"x"),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "a chunk's length": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    "100 Continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


class Dripping:
    """A server on this machine that drips until its client hangs up or the test is over."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self.context = context
        self.first, self.then = b"", b"x"
        self.over = threading.Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        self.over.set()
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.thread.join(10)

    def _serve(self) -> None:
        while not self.over.is_set():
            try:
                client, _ = self.listening.accept()
                with self._wrapped(client) as stream:
                    if self.context is not None:
                        stream.recv(65536)
                    stream.sendall(self.first)
                    while not self.over.wait(WAIT):
                        stream.sendall(self.then)
            except OSError:
                continue

    def _wrapped(self, client: socket.socket) -> socket.socket:
        return client if self.context is None else self.context.wrap_socket(client, server_side=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("makes a certificate with openssl")
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, made


@pytest.fixture
def secure(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Dripping]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate[1], certificate[0])
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    server = Dripping(context)
    yield server
    server.stop()


def _too_long(work: Callable[[], object]) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableReport, match="the server took too long"):
        work()
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("kind", DRIPS)
def test_a_drip_over_tls_ends(secure: Dripping, kind: str) -> None:
    secure.first, secure.then = DRIPS[kind]
    _too_long(lambda: fetch(f"https://127.0.0.1:{secure.port}/", LIMITS, allow_private=True))


def test_in_any_thread(secure: Dripping) -> None:
    secure.first, secure.then = DRIPS["body"]
    ended = []

    def work() -> None:
        _too_long(lambda: fetch(f"https://127.0.0.1:{secure.port}/", LIMITS, allow_private=True))
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert ended == [True]


def test_a_handshake_that_drips_ends() -> None:
    server = Dripping(None)
    # The head of a TLS record of 16 kB, and then its bytes, one by one.
    server.first, server.then = b"\x16\x03\x03\x40\x00", b"\x02"
    try:
        _too_long(lambda: fetch(f"https://127.0.0.1:{server.port}/", LIMITS, allow_private=True))
    finally:
        server.stop()


def test_a_name_that_is_looked_up_for_ever_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(10))
    _too_long(lambda: fetch("https://paper.example/", LIMITS))
    over.set()


def test_the_limit_around_it_counts_where_it_is_nearer(secure: Dripping) -> None:
    secure.first, secure.then = DRIPS["headers"]
    long = Limits(fetch_seconds=60.0)

    def work() -> None:
        with time_limit(0.5):
            fetch(f"https://127.0.0.1:{secure.port}/", long, allow_private=True)

    began = time.monotonic()
    with pytest.raises((UnreadableReport, TimeoutError)):
        work()
    assert time.monotonic() - began < 5
