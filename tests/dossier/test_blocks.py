"""Which mentions are compared: those of one block that stand near one another, each pair once."""

from __future__ import annotations

from detente.dossier.account import Dossier
from detente.dossier.blocks import pairs
from detente.dossier.likeness import Weights


def test_pairs_share_words_or_a_phase_and_come_once(river_dossier: Dossier) -> None:
    every = sorted((one for event in river_dossier.events for one in event.mentions), key=lambda one: one.key)
    found = list(pairs(every, Weights(every)))
    assert found
    assert len(found) == len(set(found))
    for first, second in found:
        one, other = every[first], every[second]
        assert first < second
        same_phase = one.subject == other.subject and one.phase == other.phase and one.phase is not None
        assert same_phase or (one.family == other.family and one.words & other.words)


def test_no_mention_is_compared_with_all_that_are_alike(river_dossier: Dossier) -> None:
    one = river_dossier.events[0].mentions[0]
    every = [one] * 60
    found = list(pairs(every, Weights(every)))
    assert len(found) == sum(min(8, 59 - place) for place in range(60))


def test_nothing_has_no_pairs() -> None:
    assert list(pairs([], Weights([]))) == []
