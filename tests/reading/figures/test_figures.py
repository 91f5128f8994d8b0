from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.model.date import Date
from detente.model.items import Figure
from detente.reading.reader import Reader
from detente.sources import report_from_text


@pytest.fixture(scope="session")
def figures_reader() -> Reader:
    return Reader(only=["figures"])


def _figures(reader: Reader, text: str) -> tuple[Figure, ...]:
    return reader.read(report_from_text(text, published="2022-03-09")).figures or ()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Kenya sent 1,400 soldiers to the border.", (1400.0, None, None, "count", "soldiers", None)),
        ("More than 300 people drowned off Lampedusa.", (300.0, None, "more than", "count", "people", None)),
        ("At least 40 villagers fled.", (40.0, None, "at least", "count", "villagers", None)),
        ("Up to 9,000 reservists will train.", (9000.0, None, "at most", "count", "reservists", None)),
        ("Some 250 families returned.", (250.0, None, "about", "count", "families", None)),
        ("Chad received $12.5 million in aid.", (12_500_000.0, None, None, "money", "USD", None)),
        ("Oslo pledged 300 million Norwegian kroner for mine clearing.", (3e8, None, None, "money", "NOK", None)),
        ("The firm paid 40 million rupees.", (4e7, None, None, "money", "rupees", None)),
        ("Lima offered €4bn.", (4e9, None, None, "money", "EUR", None)),
        ("The post lies 17 kilometers from the lake.", (17.0, None, None, "length", "kilometers", None)),
        ("The reserve covers 900 square miles.", (900.0, None, None, "area", "square miles", None)),
        ("Exports to Peru fell 12 percent.", (12.0, None, None, "percent", "percent", "decrease")),
        ("Grain prices rose by 4.5% in Lagos.", (4.5, None, None, "percent", "percent", "increase")),
        ("Unemployment rose to 9 percent.", (9.0, None, None, "percent", "percent", None)),
        ("The ministry reported a 7 percent drop in arrivals.", (7.0, None, None, "percent", "percent", "decrease")),
        ("The convoy carried 20 to 25 tonnes of flour.", (20.0, 25.0, None, "mass", "tonnes", None)),
        ("The two-year truce held.", (2.0, None, None, "duration", "years", None)),
        ("The blast in the port killed 14 and wounded no one.", (14.0, None, None, "count", "people", None)),
        ("Eight of the hostages were freed.", (8.0, None, None, "count", "hostages", None)),
        ("Six hundred civil and military observers came.", (600.0, None, None, "count", "observers", None)),
    ],
)
def test_value_bound_unit_and_change(
    figures_reader: Reader, text: str, figure: tuple[float, float | None, str | None, str, str, str | None]
) -> None:
    assert [(f.value, f.upper, f.bound, f.measure, f.unit, f.change) for f in _figures(figures_reader, text)] == [
        figure
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The price fell from 84.75 dollars a barrel to 74.07.", [(84.75, "USD"), (74.07, "USD")]),
        ("The index of shares gained 0.4 percent to 5,118.20.", [(0.4, "percent")]),
        ("The fence runs 212 miles; the year before it was 138.", [(212.0, "miles"), (138.0, "miles")]),
        ("They carried 7- or 8-inch shells.", [(7.0, "inches"), (8.0, "inches")]),
        ("Gas costs 2.24 dollars per mmBTU.", [(2.24, "USD")]),
    ],
)
def test_units_that_are_left_out(figures_reader: Reader, text: str, values: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in _figures(figures_reader, text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted Resolution 1540 and cited Article 7.",
        "President Lund, 61, met a 43-year-old envoy.",
        "The treaty was signed in 1978 and renewed on 4 May 2001.",
        "It was the third round of talks, held at 5:25 p.m.",
        "The two sides met, and both delegations spoke for the first time.",
        "The F-16 flew over the 38th parallel.",
        "Ghana joined the Group of 20.",
        "One of the ministers resigned.",
        "Talks resumed two weeks after the vote.",
    ],
)
def test_what_is_no_figure(figures_reader: Reader, text: str) -> None:
    assert _figures(figures_reader, text) == ()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Trade between Chile and Bolivia fell 9 percent.", "Trade between Chile and Bolivia fell"),
        ("About 60 percent of its gas comes by sea.", "its gas"),
        ("Rome gave $5 million in food aid.", "food aid"),
        ("Over 3,600 died in the flood.", "died in the flood"),
        ("Ten fishing boats were seized.", "fishing boats were seized"),
        ("A 25 percent tariff on timber was announced.", "tariff on timber"),
        ("Shares in the airline were down 6 percent.", "Shares in the airline"),
    ],
)
def test_what_it_counts(figures_reader: Reader, text: str, of: str) -> None:
    assert [figure.of.text for figure in _figures(figures_reader, text) if figure.of] == [of]


def test_when_where_and_by_whose_word(figures_reader: Reader) -> None:
    text = (
        "ACCRA - Rebels killed 21 soldiers in Mopti on 2 March 2022. "
        "President Amina Warsame of Somalia said 900 herders had crossed the river."
    )
    killed, crossed = _figures(figures_reader, text)
    assert (killed.value, killed.period, killed.place, killed.said_by) == (
        21.0,
        Date.parse("2022-03-02"),
        "Mopti",
        None,
    )
    assert crossed.said_by is not None
    assert crossed.said_by.name == "Amina Warsame"


def test_each_is_given_once_and_the_reports_own_word_counts(figures_reader: Reader) -> None:
    text = "President Amina Warsame said 4,500 herders fled. In all, 4,500 herders fled in May 2021."
    (figure,) = _figures(figures_reader, text)
    assert (figure.said_by, len(figure.mentions), figure.period) == (None, 2, Date.parse("2021-05"))


def test_equal_numbers_of_different_things_stay_apart(figures_reader: Reader) -> None:
    found = _figures(figures_reader, "The navy seized 12 boats. The army returned 12 captives.")
    assert [(figure.value, figure.unit) for figure in found] == [(12.0, "boats"), (12.0, "captives")]


@settings(deadline=None, max_examples=25)
@given(number=st.integers(2, 999_999), noun=st.sampled_from(["soldiers", "trucks", "refugees", "ships"]))
def test_any_number_is_read_whole_and_its_evidence_is_the_reports(
    figures_reader: Reader, number: int, noun: str
) -> None:
    text = f"On Monday Peru moved {number:,} {noun} to the coast."
    (figure,) = _figures(figures_reader, text)
    assert (figure.value, figure.unit) == (float(number), noun)
    assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.text
    assert f"{number:,}" in figure.evidence.text


def test_it_needs_no_report_around_it(nlp: Language) -> None:
    doc = nlp("Mali bought 30 tanks.")
    for name in ("times", "parties", "people", "statements", "events"):
        doc._.set(f"detente_{name}", ())
    (figure,) = nlp.create_pipe("detente_figures")(doc)._.detente_figures
    assert (figure.value, figure.unit, figure.of.text) == (30.0, "tanks", "bought 30 tanks")
