"""Who does it to whom: the parties that the traits speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.english.cast import Actors
from detente.reading.events.beside import Around, Situation
from detente.reading.events.finder import Learned, found_in
from detente.reading.events.roles import Roles
from detente.reading.events.sides import Sides, weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Doc

    Parsed = Callable[[str], Doc]
    Pair = tuple[float, float]

TEXT = "Peru denounced Chile. The port was closed."
OPEN = Roles(Actors(), Actors())


def chosen(
    doc: Doc,
    by: Mapping[str, Pair],
    roles: Roles = OPEN,
    speaker: str | None = None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    situation = Situation("COERCE", speaker, "occurred", roles)
    found = Sides(doc, by).chosen(trigger, roles, situation).roles
    return found.source.parties, found.target.parties


def test_the_traits_decide(parsed: Parsed) -> None:
    doc = parsed(TEXT)
    nobody = {"bias": (-9.0, -9.0)}
    assert chosen(doc, nobody | {"main subject before": (10.0, 0.0)}) == (("PER",), ())
    assert chosen(doc, nobody | {"in the sentence before": (0.0, 10.0)}) == ((), ("PER", "CHL"))
    assert chosen(doc, nobody) == ((), ())


def test_a_party_is_taken_from_seven_to_three(parsed: Parsed) -> None:
    doc = parsed(TEXT)
    assert chosen(doc, {"bias": (-9.0, -9.0), "main subject before": (9.9, 0.0)}) == (("PER",), ())
    assert chosen(doc, {"bias": (-9.0, -9.0), "main subject before": (9.8, 0.0)}) == ((), ())


def test_the_speaker_is_one_of_them(parsed: Parsed) -> None:
    assert chosen(parsed(TEXT), {"bias": (-9.0, -9.0), "speaks": (10.0, 0.0)}, speaker="ECU") == (("ECU",), ())


def test_what_is_given_stays(parsed: Parsed) -> None:
    roles = Roles(Actors(("PER",)), Actors())
    by = {"bias": (10.0, 10.0)}
    assert chosen(parsed(TEXT), by, roles) == (("PER",), ("CHL",))
    assert chosen(parsed(TEXT), by, Roles(Actors(), Actors(("PER",)))) == (("CHL",), ("PER",))


def test_without_weights_nothing_changes(parsed: Parsed) -> None:
    assert chosen(parsed(TEXT), {}, Roles(Actors(("PER",)), Actors())) == (("PER",), ())


def test_the_way_through_the_parse_is_a_trait(parsed: Parsed) -> None:
    doc = parsed("The minister visited Peru, attacked Chile and left.")
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    beside = dict(Around(doc).beside(trigger, OPEN, Situation("ASSAULT", None, "occurred", OPEN)))
    assert trigger.token.text == "attacked"
    assert "path >dobj" in beside["CHL"]
    assert "path ^conj>dobj" in beside["PER"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the Qatar Treaty.",
        "Peru left the camp of a Qatari surveyor.",
        "Peru denounced the Qatar Convention at length.",
        "Peru praised an Qatari engineer.",
        "In Lima, Peru signed the Qatar Protocol.",
    ],
)
def test_a_name_that_only_describes_is_nobody(parsed: Parsed, text: str) -> None:
    doc = parsed(text)
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    beside = Around(doc).beside(trigger, OPEN, Situation("AGREE", None, "occurred", OPEN))
    assert "QAT" not in {each.party for each in beside}


def test_traits_are_told_with_the_role_and_the_type(parsed: Parsed) -> None:
    doc = parsed(TEXT)
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    roles = Roles(Actors(), Actors(("CHL",)))
    beside = list(Around(doc).beside(trigger, roles, Situation("COERCE", None, "occurred", OPEN)))
    traits = {each.party: each.traits for each in beside}
    assert list(traits) == ["CHL", "PER"]
    assert "context target type=COERCE" in traits["CHL"]
    assert "main subject before aside" in traits["PER"]
    assert "main subject before aside" not in traits["CHL"]


def test_the_product_has_weights_for_both_sides() -> None:
    known = weights()
    assert known["syntax source"][0] > known["aside"][0]
    assert known["syntax target"][1] > known["aside"][1]
