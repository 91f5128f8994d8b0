from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.items import Time
from detente.reading.time import Times


def read(nlp: Language, text: str) -> list[Time]:
    doc = nlp(text)
    doc._.detente_published = "2021-09-15"
    return list(Times(nlp)(doc)._.detente_times)


@pytest.mark.parametrize(
    ("text", "words", "begins"),
    [
        ("The shelling stopped two days after the Aug. 20 summit.", "two days", "2021-08-20"),
        ("The shelling stopped two days after they signed the accord on Aug. 20.", "two days", "2021-08-20"),
        (
            "The summit was held on Aug. 20. Three weeks after the summit, nothing had changed.",
            "Three weeks",
            "2021-08-20",
        ),
        ("The shelling stopped two weeks after June 3.", "two weeks", "2021-06-03"),
        ("The shelling stopped two days after the summit.", "two days", None),
    ],
)
def test_a_length_after_an_event_begins_with_it(nlp: Language, text: str, words: str, begins: str | None) -> None:
    times = read(nlp, text)
    length = next(time for time in times if time.evidence.text == words)
    assert length.type == "DURATION" and length.end_point is None
    assert {time.id: time.value for time in times}.get(length.begin_point or "") == begins


def test_a_length_before_an_event_ends_with_it(nlp: Language) -> None:
    length, vote = read(nlp, "Ten days before the May 8 vote both camps were armed.")
    assert (length.value, length.begin_point, length.end_point) == ("P10D", None, vote.id)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("The vote was held on May 8. The day after the vote was calm.", "2021-05-09", "2021-05-09"),
        ("The vote was held on May 8. The day before the vote was calm.", "2021-05-07", "2021-05-07"),
        ("The day after the vote was calm.", "XXXX-XX-XX", None),
    ],
)
def test_the_day_beside_an_event(nlp: Language, text: str, value: str, edtf: str | None) -> None:
    day = read(nlp, text)[-1]
    assert (day.type, day.value, day.edtf and str(day.edtf)) == ("DATE", value, edtf)


def test_a_date_of_the_clause_is_not_the_date_of_the_event(nlp: Language) -> None:
    times = read(nlp, "On Monday, two days after the summit, the envoys met again.")
    assert [time.begin_point for time in times if time.type == "DURATION"] == [None]


@pytest.mark.parametrize(
    ("text", "value", "quant", "freq"),
    [
        ("The envoys meet twice a week.", "P1W", None, "2X"),
        ("The council sits three times every year.", "P1Y", "EVERY", "3X"),
        ("The hotline is tested two days each month.", "P1M", "EACH", "P2D"),
        ("The patrols change every other day.", "P2D", "EVERY", None),
        ("The patrols change daily.", "P1D", "EVERY", None),
        ("The ferry runs on Fridays.", "XXXX-WXX-5", "EVERY", None),
    ],
)
def test_sets(nlp: Language, text: str, value: str, quant: str | None, freq: str | None) -> None:
    assert [(t.type, t.value, t.quant, t.freq) for t in read(nlp, text)] == [("SET", value, quant, freq)]
