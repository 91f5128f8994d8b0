"""Reports, names and queries that an enemy wrote are shown as they are, and run nowhere."""

from __future__ import annotations

import csv
import io

import pytest

from detente.desk.addresses import Addresses
from detente.desk.answers import csv_answer
from detente.desk.site import Site
from detente.record import waiting
from tests.desk.client import ROOT, Client, page
from tests.desk.conftest import DISPUTE, SCRIPT

TO = Addresses()
HERE = TO.dispute(DISPUTE)
PAGES = [
    "/", HERE, f"{HERE}/timeline", f"{HERE}/positions", f"{HERE}/territories", f"{HERE}/changes", f"{HERE}/agenda",
    f"{HERE}/agreements", f"{HERE}/people", f"{HERE}/figures", f"{HERE}/sources", f"{HERE}/scenario", "/reports",
    "/search?q=quarrel", "/log",
]  # fmt: skip


def runs(desk: Client, address: str) -> list[str]:
    """What a page has that no template of ours put there."""
    tree = page(desk.get(address))
    made = [str(one) for one in tree.xpath("//script[not(starts-with(@src, '/static/'))]/text()")]
    return made + [str(one) for one in tree.xpath("//@onerror|//img/@src|//*[starts-with(@href, 'javascript:')]/@href")]


@pytest.mark.parametrize("address", PAGES)
def test_a_script_in_a_report_does_not_run(desk: Client, address: str) -> None:
    assert runs(desk, address) == []


def test_nor_on_its_own_page_and_those_of_its_items(desk: Client) -> None:
    report = next(one for one in desk.get("/reports.json").json() if SCRIPT in one["source"])
    address = TO.report(report["id"])
    assert runs(desk, address) == []
    assert "alert(1)" in desk.get(address).text  # it is shown
    items = list(page(desk.get(address)).xpath("//a[@class='open']/@href"))[:12]
    assert items
    assert [found for item in items for found in runs(desk, item)] == []


@pytest.mark.parametrize(
    "given", [SCRIPT, '"><svg onload=alert(1)>', "';alert(1)//", "{{ 7 * 7 }}", "\x1b[2J", "\u202eabc"]
)
@pytest.mark.parametrize("field", ["q", "speaker", "party", "publisher", "dispute", "order"])
def test_nor_in_what_is_searched_for(desk: Client, field: str, given: str) -> None:
    answer = desk.get("/search", params={field: given})
    tree = page(answer)
    assert answer.status_code in (200, 400, 404)
    assert tree.xpath("//svg[@onload]|//script[not(@src)]") == []
    assert "49" not in str(tree.xpath("string(//main//input[@name='q']/@value)"))
    assert "\x1b" not in answer.text
    assert "\u202e" not in answer.text


def test_nor_in_a_scenario_s_names_options_and_evidence(desk: Client) -> None:
    text = f"""
format = "scenario/1"
name = '{SCRIPT}'
now = []
[[party]]
id = "a"
name = '{SCRIPT}'
wants = [{{ that = "o", evidence = ['{SCRIPT}', "../../etc/passwd"] }}]
options = {{ o = '<img src=x onerror=alert(2)></textarea>{SCRIPT}' }}
"""
    answer = desk.post(f"{HERE}/scenario/check", {"text": text})
    tree = page(answer)
    assert tree.xpath("//script[not(@src)]|//img|//@onerror") == []
    assert "<img src=x" in tree.xpath("string(//section[@id='answer'])")
    assert tree.xpath("string(//textarea)").strip() == text.strip()


def test_nor_in_what_is_drawn(desk: Client) -> None:
    answer = desk.get(f"{HERE}/timeline.vl.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = [one["told"] for layer in answer.json()["layer"][:2] for one in layer["data"]["values"]]
    assert not any(char in "".join(told) for char in "\x1b\u202e")


def test_nor_in_a_sample(desk: Client) -> None:
    desk.post("/review/sample", {"dispute": DISPUTE, "n": "100"})
    assert runs(desk, "/review/sample") == []


@pytest.mark.parametrize(
    "address",
    [
        f"/disputes/{SCRIPT}", TO.dispute(SCRIPT), TO.dispute(SCRIPT, "agenda"), TO.item(SCRIPT), TO.report(SCRIPT),
        TO.item("event-0123456789abcdef", SCRIPT), TO.page("search", q="a", dispute=SCRIPT),
        TO.page("log", page=SCRIPT), TO.page("review", dispute=SCRIPT), TO.page("review/sample", dispute=SCRIPT),
        TO.page("reports", publisher=SCRIPT),
    ],
)  # fmt: skip
def test_nor_in_an_address(desk: Client, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code in (200, 404)
    assert runs(desk, address) == []
    for ending in (".json", ".csv", ".svg"):
        place, mark, query = address.partition("?")
        assert not desk.get(f"{place}{ending}{mark}{query}").headers["content-type"].startswith("text/html") or (
            runs(desk, f"{place}{ending}{mark}{query}") == []
        )


def test_nor_in_what_is_given_to_be_read(desk: Client, site: Site) -> None:
    name = '"><img src=x onerror=alert(5)>.txt'
    parts = [
        ("files", (name, b"news", "text/plain")), ("text", (None, f"{SCRIPT} news")), ("title", (None, SCRIPT)),
        ("dispute_new", (None, SCRIPT)),
    ]  # fmt: skip
    sent = desk.send("POST", "/add", params={"token": desk.token()}, files=parts, headers={"Origin": ROOT})
    assert sent.status_code == 303
    with site.store.writing() as connection:
        waiting.failed(connection, waiting.every(connection)[0], f"cannot be read: {SCRIPT}")
    assert runs(desk, "/add") == []
    assert SCRIPT in str(page(desk.get("/add")).xpath("string(//main)"))


def test_nor_in_what_is_corrected_and_why(desk: Client) -> None:
    hits = desk.get("/search.json?q=sluice&section=statements").json()["hits"]
    item = TO.item(hits[0]["item"]["id"])
    found = {"venue": SCRIPT, "why": f'">{SCRIPT}'}
    assert desk.post(f"{item}/correct", found).status_code == 303
    for address in (item, "/log", HERE, f"{HERE}/changes", "/search?q=sluice"):
        assert runs(desk, address) == []
    assert SCRIPT in str(page(desk.get("/log")).xpath("string(//main)"))


def test_an_address_of_a_report_that_is_none_is_no_link(desk: Client) -> None:
    report = next(one for one in desk.get("/reports.json").json() if SCRIPT in one["source"])
    assert "javascript:" not in [str(one)[:11] for one in page(desk.get(TO.report(report["id"]))).xpath("//@href")]


def test_control_characters_of_a_report_reach_no_page(desk: Client) -> None:
    report = next(one for one in desk.get("/reports.json").json() if SCRIPT in one["source"])
    text = desk.get(TO.report(report["id"])).text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_table_holds_no_formula() -> None:
    body = csv_answer((("a",), [("=HYPERLINK(1)",), ("@x",), ("-1+2",), ("plain",), (None,), (3,)])).body
    rows = [row[0] if row else "" for row in csv.reader(io.StringIO(bytes(body).decode()))]
    assert rows == ["a", "'=HYPERLINK(1)", "'@x", "'-1+2", "plain", "", "3"]


@pytest.mark.parametrize("place", ["0-99999999999999999999", "-5-10", "5-5", "9-3", "a-b", "½-3"])
def test_a_place_that_is_none_marks_nothing(desk: Client, place: str) -> None:
    report = desk.get("/reports.json").json()[0]
    answer = desk.get(TO.report(report["id"]), params={"at": place})
    assert answer.status_code == 200
    assert page(answer).xpath("//*[@id='words']") == []
