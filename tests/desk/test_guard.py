"""What no page of the desk would send is refused, and every answer says what a browser may do with it."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.desk.addresses import Addresses
from detente.desk.application import application
from detente.desk.guard import HEADERS, POLICY
from detente.desk.site import Site
from detente.record.last_seen import last_seen
from tests.desk.client import HOST, ROOT, Client, page
from tests.desk.conftest import DISPUTE

HERE = Addresses().dispute(DISPUTE)


def seen(site: Site) -> str | None:
    with site.store.reading() as connection:
        return last_seen(connection, "ana", f"changes {DISPUTE}")


@pytest.mark.parametrize(
    "address", ["/", HERE, f"{HERE}.json", "/search.csv?q=a", "/nothing", "/static/desk.css", f"{HERE}/agenda.ics"]
)
def test_every_answer_has_the_headers(desk: Client, address: str) -> None:
    answer = desk.get(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "server" not in answer.headers


def test_a_refusal_has_them_too(desk: Client) -> None:
    answer = desk.get("/", headers={"Host": "evil.example"})
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_nothing_inline_and_nobody_else() -> None:
    parts = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert parts.pop("default-src") == "'none'"
    assert set(parts.values()) == {"'self'", "'none'"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:8765.evil.example",
        "",
        "0.0.0.0:8765",
    ],
)
def test_another_host_is_refused(desk: Client, host: str) -> None:
    answer = desk.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert DISPUTE not in answer.text


def test_two_hosts_are_refused(desk: Client) -> None:
    answer = desk.send("GET", "/", headers=[("Host", "127.0.0.1:8765"), ("Host", "evil.example")])
    assert answer.status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8765"},
        {"Origin": "http://127.0.0.1:8766"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(desk: Client, site: Site, headers: dict[str, str]) -> None:
    assert desk.post(f"{HERE}/seen", {}, headers=headers).status_code == 403
    assert seen(site) is None


def test_a_form_without_origin_changes_nothing(desk: Client, site: Site) -> None:
    answer = desk.send("POST", f"{HERE}/seen", data={"token": desk.token()})
    assert (answer.status_code, seen(site)) == (403, None)


@pytest.mark.parametrize("token", ["", "0" * 64, "é", "x" * 5000])
def test_a_form_without_its_token_changes_nothing(desk: Client, site: Site, token: str) -> None:
    assert desk.post(f"{HERE}/seen", {"token": token}).status_code == 403
    assert seen(site) is None


def test_a_token_of_another_browser_is_refused(desk: Client, site: Site) -> None:
    token = desk.token()
    answer = desk.post(f"{HERE}/seen", {"token": token}, headers={"Cookie": "detente-desk=" + "a" * 43})
    assert (answer.status_code, seen(site)) == (403, None)


def test_the_right_form_changes_it(desk: Client, site: Site) -> None:
    assert desk.post(f"{HERE}/seen", {}).status_code == 303
    assert seen(site) is not None


def test_the_cookie_is_for_no_script_and_no_other_site(desk: Client) -> None:
    cookie = desk.get("/").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    assert "set-cookie" not in desk.get("/").headers


@pytest.mark.parametrize("kind", ["text/plain", "application/json", ""])
def test_only_forms_are_taken(desk: Client, kind: str) -> None:
    answer = desk.send("POST", f"{HERE}/seen", content=b"{}", headers={"Origin": ROOT, "Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(desk: Client, method: str) -> None:
    assert desk.send(method, f"{HERE}/seen", headers={"Origin": ROOT}).status_code == 405


def test_a_page_is_not_posted_to(desk: Client) -> None:
    assert desk.post(HERE, {}).status_code == 405


def test_a_large_form_is_refused(desk: Client, site: Site) -> None:
    assert desk.post(f"{HERE}/seen", {"why": "a" * (2 << 20)}).status_code == 413
    assert seen(site) is None


def test_a_large_form_that_hides_its_length_is_refused(desk: Client, site: Site) -> None:
    async def body() -> object:
        yield f"token={token}".encode()
        for _ in range(40):
            yield b"&a=" + b"b" * (1 << 16)

    token = desk.token()
    headers = {"Origin": ROOT, "Content-Type": "application/x-www-form-urlencoded"}
    assert desk.send("POST", f"{HERE}/seen", content=body(), headers=headers).status_code == 413
    assert seen(site) is None


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../../etc/passwd",
        "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/static/%2e%2e/%2e%2e/guard.py",
        "/static//etc/passwd",
        "/disputes/~2Fetc~2Fpasswd",
        "/disputes/..~2F..~2Fdispute~2Etoml",
        "/disputes/~2Ftmp~2Fx~2Etoml",
        "/reports/~2Fnews~2Fnix~2Etxt",
        "/items/..~2F..",
    ],
)
def test_a_path_leads_to_no_file(desk: Client, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_a_dispute_file_beside_the_record_is_not_read(desk: Client, site: Site) -> None:
    secret = site.store.path.with_name("other.toml")
    secret.write_text('name = "Secret dispute"\nparties = ["PER", "CHL"]\n', encoding="utf-8")
    answer = desk.get(Addresses().dispute(str(secret)))
    assert answer.status_code == 404
    assert "Secret dispute" not in answer.text


@pytest.mark.parametrize("name", ["//evil.example", "/\\evil.example", "https://evil.example", "a\r\nLocation: b"])
@pytest.mark.parametrize("part", ["seen", "again", "scenario"])
def test_nobody_is_sent_elsewhere(desk: Client, name: str, part: str) -> None:
    answer = desk.post(f"{Addresses().dispute(name)}/{part}", {"text": ""})
    assert answer.status_code == 404
    assert "location" not in answer.headers


@given(st.text(max_size=40))
def test_a_location_holds_no_line_and_no_host(name: str) -> None:
    address = Addresses().dispute(name)
    assert address.isascii()
    assert not set(address) & set("\r\n\\ <>\"'")
    assert address.startswith("/disputes/")


def test_errors_tell_nothing_of_the_inside(desk: Client, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/home/ana/secret")

    monkeypatch.setattr(site.kept, "of", broken)
    answer: httpx.Response = desk.get(HERE)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_a_page_that_is_kept_holds_each_reader_s_own_token(site: Site) -> None:
    app = application(site, frozenset({HOST}))
    one, other = Client(app), Client(app)
    address = f"/items/{one.get('/search.json?q=sluice&section=statements').json()['hits'][0]['item']['id']}"
    tokens = [page(each.get(address)).xpath("//input[@name='token']/@value")[0] for each in (one, other, one)]
    assert tokens[0] == tokens[2] != tokens[1]
    assert other.post(f"{address}/confirm", {"token": tokens[0]}).status_code == 403
    assert other.post(f"{address}/confirm", {"token": tokens[1]}).status_code == 303
    assert "Take back" in one.get(address).text  # what was changed is a revision, and a page of its own
    one.close()
    other.close()
