"""Whatever is corrected, in whatever order: nothing is dropped, and what is taken back was never there."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.reading import Reading
from detente.model.round_trip import plain
from detente.record.amendment import amended
from detente.record.corrections import Correction, standing

_KINDS = st.sampled_from(["hide", "confirm", "correct", "rename", "undo"])


def _entry(number: int, kind: Any, place: int, reading: Reading, missing: bool) -> Correction:
    if kind == "undo" and number > 1:
        return Correction(number, "2030", "a", None, "undo", str(1 + place % (number - 1)), "k", {})
    named = ("people", "territories", "agreements")
    sections = [name for name in reading.items if reading.items[name] and (kind != "rename" or name in named)]
    section = sections[place % len(sections)]
    item = reading.items[section][place % len(reading.items[section])]
    payload: dict[str, Any] = {"section": section, "report": reading.report.id, "words": plain(item.evidence)}
    if kind == "correct":
        payload |= {"fields": {}, "was": {}}
        if hasattr(item, "date"):
            payload["fields"] = {"date": "1999"}
    if kind == "rename":
        payload["name"] = f"name {number}"
    kind = "confirm" if kind == "undo" else kind
    return Correction(number, "2030", "a", None, kind, "event-00" if missing else item.id, "k", payload)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_KINDS, st.integers(0, 999), st.booleans()), max_size=8))
def test_every_correction_is_applied_listed_or_taken_back(
    readings: dict[str, Reading], drawn: list[tuple[str, int, bool]]
) -> None:
    reading = readings["lima"]
    entries = [_entry(number, kind, place, reading, gone) for number, (kind, place, gone) in enumerate(drawn, start=1)]
    now = amended(reading, entries)
    applied = [one.n for found in now.applied.values() for one in found]
    lost = [one.correction.n for one in now.lost]
    assert sorted(applied + lost) == [one.n for one in standing(entries)]
    hidden = set(now.hidden)
    for section, items in reading.items.items():
        left = [one.id for one in now.reading.items[section]]
        assert left == [one.id for one in items if one.id not in hidden]
    last = len(entries)
    holding = enumerate(standing(entries), start=last + 1)
    undone = [Correction(number, "2030", "a", None, "undo", str(one.n), "k", {}) for number, one in holding]
    assert amended(reading, [*entries, *undone]).reading == reading
