from __future__ import annotations

from hypothesis import given
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


@given(words, words)
def test_a_stretch_of_a_window_that_two_texts_share_is_a_band_of_both(before: list[str], after: list[str]) -> None:
    stretch = BODY.split()[: WINDOW + WORDS - 1]
    one, other = " ".join([*before, *stretch, *after]), " ".join([*after, *stretch, *before])
    assert set(bands(signature(one))) & set(bands(signature(other)))


def test_copies_are_worth_comparing_and_other_texts_are_not() -> None:
    assert worth_comparing(signature(BODY), signature("\n\n".join(PARAGRAPHS[:2])))
    assert not worth_comparing(signature(BODY), signature(OTHER.split("\n\n")[0]))
    assert not worth_comparing(signature(BODY), signature(""))


def test_one_band_of_many_is_not_worth_it() -> None:
    many = [number.to_bytes(4) for number in range(11)]
    assert worth_comparing(b"".join(many[:10]), b"".join([many[0], *(number.to_bytes(4) for number in range(50, 59))]))
    assert not worth_comparing(b"".join(many), b"".join([many[0], *(number.to_bytes(4) for number in range(50, 60))]))
