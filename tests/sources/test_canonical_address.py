import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from detente.sources.canonical_address import canonical_address, page_address, same_site

STORY = "https://paper.example/2021/talks"


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/2021/talks",
        "http://paper.example/2021/talks",
        "HTTPS://WWW.Paper.Example/2021/talks",
        "http://paper.example:80/2021/talks",
        "https://paper.example:443/2021/talks",
        "https://paper.example./2021/talks",
        "https://reader:secret@paper.example/2021/talks",
        "https://m.paper.example/2021/talks",
        "https://mobile.paper.example/2021/talks",
        "https://amp.paper.example/2021/talks",
        "https://paper.example/2021/talks#comments",
        "https://paper.example/2021/talks/",
        "https://paper.example/2021/talks/amp/",
        "https://paper.example/amp/2021/talks",
        "https://paper.example/2021/talks?amp",
        "https://paper.example/2021/talks?outputType=amp",
        "https://paper.example/2021/talks?",
        "https://paper.example/2021/talks?utm_source=x&UTM_medium=y&fbclid=1&gclid=2",
        "https://paper.example/2020/../2021/./talks",
        "https://paper.example/2021/%74al%6bs",
        " https://paper.example/2021/\n talks ",
        "https://www.google.com/amp/s/paper.example/2021/talks",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/2021/talks?usqp=mq331AQ",
    ],
)
def test_the_ways_to_one_story(address: str) -> None:
    assert canonical_address(address) == STORY


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/2021/Talks",
        "https://paper.example/2021/talks?id=2",
        "https://paper.example/2021/talks?page=2",
        "https://paper.example/2021/talks%2Fmore",
        "https://paper.example/2021/talks.html",
        "https://paper.example:8443/2021/talks",
        "https://news.paper.example/2021/talks",
        "https://paper.example/2021/talks#!/part-2",
        "https://paper.example/ampere/2021/talks",
        "https://paper.example/2021/talks?amp=90",
    ],
)
def test_other_pages_stay_others(address: str) -> None:
    assert canonical_address(address) not in {STORY, None}


def test_what_is_kept_of_an_address() -> None:
    assert canonical_address("https://x.example/a?b=2&utm_id=5&a=1&b=1") == "https://x.example/a?a=1&b=1&b=2"
    assert canonical_address("http://www.x.example") == "https://x.example/"
    assert canonical_address("https://x.example/caf\u00e9 %e9%7E") == "https://x.example/caf%C3%A9%E9~"
    assert canonical_address("https://z\u00fcrich.example/") == canonical_address("https://xn--zrich-kva.example")
    assert canonical_address("http://[2001:DB8::1]:80/x") == "https://[2001:db8::1]/x"
    assert canonical_address("http://x.example:443/") == "http://x.example:443/"
    assert canonical_address("https://m.me/") == "https://m.me/"  # a host of its own, not the mobile form of one


@pytest.mark.parametrize(
    "address",
    ["", "report.txt", "ftp://x.example/", "mailto:a@x.example", "https://", "https:///x", "http://x:y/", "http://["],
)
def test_what_is_no_web_address(address: str) -> None:
    assert canonical_address(address) is None


PIECES = """
http:// https:// www. m. amp. x paper .example .co.uk :80 :443 :8080 / // /amp /../ /./ .. .amp .html ? & = utm_source
id amp # #! % %2f %7E %zz \u00e9 @ google.com/amp/s/ www.google.com/amp/ .cdn.ampproject.org/c/s/ [::1] + ;
"""
PARTS = st.sampled_from(PIECES.split())
ADDRESSES = st.one_of(
    st.lists(PARTS, max_size=14).map("".join),
    st.lists(PARTS, max_size=12).map(lambda parts: "https://www.paper.example/" + "".join(parts)),
    st.text(max_size=40).map(lambda text: "http://paper.example/" + text),
)


@given(ADDRESSES)
@example("http://h:443")
@example("https://h/a/amp/amp")
@example("https://h/.amp.amp.html")
@example("https://h/%2e%2e/amp")
def test_the_form_of_the_form_is_itself(address: str) -> None:
    form = canonical_address(address)
    if form is not None:
        assert canonical_address(form) == form
        assert form.isascii()
        assert not set(form) & set(" \n\t")


@given(st.lists(st.sampled_from(["id=1", "a=b", "page=2", "q=%c3%a9", "x"]), max_size=5), st.randoms())
def test_order_and_tracking_do_not_count(pairs: list[str], random: object) -> None:
    mixed = [*pairs, "utm_campaign=spring", "fbclid=x"]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    page = "https://paper.example/read?"
    assert canonical_address(page + "&".join(mixed)) == canonical_address(page + "&".join(pairs))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.paper.example/a", "http://m.paper.example/b", True),
        ("https://news.paper.example/", "https://paper.example/", True),
        ("https://a.gov.uk/", "https://b.gov.uk/", False),
        ("https://www.a.gov.uk/", "https://news.a.gov.uk/", True),
        ("https://paper.example/", "https://other.example/", False),
        ("http://10.0.0.1/", "http://10.1.0.1/", False),
        ("paper.example", "paper.example", False),
    ],
)
def test_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


def test_where_a_page_lives() -> None:
    fetched = "https://www.paper.example/2021/talks?utm_source=feed"
    assert page_address([STORY], fetched) == STORY
    assert page_address(["/2021/talks"], fetched) == "https://www.paper.example/2021/talks"
    assert page_address(["https://agency.example/9", STORY], fetched) == STORY  # a copy names the first publisher
    assert page_address(["https://agency.example/9"], fetched) == fetched
    assert page_address(["https://www.paper.example/"], fetched) == fetched  # the front of the site, by mistake
    assert page_address(["https://agency.example/9"], None) == "https://agency.example/9"
    assert page_address(["/2021/talks", "not an address"], None) is None
    assert page_address(["http://[", STORY], fetched) == STORY


def test_what_is_too_long_for_an_address() -> None:
    wrapped = "https://x.example/" + "a" * 9_000
    assert canonical_address(wrapped) is None
