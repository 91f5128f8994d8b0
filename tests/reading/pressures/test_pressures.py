from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.items import Pressure
from detente.reading.reader import Reader
from detente.sources import report_from_text


@pytest.fixture(scope="session")
def pressures_reader() -> Reader:
    return Reader(only=["pressures"])


def _pressures(reader: Reader, text: str) -> tuple[Pressure, ...]:
    return reader.read(report_from_text(text, published="2022-03-09")).pressures or ()


@pytest.mark.parametrize(
    ("text", "cause", "effect", "direction"),
    [
        ("The sanctions led to a shortage of fuel in Mali.", "The sanctions", "a shortage of fuel in Mali", "promotes"),
        ("Chad closed its border because of the fighting.", "the fighting", "Chad closed its border", "promotes"),
        ("The raid at dawn undermined the truce.", "The raid at dawn", "the truce", "hampers"),
    ],
)
def test_cause_effect_and_direction(
    pressures_reader: Reader, text: str, cause: str, effect: str, direction: str
) -> None:
    found = [(each.cause.text, each.effect.text, each.direction) for each in _pressures(pressures_reader, text)]
    assert (cause, effect, direction) in found


def test_told_reported_and_supposed_are_kept_apart(pressures_reader: Reader) -> None:
    told = _pressures(pressures_reader, "The blockade of the ports caused a shortage of food in Yemen.")
    said = _pressures(
        pressures_reader, "President Amina Warsame of Somalia said the blockade of the ports caused a shortage of food."
    )
    supposed = _pressures(pressures_reader, "The blockade could lead to a shortage of fuel.")
    assert [(each.status, each.by) for each in told] == [("told", None)]
    assert [(each.status, each.by.name if each.by else None) for each in said] == [("reported", "Amina Warsame")]
    assert [each.status for each in supposed] == ["hypothetical"]


def test_who_is_pressed(pressures_reader: Reader) -> None:
    (found,) = _pressures(pressures_reader, "The fighting forced Kenya to close its border.")
    assert found.on is not None
    assert found.on.id == "KEN"


@pytest.mark.parametrize(
    "text",
    ["Peru met Chile after the summit.", "Mali wants to join the talks.", "The envoys plan to meet on Monday."],
)
def test_what_is_no_pressure(pressures_reader: Reader, text: str) -> None:
    assert _pressures(pressures_reader, text) == ()


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(["Kenya", "Peru", "Norway", "Japan"]), st.sampled_from(["Chad", "Chile", "Sweden", "China"]))
def test_other_names_press_alike(pressures_reader: Reader, one: str, other: str) -> None:
    shapes = []
    for first, second in ((one, other), (other, one)):
        found = _pressures(pressures_reader, f"The sanctions of {first} led to a shortage of fuel in {second}.")
        shapes.append([(each.cause.text.replace(first, "A"), each.effect.text.replace(second, "B")) for each in found])
    assert shapes[0] == shapes[1] != []
