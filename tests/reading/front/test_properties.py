from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.report import DateBasis, DateCandidate, Front, Report, Zone
from detente.reading.front import read_front

_FURNITURE = (
    "Home > World > Asia",
    "Share Tweet Print",
    "Advertisement",
    "We use cookies on this site.",
    "Read more: Ships turn back",
    "By Anna Holm",
    "Published 3 May 2021, 14:02 GMT",
    "(Reporting by Anna Holm; Editing by Jo Berg)",
    "Photo: Navy",
    "###",
    "--",
    "# Talks resume",
    "> quoted",
    "Vienna, 3 May 2021",
)
_PROSE = (
    "GENEVA (AFP) - The delegations met again on Tuesday.",
    "Both sides said that they would return.",
    "MUSCAT/DOHA --",
    "Nothing was agreed",
    "1. The parties note the report.",
    "LUND: Will you sign?",
)
_LINE = st.one_of(st.sampled_from(_FURNITURE + _PROSE), st.text(max_size=40))
_TEXT = st.lists(st.tuples(_LINE, st.sampled_from(("\n", "\n\n", " ", "\u2028", "\n \t\n"))), max_size=14).map(
    lambda parts: "".join(line + gap for line, gap in parts)
)


def _read(text: str, title: str | None = None) -> Front:
    return read_front(Report(text, "test", "text", "0", title=title))


def _assert_zoned(text: str, front: Front) -> None:
    at = 0
    for zone in front.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip()
        assert text[zone.start : zone.end] == text[zone.start : zone.end].strip()
        at = zone.end
    assert not text[at:].strip()


@given(_TEXT, st.none() | _LINE)
def test_zones_are_ordered_disjoint_trimmed_and_hold_everything(text: str, title: str | None) -> None:
    front = _read(text, title)
    _assert_zoned(text, front)
    quoted = (*front.chrome, *front.captions, *front.credits, *(place.evidence for place in front.dateline))
    assert all(text[words.start : words.end] == words.text for words in quoted)
    assert front.headline is None or text[front.headline.start : front.headline.end] == front.headline.text
    assert _read(text, title) == front


@given(st.lists(st.sampled_from(_FURNITURE), max_size=4), st.lists(st.sampled_from(_FURNITURE), max_size=4))
def test_sentences_stay_body_whatever_stands_around_them(above: list[str], below: list[str]) -> None:
    sentences = [
        "The two delegations spent a second day over the text of the ceasefire.",
        "Neither of them said when the third would be.",
        "A fisherman who lives on the line told this paper that nobody had asked him.",
    ]
    end = [line for line in below if line not in ("###", "--")]
    front = _read("\n\n".join(["###" if line == "--" else line for line in above] + sentences + end))
    body = [z for z in front.zones if z.zone is Zone.BODY]
    text = "\n\n".join(["###" if line == "--" else line for line in above] + sentences + end)
    assert set(sentences) <= {text[z.start : z.end] for z in body}


@given(st.lists(st.sampled_from(_PROSE), min_size=1, max_size=6))
def test_furniture_in_between_changes_no_sentence(lines: list[str]) -> None:
    plain = _read("\n\n".join(lines))
    text = "\n\nAdvertisement\n\n".join(lines)
    _assert_zoned(text, _read(text))
    _assert_zoned("\n\n".join(lines), plain)


_LONG = {
    "one line": "The minister said that the talks went on. " * 24_000,
    "one word": "a" * 1_000_000,
    "parentheses": "(a" * 500_000,
    "dashes": "MOSCOW/" * 140_000,
    "paragraphs": "The minister said that the talks would go on for another day, if need be.\n\n" * 13_000,
    "wrapped": "The minister said that the talks would go on for another\nday, if need be, and\n" * 12_000,
    "end marks": "###\n\n" * 20_000,
    "names": "He said so to them.\n\n" + "Ada Lund\n\n" * 20_000,
}


@pytest.mark.parametrize("text", _LONG.values(), ids=_LONG.keys())
def test_long_texts_take_little_time(text: str) -> None:
    start = time.perf_counter()
    _assert_zoned(text, _read(text))
    assert time.perf_counter() - start < 20  # seconds; far above what it takes, far below what anything quadratic would


def test_given_dates_come_first_and_complete_the_dateline() -> None:
    report = Report(
        "HANOI, March 3 (Xinhua) -- The two navies met at sea.\n\nNobody was hurt.",
        "test",
        "text",
        "0",
        dates=(DateCandidate("2021-03-04", DateBasis.GIVEN, "--published"),),
    )
    published = read_front(report).published
    assert (str(published.date), published.basis) == ("2021-03-04", DateBasis.GIVEN)
    assert [c.date for c in published.candidates] == ["2021-03-04", "2021-03-03"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\u200b", "x", ".", "#", "-", "\x1c", "(", "=" * 50])
def test_next_to_nothing(text: str) -> None:
    front = _read(text)
    _assert_zoned(text, front)
    assert front.published.date is None
    assert front.published.basis is DateBasis.UNKNOWN
