import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.broken_words import unbroken, whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met in Ashga-\nbat on Monday.", "The envoys met in Ashgabat on Monday."),
        ("on 9 Octo-\nber 2014, and", "on 9 October 2014, and"),
        ("the presi-\n   dent, who", "the president, who"),
        ("the Franco-\nBelgian line", "the Franco-Belgian line"),
        ("a cease-\nfire; the cease-fire held", "a cease-fire; the cease-fire held"),
        ("a COVID-19-\nera ban", "a COVID-19-era ban"),
        ("two-\nand three-day talks", "two- and three-day talks"),
        ("They left -\nall of them", "They left -\nall of them"),
        ("a list:\n- one\n- two", "a list:\n- one\n- two"),
        ("half-\n\nA new paragraph", "half-\n\nA new paragraph"),
        ("Tan-\nzania", "Tanzania"),
        (f"{'x' * 60} in Ashga-\nbat {'y' * 60}", f"{'x' * 60} in Ashgabat\n{'y' * 60}"),
    ],
)
def test_broken_words(text: str, expected: str) -> None:
    assert unbroken(text) == expected


def test_as_written_elsewhere() -> None:
    assert whole("re", "sign", {"re-sign"}) == "re-sign"
    assert whole("re", "sign", {"re-sign", "resign"}) == "resign"
    assert whole("16", "inch", set()) == "16-inch"


@given(st.text(alphabet="ab-\n A.", max_size=40))
def test_nothing_is_lost_but_hyphens_and_space(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(of.split()).replace("-", "")

    assert letters(unbroken(text)) == letters(text)
