"""What lies ahead, with what became of it; and as a calendar."""

from __future__ import annotations

from typing import Any

import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.agenda import Due
from detente.formats.icalendar_agenda import agenda_ics, sequence
from detente.model.date import Date
from detente.model.reading import Reading
from detente.reading.reader import Reader
from tests.dossier.conftest import read


def due(made: Dossier, words: str) -> Due:
    return next(one for one in made.agenda if any(words in step.words.text for step in one.history))


def test_a_meeting_keeps_its_steps(river_dossier: Dossier) -> None:
    talks = due(river_dossier, "will hold talks")
    steps = [(step.status, str(step.date)) for step in talks.history]
    assert steps[0] == ("scheduled", "2030-03-20")
    assert ("postponed", "2030-04-03") in steps
    assert ("held", "2030-04-03") in steps
    assert steps[-1] == ("halted", "2030-04")
    assert steps.index(("postponed", "2030-04-03")) < steps.index(("held", "2030-04-03"))


def test_what_was_known_on_a_day(river: list[Reading]) -> None:
    made = dossier(river, About("The Lauca"), as_of=Date("2030-03-15"))
    ahead = [one for one in made.agenda if one.is_ahead(made.today)]
    assert [(one.status, str(one.date)) for one in ahead] == [("postponed", "2030-04-03")]


def test_what_nobody_tells_the_end_of_has_passed(river: list[Reading]) -> None:
    made = dossier(river[:1], About("The Lauca"), as_of=Date("2030-06-01"))
    assert due(made, "will hold talks").status == "passed"


def test_a_call_for_a_vote_puts_the_vote_on_the_agenda(reader: Reader) -> None:
    texts = {"2030-01-10-a": "Vote called\n\nBenin called an election of deputies for April 13, 2030.\n"}
    made = dossier(read(reader, texts), About("Benin"))
    assert any(str(one.date) == "2030-04-13" and one.is_ahead(made.today) for one in made.agenda)


@pytest.mark.parametrize("day", ["2030-06-08", "2030-06-07"])
def test_the_day_on_which_somebody_consents_is_not_the_day_of_what_is_due(reader: Reader, day: str) -> None:
    text = "Ghana to attend\n\nACCRA - Ghana said on Friday that it would join the river talks with Togo as a guest.\n"
    made = dossier(read(reader, {f"{day}-a": text}), About("The Volta"))
    steps = [step for one in made.agenda for step in one.history]
    assert all(str(step.date) != "2030-06-07" for step in steps)
    consent = next(one for one in made.events if "would join" in one.told.event.what.text)
    assert str(consent.date) == "2030-06-07"


@pytest.mark.parametrize(("day", "ahead"), [("2030-06-20", True), ("2030-08-20", False)])
def test_what_has_no_date_lies_ahead_as_long_as_reports_tell_of_it(reader: Reader, day: str, ahead: bool) -> None:
    texts = {
        "2030-06-08-a": "Ghana to send team\n\nACCRA - Ghana will send a team to Togo for talks, it said.\n",
        f"{day}-b": "Market opens\n\nTEMA - A market opened at Tema.\n",
    }
    made = dossier(read(reader, texts), About("The Volta"))
    (sent,) = [one for one in made.agenda if one.date is None and "will send" in one.what]
    assert sent.is_ahead(made.today) is ahead


def events_of(calendar: bytes) -> list[Any]:
    from icalendar import Calendar

    return list(Calendar.from_ical(calendar).walk("VEVENT"))


def test_a_calendar_keeps_its_ids_and_counts_its_changes(river: list[Reading]) -> None:
    before = dossier(river[:1], About("The Lauca"))
    after = dossier(river[:2], About("The Lauca"))
    first, second = (events_of(agenda_ics("The Lauca", made.agenda)) for made in (before, after))
    old = next(one for one in first if "will hold talks" in str(one["DESCRIPTION"]))
    new = next(one for one in second if one["UID"] == old["UID"])
    assert int(new["SEQUENCE"]) > int(old["SEQUENCE"]) == 0
    assert str(old["DTSTART"].dt) == "2030-03-20"
    assert str(new["DTSTART"].dt) == "2030-04-03"
    assert str(new["STATUS"]) == "TENTATIVE"


def test_the_same_agenda_gives_the_same_bytes(river_dossier: Dossier) -> None:
    assert agenda_ics("x", river_dossier.agenda) == agenda_ics("x", river_dossier.agenda)
    assert sequence(due(river_dossier, "will hold talks")) >= 3


def test_what_was_called_off_is_cancelled_in_the_calendar(reader: Reader) -> None:
    texts = {
        "2030-01-10-a": "Visit planned\n\nThe president of Benin will visit Lomé for talks with Togo on January 20.\n",
        "2030-01-15-b": "Talks off\n\nTogo cancelled the talks with Benin in Lomé planned for January 20, it said.\n",
    }
    made = dossier(read(reader, texts), About("Benin"))
    states = {str(one["STATUS"]) for one in events_of(agenda_ics("Benin", made.agenda))}
    assert "CANCELLED" in states
