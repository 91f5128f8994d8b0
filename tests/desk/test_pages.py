"""Every page that the desk leads to is there, as HTML, JSON and CSV, and holds nothing that may not run or load."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlsplit

import pytest
from lxml import etree  # type: ignore[import-untyped]

from detente.desk.addresses import Addresses
from detente.desk.site import Site
from detente.desk.views import positions
from detente.record import corrections
from tests.desk.client import Client, links, page
from tests.desk.conftest import DISPUTE

TO = Addresses()
HERE = TO.dispute(DISPUTE)
MOST = 160  # addresses that are looked at


def everywhere(desk: Client) -> dict[str, str]:
    """Each address that the pages lead to, from the first one, and its kind of content."""
    found: dict[str, str] = {}
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith(("http", "javascript")) or len(found) > MOST:
            continue
        response = desk.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        found[address] = response.headers["content-type"].partition(";")[0]
        if found[address] == "text/html":
            waiting[:0] = [link for link in links(response) if link not in found]
    return found


def test_every_link_leads_somewhere_and_no_page_has_a_script_or_style_of_its_own(desk: Client) -> None:
    found = everywhere(desk)
    pages = {urlsplit(address).path for address, kind in found.items() if kind == "text/html"}
    assert {"/", "/reports", "/log", HERE, f"{HERE}/timeline", f"{HERE}/positions", f"{HERE}/sources"} <= pages
    assert {f"{HERE}/{part}" for part in ("territories", "agenda", "agreements", "people", "figures")} <= pages
    assert sum(address.startswith("/items/") for address in found) > 20
    assert {"application/json", "text/csv", "text/calendar", "application/atom+xml", "text/markdown"} <= set(
        found.values()
    )
    for address, kind in found.items():
        if kind == "text/html":
            tree = page(desk.get(address))
            assert tree.xpath("//script[not(@src)]|//style|//iframe|//object|//base") == []
            assert tree.xpath("//@style|//@*[starts-with(name(), 'on')]") == []
            sources = [str(one) for one in tree.xpath("//@src|//link/@href|//form/@action|//image/@href")]
            assert [one for one in sources if not one.startswith("/") or one.startswith("//")] == []
            addresses = [str(one) for one in tree.xpath("//a/@href")]
            assert [one for one in addresses if not one.startswith(("/", "#"))] == []


def test_a_line_leads_to_its_words_in_the_report(desk: Client) -> None:
    cited = page(desk.get(HERE)).xpath("//section[@id='ahead']//span[@class='cites']/a/@href")
    told = page(desk.get(cited[0]))
    words = told.xpath("//*[@id='words']")
    assert len(words) == 1
    assert "now" in words[0].get("class")


def test_the_text_of_a_report_is_whole(desk: Client) -> None:
    for one in desk.get("/reports.json").json():
        text = desk.get(f"{TO.report(one['id'])}.json").json()["report"]["text"]
        shown = "".join(page(desk.get(TO.report(one["id"]))).xpath("//article//span/text()"))
        visible = re.sub(r"[\s\x00-\x1f\u2400-\u2421\u202e\ufffd]", "", text)
        assert re.sub(r"[\s\x00-\x1f\u2400-\u2421\u202e\ufffd]", "", shown) == visible


def test_an_event_is_told_by_each_report_side_by_side(desk: Client) -> None:
    events = desk.get(f"{HERE}.json").json()["events"]
    most = max(events, key=lambda one: len({mention["report"]["id"] for mention in one["mentions"]}))
    reports = {mention["report"]["id"] for mention in most["mentions"]}
    assert len(reports) > 1
    tree = page(desk.get(TO.item(most["id"])))
    told = {href.split("?")[0] for href in tree.xpath("//div[@class='told']//h3/a/@href")}
    assert told == {TO.report(one).split("?")[0] for one in reports}


def test_a_person_has_their_words_and_offices(desk: Client) -> None:
    people = desk.get(f"{HERE}.json").json()["people"]
    soto = next(one for one in people if "Soto" in one["name"])
    text = desk.get(TO.item(soto["id"])).text
    assert "What Iván Soto said" in text
    assert "Offices" in text


def test_the_agenda_has_what_became_of_each_and_every_report_s_word(desk: Client) -> None:
    tree = page(desk.get(f"{HERE}/agenda"))
    moved = tree.xpath("//section[@id='past']//li[.//span[@class='steps']]")
    assert any("postponed" in one.text_content() and "2030-03-12" in one.text_content() for one in moved)
    assert tree.xpath("//section[@id='ahead']//li[contains(., 'Talks will be held on 4 May')]")
    for step in tree.xpath("//span[@class='steps']//a/@href"):
        assert page(desk.get(step)).xpath("//*[@id='words']")
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{HERE}/agenda.csv").text)))
    assert {row["step"] for row in rows if row["id"] in {row["id"] for row in rows if row["step"] == "postponed"}} > {
        "postponed"
    }


def test_of_a_long_line_the_latest_stances_are_told_and_the_rest_is_one_click_away(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = page(desk.get(f"{HERE}/positions")).xpath("//ol[contains(@class, 'stances')]/li")
    monkeypatch.setattr(positions, "_LATEST", 1)
    tree = page(desk.get(f"{HERE}/positions?from=1990"))
    lanes = tree.xpath("//ol[contains(@class, 'stances')]")
    assert {len(one.xpath("li[.//a[contains(@href, '/items/')]]")) for one in lanes} == {1}
    earlier = tree.xpath("//ol[contains(@class, 'stances')]/li[contains(., 'earlier ones')]//a/@href")
    assert len(whole) > len(lanes)
    told = page(desk.get(earlier[0])).xpath("//ol[contains(@class, 'stances')]/li[.//a[contains(@href, '/items/')]]")
    assert len(told) > 1


def test_an_office_has_its_holders_one_after_another(desk: Client) -> None:
    rows = [row for row in desk.get(f"{HERE}/people.json").json() if row["office"] and row["party"] == "Peru"]
    minister = [(row["person"], row["until"]) for row in rows if "oreign" in row["office"]]
    assert [name for name, _ in minister][-2:] == ["Rosa Paredes", "Marta Quispe"]
    assert minister[-2][1] is not None
    assert minister[-1][1] is None
    text = page(desk.get(f"{HERE}/people")).xpath("string(//tbody)")
    assert "by 2030-03-01" in text


def test_an_event_says_who_told_it_first(desk: Client) -> None:
    events = desk.get(f"{HERE}.json").json()["events"]
    most = max(events, key=lambda one: len({mention["report"]["id"] for mention in one["mentions"]}))
    told = page(desk.get(TO.item(most["id"]))).xpath("//p[starts-with(normalize-space(), 'First told')]")[0]
    assert len(told.xpath(".//a")) == 1
    first = min(most["mentions"], key=lambda mention: mention["report"]["source"])["report"]["id"]
    assert told.xpath(".//a/@href") == [TO.report(first)]


def test_a_search_of_a_dispute_tells_each_sentence_once_by_day(desk: Client) -> None:
    form = page(desk.get(HERE)).xpath("//form[@role='search']//input[@type='hidden']")
    asked = {one.get("name"): one.get("value") for one in form} | {"q": "talk"}
    assert asked == {"q": "talk", "dispute": DISPUTE, "order": "day"}
    tree = page(desk.get("/search", params=asked))
    found = tree.xpath("//ol[@class='hits']/li")
    days = [one.xpath("string(p[1])")[:10] for one in found]
    assert days == sorted(days)
    assert len(set(days)) > 2
    quoted = [" ".join(one.xpath("string(p[@class='quote'])").split()) for one in found]
    assert len(set(quoted)) == len(quoted)
    assert any(len(one.xpath("p[@class='kind']/span")) > 1 for one in found)
    assert tree.xpath("//form[@role='search']//input[@name='dispute']/@value") == [DISPUTE]
    assert page(desk.get("/")).xpath("//form[@role='search']//input[@type='hidden']") == []


def test_other_words_for_what_is_searched_are_offered(desk: Client) -> None:
    assert page(desk.get("/search?q=summit")).xpath("//a[contains(@href, 'summit+OR+meeting')]")
    assert not page(desk.get("/search?q=sluice")).xpath("//a[contains(@href, '+OR+')]")


@pytest.mark.parametrize(
    ("query", "found"), [("sluice", True), ('"river talks"', True), ("zeppelin", False), ("slui*", True)]
)
def test_search(desk: Client, query: str, *, found: bool) -> None:
    answer = desk.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert bool(page(answer).xpath("//ol[contains(@class, 'hits')]/li")) is found
    rows = list(csv.DictReader(io.StringIO(desk.get("/search.csv", params={"q": query}).text)))
    assert bool(rows) is found


def test_a_facet_narrows(desk: Client) -> None:
    answer = desk.get("/search", params={"q": "talks"})
    href = page(answer).xpath("//nav[contains(@class, 'facets')]//a/@href")[0]
    assert "section=" in href
    narrowed = page(desk.get(href)).xpath("//ol[contains(@class, 'hits')]/li")
    assert 0 < len(narrowed) <= len(page(answer).xpath("//ol[contains(@class, 'hits')]/li"))


def test_a_search_can_be_followed(desk: Client) -> None:
    feed = desk.get("/search.atom", params={"q": "sluice", "section": "statements"})
    tree = etree.fromstring(feed.content)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    days = tree.xpath("//a:entry/a:updated/text()", namespaces=atom)
    assert days == sorted(days, reverse=True)
    assert len(days) == len(desk.get("/search.json?q=sluice&section=statements").json()["hits"])
    for address in tree.xpath("//a:entry/a:id/text()", namespaces=atom):
        assert desk.get(address.removeprefix("http://127.0.0.1:8765")).status_code == 200
    assert desk.get("/search.atom", params={"q": '"half'}).status_code == 400


def test_what_cannot_be_searched_says_why(desk: Client) -> None:
    answer = desk.get("/search", params={"q": '"half'})
    assert answer.status_code == 400
    assert "quotation mark" in answer.text


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/nothing", 404, "no such page"),
        ("/disputes/nix", 404, "no dispute of the record"),
        ("/items/event-00", 404, "nowhere"),
        ("/reports/~zz", 404, "nowhere"),
        (f"{HERE}/timeline?from=spring", 400, "not a date"),
        ("/search?section=weather", 400, "no section"),
    ],
)
def test_what_is_not_there_says_so(desk: Client, address: str, status: int, told: str) -> None:
    answer = desk.get(address)
    assert (answer.status_code, told in answer.text) == (status, True)
    path, _, query = address.partition("?")
    as_json = desk.get(f"{path}.json?{query}")
    assert as_json.status_code == status
    assert "error" in as_json.json()


@pytest.mark.parametrize("part", ["timeline", "positions", "territories"])
def test_what_is_drawn_is_a_vega_lite_specification(desk: Client, part: str) -> None:
    answer = desk.get(f"{HERE}/{part}.vl.json")
    made = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert made["$schema"].endswith("/vega-lite/v6.json")
    (figure,) = page(desk.get(f"{HERE}/{part}")).xpath("//figure[@data-chart]")
    assert figure.get("data-chart") == f"{HERE}/{part}.vl.json"
    data = [one["data"]["values"] for one in (made, *made["layer"]) if "data" in one]
    hrefs = {value["href"] for values in data if isinstance(values, list) for value in values if "href" in value}
    assert hrefs
    assert {desk.get(href).status_code for href in sorted(hrefs)[:5]} == {200}


def test_what_is_narrowed_is_drawn_narrowed(desk: Client) -> None:
    every, narrowed = (
        sum(len(layer["data"]["values"]) for layer in desk.get(address).json()["layer"])
        for address in (f"{HERE}/timeline.vl.json", f"{HERE}/timeline.vl.json?from=2030-04&to=2030-04")
    )
    assert 0 < narrowed < every


def test_what_parties_hold_against_one_another_is_marked(desk: Client) -> None:
    cells = page(desk.get(HERE)).xpath("//table[@class='matrix']//td[span[contains(@class, 'opposed')]]")
    assert len(cells) >= 2


def test_positions_are_narrowed_to_shifts_and_to_a_time(desk: Client) -> None:
    every = desk.get(f"{HERE}/positions.json").json()
    shifts = desk.get(f"{HERE}/positions.json?shifts=1").json()
    assert 0 < len(shifts) < len(every)
    assert {one["change"] for one in shifts} == {"shifted"}
    april = desk.get(f"{HERE}/positions.json?from=2030-04&to=2030-04").json()
    assert april
    assert all(str(one["date"]).startswith("2030-04") for one in april)
    chile = desk.get(f"{HERE}/positions.json?party=CHL&issue={april[0]['issue']}").json()
    assert {(one["party"], one["issue"]) for one in chile} == {("CHL", april[0]["issue"])}
    before = [str(one["before"])[:40] for one in shifts if one["before"]]
    assert before
    assert all(words in desk.get(f"{HERE}/positions?shifts=1").text for words in before)
    assert "Nothing fits" in desk.get(f"{HERE}/positions?from=1900&to=1901").text


def test_where_nothing_is_drawn_there_is_no_chart(desk: Client) -> None:
    assert desk.get(f"{HERE}.vl.json").status_code == 404
    assert "vega" not in desk.get(HERE).text


def test_who_claims_and_who_holds_by_whose_word(desk: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{HERE}/territories.csv").text)))
    told = {(row["relation"], row["party"]): row["report"] for row in rows if row["table_as_of"] == ""}
    assert {("claimed by", "ARG"), ("held by", "GBR")} <= set(told)
    assert [tuple(one.values())[:5] for one in desk.get(f"{HERE}/territories.json").json()]
    tree = page(desk.get(f"{HERE}/territories"))
    assert "Borders are drawn by who is in control" in tree.text_content()
    assert tree.xpath("//table//a[contains(@href, '?at=')]")


def test_every_page_is_had_as_json_and_csv(desk: Client) -> None:
    report = desk.get("/reports.json").json()[0]["id"]
    item = desk.get("/search.json?q=sluice&section=statements").json()["hits"][0]["item"]["id"]
    parts = ("", "/timeline", "/positions", "/territories", "/scenario", "/sources", "/changes")
    pages = [f"{HERE}{part}" for part in parts]
    pages += ["/disputes", "/reports", "/search", "/review", "/review/sample", "/add", "/log"]
    for address in (*pages, TO.report(report), TO.item(item)):
        links = page(desk.get(address)).xpath("//footer//a/@href")
        assert {f"{address}.json", f"{address}.csv"} <= set(links), address
        assert desk.get(f"{address}.json").headers["content-type"] == "application/json"
        rows = list(csv.reader(io.StringIO(desk.get(f"{address}.csv").text)))
        assert rows, address
        assert {len(row) for row in rows} == {len(rows[0])}, address


def test_lines_of_a_brief_name_their_reports(desk: Client) -> None:
    known = {one["id"] for one in desk.get(f"{HERE}/sources.json").json()}
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{HERE}.csv").text)))
    ahead = [row for row in rows if row["section"] == "Ahead"]
    assert ahead
    assert all(set(row["reports"].split()) <= known and row["reports"] for row in ahead)


def test_a_party_is_followed_by_feed_and_calendar(desk: Client) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    timeline = page(desk.get(f"{HERE}/timeline?party=PER"))
    feed, calendar = timeline.xpath("//p[@class='note']/a[text()='feed' or text()='calendar']/@href")
    every, peru = (etree.fromstring(desk.get(address).content) for address in (f"{HERE}/feed.atom", feed))
    ids = [set(tree.xpath("//a:entry/a:id/text()", namespaces=atom)) for tree in (every, peru)]
    assert ids[1] < ids[0]
    whole, own = (desk.get(address).text.count("BEGIN:VEVENT") for address in (f"{HERE}/agenda.ics", calendar))
    assert 0 < own <= whole
    assert desk.get(f"{HERE}/agenda.ics?party=BOL").text.count("BEGIN:VEVENT") == 0
    assert desk.get(f"{HERE}/feed.atom?from=spring").status_code == 400


def test_a_search_has_a_calendar_of_what_lies_ahead(desk: Client) -> None:
    links = page(desk.get("/search?q=talks")).xpath("//p[@class='note']/a[text()='calendar']/@href")
    text = desk.get(links[0]).text
    assert text.count("BEGIN:VEVENT") > 0
    assert "Lauca" in text.replace("\r\n ", "")
    assert desk.get("/search.ics?q=zeppelin").text.count("BEGIN:VEVENT") == 0


def test_an_entry_of_a_calendar_keeps_its_uid(desk: Client, site: Site) -> None:
    before = sorted(line for line in desk.get(f"{HERE}/agenda.ics").text.splitlines() if line.startswith("UID"))
    due = next(one for one in desk.get(f"{HERE}.json").json()["agenda"] if len(one["history"]) > 1)
    desk.post(f"{TO.item(due['id'])}/hide", {})  # its first item: the entry begins with another now
    with site.store.reading() as connection:
        assert corrections.log(connection)[0].target == due["id"]
    after = sorted(line for line in desk.get(f"{HERE}/agenda.ics").text.splitlines() if line.startswith("UID"))
    assert set(after) <= set(before)
    assert f"UID:{due['id']}@detente" in after


def test_json_is_what_the_page_tells(desk: Client) -> None:
    told = desk.get(f"{HERE}/timeline.json").json()
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{HERE}/timeline.csv").text)))
    assert len(rows) == sum(len(told[part]) for part in ("deeds", "words", "coming"))
    assert json.loads(desk.get("/disputes.json").text)[0]["reports"] == 6


def test_sources_are_those_of_the_dispute(desk: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{HERE}/sources.csv").text)))
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [one["id"] for one in desk.get(f"{HERE}/sources.json").json()] == [row["id"] for row in rows]
    assert len(page(desk.get(f"{HERE}/sources")).xpath("//ol[contains(@class, 'sources')]/li")) == 6


def test_the_timeline_is_narrowed(desk: Client) -> None:
    every = desk.get(f"{HERE}/timeline.json").json()
    april = desk.get(f"{HERE}/timeline.json?from=2030-04&to=2030-04").json()
    assert 0 < len(april["deeds"]) < len(every["deeds"])
    assert all(one["date"] is None or one["date"].startswith("2030-04") for one in april["deeds"])


def test_what_was_seen_is_told_as_changed_no_more(desk: Client) -> None:
    assert "Since you looked" not in desk.get(HERE).text
    answer = desk.post(f"{HERE}/seen", {})
    assert (answer.status_code, answer.headers["location"]) == (303, HERE)
    assert "Nothing changed" in desk.get(HERE).text
    assert desk.get(f"{HERE}/changes.json").json()["reports"] == []


def test_the_log_can_be_taken_back(desk: Client, site: Site) -> None:
    with site.store.writing() as connection:
        corrections.enter(connection, "hide", "event-0", {}, report_key=None, by="ana", why="<i>", at="2031-01-01")
    desk.get("/log")
    assert desk.post("/log/undo", {"n": "1"}).headers["location"] == "/log"
    assert "taken back by 2" in desk.get("/log").text
    assert [one["undone_by"] for one in desk.get("/log.json").json()] == [2, None]
    assert desk.post("/log/undo", {"n": "1"}).status_code == 400
    assert desk.post("/log/undo", {"n": "x" * 3000}).status_code == 400
