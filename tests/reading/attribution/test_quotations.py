from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.attribution.quotations import Quotation, quotations


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+\n*", text)]


def found(text: str) -> list[Quotation]:
    return quotations(text, paragraphs(text))


def pieces(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in quotation.pieces] for quotation in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', [["no"]]),
        ("He said “no” twice.", [["no"]]),
        ("He said «no» twice.", [["no"]]),
        ("He said ''no'' twice.", [["no"]]),
        ("He said ``no'' twice.", [["no"]]),
        ("'We will not leave,' the mayor said.", [["We will not leave,"]]),
        ("‘We will not leave,’ the mayor said.", [["We will not leave,"]]),
        ("‘The ministers’ talks are over,’ the mayor said.", [["The ministers’ talks are over,"]]),
        ('"He told me ‘go home’ and left," she said.', [["He told me ‘go home’ and left,"]]),
        ("“We are”—he paused—“not sure.”", [["We are"], ["not sure."]]),
        ('"Never closed, he said.', [["Never closed, he said."]]),
        ("“One.\n\n“Two.”\n\nThree.", [["One.", "Two."]]),
        ("“One.\n\nTwo.\n", [["One."]]),
        ('"A," he said. "B."', [["A,"], ["B."]]),
        ('"Leave now. Peru refused on Friday. Its ships stayed.', [["Leave now."]]),
        ('"Pay first," she said, "sail later. So the minister put it.', [["Pay first,"], ["sail later."]]),
        ("“We sailed. Our crews are safe. The port reopened on Monday.", [["We sailed. Our crews are safe."]]),
        ("“Ask Mr. Varga. He left.\n\nTogo denied it.", [["Ask Mr. Varga."]]),
        ("“Leave now. Go.\n\n“Now.” So he said.", [["Leave now. Go.", "Now."]]),
    ],
)
def test_finds(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The wall is 9\' 6" high and 40" thick.',
        "In the '90s the ministers' offices didn't move.",
        "Get 'em out, the crowd's leaders' lawyers said.",
        "It isn't Rabat's or Algiers' fault.",
        'An empty "" pair.',
        "No marks at all.",
        "",
    ],
)
def test_marks_that_quote_nothing(text: str) -> None:
    assert pieces(text) == []


@given(st.text(alphabet="ab \n\"'“”‘’«».,5", max_size=60))
def test_pieces_are_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for quotation in found(text):
        assert last <= quotation.start <= quotation.pieces[0][0]
        for start, end in quotation.pieces:
            assert quotation.start <= start < end <= quotation.end <= len(text)
            assert text[start:end] == text[start:end].strip()
        last = quotation.end


def test_a_quotation_that_never_closes_ends_some_day() -> None:
    text = "\n\n".join('"The talks go on, he said.' for _ in range(1_000))
    found = quotations(text, paragraphs(text))
    assert max(len(quotation.pieces) for quotation in found) <= 100
    assert sum(len(quotation.pieces) for quotation in found) == 1_000
