"""Which day a happening is of, where its own words leave it open."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.mention import Mention
from detente.reading.reader import Reader
from tests.dossier.conftest import read


def mention(reader: Reader, text: str, words: str) -> Mention:
    """The first event of a report of Friday, 10 May 2030, whose words begin so."""
    made = dossier(read(reader, {"2030-05-10-a": text}), About("The Mono"))
    every = sorted((one for event in made.events for one in event.mentions), key=lambda one: one.key)
    return next(one for one in every if one.event.what.text.startswith(words))


@pytest.mark.parametrize(
    ("when", "date"), [("this week", "2030-05-06/2030-05-10"), ("last week", "2030-04-29/2030-05-05")]
)
def test_what_was_done_this_week_was_done_by_the_day_of_the_report(reader: Reader, when: str, date: str) -> None:
    text = f"Border shut\n\nLOMÉ - Togo closed its border with Benin {when} over the Mono river.\n"
    assert str(mention(reader, text, "closed").date) == date


def test_a_day_that_is_past_is_not_of_what_was_only_meant(reader: Reader) -> None:
    text = (
        "River\n\nLOMÉ - Fishermen wait.\n\nBoats lie idle.\n\nThe envoy had a plan.\n\nTraders left.\n\nRain fell.\n\n"
        "Nets dry.\n\nA Benin envoy halted his attempts to conduct peace talks on May 8 after Togo's navy advanced.\n"
    )
    assert str(mention(reader, text, "halted").date) == "2030-05-08"


@pytest.mark.parametrize(("what", "basis"), [("a vote for June 3", "publication"), ("a vote", "said")])
def test_who_sets_a_day_to_come_does_so_on_the_day_of_the_report(reader: Reader, what: str, basis: str) -> None:
    text = (
        "River\n\nLOMÉ - Fishermen wait.\n\nBoats lie idle.\n\nThe envoy had a plan.\n\nTraders left.\n\nRain fell.\n\n"
        f"Nets dry.\n\nPresident Kofi Adjo of Togo called {what}.\n"
    )
    assert mention(reader, text, "called").date_basis == basis
