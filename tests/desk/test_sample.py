"""A sample is drawn into a sheet, marked line by line, and scored as the command scores it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from detente.desk.site import Site
from detente.record.judgements import judgements, precision
from tests.desk.client import Client, page
from tests.desk.conftest import DISPUTE

PAGE = "/review/sample"


def sheet(site: Site) -> Path:
    (found,) = site.store.path.with_name(f"{site.store.path.name}.samples").iterdir()
    return found


def drawn(desk: Client, **form: str) -> list[str]:
    assert desk.post(PAGE, {"dispute": DISPUTE} | form).status_code == 303
    return [str(one) for one in page(desk.get(PAGE)).xpath("//ol//form[@data-key='r']/input[@name='id']/@value")]


def test_lines_are_drawn_marked_and_scored(desk: Client, site: Site) -> None:
    assert "Nothing is drawn yet" in desk.get(PAGE).text
    first, second, *_ = drawn(desk, n="12")
    for identity, mark in ((first, "right"), (second, "wrong")):
        answer = desk.post(f"{PAGE}/mark", {"dispute": DISPUTE, "id": identity, "mark": mark})
        assert (answer.status_code, answer.headers["location"].startswith(f"{PAGE}?")) == (303, True)
    assert {one.id: one.mark for one in judgements(sheet(site))} == {first: "right", second: "wrong"}
    expected = precision(judgements(sheet(site)))[-1]
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{PAGE}.csv").text)))
    assert (rows[-1]["precision"], float(rows[-1]["low"])) == ("0.5", expected.right_interval[0])
    text = page(desk.get(PAGE)).text_content()
    assert "10 to go" in text
    assert "0.09–0.91" in text  # Wilson, of one in two
    assert desk.get(f"{PAGE}.json").json()[-1]["marks"] == {"right": 1, "partly": 0, "wrong": 1, "useless": 0}


def test_a_mark_is_taken_back(desk: Client, site: Site) -> None:
    first = drawn(desk, n="5")[0]
    for mark in ("useless", ""):
        desk.post(f"{PAGE}/mark", {"dispute": DISPUTE, "id": first, "mark": mark})
    assert judgements(sheet(site)) == []


def test_what_is_marked_stays_when_more_is_drawn(desk: Client, site: Site) -> None:
    first = drawn(desk, n="5")[0]
    desk.post(f"{PAGE}/mark", {"dispute": DISPUTE, "id": first, "mark": "partly"})
    waiting = drawn(desk, n="8", section="statements", seed="other")
    assert [one.id for one in judgements(sheet(site))] == [first]
    assert first not in waiting
    assert 0 < len(waiting) <= 8
    assert len(sheet(site).read_text(encoding="utf-8").splitlines()) == len(waiting) + 2


def test_every_line_leads_to_its_item(desk: Client) -> None:
    drawn(desk, n="30")
    links = page(desk.get(PAGE)).xpath("//ol//p[@class='quote']/a/@href")
    assert len(links) == 15
    assert {desk.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        (PAGE, {"dispute": "nix"}, 404),
        (PAGE, {"dispute": DISPUTE, "section": "weather"}, 400),
        (f"{PAGE}/mark", {"dispute": DISPUTE, "id": "statement-nix", "mark": "right"}, 404),
        (f"{PAGE}/mark", {"dispute": DISPUTE, "id": "first", "mark": "splendid"}, 404),
        (f"{PAGE}/mark", {"dispute": "../x", "id": "", "mark": "right"}, 404),
    ],
)
def test_what_cannot_be_marked_says_so(desk: Client, path: str, form: dict[str, str], status: int) -> None:
    first = drawn(desk, n="5")[0]
    form = {name: first if value == "first" else value for name, value in form.items()}
    assert desk.post(path, form).status_code == status
