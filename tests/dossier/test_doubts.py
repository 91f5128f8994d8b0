"""What is doubtful is told until somebody has settled it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from detente.dossier.account import Dossier
from detente.dossier.doubts import doubts
from detente.dossier.echoes import is_echo
from detente.dossier.event import Disagreement


def test_every_disagreement_is_a_doubt_at_the_words_that_differ(river_dossier: Dossier) -> None:
    event = next(one for one in river_dossier.events if one.date and not is_echo(one.mentions[-1].event.id))
    other = Disagreement("date", "2030-04-04", event.mentions[-1])
    made: Any = SimpleNamespace(chosen=(replace(event, disagreements=(other,)),), positions=())
    (found,) = [one for one in doubts(made) if one.kind == "contradicted"]
    assert (found.item, found.source) == (other.mention.event.id, other.mention.source)
    assert found.why == f"date: 2030-04-04 here, {event.date} in the account"


def test_events_of_two_reports_joined_by_likeness_are_doubts(river_dossier: Dossier) -> None:
    merged = [one for one in doubts(river_dossier) if one.kind == "merged"]
    assert merged
    for one in merged:
        event = river_dossier.event(one.item)
        assert event is not None
        assert one.other in {mention.event.id for mention in event.mentions}
        assert one.beside is not None
        assert one.beside[0] is not one.source


def test_what_is_inferred_says_which_field_and_from_what(river_dossier: Dossier) -> None:
    inferred = [one for one in doubts(river_dossier) if one.kind == "inferred"]
    assert inferred
    assert all(": " in one.why for one in inferred)


def test_what_is_settled_is_no_doubt_and_the_others_stay(river_dossier: Dossier) -> None:
    every = doubts(river_dossier)
    left = doubts(river_dossier, {every[0].item})
    assert left == [one for one in every if one.item != every[0].item]


def test_no_doubt_is_told_twice(river_dossier: Dossier) -> None:
    every = [(one.kind, one.item, one.other) for one in doubts(river_dossier)]
    assert len(every) == len(set(every))
