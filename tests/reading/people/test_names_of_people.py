"""Who is a person, and whose office and party it is: kinds that names and titles alone leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.reader import Reader
from detente.sources import report_from_text

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.model.items import Person


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    made = Reader(only=["parties", "people"])
    made.__dict__["nlp"] = nlp
    return made


def read(reader: Reader, text: str, published: str | None = None) -> tuple[Person, ...]:
    return reader.read(report_from_text(text, published=published)).people or ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("British Prime Minister Theresa May flew to Madrid.", "Theresa May"),
        ("Mrs. May refused to reopen the treaty.", "May"),
        ("The Kenyan envoy, April Otieno, met the Somali minister.", "April Otieno"),
        ("President Auguste March of Gabon spoke on Monday.", "Auguste March"),
        ("Tuesday Banda spoke for Zambia.", "Tuesday Banda"),
        ("Ms. June met the mayor of Lima.", "June"),
    ],
)
def test_people_may_be_named_like_months_and_days(reader: Reader, text: str, name: str) -> None:
    assert name in [person.name for person in read(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "In May the Peruvian minister flew to Lima.",
        "The talks of April and June failed.",
        "The tanker Maria Holm was seized off Oman.",
        "The rebel group Ansar Holm took the town.",
        "Trucks waited at the Karim Shalom crossing.",
        "Peru Recalls Envoy From Chile, Expels Consul Over Fishing Boats\n\nLIMA, 3 May 2021 - Peru took the step.\n",
    ],
)
def test_things_are_nobody(reader: Reader, text: str) -> None:
    assert read(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "name", "party", "office"),
    [
        ("Ana Ruiz, Deputy Prime Minister and Foreign Minister of Peru, received Luis Soto.", "Ana Ruiz", "PER",
         "Deputy Prime Minister"),
        ("They called (Peruvian Foreign Minister) Ana Ruiz and others.", "Ana Ruiz", "PER", "Foreign Minister"),
        ("Omar Saleh, a U.S.-trained general, left.", "Omar Saleh", None, "general"),
        ("Omar Saleh, a U.K.-based analyst, left.", "Omar Saleh", None, "analyst"),
        ("U.N. chief Ana Ruiz welcomed it after a failed attempt by her Yemen envoy Luis Soto.", "Luis Soto", "UN",
         "envoy"),
        ("A Peruvian lawmaker has said the port would close. Ana Ruiz, citing plans, said so on Friday.", "Ana Ruiz",
         "PER", "lawmaker"),
        ("Peru opposes the new port in Chile, vice foreign minister Ana Ruiz said.", "Ana Ruiz", "PER",
         "vice foreign minister"),
        ("After meeting the Chilean premier, Luis Soto, the Peruvian foreign minister, Ana Ruiz, said it must stand.",
         "Ana Ruiz", "PER", "foreign minister"),
        ("Republican Senator Ana Ruiz said the bill would pass.", "Ana Ruiz", "USA", "Republican Senator"),
        ("The talks drew in Peru's president Luis Soto and his Chilean counterpart, Ana Ruiz.", "Ana Ruiz", "CHL",
         "president"),
        ("Peruvian electrician Ana Ruiz marched.", "Ana Ruiz", "PER", "electrician"),
    ],
)  # fmt: skip
def test_office_and_party(reader: Reader, text: str, name: str, party: str | None, office: str) -> None:
    person = next(each for each in read(reader, text) if each.name == name)
    assert (person.party, person.office) == (party, office)


@pytest.mark.parametrize("name", ["Joseph R. Biden", "Joe Biden", "Joseph Biden"])
def test_leaders_are_known_in_other_spellings(reader: Reader, name: str) -> None:
    (person,) = read(reader, f"President {name} spoke by telephone.", "2022-05-01")
    assert person.party == "USA"
