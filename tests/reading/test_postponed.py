"""Plans that were called off, put off, that recur, and deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import detente.reading.ahead
import detente.reading.attribution
import detente.reading.events
import detente.reading.parties
import detente.reading.people
import detente.reading.terms
import detente.reading.time  # noqa: F401
from detente.model.date import Date

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.model.items import Ahead

NAMES = ("times", "parties", "people", "statements", "events", "terms", "ahead")


def agenda(nlp: Language, text: str) -> tuple[Ahead, ...]:
    doc = nlp(text)
    doc._.detente_published = Date.parse("2024-06-12")
    for name in NAMES:
        doc = nlp.create_pipe(f"detente_{name}")(doc)
    found: tuple[Ahead, ...] = doc._.detente_ahead
    return found


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("The summit planned for 20 June has been cancelled.", "2024-06-20", "cancelled"),
        ("Greece called off the meeting of 3 July.", "2024-07-03", "cancelled"),
        ("The talks were postponed to 3 July.", "2024-07-03", "postponed"),
        ("Kenya will meet Uganda on 3 July.", "2024-07-03", "due"),
        ("The summit of 20 June may be cancelled.", "2024-06-20", "due"),
        ("The presidential election takes place on 3 July.", "2024-07-03", "due"),
        ("Serbia has until 30 June to reply.", "2024-06-30", "due"),
        ("Chad promised that it would reply no later than 7 July 2024.", "2024-07-07", "due"),
    ],
)
def test_what_became_of_the_plan(nlp: Language, text: str, date: str, status: str) -> None:
    assert [(item.date, item.status) for item in agenda(nlp, text)] == [(Date.parse(date), status)]


def test_a_span_of_days_to_act_in_has_no_date(nlp: Language) -> None:
    (item,) = agenda(nlp, "The parties shall share the findings within thirty days.")
    assert (item.date, item.what.text) == (None, "The parties shall share the findings within thirty days")
    assert agenda(nlp, "The rebels shot dead three guards within ten days.") == ()


def test_what_recurs_says_how_often(nlp: Language) -> None:
    (item,) = agenda(nlp, "The two commissions meet every Monday in Geneva.")
    assert item.date is None
    assert item.recurs
    assert agenda(nlp, "Drivers cross the bridge every day.") == ()


def test_what_was_agreed_for_later_does_not_date_the_agreement(nlp: Language) -> None:
    doc = nlp("Togo agreed to withdraw its troops from Ghana by the end of 2025.")
    doc._.detente_published = Date.parse("2024-06-12")
    for name in NAMES:
        doc = nlp.create_pipe(f"detente_{name}")(doc)
    assert [(event.type, event.date) for event in doc._.detente_events] == [("AGREE", None)]
