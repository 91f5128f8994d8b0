"""An account that is kept tells the same to the byte as one worked out, and only while all that it came from holds."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier import kept_account
from detente.dossier.account import Dossier
from detente.dossier.brief import Length, brief
from detente.dossier.choice import chosen
from detente.dossier.from_record import from_record
from detente.dossier.kept_account import keep_account
from detente.dossier.kept_digests import keep_digests
from detente.dossier.source_hash import source_hash
from detente.formats.dossier_json import dossier_json
from detente.model.reading import Reading
from detente.model.round_trip import dumps
from detente.record.corrections import enter
from detente.record.memberships import name_dispute, put
from detente.record.schema import derived
from detente.record.store import Store
from tests.record.conftest import AT, add

_SLOW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _told(made: Dossier) -> str:
    return dumps(dossier_json(made, chosen(made))) + str([brief(made, length) for length in Length])


def _made(store: Store, name: str | None = None) -> Dossier:
    with store.reading() as connection:
        return from_record(connection, name)


def _keep(store: Store, name: str | None = None) -> str:
    """What is told after everything was worked out and kept."""
    made = _made(store, name)
    told = _told(made)
    assert made.shelf is not None
    with store.writing() as connection:
        keep_digests(connection, made.shelf.worked)
        keep_account(connection, name, made, made.shelf, source_hash(connection, name))
    return told


def test_what_is_kept_is_told_again_without_being_worked_out(store: Store) -> None:
    told = _keep(store)
    made = _made(store)
    assert _told(made) == told
    assert not made.worked.intersection({"chosen", "agenda", "positions", "people", "contradictions"})
    assert "_clusters" in made.worked  # of all events, which the longest brief tells


def test_a_short_brief_needs_no_digest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _keep(store)
    with store.writing() as connection:
        connection.execute(derived.delete().where(derived.c.kind == "digest"))
    made = _made(store)
    monkeypatch.setattr("detente.dossier.shelf.digest_of", None)
    for length in (Length.SHORT, Length.FULL):
        assert str(brief(made, length)) in told


@pytest.mark.parametrize("lost", ["chosen", "agenda", "positions", "people", "figures"])
def test_a_section_that_is_lost_is_worked_out(store: Store, lost: str) -> None:
    told = _keep(store)
    with store.writing() as connection:
        connection.execute(derived.delete().where(derived.c.key == f"\n{lost}"))
    assert _told(_made(store)) == told


def test_a_correction_ends_what_is_kept(store: Store, readings: dict[str, Reading]) -> None:
    told = _keep(store)
    read = readings["oslo"]
    event = (read.events or ())[0]
    words = {"start": event.evidence.start, "end": event.evidence.end, "text": event.evidence.text}
    payload = {"section": "events", "words": words, "report": read.report.id}
    with store.writing() as connection:
        enter(connection, "hide", event.id, payload, report_key=read.report.key, by="ann", why=None, at=AT)
    assert _told(_made(store)) != told


def test_another_program_works_it_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(store)
    monkeypatch.setattr(kept_account, "program_mark", lambda: "another")
    made = _made(store)
    _told(made)
    assert {"chosen", "agenda", "positions", "people"} <= made.worked


def test_what_comes_in_elsewhere_leaves_it(empty: Store, readings: dict[str, Reading]) -> None:
    with empty.writing() as connection:
        name_dispute(connection, "Togo", "ann", AT)
        put(connection, "Togo", readings["lome"].report.key, "ann", AT)
    add(empty, readings["lome"])
    told = _keep(empty, "Togo")
    add(empty, readings["oslo"])
    made = _made(empty, "Togo")
    assert _told(made) == told
    assert "chosen" not in made.worked


@_SLOW
@given(order=st.permutations(("lima", "lome", "oslo")), kept=st.lists(st.booleans(), min_size=3, max_size=3))
def test_one_by_one_or_at_once_kept_on_the_way_or_not(
    store: Store, readings: dict[str, Reading], order: list[str], kept: list[bool]
) -> None:
    whole = _told(_made(store))
    with TemporaryDirectory() as folder, Store(Path(folder) / "other.db", create=True) as other:
        for name, now in zip(order, kept, strict=True):
            add(other, readings[name])
            if now:
                _keep(other)
        assert _told(_made(other)) == whole
