"""Groups by their names, their initials, and by what each alone is called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.organisations import organisations
from detente.dossier.source import Source
from detente.reading.reader import Reader
from tests.dossier.conftest import read

KNOWN = {"HNC": "High Negotiations Committee", "FRA": "France", "Delta guild": "the guild"}
TEXTS = (
    "The opposition High Negotiations Committee stays away. France was against High Negotiations Committee seats.",
    "It was said by the opposition High Negotiations Committee, and against High Negotiations Committee rivals.",
)


def told(reader: Reader, texts: Sequence[str]) -> Sequence[Source]:
    """The sources of texts."""
    return dossier(read(reader, {f"2030-01-0{day}-a": text for day, text in enumerate(texts, 1)}), About("x")).sources


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("a spokesman of the High Negotiation Committee", "HNC"),
        ("HNC delegate", "HNC"),
        ("Opposition delegate Tarek Haddu", "HNC"),
        ("an envoy who is against it", None),  # no article before it, so it says not what the group is
        ("the guild", None),
        ("France", None),
    ],
)
def test_a_group_is_known_by_its_names_and_by_what_it_alone_is_called(
    reader: Reader, words: str, group: str | None
) -> None:
    assert organisations(told(reader, TEXTS), KNOWN, {"HNC", "Delta guild"}).named_in(words) == group


def test_what_only_one_text_calls_a_group_is_not_its_name(reader: Reader) -> None:
    assert organisations(told(reader, TEXTS[:1]), KNOWN, {"HNC"}).named_in("the opposition") is None


def test_what_the_opposition_holds_is_held_by_the_group_that_is_called_so(reader: Reader) -> None:
    texts = {
        "2030-01-01-a": "Talks\n\nGENEVA - The opposition High Negotiations Committee will not attend the talks, "
        "its head said on Monday.\n",
        "2030-01-02-b": "Talks\n\nGENEVA - Envoys met. A letter by the opposition High Negotiations Committee came.\n",
        "2030-01-03-c": "Talks\n\nGENEVA - The Syrian opposition said on Thursday that it will send nobody unless "
        "the government lifts the siege.\n",
    }
    made = dossier(read(reader, texts), About("x"))
    held = {line.party: {one.source.number for one in line.stances} for line in made.positions}
    assert 3 in held["HNC"]
