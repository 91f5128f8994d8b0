"""What somebody types is a query or one clear line."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadSearch
from detente.record.search_query import Term, search_query, widened


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("Squid", '"squid"'),
        ("reef", '("reef" OR "reefed" OR "reefing" OR "reefs")'),
        ("Fishing Rights", '("fishing" AND "rights")'),
        ('"right of passage"', '"right of passage"'),
        ("sanction*", '"sanction"*'),
        ('"peace tre"*', '"peace tre"*'),
        ('"oil" OR Gas AND "pipe"', '("oil" OR ("gas" AND "pipe"))'),
        ("(Oil OR Gas) NOT news", '(("oil" OR "gas") NOT "news")'),
        ("Oil Gas NOT Tax", '("oil" AND ("gas" NOT "tax"))'),
        ("Łódź Ağrı Øre Straße Ünited", '("lodz" AND "agri" AND "ore" AND "strasse" AND "united")'),
        ("O'Neill", '"o neill"'),
        ("it of us", '("it" AND "of" AND "us")'),
        ("ANDES", '"andes"'),
        ("speaker:x {y} ^z a-b news", '("speaker x" AND "y" AND "z" AND "a b" AND "news")'),
    ],
)
def test_words_phrases_and_operators(typed: str, match: str) -> None:
    assert search_query(typed).match == match


def test_what_is_ruled_out_is_not_marked() -> None:
    assert search_query('Oil NOT gas "two seas" pip*').terms == (
        Term(("oil",)),
        Term(("two", "seas")),
        Term(("pip",), prefix=True),
    )


def test_a_word_is_marked_in_its_other_forms_and_they_are_known_as_its_own() -> None:
    terms = search_query("parties").terms
    assert terms[0] == Term(("parties",))
    assert Term(("party",), form_of="parties") in terms


def test_a_long_query_is_of_the_words_as_they_are() -> None:
    assert search_query("ship " * 17).match == "(" + " AND ".join(['"ship"'] * 17) + ")"


@pytest.mark.parametrize(
    ("typed", "wider"),
    [
        ("ships", "(ships OR boat OR trawler OR vessel)"),
        ("(hotline OR x) truce", '((hotline OR "telephone line") OR x) (truce OR ceasefire OR armistice)'),
        ('truce NOT "border"', '(truce OR ceasefire OR armistice) NOT "border"'),
        ('"ships"', None),
        ("Ships", None),
        ("zebra", None),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_offered(typed: str, wider: str | None) -> None:
    assert widened(typed) == wider
    if wider is not None:
        assert search_query(wider).match


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "is empty"),
        ("NOT oil", "has NOT without words before it"),
        ("OR", "has OR without words before it"),
        ("oil AND", "ends where words should follow"),
        ('"oil', "quotation mark without its second"),
        ("(oil", "parenthesis without its second"),
        (")oil(", "cannot be read at ')'"),
        ("oil ()", "cannot be read at ')'"),
        ("oil -- gas", "has no letter or digit in '--'"),
        ("x" * 501, "longer than 500"),
        ("(" * 21 + "a" + ")" * 21, "more than 20 parentheses"),
    ],
)
def test_what_makes_no_query_is_said(typed: str, says: str) -> None:
    with pytest.raises(BadSearch, match="the search") as raised:
        search_query(typed)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


@given(st.text(alphabet="ab\"()*:^-+{} 'ANDORTé", max_size=60))
def test_whatever_is_typed_is_one_that_the_database_takes(typed: str) -> None:
    try:
        match = search_query(typed).match
    except BadSearch:
        return
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(words)")
    assert database.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (match,)).fetchone() == (0,)
