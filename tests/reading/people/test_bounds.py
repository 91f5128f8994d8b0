"""What is found out about words is kept within bounds, for reports never end."""

from __future__ import annotations

from detente.reading.people import chains, lexicon


def test_words_are_kept_within_bounds() -> None:
    for number in range(lexicon.MOST_KEPT + 100):
        assert lexicon.fold(f"Élan{number}") == f"elan{number}"
        chains.sound(f"elan{number}")
    for cache in (lexicon._folded, chains._sound):
        assert cache.cache_info().currsize <= lexicon.MOST_KEPT


def test_long_words_are_not_kept() -> None:
    long = "é" * 100_000
    before = lexicon._folded.cache_info().currsize, chains._sound.cache_info().currsize
    assert lexicon.fold(long) == "e" * 100_000
    assert chains.sound("ab" * 50_000) == chains.sound("ab" * 50_000)
    assert (lexicon._folded.cache_info().currsize, chains._sound.cache_info().currsize) == before
