from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.date import Date
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
        ("The border was closed in early July.", "early July", "DATE", "2021-07", "2021-07-early"),
        ("He took office in November last year.", "November last year", "DATE", "2020-11", "2020-11"),
        ("The mandate lasts until May 2024.", "May 2024", "DATE", "2024-05", "2024-05"),
        ("Talks resumed earlier this month.", "earlier this month", "DATE", "2021-09", "2021-09-early"),
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
        ("Two barges sank overnight.", "overnight", "TIME", "2021-09-14TNI", "2021-09-14"),
        ("Frost will set in overnight.", "overnight", "TIME", "2021-09-15TNI", "2021-09-15"),
        ("It will reopen the week after next.", "the week after next", "DATE", "2021-W39", "2021-09-27/2021-10-03"),
        ("It closed the year before last.", "the year before last", "DATE", "2019", "2019"),
        ("He resigned earlier in the week.", "earlier in the week", "DATE", "2021-W37", "2021-09-13/2021-09-19"),
        ("They argued through the night.", "the night", "TIME", "2021-09-15TNI", "2021-09-15"),
        ("The docks were empty by late morning.", "late morning", "TIME", "2021-09-15TMO", "2021-09-15"),
        ("Exports grew in the April-June quarter.", "the April-June quarter", "DATE", "2021-Q2", "2021-34"),
        ("Profits rose in the March quarter.", "the March quarter", "DATE", "2021-Q1", "2021-33"),
        ("They restored the 17th-century fort.", "17th-century", "DATE", "16", "16XX"),
        ("The bridge dates from the 1800s.", "the 1800s", "DATE", "18", "18XX"),
        ("The fort was razed in the mid-17th century.", "the mid-17th century", "DATE", "16", "16XX-mid"),
        ("Airports changed after 9/11.", "9/11", "DATE", "2001-09-11", "2001-09-11"),
        ("She spoke for an hour and a half.", "an hour and a half", "DURATION", "PT1H30M", None),
        ("The pact fell apart after months of doubt.", "months", "DURATION", "PXM", None),
        ("Rents have doubled in the last year.", "the last year", "DURATION", "P1Y", None),
        ("Rents will double in the coming year.", "the coming year", "DURATION", "P1Y", None),
        ("In the year since, little has moved.", "the year", "DURATION", "P1Y", None),
        ("Ferries sail six days a week.", "six days a week", "SET", "P1W", None),
        ("The pact is due to expire on September 15.", "September 15", "DATE", "2021-09-15", "2021-09-15"),
        ("They met on Monday, Jan. 4 in Bern.", "Monday, Jan. 4", "DATE", "2021-01-04", "2021-01-04"),
        ("The quota, effective Nov. 1, was published.", "Nov. 1", "DATE", "2021-11-01", "2021-11-01"),
        ("The ferry may have left on Sunday.", "Sunday", "DATE", "2021-09-12", "2021-09-12"),
        ("The crew managed to raise the wreck on Sunday.", "Sunday", "DATE", "2021-09-12", "2021-09-12"),
        ("Tugs helped the crew to raise the wreck on Sunday.", "Sunday", "DATE", "2021-09-12", "2021-09-12"),
        ("Tugs helped the crew raise the wreck on Sunday.", "Sunday", "DATE", "2021-09-12", "2021-09-12"),
        ("Tugs will help the crew to raise the wreck on Sunday.", "Sunday", "DATE", "2021-09-19", "2021-09-19"),
        ("The owner promised to raise the wreck on Sunday.", "Sunday", "DATE", "2021-09-19", "2021-09-19"),
        ("The record, set on Monday, may not stand.", "Monday", "DATE", "2021-09-13", "2021-09-13"),
        ("Deputies elect a speaker on Sunday.", "Sunday", "DATE", "2021-09-19", "2021-09-19"),
        (
            "The gates will open at 9:15 a.m. Pacific time on Friday.",
            "9:15 a.m. Pacific time on Friday",
            "TIME",
            "2021-09-17T09:15",
            "2021-09-17T09:15:00",
        ),
        ("The market is held each weekend.", "each weekend", "SET", "XXXX-WXX-WE", None),
        ("The pass closes in the last week of November.", "November", "DATE", "2021-11", "2021-11"),
        ("In the decade since, trade has grown.", "the decade", "DURATION", "P10Y", None),
        ("In the months since his death, three rivals have emerged.", "the months", "DURATION", "PXM", None),
        ("It came two years to the day after the raid.", "two years", "DURATION", "P2Y", None),
        ("Exports fell from the same period last year.", "the same period last year", "DATE", "2020", "2020"),
        ("Loans rose from the same quarter of 2019.", "the same quarter of 2019", "DATE", "2019-Q2", "2019-34"),
        ("It was settled a year and a half ago.", "a year and a half ago", "DATE", "2020", "2020"),
        ("They rest during Christmas week.", "Christmas week", "DATE", "2021-W51", "2021-12-20/2021-12-26"),
        ("The dam burst on Labor Day weekend.", "Labor Day weekend", "DATE", "2021-W35-WE", "2021-09-04/2021-09-05"),
        ("The gates opened at 0630 GMT.", "0630 GMT", "TIME", "2021-09-15T06:30", "2021-09-15T06:30:00"),
    ],
)
def test_values(nlp: Language, text: str, words: str, type_: str, value: str, edtf: str | None) -> None:
    found = read(nlp, text)
    assert [(time.evidence.text, time.type, time.value, time.edtf and str(time.edtf)) for time in found] == [
        (words, type_, value, edtf)
    ]


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
        "The striker scored in the second half of the match.",
        "He threw a long pass and they led after three quarters.",
        "Temperatures will be in the 50s.",
        "It was a day of mourning.",
        "It failed for the third time in as many weeks.",
        "They came back day after day.",
        "The last day of the fair was quiet.",
        "Ferries sail 24 hours a day.",
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
    ],
)
def test_uncertain_publication(nlp: Language, published: str | None, values: list[str]) -> None:
    from detente.reading.time.find import find
    from detente.reading.time.normalise import normalise

    doc = nlp("They met on Feb. 16. They had met in November last year. They met on Friday. It was calm last year.")
    assert [time.value for time in normalise(doc, find(doc), Date.parse(published) if published else None)] == values


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A day counts from a day, not from the month told by the way.
        (
            "The canal will be shut from Friday. The lock, begun in May 2009, opens the next day.",
            ["2021-09-17", "2009-05", "2021-09-18"],
        ),
        # Where only a month or a later year is known, so much is known of the day.
        ("The dam broke in May 2009. The next day the town was gone.", ["2009-05", "2009-05-XX"]),
        (
            "They signed on May 4, 2010. It was broken two years later. The next day was quiet.",
            ["2010-05-04", "2012", "2012-XX-XX"],
        ),
        # What is told in the past does not count from a day ahead, nor what is ahead from a day gone.
        (
            "He fled on Monday. A vote will be held on Sunday. The guards had left the previous day.",
            ["2021-09-13", "2021-09-19", "2021-09-12"],
        ),
        ("He fled on Monday. The road will be open from 9 a.m.", ["2021-09-13", "2021-09-15T09:00"]),
        (
            "They met on Sunday. They pledged to halve debts by 2030. The text was agreed at 11 p.m.",
            ["2021-09-12", "2030", "2021-09-12T23:00"],
        ),
        # What stands right after a time of day or "the next day" is its day.
        (
            "The ship sank at 9 p.m. (1900 GMT) on Saturday.",
            ["2021-09-11T21:00", "2021-09-11T19:00", "2021-09-11"],
        ),
        (
            "They met on Monday. The August 9 accord fell short, they found. A paper issued the following day said so.",
            ["2021-09-13", "2021-08-09", "2021-09-14"],
        ),
        ("Ties remain cool following the arrest of a consul in November.", ["2020-11"]),
        ("Trade will resume following the vote in November.", ["2021-11"]),
        ("They met in May. The next day, June 4, they parted.", ["2021-05", "2021-06-04", "2021-06-04"]),
        (
            "Profit rose in the first quarter. Costs fell, too, against the same quarter a year earlier.",
            ["2021-Q1", "2020-Q1"],
        ),
        ("They met on Monday and parted at 9 a.m. the next day.", ["2021-09-13", "2021-09-14T09:00", "2021-09-14"]),
        ("Figures for 2018, out earlier this year, are half those ten years before.", ["2018", "2021", "2008"]),
        ("It burned in 1998. Two decades later, in May 2018, it rose.", ["1998", "2018", "2018-05"]),
        ("It burned in 1998. Three years later, in 2001, it rose.", ["1998", "2001", "2001"]),
        ("He left on Sept. 1. A week later, on Sept. 8, he was back.", ["2021-09-01", "2021-09-08", "2021-09-08"]),
        ("He was elected in 1986 and sworn in that September.", ["1986", "1986-09"]),
        ("A truce was signed in November 2012. It broke the following February.", ["2012-11", "2013-02"]),
        ("She left in March 2012. The previous autumn she had come.", ["2012-03", "2011-FA"]),
        ("Sales rose in December, after a fall a year before.", ["2020-12", "2019-12"]),
        ("The fire of June 9, 2017 was put out. The June 9 fire cost millions.", ["2017-06-09", "2017-06-09"]),
        ("The lira fell overnight and was at a low by noon.", ["2021-09-14TNI", "2021-09-15T12:00"]),
        ("The bus left on Monday. Thirty hours later it arrived.", ["2021-09-13", "2021-09-14"]),
    ],
)
def test_what_a_date_counts_from(nlp: Language, text: str, values: list[str]) -> None:
    assert [time.value for time in read(nlp, text)] == values


def test_mail_handed_on_counts_from_its_own_day(nlp: Language) -> None:
    header = "From: Desk\nDate: Mon, 13 Sep 2021 at 17:58\nSubject: Lake\nTo: Ana"
    text = f"Fiji left today.\n\n{header}\n\nTonga stayed yesterday. It left today.\n"
    said = [(time.evidence.text, time.value) for time in read(nlp, text) if time.evidence.text[0].islower()]
    assert said == [("today", "2021-09-15"), ("yesterday", "2021-09-12"), ("today", "2021-09-13")]


def test_attributes(nlp: Language) -> None:
    found = read(nlp, "In late August they paused; for the past two years nobody had.")
    assert [(time.mod, time.edtf and time.edtf.part, time.end_point) for time in found] == [
        ("END", "late", None),
        (None, None, "t0"),
    ]


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
