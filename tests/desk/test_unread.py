"""A dispute of which a part was never read says so on its pages, and has a button that does it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.desk.addresses import Addresses
from detente.desk.site import Site
from detente.model.reading import Reading
from detente.record import waiting
from detente.record.writer import keep_again
from tests.desk.client import Client, page
from tests.desk.conftest import AT, DISPUTE

HERE = Addresses().dispute(DISPUTE)
PARTS = ["", "/positions", "/agenda", "/people"]


@pytest.fixture
def older(site: Site, river: list[Reading]) -> Site:
    """The record, two of whose reports were read before there were positions."""
    from detente.record.readings import find_report

    for one in river[:2]:
        with site.store.writing() as connection:
            number = find_report(connection, one.report.id)
            items = {name: found for name, found in one.items.items() if name != "positions"}
            items = {name: found for name, found in one.items.items() if name != "positions"}
            by = replace(one.provenance, program="detente 0.0.1")
            assert keep_again(connection, replace(one, items=items, provenance=by), number, AT)
    return site


@pytest.mark.parametrize("part", PARTS)
def test_it_is_said_what_is_missing(older: Site, desk: Client, part: str) -> None:
    told = page(desk.get(HERE + part)).xpath("string(//div[contains(@class, 'missing')])")
    assert "2 of 6 reports" in told
    assert "Where they stand" in told
    assert "Events" not in told
    assert "detente reread" in told
    assert older.store.path.exists()


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_said_where_everything_was_read(desk: Client, part: str) -> None:
    assert page(desk.get(HERE + part)).xpath("//div[contains(@class, 'missing')]") == []


def test_the_button_puts_it_into_the_queue(older: Site, desk: Client) -> None:
    answer = desk.post(f"{HERE}/again", {})
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    with older.store.reading() as connection:
        [one] = waiting.every(connection)
    assert (one.place, one.dispute, one.state, one.by) == (waiting.AGAIN, DISPUTE, "waiting", "ana")
    assert "read again" in desk.get("/add").text


def test_of_no_dispute_nothing_is_read_again(desk: Client, site: Site) -> None:
    assert desk.post("/disputes/nothing/again", {}).status_code == 404
    with site.store.reading() as connection:
        assert waiting.every(connection) == []
