from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.items import Time
from detente.model.report import Zone, ZoneSpan
from detente.reading.time import Times


def read(nlp: Language, text: str, published: str | None = "2021-09-15") -> list[Time]:
    doc = nlp(text)
    doc._.detente_published = published  # a Wednesday
    return list(Times(nlp)(doc)._.detente_times)


@pytest.mark.parametrize(
    ("text", "words", "type_", "value", "edtf"),
    [
        ("The envoys met on Monday in Vienna.", "Monday", "DATE", "2021-09-13", "2021-09-13"),
        ("The envoys will meet on Monday in Vienna.", "Monday", "DATE", "2021-09-20", "2021-09-20"),
        ("The truce took effect last Friday.", "last Friday", "DATE", "2021-09-10", "2021-09-10"),
        ("They signed the accord on March 3, 1995.", "March 3, 1995", "DATE", "1995-03-03", "1995-03-03"),
        ("They signed the accord on 3 March 1995.", "3 March 1995", "DATE", "1995-03-03", "1995-03-03"),
        ("The ministers met on Aug. 30 in Doha.", "Aug. 30", "DATE", "2021-08-30", "2021-08-30"),
        ("The court will rule on Jan. 12.", "Jan. 12", "DATE", "2022-01-12", "2022-01-12"),
        ("The border was closed in early July.", "early July", "DATE", "2021-07", "2021-07"),
        ("He took office in November last year.", "November last year", "DATE", "2020-11", "2020-11"),
        ("The mandate lasts until May 2024.", "May 2024", "DATE", "2024-05", "2024-05"),
        ("Talks resumed earlier this month.", "earlier this month", "DATE", "2021-09", "2021-09"),
        ("A deal was struck last year.", "last year", "DATE", "2020", "2020"),
        ("A deal was struck two weeks ago.", "two weeks ago", "DATE", "2021-W35", "2021-08-30/2021-09-05"),
        ("They fought a war in the 1980s.", "the 1980s", "DATE", "198", "198X"),
        ("Exports fell in the second quarter.", "the second quarter", "DATE", "2021-Q2", "2021-34"),
        ("The pact was signed in the spring of 1968.", "the spring of 1968", "DATE", "1968-SP", "1968-21"),
        ("The talks lasted three days.", "three days", "DURATION", "P3D", None),
        ("It has waited for more than a decade.", "more than a decade", "DURATION", "P10Y", None),
        ("The two-hour meeting ended in silence.", "two-hour", "DURATION", "PT2H", None),
        ("They spoke for half an hour.", "half an hour", "DURATION", "PT30M", None),
        ("In recent weeks both armies moved.", "recent weeks", "DURATION", "PXW", None),
        ("Patrols meet every month at the bridge.", "every month", "SET", "P1M", None),
        ("The council sits each Thursday.", "each Thursday", "SET", "XXXX-WXX-4", None),
        ("She spoke to reporters yesterday.", "yesterday", "DATE", "2021-09-14", "2021-09-14"),
        ("Shells fell last night near the town.", "last night", "TIME", "2021-09-14TNI", "2021-09-14"),
        (
            "The session will open at 10 a.m. Thursday.",
            "10 a.m. Thursday",
            "TIME",
            "2021-09-16T10:00",
            "2021-09-16T10:00:00",
        ),
        (
            "Guards fired at about 4:15 a.m. Monday.",
            "about 4:15 a.m. Monday",
            "TIME",
            "2021-09-13T04:15",
            "2021-09-13T04:15:00",
        ),
        ("In July Tunis threatened to close the crossing.", "July", "DATE", "2021-07", "2021-07"),
        ("The hearing is Monday in The Hague.", "Monday", "DATE", "2021-09-20", "2021-09-20"),
        ("The next round is on Sunday.", "Sunday", "DATE", "2021-09-19", "2021-09-19"),
        ("The ceremony starts Friday in the port.", "Friday", "DATE", "2021-09-17", "2021-09-17"),
        ("The move follows Friday's raid.", "Friday", "DATE", "2021-09-10", "2021-09-10"),
        ("Both sides now accept the map.", "now", "DATE", "PRESENT_REF", None),
    ],
)
def test_values(nlp: Language, text: str, words: str, type_: str, value: str, edtf: str | None) -> None:
    found = read(nlp, text)
    assert [(time.evidence.text, time.type, time.value, time.edtf) for time in found] == [(words, type_, value, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "She warned that half a million people had fled.",
        "The minister said that half of the town was empty.",
        "They may agree on a text.",
        "Troops march on the capital.",
        "The 44-year-old envoy left.",
        "Mrs. May refused to answer.",
        "It costs $2000 to cross.",
        "Three quarters of the island is forest.",
        "Its current leader is unknown.",
        "Some 1,500 people fled.",
    ],
)
def test_what_is_no_time(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_ranges_are_two_times(nlp: Language) -> None:
    found = read(nlp, "The summit will be held on October 8-11 in Geneva, as in 2014-2016.")
    assert [(time.evidence.text, time.value) for time in found] == [
        ("October 8", "2021-10-08"),
        ("11", "2021-10-11"),
        ("2014", "2014"),
        ("2016", "2016"),
    ]


@pytest.mark.parametrize(
    ("published", "values"),
    [
        (None, ["XXXX-02-16", "XXXX-11", "XXXX-WXX-5", "XXXX"]),
        ("2019-02-16/2019-02-20", ["2019-02-16", "2018-11", "2019-02-15", "2018"]),
        ("2019-02", ["2019-02-16", "2018-11", "2019-02-XX", "2018"]),
        ("no date", ["XXXX-02-16", "XXXX-11", "XXXX-WXX-5", "XXXX"]),
    ],
)
def test_uncertain_publication(nlp: Language, published: str | None, values: list[str]) -> None:
    from detente.reading.time.find import find
    from detente.reading.time.normalise import normalise

    doc = nlp("They met on Feb. 16. They had met in November last year. They met on Friday. It was calm last year.")
    assert [time.value for time in normalise(doc, find(doc), published)] == values


def test_narrative_dates(nlp: Language) -> None:
    found = read(nlp, "The treaty was signed on May 4, 2010. It was broken two years later. The next day was quiet.")
    assert [time.value for time in found][:2] == ["2010-05-04", "2012"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry will land on Friday. At noon it was still at sea.", "2021-09-15T12:00"),
        ("The ferry landed on Monday. At noon it was unloaded.", "2021-09-13T12:00"),
        ("The ferry landed on Monday. At noon it will sail again.", "2021-09-15T12:00"),
    ],
)
def test_a_time_of_day_is_of_a_day_that_its_clause_may_be_about(nlp: Language, text: str, value: str) -> None:
    assert read(nlp, text)[1].value == value


def test_attributes(nlp: Language) -> None:
    found = read(nlp, "In late August they paused; for the past two years nobody had.")
    assert [(time.mod, time.part, time.end_point) for time in found] == [("END", "late", None), (None, None, "t0")]


def test_chrome_is_left_out(nlp: Language) -> None:
    from detente.model.report import Zone, ZoneSpan

    doc = nlp("Updated Monday\n\nThey met on Friday.")
    doc._.detente_zones = (ZoneSpan(Zone.CHROME, 0, 14), ZoneSpan(Zone.BODY, 16, 35))
    doc._.detente_published = "2021-09-15"
    assert [time.evidence.text for time in Times(nlp)(doc)._.detente_times] == ["Friday"]


def test_captions_tell_the_past_in_the_present(nlp: Language) -> None:
    text = "Children wave at the border gate on Monday."
    doc = nlp(text)
    doc._.detente_published = "2021-09-15"
    doc._.detente_zones = (ZoneSpan(Zone.CAPTION, 0, len(text)),)
    assert [time.value for time in Times(nlp)(doc)._.detente_times] == ["2021-09-13"]
