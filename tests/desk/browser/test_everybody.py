"""Every page can be used by everybody, in the light and the dark, on a phone and in print, and keeps to itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from detente.desk.addresses import Addresses
from detente.desk.sheets import draw
from detente.desk.views.sample import sheet_of
from detente.dossier.lookup import Lookup
from detente.record.sample import sample
from tests.desk.browser.conftest import Served, Window, opened
from tests.desk.conftest import DISPUTE

AXE = (Path(__file__).parents[1] / "axe" / "axe.min.js").read_text(encoding="utf-8")
TO = Addresses()
HERE = TO.dispute(DISPUTE)


def told(served: Served) -> Lookup:
    with served.site.store.reading() as connection:
        return served.site.dossiers.of(connection, DISPUTE)


def pages(served: Served) -> list[str]:
    """One address of every kind of page; a sample is drawn for the one that shows it."""
    with served.site.store.reading() as connection:
        draw(sheet_of(served.site, DISPUTE), sample(connection, 12))
    made = told(served).made
    event = max(made.events, key=lambda one: len(one.mentions))
    source = made.sources[1]
    statement = (source.reading.statements or ())[0]
    return [
        "/", HERE, f"{HERE}/timeline", f"{HERE}/timeline?from=2030-03&to=2030-03", f"{HERE}/positions",
        f"{HERE}/agenda", f"{HERE}/agreements", f"{HERE}/people", f"{HERE}/figures",
        f"{HERE}/territories", f"{HERE}/scenario", f"{HERE}/sources", f"{HERE}/changes",
        "/reports", "/search", "/search?q=talks", TO.page("search", q="ship", dispute=DISPUTE, order="day"),
        "/review", "/review/sample", "/add", "/log", "/nothing", TO.report(source.id),
        TO.report(source.id, item=statement.id),
        TO.item(statement.id), TO.item(next(one.event.id for one in event.mentions if "echo" not in one.event.id)),
        TO.item(made.people[0].id),
    ]  # fmt: skip


def drawn(page: Page) -> None:
    """Wait for the charts of a page."""
    for chart in page.locator("[data-chart]").all():
        expect(chart).to_have_attribute("data-drawn", re.compile(r"\d"))


def violations(page: Page) -> list[str]:
    """What axe finds, as rule and place, when everything is drawn."""
    drawn(page)
    page.evaluate(AXE)
    found: Any = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(browser: Browser, served: Served, scheme: Any) -> None:
    context, window = opened(browser, served, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for address in pages(served):
        if wrong := violations(window.go(address)):
            found[address] = wrong
    context.close()
    assert found == {}


def test_nothing_leaves_the_desk_and_its_policy_refuses_nothing(window: Window, served: Served) -> None:
    for address in pages(served):
        if address != "/nothing":
            page = window.go(address)
            drawn(page)
            window.is_clean()
    assert len(window.asked) > len(pages(served))


@pytest.mark.parametrize("width", [390, 640])  # a phone; 1280 at 200 percent
def test_no_page_is_wider_than_its_window(browser: Browser, served: Served, width: int) -> None:
    context, window = opened(browser, served, viewport={"width": width, "height": 800})
    for address in pages(served):
        page = window.go(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_a_printed_page_has_no_furniture(window: Window) -> None:
    page = window.go(HERE)
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert not page.locator(".views button").is_visible()
    assert page.locator(".top3").is_visible()


def test_every_page_has_one_heading_and_a_title_of_its_own(window: Window, served: Served) -> None:
    titles = []
    for address in pages(served):
        page = window.go(address)
        assert page.locator("h1").count() == 1, address
        titles.append(page.title())
    assert len(set(titles)) >= len(titles) - 5
