"""Search text: what is typed without marks finds what is written with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.folded import folded, words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łódź", "lodz"), ("Đukanović", "dukanovic"), ("Diyarbakır", "diyarbakir"), ("İstanbul", "istanbul"),
        ("Straße", "strasse"), ("Reykjavík's", "reykjavik s"), ("Tromsø", "tromso"), ("Ærø", "aero"),
        ("Lomé—Cotonou", "lome cotonou"), ("U.N.", "u n"), ("two-island", "two island"), ("Malé ﬁsh", "male fish"),
        ("снова", "снова"), ("Ελλάδα", "ελλαδα"), ("北京", "北京"), ("  ", ""),
    ],
)  # fmt: skip
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(word and " " not in word for word in words(text))
