"""Days by their place in a month, in a row, beside a relative year, in figures; lengths of two units."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.items import Time
from detente.reading.time import Times


def read(nlp: Language, text: str, published: str | None = "2021-09-15") -> list[Time]:
    doc = nlp(text)
    doc._.detente_published = published  # a Wednesday
    return list(Times(nlp)(doc)._.detente_times)


def dates(nlp: Language, text: str, published: str | None = "2021-09-15") -> list[tuple[str, str]]:
    return [(time.evidence.text, str(time.edtf)) for time in read(nlp, text, published)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The council will sit on the third Tuesday of October.", "the third Tuesday of October", "2021-10-19"),
        ("The envoys met on the first Friday of July.", "the first Friday of July", "2021-07-02"),
        ("A vote is due on the last Sunday in November.", "the last Sunday in November", "2021-11-28"),
        ("The truce ended on the second Monday of March 1999.", "the second Monday of March 1999", "1999-03-08"),
        ("Peru will answer on the fourth Thursday of this month.", "the fourth Thursday of this month", "2021-09-23"),
        ("The panel meets on the first Monday of next month.", "the first Monday of next month", "2021-10-04"),
        ("Chad closed the crossing on the 3rd of this month.", "the 3rd of this month", "2021-09-03"),
        ("The term ends on the 15th of next month.", "the 15th of next month", "2021-10-15"),
        ("It was signed on the first of the month.", "the first of the month", "2021-09-01"),
        ("The toll falls due on the last day of this month.", "the last day of this month", "2021-09-30"),
        ("The fort fell on the 23rd of last month.", "the 23rd of last month", "2021-08-23"),
        ("Talks are planned for the second half of October.", "the second half of October", "2021-10-late"),
        ("Samoa voted in the first half of June 2019.", "the first half of June 2019", "2019-06-early"),
        ("Sudan shut the road on June 20 last year.", "June 20 last year", "2020-06-20"),
        ("Sudan shut the road on 20 June last year.", "20 June last year", "2020-06-20"),
        ("Niger left on May 4 the year before last.", "May 4 the year before last", "2019-05-04"),
        ("The accord lapses on 7 March next year.", "7 March next year", "2022-03-07"),
        ("The pact was signed three years and two months ago.", "three years and two months ago", "2018-07"),
        ("The lease ends two months and ten days from now.", "two months and ten days from now", "2021-11-25"),
        ("The note is dated 04Aug2021.", "04Aug2021", "2021-08-04"),
        ("The note is dated 04-AUG-21.", "04-AUG-21", "2021-08-04"),
        ("Mali and Niger agreed to meet again on Wednesday.", "Wednesday", "2021-09-22"),
        ("The envoys will meet again on Wednesday.", "Wednesday", "2021-09-22"),
    ],
)
def test_a_day_by_its_place(nlp: Language, text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in dates(nlp, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The court will sit on May 2, 4 and 9.", [("May 2", "2022-05-02"), ("4", "2022-05-04"), ("9", "2022-05-09")]),
        ("On 20, 21 and 24 April they met.", [("20", "2021-04-20"), ("21", "2021-04-21"), ("24 April", "2021-04-24")]),
        (
            "They met on 6, 7, 8 and 9 June 2020.",
            [("6", "2020-06-06"), ("7", "2020-06-07"), ("8", "2020-06-08"), ("9 June 2020", "2020-06-09")],
        ),
        (
            "They met on Monday 3 and Tuesday 4 May.",
            [("Monday 3", "2021-05-03"), ("Tuesday 4 May", "2021-05-04")],
        ),
        (
            "They met on 2 April and on the 9th.",
            [("2 April", "2021-04-02"), ("the 9th", "2021-04-09")],
        ),
        (
            "They will meet in March, May and July 2023.",
            [("March", "2023-03"), ("May", "2023-05"), ("July 2023", "2023-07")],
        ),
    ],
)
def test_days_and_months_in_a_row(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert dates(nlp, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Greece protested on 02/08/2021. Turkey replied on 13/08/2021.", ["2021-08-02", "2021-08-13"]),
        ("Greece protested on 02/08/2021. Turkey replied on 08/13/2021.", ["2021-02-08", "2021-08-13"]),
        ("Greece protested on 02/08/2021.", ["2021-02-08"]),
        ("Greece protested on 05/12/2021.", ["2021-05-12"]),
        ("Greece protested on 05/11/2021 and had withdrawn on 07/10/2021.", ["2021-05-11", "2021-07-10"]),
        ("Greece protested on 03/10/2021.", ["2021-03-10"]),
        ("Greece protested on 10/03/2021.", ["2021-03-10"]),
    ],
)
def test_the_order_of_dates_in_figures(nlp: Language, text: str, found: list[str]) -> None:
    assert [edtf for _, edtf in dates(nlp, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May asked London to wait.",
        "May told reporters that the talks were over.",
        "The 9th battalion was moved.",
        "It came in 3rd, 4th and 5th place.",
        "The second half of the match was quiet.",
    ],
)
def test_what_only_looks_like_a_date(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_a_fifth_weekday_that_a_month_lacks_is_no_day(nlp: Language) -> None:
    assert dates(nlp, "They meet on the fifth Monday of October.") == [("the fifth Monday of October", "2021-10")]


def test_met_again_on_the_day_of_the_report_is_that_day(nlp: Language) -> None:
    assert dates(nlp, "The envoys met again on Wednesday.") == [("Wednesday", "2021-09-15")]


def test_later_in_the_day_is_that_of_the_report_after_a_year(nlp: Language) -> None:
    found = dates(nlp, "The accord of 2015 is in doubt. The envoys meet later in the day.")
    assert found[-1] == ("later in the day", "2021-09-15-late")


def test_a_part_of_a_year_in_one_word_is_no_day(nlp: Language) -> None:
    assert dates(nlp, "The fort was built in mid-1996.") == [("mid-1996", "1996-mid")]
