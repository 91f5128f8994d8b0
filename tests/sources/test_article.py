"""What is a page's article, and what stands around it."""

from __future__ import annotations

import pytest

from detente.sources.author_names import author_names
from detente.sources.local_day import local_day
from detente.sources.publication_date import figure_dates
from detente.sources.raw import Draft, Raw
from detente.sources.web_page import web_page

FIRST = "Guinea-Bissau and Senegal agreed on Tuesday to share the sea between them, the two governments said."
SECOND = "“The line is where it was, and so are we,” the minister from Bissau told reporters after the signing."
THIRD = "Fishermen on both sides of the line have waited for the agreement since the last one ran out in May."
TITLE = "A line in the sea is drawn"


def read(body: str, head: str = "", url: str | None = None) -> Draft:
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return web_page(Raw(html.encode(), "page.html", "page.html", url))


def paragraphs(body: str, head: str = "") -> list[str]:
    return read(f"<main><article><h1>{TITLE}</h1>{body}</article></main>", head).text.split("\n\n")[1:]


def prose(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_paragraph_that_is_one_link_is_another_report_s_headline() -> None:
    link = '<p><a href="/other">Ghana and Togo fall out over the lagoon</a></p>'
    assert paragraphs(prose(FIRST, SECOND) + link + prose(THIRD)) == [FIRST, SECOND, THIRD]


def test_paragraphs_in_sibling_containers_are_all_read() -> None:
    rounds = (prose(f"In round {n} the envoys of the two sides spoke of the line for hours.") for n in range(12))
    chunks = "".join(f'<div class="chunk"><div class="body">{each}</div></div>' for each in rounds)
    assert len(paragraphs(chunks)) == 12


def test_other_containers_add_nothing() -> None:
    call = prose("Subscribe now to read what others have said about the line and its fish.")
    other = prose("Ghana and Togo have fallen out over the lagoon again, their ministers said today.")
    aside, teaser = f'<aside class="body">{call}</aside>', f'<div class="more">{other}</div>'
    body = f'<div class="body">{prose(FIRST, SECOND, THIRD)}</div>'
    found = read(f"<main><article><h1>{TITLE}</h1>{body}</article>{aside}{teaser}</main>").text
    assert "Subscribe" not in found
    assert "lagoon" not in found


def test_line_ends_of_the_source_end_no_paragraph() -> None:
    wrapped = FIRST.replace(" share", "\nshare").replace(" two", "\ntwo")
    assert paragraphs(f"<div>{wrapped}</div><div>{SECOND}</div>") == [FIRST, SECOND]
    broken = FIRST.replace(" share", "<br>\nshare").replace(" two", "<br>two")
    assert paragraphs(prose(broken, SECOND)) == [FIRST, SECOND]


def test_a_break_behind_a_sentence_parts_paragraphs() -> None:
    assert paragraphs(f"<p>{FIRST}<br>{SECOND}</p>{prose(THIRD)}") == [FIRST, SECOND, THIRD]


def test_a_closing_list_is_kept() -> None:
    items = "<ul><li>Senegal: opening of the port by June</li><li>Guinea-Bissau: no patrols at night</li></ul>"
    found = paragraphs(prose(FIRST, SECOND, "The two sides also set out what each will do:") + items)
    assert found[-2:] == ["Senegal: opening of the port by June", "Guinea-Bissau: no patrols at night"]


def test_what_is_said_twice_in_a_line_points_elsewhere() -> None:
    twice = "Ghana and Togo fall out Ghana and Togo fall out"
    assert paragraphs(prose(FIRST, twice, SECOND)) == [FIRST, SECOND]


def test_a_drawing_may_have_a_long_path() -> None:
    path = " ".join(f"{n}.{n % 10}-{n % 7}" for n in range(9_000))
    assert paragraphs(f'<svg><path d="{path}"/></svg>{prose(FIRST, SECOND)}') == [FIRST, SECOND]


def data(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def test_the_printed_headline_goes_before_the_one_for_search_engines() -> None:
    head = f"<title>{TITLE}</title>" + data('"headline": "Senegal sea line: ministers walk out over fish"')
    draft = read(f"<article><h1>{TITLE}</h1>{prose(FIRST, SECOND)}</article>", head)
    assert draft.title == TITLE
    head = "<title>The Paper</title>" + data('"headline": "Senegal sea line: ministers walk out over fish"')
    draft = read(f"<article><h1>{TITLE}</h1>{prose(FIRST, SECOND)}</article>", head)
    assert draft.title == "Senegal sea line: ministers walk out over fish"


def test_quotation_marks_alone_make_no_second_headline() -> None:
    head = data('"headline": "A line \'in the sea\' is drawn"')
    draft = read(f"<article><h1>A line ‘in the sea’ is drawn</h1>{prose(FIRST, SECOND)}</article>", head)
    assert draft.text == f"A line ‘in the sea’ is drawn\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("given", "publisher", "names"),
    [
        (["By Mei Tan and Ana Ruiz"], None, ("Mei Tan", "Ana Ruiz")),
        (["Mei Tan, CNN"], None, ("Mei Tan",)),
        (["Mei Tan, Ana Ruiz and Omar Deeb"], None, ("Mei Tan", "Ana Ruiz", "Omar Deeb")),
        (["The Lagoon Times", "Mei Tan"], "The Lagoon Times", ("Mei Tan",)),
        (["The Lagoon Times"], "The Lagoon Times", ("The Lagoon Times",)),
        (["Ministry of Trade and Fisheries"], None, ("Ministry of Trade and Fisheries",)),
        (["Mei Tan", "Mei Tan"], None, ("Mei Tan",)),
        ([""], None, ()),
    ],
)
def test_names_of_authors(given: list[str], publisher: str | None, names: tuple[str, ...]) -> None:
    assert author_names(given, publisher) == names


@pytest.mark.parametrize(
    ("stamp", "others", "address", "text", "day"),
    [
        ("2024-05-02T01:49:09Z", [], "2024-05-01", "", "2024-05-01"),
        ("2024-05-02T01:49:09Z", ["2024-05-01T18:49:09-07:00"], None, "", "2024-05-01"),
        ("2024-05-02T01:49:09+00:00", [], None, "Published May 1, 2024 at 6:49 p.m.", "2024-05-01"),
        ("2024-05-01T22:10:00Z", [], None, "2 May 2024 by Mei Tan", "2024-05-02"),
        ("2024-05-02T01:49:09Z", [], "2024-05-02", "", None),
        ("2024-05-02T01:49:09Z", [], "2024-04-01", "", None),
        ("2024-05-02T01:49:09Z", [], None, "May 2, 2024, after a meeting on May 1, 2024", None),
        ("2024-05-02T01:49:09Z", [], None, "May 1, 2024 and May 3, 2024", None),
        ("2024-05-02T01:49:09Z", ["2024-05-01T08:00:00-07:00"], None, "", None),  # another moment
        ("2024-05-02T01:49:09+02:00", [], "2024-05-01", "", None),  # not in UTC
        ("2024-05-02", [], "2024-05-01", "", None),
        ("yesterday", [], "2024-05-01", "", None),
    ],
)
def test_the_page_s_own_day(stamp: str, others: list[str], address: str | None, text: str, day: str | None) -> None:
    assert local_day(stamp, others, address, text) == day


def test_the_page_s_own_day_comes_first() -> None:
    head = data('"datePublished": "2024-05-02T01:49:09Z"')
    draft = read(f"<article><h1>{TITLE}</h1><p>May 1, 2024</p>{prose(FIRST, SECOND)}</article>", head)
    assert [date.date for date in draft.dates] == ["2024-05-01", "2024-05-02"]


def test_a_stated_day_goes_before_a_guess() -> None:
    guess = '<p class="post-date">3 November 2023</p>'
    stamp = "<p>Written: 2023-11-07 15:03</p>"
    assert read(f"<article><h1>{TITLE}</h1>{stamp}{prose(FIRST, SECOND)}</article>{guess}").dates == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("04/10/2018 07:12 | Updated 26/10/2018 21:33", ["2018-10-04", "2018-10-26"]),
        ("10.26.2018, changed 11.05.2018", ["2018-10-26", "2018-11-05"]),
        ("04/10/2018", []),
        ("26/10/2018 or 10/26/2018", []),
        ("26/13/2018 and 27/10/2018", []),
        ("no day", []),
    ],
)
def test_days_in_figures(text: str, days: list[str]) -> None:
    assert figure_dates(text) == days


def test_a_time_of_change_dates_nothing_but_what_it_prints() -> None:
    change = '<time itemprop="dateModified" datetime="2018-10-26T21:33:08+01:00">{}</time>'
    body = f"<article><h1>{TITLE}</h1>{{}}{prose(FIRST, SECOND)}</article>"
    told = read(body.format(change.format("04/10/2018 07:12 | Updated 26/10/2018 21:33")))
    assert [date.date for date in told.dates][:1] == ["2018-10-04"]
    untold = read(body.format(change.format("Updated 26/10/2018")))
    assert "2018-10-26" not in [date.date for date in untold.dates if date.source == "time element"]
