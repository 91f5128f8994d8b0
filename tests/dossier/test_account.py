"""The whole account: the order of reports changes nothing, every mention is in one event, hidden is never added."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.digest import Digest, digest_of
from detente.formats.dossier_json import dossier_json
from detente.model.date import Date
from detente.model.reading import Reading
from detente.model.round_trip import dumps, packed, typed_json

ABOUT = About("South Atlantic")
_SLOW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def text_of(made: Dossier) -> str:
    return dumps(dossier_json(made, made.events))


@_SLOW
@given(st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing(example: list[Reading], random: object) -> None:
    shuffled = list(example)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert text_of(dossier(shuffled, ABOUT)) == text_of(dossier(example, ABOUT))


@_SLOW
@given(st.data())
def test_every_mention_is_in_exactly_one_event(example: list[Reading], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(range(len(example))), unique=True, min_size=1))
    readings = [example[place] for place in some]
    made = dossier(readings, ABOUT)
    found = sorted(one.event.id for event in made.events for one in event.mentions)
    assert len(found) == len(set(found))
    read = [one for one in found if not one.startswith(("echo-", "ahead-"))]  # these no reading has as events
    assert read == sorted(event.id for reading in readings for event in reading.events or ())
    due = {item.id for reading in readings for item in reading.ahead or ()}
    assert {one for one in found if one.startswith("ahead-")} <= due


def test_as_of_a_day_equals_never_having_had_the_later_reports(example: list[Reading]) -> None:
    day = Date("2025-03-31")
    until = [one for one in example if (date := one.front.published.date) is not None and not day.before(date)]
    assert 0 < len(until) < len(example)
    early, never = dossier(example, ABOUT, as_of=day), dossier(until, ABOUT, as_of=day)
    assert text_of(early) == text_of(never)


def test_a_report_without_a_date_counts_by_the_day_that_it_was_added(example: list[Reading]) -> None:
    undated = next(one for one in example if one.front.published.date is None)
    day = Date("2025-08-01")
    identity = undated.report.id
    for added, inside in ((Date("2025-07-01"), True), (Date("2025-09-01"), False)):
        made = dossier(example, ABOUT, as_of=day, added={identity: added})
        assert (identity in {source.id for source in made.sources}) is inside


def test_digests_that_were_kept_give_the_same(example: list[Reading]) -> None:
    kept = {one.report.id: typed_json(packed(digest_of(one)), Digest, "digest") for one in example[::2]}
    made = dossier(example, ABOUT, digests=kept)
    assert text_of(made) == text_of(dossier(example, ABOUT))
    assert all(source.digest is kept[source.id] for source in made.sources if source.id in kept)


def test_the_same_words_are_packed_alike(example: list[Reading]) -> None:
    digest = digest_of(example[0])
    assert packed(typed_json(packed(digest), Digest, "digest")) == packed(digest)


def test_a_reading_given_twice_counts_once(example: list[Reading]) -> None:
    assert text_of(dossier([*example, *example], ABOUT)) == text_of(dossier(example, ABOUT))


def test_an_empty_dispute_has_an_empty_dossier() -> None:
    made = dossier([], ABOUT)
    assert (list(made.events), made.agenda, made.today) == ([], (), None)
