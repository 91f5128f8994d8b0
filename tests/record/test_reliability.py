"""Intervals and agreement against published values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.reliability import alpha, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_that_of_newcombe_1998(right: int, of: int, low: float, high: float) -> None:
    assert list(wilson(right, of)) == pytest.approx([low, high], abs=5e-5)


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): examples A, B and C, nominal.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(("marked", "value"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)])
def test_alpha_is_that_of_krippendorff_2011(marked: tuple[str, ...], value: float) -> None:
    units = [[mark for mark in unit if mark != "."] for unit in zip(*marked, strict=True)]
    assert alpha(unit for unit in units if len(unit) > 1) == pytest.approx(value, abs=5e-4)


def test_alpha_of_what_says_nothing_is_none() -> None:
    assert alpha([]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None


@given(st.integers(1, 500), st.data())
def test_a_share_lies_in_its_interval(of: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, of))
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
