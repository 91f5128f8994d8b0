"""Which events have a line of their own: those told whole, each once; a part is told by what it completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.sources import report_from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.reading.reader import Reader

    Read = Callable[[str], tuple[Event, ...]]


def told(events: tuple[Event, ...]) -> list[str]:
    """The lines."""
    return [" … ".join(e.clause.parts) for e in events if e.clause is not None and e.line and e.statement is None]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # what only completes another's clause
        ("Oman helped Qatar to evacuate its sailors on Sunday.", ["Oman helped Qatar to evacuate its sailors"]),
        ("Farmers of Togo blocked the road to protest the tariffs.",
         ["Farmers of Togo blocked the road to protest the tariffs"]),
        ("Talks between Armenia and Georgia resumed in Tbilisi.",
         ["Talks between Armenia and Georgia resumed in Tbilisi"]),
        ("A drone strike by Ukraine on a depot killed four soldiers.",
         ["A drone strike by Ukraine on a depot killed four soldiers"]),
        # what a whole noun tells, though another only answers to it
        ("Sudan condemned the annexation of Kuwait by Iraq.", ["the annexation of Kuwait by Iraq"]),
        # a noun, a question, a heading or a bare verb that says of nobody what he does
        ("After the talks, the envoys of Laos and Thailand left for Vientiane.",
         ["the envoys of Laos and Thailand left for Vientiane"]),
        ("Peru's plan worries Chile, and the first step is near.", []),
        ("Ghana would not say who bought the missiles of Togo.", []),
        ("Remarks by the minister of Fiji in response to a letter dated 6 March on the reef", []),
        ("The request of Mali was on the table in Bamako.", []),
        # whole: two acts of one actor, a relative clause, an act that needs no object
        ("The army of Benin fired on a convoy, killing two soldiers of Niger.",
         ["The army of Benin fired on a convoy", "The army of Benin … killing two soldiers of Niger"]),
        ("The soldiers whom Eritrea captured came from Ethiopia.", ["The soldiers … Eritrea captured"]),
        ("China withdrew from the atoll.", ["China withdrew from the atoll"]),
    ],
)  # fmt: skip
def test_a_line_tells_a_happening_whole(read: Read, text: str, lines: list[str]) -> None:
    assert told(read(text)) == lines


def test_a_part_lends_its_mode(read: Read) -> None:
    (hit,) = (e for e in read("A drone strike by Ukraine hit the depot.") if e.line)
    assert (hit.type, hit.mode) == ("ASSAULT", "drone")


def test_what_a_statement_tells_without_a_line_has_that_statement(read: Read) -> None:
    events = read("Ghana said that the raids in May were a mistake, and that it expelled an envoy of Togo.")
    assert [e.what.text for e in events if e.statement is None] == ["expelled an envoy of Togo"]
    assert all(e.by is not None for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia seized a Croatian barge on 2 March. Croatian radio then reported the seizure of the barge.",
        "Iran and Iraq signed an accord on water in Basra on Monday. The two countries signed the accord on water.",
        "Eritrea's army shelled the Ethiopian town of Badme on Monday. The bombardment of Badme lasted an hour.",
        "Turkey deployed frigates off Cyprus on Sunday. The deployment of the frigates off Cyprus was quick.",
        "Kenya arrested two Somali traders on Friday. The arrest of the two Somali traders was seen by many.",
    ],
)
def test_one_happening_told_again_is_one_line(read: Read, text: str) -> None:
    assert len(told(read(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia freed 12 Chilean soldiers. Chile freed 30 Bolivian smugglers.",
        "Benin expelled two diplomats of Togo on Friday. Togo expelled three diplomats of Benin on Saturday.",
        "Libya bombed a port of Chad on 2 March 2022. Libya bombed a market of Chad on 5 March 2022.",
        "Peru seized a trawler of Chile. Peru seized a warehouse of Chile.",
        "Laos arrested 4 fishermen of Thailand. Laos arrested 7 fishermen of Thailand.",
    ],
)
def test_like_happenings_are_two_lines(read: Read, text: str) -> None:
    assert len(told(read(text))) == 2


def test_the_fuller_telling_stands_with_the_day_of_the_other(reader: Reader) -> None:
    text = "Mali expelled two envoys on Sunday. Mali expelled the two envoys of France for spying in Gao."
    events = reader.read(report_from_text(text, published="2022-03-09")).events
    assert events is not None
    (line,) = [e for e in events if e.line and e.statement is None]
    assert line.clause is not None
    assert "spying" in line.clause.text
    assert str(line.date) == "2022-03-06"
    assert "context" in [each.basis for each in line.inferred if each.field == "date"]
