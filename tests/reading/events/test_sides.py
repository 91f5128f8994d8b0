"""Who does it, where syntax does not say: the party that the traits speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.english.cast import Actors
from detente.reading.events.finder import Learned, found_in
from detente.reading.events.roles import Roles
from detente.reading.events.sides import Sides, Situation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Doc

    Parsed = Callable[[str], Doc]

TEXT = "Peru denounced Chile. The port was closed after the strike."


def actor(
    doc: Doc, weights: Mapping[str, float], target: tuple[str, ...] = (), speaker: str | None = None
) -> str | None:
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    sides = Sides(doc, weights)
    return sides.actor(trigger, Roles(Actors(), Actors(target)), Situation("COERCE", speaker, "occurred"))


def test_the_traits_decide(parsed: Parsed) -> None:
    doc = parsed(TEXT)
    assert actor(doc, {"main subject before": 1.0}) == "PER"
    assert actor(doc, {"main subject before": -1.0, "in the sentence before": 0.5}) == "CHL"
    assert actor(doc, {"main subject before": 1.0, "bias": -1.0}) is None


def test_whom_it_is_done_to_is_not_who_does_it(parsed: Parsed) -> None:
    assert actor(parsed(TEXT), {"in the sentence before": 1.0}, target=("PER",)) == "CHL"


def test_the_speaker_is_one_of_them(parsed: Parsed) -> None:
    assert actor(parsed(TEXT), {"speaks": 1.0}, speaker="ECU") == "ECU"


def test_traits_are_told_with_the_type_of_the_happening(parsed: Parsed) -> None:
    doc = parsed(TEXT)
    trigger = found_in(doc, Learned(None, {}))[-1].trigger
    beside = list(Sides(doc, {}).beside(trigger, Roles(Actors(), Actors()), Situation("COERCE", None, "occurred")))
    assert [each.party for each in beside] == ["PER", "CHL"]
    assert "not in sentence type=COERCE" in beside[0].traits
    assert "main subject before status=occurred" in beside[0].traits
    assert "main subject before" not in beside[1].traits
