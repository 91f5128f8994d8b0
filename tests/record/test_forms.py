"""A word is looked for in the forms that reports have, and not in those of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge import search
from detente.record.forms import alike, forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("patrol", "patrols"), ("patrols", "patrolled"), ("licence", "licensed"), ("parties", "party"),
        ("drill", "drilling"), ("lifting", "lift"), ("plan", "planned"), ("stopped", "stop"), ("taxes", "tax"),
        ("watch", "watches"), ("met", "meet"), ("impose", "imposing"), ("imposed", "impose"), ("harbor", "harbour"),
    ],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert other in forms(one)


@pytest.mark.parametrize(("one", "other"), [("news", "new"), ("united", "unit"), ("arms", "arm"), ("as", "a")])
def test_words_that_are_not_one(one: str, other: str) -> None:
    assert other not in forms(one)


@given(st.text(alphabet="abdegilnorstxy", min_size=1, max_size=12))
def test_a_word_is_among_its_forms_which_are_few_and_in_order(word: str) -> None:
    found = forms(word)
    assert word in found
    assert list(found) == sorted(set(found))
    assert len(found) < 40


def test_other_words_are_known_by_any_form() -> None:
    assert alike("trawlers") == alike("trawler") == ("boat", "ship", "vessel")


def test_the_tables_have_folded_words() -> None:
    from detente.record.folded import folded

    for form, others in search.forms().items():
        assert {form, *others} == {folded(one) for one in (form, *others)}
