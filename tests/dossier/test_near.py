"""What may be the same as an event: of about its days, with its parties, nearest in words first."""

from __future__ import annotations

from detente.dossier.account import Dossier
from detente.dossier.days import span
from detente.dossier.near import near


def test_what_is_near_shares_parties_days_and_words(river_dossier: Dossier) -> None:
    found = {one.id: near(river_dossier, one) for one in river_dossier.events}
    assert any(found.values())
    for one in river_dossier.events:
        days = span(one.date)
        assert days is not None or found[one.id] == []
        for identity, other in found[one.id]:
            when = span(other.date)
            assert other is not one
            assert one.parties & other.parties
            assert days is not None
            assert when is not None
            assert when[0] - 7 <= days[1] <= when[1] + 7 or days[0] - 7 <= when[1] <= days[1] + 7
            assert identity in {mention.event.id for mention in other.mentions}
            assert identity.startswith("event-")


def test_the_nearest_comes_first_and_few_are_given(river_dossier: Dossier) -> None:
    one = max(river_dossier.events, key=lambda each: len(near(river_dossier, each)))
    every = near(river_dossier, one)
    assert len(every) > 1
    assert near(river_dossier, one, 1) == every[:1]
