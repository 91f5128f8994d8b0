"""Which date an event has: that of its own clause, or of the story; never one that another clause has for itself."""

from __future__ import annotations

import pytest

from detente.reading.events.when import weights
from detente.reading.reader import Reader
from detente.sources import report_from_text

PUBLISHED = "2022-03-09"  # a Wednesday


def dates(reader: Reader, text: str) -> dict[str, str | None]:
    """The date of each event, by its words."""
    events = reader.read(report_from_text(text, published=PUBLISHED)).events
    assert events is not None
    return {event.what.text: str(event.date) if event.date else None for event in events}


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("The crossing, closed since May 2021, was reopened by Chad on Thursday.", "reopened", "2022-03-03"),
        ("Kenya told Somalia on Tuesday that its navy had shelled a trawler in January.", "shelled", "2022-01"),
        ("Uganda closed the border on 3 February, accusing Rwanda of spying.", "closed", "2022-02-03"),
        ("Uganda closed the border on 3 February, accusing Rwanda of spying.", "accusing", "2022-02-03"),
        ("The minister of Ghana arrived in Lome on Sunday and met the president of Togo.", "met", "2022-03-06"),
        ("The envoy of Peru, who was appointed in January, protested to Bolivia on Friday.", "protest", "2022-03-04"),
        ("In 1998 Eritrea invaded Badme, and on Saturday Ethiopia accused it of a raid.", "invaded", "1998"),
        ("In 1998 Eritrea invaded Badme, and on Saturday Ethiopia accused it of a raid.", "accused", "2022-03-05"),
        ("Turkey seized a Greek vessel on Sunday, two years after the accord was signed.", "seized", "2022-03-06"),
        ("Armenia said that Azerbaijan would withdraw its troops by 1 April.", "withdraw", "2022-04-01"),
        ("Vietnam protested to China after a patrol rammed a boat on 2 March.", "rammed", "2022-03-02"),
        ("Turkish drones helped Libya to seize the port on Sunday.", "helped", "2022-03-06"),
        ("Peru seized a Chilean trawler on Sunday.", "seized", "2022-03-06"),
        ("Sunday's rocket attack on a base in Iraq killed two soldiers of Poland.", "killed", "2022-03-06"),
        ("Tuesday's vote by the parliament of Serbia banned the party.", "banned", "2022-03-08"),
        ("Kenya closed a border post near Moyale in February.", "closed", "2022-02"),
        ("Sudan and Egypt signed the accord on 7 March. The ministers agreed to meet again.", "agreed", "2022-03-07"),
    ],
)
def test_an_event_has_the_date_of_its_clause_or_of_its_story(reader: Reader, text: str, word: str, date: str) -> None:
    assert [when for what, when in dates(reader, text).items() if word in what] == [date]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fiji, which joined the pact in 2018, recalled its envoy from Tonga.", "recalled"),
        ("Norway, whose trawlers were seized in 2019, has banned Icelandic vessels.", "banned"),
        ("Greece condemned the raid on the island on 24 February.", "condemned"),
        ("Benin accused Togo of moving the markers, which were placed in 1963.", "accused"),
        ("Chile rejected the offer that Bolivia made last week.", "rejected"),
        ("Peru said on Monday that it will expel the attaches of Chile.", "expel"),
        ("Vietnam protested to China after a patrol rammed a boat on 2 March.", "protested"),
        ("Since the coup in 2020 Mali has expelled French diplomats.", "expelled"),
        ("Oman hosted the talks of Yemen and Saudi Arabia that began on 1 March.", "hosted"),
        ("Serbia has deployed troops near the border with Kosovo.", "deployed"),
    ],
)
def test_the_date_of_another_clause_and_the_day_of_the_report_are_no_dates_of_it(
    reader: Reader, text: str, word: str
) -> None:
    assert [when for what, when in dates(reader, text).items() if word in what] == [None]


def test_the_weights_speak_for_a_date_that_hangs_on_the_verb() -> None:
    known = weights()
    assert known["governs clause"] > 0 > known["bias"]
