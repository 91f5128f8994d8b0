"""What is bargained over, awaited, claimed or measured: none of it is shown as having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.date import Date
from detente.model.report import Report
from detente.sources import report_from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.model.references import Reference
    from detente.reading.reader import Reader

    Read = Callable[[str], tuple[Event, ...]]


def ids(who: tuple[Reference, ...]) -> tuple[str | None, ...]:
    return tuple(each.id for each in who)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Peru and Chile held talks on the return of the trawlers.", "return", "hypothetical"),
        ("Mali stressed the importance of an immediate withdrawal of the troops.", "withdrawal", "hypothetical"),
        ("Ghana will pay once Togo reopens the border.", "reopens", "hypothetical"),
        ("Ghana has not paid, nor has it withdrawn its troops from Togo.", "withdrawn", "denied"),
        ("Norway rejected the claim that its soldiers had shelled the village.", "shelled", "denied"),
        ("Spain said it would provide three million dollars in food aid to Mali.", "provide", "scheduled"),
        ("Peru shall, within ten days of signature, withdraw its troops from Chile.", "withdraw", "scheduled"),
    ],
)
def test_status(named: Read, text: str, word: str, status: str) -> None:
    found = {event.what.text: event.status for event in named(text)}
    assert found[min((what for what in found if word in what), key=len)] == status
    assert not any("food aid" in what and s == "occurred" for what, s in found.items())


def test_a_parted_subject_acts(read: Read) -> None:
    (event,) = read("Peru shall, within ten days of signature, withdraw its troops from Chile.")
    assert ids(event.source) == ("PER",)


def test_aid_that_is_announced(read: Read) -> None:
    (event,) = read("Canada announced 20 million dollars in humanitarian assistance to Haiti.")
    assert (event.type, ids(event.source), ids(event.target)) == ("AID", ("CAN",), ("HTI",))
    assert event.status == "occurred"


def test_a_request_for_comment_is_the_reporters_own(read: Read) -> None:
    assert not read("Officials in Kenya did not answer a request for comment.")


def test_ships_sent_to_train_threaten_nobody(read: Read) -> None:
    assert [e.type for e in read("India will send two ships to the joint exercise in May.")] == ["AGREE"]


def whole(reader: Reader, text: str) -> list[Event]:
    report = report_from_text(text)
    assert isinstance(report, Report)
    return list(reader.read(report).events or ())


def test_the_body_tells_what_the_headline_announces(reader: Reader) -> None:
    text = (
        "Ghana recalls ambassador from Togo\n\nACCRA, May 3, 2021 (Gulf Press) - Ghana recalled its ambassador from "
        "Togo on Monday and demanded an apology.\n\nOfficials in Accra gave no further details of the decision.\n"
    )
    found = [(e.type, ids(e.source), ids(e.target), e.date) for e in whole(reader, text)]
    assert found[0] == ("SANCTION", ("GHA",), ("TGO",), Date.parse("2021-05-03"))
    assert found[1][:3] == ("REQUEST", ("GHA",), ("TGO",))  # the target of the verb that it is joined to
    assert len(found) == 2


def test_a_date_behind_the_report_is_not_that_of_a_duty(reader: Reader) -> None:
    text = (
        "Statement of the ministry\n\n4 March 2019\n\nThe posts were occupied in 1994 and Togo must return them "
        "to Ghana. Togo shall withdraw its troops from the posts listed in Annex B by 1 June 2019.\n"
    )
    dates = {e.what.text: e.date for e in whole(reader, text)}
    assert dates["must return them to"] is None
    assert next(date for what, date in dates.items() if "withdraw" in what) == Date.parse("2019-06-01")
