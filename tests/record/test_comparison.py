"""What changed between two readings of a report."""

from __future__ import annotations

from dataclasses import replace

from detente.model.reading import Reading
from detente.record.comparison import Change, compare


def test_nothing_changed(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for name, change in compare(reading, reading).items():
            assert change == Change(same=len(reading.items[name]))


def test_items_that_came_went_and_changed(readings: dict[str, Reading]) -> None:
    old = readings["lima"]
    first, *rest = old.items["statements"]
    came = replace(first, id="statement-0")
    altered = [replace(one, venue="Elsewhere") for one in rest]
    new = replace(old, items={"statements": (came, *altered), "events": old.items["events"]})
    assert compare(old, new) == {
        "statements": Change(changed=len(rest), new=1, gone=1),
        "events": Change(same=len(old.items["events"])),
    }
    total = Change(same=1)
    total.add(compare(old, new)["statements"])
    assert total == Change(1, len(rest), 1, 1)
