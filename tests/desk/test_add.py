"""What is given waits in the queue, whatever it is called and however large; nothing is read in a request."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.desk.application import application
from detente.desk.site import Site
from detente.desk.uploads import safe
from detente.record import waiting
from tests.desk.client import HOST, ROOT, Client


def send(desk: Client, files: list[tuple[str, bytes]] = [], **fields: str) -> httpx.Response:  # noqa: B006
    """As the form of the page sends it."""
    parts: list[Any] = [("files", (name, data, "text/plain")) for name, data in files]
    parts += [(name, (None, value)) for name, value in fields.items()]
    return desk.send("POST", "/add", params={"token": desk.token()}, files=parts, headers={"Origin": ROOT})


def queue(site: Site) -> list[waiting.Given]:
    with site.store.reading() as connection:
        return waiting.every(connection)


def test_files_wait_and_the_process_is_woken(site: Site) -> None:
    woken: list[int] = []
    desk = Client(application(replace(site, wake=lambda: woken.append(1)), frozenset({HOST})))
    answer = send(desk, [("one.txt", b"first"), ("two.html", b"<p>second")], dispute_new="New one", published="2030-05")
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    second, first = queue(site)
    assert (first.called, second.called) == ("one.txt", "two.html")
    assert [Path(one.place).read_bytes() for one in (first, second)] == [b"first", b"<p>second"]
    assert (first.state, first.dispute, first.published, first.by) == ("waiting", "New one", "2030-05", "ana")
    assert len(woken) == 1
    assert "2 to read" in desk.get("/add").text
    assert len(woken) == 2  # a page that shows something waiting sees that somebody reads
    desk.close()


def test_a_text_and_an_address_wait_too(desk: Client, site: Site) -> None:
    send(desk, text="Peru said no.\r\n\r\nChile said yes.", title="A <b>title</b>", address="https://news.example/a")
    text, address = queue(site)
    assert (address.place, text.called) == ("https://news.example/a", "A <b>title</b>")
    line = json.loads(Path(text.place).read_text(encoding="utf-8"))
    assert line == {"text": "Peru said no.\n\nChile said yes.", "title": "A <b>title</b>"}
    assert "<b>title" not in desk.get("/add").text


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x", "..\\..\\boot.ini", "/etc/passwd", "C:\\Windows\\x.txt", "a\x00b.txt", "…", ".", "..",
        "<script>alert(1)</script>.html", "a" * 500 + ".html", "con\r\nSet-Cookie: a=b.txt", "~root",
        "-rf", "%2e%2e%2fa",
    ],
)  # fmt: skip
def test_a_name_leads_nowhere_else(desk: Client, site: Site, name: str) -> None:
    answer = send(desk, [(name, b"words")])
    assert answer.status_code in (303, 400)
    for one in queue(site):
        place = Path(one.place)
        assert place.resolve().parent.parent == site.uploads.resolve()
        assert place.read_bytes() == b"words"
    assert "<script>alert(1)" not in desk.get("/add").text


@given(st.text(max_size=300))
def test_a_safe_name_is_one_part_of_a_path(name: str) -> None:
    made = safe(name)
    assert made == Path(made).name
    assert made not in ("", ".", "..")
    assert made.isascii()
    assert made.isprintable()
    assert not set(made) & set("/\\ <>\"'&:\0")
    assert len(made) <= 130


def test_the_ending_stays() -> None:
    assert safe("Übersicht – neu.PDF").endswith(".PDF")
    assert safe("box.mbox") == "box.mbox"


def test_too_much_at_once_is_refused_before_it_is_kept(desk: Client, site: Site) -> None:
    assert send(desk, [("big.txt", b"a" * (2 << 20))]).status_code == 413
    assert queue(site) == []
    assert not site.uploads.exists()


def test_a_hundred_megabytes_are_refused_by_their_length_alone(desk: Client, site: Site) -> None:
    headers = {"Origin": ROOT, "Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(100 << 20)}
    answer = desk.send("POST", "/add", params={"token": desk.token()}, content=b"", headers=headers)
    assert answer.status_code == 413
    assert queue(site) == []


def test_a_large_file_that_hides_its_length_is_refused(desk: Client, site: Site) -> None:
    async def body() -> Any:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(64):
            yield b"a" * (1 << 16)
        yield b"\r\n--x--\r\n"

    headers = {"Origin": ROOT, "Content-Type": "multipart/form-data; boundary=x"}
    answer = desk.send("POST", "/add", params={"token": desk.token()}, content=body(), headers=headers)
    assert answer.status_code == 413
    assert queue(site) == []


def test_a_file_larger_than_a_report_is_refused(site: Site) -> None:
    desk = Client(application(site, frozenset({HOST})))
    answer = send(desk, [("big.txt", b"a" * 20_000_001)])
    assert (answer.status_code, "larger than" in answer.text) == (400, True)
    assert queue(site) == []
    desk.close()


def test_a_file_without_its_token_is_refused(desk: Client, site: Site) -> None:
    answer = desk.send("POST", "/add", files=[("files", ("a.txt", b"a"))], headers={"Origin": ROOT})
    assert answer.status_code == 403
    assert not site.uploads.exists()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://", "//a.example", "http://[x"],
)
def test_only_addresses_of_the_web_are_taken(desk: Client, site: Site, address: str) -> None:
    assert send(desk, address=address).status_code == 400
    assert queue(site) == []


def test_nothing_and_a_date_that_is_none_say_so(desk: Client) -> None:
    assert "nothing was given" in send(desk, text="  ").text
    assert "is not a date" in send(desk, text="words", published="spring").text


def test_what_is_settled_is_cleared_and_what_waits_stays(desk: Client, site: Site) -> None:
    send(desk, [("one.txt", b"1"), ("two.txt", b"2")])
    with site.store.writing() as connection:
        first = waiting.next_one(connection)
        assert first is not None
        waiting.failed(connection, first, "is <b>empty</b>")
    assert "is &lt;b&gt;empty" in desk.get("/add").text
    desk.post("/add/forget", {})
    assert [one.called for one in queue(site)] == ["two.txt"]
