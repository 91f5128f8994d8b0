"""What somebody types is a query or one clear line."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadSearch
from detente.record.search_query import Term, search_query


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("squid", '"squid"'),
        ("fishing rights", '("fishing" AND "rights")'),
        ('"right of passage"', '"right of passage"'),
        ("sanction*", '"sanction"*'),
        ('"peace tre"*', '"peace tre"*'),
        ("oil OR gas AND pipe", '("oil" OR ("gas" AND "pipe"))'),
        ("(oil OR gas) NOT export", '(("oil" OR "gas") NOT "export")'),
        ("oil gas NOT tax", '("oil" AND ("gas" NOT "tax"))'),
        ("Łódź Ağrı Øre Straße", '("lodz" AND "agri" AND "ore" AND "strasse")'),
        ("O'Neill", '"o neill"'),
        ("not and or", '("not" AND "and" AND "or")'),
        ("ANDES", '"andes"'),
        ("speaker:x {y} ^z a-b", '("speaker x" AND "y" AND "z" AND "a b")'),
    ],
)
def test_words_phrases_and_operators(typed: str, match: str) -> None:
    assert search_query(typed).match == match


def test_what_is_ruled_out_is_not_marked() -> None:
    assert search_query('oil NOT gas "two seas" pip*').terms == (
        Term(("oil",)),
        Term(("two", "seas")),
        Term(("pip",), prefix=True),
    )


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
