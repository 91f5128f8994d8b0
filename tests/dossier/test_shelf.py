"""Readings are fetched from the record when they are asked for, and told as they were when the dossier was made."""

from __future__ import annotations

from detente.dossier.account import Dossier
from detente.dossier.from_record import from_record
from detente.model.reading import Reading
from detente.record.corrections import enter
from detente.record.store import Store


def test_what_is_fetched_is_what_was_read(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        made = from_record(connection)
    assert {one.id: one.reading for one in made.sources} == {one.report.id: one for one in readings.values()}


def test_a_correction_made_later_does_not_change_what_is_fetched(store: Store, readings: dict[str, Reading]) -> None:
    read = readings["lome"]
    with store.reading() as connection:
        made = from_record(connection)
    event = (read.events or ())[0]
    with store.writing() as connection:
        words = {"start": event.evidence.start, "end": event.evidence.end, "text": event.evidence.text}
        payload = {"section": "events", "words": words, "report": read.report.id}
        enter(connection, "hide", event.id, payload, report_key=read.report.key, by="ann", why=None, at="2031")
        later = from_record(connection)
    assert _reading(made, read.report.id) == read
    assert event not in (_reading(later, read.report.id).events or ())


def _reading(made: Dossier, identity: str) -> Reading:
    return next(one for one in made.sources if one.id == identity).reading


def test_one_that_writes_may_fetch_too(store: Store) -> None:
    with store.writing() as connection:
        made = from_record(connection)
        assert all(one.text for one in made.sources)
