from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.copies import bands, signature, worth_comparing
from detente.record.copies.fingerprints import WINDOW
from detente.record.copies.shingles import WORDS

from .story import BODY, OTHER, PARAGRAPHS

PINNED = "2caf1907"  # of the first sentence below

words = st.lists(st.sampled_from(["peace", "talks", "border", "river", "dam", "fish", "road", "envoy"]), max_size=40)


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signature("The envoys met on the bridge at noon.").hex() == PINNED
    assert bands(signature("The envoys met on the bridge at noon.")) == [int(PINNED, 16)]


def test_typography_and_headlines_do_not_matter_to_it() -> None:
    assert signature(BODY) == signature(BODY.upper().replace('"', "“").replace("\n\n", "\n"))


def test_what_has_fewer_words_than_a_shingle_has_no_bands() -> None:
    assert bands(signature("No comment today")) == []
    assert len(bands(signature("No comment for today"))) == 1
    assert bands(signature("")) == []


def test_bands_fit_into_a_signed_integer_of_four_bytes() -> None:
    assert all(0 <= band < 2**31 for band in bands(signature(BODY)))
    assert len(bands(signature(BODY))) < len(BODY.split()) / 5


@settings(deadline=None)
@given(words, words)
def test_a_stretch_of_a_window_that_two_texts_share_is_a_band_of_both(before: list[str], after: list[str]) -> None:
    stretch = BODY.split()[: WINDOW + WORDS - 1]
    one, other = " ".join([*before, *stretch, *after]), " ".join([*after, *stretch, *before])
    assert set(bands(signature(one))) & set(bands(signature(other)))


def test_copies_are_worth_comparing_and_other_texts_are_not() -> None:
    def worth(one: str, other: str) -> bool:
        left, right = set(bands(signature(one))), set(bands(signature(other)))
        return worth_comparing(len(left & right), len(left), len(right))

    assert worth(BODY, "\n\n".join(PARAGRAPHS[:2]))
    assert not worth(BODY, OTHER.split("\n\n")[0])
    assert not worth(BODY, "")


def test_what_is_worth_comparing_is_told_by_the_one_that_has_fewer_bands() -> None:
    assert worth_comparing(1, 6, 40)
    assert worth_comparing(1, 40, 6)
    assert not worth_comparing(1, 7, 40)
    assert worth_comparing(6, 40, 90)
    assert not worth_comparing(5, 40, 90)
    assert not worth_comparing(0, 0, 40)
