from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadStatement
from detente.scenario.grammar import LONGEST, parse_statement, to_text
from detente.scenario.statement import And, If, Iff, Not, Or, Statement, Taken

OPTIONS = ("a", "b", "c", "open_border", "iffy", "not-yet", "zone.2")
A, B, C = Taken("a"), Taken("b"), Taken("c")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("a", A),
        ("not a", Not(A)),
        ("not a and b", And(Not(A), B)),
        ("not (a and b)", Not(And(A, B))),
        ("a or b and c", Or(A, And(B, C))),
        ("a or b if c", If(Or(A, B), C)),
        ("a if b or c", If(A, Or(B, C))),
        ("a if b iff c", Iff(If(A, B), C)),
        ("a iff b if c", Iff(A, If(B, C))),
        ("a if b if c", If(If(A, B), C)),
        ("a and b and c", And(And(A, B), C)),
        ("  a\n or\tb ", Or(A, B)),
        ("((a))", A),
        ("not not a", Not(Not(A))),
        ("iffy and not-yet or not zone.2", Or(And(Taken("iffy"), Taken("not-yet")), Not(Taken("zone.2")))),
    ],
)
def test_the_words_bind_in_order(text: str, statement: Statement) -> None:
    assert parse_statement(text, OPTIONS) == statement


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("a and open_boarder", 7, "no option 'open_boarder'; did you mean 'open_border'?"),
        ("a AND b", 3, "no option 'AND'; did you mean 'and'?"),
        ("a and xyzzy", 7, "no option 'xyzzy'"),
        ("a && b", 3, "'&' has no meaning here"),
        ("a b", 3, "'b' stands where and, or, if, iff or ')' is due"),
        ("a or and b", 6, "'and' stands where an option, 'not' or '(' is due"),
        ("(a or b", 8, "an unclosed bracket, or nothing where an option is due"),
        ("a or b)", 7, "')' stands where and, or, if, iff or ')' is due"),
        ("a if", 5, "an unclosed bracket, or nothing where an option is due"),
        ("", 1, "an empty statement"),
        ("   ", 1, "an empty statement"),
        ("(" * 100_000, LONGEST + 1, f"longer than {LONGEST} words and brackets; split it up"),
    ],
)
def test_an_error_says_where_and_what(text: str, column: int, reason: str) -> None:
    with pytest.raises(BadStatement) as caught:
        parse_statement(text, OPTIONS)
    assert (caught.value.column, caught.value.reason) == (column, reason)


STATEMENTS: st.SearchStrategy[Statement] = st.recursive(
    st.sampled_from(OPTIONS).map(Taken),
    lambda inner: st.one_of(
        inner.map(Not),
        *(st.builds(kind, inner, inner) for kind in (And, Or, If, Iff)),
    ),
    max_leaves=12,
)


@given(STATEMENTS)
def test_what_is_written_is_read_the_same(statement: Statement) -> None:
    assert parse_statement(to_text(statement), OPTIONS) == statement


@given(st.text(alphabet="ab() notandiforx.-\n", max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse_statement(text, OPTIONS)
    except BadStatement as error:
        assert "\n" not in error.reason.replace(repr("\n"), "")
        assert 1 <= error.column <= len(text) + 1
