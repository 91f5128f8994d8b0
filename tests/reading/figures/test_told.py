"""What is counted, as news tells it: deeds done to people, tolls, groups by their members, equivalents in brackets."""

from __future__ import annotations

import pytest

from detente.model.items import Figure
from detente.reading.reader import Reader
from detente.sources import report_from_text


def _told(reader: Reader, text: str) -> list[tuple[float, str | None, str | None]]:
    found: tuple[Figure, ...] = reader.read(report_from_text(text, published="2022-03-09")).figures or ()
    return [(each.value, each.unit, each.of.text if each.of is not None else None) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A $5 million reward is offered for the rebel chief.", [(5e6, "USD", "reward")]),
        ("Canberra pledged A$5 million for the reef.", [(5e6, "AUD", "reef")]),
        ("Egypt owes three billion dlr, officials said.", [(3e9, "USD", "Egypt owes")]),
        ("The blast left 1,700 injured, officials said.", [(1700.0, "people", "left 1,700 injured")]),
        ("The death toll rose to 12, hospital officials said.", [(12.0, "people", "death toll rose")]),
        ("The club counts 11 and several more states stand in line.", []),
        ("The strikes killed 257 people and injured 5,500.", [
            (257.0, "people", "killed 257 people"), (5500.0, "people", "injured 5,500"),
        ]),
        ("Chad expelled six French diplomats from Ndjamena.", [(6.0, "diplomats", "expelled six French diplomats")]),
        ("Chad has 90 tanks.", [(90.0, "tanks", "tanks")]),
        ("Some 40,000 Malian women and children fled.", [(40000.0, "people", "Malian women and children fled")]),
        ("FIVE PERUVIAN SOLDIERS WERE KILLED.", [(5.0, "soldiers", "PERUVIAN SOLDIERS WERE KILLED")]),
        ("Togo formed a seven-member panel.", [(7.0, "members", "member panel")]),
        ("They want a two-state solution and six-party talks.", []),
        ("The army withdrew 145 kms (90 miles) to the north.", [(145.0, "kms", "army withdrew")]),
        ("Peru paid $400m (£300m) for the ships.", [(4e8, "USD", "Peru paid")]),
        ("The 21-day ceasefire began in Mali.", [(21.0, "days", "ceasefire")]),
        ("Two security officials said that the border was closed.", []),
        ("The ship stayed for 57 hours near Peru.", [(57.0, "hours", "ship stayed")]),
    ],
)  # fmt: skip
def test_what_is_counted(reader: Reader, text: str, expected: list[tuple[float, str | None, str | None]]) -> None:
    assert _told(reader, text) == expected
