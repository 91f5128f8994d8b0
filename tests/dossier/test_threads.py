"""A plan and what became of it are one event, dated by what was done."""

from __future__ import annotations

from detente.dossier.account import About, Dossier, dossier
from detente.reading.reader import Reader
from tests.dossier.conftest import read
from tests.dossier.test_events import told

PLANNED = {
    "2030-03-01-a": "Ministers to meet\n\nLIMA - The ministers of Peru and Chile will meet in Arica on March 20.\n",
    "2030-03-12-b": "Meeting put off\n\nLIMA - A meeting of the ministers of Peru and Chile in Arica has been put off "
    "to April 3.\n",
    "2030-04-04-c": "Ministers meet\n\nARICA - The ministers of Peru and Chile met in Arica on April 3.\n",
}


def made_of(reader: Reader, *names: str) -> Dossier:
    return dossier(read(reader, {name: PLANNED[name] for name in names or PLANNED}), About("The Lauca"))


def test_a_meeting_is_one_with_its_plan(reader: Reader) -> None:
    met = told(made_of(reader, "2030-03-12-b", "2030-04-04-c"), "met in Arica on April 3")
    assert [source.number for source in met.sources] == [1, 2]
    assert met.status == "occurred"


def test_what_was_put_off_is_dated_by_the_last_plan_and_then_by_the_deed(reader: Reader) -> None:
    planned = told(made_of(reader, "2030-03-01-a", "2030-03-12-b"), "will meet in Arica")
    assert (str(planned.date), len(planned.sources)) == ("2030-04-03", 2)
    met = told(made_of(reader), "will meet in Arica")
    assert (str(met.date), len(met.sources)) == ("2030-04-03", 3)


def test_what_is_due_and_no_event_of_a_reading_is_told_under_its_own_id(reader: Reader) -> None:
    text = "Bridge to open\n\nLIMA - The new bridge over the Lauca is due to open on March 20.\n"
    (reading,) = read(reader, {"2030-03-01-a": text})
    made = dossier([reading], About("The Lauca"))
    alone = {item.id for item in reading.ahead or ()} - {event.id for event in reading.events or ()}
    assert alone
    for identity in alone:
        event = made.event(identity)
        assert event is not None and str(event.date) == "2030-03-20" and event.status == "scheduled"
