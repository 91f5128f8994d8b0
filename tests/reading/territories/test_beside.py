"""Places in dispute by the words of the report: beside a claim or a ruling, held by somebody, or what is at issue."""

from __future__ import annotations

import pytest

from detente.model.items import Territory
from detente.reading.reader import Reader
from detente.sources import report_from_text


def territories(reader: Reader, text: str) -> tuple[Territory, ...]:
    found = reader.read(report_from_text(text, published="2022-03-09")).territories
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("China spoke of its South China Sea claims.", "South China Sea"),
        ("Vietnam welcomed the South China Sea ruling.", "South China Sea"),
        ("Brunei rejected China's claims to almost all of the South China Sea.", "South China Sea"),
        ("The Philippines and China quarrelled at Sabina Shoal. Both patrol the South China Sea.", "South China Sea"),
        ("On Taiwan, the president warned China.", "Taiwan"),
        ("The envoys spoke of a settlement in Kosovo.", "Kosovo"),
        ("The talks on Transnistria stalled in Chisinau.", "Transnistria"),
        ("The war in Abkhazia drove out thousands.", "Abkhazia"),
        ("Peace in South Ossetia is far off.", "South Ossetia"),
        ("The post lies in British-ruled Northern Ireland.", "Northern Ireland"),
    ],
)
def test_a_place_in_dispute_by_what_is_said(reader: Reader, text: str, name: str) -> None:
    assert name in [territory.name for territory in territories(reader, text)]


def test_who_rules_a_place_is_said_before_its_name(reader: Reader) -> None:
    (place,) = territories(reader, "The post lies in British-ruled Northern Ireland.")
    assert ("GBR", "said") in [(claim.who.id, claim.basis) for claim in place.holdings]


@pytest.mark.parametrize(
    "text",
    [
        "China's ships crossed the South China Sea.",
        "Taiwan said it would send aid.",
        "Kosovo won a medal in the games.",
        "The case of Jakarta was closed.",
        "Rebel-held districts were shelled in the night.",
        "The ruling of the court in Lima was read out.",
    ],
)
def test_a_place_that_nobody_disputes_is_no_territory(reader: Reader, text: str) -> None:
    assert territories(reader, text) == ()
