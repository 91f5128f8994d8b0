"""Texts on which a pattern that can match in many ways would not end: read here, they end at once."""

from __future__ import annotations

import pytest

from detente.model.report import Report
from detente.reading.agreements.listed import _ONLY_NUMBER
from detente.reading.front import read_front


@pytest.mark.parametrize(
    "line",
    ["Done at " + "A" * 185, "Signed in " + "Aa" * 90, "a@" * 1_400 + "!", "a@" + "a." * 1_400, "#a" * 1_400 + "!"],
)
def test_a_line_of_front_matter(line: str) -> None:
    text = f"{line}\n\nThe ministers met in Geneva and agreed to meet again in the spring.\n\n{line}"
    assert read_front(Report(text, "test", "text", "")).zones


def test_the_number_of_an_item() -> None:
    assert _ONLY_NUMBER.fullmatch("-" * 100_000 + "two words") is None
    for number in ("(a)", "12.", "iv)", "-", " • ", "3"):
        assert _ONLY_NUMBER.fullmatch(number)
