"""Territories -> a map: a numbered point for each, on coasts and borders that are drawn alike for every state.

Borders are those of Natural Earth 4.1, which draws them by who is in control: the map says so. Nothing is filled by
whose it is; who claims and who holds a place stands in the words of its point.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import asinh, radians, tan
from textwrap import wrap
from typing import Any

from detente.controls import harmless
from detente.desk.charts import SCHEMA, Chart
from detente.dossier.account import Dossier
from detente.dossier.claims import ClaimTold, claimants, holders
from detente.dossier.page.line import numbers
from detente.dossier.territories import DossierTerritory

NOTICE = (
    "Borders are drawn by who is in control (Natural Earth 4.1), not by right. No line and no colour here says whose a "
    "place is; points are approximate."
)
_WIDE, _HIGH = 900, 420
_LEAST = 16.0  # degrees that are shown at least
_HIGHEST = 80.0  # degrees of latitude: farther the projection leaves no room
_AROUND = 1.5


@dataclass(frozen=True, slots=True)
class Point:
    """A territory on the map; degrees of latitude and longitude."""

    number: int
    place: tuple[float, float]
    told: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One territory with its number on the map, and where the table of territories has it."""

    number: int
    one: DossierTerritory
    claimants: list[ClaimTold]
    holders: list[ClaimTold]
    place: tuple[float, float] | None
    sources: tuple[int, ...]

    @property
    def told(self) -> str:
        """It in words, for its point on the map."""
        claimed = ", ".join(claim.who.name for claim in self.claimants) or "nobody, as far as is told"
        held = ", ".join(claim.who.name for claim in self.holders) or "not told"
        return f"{self.number} {self.one.name}: claimed by {claimed}; held by: {held}"


def rows_of(made: Dossier) -> list[Row]:
    """The territories of a dossier, those of most reports first."""
    return [
        Row(
            number, one, claimants(one), holders(one),
            next((seen.territory.coordinates for seen in one.told if seen.territory.coordinates), None),
            numbers(seen.source for seen in one.told),
        )
        for number, one in enumerate(made.territories, 1)
    ]  # fmt: skip


def points_of(rows: Sequence[Row], address: Callable[[str], str]) -> list[Point]:
    """Those whose place is known, as points that lead to ``address`` of their ids."""
    return [Point(row.number, row.place, row.told, address(row.one.id)) for row in rows if row.place]


def territories_chart(points: Sequence[Point]) -> Chart:
    """The map of at least one point, drawn as close as all of them allow."""
    centre, scale = _view([one.place for one in points])
    values = [
        {"no": str(one.number), "lat": one.place[0], "lon": one.place[1], "told": harmless(one.told), "href": one.href}
        for one in points
    ]
    at = {
        "latitude": {"field": "lat", "type": "quantitative"}, "longitude": {"field": "lon", "type": "quantitative"},
        "tooltip": {"field": "told", "type": "nominal"}, "href": {"field": "href", "type": "nominal"},
    }  # fmt: skip
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": _HIGH,
        "title": {
            "text": wrap(NOTICE, 64),
            "orient": "bottom",
            "anchor": "start",
            "fontWeight": "normal",
            "fontSize": 11,
        },
        "params": [{"name": "closeness", "value": scale}],
        "projection": {
            "type": "mercator",
            "center": centre,
            "scale": {"expr": f"closeness * min(width, {_WIDE}) / {_WIDE}"},
        },
        "layer": [
            {
                "data": {"values": _world(), "format": {"type": "topojson", "feature": "countries"}},
                "mark": {"type": "geoshape", "clip": True},
            },
            {
                "data": {"values": values},
                "mark": {"type": "circle", "clip": True, "size": 230, "opacity": 1},
                "encoding": at,
            },
            {
                "data": {"values": values},
                "mark": {"type": "text", "clip": True, "fontSize": 10, "fontWeight": "bold", "style": "number"},
                "encoding": at | {"text": {"field": "no"}},
            },
        ],
    }


def _view(places: Sequence[tuple[float, float]]) -> tuple[list[float], float]:
    """The middle as longitude and latitude, and how close the map is drawn, in pixels a radian."""
    south, north = min(lat for lat, _ in places), max(lat for lat, _ in places)
    west, east = min(lon for _, lon in places), max(lon for _, lon in places)
    middle = max(min((south + north) / 2, _HIGHEST), -_HIGHEST)
    across = radians(max((east - west) * _AROUND, _LEAST))
    high = max((north - south) * _AROUND, _LEAST) / 2
    up = _mercator(min(middle + high, _HIGHEST + 5)) - _mercator(max(middle - high, -_HIGHEST - 5))
    return [round((west + east) / 2, 2), round(middle, 2)], round(min(_WIDE / across, _HIGH / up), 1)


def _mercator(latitude: float) -> float:
    return asinh(tan(radians(latitude)))


@cache
def _world() -> Any:
    file = resources.files("detente.desk") / "charts" / "countries-50m.json"
    return json.loads(file.read_text(encoding="utf-8"))
