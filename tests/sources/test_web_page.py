import re
import time
from pathlib import Path

import pytest

from detente.errors import UnreadableReport
from detente.model.report import SetAside
from detente.sources import reports
from detente.sources.raw import Draft, Raw
from detente.sources.web_page import web_page

FIRST = "Guinea-Bissau and Senegal agreed on Tuesday to share the sea between them, the two governments said."
SECOND = "“The line is where it was, and so are we,” the minister from Bissau told reporters after the signing."
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p>"


def page(body: str = f"<h1>A line in the sea</h1>{PROSE}", head: str = "", url: str | None = None) -> Draft:
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return web_page(Raw(html.encode(), "page.html", "page.html", url))


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@context": "https://schema.org", {fields}}}</script>'


def days(draft: Draft) -> list[tuple[str, str]]:
    return [(date.date, date.source) for date in draft.dates]


def test_headline_and_paragraphs_without_the_page_around_them() -> None:
    menu = "<nav><ul>" + "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(20)) + "</ul></nav>"
    draft = page(f"{menu}<article><h1>A line in the sea</h1>{PROSE}</article><footer>© 2014 The Paper</footer>")
    assert draft.text == f"A line in the sea\n\n{FIRST}\n\n{SECOND}"
    assert draft.title == "A line in the sea"


def test_what_stands_above_the_headline_is_left_out() -> None:
    draft = page(f"<article><p>Law of the sea</p><h1>A line in the sea</h1>{PROSE}</article>")
    assert draft.text == f"A line in the sea\n\n{FIRST}\n\n{SECOND}"
    draft = page(f"<article><p>{SECOND}</p><h1>A line in the sea</h1><p>{FIRST}</p></article>")
    assert draft.text == f"A line in the sea\n\n{SECOND}\n\n{FIRST}"


def test_the_printed_headline_goes_before_the_windows_title() -> None:
    head = (
        '<title>A line in the sea | The Paper</title><meta property="og:title" content="A line in the sea - The Paper">'
    )
    assert page(head=head).text.startswith("A line in the sea\n\nGuinea-Bissau")
    assert page(PROSE, '<meta property="og:title" content="A line &amp;amp; a sea">').title == "A line & a sea"


def test_characters_are_composed_and_spaces_single() -> None:
    draft = page(f"<h1>Peru\u0301   and\n Chile\u00a0</h1>{PROSE}")
    assert draft.title == "Per\u00fa and Chile"


def test_list_items_and_rows_are_lines_without_their_marks() -> None:
    points = "<ul><li>The first point was the sea.</li><li>The second was the air.</li></ul>"
    table = "<table><tr><th>Licence</th><th>Blocks</th></tr><tr><td>North</td><td>12</td></tr></table>"
    text = page(f"<article><h1>Readout</h1>{PROSE}{points}{table}</article>").text
    assert text.endswith(
        "\n\nThe first point was the sea.\n\nThe second was the air.\n\nLicence | Blocks\n\nNorth | 12"
    )


def test_metadata_from_json_ld() -> None:
    fields = (
        '"@graph": [{"@type": "WebPage", "datePublished": "2015-01-01"}, {"@type": ["NewsArticle"], '
        '"headline": "A line in the sea", "datePublished": "2014-06-03T22:00:00-03:00", "inLanguage": "en-GB", '
        '"author": [{"@type": "Person", "name": "Awa Sané"}, "Rui D&eacute;"], "publisher": {"name": "The Paper"}}]'
    )
    draft = page(head=json_ld(fields))
    assert days(draft) == [("2014-06-03", "JSON-LD datePublished")]
    assert (draft.authors, draft.publisher, draft.language) == (("Awa Sané", "Rui Dé"), "The Paper", "en-GB")


def test_all_dates_in_the_order_of_trust_each_once() -> None:
    head = (
        json_ld('"@type": "NewsArticle", "datePublished": "2014-06-03"')
        + '<meta name="date" content="2014-06-05"><meta property="article:published_time" content="2014-06-04T10:00Z">'
        + '<meta name="pubdate" content="2014-06-03"><link rel="canonical" href="https://paper.example/2014/06/02/line">'
        + '<meta property="article:modified_time" content="2019-01-01">'
    )
    body = f'<h1>A line in the sea</h1><time datetime="2014-06-06T08:00">Friday</time>{PROSE}'
    assert days(page(body, head)) == [
        ("2014-06-03", "JSON-LD datePublished"),
        ("2014-06-04", "meta article:published_time"),
        ("2014-06-05", "meta date"),
        ("2014-06-06", "time element"),
        ("2014-06-02", "address"),
    ]


def test_a_date_that_only_the_page_shows() -> None:
    body = f'<h1>A line in the sea</h1><span class="date">June 3, 2014</span>{PROSE}'
    assert days(page(body)) == [("2014-06-03", "htmldate")]


@pytest.mark.parametrize(
    "more",
    [
        "<footer>© 2014 The Paper</footer>",
        "<p>The treaty of 2009-11-05 lapses on 12 June 2031, and talks on a new one are to begin soon.</p>",
        '<meta name="date" content="1970-01-01T00:00:00Z">',
        '<aside><time datetime="2014-01-01">a</time><time datetime="2015-01-01">b</time></aside>',
    ],
)
def test_nothing_else_is_taken_for_a_date(more: str) -> None:
    assert days(page(f"<h1>A line in the sea</h1>{PROSE}{more}")) == []


def test_publisher_and_address_where_the_page_does_not_say() -> None:
    draft = page(url="https://www.paper.example/sea")
    assert (draft.publisher, draft.url) == ("paper.example", "https://www.paper.example/sea")


@pytest.mark.parametrize(
    "data",
    [
        '"@type": "NewsArticle", "headline": 5, "author": {"name": {"name": {}}}, "datePublished": {}',
        '"@type": "NewsArticle", "author": null, "headline": [], "datePublished": [null]',
        '"broken',
        '"a": ' + "[" * 10_000,
        '"a": ' * 5000,
    ],
)
def test_odd_json_ld(data: str) -> None:
    assert page(head=json_ld(data)).text.endswith(SECOND)


@pytest.mark.parametrize(
    "address", ["https://[broken/x", "javascript:x", "//", "https://paper.example/99/99/9999/x", ""]
)
def test_odd_addresses(address: str) -> None:
    assert page(head=f'<link rel="canonical" href="{address}">').dates == ()


def test_declared_encodings() -> None:
    html = f'<html><head><meta charset="windows-1251"></head><body><h1>Café</h1>{PROSE}</body></html>'
    assert web_page(Raw(html.encode(), "x")).title == "Café"  # it is UTF-8, whatever it says
    html = html.replace("windows-1251", "iso-8859-1").replace("“", '"').replace("”", '"')
    assert web_page(Raw(html.encode("latin-1"), "x")).title == "Café"
    xhtml = '<?xml version="1.0" encoding="utf-8"?>' + html
    assert web_page(Raw(xhtml.encode(), "x")).title == "Café"


LINKS = "".join(f'<div><h3><a href="/{i}">Ministers meet for the {i}th time</a></h3></div>' for i in range(60))


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!doctype html>",
        "<!-- nothing -->",
        "<html><script>let text = '<p>words</p>'</script></html>",
        f"<html><head><title>Home</title></head><body>{LINKS}</body></html>",
        "<html><body><h1>Not Found</h1><p>The page that you asked for was not found on this server.</p></body></html>",
        "<html><body><div>We use cookies to make this site work for you.</div><div id=app></div></body></html>",
    ],
)
def test_pages_without_an_article(html: str) -> None:
    with pytest.raises(UnreadableReport, match=r"page without an article|cannot be parsed"):
        web_page(Raw(html.encode(), "x"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 100_000 + PROSE, "nested deeper"),
        ("<b>" * 100_000 + PROSE, "nested deeper"),
        (PROSE + "<table><tr><td>" * 50_000, "nested deeper"),
        (PROSE + "<i></i>" * 300_000, "300,00. elements"),
        (PROSE + "<div " + " ".join(f"a{i}=1" for i in range(200_000)) + ">", "attributes"),
        (PROSE + "<div " + " ".join(f"a{i}" for i in range(200_000)) + ">", "attributes"),
        (PROSE + ("<p " + "".join(f"a{i}='b'" for i in range(100)) + ">x</p>") * 3_001, "more than 300,000 attributes"),
        (PROSE + ("<p " + " ".join(f"a{i}" for i in range(100)) + ">x</p>") * 3_001, "more than 300,000 attributes"),
    ],
)
def test_monstrous_pages_are_refused_quickly(tmp_path: Path, body: str, reason: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{body}</body></html>")
    began = time.monotonic()
    [aside] = reports([str(path)])
    assert isinstance(aside, SetAside)
    assert aside.reason.startswith("is a page")
    assert re.search(reason, aside.reason)
    assert time.monotonic() - began < 3


def test_a_picture_within_the_page_is_no_monster() -> None:
    body = f'<h1>A line in the sea</h1><img src="data:image/png;base64,{"iVBORw0KGgo" * 20_000}==">{PROSE}'
    assert page(body).text.endswith(SECOND)


def test_nesting_as_real_pages_have_it() -> None:
    assert page("<div>" * 150 + PROSE + "</div>" * 150).text.endswith(SECOND)
