from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.people.component import People

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.mention import Mention

    NamesOf = Callable[[Doc, Mention], tuple[str, ...]]


def read(nlp: Language, text: str, published: str | None = None) -> Doc:
    doc = nlp.create_pipe("detente_parties")(nlp(text))
    doc._.detente_published = published
    return People()(doc)


def known(doc: Doc) -> dict[str, tuple[str | None, str | None]]:
    return {person.name: (person.party, person.office) for person in doc._.detente_people}


def test_an_office_that_opens_a_report_is_that_of_the_first_person_after_it(nlp: Language, names_of: NamesOf) -> None:
    doc = read(
        nlp,
        "Chile's foreign minister accused Peru on Monday of stalling. "
        "Tomás Arancibia said the maps had been ready since May.",
    )
    assert known(doc)["Tomás Arancibia"] == ("CHL", "foreign minister")
    assert any(m.kind == "title" and names_of(doc, m) == ("Tomás Arancibia",) for m in doc._.detente_mentions)


@pytest.mark.parametrize(
    "text",
    [
        # Somebody else holds the office.
        "Chile's foreign minister, Rosa Vidal, accused Peru of stalling. Tomás Arancibia said the maps were ready.",
        # The next one named has an office of his own.
        "Chile's foreign minister accused Peru of stalling. Ambassador Tomás Arancibia said the maps were ready.",
        # He is spoken of, and does not speak.
        "Chile's foreign minister accused Peru of stalling. A letter was sent to Tomás Arancibia in Lima.",
    ],
)
def test_otherwise_it_is_nobodys(nlp: Language, text: str) -> None:
    assert known(read(nlp, text))["Tomás Arancibia"][1] != "foreign minister"


def test_a_head_of_state_named_without_his_office_is_the_president(nlp: Language) -> None:
    text = "Vladimir Putin spoke by telephone with Emomali Rahmon. The President of Russia stressed the need for calm."
    doc = read(nlp, text, "2021-07-26")
    assert known(doc)["Vladimir Putin"] == ("RUS", "President")
    in_between = read(nlp, text, "2010-07-26")
    assert known(in_between)["Vladimir Putin"][1] is None


@pytest.mark.parametrize(("year", "party"), [("2023-05-01", "EU"), ("2012-05-01", "DEU")])
def test_leaders_are_known_with_the_particles_of_their_names(nlp: Language, year: str, party: str | None) -> None:
    doc = read(nlp, "Ursula von der Leyen said on Monday that the offer stood.", year)
    assert known(doc)["Ursula von der Leyen"][0] == party


def test_an_office_of_few_states_is_that_of_the_one_that_is_named(nlp: Language) -> None:
    text = "Foreign Secretary Anil Thapa said that {} would not sign."
    assert known(read(nlp, text.format("Nepal")))["Anil Thapa"][0] == "NPL"
    assert known(read(nlp, text.format("nobody")))["Anil Thapa"][0] is None
    text = "Interior Cabinet Secretary Wanjiru Otieno said that {} would wait."
    assert known(read(nlp, text.format("Kenya")))["Wanjiru Otieno"][0] == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "The four villages - Upper Dzoraget, Ashotsk Nor, Lernut and Varser - have been empty since 1993.",
        "Work on the road between Tort Bulak and Kara Dobo has stopped.",
        "JOINT STATEMENT ON THE STRAIT",
        "The gate at Dong Prum is shut. Commanders will meet at the Dong Prum crossing.",
        "The situation in Al-Safra was reviewed. Chad said that Al-Safra is its own land.",
        "JOINT STATEMENT BY THE PRESIDENT OF FIJI AND THE PRIME MINISTER OF TONGA",
    ],
)
def test_places_in_a_list_and_headings_are_no_people(nlp: Language, text: str) -> None:
    assert known(read(nlp, text)) == {}


def test_the_ministers_are_the_only_two_of_a_report(nlp: Language, names_of: NamesOf) -> None:
    doc = read(
        nlp,
        "Foreign Minister Ana Ilić of Serbia met Foreign Minister Dren Kelmendi of Kosovo. "
        "The Ministers agreed on gas.",
    )
    (group,) = [m for m in doc._.detente_mentions if m.kind == "group"]
    assert names_of(doc, group) == ("Ana Ilić", "Dren Kelmendi")


def test_what_a_national_agency_quotes_is_said_for_its_state(nlp: Language) -> None:
    doc = read(nlp, "TASS quoted Deputy Foreign Minister Gleb Morozov as saying that the reply would come in May.")
    assert known(doc)["Gleb Morozov"][0] == "RUS"
