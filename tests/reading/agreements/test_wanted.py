"""Agreements as they stand: told once, made or only wanted, with what they are for; and nouns that are none."""

from __future__ import annotations

import pytest

from detente.model.items import Agreement
from detente.reading.reader import Reader
from detente.sources import report_from_text


def agreements(reader: Reader, text: str) -> tuple[Agreement, ...]:
    found = reader.read(report_from_text(text, published="2022-03-09")).agreements
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali and Niger signed a deal to reopen the crossing.", "reopen the crossing"),
        ("Mali wants to conclude a deal with Niger without delay to free the herders.", "free the herders"),
        ("Chad and Libya discussed the deal now on the table to exchange prisoners.", "exchange prisoners"),
        ("The agreement between Peru and Chile to share the lake was signed in Lima.", "share the lake"),
        (
            "The accord between Fiji and Tonga would bring a halt to fishing at the reef.",
            "a halt to fishing at the reef",
        ),
        ("The pact between Oman and Yemen ensures free passage through the strait.", "free passage through the strait"),
    ],
)
def test_what_an_agreement_is_for_is_provided(reader: Reader, text: str, words: str) -> None:
    found = agreements(reader, text)
    assert any(words in provision.text.text for each in found for provision in each.provisions), found


@pytest.mark.parametrize(
    "text",
    [
        "The accord between Fiji and Tonga ended a long war.",
        "The accord between Fiji and Tonga has created an opening for trade.",
        "The accord between Fiji and Tonga could allow a return of the fishermen.",
    ],
)
def test_what_came_of_an_agreement_is_no_provision(reader: Reader, text: str) -> None:
    assert [each.provisions for each in agreements(reader, text)] == [()]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad and Libya spoke of the deal that is now on the table.", "proposed"),
        ("Peru said that the border treaty with Chile covers the lake.", "in force"),
        ("Peru complained that the trade deal with Chile says nothing of fish.", "agreed"),
        ("Peru and Chile signed a trade deal.", "signed"),
        ("Peru wants a trade deal with Chile.", "proposed"),
    ],
)
def test_how_it_stands(reader: Reader, text: str, status: str) -> None:
    assert [each.status for each in agreements(reader, text)] == [status]


def test_what_is_not_said_of_how_it_stands_is_marked(reader: Reader) -> None:
    (each,) = agreements(reader, "Peru complained that the trade deal with Chile says nothing of fish.")
    assert ("status", "context") in [(inference.field, inference.basis) for inference in each.inferred]


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Niger want a ceasefire. A lasting truce between them would need monitors. A deal could be near.",
        "Kenya and Somalia agreed on a truce on Monday. The two want the ceasefire to hold.",
        "Oman and Yemen reached a cessation of hostilities. The truce between them took effect at dawn.",
    ],
)
def test_one_agreement_is_told_once(reader: Reader, text: str) -> None:
    assert len(agreements(reader, text)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The prisoner swap between Peru and Chile is over.", 1),
        ("Catalonia's declaration of independence angered Spain.", 0),
        ("Kenya answered the declaration of war by Somalia.", 0),
        ("A general ceasefire was far off, an envoy of Chad said.", 0),
        ("Peru and Chile made a job swap.", 0),
        ("Peru and Chile signed a ten-year plan in Lima.", 1),
        ("Peru and Chile announced a plan in Lima.", 0),
        ("Peru and Chile agreed on a cease-fire on Monday.", 1),
        ("Peru and Chile opened fire on Monday.", 0),
    ],
)
def test_what_is_an_agreement_at_all(reader: Reader, text: str, count: int) -> None:
    assert len(agreements(reader, text)) == count
