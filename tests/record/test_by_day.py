"""Lists by day: whatever the dates of items and the filters, the same as looking at every item would give."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.date import Date
from detente.model.items import Statement
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.round_trip import typed
from detente.record import by_day
from detente.record.by_day import numbers_by_day
from detente.record.filters import Filters
from detente.record.item_rows import days, item_row
from detente.record.scope import scope
from detente.record.store import Store
from tests.record.conftest import add

DATES = (
    "2019-06-01", "2020-02-29", "2020-03", "2020", "202X", "19XX", "2019-06-01/..", "../2020-01-01", "2020-01/2020-04",
    "1956-10-19", "2021-01-01", "2020-03-31", "2020-04-01", None,
)  # fmt: skip
BOUNDS = (None, "1956-10-19", "2020-01-01", "2020-03-31", "2020-04-01", "2031-01-01")
SPEAKERS = (None, "Ana Lund", "Bo Lund", "NOR")


@pytest.fixture
def store(empty: Store, readings: dict[str, Reading]) -> Store:
    """Reports whose statements have every date, by every speaker, with an older version that counts no more."""
    one = readings["lima"]
    pattern = one.items["statements"][0]
    for number, publisher in enumerate((None, "The Fjord Gazette", "Fjord Gazette", "La Plaza")):
        own = []
        for at, date in enumerate(DATES):
            who = SPEAKERS[(at + number) % len(SPEAKERS)]
            speaker = Reference("person", f"person-{at:016x}", who) if who and who != "NOR" else None
            own.append(
                replace(
                    pattern,
                    id=f"statement-{number:08x}{at:08x}",
                    date=Date.parse(date) if date else None,
                    speaker=speaker,
                    speakers=(),
                    party="NOR" if who == "NOR" else None,
                )
            )
        front = replace(one.front, published=replace(one.front.published, date=None))
        report = replace(one.report, key=f"k{number // 2 if number < 2 else number}", version=str(number))
        report = replace(report, publisher=publisher, given_id=str(number), source=f"/{number}")
        add(empty, replace(one, report=report, front=front, items={"statements": tuple(own)}))
    return empty


def _every(store: Store, filters: Filters) -> list[int]:
    """By looking at each item."""
    with store.reading() as connection:
        sql = (
            "SELECT i.n, r.publisher, r.key, i.json FROM item i JOIN current c USING (reading_n) "
            "JOIN report r ON r.n = c.report_n ORDER BY i.n"
        )
        rows = connection.exec_driver_sql(sql).all()
    found = []
    for row in rows:
        one = typed(json.loads(row.json), Statement, "")
        made = item_row("statements", one, 0, None)
        if filters.admits("statements", made, row.publisher, row.key):
            found.append((days(one.date)[0] or "", row.n))
    return [number for _, number in sorted(found)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    since=st.sampled_from(BOUNDS),
    until=st.sampled_from(BOUNDS),
    speaker=st.sampled_from((None, "Lund", "Ana Lund", "nor")),
    party=st.sampled_from((None, "NOR", "Bo")),
    section=st.sampled_from((None, "statements", "events")),
    publisher=st.sampled_from((None, "gazette", "La", "nobody")),
    keys=st.sampled_from((None, frozenset({"k0"}), frozenset({"k0", "k2", "k3"}))),
    few=st.sampled_from((0, 5_000)),
    names=st.sampled_from((0, 12)),
    limit=st.sampled_from((1, 7, 100)),
)
def test_lists_are_what_every_item_gives(
    store: Store, since: str, until: str, speaker: str, party: str, section: str, publisher: str,
    keys: frozenset[str], few: int, names: int, limit: int,
) -> None:  # fmt: skip
    filters = Filters(section, speaker, party, since, until, publisher, keys)
    with pytest.MonkeyPatch.context() as patch, store.reading() as connection:
        patch.setattr(by_day, "_FEW", few)
        patch.setattr(by_day, "_NAMES", names)
        found = numbers_by_day(connection, scope(connection, filters), limit)
    assert found == _every(store, filters)[:limit]


def test_a_walk_goes_by_an_index(store: Store) -> None:
    """None looks at all items, nor sorts them: a list of a large record costs what it shows."""
    told = []
    with store.reading() as connection:
        for filters in (Filters(since="2020-01-01", until="2020-01-31"), Filters("statements"), Filters(party="NOR")):
            wanted = scope(connection, filters)
            walks = by_day._of_somebody(wanted, 1) if wanted.parties else by_day._of_all(wanted, 1)
            for walk in walks:
                made = walk.limit(5).compile(connection, compile_kwargs={"literal_binds": True})
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {made}").all()
                told += [row[-1] for row in plan]
    assert told
    assert not [line for line in told if line.startswith("SCAN") or "TEMP B-TREE FOR ORDER" in line]
