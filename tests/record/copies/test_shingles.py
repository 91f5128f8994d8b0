from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.copies.containment import overlap
from detente.record.copies.shingles import QUOTED, shingles

from .story import BODY, OTHER


def test_a_shingle_is_four_words_in_normal_form() -> None:
    assert shingles("The Envoys met, on Friday.").weights == {"the envoys met on": 1.0, "envoys met on friday": 1.0}
    assert shingles("No comment today").weights == {}


@pytest.mark.parametrize(
    "text",
    [
        'He said "we shall not sign this paper".',
        "He said “we shall not sign this paper”.",
        "He said «we shall not sign this paper».",
        "He said ‘we shall not sign this paper’.",
        "He said 'we shan't ever sign this paper'.",
        'He said "we shall not sign this paper',
    ],
)
def test_what_is_quoted_counts_less(text: str) -> None:
    weights = shingles(text).weights
    assert weights
    assert set(weights.values()) == {QUOTED}


def test_an_open_mark_holds_to_the_end_of_its_paragraph_only() -> None:
    text = 'He said "we shall not sign\nThe envoys left on the first train.'
    assert shingles(text).weights["the envoys left on"] == 1.0


def test_a_word_or_a_name_in_marks_is_the_report_s_own() -> None:
    assert set(shingles('The "frozen conflict" went on and on').weights.values()) == {1.0}
    assert set(shingles("The islands' council and the farmers' union of Gizo").weights.values()) == {1.0}


def test_what_stands_outside_a_quotation_too_is_the_report_s_own() -> None:
    text = 'We shall not sign. "We shall not sign," he said.'
    assert shingles(text).weights["we shall not sign"] == 1.0


def test_where_all_is_quoted_quotations_decide() -> None:
    one, other = shingles(f'"{BODY}"'.replace("\n\n", " ")), shingles(f"“{BODY}”".replace("\n\n", " "))
    assert overlap(one, other).containment == 1.0


def test_a_quotation_weighs_by_its_weight() -> None:
    quoted = overlap(shingles(BODY, 4, 1.0), shingles(OTHER, 4, 1.0)).containment
    assert overlap(shingles(BODY), shingles(OTHER)).containment < quoted / 2


texts = st.lists(st.sampled_from(['"', "a", "b", "c", "d", "e", "\n"]), max_size=60).map(" ".join)


@settings(deadline=None)
@given(texts, texts)
def test_overlap_is_the_same_both_ways_and_whole_with_itself(one: str, other: str) -> None:
    left, right = shingles(one), shingles(other)
    assert overlap(left, right) == overlap(right, left)
    assert 0.0 <= overlap(left, right).containment <= 1.0
    assert overlap(left, left).containment == (1.0 if left.weights else 0.0)
