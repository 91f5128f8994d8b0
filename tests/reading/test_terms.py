from __future__ import annotations

import pytest

from detente.model.date import Date
from detente.reading.reader import Reader
from detente.sources import report_from_text


@pytest.mark.parametrize(
    ("text", "person", "until"),
    [
        ("President Amina Warsame of Somalia will stay in office until May 2024.", "Amina Warsame", "2024-05"),
        ("Chancellor Eva Brandt of Austria met envoys. Her term ends in October 2023.", "Eva Brandt", "2023-10"),
        ("The term of Prime Minister Ravi Anand of Nepal expires on 3 June 2023.", "Ravi Anand", "2023-06-03"),
        ("Chad's president, Idriss Kello, whose term ends in May 2025, spoke.", "Idriss Kello", "2025-05"),
        ("Secretary General Olu Bankole steps down from his post in early 2023.", "Olu Bankole", "2023-early"),
    ],
)
def test_the_end_of_a_tenure(reader: Reader, text: str, person: str, until: str) -> None:
    terms = reader.read(report_from_text(text, published="2022-03-09")).terms
    assert [(term.person.kind, term.person.name, term.until) for term in terms or ()] == [
        ("person", person, Date.parse(until))
    ]


def test_two_holders_each_with_their_own_date_and_office(reader: Reader) -> None:
    text = (
        "President Amina Warsame of Somalia and Prime Minister Jon Lund of Norway pledged a treaty during their terms, "
        "which run until June 2023 for Lund during his leadership of the ruling Centre Party and until May 2024 for "
        "Warsame."
    )
    terms = reader.read(report_from_text(text, published="2022-03-09")).terms
    assert {(term.person.name, str(term.until), term.office) for term in terms or ()} == {
        ("Jon Lund", "2023-06", "leadership of the ruling Centre Party"),
        ("Amina Warsame", "2024-05", "President"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "President Amina Warsame of Somalia said the ceasefire would last until May 2024.",
        "The mandate of the mission runs until May 2024.",
        "President Amina Warsame of Somalia took office in May 2021.",
    ],
)
def test_other_ends_are_no_tenures(reader: Reader, text: str) -> None:
    assert reader.read(report_from_text(text, published="2022-03-09")).terms == ()
