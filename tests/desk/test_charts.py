"""What is drawn: the days of events, how exact they are, what moved, and a map that takes no side."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from detente.desk.charts import Chart
from detente.desk.charts.positions import positions_chart
from detente.desk.charts.territories import NOTICE, Point, territories_chart
from detente.desk.charts.timeline import Extent, extent, timeline_chart
from detente.desk.periods import outer, periods
from detente.dossier.account import About, Dossier, dossier
from detente.dossier.event import DossierEvent
from detente.model.date import Date
from detente.reading.reader import Reader
from tests.dossier.conftest import read, river_dossier

__all__ = ["river_dossier"]


def dated(made: Dossier) -> list[DossierEvent]:
    return [one for one in made.events if one.date is not None]


def drawn(events: list[DossierEvent], shown: Extent | None = None) -> list[dict[str, Any]]:
    lanes = [("All", events)]
    shown = shown or extent(lanes, None, None)
    assert shown is not None
    return values_of(timeline_chart(lanes, shown, lambda one: f"/items/{one.id}"))


def values_of(timeline: Chart) -> list[dict[str, Any]]:
    """Its bands and its days."""
    return [value for layer in timeline["layer"][:2] for value in layer["data"]["values"]]


def test_vague_dates_are_bands_and_days_are_none(river_dossier: Dossier) -> None:
    events = dated(river_dossier)
    values = {value["href"].removeprefix("/items/"): value for value in drawn(events)}
    assert set(values) == {one.id for one in events}
    for one in events:
        assert one.date is not None
        assert ("to" in values[one.id]) is (one.date.precision not in ("day", "time"))
        assert values[one.id]["told"].startswith(f"{one.date}: ")


def test_what_lies_outside_and_what_has_no_date_is_counted(river_dossier: Dossier) -> None:
    lanes = [("All", list(river_dossier.events))]
    found = extent(lanes, Date("2030-03-01"), Date("2030-03-31"))
    assert found is not None
    assert found.undated == len(river_dossier.events) - len(dated(river_dossier))
    within = [one for one in dated(river_dossier) if one.date is not None and "2030-03" <= str(one.date) < "2030-04"]
    assert found.outside == len(dated(river_dossier)) - len(within) > 0
    assert extent([("All", [])], None, None) is None


def test_marks_of_one_row_do_not_lie_on_one_another(river_dossier: Dossier) -> None:
    rows: dict[int, list[tuple[str, str]]] = {}
    for value in drawn(dated(river_dossier)):
        rows.setdefault(value["y"], []).append((value["from"], value.get("to", value["from"])))
    assert len(rows) > 1
    for places in rows.values():
        assert all(before[1] < after[0] for before, after in pairwise(sorted(places)))


def test_a_crowd_lies_in_the_last_row(river_dossier: Dossier) -> None:
    event = dated(river_dossier)[0]
    assert len({value["y"] for value in drawn([event] * 60)}) == 22


def test_lanes_lie_below_one_another(river_dossier: Dossier) -> None:
    events = dated(river_dossier)
    lanes = [("One", events[:3]), ("None", []), ("Two", events[3:])]
    shown = extent(lanes, None, None)
    assert shown is not None
    made = timeline_chart(lanes, shown, lambda _: None)
    values = values_of(made)
    low = {name: [value["y"] for value in values if value["lane"] == name] for name in ("One", "Two")}
    assert max(low["One"]) < min(low["Two"]) < made["height"]
    assert [one["lane"] for one in made["layer"][2]["data"]["values"]] == ["One", "Two"]
    assert not any("href" in value for value in values)


@pytest.mark.parametrize(("when", "digits"), [(None, 4), ("2030", 7), ("2030-03", 10)])
def test_periods_lead_from_years_to_months_to_days(river_dossier: Dossier, when: str | None, digits: int) -> None:
    date = Date(when) if when else None
    events = [one for one in dated(river_dossier) if not when or str(one.date).startswith(when)]
    found = periods(events, date, date)
    assert found
    assert {len(one.date) for one in found} == {digits}
    assert [one.date for one in found] == sorted({one.date for one in found})
    assert sum(one.count for one in found) <= len(events)


def test_the_way_back_from_a_day() -> None:
    assert outer(Date("2030-03-05")) == ["2030", "2030-03", "2030-03-05"]
    assert outer(Date("2030")) == ["2030"]
    assert outer(None) == []


def test_a_lane_for_each_party_and_what_shifted(reader: Reader) -> None:
    said = "Sluice\n\nLIMA - Chile {} talks on the sluice at Tacora, its foreign ministry said.\n"
    told = {"2030-03-01-alpha": said.format("rejected"), "2030-04-01-beta": said.format("accepted")}
    made_of = dossier(read(reader, told), About("Sluice"))
    lines = [line for line in made_of.positions if line.party in made_of.parties]
    stances = [one for line in lines for one in line.stances if one.date is not None]
    made = positions_chart(lines, (1, 2), made_of.parties, lambda one: one.item, joined=False)
    values = made["data"]["values"]
    assert len(values) == len(stances)
    shifted = {one.item: one for one in stances if one.change == "shifted"}
    assert {value["href"] for value in values if value["change"] == "shifted"} == set(shifted)
    (moved,) = [value for value in values if value["change"] == "shifted"]
    assert "before: Chile rejected talks" in moved["told"]
    assert {value["side"] for value in values if value["stance"] in ("accepts", "offers")} <= {"consents"}
    assert {value["side"] for value in values if value["stance"] == "rejects"} == {"refuses"}
    joined = positions_chart(lines, (1, 2), made_of.parties, lambda one: one.item, joined=True)
    assert [len(one["layer"]) for one in (made, joined)] == [1, 2]


def test_a_map_says_who_draws_its_borders_and_fills_all_alike() -> None:
    made = territories_chart([Point(1, (-51.7, -59.2), "1 Islands: claimed by A, B; held by: B", "/items/t")])
    land, points, _ = made["layer"]
    assert " ".join(made["title"]["text"]) == NOTICE
    assert "encoding" not in land
    assert land["mark"] == {"type": "geoshape", "clip": True}
    assert points["data"]["values"][0]["lat"] == -51.7
    assert made["projection"]["center"] == [-59.2, -51.7]


def test_a_map_is_as_close_as_its_points_allow() -> None:
    near = territories_chart([Point(1, (0, 0), "", ""), Point(2, (1, 1), "", "")])
    far = territories_chart([Point(1, (-70, -170), "", ""), Point(2, (80, 170), "", "")])
    assert near["params"][0]["value"] > 20 * far["params"][0]["value"] > 0
