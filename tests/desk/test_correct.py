"""What is changed on a page stands in the log, holds in every page, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from detente.desk.addresses import Addresses
from detente.desk.site import Site
from detente.errors import WordsNotFound
from detente.model.reading import Reading
from detente.model.round_trip import plain
from detente.record.field_values import Context, field_values
from detente.record.settable import required, settable
from tests.desk.client import Client, page
from tests.desk.conftest import DISPUTE

TO = Addresses()
HERE = TO.dispute(DISPUTE)


def statement(desk: Client) -> dict[str, Any]:
    hits = desk.get("/search.json?section=statements&q=sluice").json()["hits"]
    return dict(hits[0]["item"])


def log(desk: Client) -> list[dict[str, Any]]:
    return list(desk.get("/log.json").json())


def form_of(desk: Client, address: str, action: str) -> dict[str, str]:
    """What a browser would send of a form that nobody touched."""
    (form,) = page(desk.get(address)).xpath(f"//form[@action='{action}']")
    return {name: value for name, value in form.form_values() if name != "token"}


def test_an_item_is_confirmed(desk: Client) -> None:
    item = TO.item(statement(desk)["id"])
    assert desk.post(f"{item}/confirm", {}).headers["location"] == item
    assert [one["kind"] for one in log(desk)] == ["confirm"]
    assert "Take back" in desk.get(item).text


def test_an_item_is_hidden_and_comes_back(desk: Client) -> None:
    identity = statement(desk)["id"]
    desk.post(f"{TO.item(identity)}/hide", {"why": "not said"})
    assert "Hidden: no answer has it." in desk.get(TO.item(identity)).text
    assert identity not in desk.get(f"{HERE}.json").text
    desk.post("/log/undo", {"n": "1"})
    assert "Hidden" not in desk.get(TO.item(identity)).text


def test_only_what_was_changed_in_the_form_is_corrected(desk: Client) -> None:
    item = TO.item(statement(desk)["id"])
    form = form_of(desk, item, f"{item}/correct")
    assert desk.post(f"{item}/correct", form).status_code == 400
    assert log(desk) == []
    answer = desk.post(f"{item}/correct", form | {"date": "2030-03-11", "why": "the day before"})
    assert answer.status_code == 303
    (entry,) = log(desk)
    assert (entry["payload"]["fields"], entry["why"], entry["by"]) == ({"date": "2030-03-11"}, "the day before", "ana")
    assert "2030-03-11" in desk.get(item).text


def test_a_value_that_cannot_be_says_why(desk: Client) -> None:
    item = TO.item(statement(desk)["id"])
    form = form_of(desk, item, f"{item}/correct")
    answer = desk.post(f"{item}/correct", form | {"date": "soon"})
    assert (answer.status_code, "is no date" in answer.text) == (400, True)
    assert log(desk) == []


def test_every_value_that_a_form_shows_is_read_back_the_same(river: list[Reading]) -> None:
    checked = 0
    for reading in river:
        for section, items in reading.items.items():
            for item in items:
                context = Context(reading, (item.evidence.start, item.evidence.end))
                for field in settable(section, item):
                    try:
                        made = field_values(section, [f"{field.name}={field.value}"], context)[field.name]
                    except WordsNotFound:  # they stand there twice
                        continue
                    assert made == plain(getattr(item, field.name)), f"{item.id} {field.name}"
                    checked += 1
    assert checked > 200


def test_a_form_that_nobody_touched_changes_nothing(desk: Client) -> None:
    hits = desk.get("/search.json?section=events&party=CHL").json()["hits"]
    for hit in hits[:8]:
        item = TO.item(hit["item"]["id"])
        assert desk.post(f"{item}/correct", form_of(desk, item, f"{item}/correct")).status_code == 400
    assert log(desk) == []


def test_words_that_were_missed_are_filed(desk: Client) -> None:
    report = next(one for one in desk.get("/reports.json").json() if "beta" in one["source"])
    address = TO.report(report["id"])
    text = desk.get(f"{address}.json").json()["report"]["text"]
    words = "planned for March 20"
    form = {"words": words, "section": "ahead", "start": str(text.index(words)), "fields": "date=2030-03-20\nwho=CHL"}
    answer = desk.post(f"{address}/mark", form)
    assert answer.status_code == 303
    shown = desk.get(answer.headers["location"]).text
    assert "marked by hand" in shown
    (entry,) = log(desk)
    assert entry["payload"]["words"]["start"] == text.index(words)
    assert entry["payload"]["item"]["date"] == "2030-03-20"


def test_a_statement_by_hand_gets_what_its_section_needs(desk: Client) -> None:
    report = next(one for one in desk.get("/reports.json").json() if "alpha" in one["source"])
    form = {"words": "in Arica on March 20", "section": "statements", "statements.manner": "indirect",
            "events.status": "occurred", "start": "", "fields": "speaker=PER"}  # fmt: skip
    assert desk.post(f"{TO.report(report['id'])}/mark", form).status_code == 303
    assert log(desk)[0]["payload"]["item"]["manner"] == "indirect"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"words": "no such words", "section": "ahead"}, "nowhere"),
        ({"words": "sluice", "section": "weather"}, "no section"),
        ({"words": "a" * 30_000, "section": "ahead"}, "longer than"),
    ],
)
def test_what_cannot_be_filed_says_why(desk: Client, form: dict[str, str], told: str) -> None:
    report = desk.get("/reports.json").json()[0]
    answer = desk.post(f"{TO.report(report['id'])}/mark", form)
    assert (answer.status_code, told in answer.text) == (400, True)


def test_a_form_asks_for_what_a_section_s_items_must_have_and_their_words_do_not_give() -> None:
    assert [(field.name, field.choices[:2]) for field in required("statements")] == [("manner", ("direct", "indirect"))]
    assert [field.name for field in required("terms")] == ["person", "until"]
    assert [field.name for name in ("people", "agreements", "territories", "ahead") for field in required(name)] == []


def test_two_events_are_put_apart_and_together(desk: Client) -> None:
    events = desk.get(f"{HERE}.json").json()["events"]
    read = [[one["id"] for one in event["mentions"] if one["id"].startswith("event-")] for event in events]
    one, other = max(read, key=len)[:2]
    assert desk.post(f"{TO.item(one)}/split", {"other": other}).status_code == 303
    assert desk.post(f"{TO.item(one)}/merge", {"other": other}).status_code == 303
    assert [entry["kind"] for entry in log(desk)] == ["split", "merge"]
    assert desk.post(f"{TO.item(one)}/merge", {"other": "event-nix"}).status_code == 404


def test_what_may_be_the_same_is_offered_put_together_and_taken_back(desk: Client) -> None:
    events = [one["mentions"][0]["id"] for one in desk.get(f"{HERE}.json").json()["events"]]
    for identity in (one for one in events if one.startswith("event-")):
        item = TO.item(identity)
        offered = page(desk.get(item)).xpath(f"//form[@action='{item}/merge']//input[@type='radio']/@value")
        if offered:
            break
    assert desk.post(f"{item}/merge", {"other": offered[0], "another": ""}).headers["location"] == item

    def told() -> set[str]:
        events = [{told["id"] for told in one["mentions"]} for one in desk.get(f"{HERE}.json").json()["events"]]
        return next(one for one in events if identity in one)

    assert offered[0] in told()
    (number,) = page(desk.get(item)).xpath("//form[@action='/log/undo']/input[@name='n']/@value")
    desk.post("/log/undo", {"n": number})
    assert offered[0] not in told()


def test_the_queue_loses_what_was_settled(desk: Client, site: Site) -> None:
    before = desk.get("/review.json").json()
    first = before[0]
    answer = desk.post(f"{TO.item(first['item'])}/confirm", {"from": "review", "dispute": DISPUTE, "kind": ""})
    assert answer.headers["location"] == site.to.page("review", dispute=DISPUTE)
    after = desk.get("/review.json").json()
    assert first["item"] not in [one["item"] for one in after]
    assert len(after) < len(before)
    desk.post("/log/undo", {"n": "1"})
    assert desk.get("/review.json").json() == before


def test_the_queue_is_narrowed_to_a_kind(desk: Client) -> None:
    kinds = {one["kind"] for one in desk.get("/review.json?kind=inferred").json()}
    assert kinds == {"inferred"}
    assert desk.get("/review?dispute=nix").status_code == 404


@pytest.mark.parametrize("where", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_a_form_cannot_say_where_to_go_next(desk: Client, where: str) -> None:
    item = TO.item(statement(desk)["id"])
    form = {"from": where, "dispute": where, "kind": where, "next": where}
    assert desk.post(f"{item}/confirm", form).headers["location"] == item
    location = desk.post(f"{item}/confirm", form | {"from": "review"}).headers["location"]
    assert location.startswith("/review?")
